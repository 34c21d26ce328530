// What the server of the simulator and its page say to each other: types only, the one file that both read.

export interface PersonCard {
  id: string;
  name: string;
  calledAs: string;
  /** In Spanish, as the list shows them. */
  role: string;
  isMentor: boolean;
  centre: string;
  /** Where the centre is, for where there is little room. */
  place: string;
  zone: string;
  zoneName: string;
}

export interface GroupCard {
  id: string;
  name: string;
  members: string[];
}

export type SaidContent =
  | { kind: 'text'; text: string; replyTo?: string }
  | { kind: 'tap'; label: string; of?: string }
  | { kind: 'voice'; seconds: number; transcript?: string }
  | { kind: 'image' | 'video' | 'document'; caption?: string };

export interface ShownMedia {
  type: 'video' | 'image' | 'document';
  file?: string;
  link?: string;
  seconds?: number;
  megabytes?: number;
}

/** queued: the server has it; delivered: the bot reads it; handled: it did what it asks; failed: it could not be taken. */
export type SaidState = 'queued' | 'delivered' | 'handled' | 'failed';

/** What happened in a chat; a chat is called after the person whose private chat it is, or after its group. */
export type ChatEvent = { chat: string } & (
  | { type: 'said'; id: string; from: string; at: string; content: SaidContent }
  | { type: 'state'; id: string; state: SaidState }
  | { type: 'shown'; id: string; at: string; kind: string; text: string; options: string[]; media?: ShownMedia }
  | { type: 'edited'; id: string; text: string }
  | { type: 'revoked'; id: string }
  | { type: 'reacted'; id: string; from: string; emoji: string }
  | { type: 'receipt'; id: string; status: 'delivered' | 'read'; at: string }
  | { type: 'group'; name: string; members: string[] }
);
/** Numbered over all chats, without gaps. */
export type ChatEntry = ChatEvent & { n: number };

export interface ClockStatus {
  /** UTC. */
  now: string;
  /** UTC; when the next thing falls due. */
  nextDueAt?: string;
  /** Chats in which the bot is at work; 'clock' while the clock moves. */
  busy: string[];
}

export interface PageState {
  /** Of the history that `last` counts in; another one after it was deleted. */
  history: string;
  last: number;
  people: PersonCard[];
  groups: GroupCard[];
  /** The newest entry of each chat, for the list. */
  newest: ChatEntry[];
  clock: ClockStatus;
  texts: Record<string, string>;
}

export interface KnownLine {
  label: string;
  value: string;
}
export interface KnownSection {
  title: string;
  lines: KnownLine[];
}

/** One thing that whoever runs the house looks at. `off`: it is not used. */
export interface OperationsRow {
  name: string;
  value: string;
  state: 'ok' | 'warning' | 'failed' | 'off';
  todo?: string;
  /** Address of what is to be scanned, or a code to be typed on the phone. */
  picture?: string;
  code?: string;
}
export interface OperationsState {
  title: string;
  at: string;
  /** What each state is called. */
  states: Record<OperationsRow['state'], string>;
  rows: OperationsRow[];
}

/** Why a request was refused; the page has a sentence for each. */
export type Refusal = 'badHost' | 'badOrigin' | 'badRequest' | 'unknownPerson' | 'unknownChat' | 'refused' | 'broken';
