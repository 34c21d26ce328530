// The participation of a period or an iteration: read once from the store, then given out row by row.
import type { Iteration } from '../program/content-schema.ts';
import type { Program } from '../program/program.ts';
import type { Store } from '../store/store.ts';
import { type ParticipationHistory, readHistory } from './cycle-history.ts';
import { type ExpectedSession, expectedSessions } from './expected-sessions.ts';
import { type ProgrammePeople, readProgrammePeople } from './programme-people.ts';

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
}

/** `now` is UTC. */
export async function readParticipation(
  store: Pick<Store, 'readFacts' | 'readRoster' | 'readState'>,
  program: Program,
  period: ParticipationPeriod,
  now: string,
): Promise<ParticipationReport> {
  const [people, history] = await Promise.all([readProgrammePeople(store, period.centreId), readHistory(store)]);
  const iterations = iterationsOf(program, period, now.slice(0, 10));
  return {
    people,
    history,
    *sessions() {
      for (const one of expectedSessions({ program, people, history, now }, iterations))
        if (isWithin(one.on, period) && (period.centreId === undefined || one.centre?.id === period.centreId)) yield one;
    },
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
