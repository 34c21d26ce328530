// Finds a weekday with what is said of it: "el próximo lunes", "jueves en ocho", "martes 3 de marzo".
import type { DayMention, DaySpec, WeekdayMode } from './when-days.ts';
import { impliedMinutes } from './when-hour-ranges.ts';
import { monthDayAt } from './when-month-days.ts';
import { isMonth, isNumber, isSign, isWeekday, type WhenToken } from './when-tokens.ts';

export const comings = new Set(['viene', 'entra', 'sigue']);
export const endsThere = (t: readonly WhenToken[], i: number): boolean =>
  t[i] === undefined || isSign(t[i]) || ['a', 'como', 'tipo', 'porfa', 'si', 'mejor', 'por', 'en'].includes(t[i] ?? '');

export function isTimeTail(t: readonly WhenToken[], i: number): boolean {
  const next = t[i];
  if ((next === ':' || next === '.') && isNumber(t[i + 1])) return true;
  if (next === 'horas' && isNumber(t[i + 1]) && t[i + 2] === ':') return false;
  if (next === 'am' || next === 'pm' || next === 'horas' || next === 'minutos') return true;
  if (next === 'y' || next === 'con')
    return t[i + 1] === 'media' || t[i + 1] === 'cuarto' || (isNumber(t[i + 1]) && isMinutes(t, i + 1));
  if (isNumber(next) && isMinutes(t, i)) return true;
  if (next === 'en' && t[i + 1] === 'punto') return true;
  if (next === 'para' && (t[i + 1] === 'las' || t[i + 1] === 'la')) return isNumber(t[i + 2]);
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
  endsThere(t, i + 2 + Number(impliedMinutes(t, i + 2) !== undefined)) &&
  Number(t[i + 1]) <= 18 &&
  Number(t[i - 1]) <= 18 &&
  (Number(t[i + 1]) - Number(t[i - 1]) + 12) % 12 <= 3;

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

export function weekdayAt(t: readonly WhenToken[], at: number): DayMention {
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
  // "No el jueves, el 12": another day.
  const another = t[end] === ',' && t.slice(Math.max(0, at - 8), at).includes('no');
  const dated = mode !== 'last' && plus === 0 && !another ? numberAfterWeekday(t, end) : undefined;
  if (dated) return { at, end: dated.end, spec: { ...dated.spec, weekday } };
  return { at, end, spec: { type: 'weekday', weekday, mode, plus } };
}

const closesNumber = new Set(
  'a en por como tipo de del al gracias porfa o y para si no pero mejor esta ya maestra miss me puedo puede eso las temprano seria con mediodia medio cuando despues porque aprox sobre hay le que tempranito entre perdon digo verdad mas faltando cuarto bueno sale ok va entonces primero nos este pues sin segun'.split(
    ' ',
  ),
);

function numberAfterWeekday(
  t: readonly WhenToken[],
  end: number,
): { end: number; spec: DaySpec & { type: 'number' } } | undefined {
  let i = end;
  if (t[i] === ',') i++;
  // "El viernes, que es 4".
  if (t[i] === 'que' && (t[i + 1] === 'es' || t[i + 1] === 'cae')) i += 2;
  const from = i;
  while (t[i] === 'el' || t[i] === 'dia') i++;
  const article = i > from;
  const full = monthDayAt(t, i);
  if (full && full.spec.type === 'number') return { end: full.end, spec: full.spec };
  if (t[i] === 'primero' && t[i + 1] !== 'horas' && !['que', 'dios', 'opcion', 'en', 'vez'].includes(t[i + 1] ?? ''))
    return { end: i + 1, spec: { type: 'number', day: 1 } };
  if (!isNumber(t[i]) || (t[i] ?? '').length > 2 || isTimeTail(t, i + 1) || t[i + 1] === '-') return undefined;
  const after = t[i + 1];
  // "viernes 28 9:30": the second number is the hour.
  const hourAfter =
    isNumber(after) &&
    ([':', 'am', 'pm', 'horas', 'para'].includes(t[i + 2] ?? '') || (t[i + 2] === 'y' && t[i + 3] === 'media'));
  const closes = after === undefined || isSign(after) || closesNumber.has(after) || isWeekday(after) || hourAfter;
  return closes ? { end: i + 1, spec: { type: 'number', day: Number(t[i]), bare: !article && !hourAfter } } : undefined;
}
