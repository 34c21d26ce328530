// Says of a day that was named whether it lies ahead, and what to warn of.
import { weekdayOf } from './calendar-days.ts';
import type { WhenContext, WhenReading } from './when.ts';

export function settled(date: string, time: string | undefined, c: WhenContext): WhenReading {
  const { now, tense } = c;
  const before = date < now.date || (date === now.date && time !== undefined && time < now.time);
  const after = date > now.date || (date === now.date && time !== undefined && time > now.time);
  if (tense === 'past' && after) return { kind: 'impossible', why: 'future' };
  if (tense === 'future' && before) return time === undefined ? { kind: 'past', date } : { kind: 'past', date, time };
  const holiday = (c.closures ?? c.holidays).get(date);
  const warn = [...(weekdayOf(date) > 5 ? ['weekend'] : []), ...(holiday === undefined ? [] : [`holiday:${holiday}`])];
  return time === undefined ? { kind: 'date', date, warn } : { kind: 'datetime', date, time, warn };
}
