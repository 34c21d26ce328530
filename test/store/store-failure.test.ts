// The lowdb store on a disk that fails: whoever waits is told, nothing acknowledged is lost, and nothing is there twice.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';
import type { Store } from '../../src/store/store.ts';
import { failingDisk } from './failing-disk.ts';
import { centreOf, cycleOf, personOf, textEvent, turnOf } from './store-samples.ts';
import { factsOf, leaseOne, notesOf, tell } from './store-talk.ts';
import { silentLog, temporaryFolder } from './temporary-folder.ts';

it('a full disk rejects what waits, the store takes nothing more, and opens again with what was acknowledged', async () => {
  const dir = temporaryFolder();
  const disk = failingDisk();
  const store = await openLowdbStore({ dir, log: silentLog, mode: 'write', disk });
  await tell(store, 'ana', '1');
  await store.receive(textEvent('ana', '2'));
  const leased = await leaseOne(store);
  disk.failNow();
  const waiting = await Promise.allSettled([store.commitTurn(leased, turnOf(leased)), store.receive(textEvent('eva', '1'))]);
  expect(waiting.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await expect(store.receive(textEvent('eva', '2'))).rejects.toThrow(/disk/);
  await expect(store.leaseEvent()).rejects.toThrow(/could not be written.*ENOSPC/s);
  await expect(store.readRoster()).rejects.toThrow(/could not be written/);
  await store.close();
  const again = await openLowdbStore({ dir, log: silentLog, mode: 'write' });
  expect((await factsOf(again)).map(({ id }) => id)).toEqual(['f:ana:1']);
  expect((await leaseOne(again)).event.externalId).toBe('ana:2');
  await again.close();
});

it('a process that ends at any step of a checkpoint loses nothing and doubles nothing', async () => {
  for (let step = 1; ; step++) {
    const dir = temporaryFolder();
    const disk = failingDisk();
    const store = await openLowdbStore({ dir, log: silentLog, mode: 'write', disk, checkpointWhen: () => false });
    await store.importRoster({ centres: [centreOf('c1')], persons: [personOf('ana')] });
    await tell(store, 'ana', '1');
    await archiveOne(store, 'k1');
    await store.keepPins([{ hash: 'h1', body: 1 }]);
    await checkpointBy(store, disk, 0);
    const second = await openLowdbStore({ dir, log: silentLog, mode: 'write', disk, checkpointWhen: () => false });
    await tell(second, 'ana', '2');
    await archiveOne(second, 'k2');
    await second.keepClock('2026-03-04T18:00:00.000Z');
    const broke = await checkpointBy(second, disk, step);
    const again = await openLowdbStore({ dir, log: silentLog, mode: 'write' });
    expect((await factsOf(again)).map(({ id }) => id)).toEqual(['f:ana:1', 'f:ana:2']);
    expect((await again.readArchive('ana')).map(({ id }) => id)).toEqual(['k1', 'k2']);
    expect((await again.readRoster()).persons).toEqual([personOf('ana')]);
    expect(await again.readClock()).toBe('2026-03-04T18:00:00.000Z');
    expect(await again.health()).toMatchObject({ inbox: 0, outbox: 2, damaged: [] });
    expect(await notesOf(again, 'ana')).toEqual(['ana:1', 'ana:2']);
    await again.close();
    if (!broke) {
      expect(step).toBeGreaterThan(20);
      return;
    }
  }
});

it('an erasure that the disk did not let through is committed, and completed as soon as it can be', async () => {
  const words = (dir: string) => filesWith(dir, 'secreto');
  for (const heal of ['by closing', 'by starting again']) {
    const dir = temporaryFolder();
    const disk = failingDisk();
    const store = await openLowdbStore({ dir, log: silentLog, mode: 'write', disk });
    await tell(store, 'ana', 'secreto');
    await tell(store, 'eva', '1');
    await store.receive(textEvent('ana', 'borrar'));
    const leased = await leaseOne(store);
    // The journal's append and sync succeed, then the checkpoint fails.
    disk.failAfter(5);
    const erasing = turnOf(leased, { changes: [{ erase: { owner: 'ana' } }] });
    expect(await store.commitTurn(leased, erasing)).toBe('committed');
    expect(words(dir)).not.toEqual([]);
    if (heal === 'by closing') disk.failAfter(Number.POSITIVE_INFINITY);
    await store.close();
    const again = await openLowdbStore({ dir, log: silentLog, mode: 'write' });
    expect(words(dir)).toEqual([]);
    expect((await factsOf(again)).map(({ mentorId }) => mentorId)).toEqual(['erased', 'eva']);
    expect(await notesOf(again, 'eva')).toEqual(['eva:1']);
    await again.close();
  }
});

function filesWith(dir: string, word: string): string[] {
  const paths = (readdirSync(dir, { recursive: true }) as string[]).filter((path) => statSync(join(dir, path)).isFile());
  return paths.filter((path) => readFileSync(join(dir, path), 'utf8').includes(word));
}

/** Closing writes the checkpoint; `step` counts from here which changing operation is the last. */
async function checkpointBy(store: Store, disk: ReturnType<typeof failingDisk>, step: number): Promise<boolean> {
  disk.failed = false;
  disk.failAfter(step === 0 ? Number.POSITIVE_INFINITY : step);
  await store.close().catch(() => {});
  const broke = disk.failed;
  disk.failAfter(Number.POSITIVE_INFINITY);
  return broke;
}

async function archiveOne(store: Store, id: string): Promise<void> {
  await store.receive(textEvent('ana', `cycle-${id}`));
  const leased = await leaseOne(store);
  const changes = [{ put: cycleOf('ana', id) }, { archive: { kind: 'cycle' as const, id } }];
  await store.commitTurn(leased, turnOf(leased, { changes }));
}
