// What one event does to one owner: the only thing the engine returns, committed whole or not at all.
import type { Attendance, WorkshopChange } from './attendance.ts';
import type { Broadcast, BroadcastOrder, ReceivedBroadcast, Recipients } from './broadcast.ts';
import type { Closure } from './closure.ts';
import type { Conversation, Doubt, DoubtCard, SafeguardingAlert, Thread, Timer } from './conversation.ts';
import type { Fact } from './fact.ts';
import type { Group, GroupPoll } from './group.ts';
import type { Post } from './inbound-event.ts';
import type { LookUp } from './look-up.ts';
import type { Caregiver, MentoringCycle } from './mentoring-cycle.ts';
import type { OutboundMessage } from './outbound-message.ts';
import type { Reminder } from './reminder.ts';
import type { Centre, DirectoryEntry, Person } from './roster.ts';
import type { SharedPhone } from './shared-phone.ts';
import type { Stranger } from './stranger.ts';
import type { Visit } from './visit.ts';

/** A small thing of one owner that is kept by `kind` and `id`, each at most 16 KB as JSON. */
export type StateRecord =
  | Person
  | Conversation
  | Thread
  | Caregiver
  | MentoringCycle
  | Doubt
  | DoubtCard
  | SafeguardingAlert
  | Timer
  | Stranger
  | LookUp
  | Reminder
  | Visit
  | Closure
  | Attendance
  | WorkshopChange
  | Group
  | GroupPoll
  | SharedPhone
  | OutreachRecord;
export type RecordKind = StateRecord['kind'];
export type RecordOf<K extends RecordKind> = Extract<StateRecord, { kind: K }>;

/** What broadcasts leave with their owner, their sender and their receivers. */
export type OutreachRecord = Broadcast | Recipients | BroadcastOrder | ReceivedBroadcast;

/** What a turn reads: the owner's records, her centre, and whom she can be put in touch with. */
export interface OwnerState {
  owner: string;
  /** Undefined where nobody of the roster has this id, or it is held. */
  person: Person | undefined;
  conversation: Conversation | undefined;
  threads: Thread[];
  caregivers: Caregiver[];
  cycles: MentoringCycle[];
  doubts: Doubt[];
  /** Doubts of others that she was told of. */
  doubtCards: DoubtCard[];
  alerts: SafeguardingAlert[];
  timers: Timer[];
  /** What she asked and has not been answered. */
  lookUps: LookUp[];
  /** The ledger; absent where there is nothing in it. */
  reminders?: Reminder[];
  /** Sessions of others that she accompanies; absent where there are none. */
  visits?: Visit[];
  /** Her part in the workshops; absent where nothing is known of it. */
  attendances?: Attendance[];
  /** What staff changed of the workshops' dates; absent where they changed nothing. */
  workshopChanges?: readonly WorkshopChange[];
  /** Absent where there are none. */
  outreach?: OutreachRecord[];
  /** Where the owner is a group chat. */
  group?: Group;
  groupPolls?: GroupPoll[];
  /** Where the owner is a phone that several persons use. */
  sharedPhone?: SharedPhone;
  /** Where the owner is an address of which the roster knows nothing. */
  stranger?: Stranger;
  centre: Centre | undefined;
  /** Days closed and opened again in the chat, of whatever place; absent where there are none. */
  closures?: readonly Closure[];
  /** Staff of the programme and persons of her own centre. */
  directory: DirectoryEntry[];
}

/** Of an owner of whom nothing is kept. */
export const nothingKept = (owner: string): Omit<OwnerState, 'centre' | 'directory'> => ({
  owner,
  person: undefined,
  conversation: undefined,
  threads: [],
  caregivers: [],
  cycles: [],
  doubts: [],
  doubtCards: [],
  alerts: [],
  timers: [],
  lookUps: [],
});

/** Absolute values, so that applying a change twice is harmless. `archive` takes the record out of the state for good. */
export type Change =
  | { put: StateRecord }
  | { remove: { kind: RecordKind; id: string } }
  | { archive: { kind: RecordKind; id: string } }
  /** Her words and records go, from state, archive and what waits to be sent; facts stay without a person. */
  | { erase: { owner: string } };

export interface Turn {
  eventId: string;
  owner: string;
  changes: Change[];
  outbound: OutboundMessage[];
  posts: Post[];
  facts: Fact[];
}
