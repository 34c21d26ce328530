// Results of slips: counted again by hand, five or more, by theme and state office; to coordinators alone; and who gets a slip to print.
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import readExcelFile from 'read-excel-file/node';
import { expect, it } from 'vitest';
import type { Fact } from '../../src/domain/fact.ts';
import type { Caregiver } from '../../src/domain/mentoring-cycle.ts';
import { takeTurn } from '../../src/engine/take-turn.ts';
import { newestSlip, slipsToPrint } from '../../src/mentoring/slip-printing.ts';
import { createLookUpAnswers } from '../../src/reports/answer-look-up.ts';
import { readSlipResults } from '../../src/reports/slip-results.ts';
import { createMemoryStore } from '../../src/store/memory/memory-store.ts';
import type { Store } from '../../src/store/store.ts';
import { houseProgram, testRoster } from '../support/test-house.ts';

const { program } = houseProgram();

let count = 0;
const slip = (theme: Fact['theme'], centreId: string, useful: number | null): Fact => ({
  id: `fact-${count++}`,
  kind: 'slipRecorded',
  recordedAt: '2026-03-09T16:00:00.000Z',
  heldAt: '2026-03-09T16:00:00.000Z',
  zone: 'America/Mexico_City',
  mentorId: 'consultora-1',
  centreId,
  channel: 'simulator',
  iteration: 'it1',
  cycleId: `cycle-${count}`,
  ...(theme ? { theme } : {}),
  data: { useful, understood: 3, respected: 4 },
});
const many = (times: number, ...of: Parameters<typeof slip>): Fact[] => Array.from({ length: times }, () => slip(...of));

async function storeWith(facts: readonly Fact[]): Promise<Store> {
  const store = createMemoryStore();
  await store.importRoster(await testRoster());
  return Object.assign(store, {
    async *readFacts() {
      yield* facts;
    },
  });
}

async function ask(facts: readonly Fact[], owner: string) {
  const dataDir = await mkdtemp(join(tmpdir(), 'slips-'));
  const answer = createLookUpAnswers({
    store: await storeWith(facts),
    program,
    dataDir,
    now: () => '2026-03-09T16:00:00.000Z',
  } as Parameters<typeof createLookUpAnswers>[0]);
  const result = await answer({ kind: 'lookUp', id: '1', owner, askedAt: '', request: { kind: 'slipResults' } });
  return { result, dataDir };
}

const facts = [
  ...many(5, 'sensitivity', 'G04', 4),
  ...many(2, 'sensitivity', 'G05', 1),
  ...many(6, 'languageModeling', 'G05', null),
];

it('counts the whole and each theme and office, in rows that name nobody and no centre', async () => {
  const { headings, rows } = await readSlipResults(await storeWith(facts), program);
  expect(headings).toEqual(['Corte', 'Grupo', 'Pregunta', 'Papeletas', 'Nada', 'Poco', 'Bastante', 'Mucho', 'No contestó']);
  const useful = rows
    .filter(([, , question]) => String(question).startsWith('¿Le sirvió'))
    .map((row) => [row[0], ...row.slice(3)]);
  const sorted = useful.filter(([cut]) => cut === 'Tema').sort((a, b) => Number(a[1]) - Number(b[1]));
  expect(useful[0]).toEqual(['Todo', 13, 2, 0, 0, 5, 6]);
  expect(sorted).toEqual([
    ['Tema', 6, 0, 0, 0, 0, 6],
    ['Tema', 7, 2, 0, 0, 5, 0],
  ]);
  expect(JSON.stringify(rows)).not.toMatch(/G0\d|consultora|mentora de|Guadalupe/);
});

it('says "menos de 5" where there are fewer, and where the difference would tell', async () => {
  const { rows } = await readSlipResults(await storeWith([...facts, slip('feedbackQuality', 'G04', 2)]), program);
  const withheld = rows.filter((row) => row[3] === 'menos de 5');
  expect(new Set(withheld.map(([cut, group]) => `${cut} ${group}`))).toEqual(
    new Set([`Tema ${program.themes.feedbackQuality.name}`, `Tema ${program.themes.languageModeling.name}`]),
  );
  for (const row of withheld) expect(row.slice(4)).toEqual([null, null, null, null, null]);
});

it('coordinators get it in words and as a workbook, nobody else does', async () => {
  const { result, dataDir } = await ask(facts, 'coordinadora-1');
  if (result.kind !== 'found' || !result.file) throw new Error(result.kind);
  expect(result.text).toContain('13 papeletas');
  expect(result.text).toContain('Nada 2 · Poco 0 · Bastante 0 · Mucho 5 · No contestó 6');
  expect(result.text.length).toBeLessThan(1000);
  const [sheet] = await readExcelFile(await readFile(join(dataDir, 'made', result.file.name)));
  expect(sheet?.data[1]?.slice(3)).toEqual([13, 2, 0, 0, 5, 6]);
  for (const owner of ['consultora-1', 'G04-mentora']) expect((await ask(facts, owner)).result.kind).toBe('refused');
});

it('says nothing of four', async () => {
  const { result } = await ask(facts.slice(0, 4), 'coordinadora-1');
  expect(result).toEqual({ kind: 'found', text: expect.stringContaining('menos de 5') });
});

it('prints for who accepted, of cycles closed since the last iteration began', () => {
  const [first, second] = program.programme.iterations;
  const digest = (cycleId: string, date: string) => ({ cycleId, closedAt: `${date}T18:00:00.000Z` });
  const caregiver = (accepted: Caregiver['accepted'], status: Caregiver['status'] = 'active') =>
    ({
      id: `${accepted}`,
      accepted,
      status,
      digests: [digest('old', first?.from ?? ''), digest('new', second?.from ?? '')],
    }) as Caregiver;
  const all = [caregiver('yes'), caregiver('no'), caregiver('notYet'), caregiver(null), caregiver('yes', 'closed')];
  const ids = (today: string) => slipsToPrint(program, all, today, 'America/Mexico_City').map(({ cycleId }) => cycleId);
  expect(ids(second?.to ?? '')).toEqual(['new']);
  expect(ids(first?.to ?? '')).toEqual(['new', 'old']);
  expect(all.map((one) => newestSlip(one)?.cycleId)).toEqual(['new', undefined, undefined, undefined, undefined]);
});

it('a mentor gets one file with the code of each of her caregivers, and no bubble holds more than it can', async () => {
  const store = createMemoryStore();
  await store.importRoster(await testRoster());
  const state = await store.readState('G04-mentora');
  if (!state?.person) throw new Error('nobody is G04-mentora');
  const [iteration] = program.programme.iterations;
  const of = (name: string, index: number): Caregiver => ({
    kind: 'caregiver',
    id: `caregiver-${index}`,
    owner: 'G04-mentora',
    centreId: 'G04',
    name,
    room: null,
    shift: null,
    ageGroup: null,
    accepted: 'yes',
    mentors: [],
    status: 'active',
    digests: [0, 1].map((cycle) => ({
      cycleId: `${name}-${cycle}`,
      theme: 'sensitivity',
      iteration: 'it1',
      beganAt: '',
      closedAt: `${iteration?.from}T18:00:00.000Z`,
      ratings: {},
      focusItems: [],
      goal: '',
      nextStep: '',
    })),
    closingRuns: [],
  });
  const caregivers = Array.from({ length: 14 }, (_, index) => of(`Guadalupe del Rosario ${index}`, index));
  const turn = takeTurn(
    program,
    { ...state, caregivers, person: { ...state.person, consent: { version: '1', at: '2026-03-01T00:00:00.000Z', given: true } } },
    {
      id: 'simulator:1',
      channel: 'simulator',
      externalId: '1',
      owner: 'G04-mentora',
      address: 'G04-mentora',
      writtenAt: '2026-03-09T16:00:00.000Z',
      receivedAt: '2026-03-09T16:00:00.000Z',
      content: { kind: 'text', text: 'papeletas' },
    },
  );
  const [lookUp] = turn.changes.flatMap((change) => ('put' in change && change.put.kind === 'lookUp' ? [change.put] : []));
  if (lookUp?.request.kind !== 'slipPages') throw new Error(JSON.stringify(turn.outbound));
  expect(lookUp.request.cycleIds.length).toBe(new Set(lookUp.request.cycleIds).size);
  expect(lookUp.request.cycleIds).toHaveLength(28);
  const bubbles = [lookUp.request.text, ...lookUp.request.more];
  expect(bubbles.join('\n').match(/^• [A-Z]\d[A-Z]\d: Guadalupe/gm)).toHaveLength(28);
  for (const bubble of bubbles) expect(bubble.length).toBeLessThanOrEqual(1000);
  expect(turn.facts.filter(({ kind }) => kind !== 'reminderPlanned')).toEqual([]);
});
