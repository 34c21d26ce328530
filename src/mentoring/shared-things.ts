// When a group hears of what is everybody's: the tip of the week, the workshop that comes, what all of them did. Never of one person's work.
import type { DayNames } from '../domain/day-names.ts';
import type { SharedThing } from '../domain/group.ts';
import { defaultZone } from '../domain/roster.ts';
import type { Workshop } from '../program/workshop-schema.ts';
import { addDays, instantOf, isWorkingDay, localMoment, weekdayOf, workingDayBeside } from './local-time.ts';
import { lastWorkingDay } from './week-summary.ts';
import { workshopMoment, workshopVersion } from './workshop-dates.ts';

export interface SharedDue {
  what: SharedThing;
  /** For which day or which workshop: said once. */
  key: string;
  /** UTC. */
  at: string;
  workshop?: number;
}

export interface SharedSight {
  /** UTC. */
  now: string;
  closures: DayNames;
  workshops: readonly Workshop[];
  said: Partial<Record<SharedThing, string>>;
  /** Whether the programme is under way on a day: outside its iterations there are no tips and no summaries. */
  underWay(date: string): boolean;
}

const tuesday = 2;
const hours: Readonly<Record<SharedThing, string>> = { tip: '10:00', week: '14:30', workshop: '14:00' };
/** What could not be said for so long is not said any more. */
const lateHours = 3;
const hourMs = 3_600_000;

/** Not said yet, soonest first; of the past only what is hardly late. */
export function sharedDue(sight: SharedSight): SharedDue[] {
  const today = localMoment(sight.now, defaultZone).date;
  const monday = addDays(today, -((weekdayOf(today) + 6) % 7));
  const due = [...[monday, addDays(monday, 7)].flatMap((week) => ofWeek(sight, week)), ...ofWorkshops(sight)];
  const since = Date.parse(sight.now) - lateHours * hourMs;
  return due
    .filter(({ what, key, at }) => sight.said[what] !== key && Date.parse(at) >= since)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function ofWeek({ closures, underWay }: SharedSight, monday: string): SharedDue[] {
  const wanted = addDays(monday, tuesday - 1);
  const tip = isWorkingDay(wanted, closures) ? wanted : workingDayBeside(wanted, 1, closures);
  const last = lastWorkingDay(monday, closures);
  const at = (what: SharedThing, date: string): SharedDue => ({
    what,
    key: date,
    at: instantOf({ date, time: hours[what] }, defaultZone),
  });
  return [
    ...(underWay(tip) && tip < addDays(monday, 5) ? [at('tip', tip)] : []),
    ...(last !== undefined && underWay(last) ? [at('week', last)] : []),
  ];
}

/** On the working day before it. */
function ofWorkshops({ workshops, closures, now }: SharedSight): SharedDue[] {
  return workshops.flatMap((workshop) => {
    const moment = workshopMoment(workshop, defaultZone);
    if (!moment || instantOf(moment, defaultZone) <= now) return [];
    const date = workingDayBeside(moment.date, -1, closures);
    const key = `${workshop.number}@${workshopVersion(workshop)}`;
    const what = 'workshop' as const;
    return [{ what, key, at: instantOf({ date, time: hours[what] }, defaultZone), workshop: workshop.number }];
  });
}
