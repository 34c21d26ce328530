// The roster command as an operator meets it: shown, asked, imported whole, and never beside a running bot.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readInvitations } from '../../src/commands/invitations.ts';
import type { Person } from '../../src/domain/roster.ts';
import { createLog } from '../../src/log.ts';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';
import { thorough } from '../support/effort.ts';
import { centresHeader, folderOf, lupe, peopleHeader, tijuana } from './roster-fixtures.ts';
import { runCommand } from './run-command.ts';

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

thorough('a number held in the roster is reported with file and line', async () => {
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

/** The demo's roster, in which one mentor came in by Telegram and one has left. */
async function joinedRoster(): Promise<string> {
  const data = await newData();
  await roster('import', 'data/demo', '--yes', '--data', data);
  const store = await openStore(data, 'write');
  const { persons } = await store.readRoster();
  const changed = persons.flatMap((person): Person[] => {
    if (person.id === 'G01-mentora') return [{ ...person, addresses: [{ channel: 'telegram', address: '700000001' }] }];
    return person.id === 'G02-mentora' ? [{ ...person, active: false }] : [];
  });
  await store.importRoster({ centres: [], persons: changed });
  await store.close();
  return data;
}

const linkOf = (table: string, id: string): string | undefined =>
  new RegExp(`^${id},.*(https://\\S+?)(?:,no)?$`, 'm').exec(table)?.[1];

test('invitations are for who takes part and has not joined; each link is hers, and the same every time', async () => {
  const data = await joinedRoster();
  const invites = (...args: string[]) => roster('invites', '--bot', '@luciernaga_bot', '--data', data, ...args);
  const { code, out, errors } = await invites();
  expect(code).toBe(0);
  const rows = out.replace('\uFEFF', '').trim().split('\r\n');
  expect(rows[0]).toBe('id,name,link');
  expect(rows).toHaveLength(18);
  expect(out).not.toMatch(/G01-mentora|G02-mentora/);
  const codeOf = await readInvitations(data);
  const rowOf = (id: string) => rows.find((row) => row.startsWith(`${id},`));
  expect(rowOf('G03-mentora')).toBe(
    `G03-mentora,Martha Alicia Dávila Cepeda,https://t.me/luciernaga_bot?start=${codeOf('G03-mentora')}`,
  );
  expect(new Set(rows.map((row) => row.split('=')[1])).size).toBe(18);
  expect(errors).toMatch(/17 invitations\. 1 joined already.*works once.*private message, never to a group/s);
  expect((await invites()).out).toBe(out);

  const whatsapp = await roster('invites', '--whatsapp', '+52 55 1234 5678', '--data', data, '--centre', 'G01');
  expect(linkOf(whatsapp.out, 'G01-mentora')).toBe(`https://wa.me/525512345678?text=Hola%20${codeOf('G01-mentora')}`);
  expect(await roster('invites', '--whatsapp', '5512', '--data', data)).toMatchObject({
    code: 1,
    errors: expect.stringContaining('with its country'),
  });

  const centre = await invites('--centre', 'G01', '--all');
  expect(centre.out).toContain('id,name,link,joined\r\nG01-mentora,Verónica Salcido Aguirre,,yes');
  expect(centre.errors).toContain('Nobody is left to invite.');
  expect(await invites('--centre', 'G99')).toMatchObject({ code: 1, errors: expect.stringContaining('There is no centre G99') });
  expect(await roster('invites', '--data', await newData(), '--bot', 'x_bot_x')).toMatchObject({
    code: 1,
    errors: expect.stringContaining('Start the bot once'),
  });
});

thorough('the list says who has joined where, and how many have not', async () => {
  const { out } = await roster('show', '--data', await joinedRoster());
  expect(out).toMatch(/G01-mentora .*phone ending in 01 {2}joined telegram$/m);
  expect(out).toMatch(/G03-mentora .*joined not yet$/m);
  expect(out.trimEnd()).toMatch(/Joined: 1 on telegram; in no chat of their own yet: 17 of 18 who take part\.$/);
  expect(out).not.toContain('700000001');
});

thorough('a lost account is forgotten with the bot stopped, and the link that lies in it is of no use any more', async () => {
  const data = await joinedRoster();
  const before = (await readInvitations(data))('G01-mentora');
  const others = (await readInvitations(data))('G03-mentora');
  const bot = await openStore(data, 'write');
  expect(await roster('forget-address', 'G01-mentora', 'telegram', '--data', data)).toMatchObject({
    code: 1,
    errors: expect.stringContaining('Stop the bot first'),
  });
  await bot.close();
  expect((await readInvitations(data))('G01-mentora')).toBe(before);
  const done = await roster('forget-address', 'G01-mentora', 'telegram', '--data', data);
  expect(done).toMatchObject({ code: 0, out: expect.stringContaining('The account of G01-mentora on telegram is forgotten') });
  expect(done.out).toContain('invites --centre G01');
  const after = await readInvitations(data);
  expect(after('G01-mentora')).not.toBe(before);
  expect(after('G03-mentora')).toBe(others);
  const { out } = await roster('invites', '--bot', 'luciernaga_bot', '--centre', 'G01', '--data', data);
  expect(linkOf(out, 'G01-mentora')).toContain(after('G01-mentora'));
  expect((await rosterIn(data)).persons.find(({ id }) => id === 'G01-mentora')?.addresses).toEqual([]);
  expect(await roster('forget-address', 'nadie', 'telegram', '--data', data)).toMatchObject({ code: 1 });
  expect(await roster('forget-address', 'G01-mentora', 'fax', '--data', data)).toMatchObject({
    code: 1,
    errors: expect.stringContaining('forget-address ID CHANNEL'),
  });
});

thorough('a command that is not understood is answered with what there is', async () => {
  expect(await roster('imprt')).toMatchObject({ code: 1, errors: expect.stringContaining('roster -- import FILE') });
});
