// When a rung of a ladder is due, counted from the moment of the thing it is about: at a moment when she can see her phone.
import type { DayNames } from '../domain/day-names.ts';
import type { LocalMoment } from '../domain/local-moment.ts';
import type { LadderRung } from '../program/content-schema.ts';
import { addDays, addMinutes, instantOf, isWorkingDay, localMoment, workingDayBeside } from './local-time.ts';
import { type Contact, officeHours } from './office-hours.ts';
import { breakHour, lastHour, momentAfter, momentSameDay, phoneHours } from './phone-moments.ts';

/** Minutes after the hour agreed until one may ask whether it took place. */
const settledAfter = 20;

export function workingDaysFrom(date: string, count: number, closures: DayNames): string {
  let day = date;
  for (let left = Math.abs(count); left > 0; left--) day = workingDayBeside(day, count < 0 ? -1 : 1, closures);
  return day;
}

/** By calendar and rung: each turn asks for the same few dates of hers. */
const known = new WeakMap<Contact['closures'], WeakMap<LadderRung, Map<string, string | undefined>>>();
const mostKnown = 2_000;
/** The hours of people differ in few ways; a short number for each way, by the object and by what it says. */
const hoursOf = new WeakMap<object, number>();
const hoursKnown = new Map<string, number>();
const mostHours = 10_000;
let nextNumber = 0;

function numberOf(moments: Contact['moments']): number {
  if (moments === null) return -1;
  let number = hoursOf.get(moments);
  if (number === undefined) {
    const said = JSON.stringify(moments);
    if (hoursKnown.size >= mostHours) hoursKnown.clear();
    number = hoursKnown.get(said) ?? nextNumber++;
    hoursKnown.set(said, number);
    hoursOf.set(moments, number);
  }
  return number;
}

const keyOf = ({ moments, zone }: Contact, { date, time }: LocalMoment): string => `${date} ${time} ${numberOf(moments)} ${zone}`;

/** UTC; undefined where she has no such moment. */
export function rungDueAt(rung: LadderRung, anchor: LocalMoment, contact: Contact): string | undefined {
  const ofRungs = known.get(contact.closures) ?? new WeakMap<LadderRung, Map<string, string | undefined>>();
  known.set(contact.closures, ofRungs);
  let dates = ofRungs.get(rung);
  if (dates === undefined || dates.size > mostKnown) {
    dates = new Map();
    ofRungs.set(rung, dates);
  }
  const key = keyOf(contact, anchor);
  const due = dates.get(key);
  if (due !== undefined || dates.has(key)) return due;
  const found = workOutDueAt(rung, anchor, contact);
  dates.set(key, found);
  return found;
}

/**
 * Agreed at her break, after the hour at which she would have been told of it: at the last hour of that same day, where she has another.
 * Undefined where she has none. `since`: UTC, when it was agreed.
 */
export function laterSameDay(dueAt: string, since: string, { zone, moments }: Contact): string | undefined {
  const due = localMoment(dueAt, zone);
  const time = phoneHours(moments).findLast((hour) => hour > due.time);
  const later = time && instantOf({ date: due.date, time }, zone);
  return later !== undefined && later > since ? later : undefined;
}

function workOutDueAt(rung: LadderRung, anchor: LocalMoment, contact: Contact): string | undefined {
  const { zone, moments, closures } = contact;
  if (rung.minutes !== undefined) return addMinutes(instantOf(anchor, zone), rung.minutes);
  const { workingDays = 0, days = 0 } = rung;
  const moved = days === 0 ? anchor.date : addDays(anchor.date, days);
  const open = isWorkingDay(moved, closures) || days === 0 ? moved : workingDayBeside(moved, days < 0 ? -1 : 1, closures);
  switch (rung.at) {
    case 'before': {
      const before = momentSameDay({ ...anchor, date: open }, moments);
      return before && instantOf(before, zone);
    }
    case 'after': {
      const after = momentAfter(anchor, moments, closures);
      const later = workingDays === 0 ? after : { ...after, date: workingDaysFrom(after.date, workingDays, closures) };
      const settled = addMinutes(instantOf(anchor, zone), settledAfter);
      const at = instantOf(later, zone);
      return at > settled ? at : settled;
    }
    default: {
      const time = rung.at === 'last' ? lastHour(moments) : breakHour(moments);
      return instantOf({ date: workingDaysFrom(open, workingDays, closures), time }, zone);
    }
  }
}

/** UTC, from when on saying it helps no more. */
export function rungUntil(rung: LadderRung, anchor: LocalMoment, dueDate: string, { zone, closures }: Contact): string {
  if (rung.useful === 'untilThen') return instantOf(anchor, zone);
  return instantOf({ date: workingDaysFrom(dueDate, rung.useful, closures), time: officeHours.closes }, zone);
}
