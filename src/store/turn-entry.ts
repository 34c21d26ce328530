// Turns a Turn into a journal entry: every change resolved to absolute values, so that the journal can be read without looking back.
import type { InboundEvent, Post } from '../domain/inbound-event.ts';
import type { Person } from '../domain/roster.ts';
import type { StateRecord, Turn } from '../domain/turn.ts';
import { eraseFact } from './erasure.ts';
import type { JournalEntry } from './journal-entry.ts';
import { findRecord, type OwnerSlot } from './owner-slot.ts';

type Gone = NonNullable<JournalEntry['remove']>[number];

/** Throws on what only a mistake of ours can bring; nothing is changed then. */
export function turnEntry(
  n: number,
  slot: OwnerSlot,
  event: InboundEvent,
  turn: Turn,
  personOf: (owner: string) => Person | undefined,
): JournalEntry {
  if (turn.eventId !== event.id || turn.owner !== event.owner)
    throw new Error(`turn of ${turn.eventId} under the lease of ${event.id}`);
  const entry: JournalEntry = { n, done: { owner: slot.owner, id: event.id } };
  // The records of a held owner are unknown, so nothing may be written over them.
  if (slot.held) entry.done!.keep = true;
  else addChanges(entry, slot, turn);
  if (turn.outbound.length > 0) entry.outbound = turn.outbound;
  if (turn.posts.length > 0) entry.events = turn.posts.map(postEvent);
  if (turn.facts.length > 0) entry.facts = turn.facts;
  const erased = entry.erase;
  if (erased) {
    // Whom the turn did not reduce itself, be it its owner or another: the store does.
    for (const owner of erased) {
      const person = personOf(owner);
      if (person === undefined || entry.put?.some((record) => record.kind === 'person' && record.owner === owner)) continue;
      entry.put = [...(entry.put ?? []), tombstone(person, event.receivedAt)];
    }
  }
  if (erased && entry.facts) {
    entry.facts = entry.facts.map((fact) => erased.reduce((left, owner) => eraseFact({ n, fact: left }, owner).fact, fact));
  }
  return entry;
}

function addChanges(entry: JournalEntry, slot: OwnerSlot, turn: Turn): void {
  let put: StateRecord[] = [];
  let remove: Gone[] = [];
  let archive: StateRecord[] = [];
  for (const change of turn.changes) {
    if ('put' in change) {
      const record = checked(change.put, turn.owner);
      if (put.length > 0) put = put.filter((other) => !same(other, record));
      if (remove.length > 0) remove = remove.filter((other) => !same(other, record));
      put.push(record);
    } else if ('erase' in change) {
      entry.erase = [...(entry.erase ?? []), change.erase.owner];
      // Whatever the turn wrote of her before goes too, except the person that it reduced itself.
      put = put.filter((record) => record.kind === 'person' || record.owner !== change.erase.owner);
      archive = archive.filter((record) => record.owner !== change.erase.owner);
    } else {
      const { kind, id } = 'remove' in change ? change.remove : change.archive;
      const gone = { owner: turn.owner, kind, id };
      const record = put.find((other) => same(other, gone)) ?? findRecord(slot, kind, id);
      put = put.filter((other) => !same(other, gone));
      remove.push(gone);
      if ('archive' in change && record !== undefined) archive.push(record);
    }
  }
  if (put.length > 0) entry.put = put;
  if (remove.length > 0) entry.remove = remove;
  if (archive.length > 0) entry.archive = archive;
}

/** What is left of an erased person: her id, never reused, her place and her role. */
export function tombstone({ prefers: _prefers, linking: _linking, pin: _pin, ...person }: Person, erasedAt: string): Person {
  return {
    ...person,
    name: '',
    calledAs: '',
    phone: '',
    addresses: [],
    accompaniedBy: [],
    active: false,
    consent: null,
    phoneMoments: null,
    prerequisiteCourse: null,
    pausedUntil: null,
    erasedAt: person.erasedAt ?? erasedAt,
  };
}

function checked(record: StateRecord, owner: string): StateRecord {
  if (record.owner !== owner) throw new Error(`turn of ${owner} puts ${record.kind} ${record.id} of ${record.owner}`);
  if (record.kind === 'timer' && Number.isNaN(Date.parse(record.dueAt)))
    throw new Error(`timer ${record.id} is due at ${record.dueAt}`);
  return record;
}

function same(a: { kind: string; id: string }, b: { kind: string; id: string }): boolean {
  return a.id === b.id && a.kind === b.kind;
}

/** A post as an event of its receiver. */
export function postEvent(post: Post): InboundEvent {
  return {
    id: post.id,
    channel: 'house',
    externalId: post.id,
    owner: post.to,
    writtenAt: post.at,
    receivedAt: post.at,
    content: { kind: 'post', post },
  };
}
