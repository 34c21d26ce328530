// The stage of a cohort: whatever falls due of the bot's and whatever people do, one after the other under the virtual clock.

import type { Arrival } from '../channels/channel.ts';
import type { DriverHouse } from '../commands/driver-house.ts';
import type { DayNames } from '../domain/day-names.ts';
import type { Fact } from '../domain/fact.ts';
import { calendarOf } from '../mentoring/calendar.ts';
import { addMinutes, localMoment } from '../mentoring/local-time.ts';
import { inOfficeHours } from '../mentoring/office-hours.ts';
import type { Program } from '../program/program.ts';
import { OrderedHeap } from '../store/ordered-heap.ts';
import type { TallyKeeper } from './keep-tally.ts';
import { type Act, askedOf } from './mentor-answers.ts';
import { nextAct, type PhoneTime, phoneTime } from './mentor-policy.ts';
import { saidWords } from './mentor-words.ts';
import { nextPhoneMoment, type RehearsedMentor } from './rehearsed-mentor.ts';
import { replaceMentor } from './replace-mentor.ts';
import type { Scenario } from './scenario.ts';
import { chanceOf } from './seeded-chance.ts';

interface Waking {
  at: string;
  /** Among those of one instant. */
  place: number;
  /** `isDown`: the bot is not there to answer. */
  does(at: string, isDown: boolean): Promise<void>;
}

/** Between two bubbles of hers: to read and to type. */
const typing = { least: 15, most: 50 };
const minutesInHand = 28;

export class RehearsalStage {
  readonly #wakings = new OrderedHeap<Waking>((a, b) => a.at < b.at || (a.at === b.at && a.place < b.place));
  readonly #house: DriverHouse;
  readonly #keeper: TallyKeeper;
  readonly #program: Program;
  readonly #scenario: Scenario;
  readonly #closures: DayNames;
  /** Written while the bot was down. */
  #waiting: Arrival[] = [];
  #places = 0;
  #said = 0;

  constructor(house: DriverHouse, keeper: TallyKeeper, program: Program, scenario: Scenario) {
    this.#house = house;
    this.#keeper = keeper;
    this.#program = program;
    this.#scenario = scenario;
    this.#closures = calendarOf(program).closures;
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
      await waking.does(waking.at, outage !== undefined);
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

  #later(at: string, does: Waking['does']): void {
    this.#wakings.push({ at, place: this.#places++, does });
  }

  /** She puts the phone away until she can see it again. */
  #rest(mentor: RehearsedMentor, after: string): void {
    const moment = nextPhoneMoment(mentor, after);
    this.#later(addMinutes(moment.from, mentor.chance.between(1, 8)), (at, isDown) => this.#pickUp(mentor, at, isDown));
  }

  async #pickUp(mentor: RehearsedMentor, at: string, isDown: boolean): Promise<void> {
    const { date } = localMoment(at, mentor.zone);
    if (mentor.leavesOn !== null && date >= mentor.leavesOn) return this.#leave(mentor, at);
    if (!mentor.chance.is(mentor.habits.looks)) return this.#rest(mentor, at);
    return this.#go(mentor, phoneTime(addMinutes(at, minutesInHand), mentor.habits.patience), at, isDown);
  }

  async #go(mentor: RehearsedMentor, time: PhoneTime, at: string, isDown: boolean): Promise<void> {
    const act = time.actsLeft > 0 && at < time.until ? await this.#actOf(mentor, time, at) : undefined;
    if (act === undefined) return this.#rest(mentor, at);
    time.actsLeft -= 1;
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
    this.#later(addMinutes(later(read, at), seconds / 60), (next, down) => this.#go(mentor, time, next, down));
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

  /** The staff writes too: a doubt is answered some time later, in the hours of the office. */
  heard({ kind, mentorId }: Fact, now: string): void {
    if (kind !== 'doubtAsked') return;
    const { persons } = this.#house;
    const chance = chanceOf(`${this.#scenario.seed}:${mentorId}:${now}`);
    const calledAs = persons.get(mentorId)?.calledAs;
    const consultant = [...persons.values()].find(({ roles }) => roles.includes('consultant'));
    if (!calledAs || !consultant || !chance.is(0.9)) return;
    const at = inOfficeHours(addMinutes(now, chance.between(20, 300)), this.#house.zoneOf(consultant.id), this.#closures);
    const answer = chance.pick(saidWords['consultora/contesta'] ?? []);
    this.#later(at, async (_, isDown) => {
      if (!isDown) await this.#say(consultant.id, `contesto a la ${calledAs}: ${answer}`);
    });
  }

  /** A coordinator puts somebody in her place, who writes from the next moment on. */
  async #leave(mentor: RehearsedMentor, at: string): Promise<void> {
    const successor = await replaceMentor(this.#house, mentor, (from, text) => this.#say(from, text));
    if (successor) this.enter(successor, at);
  }

  async #say(from: string, text: string): Promise<void> {
    await this.#house.channel.hand(this.#arrivalOf(from, { kind: 'text', text }, this.#house.clock.now()));
    await this.#house.runtime.pump();
    const settled = this.#house.settling.until(from);
    if (settled === undefined) return;
    this.#house.clock.moveTo(settled);
    await this.#fire();
  }
}

const later = (one: string, other: string): string => (one > other ? one : other);
