// Plays a cohort from the first day to the last: the real house under a virtual clock, and invented mentors who write to it.
import type { Arrival } from '../channels/channel.ts';
import type { LookUpBinder } from '../commands/chat-house.ts';
import { type DriverHouse, openDriverHouse } from '../commands/driver-house.ts';
import { apologyTurn, heldTurn, takeTurn } from '../engine/take-turn.ts';
import { calendarOf } from '../engine/turn-draft.ts';
import type { Log } from '../log.ts';
import { addMinutes, instantOf, localMoment } from '../mentoring/local-time.ts';
import type { Program } from '../program/program.ts';
import { createMemoryStore } from '../store/memory/memory-store.ts';
import { OrderedHeap } from '../store/ordered-heap.ts';
import type { Cohort } from './invented-people.ts';
import { type Diary, keepTally, type TallyKeeper } from './keep-tally.ts';
import { type Act, askedOf } from './mentor-answers.ts';
import { nextAct, type PhoneTime, phoneTime } from './mentor-policy.ts';
import { nextPhoneMoment, type RehearsedMentor, rehearsedMentor } from './rehearsed-mentor.ts';
import { replaceMentor } from './replace-mentor.ts';
import type { Scenario } from './scenario.ts';
import type { Tally } from './tally.ts';

export interface CohortParts {
  cohort: Cohort;
  scenario: Scenario;
  program: Program;
  lookUps: LookUpBinder;
  /** Filled in where what each mentor was sent is wanted. */
  diary?: Diary;
  /** Told now and then how far it is, from 0 to 1. */
  progress?(share: number): void;
}

interface Waking {
  at: string;
  /** Among those of one instant. */
  place: number;
  mentor: RehearsedMentor;
  time: PhoneTime | undefined;
}

export async function playCohort(parts: CohortParts): Promise<Tally> {
  const { cohort, scenario, program } = parts;
  const { closures } = calendarOf(program);
  const begins = instantOf({ date: scenario.from, time: '05:00' }, 'America/Cancun');
  const ends = instantOf({ date: scenario.to, time: '23:59' }, 'America/Tijuana');
  const keeper = keepTally(scenario.from, closures, parts.diary);
  const house = await openHouse(parts, keeper, begins);
  const zones = new Map(cohort.roster.centres.map(({ id, zone }) => [id, zone]));
  const mentors = cohort.mentors.map((id, at) => {
    const centreId = cohort.roster.persons.find((person) => person.id === id)?.centreId ?? '';
    const zone = zones.get(centreId) ?? 'America/Mexico_City';
    return rehearsedMentor({ id, place: cohort.first + at, zone }, scenario, program, closures);
  });
  const stage = new Stage(house, keeper, program, scenario);
  for (const mentor of mentors) stage.enter(mentor, begins);
  let day = begins.slice(0, 10);
  const days = (Date.parse(ends) - Date.parse(begins)) / 86_400_000;
  for (;;) {
    const at = await stage.step(ends);
    if (at === undefined) break;
    if (at.slice(0, 10) === day) continue;
    day = at.slice(0, 10);
    parts.progress?.((Date.parse(at) - Date.parse(begins)) / 86_400_000 / days);
  }
  await house.runtime.stop();
  await house.store.close();
  return keeper.finish(ends);
}

async function openHouse({ cohort, program, lookUps }: CohortParts, keeper: TallyKeeper, begins: string): Promise<DriverHouse> {
  const store = createMemoryStore({ frozen: false });
  await store.importRoster(cohort.roster);
  const log: Log = { info() {}, warn() {}, error: (fields, message) => keeper.error(`${message}: ${JSON.stringify(fields)}`) };
  const house: DriverHouse = await openDriverHouse({
    store,
    engine: {
      takeTurn: (state, event) => takeTurn(program, state, event),
      apology: (state, event) => apologyTurn(program, state, event),
      heldTurn: (state, event) => heldTurn(program, state, event),
    },
    lookUps,
    platform: 'simulator',
    groups: [],
    clockStart: begins,
    notBefore: undefined,
    log,
    shown() {},
    committed: (leased, turn) => keeper.committed(leased, turn, house.clock.now()),
  });
  return house;
}

/** Between two bubbles of hers: to read and to type. */
const typing = { least: 15, most: 50 };

class Stage {
  readonly #wakings = new OrderedHeap<Waking>((a, b) => a.at < b.at || (a.at === b.at && a.place < b.place));
  readonly #house: DriverHouse;
  readonly #keeper: TallyKeeper;
  readonly #program: Program;
  readonly #scenario: Scenario;
  /** Written while the bot was down. */
  #waiting: Arrival[] = [];
  #places = 0;
  #said = 0;

  constructor(house: DriverHouse, keeper: TallyKeeper, program: Program, scenario: Scenario) {
    this.#house = house;
    this.#keeper = keeper;
    this.#program = program;
    this.#scenario = scenario;
  }

  enter(mentor: RehearsedMentor, after: string): void {
    this.#keeper.know(mentor);
    this.#rest(mentor, after);
  }

  /** The next thing that happens, of the bot's or of theirs; the instant of it, or undefined at the end. */
  async step(ends: string): Promise<string | undefined> {
    const { store, clock } = this.#house;
    const waking = this.#wakings.first();
    const due = await store.nextDueAt();
    const isTheirs = waking !== undefined && (due === undefined || waking.at < due);
    const next = isTheirs ? waking.at : due;
    if (next === undefined || next > ends) return undefined;
    const outage = this.#scenario.outages.find(({ from, to }) => from <= next && next < to);
    if (outage && (waking === undefined || waking.at >= outage.to)) return this.#comeBack(outage.to);
    if (waking && (isTheirs || outage)) {
      this.#wakings.pop();
      clock.moveTo(waking.at);
      await this.#wake(waking, outage !== undefined);
      return waking.at;
    }
    clock.moveTo(next);
    await this.#fire();
    return next;
  }

  async #fire(): Promise<void> {
    await this.#house.runtime.fireDue();
    await this.#house.runtime.pump();
  }

  /** What fell due fires at once, and the platform hands over what was written meanwhile. */
  async #comeBack(at: string): Promise<string> {
    this.#house.clock.moveTo(at);
    await this.#fire();
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const arrival of waiting) {
      await this.#house.channel.hand(arrival);
      await this.#house.runtime.pump();
    }
    return at;
  }

  /** She puts the phone away until she can see it again. */
  #rest(mentor: RehearsedMentor, after: string): void {
    const moment = nextPhoneMoment(mentor, after);
    const at = addMinutes(moment.from, mentor.chance.between(1, 8));
    this.#wakings.push({ at, place: this.#places++, mentor, time: undefined });
  }

  async #wake({ at, mentor, time }: Waking, isDown: boolean): Promise<void> {
    if (mentor.leavesOn !== null && localMoment(at, mentor.zone).date >= mentor.leavesOn && time === undefined)
      return this.#leave(mentor, at);
    const inHand = time ?? this.#pickUp(mentor, at);
    const act = inHand && inHand.actsLeft > 0 && at < inHand.until ? await this.#actOf(mentor, inHand, at) : undefined;
    if (inHand === undefined || act === undefined) return this.#rest(mentor, at);
    inHand.actsLeft -= 1;
    const arrival = this.#arrivalOf(mentor.id, act, at);
    if (isDown) {
      this.#waiting.push(arrival);
      return this.#rest(mentor, at);
    }
    const { channel, runtime, settling } = this.#house;
    await channel.hand(arrival);
    await runtime.pump();
    const seconds = mentor.chance.between(typing.least, typing.most);
    const read = settling.until(mentor.id) ?? at;
    this.#wakings.push({ at: addMinutes(later(read, at), seconds / 60), place: this.#places++, mentor, time: inHand });
  }

  #pickUp(mentor: RehearsedMentor, at: string): PhoneTime | undefined {
    if (!mentor.chance.is(mentor.habits.looks)) return undefined;
    return phoneTime(addMinutes(at, 28), mentor.habits.patience);
  }

  async #actOf(mentor: RehearsedMentor, time: PhoneTime, now: string): Promise<Act | undefined> {
    const state = await this.#house.store.readState(mentor.id);
    if (state === undefined) return undefined;
    const sight = { mentor, state, program: this.#program, now, today: localMoment(now, mentor.zone) };
    const act = nextAct(sight, time);
    if (act !== 'stuck') return act;
    this.#keeper.stuck(mentor, `${now} ${askedOf(sight)?.step ?? ''}`);
    return { kind: 'text', text: 'menú' };
  }

  #arrivalOf(from: string, act: Act, writtenAt: string): Arrival {
    const content = act.kind === 'text' ? act : { kind: 'tap' as const, label: act.label, of: act.of };
    return { externalId: `${from}:r${++this.#said}`, from, writtenAt, content };
  }

  /** A coordinator puts somebody in her place, who writes from the next moment on. */
  async #leave(mentor: RehearsedMentor, at: string): Promise<void> {
    const say = async (from: string, text: string): Promise<void> => {
      await this.#house.channel.hand(this.#arrivalOf(from, { kind: 'text', text }, this.#house.clock.now()));
      await this.#house.runtime.pump();
      const settled = this.#house.settling.until(from);
      if (settled === undefined) return;
      this.#house.clock.moveTo(settled);
      await this.#fire();
    };
    const successor = await replaceMentor(this.#house, mentor, say);
    if (successor) this.enter(successor, at);
  }
}

const later = (one: string, other: string): string => (one > other ? one : other);
