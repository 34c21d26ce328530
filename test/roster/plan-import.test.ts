// What an import would change is known before it is done.
import { expect, test } from 'vitest';
import type { Person } from '../../src/domain/roster.ts';
import { describePlan, describeRoster } from '../../src/roster/describe-plan.ts';
import { planImport } from '../../src/roster/plan-import.ts';
import { createMemoryStore } from '../../src/store/memory/memory-store.ts';
import type { RosterImport } from '../../src/store/store.ts';
import { lupe, readPeople, rosterOf } from './roster-fixtures.ts';

const nobody: RosterImport = { centres: [], persons: [] };
const roster = rosterOf(await readPeople(lupe));
const [person] = roster.persons as [Person];
const withPerson = (patch: Partial<Person>): RosterImport => ({ centres: roster.centres, persons: [{ ...person, ...patch }] });

test('into an empty roster everything is new', () => {
  const plan = planImport(nobody, roster);
  expect(plan.added.map(({ id }) => id)).toEqual(['G01', 'G01-mentora']);
  expect(plan.records).toEqual(roster);
});

test('the same files again change nothing', () => {
  const plan = planImport(roster, structuredClone(roster));
  expect(plan.unchanged).toHaveLength(2);
  expect(plan.records).toEqual(nobody);
});

test('a row that is missing changes nothing', () => {
  expect(planImport(roster, nobody)).toMatchObject({ leaving: [], changed: [], records: nobody });
});

test('a changed field is shown from and to, and a telephone number never in full', () => {
  const plan = planImport(
    roster,
    withPerson({ calledAs: 'maestra Lupita', phone: '+523312345699', accompaniedBy: ['c-1', 'c-2'] }),
  );
  expect(plan.changed[0]?.changes).toEqual([
    { field: 'calledAs', from: 'maestra Lupe', to: 'maestra Lupita' },
    { field: 'phone', from: 'ending in 78', to: 'ending in 99' },
    { field: 'accompaniedBy', from: 'none', to: 'c-1, c-2' },
  ]);
  expect(describePlan(plan)).not.toMatch(/\d{8}/);
  expect(describeRoster(roster)).not.toMatch(/\d{8}/);
});

test('who becomes inactive is leaving, and who comes back is changed', () => {
  expect(planImport(roster, withPerson({ active: false })).leaving).toMatchObject([{ id: 'G01-mentora' }]);
  expect(planImport(withPerson({ active: false }), roster).changed).toMatchObject([{ id: 'G01-mentora' }]);
});

test('an import keeps what no file holds', () => {
  const known = withPerson({
    addresses: [{ channel: 'telegram', address: '42' }],
    consent: { version: '1', at: 'then', given: true },
  });
  const plan = planImport(known, withPerson({ calledAs: 'maestra Lupita' }));
  expect(plan.records.persons).toEqual([{ ...known.persons[0], calledAs: 'maestra Lupita' }]);
});

test('a number that somebody else of the roster holds is a problem, unless she gives it up in the same files', () => {
  const successor = { ...person, id: 'G01-mentora-2', owner: 'G01-mentora-2' };
  const taken = planImport(roster, { centres: [], persons: [successor] });
  expect(taken.problems).toMatchObject([
    { id: 'G01-mentora-2', column: 'phone', reason: expect.stringContaining('G01-mentora') },
  ]);
  const leaves = { ...person, active: false, phone: '' };
  expect(planImport(roster, { centres: [], persons: [successor, leaves] }).problems).toEqual([]);
});

test('a file does not bring back who was erased', () => {
  const problems = planImport(withPerson({ erasedAt: '2026-03-01T00:00:00.000Z' }), roster).problems;
  expect(problems).toMatchObject([{ id: 'G01-mentora', reason: expect.stringContaining('erased') }]);
});

test('a key that lost its leading zeros is noticed', () => {
  const next = { centres: roster.centres.map((centre) => ({ ...centre, centreKey: '301' })), persons: [] };
  expect(planImport(roster, next).problems).toMatchObject([
    { id: 'G01', column: 'centreKey', fix: expect.stringContaining('0301') },
  ]);
});

test('the plan of an import is what the store then holds', async () => {
  const store = createMemoryStore();
  await store.importRoster(planImport(await store.readRoster(), roster).records);
  const renamed = withPerson({ calledAs: 'maestra Lupita' });
  await store.importRoster(planImport(await store.readRoster(), renamed).records);
  expect(await store.readRoster()).toEqual(renamed);
  expect(planImport(await store.readRoster(), renamed).unchanged).toHaveLength(2);
});
