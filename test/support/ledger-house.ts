// One mentor with appointments and the bare engine: time passes, the house may be down, and everything of the ledger is looked at.
import type { Closure } from '../../src/domain/closure.ts';
import type { Fact } from '../../src/domain/fact.ts';
import type { EventContent, InboundEvent } from '../../src/domain/inbound-event.ts';
import type { Appointment, Caregiver, MentoringCycle } from '../../src/domain/mentoring-cycle.ts';
import type { OutboundMessage } from '../../src/domain/outbound-message.ts';
import type { Centre, Person, PhoneMoments } from '../../src/domain/roster.ts';
import { nothingKept, type OwnerState } from '../../src/domain/turn.ts';
import { takeTurn } from '../../src/engine/take-turn.ts';
import { applyTurn } from './apply-turn.ts';
import { houseProgram } from './test-house.ts';

export interface Said {
  at: string;
  zone: string;
  moments: PhoneMoments | null;
  message: OutboundMessage;
  /** What was closed when it was said. */
  closures: readonly Closure[];
}

const json = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

export class LedgerHouse {
  state: OwnerState;
  readonly facts: Fact[] = [];
  /** What the house said first. */
  readonly begun: Said[] = [];
  /** Every row that was ever planned, also of work that she went on with. */
  readonly seen = new Set<string>();
  #now: number;
  #events = 0;

  constructor(person: Person, centre: Centre, now: string) {
    this.#now = Date.parse(now);
    this.state = {
      ...nothingKept(person.id),
      person: { ...person, consent: { version: 'x', at: now, given: true }, prerequisiteCourse: 'finished' },
      centre,
      directory: [],
    };
  }

  get now(): string {
    return new Date(this.#now).toISOString();
  }

  get person(): Person {
    if (!this.state.person) throw new Error('she is gone');
    return this.state.person;
  }

  change(person: Partial<Person>): void {
    this.state = { ...this.state, person: { ...this.person, ...person } };
    this.look();
  }

  moveTo(zone: string): void {
    if (this.state.centre) this.state = { ...this.state, centre: { ...this.state.centre, zone } };
    this.look();
  }

  /** Days of her centre, its state or everywhere are closed, or opened again: her ledger is looked at as after a coordinator's order. */
  close(closure: Pick<Closure, 'id' | 'scope' | 'from' | 'to' | 'takenBack'>): void {
    const { centre, closures = [] } = this.state;
    const place =
      closure.scope === 'programme' ? '' : closure.scope === 'centre' ? (centre?.id ?? '') : (centre?.[closure.scope] ?? '');
    const version = (closures.find(({ id }) => id === closure.id)?.version ?? 0) + 1;
    const whole: Closure = {
      kind: 'closure',
      owner: 'programme',
      name: 'cierre',
      by: '',
      at: this.now,
      ...closure,
      place,
      version,
    };
    this.state = { ...this.state, closures: [...closures.filter(({ id }) => id !== closure.id), whole] };
    const timer = {
      kind: 'timer',
      id: 'calendar',
      owner: this.state.owner,
      dueAt: this.now,
      purpose: 'reminder',
      about: {},
    } as const;
    this.event({ kind: 'timer', timer });
  }

  begin(cycleId: string, name: string): void {
    const owner = this.state.owner;
    const caregiver: Caregiver = {
      kind: 'caregiver',
      id: `${cycleId}-k`,
      owner,
      centreId: 'G01',
      name,
      room: null,
      shift: null,
      ageGroup: 'toddlers',
      accepted: 'yes',
      mentors: [],
      status: 'active',
      digests: [],
      closingRuns: [],
    };
    const cycle: MentoringCycle = {
      kind: 'cycle',
      id: cycleId,
      owner,
      caregiverId: caregiver.id,
      theme: 'sensitivity',
      iteration: 'none',
      state: 'planned',
      dosageOnly: true,
      beganAt: this.now,
      closedAt: null,
      checklist: null,
      plan: null,
      appointments: [],
      sessions: [],
      tipsServed: [],
      tipTried: null,
      nudges: 0,
    };
    this.state = {
      ...this.state,
      caregivers: [...this.state.caregivers, caregiver],
      cycles: [...this.state.cycles, cycle],
    };
  }

  /** What stands is moved; where nothing does, this is the first date. */
  agree(cycleId: string, date: string, time: string): void {
    this.#appoint(cycleId, (appointments) => [
      ...appointments.map((one) => (one.status === 'planned' ? { ...one, status: 'moved' as const } : one)),
      {
        id: `${cycleId}-${appointments.length}`,
        phase: 'focusedObservation',
        code: 'A1A',
        date,
        time,
        status: 'planned',
        agreedAt: this.now,
        timesMoved: appointments.length,
      },
    ]);
  }

  end(cycleId: string, status: 'held' | 'cancelled'): void {
    this.#appoint(cycleId, (all) => all.map((one) => (one.status === 'planned' ? { ...one, status } : one)));
  }

  #appoint(cycleId: string, change: (appointments: Appointment[]) => Appointment[]): void {
    const cycles = this.state.cycles.map((cycle) =>
      cycle.id === cycleId ? { ...cycle, appointments: change(cycle.appointments) } : cycle,
    );
    this.state = { ...this.state, cycles };
    this.look();
  }

  /** A turn in which nothing is said: what changed is taken into the ledger. */
  look(): void {
    this.event({ kind: 'receipt', of: 'none', status: 'read' });
  }

  /** Time passes with the house up: each timer fires at its instant. */
  wait(minutes: number): void {
    const until = this.#now + minutes * 60_000;
    for (;;) {
      const due = this.#due(until);
      if (!due) break;
      this.#now = Math.max(this.#now, Date.parse(due.dueAt));
      this.#fire(due.id);
    }
    this.#now = until;
  }

  /** Time passes with the house down; then everything that was due fires at once. */
  sleep(minutes: number): void {
    this.#now += minutes * 60_000;
    for (let due = this.#due(this.#now); due; due = this.#due(this.#now)) this.#fire(due.id);
  }

  #due(until: number) {
    return this.state.timers.filter(({ dueAt }) => Date.parse(dueAt) <= until).sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0];
  }

  #fire(id: string): void {
    const timer = this.state.timers.find((one) => one.id === id);
    if (!timer) return;
    this.state = { ...this.state, timers: this.state.timers.filter((one) => one.id !== id) };
    this.event({ kind: 'timer', timer });
  }

  event(content: EventContent): void {
    const channel = content.kind === 'timer' ? ('house' as const) : ('simulator' as const);
    const event: InboundEvent = {
      id: `${channel}:l${this.#events}`,
      channel,
      externalId: `l${this.#events++}`,
      owner: this.state.owner,
      writtenAt: this.now,
      receivedAt: this.now,
      content,
    };
    if (this.#events > 5000) throw new Error('a timer is set again for ever');
    // Through JSON and back: between any two turns the process may have been started anew.
    const turn = takeTurn(houseProgram().program, json(this.state), json(event));
    this.facts.push(...turn.facts);
    const { zone } = this.state.centre ?? { zone: '' };
    if (content.kind === 'timer')
      for (const message of turn.outbound)
        this.begun.push({ at: this.now, zone, moments: this.person.phoneMoments, message, closures: this.state.closures ?? [] });
    this.state = json(applyTurn(this.state, turn));
    for (const { id, state } of this.state.reminders ?? []) if (state === 'planned') this.seen.add(id);
  }
}
