// An invented mentor: her habits, the hours at which she sees her phone, her caregivers, and when she means to work with each.
import type { DayNames } from '../domain/day-names.ts';
import type { LocalWindow } from '../domain/local-moment.ts';
import { addDays, addMinutes, instantOf, isWorkingDay, localMoment, workingDayBeside } from '../mentoring/local-time.ts';
import type { Program } from '../program/program.ts';
import { givenNames, shiftWords } from './mentor-words.ts';
import { type Behaviour, type Habits, habitsOf, type Scenario } from './scenario.ts';
import { type Chance, chanceOf } from './seeded-chance.ts';

export interface PlannedCaregiver {
  name: string;
  /** As she writes it. */
  line: string;
  room: string;
  /** Local date from which she may be looked at, by iteration; absent where they do not work together in it. */
  looksFrom: Record<string, string>;
  absentOn: string | null;
  /** Local date from which she does not work at the centre any more. */
  leavesOn: string | null;
}

export interface RehearsedMentor {
  id: string;
  zone: string;
  behaviour: Behaviour;
  habits: Habits;
  /** Of her sessions she tells on a later day. */
  late: number;
  chance: Chance;
  seed: string;
  phone: LocalWindow[];
  /** Her answer to when she sees her phone. */
  hours: string;
  caregivers: PlannedCaregiver[];
  /** Local date on which she asks for a rest. */
  pausesOn: string | null;
  /** Local date on which she is gone and somebody comes in her place. */
  leavesOn: string | null;
  scenario: Scenario;
  closures: DayNames;
}

interface Moment {
  from: string;
  said: string;
}
const moments: Readonly<Record<'beforeWork' | 'atBreak' | 'afterWork', readonly Moment[]>> = {
  beforeWork: [
    { from: '06:30', said: 'antes de entrar a las 6:30' },
    { from: '06:45', said: 'antes de entrar a las 6:45' },
    { from: '07:00', said: 'antes de entrar a las 7' },
  ],
  atBreak: [
    { from: '13:30', said: 'en mi descanso a la 1:30' },
    { from: '14:00', said: 'en mi descanso a las 2' },
    { from: '14:30', said: 'en mi descanso a las 2:30' },
  ],
  afterWork: [
    { from: '16:30', said: 'al salir a las 4:30' },
    { from: '17:00', said: 'al salir a las 5' },
  ],
};
const minutesOfMoment = 30;
const share = { beforeWork: 0.45, atBreak: 0.9, afterWork: 0.6 };

export interface MentorPlace {
  id: string;
  /** Among all mentors of the rehearsal. */
  place: number;
  zone: string;
}

export function rehearsedMentor(
  { id, place, zone }: MentorPlace,
  scenario: Scenario,
  { programme }: Program,
  closures: DayNames,
): RehearsedMentor {
  const seed = `${scenario.seed}:${id}`;
  const chance = chanceOf(seed);
  const behaviour = behaviourAt(scenario, place);
  const habits = habitsOf[behaviour];
  const { phone, hours } = phoneOf(scenario, chance);
  const count = chance.between(scenario.caregivers.least, scenario.caregivers.most);
  const names = chance.shuffled(givenNames).slice(0, count);
  const caregivers = names.map((name): PlannedCaregiver => {
    const room = chance.pick(programme.rooms).name;
    const line = chance.is(0.7) ? `${name}, ${room}, ${chance.pick(shiftWords)}` : `${name}, ${room}`;
    return { name, line, room, looksFrom: looksFrom(scenario, habits, chance, closures), absentOn: null, leavesOn: null };
  });
  for (const one of caregivers)
    if (chance.is(scenario.life.caregiversLeave)) one.leavesOn = dayWithin(scenario, chance, closures);
  for (const one of caregivers.slice(0, scenario.absentCaregivers)) one.absentOn = absentDay(scenario, chance, closures);
  return {
    id,
    zone,
    behaviour,
    habits,
    late: scenario.late ?? habits.late,
    chance,
    seed,
    phone,
    hours,
    caregivers,
    pausesOn: chance.is(scenario.life.pauses) ? dayWithin(scenario, chance, closures) : null,
    leavesOn: behaviour === 'turnover' ? dayWithin(scenario, chance, closures) : null,
    scenario,
    closures,
  };
}

/** The mix in an order that follows from the seed, repeated as often as it takes. */
function behaviourAt({ mix, seed }: Scenario, place: number): Behaviour {
  const order = chanceOf(`${seed}:mix`).shuffled(mix);
  return order[place % order.length]!;
}

function phoneOf({ intense }: Scenario, chance: Chance): { phone: LocalWindow[]; hours: string } {
  const names = (['beforeWork', 'atBreak', 'afterWork'] as const).filter((name) => intense || chance.is(share[name]));
  const chosen = (names.length > 0 ? names : (['atBreak'] as const)).map((name) => chance.pick(moments[name]));
  const said = chosen.map((one) => one.said);
  const phone = chosen.map(({ from }) => ({ from, to: laterTime(from, minutesOfMoment) }));
  return { phone, hours: [said.slice(0, -1).join(', '), said.at(-1)].filter(Boolean).join(' y ') };
}

const laterTime = (time: string, minutes: number): string => addMinutes(`2026-01-01T${time}:00.000Z`, minutes).slice(11, 16);

function looksFrom({ windows, intense }: Scenario, habits: Habits, chance: Chance, closures: DayNames): Record<string, string> {
  const days: Record<string, string> = {};
  for (const { iteration, from } of windows) {
    const takesPart = intense || chance.is(habits.takesPart);
    const wait = chance.between(0, intense ? 1 : habits.slack);
    if (takesPart) days[iteration] = workingDayAfter(from, wait, closures);
  }
  return days;
}

function workingDayAfter(date: string, days: number, closures: DayNames): string {
  let day = isWorkingDay(date, closures) ? date : workingDayBeside(date, 1, closures);
  for (let left = days; left > 0; left--) day = workingDayBeside(day, 1, closures);
  return day;
}

function absentDay({ windows }: Scenario, chance: Chance, closures: DayNames): string {
  return workingDayAfter(windows[0]?.from ?? '2026-02-23', chance.between(1, 3), closures);
}

/** Within the mentoring of one of the first windows, when there is something under way. */
function dayWithin({ windows, from }: Scenario, chance: Chance, closures: DayNames): string {
  const window = chance.pick(windows.slice(0, 3));
  return workingDayAfter(addDays(window?.from ?? from, chance.between(3, 12)), 0, closures);
}

/** UTC, when she next has her phone in hand after this instant, and until when. */
export function nextPhoneMoment(mentor: RehearsedMentor, after: string): { from: string; to: string } {
  for (let date = localMoment(after, mentor.zone).date; ; date = addDays(date, 1)) {
    if (!isWorkingDay(date, mentor.closures)) continue;
    for (const { from, to } of mentor.phone) {
      const begins = instantOf({ date, time: from }, mentor.zone);
      if (begins > after) return { from: begins, to: instantOf({ date, time: to }, mentor.zone) };
    }
  }
}

/** Whether she could have seen a message of a bot that runs, after the one instant and before the other. */
export function hadPhone(mentor: RehearsedMentor, after: string, before: string): boolean {
  const { outages } = mentor.scenario;
  for (let moment = nextPhoneMoment(mentor, after); moment.from < before; moment = nextPhoneMoment(mentor, moment.from))
    if (!outages.some(({ from, to }) => from <= moment.from && moment.from < to)) return true;
  return false;
}
