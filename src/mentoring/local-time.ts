// Between instants and the wall clocks of the centres, and how dates are said in Spanish. No clock of its own.

import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import type { DayNames } from '../domain/day-names.ts';
import type { LocalMoment } from '../domain/local-moment.ts';

dayjs.extend(utc);
dayjs.extend(timezone);

const dayMs = 86_400_000;
const quarterHour = 15 * 60_000;
/** Looking an offset up costs more than a whole turn. Clocks change at quarters of an hour, and on no more than one day in months. */
const offsets = new Map<string, number>();
const mostOffsets = 20_000;
const mostMoments = 5_000;

/** By zone, then by number of the day: the offset of all of it, or NaN where the clocks change in its course. */
const daysOffsets = new Map<string, Map<number, number>>();

/** Milliseconds that the zone's clocks are ahead of UTC at the instant. */
function offsetAt(instant: number, zone: string): number {
  let ofZone = daysOffsets.get(zone);
  if (ofZone === undefined) {
    ofZone = new Map();
    daysOffsets.set(zone, ofZone);
  }
  const day = Math.floor(instant / dayMs);
  let offset = ofZone.get(day);
  if (offset === undefined) {
    const atStart = knownOffset(day * dayMs, zone);
    offset = atStart === knownOffset((day + 1) * dayMs, zone) ? atStart : Number.NaN;
    if (ofZone.size >= mostOffsets) ofZone.clear();
    ofZone.set(day, offset);
  }
  return Number.isNaN(offset) ? knownOffset(Math.floor(instant / quarterHour) * quarterHour, zone) : offset;
}

function knownOffset(instant: number, zone: string): number {
  const key = `${zone} ${instant}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    offset = dayjs(instant).tz(zone).utcOffset() * 60_000;
    if (offsets.size >= mostOffsets) offsets.clear();
    offsets.set(key, offset);
  }
  return offset;
}

/** By zone, then by instant: each turn asks for the same few. */
const moments = new Map<string, Map<string, LocalMoment>>();

export function localMoment(instant: string, zone: string): LocalMoment {
  let ofZone = moments.get(zone);
  if (ofZone === undefined || ofZone.size >= mostMoments) {
    ofZone = new Map();
    moments.set(zone, ofZone);
  }
  let moment = ofZone.get(instant);
  if (moment === undefined) {
    const at = Date.parse(instant);
    const local = new Date(at + offsetAt(at, zone)).toISOString();
    moment = { date: local.slice(0, 10), time: local.slice(11, 16) };
    ofZone.set(instant, moment);
  }
  return moment;
}

/** "2026-03-02T09:00:00-06:00". */
export function withOffset(instant: string, zone: string): string {
  const at = Date.parse(instant);
  const offset = offsetAt(at, zone);
  const minutes = Math.abs(offset) / 60_000;
  const two = (number: number): string => String(Math.floor(number)).padStart(2, '0');
  const local = new Date(at + offset).toISOString().slice(0, 19);
  return `${local}${offset < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}

const mostDaysLater = 5_000;

/** Each turn asks for the instants of the same few dates. */
const instants = new Map<string, string>();

/** UTC instant of a wall-clock time; in the hour that a change of clocks leaves out, the time after it. */
export function instantOf({ date, time }: LocalMoment, zone: string): string {
  const key = `${zone} ${date} ${time}`;
  let instant = instants.get(key);
  if (instant === undefined) {
    instant = workOutInstant({ date, time }, zone);
    if (instants.size >= mostDaysLater) instants.clear();
    instants.set(key, instant);
  }
  return instant;
}

function workOutInstant(moment: LocalMoment, zone: string): string {
  const wall = Date.parse(`${moment.date}T${moment.time}:00Z`);
  // The offset of the instant itself; near a change of clocks the first guess may lie on the other side of it.
  const guess = wall - offsetAt(wall, zone);
  const found = wall - offsetAt(guess, zone);
  return new Date(offsetAt(found, zone) === offsetAt(guess, zone) ? found : Math.max(guess, found)).toISOString();
}

const day = (date: string): Date => new Date(`${date}T00:00:00Z`);

/** Each turn asks for the same few days of the calendar. */
const daysLater = new Map<string, string>();

export function addDays(date: string, days: number): string {
  const key = `${date} ${days}`;
  let later = daysLater.get(key);
  if (later === undefined) {
    later = new Date(day(date).getTime() + days * dayMs).toISOString().slice(0, 10);
    if (daysLater.size >= mostDaysLater) daysLater.clear();
    daysLater.set(key, later);
  }
  return later;
}

/** 0 = Sunday. */
export function weekdayOf(date: string): number {
  return day(date).getUTCDay();
}

export function daysBetween(from: string, to: string): number {
  return (day(to).getTime() - day(from).getTime()) / dayMs;
}

export function isWorkingDay(date: string, holidays: DayNames): boolean {
  const weekday = weekdayOf(date);
  return weekday !== 0 && weekday !== 6 && !holidays.has(date);
}

/** The nearest working day strictly after (1) or before (-1) the date. */
export function workingDayBeside(date: string, direction: 1 | -1, holidays: DayNames): string {
  let known = daysBeside.get(holidays);
  if (known === undefined || known.size >= mostDaysLater) {
    known = new Map();
    daysBeside.set(holidays, known);
  }
  const key = direction === 1 ? date : `-${date}`;
  let next = known.get(key);
  if (next !== undefined) return next;
  next = addDays(date, direction);
  while (!isWorkingDay(next, holidays)) next = addDays(next, direction);
  known.set(key, next);
  return next;
}

/** By calendar: each turn asks for the same few. */
const daysBeside = new WeakMap<DayNames, Map<string, string>>();

export function addMinutes(instant: string, minutes: number): string {
  return new Date(Date.parse(instant) + minutes * 60_000).toISOString();
}

const weekdays = ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'];
export const months = [
  'enero',
  'febrero',
  'marzo',
  'abril',
  'mayo',
  'junio',
  'julio',
  'agosto',
  'septiembre',
  'octubre',
  'noviembre',
  'diciembre',
];

/** "jueves 5 de marzo"; with the year only where it is not the year of `today`. */
export function sayDate(date: string, today: string): string {
  const when = day(date);
  const year = date.slice(0, 4) === today.slice(0, 4) ? '' : ` de ${when.getUTCFullYear()}`;
  return `${weekdays[when.getUTCDay()]} ${when.getUTCDate()} de ${months[when.getUTCMonth()]}${year}`;
}

/** "lunes 9": for options, which must be short. */
export function sayShortDay(date: string): string {
  return `${weekdays[day(date).getUTCDay()]} ${day(date).getUTCDate()}`;
}

/** "hoy", "mañana" or the date. */
export function sayDay(date: string, today: string): string {
  if (date === today) return 'hoy';
  if (date === addDays(today, 1)) return `mañana ${sayDate(date, today)}`;
  return sayDate(date, today);
}
