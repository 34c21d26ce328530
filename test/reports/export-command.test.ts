// The export command as a coordinator's operator meets it, on a store that a bot is writing to.
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import readExcelFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { readExportOptions } from '../../src/commands/export-options.ts';
import { createLog } from '../../src/log.ts';
import { readRosterFiles } from '../../src/roster/read-roster.ts';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';
import type { Store } from '../../src/store/store.ts';
import { rosterOf } from '../roster/roster-fixtures.ts';
import { root, runCommand } from '../roster/run-command.ts';
import { thorough } from '../support/effort.ts';
import { factOf } from './fact-fixtures.ts';

const exported = (...args: string[]) => runCommand('export', args);

/** A bot with the demo roster and two facts, still running. */
async function runningBot(): Promise<{ data: string; bot: Store }> {
  const data = await mkdtemp(join(tmpdir(), 'export-'));
  const bot = await openLowdbStore({ dir: data, log: createLog('silent'), mode: 'write' });
  await bot.importRoster(rosterOf(await readRosterFiles(join(root, 'data/demo'))));
  const id = 'simulator:in-1';
  const at = '2026-03-04T15:00:00.000Z';
  await bot.receive({
    id,
    channel: 'simulator',
    externalId: 'in-1',
    owner: 'G04-mentora',
    writtenAt: at,
    receivedAt: at,
    content: { kind: 'text', text: 'hola' },
  });
  const leased = await bot.leaseEvent();
  if (!leased) throw new Error('There is no event.');
  const facts = [
    factOf({ data: { tip: 't1' } }),
    factOf({ id: 'simulator:in-1:fact:1', kind: 'paused', iteration: 'it2', data: { until: 'x' } }),
  ];
  await bot.commitTurn(leased, { eventId: id, owner: 'G04-mentora', changes: [], outbound: [], posts: [], facts });
  return { data, bot };
}

test('facts are read beside a running bot, to standard output or to a file', async () => {
  const { data, bot } = await runningBot();
  const all = await exported('facts', '--format', 'csv', '--data', data);
  expect(all).toMatchObject({ code: 0, errors: '2 rows.\n' });
  expect(all.out.split('\r\n')).toHaveLength(4);
  expect(all.out).toMatch(/2026-03-04,08:00,2026-03-04,09:00,America\/Mexico_City/);
  expect(all.out).not.toContain('Guadalupe');
  const out = join(data, 'out.csv');
  const one = await exported('facts', '--iteration', 'it2', '--out', out, '--data', data);
  expect(one).toMatchObject({ code: 0, out: '', errors: `1 row in ${out}.\n` });
  expect(await readFile(out, 'utf8')).toContain(',paused,');
  expect(await readdir(data)).not.toContain('audit.jsonl');
  await bot.close();
});

thorough('pseudonyms are the same in the next export, also after a restart of the bot', async () => {
  const { data, bot } = await runningBot();
  const before = await exported('facts', '--data', data);
  await bot.close();
  const again = await openLowdbStore({ dir: data, log: createLog('silent'), mode: 'write' });
  const after = await exported('facts', '--data', data);
  await again.close();
  expect(before.out).toMatch(/,m-[0-9a-f]{10},/);
  expect(after.out).toBe(before.out);
});

test('names leave a line in the audit trail', async () => {
  const { data, bot } = await runningBot();
  const named = await exported('facts', '--named', '--to', '2026-03-31', '--data', data);
  expect(named.out).toContain('Guadalupe Ríos Peña');
  const [line] = (await readFile(join(data, 'audit.jsonl'), 'utf8')).trim().split('\n');
  expect(JSON.parse(line ?? '')).toMatchObject({
    at: expect.stringMatching(/Z$/),
    what: expect.stringContaining('names'),
    to: '2026-03-31',
  });
  await bot.close();
});

thorough('the table of expected sessions is there in three formats, with pseudonyms unless names are asked for', async () => {
  const { data, bot } = await runningBot();
  const asked = ['participation', '--iteration', 'it1', '--now', '2026-03-04T12:00:00-06:00', '--data', data];
  const csv = await exported(...asked, '--format', 'csv');
  // 147 caregivers are expected in the demonstration, each in three phases.
  expect(csv).toMatchObject({ code: 0, errors: '441 rows.\n' });
  expect(csv.out).toMatch(/^\uFEFFIteración,OOAD,Clave,/);
  expect(csv.out.split('\r\n')).toHaveLength(443);
  expect(csv.out).not.toContain('Guadalupe');
  const lines = (await exported(...asked, '--format', 'jsonl')).out.trim().split('\n');
  expect(lines).toHaveLength(441);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ centreKey: '0301', phase: 'workPlan', status: 'notStarted', expected: 1 });
  const out = join(data, 'registro.xlsx');
  expect(await exported(...asked, '--format', 'xlsx', '--named', '--out', out)).toMatchObject({ code: 0, out: '' });
  const [sheet] = await readExcelFile(out);
  expect(sheet?.data.flat()).toContain('Guadalupe Ríos Peña');
  expect(await readFile(join(data, 'audit.jsonl'), 'utf8')).toContain('participation exported with names');
  expect((await exported('participation', '--iteration', 'it9', '--data', data)).errors).toContain('it1, it2, it3, it4');
  await bot.close();
});

thorough('slips leave as counts only, whole, in three formats and without names', async () => {
  const { data, bot } = await runningBot();
  const csv = await exported('slips', '--data', data);
  expect(csv).toMatchObject({ code: 0, errors: '3 rows.\n' });
  expect(csv.out).toMatch(/^\uFEFFCorte,Grupo,Pregunta,Papeletas,Nada,Poco,Bastante,Mucho,No contestó/);
  expect(csv.out).toContain('menos de 5,,,,,');
  expect((await exported('slips', '--format', 'jsonl', '--data', data)).out).toContain('"Papeletas":"menos de 5"');
  const out = join(data, 'papeletas.xlsx');
  expect(await exported('slips', '--format', 'xlsx', '--out', out, '--data', data)).toMatchObject({ code: 0, out: '' });
  expect((await readExcelFile(out)).map(({ sheet }) => sheet)).toEqual(['Papeletas', 'Cómo leerlas']);
  const parts = await exported('slips', '--from', '2026-03-01', '--named', '--data', data);
  for (const said of ['counted whole', 'no names']) expect(parts.errors).toContain(said);
  await bot.close();
});

test('options that make no sense are all named', async () => {
  const refused = await exported('asistencia', '--format', 'ods', '--from', '2026-02-30', '--now', 'hoy');
  expect(refused.code).toBe(1);
  for (const said of ['Name one report', 'no format "ods"', '2026-02-30 is not a date', 'hoy is not a moment'])
    expect(refused.errors).toContain(said);
  const problemsOf = (...args: string[]) => JSON.stringify(readExportOptions(args));
  expect(problemsOf('facts', '--format', 'xlsx', '--out', 'x.xlsx')).toContain('no workbook');
  expect(problemsOf('participation', '--format', 'xlsx')).toContain('needs a file');
  expect(problemsOf('facts', '--from', '2026-03-02', '--to', '2026-03-01')).toContain('later than');
  expect((await exported('facts', '--data', '/nowhere')).errors).toContain('no data folder');
});
