// Participation by centre and week: what was expected, done and late, and whom to call about it.
import { addDays, weekdayOf } from '../mentoring/local-time.ts';
import type { ExpectedSession } from './expected-sessions.ts';
import type { WeekColumn } from './participation-columns.ts';
import type { PeopleNames, SheetRow } from './participation-rows.ts';
import type { ProgrammePeople } from './programme-people.ts';

/** Weeks begin on Monday. */
export const mondayOf = (date: string): string => addDays(date, -((weekdayOf(date) + 6) % 7));

export interface ParticipationCounts {
  rows: number;
  expected: number;
  done: number;
  late: number;
}

/** What does not apply any more is expected of nobody. */
const counts = ({ expected, status }: ExpectedSession): boolean => expected && status !== 'notApplicable';

export function countSessions(sessions: Iterable<ExpectedSession>): ParticipationCounts {
  const sum = { rows: 0, expected: 0, done: 0, late: 0 };
  for (const one of sessions) {
    sum.rows += 1;
    if (!counts(one)) continue;
    sum.expected += 1;
    if (one.status === 'held') sum.done += 1;
    if (one.status === 'overdue') sum.late += 1;
  }
  return sum;
}

interface Week {
  week: string;
  centre: ExpectedSession['centre'];
  expected: number;
  done: number;
  late: number;
  lateOf: Map<string, number>;
}

/** Every expected session is in exactly one week: the rows of this sheet add up to those of the first. */
export function weekRows(
  sessions: Iterable<ExpectedSession>,
  people: ProgrammePeople,
  names: PeopleNames,
): SheetRow<WeekColumn>[] {
  const weeks = new Map<string, Week>();
  for (const one of sessions) {
    if (!counts(one)) continue;
    const monday = mondayOf(one.on);
    const key = `${monday} ${one.centre?.id ?? ''}`;
    const week = weeks.get(key) ?? { week: monday, centre: one.centre, expected: 0, done: 0, late: 0, lateOf: new Map() };
    weeks.set(key, week);
    week.expected += 1;
    if (one.status === 'held') week.done += 1;
    if (one.status !== 'overdue') continue;
    week.late += 1;
    week.lateOf.set(one.mentorId, (week.lateOf.get(one.mentorId) ?? 0) + 1);
  }
  // Nobody calls who is not there any more.
  const reachable = (id: string): boolean => {
    const person = people.persons.get(id);
    return person?.active === true && person.withdrawnAt === null && person.consent?.given !== false;
  };
  return [...weeks.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { week, centre, expected, done, late, lateOf }]) => ({
      week,
      centreKey: centre?.centreKey ?? null,
      centre: centre?.name ?? null,
      state: centre?.state ?? null,
      weekExpected: expected,
      weekDone: done,
      weekLate: late,
      weekShare: done / expected,
      call:
        [...lateOf]
          .filter(([id]) => reachable(id))
          .sort(([, a], [, b]) => b - a)
          .map(([id, count]) => `${names.person(id)} (${count})`)
          .join(', ') || null,
    }));
}
