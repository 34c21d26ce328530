// What the lowdb store makes of torn and damaged files: nothing acknowledged is lost, nothing is overwritten, the rest goes on.
import { copyFileSync, cpSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readSegment } from '../../src/store/lowdb/journal-reading.ts';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';
import { effort } from '../support/effort.ts';
import { centreOf, personOf, textEvent, turnOf } from './store-samples.ts';
import { factsOf, leaseOne, notesOf, tell } from './store-talk.ts';
import { silentLog, temporaryFolder } from './temporary-folder.ts';

const open = (dir: string, checkpointWhen = () => false) =>
  openLowdbStore({ dir, log: silentLog, mode: 'write', checkpointWhen });

/** The folder as a kill would leave it, and how long its journal was after each of the tellings. */
async function folderWithJournal(keys: string[]): Promise<{ dir: string; journal: string; ends: number[] }> {
  const live = join(temporaryFolder(), 'live');
  const store = await open(live);
  const name = readdirSync(live).find((file) => file.startsWith('journal-'))!;
  const ends: number[] = [];
  for (const key of keys) {
    await tell(store, 'ana', key);
    ends.push(readFileSync(join(live, name)).lastIndexOf('\n') + 1);
  }
  const dir = `${live}-killed`;
  copyFolder(live, dir);
  await store.close();
  return { dir, journal: name, ends };
}

function copyFolder(from: string, to: string): void {
  cpSync(from, to, { recursive: true, filter: (path) => !path.includes('writer.lock') });
}

it('a journal torn at any byte opens with every whole transaction before it, and goes on', async () => {
  const { dir, journal, ends } = await folderWithJournal(['1', '2']);
  const step = effort(97, 5);
  for (let length = 0; length <= ends[1]!; length += step) {
    const torn = `${dir}-${length}`;
    copyFolder(dir, torn);
    truncateSync(join(torn, journal), length);
    const store = await open(torn);
    const whole = ends.filter((end) => end <= length).length;
    expect((await factsOf(store)).map(({ id }) => id)).toEqual(['f:ana:1', 'f:ana:2'].slice(0, whole));
    expect((await store.health()).damaged).toEqual([]);
    for (let left = await store.leaseEvent(); left; left = await store.leaseEvent()) await store.commitTurn(left, turnOf(left));
    await tell(store, 'ana', 'after');
    await store.close();
    const again = await open(torn);
    expect((await factsOf(again)).map(({ id }) => id).at(-1)).toBe('f:ana:after');
    await again.close();
  }
});

it('what is read of a journal torn at any byte is its whole lines, and never damage', async () => {
  const { dir, journal } = await folderWithJournal(['1', '2']);
  const bytes = readFileSync(join(dir, journal));
  for (let length = 0; length <= bytes.length; length++) {
    const torn = bytes.subarray(0, length);
    const reading = readSegment(torn);
    expect(reading.damagedLines).toEqual([]);
    expect(reading.whole).toBe(torn.lastIndexOf('\n') + 1);
    expect(reading.entries).toHaveLength(torn.toString('latin1').split('\n').length - 1);
  }
});

it('a damaged line in the middle of the journal is set aside, its owner held, and all else applied', async () => {
  const { dir, journal } = await folderWithJournal(['1', '2', '3']);
  const path = join(dir, journal);
  const lines = readFileSync(path, 'utf8').split('\n');
  lines[1] = lines[1]!.replace('"put"', '"pu\u0000');
  writeFileSync(path, lines.join('\n'));
  const store = await open(dir);
  const { damaged } = await store.health();
  expect(damaged).toMatchObject([{ file: journal, owners: ['ana'] }]);
  expect(readFileSync(join(dir, damaged[0]!.setAside), 'utf8')).toBe(lines.join('\n'));
  expect((await factsOf(store)).map(({ id }) => id)).toEqual(['f:ana:2', 'f:ana:3']);
  await tell(store, 'eva', '1');
  await store.close();
  const again = await open(dir);
  expect((await again.health()).damaged).toEqual(damaged);
  await again.receive(textEvent('ana', 'hola'));
  const events = [await leaseOne(again), await again.leaseEvent()];
  expect(events.some((leased) => leased?.event.owner === 'ana' && leased.held)).toBe(true);
  await again.close();
});

it('a damaged shard holds its owners and nobody else; their messages are kept until they are let go', async () => {
  const dir = temporaryFolder();
  const ids = Array.from({ length: 30 }, (_, index) => `p${index}`);
  const store = await open(dir);
  await store.importRoster({ centres: [centreOf('c1')], persons: ids.map((id) => personOf(id)) });
  for (const id of ids) await tell(store, id, '1');
  await store.close();
  const shard = readdirSync(join(dir, 'state'))[1]!;
  const held = ids.filter((id) => readFileSync(join(dir, 'state', shard), 'utf8').includes(`{"owner":"${id}"`));
  const good = join(dir, 'good.json');
  copyFileSync(join(dir, 'state', shard), good);
  writeFileSync(join(dir, 'state', shard), '{"schema":1,"rows":[');

  const damaged = await open(dir);
  const report = (await damaged.health()).damaged;
  expect(report).toHaveLength(1);
  expect(report[0]!.owners.toSorted()).toEqual(held.toSorted());
  expect(readFileSync(join(dir, report[0]!.setAside), 'utf8')).toBe('{"schema":1,"rows":[');
  expect((await damaged.readRoster()).persons).toHaveLength(30);
  for (const id of ids) await damaged.receive(textEvent(id, '2'));
  for (let leased = await damaged.leaseEvent(); leased; leased = await damaged.leaseEvent()) {
    expect([leased.held, leased.state.conversation === undefined]).toEqual(
      held.includes(leased.event.owner) ? [true, true] : [false, false],
    );
    expect(await damaged.commitTurn(leased, turnOf(leased))).toBe('committed');
  }
  await damaged.close();

  const manifest = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')) as { damaged: unknown[] };
  writeFileSync(join(dir, 'manifest.json'), JSON.stringify({ ...manifest, damaged: [] }));
  const healed = await open(dir);
  expect((await healed.health()).inbox).toBe(held.length);
  expect((await leaseOne(healed)).event.externalId).toMatch(/:2$/);
  await healed.close();
});

it('without the roster the store does not open, and says which file to restore', async () => {
  const dir = temporaryFolder();
  const store = await open(dir);
  await store.importRoster({ centres: [centreOf('c1')], persons: [personOf('ana')] });
  await store.close();
  const people = readdirSync(join(dir, 'people')).find((name) =>
    readFileSync(join(dir, 'people', name), 'utf8').includes('ana'),
  )!;
  writeFileSync(join(dir, 'people', people), 'x');
  await expect(open(dir)).rejects.toThrow(/people-.*holds the roster.*damaged-/s);
  expect(readFileSync(join(dir, 'people', people), 'utf8')).toBe('x');
});

it('a line of facts that was damaged on the disk does not hide the others', async () => {
  const dir = temporaryFolder();
  const store = await open(dir);
  for (const key of ['1', '2', '3']) await tell(store, 'ana', key);
  await store.close();
  const path = join(dir, 'facts', '2026-03.jsonl');
  writeFileSync(path, readFileSync(path, 'utf8').replace('"f:ana:2"', '"f:ana:2\u0000'.slice(0, 9)));
  const told: unknown[] = [];
  const log = { ...silentLog, error: (...line: unknown[]) => void told.push(line) };
  const again = await openLowdbStore({ dir, log, mode: 'write', checkpointWhen: () => false });
  expect((await factsOf(again)).map(({ id }) => id)).toContain('f:ana:1');
  // JSON.parse quotes what it cannot read.
  expect(told.length).toBeGreaterThan(0);
  expect(JSON.stringify(told)).not.toMatch(/f:ana|"reason"/);
  expect(await notesOf(again, 'ana')).toEqual(['ana:1', 'ana:2', 'ana:3']);
  await again.close();
});
