// Opens a data folder for reading while another process may be writing to it: a view of one moment, without lock and without a trace.
import { setTimeout } from 'node:timers/promises';
import type { Log } from '../../log.ts';
import type { Store } from '../store.ts';
import { TableStore } from '../table-store.ts';
import type { Disk } from './disk.ts';
import { lineHistory } from './line-history.ts';
import { type LoadedFolder, loadFolder } from './load-folder.ts';
import { type Manifest, readManifest } from './manifest.ts';

const attempts = 50;

export async function readBeside(disk: Disk, dir: string, log: Log): Promise<Store> {
  for (let attempt = 1; ; attempt++) {
    const manifest = await readManifest(disk, dir);
    if (manifest === undefined) throw new Error(`${dir} holds no data of the bot.`);
    let failure: unknown;
    const loaded = await loadFolder(disk, dir, manifest, async (file) => file).catch((error) => {
      failure = error;
      return undefined;
    });
    // A checkpoint meanwhile removes files under the reader; only what was read under one manifest belongs together.
    const steady = (await readManifest(disk, dir))?.generation === manifest.generation;
    if (loaded !== undefined && steady) return storeForReading(disk, dir, loaded, manifest, log);
    if (steady || attempt === attempts) throw failure ?? new Error(`${dir} changes too fast to be read; try again.`);
    await setTimeout(20);
  }
}

function storeForReading(disk: Disk, dir: string, { table, damaged }: LoadedFolder, manifest: Manifest, log: Log): Store {
  const refuse = () => {
    throw new Error(`${dir} was opened for reading only.`);
  };
  return new TableStore({
    table,
    damaged,
    frozen: false,
    history: lineHistory(disk, dir, table, () => manifest, log),
    journal: { assertOpen: refuse, append: refuse, settled: async () => {} },
    erased: async () => {},
    close: async () => {},
  });
}
