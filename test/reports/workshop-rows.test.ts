// Who was in which workshop, as a table: a row for each mentor who took part in the programme then, by whose word; opinions apart, as counts of five or more.
import { expect, it } from 'vitest';
import type { Fact, FactKind } from '../../src/domain/fact.ts';
import { workshopsWith } from '../../src/mentoring/workshop-dates.ts';
import { readProgrammePeople } from '../../src/reports/programme-people.ts';
import {
  readWorkshopParts,
  surveyCounts,
  type WorkshopPeriod,
  workshopCodes,
  workshopRows,
} from '../../src/reports/workshop-rows.ts';
import { createMemoryStore } from '../../src/store/memory/memory-store.ts';
import { houseProgram, testRoster } from '../support/test-house.ts';
import { factOf } from './fact-fixtures.ts';

const { program } = houseProgram();

const fact = (kind: FactKind, mentorId: string, data: Fact['data'], minutes?: number): Fact =>
  factOf({ kind, mentorId, recordedAt: '2026-02-19T21:00:00.000Z', data, ...(minutes === undefined ? {} : { minutes }) });

async function rows(facts: Fact[], period: WorkshopPeriod = {}) {
  const store = createMemoryStore();
  const { centres, persons } = await testRoster();
  const enrolled = (at: string) => ({ version: 'x', at, given: true });
  await store.importRoster({
    centres,
    persons: persons.flatMap((person) => {
      if (person.id === 'G01-mentora') return [{ ...person, consent: enrolled('2026-02-02T15:00:00.000Z') }];
      if (person.id === 'G04-mentora') return [{ ...person, consent: enrolled('2026-02-15T15:00:00.000Z') }];
      return [person];
    }),
  });
  async function* readFacts() {
    yield* facts;
  }
  return [
    ...workshopRows(
      {
        people: await readProgrammePeople(store),
        workshops: workshopsWith(program, undefined),
        parts: await readWorkshopParts({ readFacts }),
        period,
        now: '2026-02-20T15:00:00.000Z',
      },
      (id) => id,
      workshopCodes,
    ),
  ];
}

it('has a row for each workshop since she takes part, also where nothing is known of it', async () => {
  const found = await rows([]);
  expect(found.map(({ mentor, workshop, attended }) => [mentor, workshop, attended])).toEqual([
    ['G01-mentora', 1, null],
    ['G01-mentora', 2, null],
    ['G01-mentora', 3, null],
    ['G04-mentora', 3, null],
  ]);
  expect(found[0]?.workshopAt).toBe('2026-02-05T09:00');
  expect((await rows([], { from: '2026-02-10', to: '2026-02-15' })).map(({ workshop }) => workshop)).toEqual([2]);
  expect(await rows([], { iteration: 'it2' })).toEqual([]);
});

it('tells by whose word she was there, what differs, the catch-up and the homework, and nothing of what she thought of it', async () => {
  const [, , first, second] = await rows([
    fact('workshopAttended', 'G01-mentora', { workshop: 3, source: 'self', attended: 'complete' }),
    fact('workshopAttended', 'G01-mentora', { workshop: 3, source: 'zoom', attended: 'part' }, 70),
    fact('workshopAnswered', 'G01-mentora', { workshop: 3, question: 'usefulness', value: 2 }),
    fact('workshopAnswered', 'G01-mentora', { workshop: 3, question: 'usefulness', value: 4 }),
    fact('workshopAnswered', 'G01-mentora', { workshop: 3, question: 'length', value: 'long' }),
    fact('workshopAnswered', 'G01-mentora', { workshop: 3, question: 'satisfaction', value: null }),
    fact('workshopHomework', 'G01-mentora', { workshop: 3, done: true }),
    fact('workshopAttended', 'G04-mentora', { workshop: 3, source: 'self', attended: 'none' }),
    fact('workshopCaughtUp', 'G04-mentora', { workshop: 3, right: false }),
  ]);
  expect(first).toMatchObject({ attended: 'part', attendedBy: 'zoom', minutes: 70, saidHerself: 'complete', saidZoom: 'part' });
  expect(first).toMatchObject({ homework: 'yes', caughtUpOn: null });
  // Opinions are no part of anybody's row.
  expect(JSON.stringify(first)).not.toMatch(/usefulness|satisfaction|long/);
  expect(second).toMatchObject({
    attended: 'none',
    attendedBy: 'self',
    caughtUpOn: '2026-02-19',
    caughtUpRight: 'no',
    homework: null,
  });
});

it('counts opinions of a workshop from five on, the last word of each', async () => {
  const answer = (mentor: number, workshop: number, value: number): Fact =>
    fact('workshopAnswered', `m${mentor}`, { workshop, question: 'usefulness', value });
  const facts = [1, 2, 3, 4, 5].flatMap((mentor) => [answer(mentor, 2, 1), answer(mentor, 2, mentor > 2 ? 5 : 4)]);
  facts.push(...[1, 2, 3, 4].map((mentor) => answer(mentor, 3, 5)));
  async function* readFacts() {
    yield* facts;
  }
  const found = surveyCounts(await readWorkshopParts({ readFacts }));
  expect(found).toEqual([
    {
      workshop: 2,
      question: 'usefulness',
      answered: 5,
      counts: new Map([
        ['4', 2],
        ['5', 3],
      ]),
    },
    { workshop: 3, question: 'usefulness', answered: null, counts: new Map() },
  ]);
});
