// Spreads owners and persons over files of about a megabyte by the hash of their id, and writes those in which something changed.
import { join } from 'node:path';
import { Low } from 'lowdb';
import type { OwnerSlot } from '../owner-slot.ts';
import type { RecordTable } from '../record-table.ts';
import type { Disk } from './disk.ts';
import { type OwnerDocument, ownerDocument, ownersText, type PersonDocument, personsText, type Rows } from './documents.ts';
import { type DocumentText, DurableFile } from './durable-file.ts';
import type { Manifest } from './manifest.ts';
import { schemaVersion } from './migrations.ts';

const shardBytes = 1 << 20;
const guessedBytesPerOwner = 1024;

export interface ShardPlan {
  count: number;
  members: OwnerSlot[][];
  dirtyState: Set<number>;
  dirtyPeople: Set<number>;
}

export function shardOf(slot: OwnerSlot, count: number): number {
  return slot.hash % count;
}

/** Takes the marks of change away; what changes from now on is marked anew, for the next checkpoint. */
export function planShards(table: RecordTable, manifest: Manifest): ShardPlan {
  const count = shardCount(table, manifest);
  const members: OwnerSlot[][] = Array.from({ length: count }, () => []);
  const dirtyState = new Set<number>();
  const dirtyPeople = new Set<number>();
  const regrouped = count !== manifest.state.length;
  for (const slot of table.slots.values()) {
    const shard = shardOf(slot, count);
    members[shard]!.push(slot);
    if (slot.changed || regrouped) dirtyState.add(shard);
    if (slot.personChanged || regrouped) dirtyPeople.add(shard);
    slot.changed = false;
    slot.personChanged = false;
  }
  return { count, members, dirtyState, dirtyPeople };
}

/** The checkpoint did not come about: what was to be written is still to be written. */
export function unplan(table: RecordTable, plan: ShardPlan): void {
  for (const slot of table.slots.values()) {
    const shard = shardOf(slot, plan.count);
    if (plan.dirtyState.has(shard)) slot.changed = true;
    if (plan.dirtyPeople.has(shard)) slot.personChanged = true;
  }
}

/** Doubles, so that it happens rarely: every file is written then. */
function shardCount(table: RecordTable, manifest: Manifest): number {
  const known = manifest.state.reduce((sum, { bytes }) => sum + bytes, 0);
  const expected = Math.max(known, table.slots.size * guessedBytesPerOwner);
  let count = manifest.state.length;
  while (count * shardBytes < expected) count *= 2;
  return count;
}

export async function writeShards(
  disk: Disk,
  dir: string,
  table: RecordTable,
  plan: ShardPlan,
  old: Manifest,
  generation: number,
): Promise<Pick<Manifest, 'state' | 'people'>> {
  const state: Manifest['state'] = [];
  const people: Manifest['people'] = [];
  for (const [shard, members] of plan.members.entries()) {
    const suffix = `${String(shard).padStart(4, '0')}-g${generation}.json`;
    if (plan.dirtyState.has(shard)) {
      const name = `state/state-${suffix}`;
      const others = members.filter((slot) => slot.person === undefined).map((slot) => slot.owner);
      state.push({ ...(await writeRows(disk, dir, name, ownersText, ownerRows(table, members))), others });
    } else state.push(old.state[shard] ?? { file: '', bytes: 0, others: [] });
    if (plan.dirtyPeople.has(shard)) {
      people.push(await writeRows(disk, dir, `people/people-${suffix}`, personsText, personRows(table, members)));
    } else people.push(old.people[shard] ?? { file: '', bytes: 0 });
  }
  return { state, people };
}

async function writeRows<T>(disk: Disk, dir: string, name: string, text: DocumentText<Rows<T>>, rows: Iterable<T>) {
  const file = new DurableFile(disk, join(dir, name), text);
  await new Low<Rows<T>>(file, { schema: schemaVersion, rows }).write();
  return { file: name, bytes: file.bytes };
}

/** Each owner as she is when her row is asked for: that moment's number is her `upTo`. */
function* ownerRows(table: RecordTable, slots: OwnerSlot[]): Iterable<OwnerDocument> {
  for (const slot of slots) {
    const document = ownerDocument(slot, table.last);
    if (document !== undefined) yield document;
  }
}

function* personRows(table: RecordTable, slots: OwnerSlot[]): Iterable<PersonDocument> {
  for (const slot of slots) if (slot.person) yield { upTo: table.last, person: slot.person };
}
