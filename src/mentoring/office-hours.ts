// When the programme works, on the clocks of a centre: what can wait for somebody waits until then.
import { instantOf, isWorkingDay, localMoment, workingDayBeside } from './local-time.ts';

/** From Monday to Friday. */
export const officeHours = { opens: '09:30', closes: '18:00' } as const;

/** The instant itself where it is within them, else when they begin next. */
export function inOfficeHours(instant: string, zone: string, closures: ReadonlyMap<string, string>): string {
  const { opens, closes } = officeHours;
  const { date, time } = localMoment(instant, zone);
  const works = isWorkingDay(date, closures);
  if (works && time >= opens && time < closes) return instant;
  const day = works && time < opens ? date : workingDayBeside(date, 1, closures);
  return instantOf({ date: day, time: opens }, zone);
}
