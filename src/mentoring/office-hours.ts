// When the programme works and when the house may write to her first, on the clocks of a centre: the rest is quiet.
import type { DayNames } from '../domain/day-names.ts';
import type { LocalMoment } from '../domain/local-moment.ts';
import type { PhoneMoments } from '../domain/roster.ts';
import { addDays, instantOf, isWorkingDay, localMoment, workingDayBeside } from './local-time.ts';
import { momentsOf, phoneHours } from './phone-moments.ts';

/** From Monday to Friday. */
export const officeHours = { opens: '09:30', closes: '18:00' } as const;

/** The instant itself where it is within them, else when they begin next. */
export function inOfficeHours(instant: string, zone: string, closures: DayNames): string {
  const { opens, closes } = officeHours;
  const { date, time } = localMoment(instant, zone);
  const works = isWorkingDay(date, closures);
  if (works && time >= opens && time < closes) return instant;
  const day = works && time < opens ? date : workingDayBeside(date, 1, closures);
  return instantOf({ date: day, time: opens }, zone);
}

/** What is about something agreed with her may reach her in her own hours, before the offices open; nothing else may. */
export type ContactAbout = 'appointment' | 'other';

export interface Contact {
  zone: string;
  moments: PhoneMoments | null;
  closures: DayNames;
}

/** No hour of hers counts before this one. */
const earliest = '06:00';

const inOffice = (time: string): boolean => time >= officeHours.opens && time < officeHours.closes;

export function mayContact({ date, time }: LocalMoment, { moments, closures }: Contact, about: ContactAbout): boolean {
  if (!isWorkingDay(date, closures)) return false;
  if (inOffice(time)) return true;
  if (about === 'other' || time < earliest) return false;
  const { beforeWork, atBreak, afterWork } = momentsOf(moments);
  return [beforeWork, atBreak, afterWork].some((window) => window && window.from <= time && time <= window.to);
}

/** No further than this. */
const daysAhead = 40;

/** Her next moment after the instant; of who has told none, also the opening of the offices. Undefined where the thing itself comes before it. */
export function nextContact(after: string, until: string, contact: Contact, about: ContactAbout): string | undefined {
  const { zone, moments, closures } = contact;
  const here = localMoment(after, zone);
  const hours = phoneHours(moments).filter((hour) => (about === 'other' ? inOffice(hour) : hour >= earliest));
  const next = (of: readonly string[]): string | undefined => {
    for (let days = 0; days < daysAhead; days++) {
      const date = addDays(here.date, days);
      if (!isWorkingDay(date, closures)) continue;
      for (const time of of) {
        const instant = instantOf({ date, time }, zone);
        if (instant > after) return instant < until ? instant : undefined;
      }
    }
    return undefined;
  };
  return next(hours.length > 0 ? hours : ['14:00']) ?? (moments === null ? next([officeHours.opens]) : undefined);
}
