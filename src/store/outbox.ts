// Messages that wait to be sent, in order within each chat, one on its way per chat; of the chats first the one that may wait least.

import { waitingRank } from '../domain/outbound-message.ts';
import type { JournalEntry } from './journal-entry.ts';
import { OrderedHeap } from './ordered-heap.ts';
import type { Chat, OutboxRow, OwnerSlot } from './owner-slot.ts';
import type { LeasedMessage } from './store.ts';

interface Place {
  n: number;
  chat: Chat;
}
interface Ready extends Place {
  rank: number;
}
interface Postponed extends Place {
  at: number;
}

/** Places in the two orders go stale when a chat's first row changes; they are passed over when they come up. */
export class Outbox {
  readonly #rows = new Map<string, { row: OutboxRow; chat: Chat }>();
  readonly #ready = new OrderedHeap<Ready>((a, b) => a.rank < b.rank || (a.rank === b.rank && a.n < b.n));
  readonly #postponed = new OrderedHeap<Postponed>((a, b) => a.at < b.at || (a.at === b.at && a.n < b.n));

  get size(): number {
    return this.#rows.size;
  }

  add(slot: OwnerSlot, row: OutboxRow): void {
    if (this.#rows.has(row.message.id)) return;
    const chat = chatOf(slot, row.message.chat);
    chat.rows.push(row);
    this.#rows.set(row.message.id, { row, chat });
    if (chat.rows.length === 1) return this.#enqueue(chat);
    // What somebody waits for does not wait behind a reminder of hers that stands before it: both go now.
    const first = chat.rows[0];
    if (!chat.leased && first && waitingRank(row.message) < rankBefore(chat)) this.#enqueue(chat);
  }

  ownerOf(messageId: string): OwnerSlot | undefined {
    return this.#rows.get(messageId)?.chat.slot;
  }

  messageOf(messageId: string): OutboxRow['message'] | undefined {
    return this.#rows.get(messageId)?.row.message;
  }

  begin(messageId: string, attempts: number): void {
    const found = this.#rows.get(messageId);
    if (found === undefined) return;
    found.row.attempts = attempts;
    found.row.begun = true;
    found.row.until = null;
  }

  /** The message at the head of somebody's private chat, where it waits to be tried again. */
  postponedOf(slot: OwnerSlot | undefined): string | undefined {
    const chat = slot?.chats.find(({ name }) => name === 'private');
    const row = chat?.leased ? undefined : chat?.rows[0];
    return row && row.until !== null ? row.message.id : undefined;
  }

  attemptsOf(messageId: string): number {
    return this.#rows.get(messageId)?.row.attempts ?? 0;
  }

  postpone({ id, until, attempts }: NonNullable<JournalEntry['postponed']>): void {
    const found = this.#rows.get(id);
    if (found === undefined) return;
    if (attempts !== undefined) found.row.attempts = attempts;
    found.row.begun = false;
    found.row.until = until;
    found.chat.leased = false;
    this.#enqueue(found.chat);
  }

  remove(messageId: string): void {
    const found = this.#rows.get(messageId);
    if (found === undefined) return;
    this.#rows.delete(messageId);
    const { chat, row } = found;
    if (chat.rows[0] !== row) {
      chat.rows.splice(chat.rows.indexOf(row), 1);
      return;
    }
    chat.rows.shift();
    chat.leased = false;
    this.#enqueue(chat);
  }

  removeAllOf(slot: OwnerSlot): void {
    for (const chat of slot.chats) {
      for (const row of chat.rows) this.#rows.delete(row.message.id);
      chat.rows = [];
    }
    slot.chats = [];
  }

  /** What leaseMessage gives, and the attempt to be written down; the chat is taken, the row not yet changed. */
  take(now: number): LeasedMessage | undefined {
    this.#wake(now);
    for (;;) {
      const place = this.#ready.pop();
      if (place === undefined) return undefined;
      const row = place.chat.rows[0];
      if (row === undefined || row.n !== place.n || place.chat.leased) continue;
      if (row.until !== null && Date.parse(row.until) > now) continue;
      place.chat.leased = true;
      return { message: row.message, attempts: row.attempts, doubtful: row.begun };
    }
  }

  /** When the next postponed message may be tried again, UTC in milliseconds. */
  nextAt(): number | undefined {
    for (;;) {
      const place = this.#postponed.first();
      if (place === undefined) return undefined;
      if (stillPostponed(place)) return place.at;
      this.#postponed.pop();
    }
  }

  #wake(now: number): void {
    for (;;) {
      const place = this.#postponed.first();
      if (place === undefined || place.at > now) return;
      this.#postponed.pop();
      if (stillPostponed(place)) this.#ready.push({ n: place.n, chat: place.chat, rank: rankOf(place.chat) });
    }
  }

  #enqueue(chat: Chat): void {
    const row = chat.rows[0];
    if (row === undefined) return;
    if (row.until === null) this.#ready.push({ n: row.n, chat, rank: rankOf(chat) });
    else this.#postponed.push({ at: Date.parse(row.until), n: row.n, chat });
  }
}

/** Of the one that may wait least: those before it have to go first. */
const rankOf = ({ rows }: Chat): number => rows.reduce((least, { message }) => Math.min(least, waitingRank(message)), 2);
const rankBefore = ({ rows }: Chat): number =>
  rows.slice(0, -1).reduce((least, { message }) => Math.min(least, waitingRank(message)), 2);

function stillPostponed(place: Postponed): boolean {
  const row = place.chat.rows[0];
  return row !== undefined && row.n === place.n && row.until !== null && Date.parse(row.until) === place.at && !place.chat.leased;
}

function chatOf(slot: OwnerSlot, name: string): Chat {
  for (const chat of slot.chats) if (chat.name === name) return chat;
  const chat: Chat = { slot, name, rows: [], leased: false };
  slot.chats.push(chat);
  return chat;
}
