// The workbook that a coordinator gets in her chat, read back by another library and counted by other code.
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { drive, type Output } from '../shown/driven.ts';
import { isFullEffort, thorough, thoroughly } from '../support/effort.ts';
import { readKept, readSheets, rowsOf, type Sheets, sorted, weekRowsOf, workbookOf } from './read-workbook.ts';
import { type Expected, recompute, recountWeeks } from './recomputed-participation.ts';

type Line = Record<string, unknown>;
const shown: Line[] = readFileSync(new URL('../shown/three-caregivers.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Line);
/** What one mentor wrote, written by another. */
const as = (mentor: string, from: number, to: number): Line[] =>
  shown.slice(from, to).map(({ id: _, ...line }) => ('from' in line ? { ...line, from: mentor } : line));
const says = (from: string, text: string): Line => ({ from, text });
const taps = (from: string, choose: string): Line => ({ from, choose });

/** The first two days: some plan, one declines, one leaves, one is forgotten, one moves a date and one calls it off. */
const beginning = [
  ...as('G05-mentora', 0, 17),
  ...as('G16-mentora', 0, 17),
  ...as('G06-mentora', 0, 17),
  ...as('G03-mentora', 0, 17),
  ...as('G07-mentora', 0, 17),
  ...as('G01-mentora', 0, 4),
  says('G02-mentora', 'hola'),
  taps('G02-mentora', 'No, gracias'),
  ...as('G04-mentora', 0, 22),
  says('G03-mentora', 'baja'),
  taps('G03-mentora', 'Ya no me escriba'),
  says('G07-mentora', 'baja'),
  taps('G07-mentora', 'Borre mis datos'),
  taps('G07-mentora', 'Sí, borrar todo'),
  { now: '2026-03-03T14:10:00-06:00' },
  taps('G05-mentora', 'No se pudo'),
  taps('G05-mentora', 'No hubo quien cubriera'),
  taps('G06-mentora', 'La movimos'),
  says('G06-mentora', 'el jueves a las 11'),
  taps('G06-mentora', 'Sí, así es'),
  says('coordinadora-1', 'registro'),
];
const rest = [
  ...as('G04-mentora', 23, 35),
  { now: '2026-03-17T14:10:00-06:00' },
  ...as('G04-mentora', 36, 45),
  says('coordinadora-1', '/registro'),
];

const data = mkdtempSync(join(tmpdir(), 'workbook-'));
afterAll(() => rmSync(data, { recursive: true, force: true }));

interface Read {
  asked: Output | undefined;
  errors: Output[];
  file: string;
  sheets: Sheets;
  expected: Expected[];
}

async function ask(lines: readonly Line[]): Promise<Read> {
  const outputs = await drive(
    lines.map((line) => JSON.stringify(line)),
    data,
  );
  const { facts, states, now } = await readKept(data);
  return {
    asked: outputs.findLast(({ to }) => to === 'coordinadora-1'),
    errors: outputs.filter((output) => 'error' in output),
    file: workbookOf(data),
    sheets: await readSheets(data),
    expected: recompute(facts, states, now),
  };
}

let early: Read;
let late: Read;
beforeAll(async () => {
  if (!isFullEffort) return;
  early = await ask(beginning);
  late = await ask(rest);
});

thoroughly('the workbook of the iteration under way', () => {
  it('comes as a document, with its figures in a few words', () => {
    expect([...early.errors, ...late.errors]).toEqual([]);
    for (const read of [early, late]) {
      const counted = read.expected.filter(({ status }) => status !== 'no aplica');
      const [done, overdue] = ['realizada', 'vencida'].map((status) => counted.filter((one) => one.status === status).length);
      expect(read.asked).toMatchObject({
        kind: 'overview',
        media: { type: 'document', file: 'made/registro-iteracion-1.xlsx' },
      });
      expect(read.asked?.text).toContain(`Registro: Iteración 1.\n${read.expected.length} renglones.`);
      expect(read.asked?.text).toContain(`De ${counted.length} sesiones esperadas: ${done} realizadas, ${overdue} vencidas.`);
      expect(String(read.asked?.text).length).toBeLessThanOrEqual(350);
    }
  });

  it('has every expected session as other code counts it, cell by cell', () => {
    for (const read of [early, late]) {
      expect(sorted(rowsOf(read.sheets, 'Participación'))).toEqual(sorted(read.expected.map(({ row }) => row)));
    }
  });

  it('tells all that can become of a session', () => {
    const statuses = new Set([...early.expected, ...late.expected].map(({ status }) => status));
    expect([...statuses].sort()).toEqual(
      ['cancelada', 'no aplica', 'no iniciada', 'planeada', 'por registrar', 'realizada', 'vencida'].sort(),
    );
    const rows = rowsOf(late.sheets, 'Participación');
    const reasons = new Set(rows.map((row) => row.Motivo));
    for (const reason of ['sin quien cubra la sala', 'pasó la cita y no se registró', 'la mentora se dio de baja'])
      expect(reasons).toContain(reason);
    expect(rows.filter((row) => row.Mentora === '(datos borrados)')).toMatchObject([
      { Clave: '0733', Fase: 'plan de trabajo', Estado: 'realizada', Minutos: 20, Maestra: '(datos borrados)' },
    ]);
    expect(rows.find((row) => row['Motivo de la baja'])).toMatchObject({ Clave: '0522', 'Motivo de la baja': 'lo pidió ella' });
  });

  it('adds up by centre and week, and says whom to call', () => {
    for (const read of [early, late]) {
      // Who left is not called.
      const recounted = recountWeeks(read.expected, new Set(['', 'G03-mentora']));
      expect(sorted(weekRowsOf(read.sheets))).toEqual(sorted(recounted));
    }
  });

  it('explains each of its columns', () => {
    const told = rowsOf(late.sheets, 'Columnas');
    for (const name of ['Participación', 'Por semana', 'Talleres']) {
      const headings = late.sheets.find(({ sheet }) => sheet === name)?.data[0] ?? [];
      expect(told.filter(({ Hoja }) => Hoja === name).map(({ Columna }) => Columna)).toEqual(headings);
    }
    for (const row of told.filter(({ Hoja }) => Hoja))
      for (const heading of ['Qué dice', 'Unidad', 'De dónde sale']) expect(row[heading], String(row.Columna)).toBeTruthy();
    expect(told.at(-1)).toMatchObject({ Columna: 'Nombres', 'Qué dice': expect.stringContaining('sí') });
  });

  it('holds no word of plans and notes', () => {
    const cells = late.sheets.flatMap(({ data: rows }) => rows.flat()).map(String);
    for (const word of ['Contenta', 'cajas', 'material', 'opciones'])
      expect(cells.filter((cell) => cell.includes(word))).toEqual([]);
  });

  it('is a line in the audit trail, with who asked', async () => {
    const lines = (await readFile(join(data, 'audit.jsonl'), 'utf8')).trim().split('\n');
    expect(lines.map((one) => JSON.parse(one) as object)).toMatchObject([
      { by: 'coordinadora-1', iteration: 'it1', what: expect.stringContaining('names') },
      { by: 'coordinadora-1', iteration: 'it1' },
    ]);
  });

  it('is a file whose parts are well formed, with frozen headings, filters and no formula', () => {
    const parts = Object.entries(unzipSync(new Uint8Array(readFileSync(late.file)))).map(([name, bytes]) => ({
      name,
      xml: new TextDecoder().decode(bytes),
    }));
    const sheets = parts.filter(({ name }) => name.startsWith('xl/worksheets/sheet'));
    expect(sheets).toHaveLength(5);
    for (const { name, xml } of sheets) {
      expect(xml, name).toContain('<pane ySplit="1"');
      expect(xml, name).toMatch(/<autoFilter ref="A1:[A-Z]+\d+"\/>/);
      expect(xml, name).not.toMatch(/<f[ >]/);
      for (const [tag] of xml.matchAll(/<[a-zA-Z][^>]*>/g)) {
        const names = [...tag.matchAll(/\s([\w:]+)="/g)].map(([, attribute]) => attribute);
        expect(new Set(names).size, tag).toBe(names.length);
      }
    }
  });

  const soffice = ['/usr/bin/soffice', '/usr/local/bin/soffice'].find(existsSync);
  it.skipIf(soffice === undefined)(
    'opens in LibreOffice, which shows the same rows (skipped where it is not installed, and where tests are to be short)',
    async () => {
      const out = join(data, 'opened');
      const profile = `-env:UserInstallation=file://${join(data, 'profile')}`;
      // All sheets, dates as they are shown.
      const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
      await promisify(execFile)(soffice ?? '', [profile, '--headless', '--convert-to', filter, '--outdir', out, late.file]);
      const names = await readdir(out);
      expect(names).toHaveLength(5);
      const rows = (await readFile(join(out, names.find((name) => name.includes('Participaci')) ?? ''), 'utf8'))
        .trim()
        .split('\n');
      expect(rows).toHaveLength(late.expected.length + 1);
      const lupita = rows.filter((row) => row.includes('Guadalupe Ríos Peña') && row.includes('Lupita'));
      expect(lupita).toHaveLength(3);
      expect(lupita[1]).toContain('03/03/2026 10:00');
      expect(lupita[1]).toContain(',0704,');
      await promisify(execFile)(soffice ?? '', [profile, '--headless', '--convert-to', 'pdf', '--outdir', out, late.file]);
      expect((await readFile(join(out, 'registro-iteracion-1.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
    },
  );
});

thorough('who may not ask is answered as by a word that nobody knows', async () => {
  const outputs = await drive(
    [
      says('consultora-1', 'registro'),
      says('G01-mentora', 'registro'),
      says('coordinadora-1', 'registro de antier y de luego'),
    ].map((one) => JSON.stringify(one)),
    data,
  );
  const to = (id: string): string => outputs.flatMap((output) => (output.to === id ? [String(output.text)] : [])).join('\n');
  expect(to('consultora-1')).toContain('Esto puedo hacer por usted');
  expect(to('G01-mentora')).not.toContain('Registro');
  expect(to('coordinadora-1')).toContain('No le entendí el periodo');
});

thorough('a made file older than a week goes when a new one is made', async () => {
  const made = join(data, 'made');
  await mkdir(made, { recursive: true });
  for (const [name, days] of [
    ['registro-viejo.xlsx', 8],
    ['registro-nuevo.xlsx', 6],
  ] as const) {
    await writeFile(join(made, name), 'x');
    const then = new Date(Date.now() - days * 86_400_000);
    await utimes(join(made, name), then, then);
  }
  await drive([JSON.stringify(says('coordinadora-1', 'registro de marzo'))], data);
  const names = await readdir(made);
  expect(names).toContain('registro-2026-03.xlsx');
  expect(names).toContain('registro-nuevo.xlsx');
  expect(names).not.toContain('registro-viejo.xlsx');
});
