// The log of facts: one row a fact, in local time, with pseudonyms, and safe to open in Excel.
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import type { Fact } from '../../src/domain/fact.ts';
import { type Cell, type FactLogOptions, readFactLog } from '../../src/reports/fact-log.ts';
import { createPseudonyms } from '../../src/reports/pseudonym.ts';
import { writeCsv } from '../../src/reports/write-csv.ts';
import { readRosterFiles } from '../../src/roster/read-roster.ts';
import { rosterOf } from '../roster/roster-fixtures.ts';
import { factOf, storeOf } from './fact-fixtures.ts';
import { collectText } from './text-collector.ts';

const roster = rosterOf(await readRosterFiles(fileURLToPath(new URL('../../data/demo', import.meta.url))));
const pseudonyms = createPseudonyms('a'.repeat(64));

async function logOf(facts: Fact[], options: Partial<FactLogOptions> = {}, onRead?: (pass: number) => void) {
  const log = await readFactLog(storeOf(facts, roster, onRead), { named: false, pseudonyms, ...options });
  const rows: Record<string, Cell>[] = [];
  for await (const row of log.rows()) rows.push(row);
  return { ...log, table: rows };
}
const inTijuana = { zone: 'America/Tijuana', centreId: 'G01', mentorId: 'G01-mentora' };
const inCancun = { zone: 'America/Cancun', centreId: 'G16', mentorId: 'G16-mentora' };

test('times are those of the centre, in winter and in the summer time that only Tijuana has', async () => {
  const { table } = await logOf([
    factOf({ ...inTijuana, heldAt: '2026-01-15T07:30:00.000Z', recordedAt: '2026-01-15T16:05:00.000Z' }),
    factOf({ ...inTijuana, heldAt: '2026-07-15T06:30:00.000Z', recordedAt: '2026-07-15T16:05:00.000Z' }),
    factOf({ ...inCancun, heldAt: '2026-07-15T04:59:00.000Z', recordedAt: '2026-07-15T05:00:00.000Z' }),
  ]);
  expect(table).toMatchObject([
    { heldDate: '2026-01-14', heldTime: '23:30', recordedDate: '2026-01-15', recordedTime: '08:05', zone: 'America/Tijuana' },
    { heldDate: '2026-07-14', heldTime: '23:30', recordedDate: '2026-07-15', recordedTime: '09:05' },
    {
      heldDate: '2026-07-14',
      heldTime: '23:59',
      recordedDate: '2026-07-15',
      recordedTime: '00:00',
      recordedAtUtc: '2026-07-15T05:00:00.000Z',
    },
  ]);
});

test('that somebody told of harm is in no export', async () => {
  const at = '2026-04-01T17:00:00.000Z';
  const alert = factOf({
    ...inCancun,
    kind: 'safeguardingAlert',
    heldAt: at,
    recordedAt: at,
    data: { route: 'abuse', contacts: 2 },
  });
  const log = await logOf([alert, factOf({ ...inCancun, heldAt: at, recordedAt: at })]);
  expect(log.count).toBe(1);
  expect(log.columns).not.toContain('data_route');
});

test('--from and --to are local dates, both included, of when it happened', async () => {
  const facts = [
    factOf({ ...inTijuana, heldAt: '2026-04-01T05:00:00.000Z', recordedAt: '2026-04-01T05:00:00.000Z', minutes: 1 }),
    factOf({ ...inCancun, heldAt: '2026-04-01T05:00:00.000Z', recordedAt: '2026-04-01T05:00:00.000Z', minutes: 2 }),
    factOf({ ...inTijuana, heldAt: '2026-03-31T19:00:00.000Z', recordedAt: '2026-04-09T19:00:00.000Z', minutes: 3 }),
  ];
  const minutes = async (options: Partial<FactLogOptions>) => (await logOf(facts, options)).table.map((row) => row.minutes);
  expect(await minutes({ to: '2026-03-31' })).toEqual([1, 3]);
  expect(await minutes({ from: '2026-04-01' })).toEqual([2]);
  expect(await minutes({ from: '2026-03-31', to: '2026-03-31' })).toEqual([1, 3]);
});

test('a session noted in the morning and counted as held at noon is not lost', async () => {
  const fact = factOf({ ...inCancun, heldAt: '2026-04-01T17:00:00.000Z', recordedAt: '2026-04-01T04:30:00.000Z' });
  expect((await logOf([fact], { from: '2026-04-01' })).count).toBe(1);
});

test('an iteration can be chosen', async () => {
  const { table, count } = await logOf([factOf(), factOf({ iteration: 'it2' })], { iteration: 'it2' });
  expect(count).toBe(1);
  expect(table).toMatchObject([{ iteration: 'it2' }]);
});

test('a row tells the centre, and the key keeps its zeros', async () => {
  const { table } = await logOf([
    factOf({ theme: 'sensitivity', phase: 'reflection', sessionNumber: 2, minutes: 20, outOfOrder: false }),
  ]);
  expect(table[0]).toMatchObject({
    centre: 'G04',
    centreKey: '0704',
    ooad: 'Ciudad de México Norte',
    provision: 'direct',
    region: 'Centro',
    state: 'Ciudad de México',
    locality: 'Cuauhtémoc',
    intensive: true,
    theme: 'sensitivity',
    phase: 'reflection',
    sessionNumber: 2,
    minutes: 20,
    outOfOrder: false,
    fact: 'sessionHeld',
  });
});

test('people and cycles have pseudonyms that stay the same with one salt and differ with another', async () => {
  const whatsapp = 'whatsapp:false_5215512345678@c.us_3EB0:0';
  const fact = factOf({ caregiverId: whatsapp, cycleId: whatsapp });
  const [row] = (await logOf([fact])).table;
  expect(row).toMatchObject({
    mentor: expect.stringMatching(/^m-[0-9a-f]{10}$/),
    caregiver: expect.stringMatching(/^c-[0-9a-f]{10}$/),
    cycle: expect.stringMatching(/^k-[0-9a-f]{16}$/),
  });
  expect((await logOf([fact])).table[0]).toEqual(row);
  expect(JSON.stringify(row)).not.toMatch(/5512345678|Guadalupe|G04-mentora/);
  const [other] = (await logOf([fact], { pseudonyms: createPseudonyms('b'.repeat(64)) })).table;
  expect(other?.mentor).not.toBe(row?.mentor);
});

test('data of a fact become columns in alphabetical order, and a person in them is a pseudonym', async () => {
  const log = await logOf([
    factOf({ data: { tip: 't1', found: 3 } }),
    factOf({ data: { to: 'G05-mentora', dosageOnly: true, shift: null } }),
  ]);
  expect(log.columns.slice(-5)).toEqual(['data_dosageOnly', 'data_found', 'data_shift', 'data_tip', 'data_to']);
  expect(log.table[1]).toMatchObject({ data_to: pseudonyms.person('G05-mentora'), data_dosageOnly: true, data_shift: '' });
});

test('with names there is one more column, and without there is none', async () => {
  const named = await logOf([factOf(), factOf({ mentorId: 'erased' })], { named: true });
  expect(named.columns).toContain('mentorName');
  expect(named.table).toMatchObject([{ mentorName: 'Guadalupe Ríos Peña' }, { mentorName: '', mentor: 'erased' }]);
  expect((await logOf([factOf()])).columns).not.toContain('mentorName');
});

test('what the bot records while the table is written is left for the next export', async () => {
  const facts = [factOf({ data: { tip: 't1' } })];
  const { count, table, columns } = await logOf(facts, {}, (pass) => {
    if (pass === 2) facts.push(factOf({ data: { later: true } }));
  });
  expect({ count, rows: table.length }).toEqual({ count: 1, rows: 1 });
  expect(columns).not.toContain('data_later');
});

test('a fact of no centre or of one that is gone has empty cells', async () => {
  const { table } = await logOf([factOf({ centreId: null, mentorId: 'consultora-1' }), factOf({ centreId: 'G99' })]);
  expect(table).toMatchObject([
    { centre: '', locality: '' },
    { centre: 'G99', intensive: '' },
  ]);
});

test('the file has the mark of UTF-8, CRLF, yes and no, and no cell that Excel would run', async () => {
  const log = await logOf([
    factOf({ outOfOrder: true, data: { a: '=HYPERLINK("x")', b: '+52', c: '-1+1', d: '@x', e: -3, f: 'uno, "dos"\ntres' } }),
  ]);
  const written = await collectText((output) => writeCsv(log.columns, log.rows(), output));
  expect(written.startsWith('\ufeffheldDate,heldTime,')).toBe(true);
  expect(written.endsWith('\r\n')).toBe(true);
  const [row] = parse(written, { bom: true, columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];
  expect(row).toMatchObject({
    centreKey: '0704',
    intensive: 'yes',
    outOfOrder: 'yes',
    data_a: '\'=HYPERLINK("x")',
    data_b: "'+52",
    data_c: "'-1+1",
    data_d: "'@x",
    data_e: '-3',
    data_f: 'uno, "dos"\ntres',
  });
});

test('an export without facts is a header', async () => {
  const log = await logOf([]);
  const written = await collectText((output) => writeCsv(log.columns, log.rows(), output));
  expect(written.split('\r\n')).toHaveLength(2);
});

test('a long log is written without being held in memory', async () => {
  let made = 0;
  const fact = factOf();
  const store = {
    async *readFacts() {
      for (let index = 0; index < 50_000; index += 1) {
        made += 1;
        yield fact;
      }
    },
    readRoster: async () => roster,
  };
  const log = await readFactLog(store, { named: false, pseudonyms });
  made = 0;
  const rows = log.rows();
  for (let index = 0; index < 10; index += 1) await rows.next();
  expect(made).toBe(10);
  expect(log.count).toBe(50_000);
});
