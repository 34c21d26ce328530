// When the record of an appointment is owed, and when it is late: the one rule that reports and standing views share.
import type { DayNames } from '../domain/day-names.ts';
import type { LocalMoment } from '../domain/local-moment.ts';
import type { Appointment } from '../domain/mentoring-cycle.ts';
import { addDays, isWorkingDay } from './local-time.ts';
import { workingDaysFrom } from './reminder-ladder.ts';

export type RecordState = 'planned' | 'toRecord' | 'late';

/** Working days in which a session that was held is to be told: nobody can look at her phone in the room. */
const toRecordWithin = 3;

/** She has the rest of the day, and three whole working days after it, to tell how it went. */
export function recordStateOf(
  { date, time }: Pick<Appointment, 'date' | 'time'>,
  today: LocalMoment,
  closures: DayNames,
): RecordState {
  if (date > today.date || (date === today.date && time > today.time)) return 'planned';
  return today.date > workingDaysFrom(date, toRecordWithin, closures) ? 'late' : 'toRecord';
}

/** Working days after `from`, up to and with `to`. */
export function workingDaysBetween(from: string, to: string, closures: DayNames): number {
  let count = 0;
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) if (isWorkingDay(date, closures)) count += 1;
  return count;
}
