// All that the store holds of one owner: her person, her small records, her inbox, the ids seen, and her chats' messages.
import type { InboundEvent } from '../domain/inbound-event.ts';
import type { OutboundMessage } from '../domain/outbound-message.ts';
import type { Person } from '../domain/roster.ts';
import { nothingKept, type OwnerState, type RecordKind, type StateRecord } from '../domain/turn.ts';
import { idHash } from './id-hash.ts';

export interface InboxRow {
  n: number;
  event: InboundEvent;
}

export interface OutboxRow {
  n: number;
  message: OutboundMessage;
  attempts: number;
  /** An attempt was begun and no result is known. */
  begun: boolean;
  /** UTC; not before. */
  until: string | null;
}

export interface Chat {
  slot: OwnerSlot;
  name: string;
  rows: OutboxRow[];
  /** A message of this chat is on its way. Not durable: after a restart none is. */
  leased: boolean;
}

export interface OwnerSlot {
  owner: string;
  hash: number;
  person: Person | undefined;
  /** A list, not a map: an owner has a few dozen records, and a scan of them is cheaper than 100,000 maps. */
  records: Exclude<StateRecord, Person>[];
  inbox: InboxRow[];
  /** Events that came while she was held. */
  kept: InboundEvent[];
  /** Hashes of the newest event ids, newest last. */
  seen: number[];
  chats: Chat[];
  /** 0 while nobody serves her. Not durable: after a restart nobody does. */
  lease: number;
  held: boolean;
  /** Entries up to this number are already in what was loaded: they are not applied again. */
  upTo: number;
  personUpTo: number;
  /** Changed since the last checkpoint. */
  changed: boolean;
  personChanged: boolean;
}

export function newSlot(owner: string): OwnerSlot {
  return {
    owner,
    hash: idHash(owner),
    person: undefined,
    records: [],
    inbox: [],
    kept: [],
    seen: [],
    chats: [],
    lease: 0,
    held: false,
    upTo: 0,
    personUpTo: 0,
    changed: false,
    personChanged: false,
  };
}

const seenAtLeast = 200;
const seenAtMost = 256;

export function hasSeen(slot: OwnerSlot, eventId: string): boolean {
  return slot.seen.includes(idHash(eventId));
}

export function rememberSeen(slot: OwnerSlot, eventId: string): void {
  slot.seen.push(idHash(eventId));
  if (slot.seen.length > seenAtMost) slot.seen = slot.seen.slice(-seenAtLeast);
}

export function findRecord(slot: OwnerSlot, kind: RecordKind, id: string): StateRecord | undefined {
  if (kind === 'person') return slot.person?.id === id ? slot.person : undefined;
  return slot.records.find((record) => record.id === id && record.kind === kind);
}

/**
 * Invariant: records are handed out as they are, not copied (a copy of a state of 4 KB costs more than the whole commit). Whoever
 * reads them never changes them: a new value is a new object. Tests open the stores with `frozen`, so that a breach throws.
 */
export function stateOf(slot: OwnerSlot): Omit<OwnerState, 'centre' | 'directory'> {
  const state = nothingKept(slot.owner);
  state.person = slot.person;
  for (const record of slot.records) {
    switch (record.kind) {
      case 'conversation':
        state.conversation = record;
        break;
      case 'thread':
        state.threads.push(record);
        break;
      case 'caregiver':
        state.caregivers.push(record);
        break;
      case 'cycle':
        state.cycles.push(record);
        break;
      case 'doubt':
        state.doubts.push(record);
        break;
      case 'doubtCard':
        state.doubtCards.push(record);
        break;
      case 'alert':
        state.alerts.push(record);
        break;
      case 'timer':
        state.timers.push(record);
        break;
      case 'lookUp':
        state.lookUps.push(record);
        break;
      case 'reminder':
        state.reminders ??= [];
        state.reminders.push(record);
        break;
      case 'visit':
        state.visits ??= [];
        state.visits.push(record);
        break;
      case 'attendance':
        state.attendances ??= [];
        state.attendances.push(record);
        break;
      case 'broadcast':
      case 'recipients':
      case 'broadcastOrder':
      case 'receivedBroadcast':
        state.outreach ??= [];
        state.outreach.push(record);
        break;
      case 'closure':
      case 'workshopChange':
        // Everybody's; the table keeps them at hand.
        break;
      case 'group':
        state.group = record;
        break;
      case 'groupPoll':
        state.groupPolls ??= [];
        state.groupPolls.push(record);
        break;
      case 'sharedPhone':
        state.sharedPhone = record;
        break;
      case 'stranger':
        state.stranger = record;
        break;
      default:
        record satisfies never;
    }
  }
  return state;
}
