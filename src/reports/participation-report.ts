// The participation of a period or an iteration: read once from the store, then given out row by row.
import { workshopsWith } from '../mentoring/workshop-dates.ts';
import type { Iteration } from '../program/content-schema.ts';
import type { Program } from '../program/program.ts';
import type { Store } from '../store/store.ts';
import { type ParticipationHistory, readHistory } from './cycle-history.ts';
import { type ExpectedSession, expectedSessions } from './expected-sessions.ts';
import { type ProgrammePeople, readProgrammePeople } from './programme-people.ts';
import {
  readWorkshopParts,
  type SurveyCounts,
  surveyCounts,
  type WorkshopRow,
  type WorkshopWords,
  workshopRows,
} from './workshop-rows.ts';

/** Local dates of the centres, both included. With none of them: every iteration that has begun. */
export interface ParticipationPeriod {
  from?: string | undefined;
  to?: string | undefined;
  iteration?: string | undefined;
  /** Id: what is its own alone. */
  centreId?: string | undefined;
}

export interface ParticipationReport {
  people: ProgrammePeople;
  history: ParticipationHistory;
  sessions(): Generator<ExpectedSession>;
  /** Each mentor's part in each workshop. */
  workshops(nameOf: (id: string) => string, words: WorkshopWords): Generator<WorkshopRow>;
  /** What mentors thought of them, never of whom. */
  surveys: SurveyCounts[];
}

/** `now` is UTC. */
export async function readParticipation(
  store: Pick<Store, 'readFacts' | 'readRoster' | 'readState'>,
  program: Program,
  period: ParticipationPeriod,
  now: string,
): Promise<ParticipationReport> {
  const [people, history, parts, { workshopChanges }] = await Promise.all([
    readProgrammePeople(store, period.centreId),
    readHistory(store),
    readWorkshopParts(store),
    store.readRoster(),
  ]);
  const workshops = workshopsWith(program, workshopChanges);
  const iterations = iterationsOf(program, period, now.slice(0, 10));
  return {
    people,
    history,
    *sessions() {
      for (const one of expectedSessions({ program, people, history, now }, iterations))
        if (isWithin(one.on, period) && (period.centreId === undefined || one.centre?.id === period.centreId)) yield one;
    },
    surveys: surveyCounts(parts),
    workshops: (nameOf, words) => workshopRows({ people, workshops, parts, period, now }, nameOf, words),
  };
}

function iterationsOf(program: Program, { from, to, iteration }: ParticipationPeriod, today: string): (Iteration | 'none')[] {
  const all = [...program.programme.iterations].sort((a, b) => (a.from < b.from ? -1 : 1));
  if (iteration === 'none') return ['none'];
  if (iteration !== undefined) return all.filter(({ id }) => id === iteration);
  if (from !== undefined || to !== undefined) return [...all, 'none'];
  return [...all.filter((one) => one.from <= today), 'none'];
}

function isWithin(date: string, { from, to }: ParticipationPeriod): boolean {
  return (from === undefined || from <= date) && (to === undefined || date <= to);
}
