// Turns a day that was named into dates, by the conventions agreed for the programme.
import type { DayNames } from '../../../domain/day-names.ts';
import {
  addDays,
  addMinutes,
  addMonths,
  dateOf,
  daysBetween,
  easterOf,
  lastDayOf,
  monthFrom,
  nthWeekday,
  weekdayOf,
} from './calendar-days.ts';
import type { Day, WhenContext } from './when.ts';
import type { DayPart } from './when-day-parts.ts';
import type { DaySpec } from './when-days.ts';
import { clockOf } from './when-hours.ts';

export type ResolvedDay =
  | { kind: 'day'; date: string; time?: string }
  | { kind: 'many'; days: Day[] }
  | { kind: 'impossible'; why: string }
  | { kind: 'nothing' };

export interface DayFrame {
  c: WhenContext;
  /** The hour said with the day: a weekday or a day number counts as today only together with a fitting hour. */
  time?: string | undefined;
  week?: number | undefined;
  monthShift?: number | undefined;
  /** "Tempranito el viernes, 8": the half of the day says that the number is its hour. */
  part?: DayPart | undefined;
  /** The day lies after this one: "pasando el puente, el martes". */
  from?: string | undefined;
}

type NumberSpec = DaySpec & { type: 'number' };

const longestLeap = 183;
const noSuchDay: ResolvedDay = { kind: 'impossible', why: 'noSuchDay' };
const day = (date: string): ResolvedDay => ({ kind: 'day', date });
const many = (dates: readonly string[]): ResolvedDay => ({ kind: 'many', days: [...new Set(dates)].map((date) => ({ date })) });

/** Whether an hour of today lies on the side of now that is spoken of. */
function todayFits({ c, time }: DayFrame): boolean {
  return time !== undefined && (c.tense === 'future' ? time > c.now.time : time <= c.now.time);
}

export function mondayOf(date: string, weeks: number): string {
  return addDays(date, 1 - weekdayOf(date) + 7 * weeks);
}

function nearestWeekday(weekday: number, mode: 'bare' | 'this' | 'next' | 'last', frame: DayFrame): ResolvedDay {
  const { c, week, time } = frame;
  const today = c.now.date;
  if (frame.from !== undefined) return day(addDays(frame.from, 1 + ((weekday - weekdayOf(frame.from) + 6) % 7)));
  if (week !== undefined && mode !== 'this' && mode !== 'last') return day(addDays(mondayOf(today, week), weekday - 1));
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  const behind = (7 - ahead) % 7;
  if (mode === 'last') return day(addDays(today, -(behind || 7)));
  if (c.tense === 'past' && mode !== 'next')
    return day(addDays(today, behind === 0 && time !== undefined && !todayFits(frame) ? -7 : -behind));
  if (ahead > 0) return day(addDays(today, ahead));
  if (mode !== 'next' && todayFits(frame)) return day(today);
  return mode === 'this' && time === undefined ? many([today, addDays(today, 7)]) : day(addDays(today, 7));
}

/** The nearest month in which the day number exists, on the side of now that is spoken of. */
function nearestNumber(spec: NumberSpec, frame: DayFrame): string | undefined {
  const today = frame.from ?? frame.c.now.date;
  const step = frame.c.tense === 'future' ? 1 : -1;
  if (frame.monthShift !== undefined) {
    const { year, month } = monthFrom(today, frame.monthShift);
    return dateOf(year, month, spec.day);
  }
  for (let k = 0; k < 4; k++) {
    const { year, month } = monthFrom(today, k * step);
    const date = dateOf(year, month, spec.day);
    const ahead = date === undefined ? 0 : daysBetween(today, date) * step;
    // Today itself counts without an hour only for what is already done.
    if (
      date !== undefined &&
      (ahead > 0 || (ahead === 0 && (frame.c.tense === 'past' ? frame.time === undefined || todayFits(frame) : todayFits(frame))))
    )
      return date;
  }
  return undefined;
}

function datedDay(spec: NumberSpec, frame: DayFrame): ResolvedDay {
  const { now, tense } = frame.c;
  const thisYear = Number(now.date.slice(0, 4));
  if (spec.day < 1 || spec.day > 31) return noSuchDay;
  if (spec.month === undefined) {
    const date = nearestNumber(spec, frame);
    return date === undefined ? noSuchDay : day(date);
  }
  const date = dateOf(spec.year ?? thisYear, spec.month, spec.day);
  if (spec.year !== undefined) return date === undefined ? noSuchDay : day(date);
  const other = dateOf(thisYear + (tense === 'future' ? 1 : -1), spec.month, spec.day);
  if (date === undefined) return noSuchDay;
  const away = daysBetween(now.date, date);
  const wrongSide = tense === 'future' ? away < 0 : away > 0;
  return wrongSide && other !== undefined && Math.abs(daysBetween(now.date, other)) <= longestLeap ? day(other) : day(date);
}

/** "martes 3": when the 3rd is no Tuesday, both are offered; a small number may also have been the hour. */
function weekdayAndNumber(spec: NumberSpec, weekday: number, frame: DayFrame): ResolvedDay {
  const dated = datedDay(spec, frame);
  const named = nearestWeekday(weekday, 'bare', frame);
  const perhapsHour = spec.bare === true && spec.month === undefined && frame.time === undefined && spec.day <= 12;
  const agrees = dated.kind === 'day' && weekdayOf(dated.date) === weekday;
  // Within the next fortnight weekday and number say the same day. "jueves 10", more than two weeks before Thursday the 10th, may just as well be this Thursday at 10.
  const near = dated.kind === 'day' && Math.abs(daysBetween(frame.c.now.date, dated.date)) <= 13;
  // "Jueves 4", a Thursday soon: nobody visits so early or so late.
  const oddHour =
    spec.day >= 4 && spec.day <= 7 && dated.kind === 'day' && Math.abs(daysBetween(frame.c.now.date, dated.date)) <= 35;
  if (agrees && (near || oddHour)) return dated;
  if (agrees && !(perhapsHour && named.kind === 'day' && named.date !== dated.date)) return dated;
  const days: Day[] = named.kind === 'day' ? [{ date: named.date }] : [];
  const hourOfPart =
    perhapsHour && frame.part ? clockOf({ at: 0, end: 0, hour: spec.day, minute: 0, exact: false }, frame.part) : undefined;
  if (hourOfPart !== undefined && days[0]) return { kind: 'day', date: days[0].date, time: hourOfPart };
  if (perhapsHour) {
    const hour = spec.day <= 6 ? spec.day + 12 : spec.day;
    days.unshift({ date: days[0]?.date ?? frame.c.now.date, time: `${String(hour).padStart(2, '0')}:00` });
    days.length = 1;
  }
  if (dated.kind === 'impossible' && (!spec.bare || spec.day > 31)) return dated;
  return { kind: 'many', days: dated.kind === 'day' ? [...days, { date: dated.date }] : days };
}

const restDays = (c: WhenContext): DayNames => c.closures ?? c.holidays;

/** The next day off by which a long weekend is made. */
function nextHoliday(c: WhenContext): string | undefined {
  for (let days = -3; days <= 60; days++) {
    const date = addDays(c.now.date, days);
    if (restDays(c).has(date) && [1, 2, 4, 5].includes(weekdayOf(date))) return date;
  }
  return undefined;
}

/** The first day after this one on which people work. */
export function workingDayAfter(date: string, c: WhenContext): string {
  let back = addDays(date, 1);
  for (let k = 0; k < 14 && (weekdayOf(back) > 5 || restDays(c).has(back)); k++) back = addDays(back, 1);
  return back;
}

function afterHolidays({ c }: DayFrame): ResolvedDay {
  const next = nextHoliday(c);
  return next === undefined ? { kind: 'nothing' } : day(workingDayAfter(next, c));
}

/** "El lunes del puente", "el viernes del puente": the one that lies nearest to the day off. */
function ofHolidays(weekday: number, c: WhenContext): ResolvedDay {
  const next = nextHoliday(c);
  if (next === undefined) return { kind: 'nothing' };
  const ahead = (weekday - weekdayOf(next) + 7) % 7;
  return day(addDays(next, ahead > 3 ? ahead - 7 : ahead));
}

/** The next one, unless it lies more than half a year ahead of one that has just been. */
function feastOfEaster(days: number, { c }: DayFrame): string {
  const year = Number(c.now.date.slice(0, 4));
  const step = c.tense === 'future' ? 1 : -1;
  const here = addDays(easterOf(year), days);
  const away = daysBetween(c.now.date, here) * step;
  const other = addDays(easterOf(year + step), days);
  return away < 0 && Math.abs(daysBetween(c.now.date, other)) <= longestLeap ? other : here;
}

/** The days off of the next long weekend, from the first to the last. */
function longWeekend(c: WhenContext): { first: string; last: string } | undefined {
  const next = nextHoliday(c);
  if (next === undefined) return undefined;
  const off = (date: string): boolean => weekdayOf(date) > 5 || restDays(c).has(date);
  let [first, last] = [next, next];
  while (off(addDays(first, -1))) first = addDays(first, -1);
  while (off(addDays(last, 1))) last = addDays(last, 1);
  return { first, last };
}

/** "Un día antes del día del niño", "el viernes antes del puente". */
function anchoredDay({ anchor, days, weekday }: DaySpec & { type: 'anchored' }, frame: DayFrame): ResolvedDay {
  const side = Math.sign(days);
  let from: string;
  if (anchor.type === 'afterHolidays') {
    const off = longWeekend(frame.c);
    if (off === undefined) return { kind: 'nothing' };
    from = side < 0 ? off.first : off.last;
  } else {
    const found = resolveDay(anchor, { c: frame.c });
    const named = found.kind === 'day' ? found.date : found.kind === 'many' ? found.days.at(side < 0 ? 0 : -1)?.date : undefined;
    if (named === undefined) return found;
    from = named;
  }
  if (weekday === undefined) return day(addDays(from, days));
  const ahead = (weekday - weekdayOf(from) + 7) % 7 || 7;
  return day(addDays(from, side > 0 ? ahead : ahead - 7 || -7));
}

function portionOf(spec: DaySpec & { type: 'week' }): number[] {
  if (spec.portion === 'start') return [0, 1];
  if (spec.portion === 'middle') return [1, 2, 3];
  return spec.portion === 'end' ? [3, 4] : [0, 1, 2, 3, 4];
}

function nthOf(spec: DaySpec & { type: 'nth' }, { c }: DayFrame): ResolvedDay {
  const at =
    spec.month === undefined
      ? monthFrom(c.now.date, spec.shift ?? 0)
      : { year: Number(c.now.date.slice(0, 4)), month: spec.month };
  const date = nthWeekday(at.year, at.month, spec.weekday, spec.nth);
  if (date === undefined) return noSuchDay;
  const over = spec.month !== undefined && (c.tense === 'future' ? date < c.now.date : date > c.now.date);
  const other = over ? nthWeekday(at.year + (c.tense === 'future' ? 1 : -1), at.month, spec.weekday, spec.nth) : undefined;
  return day(other !== undefined && Math.abs(daysBetween(c.now.date, other)) <= longestLeap ? other : date);
}

/** "Mañana 15": when tomorrow is no fifteenth, both are offered. */
function offsetDay(spec: DaySpec & { type: 'offset' }, frame: DayFrame): ResolvedDay {
  const date = addDays(frame.c.now.date, spec.days);
  if (spec.or !== undefined) return many([date, addDays(frame.c.now.date, spec.or)]);
  const others: ResolvedDay[] = [];
  if (spec.weekday !== undefined && weekdayOf(date) !== spec.weekday) others.push(nearestWeekday(spec.weekday, 'bare', frame));
  if (spec.number !== undefined && Number(date.slice(8)) !== spec.number)
    others.push(datedDay({ type: 'number', day: spec.number }, frame));
  if (others.length === 0) return day(date);
  return many([date, ...others.flatMap((one) => (one.kind === 'day' ? [one.date] : []))]);
}

const fiveFrom = (monday: string): string[] => [0, 1, 2, 3, 4].map((k) => addDays(monday, k));

export function resolveDay(spec: DaySpec, frame: DayFrame): ResolvedDay {
  const { c } = frame;
  const today = c.now.date;
  const { year, month } = monthFrom(today, 0);
  const last = `${today.slice(0, 8)}${lastDayOf(year, month)}`;
  const inTense = (dates: string[]): string[] => dates.filter((date) => (c.tense === 'future' ? date >= today : date <= today));
  switch (spec.type) {
    case 'offset':
      return offsetDay(spec, frame);
    case 'months':
      return day(addMonths(today, spec.months));
    case 'minutes':
      return { kind: 'day', ...addMinutes(c.now, spec.minutes) };
    case 'weekday': {
      const within = spec.week === undefined ? frame : { ...frame, week: spec.week, from: undefined };
      const found = nearestWeekday(spec.weekday, spec.mode, spec.plus ? { ...within, time: undefined } : within);
      return found.kind === 'day' ? day(addDays(found.date, spec.plus)) : found;
    }
    case 'number':
      return spec.weekday === undefined ? datedDay(spec, frame) : weekdayAndNumber(spec, spec.weekday, frame);
    case 'week':
      return many(inTense(portionOf(spec).map((k) => addDays(mondayOf(today, spec.weeks), k))));
    case 'weekOf': {
      const named = datedDay({ type: 'number', day: spec.day, month: spec.month }, frame);
      return named.kind === 'day' ? many(inTense(fiveFrom(mondayOf(named.date, 0)))) : named;
    }
    case 'anchored':
      return anchoredDay(spec, frame);
    case 'nth':
      return nthOf(spec, frame);
    case 'easter':
      return spec.week ? many(inTense(fiveFrom(addDays(feastOfEaster(0, frame), -6)))) : day(feastOfEaster(spec.days, frame));
    case 'holiday':
      return ofHolidays(spec.weekday, c);
    case 'weekend':
      return many(
        [5, 6].map((k) => addDays(mondayOf(today, frame.week ?? (c.tense === 'past' && weekdayOf(today) < 6 ? -1 : 0)), k)),
      );
    case 'monthEnd':
      if (spec.month !== undefined)
        return datedDay({ type: 'number', day: lastDayOf(year, spec.month), month: spec.month }, frame);
      return spec.vague ? many([last]) : day(last);
    case 'yearEnd':
      return many([`${year}-12-31`]);
    case 'halfMonth':
      return many(inTense([`${today.slice(0, 8)}15`, last]).slice(0, 2));
    case 'afterHolidays':
      return afterHolidays(frame);
    case 'soon':
      return many([today]);
    case 'part':
      return many(c.tense === 'future' ? [today, addDays(today, 1)] : [today, addDays(today, -1)]);
    case 'monthShift':
      return { kind: 'nothing' };
  }
}
