// A message on its way to a person, and what can become of it.
import type { Address, ChannelName } from './roster.ts';

/** Closed list: what a message is for. Pacing, limits and reports read it. */
export const messageKinds = [
  'question',
  'statement',
  'card',
  'recap',
  'tip',
  'reminder',
  'broadcast',
  'notice',
  'overview',
  'answer',
  'safeguarding',
] as const;
export type MessageKind = (typeof messageKinds)[number];

/** A closed answer that can be tapped where the channel can, and typed everywhere. */
export interface MessageOption {
  id: string;
  label: string;
  /** What to type for it where options are rendered as text; its place in the list (from 1) when absent. */
  key?: string;
}

export interface MessageMedia {
  type: 'video' | 'image' | 'document';
  /** A file of data/media, or an address to open. */
  file?: string;
  link?: string;
  /** What somebody sent on a channel, copied from there and kept nowhere else; another channel cannot show it. */
  sent?: { channel: ChannelName; message: string };
  seconds?: number;
  megabytes?: number;
}

export interface OutboundMessage {
  /** `${eventId}:${index}`: computing the same turn again gives the same message. */
  id: string;
  to: string;
  /** 'private' or the id of a group. */
  chat: string;
  /** Where it goes although she has no address any more: the goodbye to who asked for her erasure. */
  address?: Address;
  /** Of what the house begins: the channel that she prefers, if she is reached there; absent for where she wrote last. */
  via?: ChannelName;
  kind: MessageKind;
  text: string;
  options: MessageOption[];
  /** The options are a poll's: a channel that has polls of its own sends one, in private only where nothing can be tapped; votes name this message. */
  poll?: { multi: boolean };
  /** In a group: the message of a member that it answers, as the channel calls it. */
  quotes?: string;
  media?: MessageMedia;
  /** What to do when a crash leaves it unknown whether it was sent: say it once more, or leave it and report. */
  whenUnsure: 'repeat' | 'drop';
  /** It answers what she said in this group: there she is told where it did not arrive. */
  fromGroup?: string;
  /** Of which broadcast it is, so that its owner hears what became of it; `last`: no more bubbles of it follow. */
  broadcast?: { owner: string; last: boolean };
  /**
   * What the house begins of itself waits for what somebody is waiting for: of the many reminders of one minute first those about
   * today, then the others. Absent for answers.
   */
  mayWait?: 'today' | 'later';
  /** UTC. */
  createdAt: string;
}

/** Lower goes first. */
export const waitingRank = ({ mayWait }: Pick<OutboundMessage, 'mayWait'>): number =>
  mayWait === undefined ? 0 : mayWait === 'today' ? 1 : 2;

/**
 * What the platform said of an attempt. `unsure`: it may have been sent, and no answer came. `uncounted`: nothing was tried, because the
 * channel is away; the message waits for it as long as it takes.
 */
export type SendResult =
  | { kind: 'sent'; externalId?: string }
  | { kind: 'retry'; afterSeconds: number; uncounted?: true }
  | { kind: 'blocked' }
  | { kind: 'rejected'; code: string }
  | { kind: 'unsure' };
