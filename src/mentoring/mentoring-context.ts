// What a rule of mentoring is given: what it may read, and the only ways in which it may change something.
import type { Attendance } from '../domain/attendance.ts';
import type { BroadcastOrder } from '../domain/broadcast.ts';
import type { Doubt, Thread } from '../domain/conversation.ts';
import type { DayNames } from '../domain/day-names.ts';
import type { Fact, FactKind } from '../domain/fact.ts';
import type { Post } from '../domain/inbound-event.ts';
import type { LocalMoment } from '../domain/local-moment.ts';
import type { LookUpRequest } from '../domain/look-up.ts';
import type { Caregiver, MentoringCycle } from '../domain/mentoring-cycle.ts';
import type { MessageMedia } from '../domain/outbound-message.ts';
import type { Centre, DirectoryEntry, Person } from '../domain/roster.ts';
import type { RecordKind, StateRecord } from '../domain/turn.ts';
import type { Visit } from '../domain/visit.ts';
import type { Instrument, Scale } from '../program/content-schema.ts';
import type { Program } from '../program/program.ts';
import type { Workshop } from '../program/workshop-schema.ts';

export interface MentoringContext {
  readonly program: Program;
  readonly person: Person;
  readonly centre: Centre;
  readonly directory: readonly DirectoryEntry[];
  /** UTC. */
  readonly now: string;
  /** The same in her centre's zone. */
  readonly today: LocalMoment;
  /** Days that people are warned of when they choose them. */
  readonly holidays: DayNames;
  /** Days on which the centres are closed by law. */
  readonly closures: DayNames;
  /** The thread that asks, as it stands now. */
  readonly thread: Thread;
  readonly caregiver: Caregiver | undefined;
  readonly cycle: MentoringCycle | undefined;
  readonly caregivers: readonly Caregiver[];
  readonly cycles: readonly MentoringCycle[];
  readonly threads: readonly Thread[];
  readonly doubts: readonly Doubt[];
  /** With what staff changed of them. */
  readonly workshops: readonly Workshop[];
  /** Her part in them. */
  readonly attendances: readonly Attendance[];
  /** Sessions of others that she accompanies. */
  readonly visits: readonly Visit[];
  /** What a sender ordered. */
  readonly broadcastOrders: readonly BroadcastOrder[];
  /** The instrument that the thread is pinned to, with its scales. */
  readonly instrument: { instrument: Instrument; scales: Readonly<Record<string, Scale>> } | undefined;
  /** A text of content with its values filled in. */
  text(key: string, values?: Record<string, string | number>): string;
  /** Ids derive from the event's, so that a turn computed again is the same turn. */
  newId(): string;
  put(record: StateRecord): void;
  /** Changes fields of the thread itself. */
  patchThread(patch: Partial<Thread>): void;
  remove(kind: RecordKind, id: string): void;
  archive(kind: RecordKind, id: string): void;
  erase(): void;
  fact(kind: FactKind, fields?: Partial<Omit<Fact, 'id' | 'kind'>>): void;
  /** A bubble of a broadcast, as its receivers will see it. */
  show(text: string, media?: MessageMedia): void;
  /** Asks what this turn cannot see; the thread goes on after this step when the answer has come. */
  lookUp(request: LookUpRequest): void;
  /** Her appointments go into the calendar of her phone from now on. */
  wantsCalendar(): void;
  post(to: string, body: Post['body']): void;
  /** Ends this thread and begins (or takes up again) another. */
  go(flow: string, about: { caregiverId?: string; cycleId?: string; answers?: Thread['answers'] }): void;
}

export type Verb = (c: MentoringContext) => void;
export type Condition = (c: MentoringContext) => boolean;
export type Value = (c: MentoringContext) => string;
export interface ListElement {
  id: string;
  label: string;
  /** What choosing it answers with, where that is more than the label. */
  text?: string;
}
export type List = (c: MentoringContext) => ListElement[];
