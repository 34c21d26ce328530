// Plays a cohort from the first day to the last: the real house under a virtual clock, and invented mentors who write to it.
import type { LookUpBinder } from '../commands/chat-house.ts';
import { type DriverHouse, openDriverHouse } from '../commands/driver-house.ts';
import { defaultZone } from '../domain/roster.ts';
import { engineOf } from '../engine/engine-of.ts';
import type { Log } from '../log.ts';
import { calendarOf } from '../mentoring/calendar.ts';
import { instantOf } from '../mentoring/local-time.ts';
import type { Program } from '../program/program.ts';
import { createMemoryStore } from '../store/memory/memory-store.ts';
import type { Cohort } from './invented-people.ts';
import { type Diary, keepTally, type TallyKeeper } from './keep-tally.ts';
import { RehearsalStage } from './rehearsal-stage.ts';
import { rehearsedMentor } from './rehearsed-mentor.ts';
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

export async function playCohort(parts: CohortParts): Promise<Tally> {
  const { cohort, scenario, program } = parts;
  const { closures } = calendarOf(program);
  const begins = instantOf({ date: scenario.from, time: '05:00' }, 'America/Cancun');
  const ends = instantOf({ date: scenario.to, time: '23:59' }, 'America/Tijuana');
  const keeper = keepTally(scenario.from, closures, parts.diary);
  let stage: RehearsalStage | undefined;
  const house = await openHouse(
    parts,
    begins,
    (leased, turn, now) => {
      keeper.committed(leased, turn, now);
      for (const fact of turn.facts) stage?.heard(fact, now);
    },
    (what) => keeper.error(what),
  );
  const centres = new Map(cohort.roster.centres.map((centre) => [centre.id, centre]));
  const mentors = cohort.mentors.map((id, at) => {
    const centreId = cohort.roster.persons.find((person) => person.id === id)?.centreId ?? '';
    const centre = centres.get(centreId);
    const place = { id, place: cohort.first + at, zone: centre?.zone ?? defaultZone };
    return rehearsedMentor(place, scenario, program, calendarOf(program, undefined, centre).closures);
  });
  stage = new RehearsalStage(house, keeper, program, scenario);
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

async function openHouse(
  { cohort, program, lookUps }: CohortParts,
  begins: string,
  committed: TallyKeeper['committed'],
  failed: TallyKeeper['error'],
): Promise<DriverHouse> {
  const store = createMemoryStore({ frozen: false });
  await store.importRoster(cohort.roster);
  const log: Log = { info() {}, warn() {}, error: (fields, message) => failed(`${message}: ${JSON.stringify(fields)}`) };
  const house: DriverHouse = await openDriverHouse({
    store,
    engine: engineOf(program),
    lookUps,
    platform: 'simulator',
    clockStart: begins,
    notBefore: undefined,
    log,
    shown() {},
    committed: (leased, turn) => committed(leased, turn, house.clock.now()),
  });
  return house;
}
