// A message of staff to many mentors: whom it is for, what it says, and what became of it for each of them.
import type { Phase } from './mentoring-cycle.ts';
import type { MessageMedia } from './outbound-message.ts';

/** Who is meant; evaluated when it begins, so that who finished meanwhile is not told to finish. */
export type Audience =
  | { kind: 'everyone' }
  | { kind: 'intensive' }
  /** Mentors who lack this phase of the iteration with one of their caregivers. */
  | { kind: 'unfinished'; phase: Phase; iteration: string }
  | { kind: 'listed'; ids: string[] }
  /** Said once in each of these groups, to who is in it. */
  | { kind: 'inGroups'; ids: string[] };

/** One bubble; `{nombre}` in its text stands for how each one is called. */
export interface BroadcastPart {
  text: string;
  media?: MessageMedia;
  /** Who writes: said above the first one. */
  heading?: string;
}

export const leftOutReasons = ['paused', 'withdrawn', 'noConsent', 'noChannel', 'left', 'stopped'] as const;
/** Why somebody of the audience gets nothing. `left`: she is not in the programme any more; `stopped`: the sender thought better of it. */
export type LeftOutReason = (typeof leftOutReasons)[number];

/** One letter for each person of the audience. */
export const recipientLetter = {
  waiting: 'w',
  /** Her own turn has it; what the channel says of it is not known yet. */
  handed: 'h',
  accepted: 's',
  delivered: 'd',
  read: 'r',
  answered: 'a',
  unsure: 'u',
  blocked: 'b',
  rejected: 'j',
  paused: 'P',
  withdrawn: 'W',
  noConsent: 'C',
  noChannel: 'N',
  left: 'L',
  stopped: 'S',
} as const;
export type RecipientState = keyof typeof recipientLetter;

/** The owner's one record of itself. */
export interface Broadcast {
  kind: 'broadcast';
  /** The same as its owner. */
  id: string;
  owner: string;
  by: string;
  audience: Audience;
  parts: BroadcastPart[];
  /** Does not wait for working hours. */
  urgent: boolean;
  state: 'scheduled' | 'gathering' | 'sending' | 'stopped' | 'done';
  /** UTC. */
  startsAt: string;
  /** What the channels need for one bubble to everybody, by which the waves are paced. */
  secondsABubble: number;
  lastWaveAt: string | null;
  /** UTC; everybody has what she will get, and the sender was told. */
  finishedAt: string | null;
  /** How it ended, once its recipients have left for the archive. */
  final: BroadcastReport | null;
  /** The sender was told who has to wait. */
  toldHeld?: boolean;
  /** Answers that are passed on together, and when (UTC). */
  replies?: BroadcastReply[];
  repliesDue?: string;
}

export interface BroadcastReply {
  text: string;
  mentor: string;
  centre: string;
}

/** A wave's worth of the audience: small, because each piece of news writes one of them anew. */
export interface Recipients {
  kind: 'recipients';
  /** Its place, so that waves go out in order. */
  id: string;
  owner: string;
  ids: string[];
  /** They hear it together, in this group. */
  group?: string;
  /** One letter for each id. */
  letters: string;
  /** UTC; those who still wait are not to be tried before. */
  notBefore: string | null;
  /** How each is called, to tell the sender of a few. */
  names?: string[];
  /** Who was not written to at once: until when (UTC), and why. */
  held?: Record<string, Held>;
}

/** `hours`: her centre is closed; `oneADay`: she had a message already. */
export interface Held {
  until: string;
  why: 'hours' | 'oneADay';
}

/** With the sender: what she ordered, so that she can ask about it and stop it. */
export interface BroadcastOrder {
  kind: 'broadcastOrder';
  /** The broadcast's owner. */
  id: string;
  owner: string;
  at: string;
  over: boolean;
  /** First words of it, to choose it by. */
  gist?: string;
}

/** With the receiver: her bubbles of it, by which receipts and answers are recognised. */
export interface ReceivedBroadcast {
  kind: 'receivedBroadcast';
  id: string;
  owner: string;
  by: string;
  at: string;
  messages: string[];
  told: 'nothing' | 'delivered' | 'read';
  answered: boolean;
  /** It asks for an answer. */
  asks?: boolean;
  /** She wrote something after it; only the first thing may be meant for its sender without quoting it. */
  followed?: boolean;
}

/** What happened to one receiver. */
export type BroadcastNews =
  | { kind: 'leftOut'; reason: Exclude<LeftOutReason, 'stopped'> }
  | ({ kind: 'notYet' } & Held)
  | { kind: 'sent' | 'blocked' | 'rejected' | 'unsure' }
  | { kind: 'delivered' | 'read' | 'answered' };

export interface BroadcastReport {
  state: Broadcast['state'] | 'failed';
  startsAt: string;
  /** First words of it. */
  gist: string;
  size: number;
  waiting: number;
  accepted: number;
  delivered: number;
  read: number;
  answered: number;
  unsure: number;
  blocked: number;
  rejected: number;
  leftOut: Partial<Record<LeftOutReason, number>>;
  /** Those who wait, by when and why. */
  held?: { until: string; why: Held['why']; count: number; names: string[] }[];
  /** Names where they are few. */
  unread?: string[];
  unanswered?: string[];
}

const ownerPrefix = 'broadcast:';
export const broadcastOwner = (id: string): string => `${ownerPrefix}${id}`;
export const isBroadcastOwner = (owner: string): boolean => owner.startsWith(ownerPrefix);
