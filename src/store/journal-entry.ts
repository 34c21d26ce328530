// What one transaction changes, as plain JSON of absolute values: the line of the journal and the only thing that changes a table.
import type { Fact } from '../domain/fact.ts';
import type { InboundEvent } from '../domain/inbound-event.ts';
import type { OutboundMessage } from '../domain/outbound-message.ts';
import type { ProgramPin } from '../domain/program-pin.ts';
import type { Centre, ChannelName } from '../domain/roster.ts';
import type { RecordKind, StateRecord } from '../domain/turn.ts';

/** Parts are applied in the order in which they stand here. */
export interface JournalEntry {
  /** Number of the entry. Events and messages of one entry are numbered from it, so that each has a place of its own. */
  n: number;
  /** Owners whose words and records go. */
  erase?: string[];
  put?: StateRecord[];
  remove?: { owner: string; kind: RecordKind; id: string }[];
  /** Whole records, so that nothing has to be looked up when the journal is read again. */
  archive?: StateRecord[];
  /** The event that is over; a held owner's is kept for the day on which she is not held any more. */
  done?: { owner: string; id: string; keep?: true };
  /** An account that she lost: what came from this channel and still waits is hers, and tells nothing of where she is. */
  unaddressed?: { owner: string; channel: ChannelName };
  outbound?: OutboundMessage[];
  events?: InboundEvent[];
  /** An attempt to send begins; `attempts` counts it. */
  begun?: { id: string; attempts: number };
  /** `until`: UTC. `attempts`: as it was before one that was none. */
  postponed?: { id: string; until: string; attempts?: number };
  ended?: { id: string; as: 'sent' | 'blocked' | 'rejected' | 'unsure' };
  facts?: Fact[];
  centres?: Centre[];
  pins?: { keep: ProgramPin[]; forget: string[] };
  clock?: string;
}

/** How many numbers an entry takes. */
export function entrySpan(entry: JournalEntry): number {
  return Math.max(1, entry.events?.length ?? 0, entry.outbound?.length ?? 0);
}

/** Where entries are made durable; memory has one that does nothing. */
export interface JournalWriter {
  /** Throws where nothing more is taken: after a failure, after closing, and in a store opened for reading. */
  assertOpen(): void;
  /** Resolves when this entry, and with it every earlier one, is durable. */
  append(entry: JournalEntry): Promise<void>;
  /** Resolves when everything appended until now is durable. */
  settled(): Promise<void>;
}
