// Applies the journal's segments to a loaded table and tells what in them was torn or damaged.
import { join } from 'node:path';
import { entrySpan } from '../journal-entry.ts';
import type { RecordTable } from '../record-table.ts';
import type { Disk } from './disk.ts';
import { segmentNumber } from './journal.ts';
import { ownersNamed, readSegment } from './journal-reading.ts';
import type { SetAside } from './load-folder.ts';
import type { Manifest } from './manifest.ts';
import type { migrateFrom } from './migrations.ts';

export interface TornSegment {
  file: string;
  /** Bytes that are whole. */
  keep: number;
}

export interface Replayed {
  damaged: Manifest['damaged'];
  torn: TornSegment[];
  size: number;
}

export async function replayJournal(
  disk: Disk,
  dir: string,
  manifest: Manifest,
  table: RecordTable,
  migrate: ReturnType<typeof migrateFrom>,
  setAside: SetAside,
): Promise<Replayed> {
  const replayed: Replayed = { damaged: [], torn: [], size: 0 };
  const segments = (await disk.list(dir)).filter((name) => (segmentNumber(name) ?? 0) >= manifest.replayFrom);
  let expected = manifest.replayFrom;
  for (const [index, file] of segments.entries()) {
    const bytes = (await disk.read(join(dir, file))) ?? Buffer.alloc(0);
    const reading = readSegment(bytes);
    replayed.size += reading.whole;
    const unreadable = [...reading.damagedLines];
    if (reading.whole < bytes.length) {
      // Only the newest segment can have been torn by a kill; an older one was whole when the next was begun.
      if (index === segments.length - 1) replayed.torn.push({ file, keep: reading.whole });
      else unreadable.push(bytes.toString('utf8', reading.whole));
    }
    let missing = false;
    for (const entry of reading.entries) {
      if (entry.n < expected) continue;
      missing ||= entry.n > expected;
      expected = entry.n + entrySpan(entry);
      table.apply(migrate('entry', entry));
    }
    if (unreadable.length > 0 || missing) {
      replayed.damaged.push({ file, setAside: await setAside(file), owners: ownersNamed(unreadable) });
    }
  }
  return replayed;
}
