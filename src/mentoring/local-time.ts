// Between instants and the wall clocks of the centres, and how dates are said in Spanish. No clock of its own.
import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import type { LocalMoment } from '../domain/local-moment.ts';

dayjs.extend(utc);
dayjs.extend(timezone);

export function localMoment(instant: string, zone: string): LocalMoment {
  const local = dayjs(instant).tz(zone);
  return { date: local.format('YYYY-MM-DD'), time: local.format('HH:mm') };
}

/** UTC instant of a wall-clock time; in the hour that a change of clocks leaves out, the time after it. */
export function instantOf(moment: LocalMoment, zone: string): string {
  return dayjs.tz(`${moment.date}T${moment.time}:00`, zone).toISOString();
}

const day = (date: string): dayjs.Dayjs => dayjs.utc(`${date}T00:00:00Z`);

export function addDays(date: string, days: number): string {
  return day(date).add(days, 'day').format('YYYY-MM-DD');
}

/** 0 = Sunday. */
export function weekdayOf(date: string): number {
  return day(date).day();
}

export function daysBetween(from: string, to: string): number {
  return day(to).diff(day(from), 'day');
}

export function isWorkingDay(date: string, holidays: ReadonlyMap<string, string>): boolean {
  const weekday = weekdayOf(date);
  return weekday !== 0 && weekday !== 6 && !holidays.has(date);
}

/** The nearest working day strictly after (1) or before (-1) the date. */
export function workingDayBeside(date: string, direction: 1 | -1, holidays: ReadonlyMap<string, string>): string {
  let next = addDays(date, direction);
  while (!isWorkingDay(next, holidays)) next = addDays(next, direction);
  return next;
}

export function addMinutes(instant: string, minutes: number): string {
  return dayjs.utc(instant).add(minutes, 'minute').toISOString();
}

const weekdays = ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'];
const months = [
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
  const year = date.slice(0, 4) === today.slice(0, 4) ? '' : ` de ${when.year()}`;
  return `${weekdays[when.day()]} ${when.date()} de ${months[when.month()]}${year}`;
}

/** "lunes 9": for options, which must be short. */
export function sayShortDay(date: string): string {
  return `${weekdays[day(date).day()]} ${day(date).date()}`;
}

/** "hoy", "mañana" or the date. */
export function sayDay(date: string, today: string): string {
  if (date === today) return 'hoy';
  if (date === addDays(today, 1)) return `mañana ${sayDate(date, today)}`;
  return sayDate(date, today);
}
