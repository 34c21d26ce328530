// Which sessions are expected of whom: hand-over, closing, leaving, second sessions, and cycles outside any iteration.
import { expect, it } from 'vitest';
import type { Fact } from '../../src/domain/fact.ts';
import type { Caregiver } from '../../src/domain/mentoring-cycle.ts';
import type { Centre, Person } from '../../src/domain/roster.ts';
import type { OwnerState } from '../../src/domain/turn.ts';
import { type ParticipationPeriod, readParticipation } from '../../src/reports/participation-report.ts';
import { byName, byPseudonym, codes, rowMaker } from '../../src/reports/participation-rows.ts';
import { createPseudonyms } from '../../src/reports/pseudonym.ts';
import { weekRows } from '../../src/reports/week-rows.ts';
import { houseProgram } from '../support/test-house.ts';
import { factOf } from './fact-fixtures.ts';

const { program } = houseProgram();

const centre: Centre = {
  kind: 'centre',
  id: 'G04',
  owner: 'programme',
  centreKey: '0704',
  name: 'Guardería Cuatro',
  ooad: 'CDMX',
  provision: 'direct',
  region: 'Centro',
  state: 'Ciudad de México',
  locality: 'Cuauhtémoc',
  zone: 'America/Mexico_City',
  intensive: true,
  active: true,
  safeguardingContacts: [],
};
const mentor = (id: string, fields: Partial<Person> = {}): Person => ({
  kind: 'person',
  id,
  owner: id,
  name: `Nombre de ${id}`,
  calledAs: '',
  roles: ['mentor'],
  centreId: 'G04',
  phone: '',
  expectedCaregivers: 1,
  accompaniedBy: [],
  active: true,
  addresses: [],
  consent: { version: '1', at: '2026-02-23T15:00:00.000Z', given: true },
  phoneMoments: null,
  prerequisiteCourse: null,
  pausedUntil: null,
  withdrawnAt: null,
  erasedAt: null,
  ...fields,
});
const caregiver = (id: string, owner: string, fields: Partial<Caregiver> = {}): Caregiver => ({
  kind: 'caregiver',
  id,
  owner,
  centreId: 'G04',
  name: `Nombre de ${id}`,
  room: 'maternal-a',
  shift: 'matutino',
  ageGroup: 'toddlers',
  accepted: 'yes',
  mentors: [{ personId: owner, from: '2026-02-24', to: null }],
  status: 'active',
  digests: [],
  closingRuns: [],
  ...fields,
});

let made = 0;
const happened = (fields: Partial<Fact>): Fact =>
  factOf({ id: `f${made++}`, mentorId: 'A', caregiverId: 'c1', cycleId: 'k1', theme: 'sensitivity', ...fields });
const held = (phase: Fact['phase'], on: string, fields: Partial<Fact> = {}): Fact =>
  happened({ kind: 'sessionHeld', phase, heldAt: `${on}T18:00:00.000Z`, sessionNumber: 1, data: { hourKnown: true }, ...fields });

interface Programme {
  mentors: Person[];
  caregivers?: Caregiver[];
  facts?: Fact[];
  now?: string;
  period?: ParticipationPeriod;
}

async function read({
  mentors,
  caregivers = [],
  facts = [],
  now = '2026-03-10T18:00:00.000Z',
  period = { iteration: 'it1' },
}: Programme) {
  const store = {
    readRoster: async () => ({ centres: [centre, { ...centre, id: 'G09', centreKey: '0709' }], persons: mentors }),
    readState: async (owner: string) =>
      ({ caregivers: caregivers.filter((one) => one.owner === owner), conversation: undefined }) as unknown as OwnerState,
    async *readFacts() {
      yield* facts;
    },
  };
  const report = await readParticipation(store, program, period, now);
  const sessions = [...report.sessions()];
  const toRow = rowMaker({ ...report, names: byName(report.people), words: codes });
  return { report, sessions, rows: sessions.map(toRow) };
}
const brief = ({ sessions }: { sessions: Awaited<ReturnType<typeof read>>['sessions'] }): string[] =>
  sessions.map(
    ({ mentorId, caregiverId, phase, status, reason, expected }) =>
      `${mentorId} ${caregiverId ?? '-'} ${phase} ${status}${reason ? ` ${reason}` : ''}${expected ? '' : ' (more)'}`,
  );

it('whoever the mentor has not registered is expected too', async () => {
  expect(brief(await read({ mentors: [mentor('A', { expectedCaregivers: 2 })], caregivers: [caregiver('c1', 'A')] }))).toEqual([
    'A c1 workPlan overdue',
    'A c1 focusedObservation overdue',
    'A c1 reflection notStarted',
    'A - workPlan overdue caregiverUnknown',
    'A - focusedObservation overdue caregiverUnknown',
    'A - reflection notStarted caregiverUnknown',
  ]);
});

it('more caregivers than the roster expects are all there', async () => {
  const { sessions } = await read({ mentors: [mentor('A')], caregivers: [caregiver('c1', 'A'), caregiver('c2', 'A')] });
  expect(sessions.filter(({ expected }) => expected)).toHaveLength(6);
});

it('a second session of a phase is a row that is not expected, and its date too', async () => {
  const facts = [
    held('workPlan', '2026-03-02'),
    held('workPlan', '2026-03-03', { sessionNumber: 2 }),
    happened({ kind: 'appointmentSet', phase: 'focusedObservation', data: { plannedFor: '2026-03-04T10:00', before: null } }),
    held('focusedObservation', '2026-03-04', { data: { plannedFor: '2026-03-04T10:00' } }),
    happened({ kind: 'appointmentSet', phase: 'focusedObservation', data: { plannedFor: '2026-03-12T10:00', before: null } }),
  ];
  const { sessions, rows } = await read({ mentors: [mentor('A')], caregivers: [caregiver('c1', 'A')], facts });
  expect(brief({ sessions })).toEqual([
    'A c1 workPlan held',
    'A c1 workPlan held (more)',
    'A c1 focusedObservation held',
    'A c1 focusedObservation planned (more)',
    'A c1 reflection notStarted',
  ]);
  expect(rows.map(({ sessionNumber, expected }) => [sessionNumber, expected])).toEqual([
    [1, 1],
    [2, 0],
    [1, 1],
    [null, 0],
    [null, 1],
  ]);
});

it('a reflection held in the next iteration is that of the cycle that began in this one', async () => {
  const facts = [held('workPlan', '2026-03-02'), held('reflection', '2026-03-25', { iteration: 'it2' })];
  const programme = { mentors: [mentor('A')], caregivers: [caregiver('c1', 'A')], facts, now: '2026-03-26T18:00:00.000Z' };
  expect(brief(await read(programme))).toEqual(['A c1 workPlan held', 'A c1 focusedObservation overdue', 'A c1 reflection held']);
  const next = await read({ ...programme, period: { iteration: 'it2' } });
  expect(next.sessions.map(({ status }) => status)).toEqual(['notStarted', 'notStarted', 'notStarted']);
});

it('after a hand-over the rest is expected of her new mentor, and what was held stays with who held it', async () => {
  const handed = caregiver('c1', 'B', {
    mentors: [
      { personId: 'A', from: '2026-02-24', to: '2026-03-05' },
      { personId: 'B', from: '2026-03-05', to: null },
    ],
  });
  const facts = [held('workPlan', '2026-03-02')];
  // Nobody else is expected of her first mentor in her place.
  const mentors = [mentor('A'), mentor('B')];
  expect(brief(await read({ mentors, caregivers: [handed], facts }))).toEqual([
    'A c1 workPlan held',
    'B c1 focusedObservation overdue',
    'B c1 reflection notStarted',
  ]);
});

it('work that was closed does not apply from then on; what was due before stays due, and her place is free', async () => {
  const closed = caregiver('c1', 'A', { status: 'closed', mentors: [{ personId: 'A', from: '2026-02-24', to: '2026-03-04' }] });
  const programme = { mentors: [mentor('A')], caregivers: [closed] };
  expect(brief(await read(programme))).toEqual([
    'A c1 workPlan overdue',
    'A c1 focusedObservation notApplicable caregiverClosed',
    'A c1 reflection notApplicable caregiverClosed',
    'A - workPlan overdue caregiverUnknown',
    'A - focusedObservation overdue caregiverUnknown',
    'A - reflection notStarted caregiverUnknown',
  ]);
  const later = await read({ ...programme, now: '2026-04-20T18:00:00.000Z', period: { iteration: 'it2' } });
  expect(later.sessions.map(({ caregiverId }) => caregiverId)).toEqual([null, null, null]);
});

it('a mentor who left owes nothing that was due later, and is not called', async () => {
  const left = mentor('A', { withdrawnAt: '2026-03-04T18:00:00.000Z', active: false });
  const facts = [factOf({ kind: 'withdrawn', mentorId: 'A', data: { reason: 'jobChange' } })];
  const { report, sessions, rows } = await read({ mentors: [left], facts });
  expect(brief({ sessions })).toEqual([
    'A - workPlan overdue caregiverUnknown',
    'A - focusedObservation notApplicable mentorWithdrawn',
    'A - reflection notApplicable mentorWithdrawn',
  ]);
  expect(rows[0]).toMatchObject({ withdrawnOn: '2026-03-04', withdrawnWhy: 'jobChange', replacedBy: null });
  expect(weekRows(sessions, report.people, byName(report.people))).toMatchObject([
    { week: '2026-02-23', weekExpected: 1, weekDone: 0, weekLate: 1, call: null },
  ]);
  const next = await read({ mentors: [left], facts, period: { iteration: 'it2' } });
  expect(next.sessions).toEqual([]);
});

it('what was due before a replacement stays with whom it was due of; the rest is expected once, of who came', async () => {
  const left = mentor('A', { withdrawnAt: '2026-03-04T18:00:00.000Z', active: false });
  const facts = [
    factOf({ kind: 'withdrawn', mentorId: 'A', data: { reason: 'own', replacedBy: 'B' } }),
    factOf({ kind: 'enrolled', mentorId: 'B', recordedAt: '2026-03-04T18:00:00.000Z', data: { replaces: 'A' } }),
  ];
  const { sessions, rows } = await read({ mentors: [left, mentor('B')], facts });
  expect(brief({ sessions: sessions.filter(({ status }) => status !== 'notApplicable') })).toEqual([
    'A - workPlan overdue caregiverUnknown',
    'B - focusedObservation overdue caregiverUnknown',
    'B - reflection notStarted caregiverUnknown',
  ]);
  expect(rows[0]).toMatchObject({ mentor: 'Nombre de A', replacedBy: 'Nombre de B' });
});

it('a caregiver who was handed over is behind with whom it was due; one whom her successor adds owes nothing of before', async () => {
  const left = mentor('A', { withdrawnAt: '2026-03-04T18:00:00.000Z', active: false });
  const facts = [
    factOf({ kind: 'withdrawn', mentorId: 'A', data: { reason: 'own', replacedBy: 'B' } }),
    factOf({ kind: 'enrolled', mentorId: 'B', recordedAt: '2026-03-04T18:00:00.000Z', data: { replaces: 'A' } }),
    held('focusedObservation', '2026-03-05', { mentorId: 'B', caregiverId: 'c2', cycleId: 'k2' }),
  ];
  const handed = caregiver('c1', 'B', {
    mentors: [
      { personId: 'A', from: '2026-02-24', to: '2026-03-04' },
      { personId: 'B', from: '2026-03-04', to: null },
    ],
  });
  const added = caregiver('c2', 'B', { mentors: [{ personId: 'B', from: '2026-03-05', to: null }] });
  expect(brief(await read({ mentors: [left, mentor('B')], caregivers: [handed, added], facts }))).toEqual([
    'A c1 workPlan overdue',
    'B c1 focusedObservation overdue',
    'B c1 reflection notStarted',
    'B c2 focusedObservation held',
    'B c2 reflection notStarted',
  ]);
});

it('before she began nothing is overdue; then each phase is due on the next date of the iteration', async () => {
  const since = (at: string) => ({ mentors: [mentor('A', { consent: { version: '1', at, given: true } })], caregivers: [] });
  const dates = async (at: string, now: string): Promise<string[]> =>
    (await read({ ...since(at), now })).sessions.map(({ expectedBy, status }) => `${expectedBy} ${status}`);
  expect(await dates('2026-03-02T15:00:00.000Z', '2026-03-02T18:00:00.000Z')).toEqual([
    '2026-03-06 notStarted',
    '2026-03-06 notStarted',
    '2026-03-13 notStarted',
  ]);
  expect(await dates('2026-03-16T15:00:00.000Z', '2026-03-17T18:00:00.000Z')).toEqual(Array(3).fill('2026-03-20 notStarted'));
  const never = { mentors: [mentor('A', { consent: null })] };
  const statuses = async (now: string): Promise<string[]> => (await read({ ...never, now })).sessions.map(({ status }) => status);
  expect(await statuses('2026-03-19T18:00:00.000Z')).toEqual(Array(3).fill('notStarted'));
  expect(await statuses('2026-03-21T18:00:00.000Z')).toEqual(Array(3).fill('overdue'));
});

it('after a move what was due before stays with the old centre, and so does who works there', async () => {
  const facts = [
    factOf({ kind: 'centreChanged', mentorId: 'A', recordedAt: '2026-03-04T18:00:00.000Z', data: { before: 'G09' } }),
  ];
  const { sessions } = await read({
    mentors: [mentor('A', { expectedCaregivers: 2 })],
    caregivers: [caregiver('c1', 'A', { centreId: 'G09' })],
    facts,
  });
  expect(sessions.map(({ caregiverId, phase, centre: where }) => `${caregiverId} ${phase} ${where?.id}`)).toEqual([
    'c1 workPlan G09',
    'c1 focusedObservation G09',
    'c1 reflection G09',
    'null workPlan G09',
    'null focusedObservation G04',
    'null reflection G04',
  ]);
});

it('why it did not take place is told also after another date was given', async () => {
  const facts = [
    happened({ kind: 'appointmentSet', phase: 'focusedObservation', data: { plannedFor: '2026-03-09T10:00', before: null } }),
    happened({
      kind: 'appointmentCancelled',
      phase: 'focusedObservation',
      data: { plannedFor: '2026-03-09T10:00', reason: 'caregiverAbsent' },
    }),
    happened({
      kind: 'appointmentSet',
      phase: 'focusedObservation',
      data: { plannedFor: '2026-03-12T10:00', before: '2026-03-09T10:00' },
    }),
  ];
  const { rows } = await read({ mentors: [mentor('A')], caregivers: [caregiver('c1', 'A')], facts });
  expect(rows[1]).toMatchObject({ status: 'planned', reason: 'caregiverAbsent', timesMoved: 1 });
});

it('who did not agree is named nowhere, also where something was held with her', async () => {
  const mentors = [mentor('A', { consent: { version: '1', at: '2026-03-03T15:00:00.000Z', given: false } })];
  const { sessions, rows, report } = await read({
    mentors,
    caregivers: [caregiver('c1', 'A')],
    facts: [held('workPlan', '2026-03-02')],
  });
  expect(sessions.map(({ mentorId, status }) => `${mentorId} ${status}`)).toEqual([' held']);
  expect(JSON.stringify(rows)).not.toContain('Nombre de');
  expect(report.people.declined).toBe(1);
});

it('who came after an iteration was over owes nothing of it', async () => {
  const facts = [factOf({ kind: 'enrolled', mentorId: 'A', recordedAt: '2026-03-24T18:00:00.000Z' })];
  expect((await read({ mentors: [mentor('A')], facts, now: '2026-04-01T18:00:00.000Z' })).sessions).toEqual([]);
});

it('a mentor without consent and one who rests say so; of one who declined nothing is expected', async () => {
  const mentors = [
    mentor('A', { consent: null }),
    mentor('B', { consent: { version: '1', at: '2026-02-23T15:00:00.000Z', given: false } }),
    mentor('C', { pausedUntil: '2026-04-01' }),
  ];
  const { sessions } = await read({ mentors, now: '2026-03-02T18:00:00.000Z' });
  expect(sessions.filter(({ phase }) => phase === 'reflection').map(({ status, reason }) => `${status} ${reason}`)).toEqual([
    'notStarted notEnrolled',
    'notStarted mentorPaused',
  ]);
});

it('a cycle outside any iteration is there, and nobody expected it', async () => {
  const facts = [held('workPlan', '2026-08-12', { iteration: 'none' })];
  const programme = { mentors: [mentor('A')], caregivers: [caregiver('c1', 'A')], facts, now: '2026-08-20T18:00:00.000Z' };
  expect(brief(await read({ ...programme, period: { iteration: 'none' } }))).toEqual(['A c1 workPlan held (more)']);
  const august = await read({ ...programme, period: { from: '2026-08-01', to: '2026-08-31' } });
  expect(brief(august)).toEqual(['A c1 workPlan held (more)']);
});

it('a period takes what was held, agreed or expected in it, both days included', async () => {
  const facts = [
    held('workPlan', '2026-03-02'),
    happened({ kind: 'appointmentSet', phase: 'focusedObservation', data: { plannedFor: '2026-03-10T10:00', before: null } }),
    happened({
      kind: 'appointmentMoved',
      phase: 'focusedObservation',
      data: { plannedFor: '2026-03-11T10:00', before: '2026-03-10T10:00' },
    }),
  ];
  const phasesIn = async (from: string, to: string): Promise<string[]> =>
    (await read({ mentors: [mentor('A')], caregivers: [caregiver('c1', 'A')], facts, period: { from, to } })).sessions.map(
      ({ phase }) => phase,
    );
  expect(await phasesIn('2026-03-02', '2026-03-02')).toEqual(['workPlan']);
  expect(await phasesIn('2026-03-11', '2026-03-13')).toEqual(['focusedObservation', 'reflection']);
  expect(await phasesIn('2026-03-03', '2026-03-10')).toEqual([]);
});

it('a session whose hour nobody told has a date alone', async () => {
  const facts = [held('workPlan', '2026-03-02', { data: { hourKnown: false } })];
  const { rows } = await read({ mentors: [mentor('A')], caregivers: [caregiver('c1', 'A')], facts });
  expect(rows[0]).toMatchObject({ heldAt: '2026-03-02', recordedAt: '2026-03-04T09:00' });
});

it('pseudonyms stand for mentors and caregivers in every column', async () => {
  const { report, sessions } = await read({
    mentors: [mentor('A', { accompaniedBy: ['B'] }), mentor('B')],
    caregivers: [caregiver('c1', 'A')],
    facts: [held('workPlan', '2026-03-02')],
  });
  const toRow = rowMaker({ ...report, names: byPseudonym(createPseudonyms('a'.repeat(64))), words: codes });
  const written = JSON.stringify(sessions.map(toRow));
  expect(written).not.toContain('Nombre de');
  expect(written).toMatch(/"caregiver":"c-[0-9a-f]{10}"/);
  expect(written).toMatch(/"recordedBy":"m-[0-9a-f]{10}"/);
});
