// The store port: each method is one transaction, all of it or none, durable when its promise resolves.
import type { Fact } from '../domain/fact.ts';
import type { InboundEvent } from '../domain/inbound-event.ts';
import type { OutboundMessage, SendResult } from '../domain/outbound-message.ts';
import type { ProgramPin } from '../domain/program-pin.ts';
import type { Centre, Person } from '../domain/roster.ts';
import type { OwnerState, StateRecord, Turn } from '../domain/turn.ts';

export interface LeasedEvent {
  event: InboundEvent;
  /** A private copy as of the lease; changing it changes nothing. */
  state: OwnerState;
  /** Number of the lease; a commit under an older one is stale. */
  lease: number;
  /** Her records were in a damaged file: her messages are kept, the engine is not asked. */
  held: boolean;
}

export interface LeasedMessage {
  message: OutboundMessage;
  /** Attempts begun before this one. */
  attempts: number;
  /** An attempt was begun before and no result was recorded. */
  doubtful: boolean;
}

export interface RosterImport {
  centres: Centre[];
  persons: Person[];
}

export interface StoreHealth {
  inbox: number;
  outbox: number;
  /** Messages whose sending is unknown since a crash. */
  unsure: number;
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
  /** Ends the event and applies its turn: changes, outbound, posts (as events of their receivers) and facts together. */
  commitTurn(leased: LeasedEvent, turn: Turn): Promise<'committed' | 'stale'>;
  /** Turns every timer due at or before `now` (UTC) into an event of its owner, in order of due time, then owner, then id. Returns how many. */
  fireTimers(now: string): Promise<number>;
  /** When the next timer is due, and when the next postponed message may be tried again; undefined for none. */
  nextDueAt(): Promise<string | undefined>;
  /** The oldest unsent message of a chat in which none is on its way and none older waits. Its attempt is durable before this resolves. */
  leaseMessage(now: string): Promise<LeasedMessage | undefined>;
  /** Writes down what became of it. 'retry' makes it (and its chat) wait until `now` + afterSeconds. */
  recordSend(messageId: string, result: SendResult, now: string): Promise<void>;
  /** Adds and changes persons and centres by id; what is not named stays. */
  importRoster(roster: RosterImport): Promise<void>;
  readRoster(): Promise<RosterImport>;
  /** Facts in the order they were recorded, with `from` <= recordedAt < `to` where given (UTC). */
  readFacts(range: { from?: string; to?: string }): AsyncIterable<Fact>;
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
