// How long a doubt has waited, in the working hours of her centre, and when the consultants are to be reminded of it.

import type { Doubt } from '../domain/conversation.ts';
import type { DayNames } from '../domain/day-names.ts';
import { addDays, instantOf, isWorkingDay, localMoment, workingDayBeside } from '../mentoring/local-time.ts';
import { inOfficeHours, officeHours } from '../mentoring/office-hours.ts';

const { opens, closes } = officeHours;
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
export const workingDayMinutes = minutesOf(closes) - minutesOf(opens);
/** Older than this is only "very old". */
const mostDays = 400;

type Closures = DayNames;

export function workingMinutes(from: string, to: string, zone: string, closures: Closures): number {
  if (to <= from) return 0;
  const first = localMoment(from, zone);
  const last = localMoment(to, zone);
  let minutes = 0;
  let date = first.date;
  for (let days = 0; days < mostDays && date <= last.date; days++, date = addDays(date, 1)) {
    if (!isWorkingDay(date, closures)) continue;
    const begin = Math.max(minutesOf(opens), date === first.date ? minutesOf(first.time) : 0);
    const end = Math.min(minutesOf(closes), date === last.date ? minutesOf(last.time) : 24 * 60);
    minutes += Math.max(0, end - begin);
  }
  return minutes;
}

/** Working days later; what falls on the end of a day is said in the next morning. */
export function workingDaysAfter(instant: string, days: number, zone: string, closures: Closures): string {
  let { date, time } = localMoment(inOfficeHours(instant, zone, closures), zone);
  for (let left = days; left > 0; left--) date = workingDayBeside(date, 1, closures);
  return instantOf({ date, time }, zone);
}

/** When the consultants are reminded next; undefined where nothing of hers waits. */
export function nudgeAt(doubt: Doubt, zone: string, closures: Closures): string | undefined {
  if (doubt.status !== 'open' || !doubt.waitingSince) return undefined;
  return workingDaysAfter(doubt.nudgedAt ?? doubt.waitingSince, 1, zone, closures);
}

/** After so many days without a word of hers an answered doubt is over. */
const silentDays = 2;

/** When an answered doubt closes by itself; undefined where it was not answered or she waits. */
export function closesAt(doubt: Doubt, zone: string, closures: Closures): string | undefined {
  if (doubt.status !== 'open' || doubt.waitingSince !== null || doubt.answers === 0) return undefined;
  return workingDaysAfter(doubt.answeredAt ?? doubt.at, silentDays, zone, closures);
}
