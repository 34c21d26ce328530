// A pilot day as sixteen mentors, their consultants and a coordinator live it, driven as a process; every figure is counted again.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Kept, readKept, readSheets, rowsOf, type Sheets, sorted, weekRowsOf } from '../reports/read-workbook.ts';
import { type Expected, recompute, recountWeeks } from '../reports/recomputed-participation.ts';
import { recountDue, recountProgress } from '../reports/recomputed-standing.ts';
import { isFullEffort, thorough, thoroughly } from '../support/effort.ts';
import { drive, type Output, runNode } from './driven.ts';
import { newcomer, pilotDay, privateWords } from './write-pilot-day.ts';

const folders: string[] = [];
function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'pilot-day-'));
  folders.push(made);
  return made;
}
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});

const lines = readFileSync(new URL('pilot-day.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n');
/** Up to and with the first «registro». */
const half = lines.findIndex((line) => line.includes('"registro"')) + 1;

const messages = (outputs: readonly Output[]): Output[] => outputs.filter((output) => 'text' in output);
const staff = ['consultora-1', 'consultora-2', 'coordinadora-1'];
const mentors = Array.from({ length: 16 }, (_, index) => `G${String(index + 1).padStart(2, '0')}-mentora`);

interface Read extends Kept {
  said: Output[];
  sheets: Sheets;
  expected: Expected[];
}

async function driven(some: readonly string[], data: string): Promise<Read> {
  const said = await drive(some, data);
  const [kept, sheets] = await Promise.all([readKept(data), readSheets(data)]);
  return { said, ...kept, sheets, expected: recompute(kept.facts, kept.states, kept.now) };
}

const restarted = (): string[] => lines.flatMap((line) => [line, '{"restart":true}']);

const data = folder();
let wednesday: Read;
let monday: Read;
let broken: Output[];
let all: Output[];
beforeAll(async () => {
  if (!isFullEffort) return;
  [[wednesday, monday], broken] = await Promise.all([
    driven(lines.slice(0, half), data).then(
      async (early): Promise<[Read, Read]> => [early, await driven(lines.slice(half), data)],
    ),
    drive(restarted(), folder()),
  ]);
  all = messages([...wednesday.said, ...monday.said]);
});

const to = (person: string, some: readonly Output[] = all): Output[] => some.filter((output) => output.to === person);
const textsTo = (person: string, some: readonly Output[] = all): string =>
  to(person, some)
    .map(({ text }) => text)
    .join('\n');
const factsOf = (mentor: string, ...kinds: string[]): Record<string, unknown>[] =>
  monday.facts.flatMap(({ mentorId, kind, data: known }) =>
    mentorId === mentor && kinds.includes(kind) ? [{ kind, ...known }] : [],
  );

thoroughly('a pilot day', () => {
  it('is what its script writes, and nothing in it is refused', () => {
    expect(lines).toEqual(pilotDay().map((line) => JSON.stringify(line)));
    const errors = [...wednesday.said, ...monday.said, ...broken].filter((output) => 'error' in output);
    expect(errors).toEqual([]);
    expect(new Set(lines.flatMap((line) => (JSON.parse(line) as { from?: string }).from ?? []))).toEqual(
      new Set([...mentors, newcomer, ...staff]),
    );
    expect(monday.facts.filter(({ kind }) => kind === 'flowBroken' || kind === 'notUnderstood')).toEqual([]);
    for (const { text } of all) expect(String(text).length, String(text)).toBeLessThanOrEqual(1000);
  });

  it('says the same with restarts between its lines', () => {
    expect(messages(broken)).toEqual(all);
  });
});

thoroughly('the broadcast', () => {
  const left = ['G02-mentora', 'G03-mentora', 'G12-mentora', newcomer];

  it('reaches each once, with her own name, in her own hours', () => {
    const calledAs = new Map([...monday.states.values()].map(({ person }) => [person?.id, person?.calledAs]));
    for (const mentor of [...mentors, newcomer]) {
      const got = to(mentor).filter(({ kind }) => kind === 'broadcast');
      if (left.includes(mentor)) {
        expect(got, mentor).toEqual([]);
        continue;
      }
      expect(
        got.map(({ text }) => String(text)),
        mentor,
      ).toEqual([
        expect.stringMatching(
          `^(De Adriana.*\n)?Hola ${calledAs.get(mentor)}, el viernes es el taller 3, a las 11:00 hora del centro\\.$`,
        ),
        'Les comparto una idea.',
        expect.stringContaining('Recibir al bebé que llega llorando'),
      ]);
      for (const { at } of got)
        expect(String(at) >= '2026-03-04T09:30' && String(at) < '2026-03-04T18:00', `${mentor} ${at}`).toBe(true);
      expect(factsOf(mentor, 'broadcastSent'), mentor).toMatchObject([{ bubbles: 3, urgent: false }]);
    }
  });

  it('is told of with who was left out and why', () => {
    const reports = to('consultora-1').map(({ text }) => String(text));
    const finished = reports.filter((text) => text.includes('terminó'));
    expect(finished).toHaveLength(3);
    for (const text of finished) {
      expect(text).toMatch(/Salieron 13 de 1[36]\./);
      expect(text).toContain('No se mandó a: 1 en pausa, 2 que aún no aceptan participar.');
    }
    // Doubts and answers to other questions are no answers to it.
    expect(finished.at(-1)).toContain('contestaron: 1');
  });
});

thoroughly('the doubts', () => {
  const courseOfDoubt = ['doubtAsked', 'doubtTaken', 'doubtAnswered'];
  /** Those that nobody closes may end by themselves. */
  const closings = (mentor: string) => factsOf(mentor, 'doubtClosed').filter(({ by: closer }) => closer !== 'silence');
  const by = (staffMember: string) => ({ by: staffMember });

  it('one is answered at once', () => {
    expect(factsOf('G08-mentora', ...courseOfDoubt)).toMatchObject([
      { kind: 'doubtAsked', told: 1 },
      { kind: 'doubtTaken', ...by('consultora-1') },
      { kind: 'doubtAnswered', ...by('consultora-1'), first: true, waitingMinutes: 0 },
    ]);
    expect(textsTo('G08-mentora')).toContain('Le contesta Adriana:\nSí, muévalo todo a la otra semana.');
  });

  it('one that both take is of the first, and the second is told so', () => {
    expect(factsOf('G15-mentora', ...courseOfDoubt)).toMatchObject([
      { kind: 'doubtAsked', told: 2 },
      { kind: 'doubtTaken', ...by('consultora-1') },
      { kind: 'doubtAnswered', ...by('consultora-1') },
    ]);
    expect(textsTo('consultora-2')).toContain('La duda de Yadira Cota Valdez la tiene Adriana.');
  });

  it('one goes on until she closes it', () => {
    expect(factsOf('G05-mentora', ...courseOfDoubt)).toMatchObject([
      { kind: 'doubtAsked' },
      { kind: 'doubtTaken', ...by('consultora-2') },
      { kind: 'doubtAnswered', first: true },
      { kind: 'doubtAnswered', first: false },
    ]);
    expect(closings('G05-mentora')).toMatchObject([{ by: 'mentor', answers: 2 }]);
    for (const mentor of ['G08-mentora', 'G09-mentora', 'G15-mentora']) expect(closings(mentor)).toEqual([]);
    expect(textsTo('consultora-2')).toContain('Ana Laura Mejía Cordero dio por resuelta su duda');
  });

  it('one that waits is told again when a working day is over, and once only', () => {
    const nudges = all.filter(({ text }) => String(text).startsWith('Sigue sin respuesta la duda'));
    expect(nudges).toMatchObject([{ to: 'consultora-2', at: expect.stringMatching(/^2026-03-05T10:20/) }]);
    expect(nudges[0]?.text).toContain('María Fernanda Olvera Trejo');
    // Working hours only: 7 h 40 of Wednesday and 6 h 30 of Thursday.
    expect(factsOf('G09-mentora', ...courseOfDoubt)).toMatchObject([
      { kind: 'doubtAsked', told: 1 },
      { kind: 'doubtTaken', ...by('consultora-2') },
      { kind: 'doubtAnswered', ...by('consultora-2'), waitingMinutes: 460 + 390 },
    ]);
  });

  it('one is answered by the frequent questions, and nobody is asked', () => {
    expect(factsOf('G13-mentora', 'doubtAsked')).toEqual([]);
    expect(textsTo('G13-mentora')).toContain('De 15 a 20 minutos suele bastar');
    for (const person of staff) expect(textsTo(person)).not.toContain('cuanto dura');
  });
});

thoroughly('the mentor who was replaced', () => {
  it('leaves, and who came holds what she had agreed', () => {
    expect(factsOf('G07-mentora', 'withdrawn', 'replaced')).toMatchObject([
      { kind: 'withdrawn', reason: 'jobChange', replacedBy: newcomer },
      { kind: 'replaced', by: newcomer },
    ]);
    expect(monday.states.get('G07-mentora')?.caregivers).toEqual([]);
    expect(monday.states.get(newcomer)?.caregivers.map(({ name }) => name)).toEqual(['Nora', 'Pilar']);
    expect(to('G07-mentora').at(-1)?.text).toContain('Este chat es sólo para quienes participan');
    expect(textsTo(newcomer)).toContain('mañana jueves 5 de marzo, 10:00 h, observación de Nora');
    const nora = monday.expected.filter(({ caregiver }) => caregiver === 'Nora');
    expect(nora.map(({ phase, mentor, status }) => [phase, mentor, status])).toEqual([
      ['plan de trabajo', 'Claudia Ivette Rangel Soto', 'realizada'],
      ['observación enfocada', 'Ana Ruiz Mora', 'realizada'],
      ['reflexión', 'Ana Ruiz Mora', 'por registrar'],
    ]);
  });
});

thoroughly('what the coordinator gets', () => {
  it('the workbook, cell by cell as other code counts it', () => {
    for (const read of [wednesday, monday]) {
      expect(sorted(rowsOf(read.sheets, 'Participación'))).toEqual(sorted(read.expected.map(({ row }) => row)));
      expect(sorted(weekRowsOf(read.sheets))).toEqual(sorted(recountWeeks(read.expected, new Set(['G07-mentora']))));
      const counted = read.expected.filter(({ status, row }) => status !== 'no aplica' && row.Esperada === 1);
      const [done, late] = ['realizada', 'vencida'].map((status) => counted.filter((one) => one.status === status).length);
      expect(textsTo('coordinadora-1', read.said)).toContain(
        `${read.expected.length} renglones. De ${counted.length} sesiones esperadas: ${done} realizadas, ${late} vencidas.`,
      );
    }
    const statuses = new Set([...wednesday.expected, ...monday.expected].map(({ status }) => status));
    expect(statuses.size, [...statuses].join()).toBe(7);
  });

  it('the same rows from the command line', async () => {
    const asked = ['participation', '--iteration', 'it1', '--named', '--data', data];
    const { code, out } = await runNode(['src/commands/export.ts', ...asked], '');
    expect(code).toBe(0);
    const rows = parse(out, { bom: true, columns: true }) as Record<string, string>[];
    // A table has text only, and an empty cell for what is not known.
    const expected = monday.expected.map(({ row }) =>
      Object.fromEntries(
        Object.entries(row).map(([heading, cell]) => [
          heading,
          String(cell ?? '').replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})$/, '$1 $2'),
        ]),
      ),
    );
    expect(sorted(rows)).toEqual(sorted(expected));
  });

  it('«pendientes» and «avance», whose figures are those of the recount', () => {
    for (const read of [wednesday, monday]) {
      const overviews = to('coordinadora-1', messages(read.said)).map(({ text }) => String(text));
      const [, ...told] = (overviews.find((text) => text.startsWith('Pendientes')) ?? '').split('\n');
      expect(told.slice(0, -1)).toEqual(recountDue(read));
      const progress = recountProgress(read);
      const text = overviews.find((one) => one.startsWith('Avance')) ?? '';
      const { total, centres, closed, observation, reflection, plan, notBegun, registered, untouched } = progress;
      expect(closed + observation + reflection + plan + notBegun).toBe(total);
      const said = [
        `De ${total} maestras esperadas en ${centres} centros, ${registered} registradas:`,
        `• ${closed} con ciclo cerrado (${Math.round((100 * closed) / total)} %)`,
      ];
      if (reflection > 0) said.push(`• ${reflection} en reflexión`);
      said.push(`• ${observation} en observación`, `• ${plan} en diagnóstico o plan`, `• ${notBegun} sin empezar`);
      expect(text).toContain(said.join('\n'));
      expect(text).toContain(`${untouched.length} centros no han empezado`);
    }
  });
});

thorough('nobody of the staff reads a word of plans and evidence', () => {
  const cells = [wednesday, monday].flatMap(({ sheets }) => sheets.flatMap(({ data: rows }) => rows.flat()).map(String));
  const seen = [...staff.map((person) => textsTo(person)), ...cells].join('\n').toLowerCase();
  for (const word of privateWords) {
    expect(
      mentors
        .concat(newcomer)
        .map((mentor) => textsTo(mentor))
        .join('\n')
        .toLowerCase(),
      word,
    ).toContain(word);
    expect(seen, word).not.toContain(word);
  }
});
