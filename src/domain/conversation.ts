// Where a person is in her conversation: threads (flows under way) and exactly one open question.

import type { PhoneCalendar } from './calendar-entry.ts';
import type { CaptureMode } from './mentoring-cycle.ts';

/** Anything a step can remember; plain JSON, so that a conversation survives being written down. */
export type AnswerValue = string | number | boolean | null | AnswerValue[] | { [key: string]: AnswerValue };

export interface Frame {
  flow: string;
  /** Index of the next instruction. */
  at: number;
}

/** Enough to come back to a question: where it stood and which element of a repeat it was about. */
export interface AskedBefore {
  frames: Frame[];
  current: Record<string, string>;
  key: string;
}

export interface Thread {
  kind: 'thread';
  id: string;
  owner: string;
  flow: string;
  /** Hashes of the flow and of the instrument it began with: an edit meanwhile does not change it. */
  pins: string[];
  caregiverId: string | null;
  cycleId: string | null;
  /** Short code printed on the card, e.g. L7K. */
  code: string | null;
  frames: Frame[];
  answers: Record<string, AnswerValue>;
  /** Current element of each repeat, by the repeat's variable. */
  current: Record<string, string>;
  history: AskedBefore[];
  /** The question it waits at: step id, with the element after a colon inside a repeat; null while it has none. */
  waitingFor: string | null;
  /** An answer that waits for a yes, or for a choice among what it may have meant. */
  pending: { values: AnswerValue[]; labels: string[] } | null;
  /** Of the question that was put last, with all that stood in it: a mark by which the same is known again. */
  shown?: string;
  /** In which words it was asked: where something came between, it is asked so again. */
  pendingAs?: string;
  misunderstood: number;
  /** Nudges already given, by name: each at most once. */
  nudges: string[];
  captureMode: CaptureMode;
  /** While an answer is being corrected: the question to return to afterwards. */
  returnTo: AskedBefore | null;
  /** She was asked once more, by a message of ours, about the question it waits at. */
  nudgedAt: string | null;
  /** The events in which she gave her last answers, newest first, so that an edited message finds its answer. */
  heard?: { key: string; events: string[] }[];
  openedAt: string;
  touchedAt: string;
}

export interface Burst {
  bubbles: string[];
  /** Ids of the events whose texts these are. */
  events: string[];
  until: string;
  writtenAt: string;
  /** The poll whose present vote it is, by its message: another vote in it takes its place. */
  poll?: string;
}

/** A place where a name or a number was left out of her words: what stands around it, and what stands there instead. */
export interface LeftOutWord {
  before: string;
  as: string;
  after: string;
  /** "A" or "de", where it was taken up into what stands there ("al niño"). */
  lead: string;
  /** By which her word is known again when she taps it; it cannot be read out of this. */
  check: number;
}

export interface Conversation {
  kind: 'conversation';
  id: string;
  owner: string;
  /** Thread that holds the floor; its question is the one open question. */
  active: string | null;
  /** Threads that were interrupted at a question, to be taken up again, newest last. */
  interrupted: string[];
  burst: Burst | null;
  /** Messages the bot began on a local day, to keep to the daily limits. */
  initiated: { date: string; count: number; other: number };
  /** The last day of the week that was told to her; absent before the first. */
  weekTold?: string;
  /** Absent until she was offered that her phone reminds her too. */
  calendar?: PhoneCalendar;
  /** The registro she asked for last, for what she says right after it. */
  participation?: { at: string; from?: string; to?: string; iteration?: string; centre?: string; named?: boolean };
  lastHeardAt: string | null;
  /** The last few options shown, newest first, so that a tap finds its question. */
  offered: { messageId: string; threadId: string; key: string; options: { id: string; label: string }[] }[];
  /** The last few questions, newest first, so that a reply to one of their bubbles finds it. */
  asked?: { messageId: string; threadId: string; key: string }[];
  /** Something that may be a matter of safety: she was asked, and what she wrote waits for her answer. */
  concern?: { route: SafeguardingAlert['route']; bubbles: string[]; askedAt: string; times: number } | null;
  /** She told of harm: until this day, or until she asks for it, nothing else is asked of her. */
  quiet?: { since: string; until: string; route: SafeguardingAlert['route']; contacts: string } | null;
  /** What she wrote last, for a moment: a telling comes in several bubbles. */
  lastWords?: { at: string; text: string } | null;
  /** Words of hers that may be for the sender of a broadcast: she was asked. */
  replyAsked?: { broadcast: string; text: string; messageId: string } | null;
  /** UTC: a picture of hers was answered; the rest of an album is not answered again. */
  mediaAnsweredAt?: string;
  /** What was left out of her words last, and the bubble by which she can take it back. */
  leftOut?: { messageId: string; at: string; places: LeftOutWord[] } | null;
  /** Words that she took back: they are nobody's name. */
  nobodys?: string[];
  /** Texts that fitted no question, kept for the consultants. */
  notes: { at: string; text: string }[];
  /** The last question of hers that a frequent one answered: what she says next may be about that. */
  lastAsked?: { at: string; text: string };
  /** The doubt whose answer came since she wrote last: what she says next may be said to who answered. */
  answeredDoubt?: string | null;
}

export interface Doubt {
  kind: 'doubt';
  id: string;
  owner: string;
  at: string;
  text: string;
  caregiverId: string | null;
  status: 'open' | 'closed';
  /** State of her cycle when she asked. */
  phase: string | null;
  /** Everybody who was told of it, to be told what becomes of it. */
  told: string[];
  /** Who sees to it. Only turns of its owner decide this, so that it is one person whoever was quicker. */
  taken: Taken | null;
  /** UTC; since when she waits, null while the last word was an answer. */
  waitingSince: string | null;
  nudgedAt: string | null;
  /** What she added last; absent while there are only her first words. */
  latest?: string;
  /** UTC, when she was answered last. */
  answeredAt?: string;
  answers: number;
  /** Ids of the answers' messages, newest last: what is said to one of them is said of this doubt. */
  messages: string[];
  /** Ids of posts that were heard: one that comes again counts once. */
  heard: string[];
}

export interface Taken {
  by: string;
  name: string;
}

/** What a consultant has of a doubt of somebody else: enough to answer it. The doubt itself is the mentor's. */
export interface DoubtCard {
  kind: 'doubtCard';
  /** The doubt's. */
  id: string;
  owner: string;
  mentorId: string;
  mentor: string;
  calledAs: string;
  centre: string;
  zone: string;
  phase: string | null;
  /** By which she can answer it in writing; hers alone among her open cards. */
  code: string;
  at: string;
  text: string;
  latest?: string;
  status: 'open' | 'closed';
  taken: Taken | null;
  waitingSince: string | null;
  messages: string[];
  heard: string[];
}

export interface SafeguardingAlert {
  kind: 'alert';
  id: string;
  owner: string;
  at: string;
  route: 'danger' | 'abuse' | 'distress';
  contacts: string[];
  acknowledgedAt: string | null;
  /** With the contact: when she was last told, and who and where it is about. */
  lastSaidAt: string;
  timesSaid: number;
  mentor: string;
  centre: string;
  /** With the contact: whose it is. */
  about?: string;
  /** With who told it: that she called it a misunderstanding, and its contacts were told so. */
  clearedAt?: string;
}

export type TimerPurpose = 'settle' | 'reminder' | 'nudge' | 'alert' | 'broadcast' | 'doubt' | 'week' | 'group';
/** Something that must happen later; firing it is an event in its owner's inbox. */
export interface Timer {
  kind: 'timer';
  id: string;
  owner: string;
  /** UTC. */
  dueAt: string;
  purpose: TimerPurpose;
  /** What it is about: for reminders the rung and the appointment. */
  about: Record<string, string>;
}
