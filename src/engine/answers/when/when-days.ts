// Finds the days in a tokenised phrase: "pasado mañana", "de lunes en ocho", "martes 3 de marzo", "el día del niño".
import { anchoredDayAt } from './when-anchored-days.ts';
import { goesOnward } from './when-hours.ts';
import { monthDayAt } from './when-month-days.ts';
import { feastAt, vagueAt } from './when-named-days.ts';
import { relativeDayAt, relativeSpanAt } from './when-relative-days.ts';
import { isMonth, isNumber, isSign, isWeekday, type WhenToken } from './when-tokens.ts';
import { monthShiftAt, nthWeekdayAt, weekAt, weekOfAt } from './when-week.ts';
import { comings, endsThere, isTimeTail, weekdayAt } from './when-weekdays.ts';

export type WeekdayMode = 'bare' | 'this' | 'next' | 'last';
export type DaySpec =
  /** `weekday` and `number`: said of that day too. */
  /** `over`: a while of this day ago. `or`: "en dos o tres días". */
  | { type: 'offset'; days: number; weekday?: number; number?: number; over?: boolean; or?: number }
  | { type: 'months'; months: number }
  | { type: 'minutes'; minutes: number }
  /** `week`: in that week from this one. */
  | { type: 'weekday'; weekday: number; mode: WeekdayMode; plus: number; week?: number }
  | {
      type: 'number';
      day: number;
      month?: number | undefined;
      year?: number | undefined;
      weekday?: number | undefined;
      bare?: boolean;
    }
  /** `days` from another day, or the next `weekday` on that side of it. */
  | { type: 'anchored'; anchor: DaySpec; days: number; weekday?: number }
  | { type: 'nth'; nth: number; weekday: number; month?: number; shift?: number }
  /** Days from Easter Sunday; `week` is Holy Week itself. */
  | { type: 'easter'; days: number; week?: boolean }
  /** `other`: "la siguiente", counted from the week that was named before. */
  | { type: 'week'; weeks: number; portion?: 'start' | 'middle' | 'end'; other?: true }
  | { type: 'weekOf'; day: number; month: number | undefined }
  | { type: 'monthShift'; months: number }
  | { type: 'weekend' }
  | { type: 'monthEnd'; vague: boolean; month?: number }
  | { type: 'yearEnd' }
  | { type: 'halfMonth' }
  | { type: 'afterHolidays' }
  | { type: 'holiday'; weekday: number }
  | { type: 'soon' }
  | { type: 'part' };

export interface DayMention {
  at: number;
  end: number;
  spec: DaySpec;
  /** A limit, not the day: "antes del viernes". */
  loose?: boolean;
  /** The day lies after it: "pasando el puente". */
  after?: boolean;
  /** The last of several days in a row: "de martes a jueves". */
  upTo?: boolean;
  clause?: number;
}

const fillers = new Set(['el', 'la', 'este', 'esta', 'proximo', 'dia', 'los', 'las', 'las', 'mero']);
const endings = new Set([
  'pasando',
  'pasandito',
  'pasadito',
  'pasada',
  'terminando',
  'regresando',
  'regreso',
  'volviendo',
  'despues',
  'regresar',
  'vuelta',
  'termine',
  'acabando',
  'pase',
  'pasen',
  'pasar',
  'despuesito',
  'regresemos',
  'saliendo',
  'regrese',
]);

/** "antes del viernes", "de aquí al viernes", "después del puente": a limit, or what comes before the day. */
function limits(t: readonly WhenToken[], at: number): { loose?: boolean; after?: boolean } {
  if (t[at - 1] === 'ultimo') return { loose: true };
  // "Los martes y jueves".
  if (isWeekday(t[at]) && t[at - 1] === 'y' && isWeekday(t[at - 2]) && t[at - 3] === 'los') return { loose: true };
  const near = t.slice(Math.max(0, at - 3), at);
  if (near.includes('tardar')) return { loose: true };
  let i = at - 1;
  while (i >= 0 && i > at - 4 && fillers.has(t[i] ?? '')) {
    if ((t[i] === 'los' || t[i] === 'las') && isWeekday(t[at])) return { loose: true };
    i--;
  }
  if (t[i] === 'cada' || t[i] === 'todos') return { loose: true };
  const lead = t[i] === 'de' || t[i] === 'del' || t[i] === 'que' || t[i] === 'a' ? t[i - 1] : t[i];
  const of = lead !== t[i];
  if (of && lead === 'antes') return { loose: true };
  // "Al otro día de Reyes", "al día siguiente del puente".
  if (of && ((lead === 'dia' && t[i - 2] === 'otro') || (lead === 'proximo' && t[i - 2] === 'dia'))) return { after: true };
  if ((of && lead === 'partir') || lead === 'desde') return { loose: true };
  if (endings.has(lead ?? '') && (of || lead !== 'saliendo')) return { after: true };
  return t[i] === 'al' && (t[i - 1] === 'aqui' || t[i - 1] === 'hoy') ? { loose: true } : {};
}

export function dayAt(t: readonly WhenToken[], at: number): DayMention | undefined {
  const found = anyDayAt(t, at);
  if (!found || found.spec.type === 'part' || found.spec.type === 'soon') return found;
  if (found.spec.type === 'anchored') return found;
  if (found.spec.type === 'afterHolidays') {
    const { after, loose } = limits(t, found.at);
    return { ...found, ...(after ? { after } : loose ? { loose } : {}) };
  }
  // "En ocho, de hoy lunes": from where she counts.
  if (
    t[at] === 'hoy' &&
    t[at - 1] === 'de' &&
    (at < 2 || isSign(t[at - 2])) &&
    found.spec.type === 'offset' &&
    found.spec.days === 0
  )
    return { ...found, loose: true };
  const limit =
    found.spec.type === 'offset' && t[at] !== 'hoy' && !isNumber(t[at]) && t[at] !== 'manana' ? {} : limits(t, found.at);
  return goesOnward(t, found.end) ? { ...found, loose: true } : { ...found, ...limit };
}

function anyDayAt(t: readonly WhenToken[], at: number): DayMention | undefined {
  const token = t[at] ?? '';
  const anchored = anchoredDayAt(t, at, anyDayAt);
  if (anchored) return anchored;
  const named = feastAt(t, at);
  if (named) return isCause(t, at) ? undefined : named;
  if (isWeekday(token)) return weekdayAt(t, at);
  const found = relativeDayAt(t, at);
  if (found) return described(t, found);
  const span = relativeSpanAt(t, at);
  if (span) return span;
  const week = againAt(t, at) ?? weekOfAt(t, at) ?? nthWeekdayAt(t, at) ?? weekAt(t, at);
  if (week) return { at, end: week.end, spec: week.spec };
  const shift = monthShiftAt(t, at);
  if (shift) return { at, end: shift.end, spec: { type: 'monthShift', months: shift.months } };
  const last = numberedDayAt(t, at) ?? vagueAt(t, at);
  return last?.spec.type === 'afterHolidays' && isCause(t, at) ? undefined : last;
}

/** "Por el día del niño", "por lo del puente": why something is not possible, and no day for it. */
const isCause = (t: readonly WhenToken[], at: number): boolean =>
  (t[at - 1] === 'el' && t[at - 2] === 'por') || (t[at - 1] === 'del' && t[at - 2] === 'lo' && t[at - 3] === 'por');

/** "Hoy lunes", "mañana 15 a las 10": the day by another name. */
function described(t: readonly WhenToken[], found: DayMention): DayMention {
  if (found.spec.type !== 'offset') return found;
  const i = t[found.end] === ',' ? found.end + 1 : found.end;
  const weekday = isWeekday(t[i]) && !isWeekday(t[i + 1]) && t[i + 1] !== 'en' ? Number(t[i]?.slice(1)) : undefined;
  const from = weekday === undefined ? found.end : i + 1;
  const spec = { ...found.spec, ...(weekday === undefined || i > found.end ? {} : { weekday }) };
  const end = spec.weekday === undefined ? found.end : i + 1;
  const place = t[from] === 'dia' ? from + 1 : from;
  const hourFollows =
    (t[place + 1] === 'a' && (t[place + 2] === 'las' || t[place + 2] === 'la')) ||
    isMonth(t[place + 1]) ||
    (t[place + 1] === 'de' && isMonth(t[place + 2]));
  const numbered =
    end === from &&
    isNumber(t[place]) &&
    (t[place] ?? '').length <= 2 &&
    Number(t[place]) <= 31 &&
    (hourFollows || (Number(t[place]) > 12 && !isTimeTail(t, place + 1)));
  if (!numbered) return { ...found, end, spec };
  const month = isMonth(t[place + 1]) ? place + 2 : t[place + 1] === 'de' && isMonth(t[place + 2]) ? place + 3 : place + 1;
  return { ...found, end: month, spec: { ...spec, number: Number(t[place]) } };
}

/** "O el de la otra semana", "este no, el que sigue": the weekday was named before. */
function againAt(t: readonly WhenToken[], at: number): { spec: DaySpec; end: number } | undefined {
  const named = t.slice(0, at).findLastIndex(isWeekday);
  const before = t[named];
  // "El miércoles de esta no, de la otra".
  const ofOther = t[at] === 'de' && t[at + 1] === 'la' && t[named + 1] === 'de' && t[named + 2] === 'esta';
  if ((t[at] !== 'el' && !ofOther) || before === undefined) return undefined;
  const weekday = Number(before.slice(1));
  const week = t[at] === 'de' ? weekAt(t, at) : t[at + 1] === 'de' ? weekAt(t, at + 1) : undefined;
  if (week?.spec.type === 'week')
    return { spec: { type: 'weekday', weekday, mode: 'bare', plus: 0, week: week.spec.weeks }, end: week.end };
  if (t[at] === 'de') return undefined;
  const next =
    t[at + 1] === 'proximo' || t[at + 1] === 'otro' ? at + 2 : t[at + 1] === 'que' && comings.has(t[at + 2] ?? '') ? at + 3 : 0;
  if (next === 0 || !endsThere(t, next)) return undefined;
  return { spec: { type: 'weekday', weekday, mode: 'bare', plus: 7 }, end: next };
}

/** "El 4, 5 o 6": numbers in a row after the first, which was said as a day. */
function isListed(t: readonly WhenToken[], at: number): boolean {
  const separator = (i: number): boolean => t[i] === ',' || t[i] === 'o' || t[i] === 'y';
  let first = at;
  while (separator(first - 1) && isNumber(t[first - 2]) && Number(t[first - 2]) < Number(t[first])) first -= 2;
  let last = at;
  while (separator(last + 1) && isNumber(t[last + 2]) && Number(t[last]) < Number(t[last + 2])) last += 2;
  const named = t[first - 1] === 'el' || t[first - 1] === 'dia' || t[first - 1] === 'los';
  return first < at && named && last - first >= 4 && t[last - 1] !== ',' && !isTimeTail(t, last + 1);
}

function numberedDayAt(t: readonly WhenToken[], at: number): DayMention | undefined {
  const token = t[at] ?? '';
  const full = t[at - 1] === 'las' ? undefined : monthDayAt(t, at);
  if (full && !(token === 'primero' && full.spec.type !== 'number')) return full;
  if (isMonth(token) && isNumber(t[at + 1]) && Number(t[at + 1]) <= 31 && (t[at + 1] ?? '').length <= 2 && !isTimeTail(t, at + 2))
    return { at, end: at + 2, spec: { type: 'number', day: Number(t[at + 1]), month: Number(token.slice(1)) } };
  const article =
    isListed(t, at) ||
    (Number(token) > 12 && (at === 0 || t[at - 1] === '|') && t[at + 1] === 'a' && (t[at + 2] === 'las' || t[at + 2] === 'la')) ||
    t[at - 1] === 'el' ||
    t[at - 1] === 'mero' ||
    t[at - 1] === 'dia' ||
    t[at - 1] === 'al' ||
    (t[at - 1] === 'del' && t[at - 2] !== 'antes') ||
    (t[at - 1] === 'o' && (t[at - 2] ?? '').length <= 2 && isNumber(t[at - 2]) && t[at - 3] === 'el');
  if (!article) return undefined;
  if (token === 'primero' && t[at + 1] !== 'horas' && t[at + 1] !== 'dios' && t[at + 1] !== 'que')
    return { at, end: at + 1, spec: { type: 'number', day: 1 } };
  const number = isNumber(token) && token.length <= 2 && !isTimeTail(t, at + 1) && t[at + 1] !== '/';
  return number ? { at, end: at + 1, spec: { type: 'number', day: Number(token) } } : undefined;
}
