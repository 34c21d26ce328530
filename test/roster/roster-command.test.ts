// The roster command as an operator meets it: shown, asked, imported whole, and never beside a running bot.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { createLog } from '../../src/log.ts';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';
import { centresHeader, folderOf, lupe, peopleHeader, tijuana } from './roster-fixtures.ts';
import { runCommand } from './run-command.ts';

// Each test starts several processes, beside those of the other tests.
vi.setConfig({ testTimeout: 30_000 });

const roster = (...args: string[]) => runCommand('roster-command', args);
const newData = async (): Promise<string> => join(await mkdtemp(join(tmpdir(), 'data-')), 'run');
const openStore = (dir: string, mode: 'read' | 'write') => openLowdbStore({ dir, log: createLog('silent'), mode });

async function rosterIn(dir: string) {
  const store = await openStore(dir, 'read');
  const found = await store.readRoster();
  await store.close();
  return found;
}

test('without a terminal it only shows, and with --yes it imports', async () => {
  const data = await newData();
  const shown = await roster('import', 'data/demo', '--data', data);
  expect(shown).toMatchObject({ code: 2, out: expect.stringContaining('New (35)'), errors: expect.stringContaining('--yes') });
  expect(await roster('show', '--data', data)).toMatchObject({ code: 0, out: expect.stringContaining('Centres (0;') });
  const done = await roster('import', 'data/demo/centres.csv', 'data/demo/people.csv', '--yes', '--data', data);
  expect(done).toMatchObject({ code: 0, out: expect.stringContaining('Imported: 16 centres, 19 people.') });
  expect((await rosterIn(data)).persons).toHaveLength(19);
  const again = await roster('import', 'data/demo', '--yes', '--data', data);
  expect(again).toMatchObject({ code: 0, out: expect.stringContaining('Unchanged: 35') });
  const list = await roster('show', '--data', data);
  expect(list.out).toContain('Guadalupe Ríos Peña');
  expect(list.out + done.out).not.toMatch(/\d{7}/);
});

test('one bad row and nothing is imported', async () => {
  const data = await newData();
  const folder = await folderOf({
    'centres.csv': [centresHeader, tijuana],
    'people.csv': [peopleHeader, lupe.replace('G01,', 'G05,')],
  });
  const refused = await roster('import', folder, '--yes', '--data', data);
  expect(refused).toMatchObject({ code: 1, errors: expect.stringContaining('people.csv:2 (centreId): There is no centre G05.') });
  expect((await rosterIn(data)).centres).toEqual([]);
});

test('a number held in the roster is reported with file and line', async () => {
  const data = await newData();
  const first = await folderOf({ 'centres.csv': [centresHeader, tijuana], 'people.csv': [peopleHeader, lupe] });
  expect(await roster('import', first, '--yes', '--data', data)).toMatchObject({ code: 0 });
  const second = await folderOf({ 'new.csv': [peopleHeader, '', lupe.replace('G01-mentora', 'G01-otra')] });
  const refused = await roster('import', join(second, 'new.csv'), '--yes', '--data', data);
  expect(refused).toMatchObject({
    code: 1,
    errors: expect.stringMatching(/new\.csv:3 \(phone\): The number ending in 78 is that of G01-mentora/),
  });
});

test('beside a running bot it shows what would change and asks to stop the bot', async () => {
  const data = await newData();
  const bot = await openStore(data, 'write');
  const refused = await roster('import', 'data/demo', '--yes', '--data', data);
  await bot.close();
  expect(refused).toMatchObject({
    code: 1,
    out: expect.stringContaining('New (35)'),
    errors: expect.stringContaining('is in use by'),
  });
  expect(refused.errors).toContain('Stop the bot first');
});

test('a command that is not understood is answered with what there is', async () => {
  expect(await roster('imprt')).toMatchObject({ code: 1, errors: expect.stringContaining('roster -- import FILE') });
});
