// When a mentor can see her phone, and the last such moment before a thing and the first after it.
import type { DayNames } from '../domain/day-names.ts';
import type { LocalMoment } from '../domain/local-moment.ts';
import type { PhoneMoments } from '../domain/roster.ts';
import { isWorkingDay, workingDayBeside } from './local-time.ts';

/** House defaults (rhythm of the design): 14:00 on the working day before, 07:30 the same day. */
const defaultMoments: PhoneMoments = { beforeWork: { from: '07:30', to: '08:00' }, atBreak: { from: '14:00', to: '14:30' } };

/** Hers, or those of the house while she has not told hers. */
export const momentsOf = (moments: PhoneMoments | null): PhoneMoments =>
  moments && (moments.beforeWork || moments.atBreak || moments.afterWork) ? moments : defaultMoments;

/** Hours at which she begins to see her phone, in order of the day. */
export function phoneHours(moments: PhoneMoments | null): string[] {
  const known = momentsOf(moments);
  return [known.beforeWork, known.atBreak, known.afterWork].flatMap((window) => (window ? [window.from] : [])).sort();
}

/** The hour at which a day is best spoken of before it: her break, else the last of the day. */
export const lastHour = (moments: PhoneMoments | null): string => moments?.atBreak?.from ?? phoneHours(moments).at(-1) ?? '14:00';

/** The hour at which what can wait is said: her break, else the first after the offices opened. */
export const breakHour = (moments: PhoneMoments | null): string =>
  moments?.atBreak?.from ?? phoneHours(moments).find((hour) => hour >= '09:30') ?? '14:00';

/** The last moment on the same day before the hour; undefined where she has none. */
export function momentSameDay(at: LocalMoment, moments: PhoneMoments | null): LocalMoment | undefined {
  const time = phoneHours(moments).findLast((hour) => hour < at.time);
  return time ? { date: at.date, time } : undefined;
}

/** The first moment after the thing: the same day where there is one, else the next working day. */
export function momentAfter(at: LocalMoment, moments: PhoneMoments | null, holidays: DayNames): LocalMoment {
  const hours = phoneHours(moments);
  const sameDay = isWorkingDay(at.date, holidays) ? hours.find((hour) => hour > at.time) : undefined;
  if (sameDay) return { date: at.date, time: sameDay };
  return { date: workingDayBeside(at.date, 1, holidays), time: hours[0] ?? '07:30' };
}
