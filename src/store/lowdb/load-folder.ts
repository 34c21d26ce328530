// Opens what is in a data folder: the manifest's documents, then the journal's tail; damaged files are named, and their owners held.
import { join } from 'node:path';
import { RecordTable } from '../record-table.ts';
import { type Disk, sizeOf } from './disk.ts';
import { centresText, houseText, ownersText, personsText, pinsText, restoreOwner, restorePerson } from './documents.ts';
import { type DocumentText, DurableFile } from './durable-file.ts';
import type { Manifest } from './manifest.ts';
import { migrateFrom } from './migrations.ts';
import { replayJournal, type TornSegment } from './replay.ts';
import { shardOf } from './shards.ts';

export interface LoadedFolder {
  table: RecordTable;
  /** Damage found this time and before. */
  damaged: Manifest['damaged'];
  newDamage: boolean;
  torn: TornSegment[];
  /** Of the journal that was read. */
  journalSize: number;
}

/** Copies the file beside itself and returns the copy's name; for those who only read, names it as it is. */
export type SetAside = (file: string) => Promise<string>;

export class DamagedRosterError extends Error {
  constructor(dir: string, file: string, setAside: string, cause: unknown) {
    super(
      `${join(dir, file)} cannot be read (${String(cause)}). It holds the roster, without which nobody is known; the bot does not start. ` +
        `A copy is kept as ${setAside}. Put this file back from a backup, then start again.`,
    );
    this.name = 'DamagedRosterError';
  }
}

export async function loadFolder(disk: Disk, dir: string, manifest: Manifest, setAside: SetAside): Promise<LoadedFolder> {
  const table = new RecordTable();
  table.last = manifest.replayFrom - 1;
  const damaged = structuredClone(manifest.damaged);
  const migrate = migrateFrom(manifest.schema);
  const read = async <T>(file: string, text: DocumentText<T>): Promise<T> => {
    const document = await new DurableFile(disk, join(dir, file), text).read();
    if (document === null) throw new Error('it is missing');
    return document;
  };

  const people = manifest.people.map(({ file }) => file);
  for await (const { file, document, error } of readAhead(people, (file) => read(file, personsText))) {
    if (error !== undefined) throw new DamagedRosterError(dir, file, await setAside(file), error);
    for (const row of document?.rows ?? []) restorePerson(table, migrate('person', row));
  }
  for await (const { file, document, error } of readAhead([manifest.centres], (file) => read(file, centresText))) {
    if (error !== undefined) throw new DamagedRosterError(dir, file, await setAside(file), error);
    for (const row of document?.rows ?? []) table.centres.set(row.id, migrate('centre', row));
  }
  const state = manifest.state.map(({ file }) => file);
  for await (const { index, file, document, error } of readAhead(state, (file) => read(file, ownersText))) {
    for (const row of document?.rows ?? []) restoreOwner(table, migrate('owner', row));
    if (error === undefined) continue;
    const persons = [...table.slots.values()].filter((slot) => slot.person && shardOf(slot, state.length) === index);
    const owners = [...persons.map((slot) => slot.owner), ...manifest.state[index]!.others];
    damaged.push({ file, setAside: await setAside(file), owners });
  }
  if (manifest.pins !== '') {
    try {
      for (const row of (await read(manifest.pins, pinsText)).rows) table.pins.set(row.hash, migrate('pin', row));
    } catch {
      damaged.push({ file: manifest.pins, setAside: await setAside(manifest.pins), owners: [] });
    }
  }
  if (manifest.house !== '') {
    try {
      table.house = migrate('house', await read(manifest.house, houseText));
    } catch {
      damaged.push({ file: manifest.house, setAside: await setAside(manifest.house), owners: [] });
    }
  }
  for (const known of [...Object.values(manifest.facts), ...Object.values(manifest.archive)]) {
    const size = (await sizeOf(join(dir, known.file))) ?? 0;
    if (size >= known.bytes) continue;
    damaged.push({ file: known.file, setAside: await setAside(known.file), owners: [] });
    // A last line that was cut in two would spoil the one appended to it.
    known.bytes = ((await disk.read(join(dir, known.file))) ?? Buffer.alloc(0)).lastIndexOf('\n') + 1;
  }

  holdAndLetGo(table, damaged);
  const replayed = await replayJournal(disk, dir, manifest, table, migrate, setAside);
  damaged.push(...replayed.damaged);
  holdAndLetGo(table, damaged);
  // What was loaded is what the files say; only what the journal added is still to be written.
  return {
    table,
    damaged,
    newDamage: damaged.length > manifest.damaged.length,
    torn: replayed.torn,
    journalSize: replayed.size,
  };
}

/** Marks who is held; whoever is held no more gets the messages that were kept for her, oldest first and before any newer one. */
function holdAndLetGo(table: RecordTable, damaged: Manifest['damaged']): void {
  for (const { owners } of damaged) for (const owner of owners) table.slotOf(owner).held = true;
  for (const slot of table.slots.values()) {
    if (slot.held || slot.kept.length === 0) continue;
    const waiting = slot.inbox.splice(0);
    table.inboxSize -= waiting.length;
    for (const [index, event] of slot.kept.entries()) table.restoreEvent(slot, event, index - slot.kept.length);
    for (const row of waiting) table.restoreEvent(slot, row.event, row.n);
    slot.kept = [];
    slot.changed = true;
  }
}

interface Ahead<T> {
  index: number;
  file: string;
  document?: T;
  error?: unknown;
}

/** One after the other, with the next one already on its way from the disk. */
async function* readAhead<T>(files: string[], read: (file: string) => Promise<T>): AsyncIterable<Ahead<T>> {
  const begin = (index: number): Promise<Ahead<T>> => {
    const file = files[index] ?? '';
    if (file === '') return Promise.resolve({ index, file });
    return read(file).then(
      (document) => ({ index, file, document }),
      (error: unknown) => ({ index, file, error }),
    );
  };
  let next = begin(0);
  for (let index = 0; index < files.length; index++) {
    const current = next;
    next = begin(index + 1);
    yield await current;
  }
}
