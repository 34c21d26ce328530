// When the record of an appointment is owed, and when it is late: the one rule that reports and standing views share.
import type { LocalMoment } from '../domain/local-moment.ts';
import type { Appointment } from '../domain/mentoring-cycle.ts';
import { addDays, isWorkingDay, workingDayBeside } from './local-time.ts';

export type RecordState = 'planned' | 'toRecord' | 'late';

/** She has the rest of the day, and the whole working day after it, to tell how it went. */
export function recordStateOf(
  { date, time }: Pick<Appointment, 'date' | 'time'>,
  today: LocalMoment,
  closures: ReadonlyMap<string, string>,
): RecordState {
  if (date > today.date || (date === today.date && time > today.time)) return 'planned';
  return today.date > workingDayBeside(date, 1, closures) ? 'late' : 'toRecord';
}

/** Working days after `from`, up to and with `to`. */
export function workingDaysBetween(from: string, to: string, closures: ReadonlyMap<string, string>): number {
  let count = 0;
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) if (isWorkingDay(date, closures)) count += 1;
  return count;
}
