// Finds the days in a tokenised phrase: "pasado mañana", "de lunes en ocho", "martes 3 de marzo", "el día del niño".
import { monthDayAt } from './when-month-days.ts';
import { feastAt, vagueAt } from './when-named-days.ts';
import { relativeDayAt, relativeSpanAt } from './when-relative-days.ts';
import { isMonth, isNumber, isSign, isWeekday, type WhenToken } from './when-tokens.ts';
import { monthShiftAt, nthWeekdayAt, weekAt, weekOfAt } from './when-week.ts';

export type WeekdayMode = 'bare' | 'this' | 'next' | 'last';
export type DaySpec =
  /** `weekday` and `number`: said of that day too. */
  | { type: 'offset'; days: number; weekday?: number; number?: number }
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
  | { type: 'nth'; nth: number; weekday: number; month?: number; shift?: number }
  /** Days from Easter Sunday; `week` is Holy Week itself. */
  | { type: 'easter'; days: number; week?: boolean }
  | { type: 'week'; weeks: number; portion?: 'start' | 'middle' | 'end' }
  | { type: 'weekOf'; day: number; month: number | undefined }
  | { type: 'monthShift'; months: number }
  | { type: 'weekend' }
  | { type: 'monthEnd'; vague: boolean }
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
const comings = new Set(['viene', 'entra', 'sigue']);

/** "antes del viernes", "de aquí al viernes", "después del puente": a limit, or what comes before the day. */
function limits(t: readonly WhenToken[], at: number): { loose?: boolean; after?: boolean } {
  if (t[at - 1] === 'ultimo') return { loose: true };
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
  if (of && lead === 'partir') return { loose: true };
  if (endings.has(lead ?? '') && (of || lead !== 'saliendo')) return { after: true };
  return t[i] === 'al' && (t[i - 1] === 'aqui' || t[i - 1] === 'hoy') ? { loose: true } : {};
}

function isTimeTail(t: readonly WhenToken[], i: number): boolean {
  const next = t[i];
  if ((next === ':' || next === '.') && isNumber(t[i + 1])) return true;
  if (next === 'am' || next === 'pm' || next === 'horas' || next === 'minutos') return true;
  if (next === 'y' || next === 'con')
    return t[i + 1] === 'media' || t[i + 1] === 'cuarto' || (isNumber(t[i + 1]) && isMinutes(t, i + 1));
  if (isNumber(next) && isMinutes(t, i)) return true;
  if (next === 'en' && t[i + 1] === 'punto') return true;
  if (next === 'para' && (t[i + 1] === 'las' || t[i + 1] === 'la')) return true;
  if (next === 'del' && (t[i + 1] === 'dia' || t[i + 1] === 'mediodia' || t[i + 1] === 'medio')) return true;
  if (next === 'a' && isNumber(t[i + 1]) && isHourSpan(t, i)) return true;
  if ((next === 'o' || next === 'a' || next === '-') && isNumber(t[i + 1]))
    return (
      t[i + 2] === 'am' ||
      t[i + 2] === 'pm' ||
      t[i + 2] === 'horas' ||
      t[i + 2] === ':' ||
      (t[i + 2] === 'de' && t[i + 3] === 'la')
    );
  return next === 'de' && t[i + 1] === 'la';
}

/** "Martes 9 a 10". */
const isHourSpan = (t: readonly WhenToken[], i: number): boolean =>
  endsThere(t, i + 2) && Number(t[i + 1]) <= 18 && Number(t[i - 1]) <= 18 && (Number(t[i + 1]) - Number(t[i - 1]) + 12) % 12 <= 3;

/** "9 30", "10 y 20": but in "20 10" the first is no hour. */
const isMinutes = (t: readonly WhenToken[], i: number): boolean =>
  t[i]?.length === 2 &&
  Number(t[i]) % 5 === 0 &&
  Number(t[i]) <= 55 &&
  Number(t[i - 1] === 'y' || t[i - 1] === 'con' ? t[i - 2] : t[i - 1]) <= 19 &&
  !['am', 'pm', ':', 'horas'].includes(t[i + 1] ?? '') &&
  !(t[i + 1] === 'de' && isMonth(t[i + 2]));

function modeOf(t: readonly WhenToken[], at: number): { mode: WeekdayMode; end: number; plus: number } {
  const before = t[at - 1];
  const mode: WeekdayMode =
    before === 'proximo' || before === 'otro' ? 'next' : before === 'pasado' ? 'last' : before === 'este' ? 'this' : 'bare';
  const end = at + 1;
  const [next, third] = [t[end], t[end + 1]];
  if ((next === 'proximo' || next === 'entra') && third !== 'semana') return { mode: 'next', end: end + 1, plus: 0 };
  if (next === 'pasado' && third !== 'manana') return { mode: 'last', end: end + 1, plus: 0 };
  if (next === 'antepasado') return { mode: 'last', end: end + 1, plus: -7 };
  if (next === 'que' && third === 'paso') return { mode: 'last', end: end + 2, plus: 0 };
  if (next === 'que' && comings.has(third ?? '')) {
    const more = inEight(t, end + 2);
    return { mode: 'next', end: more.end, plus: more.days };
  }
  const more = inEight(t, end);
  return more.days > 0 ? { mode: 'next', end: more.end, plus: more.days } : { mode, end, plus: 0 };
}

function inEight(t: readonly WhenToken[], i: number): { days: number; end: number } {
  const counted = t[i] === 'en' && (t[i + 1] === '8' || t[i + 1] === '15') && t[i + 2] !== 'minutos' && t[i + 2] !== ':';
  if (!counted) return { days: 0, end: i };
  return { days: t[i + 1] === '8' ? 7 : 14, end: t[i + 2] === 'dia' ? i + 3 : i + 2 };
}

function weekdayAt(t: readonly WhenToken[], at: number): DayMention {
  const weekday = Number((t[at] ?? '@1').slice(1));
  // "el segundo lunes de diciembre" was read as a whole; "el lunes festivo" is no nearest weekday, so no day at all.
  const counted = ['primero', 'segundo', 'tercer', 'penultimo'].includes(t[at - 1] ?? '');
  const ofMonth = t[at + 1] === 'de' && isMonth(t[at + 2]);
  if (counted || ofMonth || t[at + 1] === 'festivo' || t[at + 1] === 'feriado')
    return { at, end: at + 1, spec: { type: 'monthShift', months: 0 } };
  if ((t[at + 1] === 'del' || t[at + 1] === 'de') && t[at + 2] === 'puente')
    return { at, end: at + 3, spec: { type: 'holiday', weekday } };
  if (t[at + 1] === '5' && t[at + 2] === 'santo')
    return { at, end: at + 1, spec: { type: 'weekday', weekday, mode: 'bare', plus: 0 } };
  const { mode, end: from, plus } = modeOf(t, at);
  const end = t[from] === 'dia' && t[from + 1] === 'dia' ? from + 1 : from;
  const dated = mode !== 'last' && plus === 0 ? numberAfterWeekday(t, end) : undefined;
  if (dated) return { at, end: dated.end, spec: { ...dated.spec, weekday } };
  return { at, end, spec: { type: 'weekday', weekday, mode, plus } };
}

const closesNumber = new Set([
  'a',
  'en',
  'por',
  'como',
  'tipo',
  'de',
  'del',
  'al',
  'gracias',
  'porfa',
  'o',
  'y',
  'para',
  'si',
  'no',
  'pero',
  'mejor',
  'esta',
  'ya',
  'maestra',
  'miss',
  'me',
  'puedo',
  'puede',
  'eso',
  'las',
  'temprano',
  'seria',
  'con',
  'mediodia',
  'medio',
  'cuando',
  'despues',
  'porque',
  'aprox',
  'sobre',
  'hay',
  'le',
  'que',
  'tempranito',
  'entre',
  'perdon',
  'digo',
  'verdad',
]);

function numberAfterWeekday(
  t: readonly WhenToken[],
  end: number,
): { end: number; spec: DaySpec & { type: 'number' } } | undefined {
  let i = end;
  if (t[i] === ',') i++;
  const from = i;
  while (t[i] === 'el' || t[i] === 'dia') i++;
  const article = i > from;
  const full = monthDayAt(t, i);
  if (full && full.spec.type === 'number') return { end: full.end, spec: full.spec };
  if (t[i] === 'primero' && t[i + 1] !== 'horas' && t[i + 1] !== 'que' && t[i + 1] !== 'dios')
    return { end: i + 1, spec: { type: 'number', day: 1 } };
  if (!isNumber(t[i]) || (t[i] ?? '').length > 2 || isTimeTail(t, i + 1) || t[i + 1] === '-') return undefined;
  const after = t[i + 1];
  // "viernes 28 9:30": the second number is the hour.
  const hourAfter =
    isNumber(after) && ([':', 'am', 'pm', 'horas'].includes(t[i + 2] ?? '') || (t[i + 2] === 'y' && t[i + 3] === 'media'));
  const closes = after === undefined || isSign(after) || closesNumber.has(after) || isWeekday(after) || hourAfter;
  return closes ? { end: i + 1, spec: { type: 'number', day: Number(t[i]), bare: !article && !hourAfter } } : undefined;
}

export function dayAt(t: readonly WhenToken[], at: number): DayMention | undefined {
  const found = anyDayAt(t, at);
  if (!found || found.spec.type === 'part' || found.spec.type === 'soon') return found;
  if (found.spec.type === 'afterHolidays') return limits(t, found.at).after ? { ...found, after: true } : found;
  const limit =
    found.spec.type === 'offset' && t[at] !== 'hoy' && !isNumber(t[at]) && t[at] !== 'manana' ? {} : limits(t, found.at);
  return { ...found, ...limit };
}

function anyDayAt(t: readonly WhenToken[], at: number): DayMention | undefined {
  const token = t[at] ?? '';
  const named = feastAt(t, at);
  if (named) return named;
  if (isWeekday(token)) return weekdayAt(t, at);
  const found = relativeDayAt(t, at);
  if (found) return described(t, found);
  const span = relativeSpanAt(t, at);
  if (span) return span;
  const week = againAt(t, at) ?? weekOfAt(t, at) ?? nthWeekdayAt(t, at) ?? weekAt(t, at);
  if (week) return { at, end: week.end, spec: week.spec };
  const shift = monthShiftAt(t, at);
  if (shift) return { at, end: shift.end, spec: { type: 'monthShift', months: shift.months } };
  return numberedDayAt(t, at) ?? vagueAt(t, at);
}

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
    (hourFollows || (Number(t[place]) > 18 && !isTimeTail(t, place + 1)));
  if (!numbered) return { ...found, end, spec };
  const month = isMonth(t[place + 1]) ? place + 2 : t[place + 1] === 'de' && isMonth(t[place + 2]) ? place + 3 : place + 1;
  return { ...found, end: month, spec: { ...spec, number: Number(t[place]) } };
}

/** "O el de la otra semana", "este no, el que sigue": the weekday was named before. */
function againAt(t: readonly WhenToken[], at: number): { spec: DaySpec; end: number } | undefined {
  if (t[at] !== 'el') return undefined;
  const before = t.slice(0, at).findLast(isWeekday);
  if (before === undefined) return undefined;
  const weekday = Number(before.slice(1));
  const week = t[at + 1] === 'de' ? weekAt(t, at + 1) : undefined;
  if (week?.spec.type === 'week')
    return { spec: { type: 'weekday', weekday, mode: 'bare', plus: 0, week: week.spec.weeks }, end: week.end };
  const next =
    t[at + 1] === 'proximo' || t[at + 1] === 'otro' ? at + 2 : t[at + 1] === 'que' && comings.has(t[at + 2] ?? '') ? at + 3 : 0;
  if (next === 0 || !endsThere(t, next)) return undefined;
  return { spec: { type: 'weekday', weekday, mode: 'bare', plus: 7 }, end: next };
}

const endsThere = (t: readonly WhenToken[], i: number): boolean =>
  t[i] === undefined || isSign(t[i]) || ['a', 'como', 'tipo', 'porfa', 'si', 'mejor', 'por', 'en'].includes(t[i] ?? '');

function numberedDayAt(t: readonly WhenToken[], at: number): DayMention | undefined {
  const token = t[at] ?? '';
  const full = t[at - 1] === 'las' ? undefined : monthDayAt(t, at);
  if (full && !(token === 'primero' && full.spec.type !== 'number')) return full;
  if (isMonth(token) && isNumber(t[at + 1]) && Number(t[at + 1]) <= 31 && (t[at + 1] ?? '').length <= 2 && !isTimeTail(t, at + 2))
    return { at, end: at + 2, spec: { type: 'number', day: Number(t[at + 1]), month: Number(token.slice(1)) } };
  const article =
    t[at - 1] === 'el' ||
    t[at - 1] === 'mero' ||
    t[at - 1] === 'dia' ||
    t[at - 1] === 'al' ||
    (t[at - 1] === 'del' && t[at - 2] !== 'antes') ||
    (t[at - 1] === 'o' && (t[at - 2] ?? '').length <= 2 && isNumber(t[at - 2]) && t[at - 3] === 'el');
  if (!article) return undefined;
  if (token === 'primero' && t[at + 1] !== 'horas') return { at, end: at + 1, spec: { type: 'number', day: 1 } };
  const number = isNumber(token) && token.length <= 2 && !isTimeTail(t, at + 1) && t[at + 1] !== '/';
  return number ? { at, end: at + 1, spec: { type: 'number', day: Number(token) } } : undefined;
}
