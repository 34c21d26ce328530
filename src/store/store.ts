// The store port: each method is one transaction, all of it or none, durable when its promise resolves.
import type { Fact } from '../domain/fact.ts';
import type { Group, GroupPoll } from '../domain/group.ts';
import type { InboundEvent, Post } from '../domain/inbound-event.ts';
import type { LookUp } from '../domain/look-up.ts';
import type { OutboundMessage, SendResult } from '../domain/outbound-message.ts';
import type { ProgramPin } from '../domain/program-pin.ts';
import type { ChannelName, RosterImport } from '../domain/roster.ts';
import type { OwnerState, StateRecord, Turn } from '../domain/turn.ts';

export interface LeasedEvent {
  event: InboundEvent;
  /**
   * As of the lease. Its lists are the receiver's own; Invariant: the records in them, and the directory, are shared with the store
   * and never changed by anybody (a change is a new object). Stores opened with `frozen` throw on a breach.
   */
  state: OwnerState;
  /** Number of the lease; a commit under an older one is stale. */
  lease: number;
  /**
   * Her records were in a damaged file: the engine is not asked. A turn committed under such a lease may say something; its changes
   * are not applied, and its event is kept and comes again when she is held no more.
   */
  held: boolean;
}

export interface LeasedMessage {
  message: OutboundMessage;
  /** Attempts begun before this one. */
  attempts: number;
  /** An attempt was begun before and no result was recorded. */
  doubtful: boolean;
}

export type { RosterImport };

export interface StoreHealth {
  inbox: number;
  outbox: number;
  /** Messages of which nobody knows whether they were sent, and those that the platform refused; counted since the beginning. */
  unsure: number;
  blocked: number;
  rejected: number;
  /** Files that were damaged and set aside, with what to do. */
  damaged: { file: string; setAside: string; owners: string[] }[];
}

export interface Store {
  /**
   * Puts an event in the inbox. 'duplicate': this id was received before (ids are remembered per owner,
   * at least the last 200 of them); nothing changes.
   */
  receive(event: InboundEvent): Promise<'new' | 'duplicate'>;
  /** The oldest event of an owner whom nobody is serving; undefined when there is none. The lease ends with commitTurn, or with the process. */
  leaseEvent(): Promise<LeasedEvent | undefined>;
  /**
   * Ends the event and applies its turn: changes, outbound, posts (as events of their receivers) and facts together. 'stale': the
   * lease is over (committed, or an import changed the person meanwhile); nothing was applied, and an event that is not over is
   * leased again. Puts are of the turn's owner; a turn that breaks this throws, changes nothing and keeps its lease.
   */
  commitTurn(leased: LeasedEvent, turn: Turn): Promise<'committed' | 'stale'>;
  /** Turns every timer due at or before `now` (UTC) into an event of its owner, in order of due time, then owner, then id. Returns how many. */
  fireTimers(now: string): Promise<number>;
  /** When the next timer is due, and when the next postponed message may be tried again; undefined for none. */
  nextDueAt(): Promise<string | undefined>;
  /** The oldest unsent message of a chat in which none is on its way and none older waits. Its attempt is durable before this resolves. */
  leaseMessage(now: string): Promise<LeasedMessage | undefined>;
  /**
   * Writes down what became of it. 'retry' makes it (and its chat) wait until `now` + afterSeconds; 'unsure' is counted and not sent
   * again; so are 'blocked' and 'rejected'. A message that is no longer there (erased) is passed over. `posts`: who is told of it, in
   * the same transaction.
   */
  recordSend(messageId: string, result: SendResult, now: string, posts?: Post[]): Promise<void>;
  /** What waits for its next attempt in somebody's private chat need not wait any more. */
  tryNow(owner: string, now: string): Promise<void>;
  /**
   * Adds and changes persons, centres, closed days and moved workshops by id; what is not named stays. Of a person that is known, the roster's columns are replaced;
   * addresses, consent, phone moments, course, pause and withdrawal only where given (not null, not empty). The erased stay erased.
   */
  importRoster(roster: RosterImport): Promise<void>;
  /**
   * An account that she lost: she is not reached there any more, and who writes from it is not taken for her. What came from it and
   * still waits does not bring it back. Returns how many went.
   */
  forgetAddresses(owner: string, channel: ChannelName): Promise<number>;
  readRoster(): Promise<RosterImport>;
  /** Groups in which the bot has been, with their polls. */
  readGroups(): Promise<{ group: Group; polls: GroupPoll[] }[]>;
  /** Facts in the order they were recorded, with `from` <= recordedAt < `to` where given (UTC). */
  readFacts(range: { from?: string; to?: string }): AsyncIterable<Fact>;
  /** What a turn of this owner would read now; undefined where nobody has this id, or it is held. Looking changes nothing. */
  readState(owner: string): Promise<OwnerState | undefined>;
  /** What turns asked and nobody answered yet, of whatever owner. */
  readLookUps(): Promise<LookUp[]>;
  /** Records of one owner that left the state, newest last. */
  readArchive(owner: string): Promise<StateRecord[]>;
  /** Keeps these versions beside the ones that records still name, forgets the others, and returns all that are kept. */
  keepPins(current: ProgramPin[]): Promise<ProgramPin[]>;
  /** The virtual clock of the driver survives restarts; undefined where none was ever kept. */
  keepClock(now: string): Promise<void>;
  readClock(): Promise<string | undefined>;
  health(): Promise<StoreHealth>;
  /** Waits for what is under way, writes the checkpoint and lets the lock go. */
  close(): Promise<void>;
}
