// The embedded store: all records in memory, every transaction in a journal with shared syncs, checkpoints in lowdb documents.
import { chmod } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Log } from '../../log.ts';
import type { Store } from '../store.ts';
import { TableStore } from '../table-store.ts';
import { Checkpoint } from './checkpoint.ts';
import { type Disk, realDisk } from './disk.ts';
import { Journal } from './journal.ts';
import { lineHistory } from './line-history.ts';
import { type LoadedFolder, loadFolder } from './load-folder.ts';
import { takeLock } from './lock-file.ts';
import { emptyManifest, type Manifest, readManifest, writeManifest } from './manifest.ts';
import { schemaVersion } from './migrations.ts';
import { readBeside } from './read-beside.ts';
import { sweepFolder } from './sweep-folder.ts';

export interface LowdbStoreOptions {
  dir: string;
  log: Log;
  /** 'read' opens beside a writer, changes nothing and sees the store as it was at opening. */
  mode: 'write' | 'read';
  /** For tests: a disk that fails. */
  disk?: Disk;
  /** Sizes in bytes, about. */
  checkpointWhen?: (journalSize: number, stateSize: number) => boolean;
  /** For tests: whoever changes a record of the store is thrown at. */
  frozen?: boolean;
}

/** A checkpoint may have to write the whole state: the larger it is, the rarer, so that a message costs the same. */
function checkpointDue(journalSize: number, stateSize: number): boolean {
  return journalSize > 64 * 1024 * 1024 && journalSize > 2 * stateSize;
}

const folders = ['state', 'people', 'house', 'facts', 'archive'];

export async function openLowdbStore(options: LowdbStoreOptions): Promise<Store> {
  const { dir, mode, disk = realDisk } = options;
  if (mode === 'read') return readBeside(disk, dir, options.log);
  await disk.makeFolder(dir);
  await chmod(dir, 0o700);
  const lock = await takeLock(dir);
  try {
    return await openForWriting(options, disk, lock.release);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function openForWriting(options: LowdbStoreOptions, disk: Disk, release: () => Promise<void>): Promise<Store> {
  const { dir, log } = options;
  const manifest = await openManifest(disk, dir);
  const loaded = await loadFolder(disk, dir, manifest, async (file) => {
    try {
      return relative(dir, await disk.setAside(join(dir, file)));
    } catch (error) {
      log.error({ file, reason: String(error) }, 'no copy of a damaged file could be made');
      return 'no copy could be made';
    }
  });
  const { table, damaged } = loaded;
  for (const { file, keep } of loaded.torn) await (await disk.openAppend(join(dir, file), keep)).close();
  const journal = await Journal.open(disk, dir, table.last + 1);
  journal.size = loaded.journalSize;
  const checkpoint = new Checkpoint({ disk, dir, table, journal, manifest, damaged, log });
  try {
    await settleIn(loaded, manifest, checkpoint, log);
    await sweepFolder(disk, dir, checkpoint.manifest, folders);
  } catch (error) {
    await journal.close();
    throw error;
  }
  const due = options.checkpointWhen ?? checkpointDue;
  let planned = false;
  let closed: Promise<void> | undefined;
  const planCheckpoint = () => {
    planned = true;
    checkpoint
      .run()
      .catch((error) => log.error({ reason: String(error) }, 'checkpoint failed; everything stays in the journal'))
      .finally(() => {
        planned = false;
      });
  };

  return new TableStore({
    table,
    damaged,
    frozen: options.frozen ?? false,
    history: lineHistory(disk, dir, table, () => checkpoint.manifest, log),
    journal: {
      assertOpen: () => journal.assertOpen(),
      append(entry) {
        const durable = journal.append(entry);
        if (!planned && due(journal.size, checkpoint.stateBytes)) planCheckpoint();
        return durable;
      },
      settled: () => journal.settled(),
    },
    erased: () =>
      // The turn is durable and stays so; the erasure is taken up again by every later checkpoint and start until it succeeds.
      checkpoint
        .run()
        .catch((error) => log.error({ reason: String(error) }, 'erasure is not complete; words are still in files')),
    close: () => {
      closed ??= closeAll(checkpoint, journal, release, log);
      return closed;
    },
  });
}

async function closeAll(checkpoint: Checkpoint, journal: Journal, release: () => Promise<void>, log: Log): Promise<void> {
  try {
    await checkpoint
      .run()
      .catch((error) => log.error({ reason: String(error) }, 'no checkpoint at the end; the journal has everything'));
    await journal.close();
  } finally {
    await release();
  }
}

async function openManifest(disk: Disk, dir: string): Promise<Manifest> {
  const known = await readManifest(disk, dir);
  for (const folder of folders) await disk.makeFolder(join(dir, folder));
  if (known !== undefined) return known;
  const names = await disk.list(dir);
  if (names.some((name) => name.startsWith('journal-'))) {
    throw new Error(`${dir} holds a journal but no manifest.json. Nothing was changed; restore this folder from a backup.`);
  }
  const manifest = emptyManifest();
  await writeManifest(disk, dir, manifest);
  return manifest;
}

/** What cannot wait for the next checkpoint: damage (the files named are to be replaced), an erasure cut short, an older schema. */
async function settleIn(loaded: LoadedFolder, manifest: Manifest, checkpoint: Checkpoint, log: Log): Promise<void> {
  const { table, damaged, newDamage } = loaded;
  for (const { file, setAside, owners } of newDamage ? damaged : []) {
    log.error({ file, setAside, held: owners.length }, 'a file of the store is damaged; it is kept beside, its owners are held');
  }
  const older = manifest.schema < schemaVersion;
  if (newDamage || older) {
    for (const slot of table.slots.values()) {
      slot.changed = true;
      slot.personChanged = true;
    }
    Object.assign(table, { pinsChanged: true, centresChanged: true, houseChanged: true });
  }
  if (newDamage || older || table.erasures.size > 0) await checkpoint.run(true);
}
