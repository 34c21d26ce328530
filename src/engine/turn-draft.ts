// A turn in the making: what the state looks like with the changes so far, and everything the turn will say and do.

import type { Conversation, Thread } from '../domain/conversation.ts';
import type { DayNames } from '../domain/day-names.ts';
import type { Fact, FactKind } from '../domain/fact.ts';
import { isGroupOwner } from '../domain/group.ts';
import type { InboundEvent, Post } from '../domain/inbound-event.ts';
import type { LocalMoment } from '../domain/local-moment.ts';
import type { LookUpRequest } from '../domain/look-up.ts';
import { opaqueId } from '../domain/opaque-id.ts';
import type { MessageKind, MessageMedia, MessageOption, OutboundMessage } from '../domain/outbound-message.ts';
import { type Centre, defaultZone, type Person } from '../domain/roster.ts';
import type { Change, OwnerState, RecordKind, RecordOf, StateRecord, Turn } from '../domain/turn.ts';
import { calendarOf } from '../mentoring/calendar.ts';
import { iterationOn } from '../mentoring/iteration.ts';
import { localMoment } from '../mentoring/local-time.ts';
import { workshopsWith } from '../mentoring/workshop-dates.ts';
import type { Program } from '../program/program.ts';
import type { Workshop } from '../program/workshop-schema.ts';
import type { Mask } from './answers/people/name-masks.ts';

export interface Saying {
  kind: MessageKind;
  text: string;
  options?: MessageOption[];
  media?: MessageMedia;
  whenUnsure?: 'repeat' | 'drop';
  broadcast?: OutboundMessage['broadcast'];
  poll?: OutboundMessage['poll'];
  quotes?: string;
}

/** Where a person of no centre (staff) lives, until she says otherwise. */

const newConversation = (owner: string): Conversation => ({
  kind: 'conversation',
  id: owner,
  owner,
  active: null,
  interrupted: [],
  burst: null,
  initiated: { date: '', count: 0, other: 0 },
  lastHeardAt: null,
  offered: [],
  notes: [],
});

export class TurnDraft {
  readonly program: Program;
  readonly state: OwnerState;
  readonly event: InboundEvent;
  /** UTC. */
  readonly now: string;
  readonly outbound: OutboundMessage[] = [];
  readonly posts: Post[] = [];
  readonly facts: Fact[] = [];
  readonly trace: ((step: string) => void) | undefined;
  /** Her words of this turn, what is kept of them, and what was left out; never written down. */
  /** The events whose words are read now, where those of a burst are read together. */
  readEvents: readonly string[] | undefined;
  heard: { said: string; kept: string; masks: readonly Mask[] } | undefined;
  readonly #records: { [K in RecordKind]: Map<string, RecordOf<K>> } = {
    person: new Map(),
    conversation: new Map(),
    thread: new Map(),
    caregiver: new Map(),
    cycle: new Map(),
    doubt: new Map(),
    doubtCard: new Map(),
    alert: new Map(),
    timer: new Map(),
    stranger: new Map(),
    lookUp: new Map(),
    reminder: new Map(),
    visit: new Map(),
    closure: new Map(),
    attendance: new Map(),
    workshopChange: new Map(),
    broadcast: new Map(),
    recipients: new Map(),
    group: new Map(),
    groupPoll: new Map(),
    sharedPhone: new Map(),
    broadcastOrder: new Map(),
    receivedBroadcast: new Map(),
  };
  readonly #changes = new Map<string, Change>();
  /** Days that people are warned of when they choose them. */
  readonly holidays: DayNames;
  /** Days on which her centre is closed, by law or otherwise: nothing is begun on them. */
  readonly closures: DayNames;
  #today: LocalMoment | undefined;
  #ids = 0;
  #said = 0;
  #version = 0;
  #erased = false;

  constructor(program: Program, state: OwnerState, event: InboundEvent, trace?: (step: string) => void) {
    this.program = program;
    this.state = state;
    this.event = event;
    this.now = event.receivedAt;
    this.trace = trace;
    const { holidays, closures } = calendarOf(program, state.closures, state.centre);
    this.holidays = holidays;
    this.closures = closures;
    const { person, conversation, threads, caregivers, cycles, doubts, doubtCards, alerts, timers, lookUps } = state;
    for (const list of [threads, caregivers, cycles, doubts, doubtCards, alerts, timers, lookUps])
      for (const record of list) this.#keep(record);
    for (const record of state.reminders ?? []) this.#keep(record);
    for (const record of state.visits ?? []) this.#keep(record);
    for (const record of state.attendances ?? []) this.#keep(record);
    for (const record of state.outreach ?? []) this.#keep(record);
    for (const record of state.groupPolls ?? []) this.#keep(record);
    if (state.group) this.#keep(state.group);
    if (person) this.#keep(person);
    if (conversation) this.#keep(conversation);
  }

  /** Another number once anything was changed: what was worked out at the same number still holds. */
  get version(): number {
    return this.#version;
  }

  #keep(record: StateRecord): void {
    this.#version++;
    (this.#records[record.kind] as Map<string, StateRecord>).set(record.id, record);
  }

  get person(): Person {
    const person = this.get('person', this.state.owner);
    if (!person) throw new Error('this turn has no person');
    return person;
  }

  get conversation(): Conversation {
    return this.get('conversation', this.state.owner) ?? newConversation(this.state.owner);
  }

  get centre(): Centre {
    return this.state.centre ?? noCentre;
  }

  /** With what staff changed of them. */
  get workshops(): readonly Workshop[] {
    return workshopsWith(this.program, this.state.workshopChanges);
  }

  get today(): LocalMoment {
    this.#today ??= localMoment(this.now, this.centre.zone);
    return this.#today;
  }

  get<K extends RecordKind>(kind: K, id: string): RecordOf<K> | undefined {
    return this.#records[kind].get(id);
  }

  all<K extends RecordKind>(kind: K): RecordOf<K>[] {
    return [...this.#records[kind].values()];
  }

  /** By id; as it stands now, and goes on to stand. */
  byId<K extends RecordKind>(kind: K): ReadonlyMap<string, RecordOf<K>> {
    return this.#records[kind];
  }

  put(record: StateRecord): void {
    this.#keep(record);
    this.#changes.set(`${record.kind}:${record.id}`, { put: record });
  }

  remove(kind: RecordKind, id: string): void {
    this.#version++;
    const key = `${kind}:${id}`;
    if (!this.#records[kind].delete(id) && !this.#changes.has(key)) return;
    this.#changes.set(key, { remove: { kind, id } });
  }

  /** The record as it stands now leaves for the archive. */
  archive(kind: RecordKind, id: string): void {
    this.#version++;
    const key = `${kind}:${id}`;
    const change = this.#changes.get(key);
    if (change) this.#changes.set(`${key}:last`, change);
    this.#records[kind].delete(id);
    this.#changes.delete(key);
    this.#changes.set(`${key}:archive`, { archive: { kind, id } });
  }

  erase(): void {
    this.#erased = true;
  }

  converse(patch: Partial<Conversation>): void {
    this.put({ ...this.conversation, ...patch });
  }

  patchThread(id: string, patch: Partial<Thread>): void {
    const thread = this.get('thread', id);
    if (thread) this.put({ ...thread, ...patch });
  }

  /** The same for the same turn, and nobody can read an address out of it. */
  newId(): string {
    return opaqueId(`${this.event.id}:${this.#ids++}`);
  }

  say(saying: Saying): OutboundMessage {
    const via = this.event.channel === 'house' && !answersHer(this.event) ? this.state.person?.prefers : undefined;
    const message: OutboundMessage = {
      id: `${this.event.id}:out:${this.#said++}`,
      to: this.state.owner,
      chat: isGroupOwner(this.state.owner) ? this.state.owner : 'private',
      ...(via && { via }),
      kind: saying.kind,
      text: saying.text,
      options: saying.options ?? [],
      ...(saying.media ? { media: saying.media } : {}),
      whenUnsure: saying.whenUnsure ?? 'repeat',
      ...(saying.broadcast ? { broadcast: saying.broadcast } : {}),
      ...(saying.poll ? { poll: saying.poll } : {}),
      ...(saying.quotes ? { quotes: saying.quotes } : {}),
      createdAt: this.now,
    };
    this.outbound.push(message);
    return message;
  }

  fact(kind: FactKind, fields: Partial<Omit<Fact, 'id' | 'kind'>> = {}): void {
    this.facts.push({
      id: `${this.event.id}:fact:${this.facts.length}`,
      kind,
      recordedAt: this.now,
      heldAt: this.now,
      zone: this.centre.zone,
      mentorId: this.state.owner,
      centreId: this.person.centreId,
      channel: this.event.channel,
      iteration: iterationOn(this.program, this.today.date)?.id ?? 'none',
      ...fields,
      data: fields.data ?? {},
    });
  }

  /** Asked of what this turn cannot see; the answer is an event of its own. */
  lookUp(request: LookUpRequest): void {
    this.put({ kind: 'lookUp', id: this.newId(), owner: this.state.owner, askedAt: this.now, request });
  }

  post(to: string, body: Post['body']): void {
    this.posts.push({ id: `${this.event.id}:post:${this.posts.length}`, to, from: this.state.owner, at: this.now, body });
  }

  finish(): Turn {
    const changes = [...this.#changes.values()];
    if (this.#erased) {
      // What is left of her is the tombstone: everything else that this turn would have put goes with the rest.
      const tombstone = changes.filter((change) => 'put' in change && change.put.kind === 'person');
      changes.splice(0, changes.length, ...tombstone, { erase: { owner: this.state.owner } });
      const { channel, address } = this.event;
      if (channel !== 'house' && address !== undefined)
        for (const message of this.outbound) message.address = { channel, address };
    }
    return {
      eventId: this.event.id,
      owner: this.state.owner,
      changes,
      outbound: this.outbound,
      posts: this.posts,
      facts: this.facts,
    };
  }
}

/** What she said before is answered now: where she said it. */
const answersHer = ({ content }: InboundEvent): boolean =>
  content.kind === 'lookedUp' || (content.kind === 'timer' && content.timer.purpose === 'settle');

const noCentre: Centre = {
  kind: 'centre',
  id: '',
  owner: 'programme',
  centreKey: '',
  name: '',
  ooad: '',
  provision: 'direct',
  region: '',
  state: '',
  locality: 'Ciudad de México',
  zone: defaultZone,
  intensive: false,
  active: true,
  safeguardingContacts: [],
};
