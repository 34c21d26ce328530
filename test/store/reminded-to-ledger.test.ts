// Data of schema 1: what an appointment remembered as said is in the ledger as ended, so that none of it is said again.
import { expect, test } from 'vitest';
import { migrateFrom } from '../../src/store/lowdb/migrations.ts';

const cycle = {
  kind: 'cycle',
  id: 'c1',
  owner: 'm1',
  caregiverId: 'k1',
  appointments: [
    { id: 'a1', phase: 'focusedObservation', status: 'moved', agreedAt: '2026-03-01T15:00:00.000Z', reminded: ['dayBefore'] },
    { id: 'a2', phase: 'focusedObservation', status: 'planned', agreedAt: '2026-03-02T15:00:00.000Z', reminded: ['sameDay'] },
    { id: 'a3', phase: 'reflection', status: 'planned', agreedAt: '2026-03-03T15:00:00.000Z', reminded: [] },
  ],
};
const thread = {
  kind: 'thread',
  id: 't1',
  owner: 'm1',
  touchedAt: '2026-03-02T15:00:00.000Z',
  nudgedAt: '2026-03-03T20:00:00.000Z',
};
const ids = ['appointment:c1:focusedObservation:v1:dayBefore', 'appointment:c1:focusedObservation:v2:sameDay'];
const rowsIn = (records: readonly unknown[]) =>
  (records as { kind: string; id: string; state?: string; endedAt?: string }[]).filter(({ kind }) => kind === 'reminder');

test('an owner keeps what was said to her as rows that have ended', () => {
  const owner = migrateFrom(1, 2)('owner', { owner: 'm1', records: [cycle, thread] });
  const rows = rowsIn(owner.records);
  expect(rows.map(({ id }) => id)).toEqual([...ids, `question:t1:v${thread.touchedAt}:nextDay`]);
  expect(rows.every(({ state, endedAt }) => state === 'sent' && endedAt !== undefined)).toBe(true);
  expect(JSON.stringify(owner.records)).not.toContain('reminded');
});

test('so does a line of the journal, and what it archives', () => {
  const entry = migrateFrom(1, 2)('entry', { n: 7, put: [cycle], archive: [cycle], done: { owner: 'm1', id: 'e' } });
  expect(rowsIn(entry.put).map(({ id }) => id)).toEqual(ids);
  expect(entry.archive).toHaveLength(1);
  expect(JSON.stringify(entry)).not.toContain('reminded');
});

test('what has none of these stays as it is', () => {
  const entry = { n: 8, ended: { id: 'o', as: 'sent' } };
  expect(migrateFrom(1, 2)('entry', entry)).toEqual(entry);
});
