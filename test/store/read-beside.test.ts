// Readers beside a writer, during checkpoints; who may read the files; and data of other versions.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';
import { migrateFrom, type StoredDocument, schemaVersion } from '../../src/store/lowdb/migrations.ts';
import { centreOf, personOf, textEvent, turnOf } from './store-samples.ts';
import { factsOf, leaseOne, tell } from './store-talk.ts';
import { silentLog, temporaryFolder } from './temporary-folder.ts';

const open = (dir: string, checkpointWhen = () => false) =>
  openLowdbStore({ dir, log: silentLog, mode: 'write', checkpointWhen });
const read = (dir: string) => openLowdbStore({ dir, log: silentLog, mode: 'read' });

it('a reader sees everything acknowledged before it opened, once, while the writer makes checkpoints', async () => {
  const dir = temporaryFolder();
  const writer = await open(dir, () => true);
  await writer.importRoster({ centres: [centreOf('c1')], persons: [personOf('ana')] });
  let told = 0;
  let writing = true;
  const write = async () => {
    while (writing) await tell(writer, 'ana', `${told}`).then(() => told++);
  };
  const written = write();
  for (let round = 0; round < 15; round++) {
    const before = told;
    const reader = await read(dir);
    const ids = (await factsOf(reader)).map(({ id }) => id);
    expect(ids).toEqual(ids.map((_id, index) => `f:ana:${index}`));
    expect(ids.length).toBeGreaterThanOrEqual(before);
    expect((await reader.readRoster()).persons).toEqual([personOf('ana')]);
    expect((await reader.health()).damaged).toEqual([]);
  }
  writing = false;
  await written;
  await writer.close();
});

it('a store opened for reading refuses to change anything', async () => {
  const dir = temporaryFolder();
  await expect(read(dir)).rejects.toThrow(/no data/);
  await (await open(dir)).close();
  const reader = await read(dir);
  await expect(reader.receive(textEvent('ana', '1'))).rejects.toThrow(/reading only/);
  await expect(reader.leaseEvent()).rejects.toThrow(/reading only/);
  await expect(reader.keepClock('2026-03-04T18:00:00.000Z')).rejects.toThrow(/reading only/);
});

it('folder and files are for their owner only', async () => {
  const dir = temporaryFolder();
  const store = await open(dir);
  await store.importRoster({ centres: [centreOf('c1')], persons: [personOf('ana')] });
  await tell(store, 'ana', '1');
  for (const when of ['open', 'closed']) {
    for (const path of ['', ...(readdirSync(dir, { recursive: true }) as string[])]) {
      const stat = statSync(join(dir, path));
      expect([when, path, (stat.mode & 0o777).toString(8)]).toEqual([when, path, stat.isDirectory() ? '700' : '600']);
    }
    await store.close();
  }
});

it('no file keeps the words of an erased person', async () => {
  const dir = temporaryFolder();
  const store = await open(dir);
  await store.importRoster({ centres: [centreOf('c1')], persons: [personOf('ana', { name: 'Secreta' }), personOf('eva')] });
  await tell(store, 'ana', 'Secreta');
  await tell(store, 'eva', '1');
  await store.close();
  const again = await open(dir);
  await tell(again, 'ana', 'Secreta2');
  await again.receive(textEvent('ana', 'borrar', 'Secreta'));
  const leased = await leaseOne(again);
  await again.commitTurn(leased, turnOf(leased, { changes: [{ erase: { owner: 'ana' } }] }));
  const texts = (readdirSync(dir, { recursive: true }) as string[])
    .filter((path) => statSync(join(dir, path)).isFile())
    .map((path) => readFileSync(join(dir, path), 'utf8'));
  expect(texts.filter((text) => text.includes('Secreta'))).toEqual([]);
  expect((await factsOf(again)).map(({ mentorId }) => mentorId)).toEqual(['erased', 'eva', 'erased']);
  await again.close();
});

it('data of a newer version is refused and not touched', async () => {
  const dir = temporaryFolder();
  await (await open(dir)).close();
  const path = join(dir, 'manifest.json');
  const newer = readFileSync(path, 'utf8').replace(`"schema": ${schemaVersion}`, '"schema": 99');
  writeFileSync(path, newer);
  await expect(open(dir)).rejects.toThrow(/newer version.*schema 99/s);
  expect(readFileSync(path, 'utf8')).toBe(newer);
});

it('migrations run one after the other, and data of this version stays as it is', () => {
  const document = { kind: 'person' };
  expect(migrateFrom(schemaVersion)('person', document)).toBe(document);
  const step = (name: string) => (_kind: string, stored: StoredDocument) => ({ ...stored, [name]: true });
  expect(migrateFrom(1, 3, { 1: step('two'), 2: step('three') })('person', document)).toEqual({
    kind: 'person',
    two: true,
    three: true,
  });
  expect(() => migrateFrom(1, 3, { 1: step('two') })).toThrow(/no migration from schema 2/);
});
