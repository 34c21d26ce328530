// Arithmetic on local calendar days written 'YYYY-MM-DD': no time zone and no clock.
const dayMs = 86_400_000;

const two = (n: number): string => String(n).padStart(2, '0');

function epochDay(date: string): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / dayMs;
}

function fromEpochDay(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

export function addDays(date: string, days: number): string {
  return fromEpochDay(epochDay(date) + days);
}

export function daysBetween(from: string, to: string): number {
  return epochDay(to) - epochDay(from);
}

/** 1 Monday ... 7 Sunday. */
export function weekdayOf(date: string): number {
  return ((epochDay(date) + 3) % 7) + 1;
}

export function lastDayOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export function dateOf(year: number, month: number, day: number): string | undefined {
  if (month < 1 || month > 12 || day < 1 || year < 2000 || year > 2099 || day > lastDayOf(year, month)) return undefined;
  return `${year}-${two(month)}-${two(day)}`;
}

/** Easter Sunday of a year in the Gregorian calendar (the anonymous computus). */
export function easterOf(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const correction = century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + correction + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - moon - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * sunday) / 451);
  const days = moon + sunday - 7 * late + 114;
  return `${year}-${two(Math.floor(days / 31))}-${two((days % 31) + 1)}`;
}

/** The nth of a weekday in a month, the last one for -1; undefined where the month has no fifth. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): string | undefined {
  const first = `${year}-${two(month)}-01`;
  const day = 1 + ((weekday - weekdayOf(first) + 7) % 7);
  if (nth > 0) return dateOf(year, month, day + 7 * (nth - 1));
  return dateOf(year, month, day + 28) ?? dateOf(year, month, day + 21);
}

/** The year and month that lie some months away. */
export function monthFrom(date: string, months: number): { year: number; month: number } {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  return { year: Math.floor(index / 12), month: (index % 12) + 1 };
}

export function addMonths(date: string, months: number): string {
  const { year, month } = monthFrom(date, months);
  return `${year}-${two(month)}-${two(Math.min(Number(date.slice(8, 10)), lastDayOf(year, month)))}`;
}

export function addMinutes(moment: { date: string; time: string }, minutes: number): { date: string; time: string } {
  const total = Number(moment.time.slice(0, 2)) * 60 + Number(moment.time.slice(3, 5)) + minutes;
  const inDay = ((total % 1440) + 1440) % 1440;
  return { date: addDays(moment.date, Math.floor(total / 1440)), time: clockTime(Math.floor(inDay / 60), inDay % 60) };
}

export function clockTime(hour: number, minute: number): string {
  return `${two(hour)}:${two(minute)}`;
}
