// A group chat in which the bot takes part: whose it is, who is known to be in it, and what happens to it as a whole.
import type { Claim } from './inbound-event.ts';
import type { Address, ChannelName } from './roster.ts';

/** Which mentors a group brings together: the audiences that the staff know already. */
export type Cohort = 'everyone' | 'intensive';

export interface Group {
  kind: 'group';
  /** The same as its owner. */
  id: string;
  owner: string;
  channel: ChannelName;
  /** Where it is now; a platform may move it. */
  address: string;
  title: string;
  /** Null until a coordinator says whose group it is: until then the bot says nothing in it. */
  cohort: Cohort | null;
  linkedBy: string | null;
  /** Who brought the bot in, as far as the roster knows her; she is told once what is missing. */
  addedBy: string | null;
  /** UTC; it greets once. */
  greetedAt: string | null;
  /** Persons of the roster who are known to be in it. */
  members: string[];
  /** Others who were heard of in it, as keys that name nobody. */
  strangers: string[];
  /** UTC; the bot was taken out of it. */
  goneAt: string | null;
  /** Those of them who were told how to open a chat. */
  toldHow: string[];
  /** The newest messages of staff that were said here, with their bubbles. */
  broadcasts: { id: string; messages: string[] }[];
  /** Of the shared things: for which day, or which workshop, it was said last. */
  said: Partial<Record<SharedThing, string>>;
}

/** What the bot says in a group of its own accord. */
export type SharedThing = 'tip' | 'week' | 'workshop';

/** A poll put to a group, with the whole present vote of each voter. */
export interface GroupPoll {
  kind: 'groupPoll';
  /** The same as its message's: votes name it. */
  id: string;
  owner: string;
  /** Who asked for it, and hears the result. */
  by: string;
  at: string;
  /** As the channel calls it once it is sent; votes may come with this name. */
  platformId: string | null;
  question: string;
  options: string[];
  multi: boolean;
  /** The options are how much of this workshop she was in. */
  workshop: number | null;
  /** Places of the options, from 0, by voter: a person's id, or the key of somebody unknown. */
  votes: Record<string, number[]>;
  /** UTC. */
  closesAt: string;
  closedAt: string | null;
}

/** What happens to the group itself. `here`: the bot was brought in; `gone`: taken out; `moved`: it is at another address now. */
export type GroupNews =
  | { what: 'members'; joined: GroupMember[]; left: GroupMember[] }
  | { what: 'here' }
  | { what: 'gone' }
  | { what: 'renamed'; title: string }
  | { what: 'moved'; to: string };

/**
 * As an adapter has it: an address, what the platform vouches for, and a name that is kept nowhere. The door in writes the person of
 * the roster beside it; of anybody else only a key is left, in place of the address.
 */
export interface GroupMember {
  address: string;
  name?: string;
  /** Her number, where she has not written to us herself yet; looked at by the door in, and kept nowhere. */
  claim?: Claim;
  person?: string;
}

/** Where an event of a group comes from, written by the door in: the sender's key, and who she is if the roster knows her. */
export interface InGroup {
  key: string;
  person?: string;
  title?: string;
}

/** A poll as somebody of the staff said it. `workshop`: it asks who was in this one. */
export interface PollOrder {
  question: string;
  options: string[];
  multi: boolean;
  workshop: number | null;
}

export interface PollResult {
  question: string;
  lines: { option: string; votes: number }[];
  voters: number;
  closed: boolean;
  title: string;
}

/** What turns of groups, of their members and of who runs them cause in each other. */
export type GroupPost =
  /** Her own words, for her private chat: a matter of safety, something of hers, or a question that nobody here could answer. */
  | { kind: 'saidInGroup'; text: string; why: 'harm' | 'asked' | 'doubt'; title: string }
  /** To who brought the bot in, who may not link, who linked it; to the coordinators, of grave words of somebody unknown. */
  | { kind: 'groupTold'; what: 'added' | 'onlyCoordinator' | 'gone' | 'grave'; title: string }
  /** To a group, by who may. */
  | { kind: 'pollOrdered'; poll: PollOrder }
  | { kind: 'pollAsked'; what: 'results' | 'close' }
  /** From it, to who asked. */
  | { kind: 'pollResult'; result: PollResult | null; title: string }
  /** From the way out: how the platform calls a poll of ours; a private answer to somebody of the group did not arrive. */
  | { kind: 'pollSent'; poll: string; platformId: string }
  | { kind: 'notReached'; person: string };

/** What somebody of the staff wants of a group from her own chat; `where`: which one, in her words. */
export type GroupAct = { do: 'poll'; poll: PollOrder; where: string } | { do: 'results' | 'close'; where: string };

const ownerPrefix = 'group:';
export const groupOwner = (channel: ChannelName, address: string): string => `${ownerPrefix}${channel}:${address}`;
export const isGroupOwner = (owner: string): boolean => owner.startsWith(ownerPrefix);

/** Where a group was when it was met first; undefined where the owner is no group. */
export function firstAddressOf(owner: string): Address | undefined {
  const match = /^group:(telegram|whatsapp|simulator):(.+)$/s.exec(owner);
  return match ? { channel: match[1] as ChannelName, address: match[2] ?? '' } : undefined;
}
