// The figures of the standing views: computed from records alone, in each centre's time, cut where a phone's patience ends.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Centre, Person } from '../../src/domain/roster.ts';
import type { OwnerState } from '../../src/domain/turn.ts';
import { recordStateOf, workingDaysBetween } from '../../src/mentoring/late-records.ts';
import { createLookUpAnswers } from '../../src/reports/answer-look-up.ts';
import { accompaniedBubbles, accompaniedBy } from '../../src/reports/standing-accompanied.ts';
import { dueBubbles, dueFigures, dueOf } from '../../src/reports/standing-due.ts';
import { type MentorStanding, noStages, standingOf } from '../../src/reports/standing-mentors.ts';
import { drawPng } from '../../src/reports/standing-png.ts';
import { progressFigures } from '../../src/reports/standing-progress.ts';
import { standingTexts } from '../../src/reports/standing-texts.ts';
import { createMemoryStore } from '../../src/store/memory/memory-store.ts';
import { houseProgram, testRoster } from '../support/test-house.ts';

const { program } = houseProgram();
const t = standingTexts(program);
const here = { date: '2026-03-09', time: '09:30' };
const none: ReadonlyMap<string, string> = new Map();

function mentor(id: string, patch: Partial<MentorStanding> = {}): MentorStanding {
  const centre = {
    id: id.slice(0, 4),
    locality: `Lugar ${id.slice(1, 4)}`,
    ooad: 'Oficina',
    zone: 'America/Mexico_City',
  } as Centre;
  return {
    id,
    name: `Mentora ${id}`,
    accompaniedBy: [],
    centre,
    today: here,
    participation: 'working',
    pausedUntil: null,
    withdrawnOn: null,
    reachable: true,
    welcome: 'done',
    courseFinished: true,
    caregivers: 2,
    unregistered: 0,
    behind: 0,
    stages: { ...noStages(), plan: 1, notBegun: 1 },
    steps: [],
    silentDays: 0,
    ...patch,
  };
}

const owed = (date: string, record: 'late' | 'toRecord' | 'planned', workingDays = 3): MentorStanding['steps'][number] => ({
  step: record === 'planned' ? 'awaitObservation' : 'recordObservation',
  appointment: { date, time: '10:00', phase: 'focusedObservation', record, workingDays },
});

it('a record is late when three working days after the appointment are over', () => {
  const friday = { date: '2026-03-13', time: '10:00' };
  const holiday = new Map([['2026-03-16', 'Natalicio de Benito Juárez']]);
  const at = (date: string, time: string): string => recordStateOf(friday, { date, time }, holiday);
  expect(at('2026-03-13', '09:59')).toBe('planned');
  expect(at('2026-03-13', '10:00')).toBe('toRecord');
  // Saturday, Sunday and the holiday do not count against her.
  expect(at('2026-03-19', '18:00')).toBe('toRecord');
  expect(at('2026-03-20', '00:00')).toBe('late');
  expect(workingDaysBetween('2026-03-13', '2026-03-18', holiday)).toBe(2);
  expect(workingDaysBetween('2026-03-13', '2026-03-18', none)).toBe(3);
});

it('what waits of a mentor, by her state', () => {
  const kinds = (patch: Partial<MentorStanding>): string[] => dueOf(mentor('G100', patch)).map(({ kind }) => kind);
  expect(kinds({})).toEqual([]);
  expect(kinds({ steps: [owed('2026-03-03', 'late'), owed('2026-03-09', 'toRecord')] })).toEqual(['late', 'toRecord']);
  expect(kinds({ steps: [owed('2026-03-09', 'planned')] })).toEqual(['today']);
  expect(kinds({ steps: [owed('2026-03-10', 'planned')] })).toEqual([]);
  expect(kinds({ steps: [{ step: 'agreeReflection', appointment: undefined }] })).toEqual(['noDate']);
  expect(kinds({ caregivers: 0, courseFinished: false })).toEqual(['noCaregivers', 'course']);
  expect(kinds({ silentDays: 6 })).toEqual([]);
  expect(kinds({ silentDays: 7 })).toEqual(['silent']);
  expect(kinds({ reachable: false })).toEqual(['noChannel']);
  expect(kinds({ reachable: false, welcome: 'notBegun', caregivers: 0 })).toEqual(['notJoined']);
  expect(kinds({ welcome: 'notBegun', caregivers: 0 })).toEqual(['welcome']);
  // Somebody else records for her: what waits is told all the same.
  expect(kinds({ reachable: false, welcome: 'notBegun', steps: [owed('2026-03-03', 'late')] })).toEqual(['late', 'noChannel']);
  expect(kinds({ welcome: 'refused' })).toEqual(['refused']);
  expect(kinds({ participation: 'withdrawn', steps: [owed('2026-03-03', 'late')] })).toEqual(['withdrawn']);
  expect(kinds({ participation: 'inactive' })).toEqual([]);
  // Who has a rest is not to be called.
  const resting = mentor('G100', { participation: 'paused', pausedUntil: '2026-03-16', steps: [owed('2026-03-03', 'late')] });
  expect(dueOf(resting).map(({ kind, weight }) => [kind, weight])).toEqual([
    ['paused', 0],
    ['late', 0],
  ]);
  expect(dueFigures([resting]).callFirst).toBeUndefined();
});

it('the most urgent centre is first, and in it the most urgent mentor', () => {
  const figures = dueFigures([
    mentor('G100-a', { courseFinished: false }),
    mentor('G200-a', { steps: [owed('2026-03-09', 'toRecord')] }),
    mentor('G100-b', { steps: [owed('2026-03-03', 'late', 4)] }),
    mentor('G300-a'),
  ]);
  expect(figures.centres.map(({ mentors }) => mentors.map((due) => due.mentor.id))).toEqual([['G100-b', 'G100-a'], ['G200-a']]);
  expect(figures.callFirst?.id).toBe('G100-b');
  expect(figures.upToDate).toBe(1);
});

it('long lists end with how many more there are, and no bubble is too long', () => {
  const many = Array.from({ length: 2400 }, (_, index) =>
    mentor(`G${String(index).padStart(4, '0')}`, { steps: [owed('2026-03-03', 'late')], silentDays: 12, accompaniedBy: ['c'] }),
  );
  const due = dueBubbles(t, many, here);
  const accompanied = accompaniedBubbles(t, accompaniedBy(many, 'c'), here);
  for (const bubbles of [due, accompanied]) {
    expect(bubbles).toHaveLength(3);
    for (const bubble of bubbles) expect(bubble.length).toBeLessThanOrEqual(1000);
    const told = bubbles.join('\n').match(/• Mentora/g)?.length ?? 0;
    const left = Number(/… y ([\d,]+) más/.exec(bubbles.at(-1) ?? '')?.[1]?.replace(',', ''));
    expect(told + left).toBe(2400);
  }
  expect(due.at(-1)).toMatch(/más; el detalle está en el «registro»\.$/);
});

it('those who have not begun are told of together, and nobody is to be called for it', () => {
  const unknown = { welcome: 'notBegun', caregivers: 0, silentDays: null } as const;
  const [summary, details] = dueBubbles(t, [mentor('G100', unknown), mentor('G200', { ...unknown, reachable: false })], here);
  expect(summary).toBe('Pendientes, lunes 9 de marzo, 09:30 h:\n• 1 mentora no ha entrado al chat\n• 1 bienvenida sin terminar');
  expect(details).toBe(
    'Por centro, lo más urgente arriba:\nBienvenida sin empezar: Mentora G100 (G100).\nNo han entrado al chat: Mentora G200 (G200).',
  );
});

it('everything in order is one sentence', () => {
  expect(dueBubbles(t, [mentor('G100')], here)).toEqual([
    'lunes 9 de marzo, 09:30 h. Todo al corriente, no hay nada vencido ni por anotar.',
  ]);
});

it('a consultant to whom nobody is assigned sees all, and is told so', () => {
  const all = accompaniedBy([mentor('G100'), mentor('G200', { participation: 'inactive' })], 'consultora-3');
  expect(all.mentors.map(({ id }) => id)).toEqual(['G100']);
  expect(accompaniedBubbles(t, all, here)[0]).toMatch(/^Todavía no tiene mentoras asignadas\. Ésta es la única, lunes 9/);
});

it('up to twenty-four centres have a bar each, more are put together by state office', () => {
  const of = (count: number): MentorStanding[] => Array.from({ length: count }, (_, index) => mentor(`G${100 + index}`));
  expect(progressFigures(of(24))).toMatchObject({ byOffice: false, centres: 24, total: 48 });
  const many = progressFigures(of(25));
  expect(many).toMatchObject({ byOffice: true, centres: 25, total: 50 });
  expect(many.rows).toEqual([{ label: 'Oficina', counts: { ...noStages(), plan: 25, notBegun: 25 }, total: 50 }]);
});

async function stateOf(patch: Partial<Person>, now: string): Promise<MentorStanding | undefined> {
  const { persons, centres } = await testRoster();
  const person = { ...(persons.find(({ id }) => id === 'G16-mentora') as Person), ...patch };
  const empty = { threads: [], caregivers: [], cycles: [], doubts: [], alerts: [], timers: [], lookUps: [], directory: [] };
  const centre = centres.find(({ id }) => id === 'G16');
  const state = { owner: person.id, person, conversation: undefined, ...empty, centre } as unknown as OwnerState;
  return standingOf(state, program, now);
}

it('days are those of her centre', async () => {
  // Half past eleven at night in Mexico City is half past midnight in Cancún.
  const night = '2026-03-10T05:30:00Z';
  const resting = { pausedUntil: '2026-03-10' };
  expect((await stateOf(resting, night))?.participation).toBe('working');
  expect((await stateOf(resting, '2026-03-10T04:30:00Z'))?.participation).toBe('paused');
  expect((await stateOf({ withdrawnAt: night }, night))?.withdrawnOn).toBe('2026-03-10');
});

it('who asked to be forgotten is not there; who left counts with what she closed only', async () => {
  const now = '2026-03-09T15:30:00Z';
  expect(await stateOf({ erasedAt: now }, now)).toBeUndefined();
  expect((await stateOf({}, now))?.stages.notBegun).toBe(11);
  expect((await stateOf({ withdrawnAt: now }, now))?.stages.notBegun).toBe(0);
});

it('the right is asked for again where the records are read, and the picture is a file of its own', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'standing-'));
  try {
    const store = createMemoryStore();
    await store.importRoster(await testRoster());
    const answer = createLookUpAnswers({ store, program, dataDir, now: () => '2026-03-09T15:30:00Z' });
    const asked = (owner: string, of: 'due' | 'progress' | 'mentors') =>
      answer({ kind: 'lookUp', id: 'l', owner, askedAt: '', request: { kind: 'standing', of } });
    for (const of of ['due', 'progress', 'mentors'] as const) {
      expect(await asked('G04-mentora', of)).toEqual({ kind: 'refused' });
      expect((await asked('coordinadora-1', of)).kind).toBe(of === 'mentors' ? 'refused' : 'found');
      expect((await asked('consultora-1', of)).kind).toBe(of === 'mentors' ? 'found' : 'refused');
    }
    expect(readdirSync(join(dataDir, 'made'))).toEqual(['avance-2026-03-09.png']);
    const png = readFileSync(join(dataDir, 'made', 'avance-2026-03-09.png'));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([900, 1430]);
    expect(png.length).toBeLessThan(150_000);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
});

it('letters are drawn with the font of the house, whatever the machine has', () => {
  const svg = (text: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40"><rect width="200" height="40" fill="#fff"/><text y="30" font-size="30" font-family="Lato">${text}</text></svg>`;
  expect(drawPng(svg('ñ')).equals(drawPng(svg('')))).toBe(false);
  expect(drawPng(svg('ñ')).equals(drawPng(svg('n')))).toBe(false);
});
