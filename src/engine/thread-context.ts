// The view that rules of mentoring get of a turn and a thread, and the texts of the version that the thread is pinned to.
import type { Thread } from '../domain/conversation.ts';
import type { Fact, FactKind } from '../domain/fact.ts';
import type { Post } from '../domain/inbound-event.ts';
import type { LookUpRequest } from '../domain/look-up.ts';
import type { MessageMedia } from '../domain/outbound-message.ts';
import type { RecordKind, StateRecord } from '../domain/turn.ts';
import type { MentoringContext } from '../mentoring/mentoring-context.ts';
import { openCycleOf } from '../mentoring/next-step.ts';
import { renderText } from '../mentoring/render-text.ts';
import { type ValueName, values } from '../mentoring/values.ts';
import type { FlowBundle, InstrumentBundle, Program } from '../program/program.ts';
import type { TurnDraft } from './turn-draft.ts';

export interface Departure {
  flow: string;
  about: { caregiverId?: string; cycleId?: string; answers?: Thread['answers'] };
}
/** Stands for "no thread" where a text is said outside any flow. */
export const noThread: Thread = {
  kind: 'thread',
  id: '',
  owner: '',
  flow: '',
  pins: [],
  caregiverId: null,
  cycleId: null,
  code: null,
  frames: [],
  answers: {},
  current: {},
  history: [],
  waitingFor: null,
  pending: null,
  misunderstood: 0,
  nudges: [],
  captureMode: 'chat',
  returnTo: null,
  nudgedAt: null,
  openedAt: '',
  touchedAt: '',
};

function bundleOf<K extends 'flow' | 'instrument'>(program: Program, thread: Thread, kind: K) {
  const bundle = thread.pins.map((pin) => program.bundles[pin]).find((found) => found?.kind === kind);
  return bundle as (K extends 'flow' ? FlowBundle : InstrumentBundle) | undefined;
}

/** A class, because one is made many times a turn and its getters must cost nothing until they are asked. */
export class ThreadContext implements MentoringContext {
  readonly draft: TurnDraft;
  readonly #threadId: string | undefined;
  /** Set by a verb that hands over to another flow. */
  departure: Departure | undefined;
  /** Set by a verb whose answer comes as an event of its own: the thread goes on then. */
  awaits = false;

  constructor(draft: TurnDraft, threadId: string | undefined) {
    this.draft = draft;
    this.#threadId = threadId;
  }

  get program(): Program {
    return this.draft.program;
  }
  get directory() {
    return this.draft.state.directory;
  }
  get now(): string {
    return this.draft.now;
  }
  get holidays() {
    return this.draft.holidays;
  }
  get closures() {
    return this.draft.closures;
  }
  get person() {
    return this.draft.person;
  }
  get centre() {
    return this.draft.centre;
  }
  get today() {
    return this.draft.today;
  }
  get thread(): Thread {
    return (this.#threadId === undefined ? undefined : this.draft.get('thread', this.#threadId)) ?? noThread;
  }
  get bundle(): FlowBundle | undefined {
    return bundleOf(this.program, this.thread, 'flow');
  }
  get instrument(): { instrument: InstrumentBundle['instrument']; scales: InstrumentBundle['scales'] } | undefined {
    return bundleOf(this.program, this.thread, 'instrument');
  }
  get caregivers() {
    return this.draft.all('caregiver');
  }
  get cycles() {
    return this.draft.all('cycle');
  }
  get threads() {
    return this.draft.all('thread');
  }
  get broadcastOrders() {
    return this.draft.all('broadcastOrder');
  }

  get attendances() {
    return this.draft.all('attendance');
  }
  get workshops() {
    return this.draft.workshops;
  }
  get visits() {
    return this.draft.all('visit');
  }
  get doubts() {
    return this.draft.all('doubt');
  }
  get caregiver() {
    const { caregiverId } = this.thread;
    return caregiverId === null ? undefined : this.draft.get('caregiver', caregiverId);
  }
  get cycle() {
    const { cycleId, caregiverId } = this.thread;
    if (cycleId !== null) return this.draft.get('cycle', cycleId);
    return caregiverId === null ? undefined : openCycleOf(this.draft.all('cycle'), caregiverId);
  }

  text(key: string, given: Record<string, string | number> = {}): string {
    const text = this.bundle?.texts[key] ?? this.program.texts[key];
    if (text === undefined) throw new Error(`there is no text ${key}`);
    return renderText(text, (name) => {
      const own = given[name];
      if (own !== undefined) return own;
      const value = values[name as ValueName];
      if (!value) throw new Error(`text ${key} holds the unknown value ${name}`);
      return value(this);
    });
  }

  newId(): string {
    return this.draft.newId();
  }
  put(record: StateRecord): void {
    this.draft.put(record);
  }
  patchThread(patch: Partial<Thread>): void {
    this.draft.patchThread(this.thread.id, patch);
  }
  remove(kind: RecordKind, id: string): void {
    this.draft.remove(kind, id);
  }
  archive(kind: RecordKind, id: string): void {
    this.draft.archive(kind, id);
  }
  erase(): void {
    this.draft.erase();
  }
  fact(kind: FactKind, fields: Partial<Omit<Fact, 'id' | 'kind'>> = {}): void {
    const { caregiverId } = this.thread;
    const cycle = this.cycle;
    this.draft.fact(kind, {
      ...(caregiverId === null ? {} : { caregiverId }),
      ...(cycle ? { cycleId: cycle.id, theme: cycle.theme } : {}),
      ...fields,
    });
  }
  show(text: string, media?: MessageMedia): void {
    this.draft.say({ kind: 'broadcast', text, ...(media ? { media } : {}) });
  }
  lookUp(request: LookUpRequest): void {
    this.draft.lookUp(request);
    this.awaits = true;
  }
  wantsCalendar(): void {
    this.draft.converse({ calendar: { wants: true, sent: [] } });
  }
  post(to: string, body: Post['body']): void {
    this.draft.post(to, body);
  }
  go(flow: string, about: Departure['about']): void {
    this.departure = { flow, about };
  }
}

export const threadContext = (draft: TurnDraft, threadId: string | undefined): ThreadContext =>
  new ThreadContext(draft, threadId);

/** A text of the house, outside any flow. */
export function houseText(draft: TurnDraft, key: string, given: Record<string, string | number> = {}): string {
  return threadContext(draft, undefined).text(key, given);
}
