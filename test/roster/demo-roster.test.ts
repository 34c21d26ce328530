// The demo roster is whole, and nobody real is in it.
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { planImport } from '../../src/roster/plan-import.ts';
import { readRosterFiles } from '../../src/roster/read-roster.ts';
import { createMemoryStore } from '../../src/store/memory/memory-store.ts';
import { rosterOf } from './roster-fixtures.ts';

const { centres, persons } = rosterOf(await readRosterFiles(fileURLToPath(new URL('../../data/demo', import.meta.url))));

test('it has the sixteen centres of the pilot in their time zones', () => {
  expect(centres.map(({ id }) => id)).toEqual(Array.from({ length: 16 }, (_, index) => `G${String(index + 1).padStart(2, '0')}`));
  expect(Object.fromEntries(centres.map(({ locality, zone }) => [locality, zone]))).toMatchObject({
    Tijuana: 'America/Tijuana',
    'Ciudad Delicias': 'America/Chihuahua',
    Saltillo: 'America/Monterrey',
    'Los Mochis': 'America/Mazatlan',
    'Playa del Carmen': 'America/Cancun',
    Cancún: 'America/Cancun',
    Texcoco: 'America/Mexico_City',
  });
});

test('keys are different and keep their leading zeros', () => {
  expect(new Set(centres.map(({ centreKey }) => centreKey)).size).toBe(16);
  for (const { centreKey } of centres) expect(centreKey).toMatch(/^0\d{3}$/);
});

test('the eight centres of the region Centro are intensive and their mentors are accompanied', () => {
  const intensive = centres.filter((centre) => centre.intensive);
  expect(intensive).toHaveLength(8);
  expect(centres.filter(({ region }) => region === 'Centro')).toEqual(intensive);
  const ids = intensive.map(({ id }) => id);
  for (const { accompaniedBy, centreId } of persons)
    expect(accompaniedBy.length).toBe(centreId && ids.includes(centreId) ? 1 : 0);
});

test('it has one mentor a centre, two consultants and a coordinator', () => {
  expect(persons).toHaveLength(19);
  const mentors = persons.filter(({ roles }) => roles.includes('mentor'));
  expect(mentors.map(({ id, centreId }) => `${centreId} ${id}`)).toEqual(centres.map(({ id }) => `${id} ${id}-mentora`));
  for (const { expectedCaregivers } of mentors) {
    expect(expectedCaregivers).toBeGreaterThanOrEqual(6);
    expect(expectedCaregivers).toBeLessThanOrEqual(12);
  }
  expect(mentors[3]).toMatchObject({ name: 'Guadalupe Ríos Peña', calledAs: 'maestra Lupe' });
  expect(persons.filter(({ roles }) => roles.includes('consultant')).map(({ id }) => id)).toEqual([
    'consultora-1',
    'consultora-2',
  ]);
});

test('phones are different and cannot be real', () => {
  expect(new Set(persons.map(({ phone }) => phone)).size).toBe(19);
  // No area code of Mexico begins with 0.
  for (const { phone } of persons) expect(phone).toMatch(/^\+52000\d{7}$/);
});

test('read, imported and read again, nothing differs', async () => {
  const store = createMemoryStore();
  await store.importRoster({ centres, persons });
  const plan = planImport(await store.readRoster(), { centres, persons });
  expect(plan.unchanged).toHaveLength(35);
});
