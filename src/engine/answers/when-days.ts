// Finds the days in a tokenised phrase: "pasado mañana", "de lunes en ocho", "martes 3 de marzo", "el día del niño".

import { feastAt, vagueAt } from './when-named-days.ts';
import { relativeDayAt, relativeSpanAt } from './when-relative-days.ts';
import { isNumber, isSign, type WhenToken } from './when-tokens.ts';

export type DaySpec =
  | { type: 'offset'; days: number }
  | { type: 'months'; months: number }
  | { type: 'minutes'; minutes: number }
  | { type: 'weekday'; weekday: number; mode: 'bare' | 'this' | 'next' | 'last'; plus: number }
  | { type: 'number'; day: number; month?: number; year?: number; weekday?: number; bare?: boolean }
  | { type: 'week'; weeks: number }
  | { type: 'monthShift'; months: number }
  | { type: 'weekend' }
  | { type: 'monthEnd'; vague: boolean }
  | { type: 'yearEnd' }
  | { type: 'halfMonth' }
  | { type: 'afterHolidays' }
  | { type: 'soon' }
  | { type: 'part' };

export interface DayMention {
  at: number;
  end: number;
  spec: DaySpec;
  loose?: boolean;
}

const fillers = new Set(['el', 'la', 'este', 'esta', 'proximo', 'dia', 'los', 'las']);
const months = (token: string | undefined): number | undefined => (token?.startsWith('#') ? Number(token.slice(1)) : undefined);

/** "antes del viernes", "de aquí al viernes": a limit, not the day. */
function looseBefore(t: readonly WhenToken[], at: number): boolean {
  if (t[at - 1] === 'ultimo') return true;
  if (t.slice(Math.max(0, at - 3), at).includes('tardar')) return true;
  let i = at - 1;
  while (i >= 0 && i > at - 4 && fillers.has(t[i] ?? '')) {
    if (t[i] === 'los' || t[i] === 'las') return true;
    i--;
  }
  if (t[i] === 'cada' || t[i] === 'todos') return true;
  if ((t[i] === 'de' || t[i] === 'del') && (t[i - 1] === 'antes' || t[i - 1] === 'despues')) return true;
  return t[i] === 'al' && t[i - 1] === 'aqui';
}

function weekAt(t: readonly WhenToken[], at: number): { weeks: number; end: number } | undefined {
  let i = at;
  if (t[i] === 'de') i++;
  if (t[i] === 'la' || t[i] === 'las') i++;
  const lead = t[i];
  if ((lead === 'proximo' || lead === 'otro') && t[i + 1] === 'semana') return { weeks: 1, end: i + 2 };
  if (lead === 'esta' && t[i + 1] === 'semana') return { weeks: 0, end: i + 2 };
  if (lead === 'fin') return undefined;
  if (lead !== 'semana') return undefined;
  if (t[i + 1] === 'proximo') return { weeks: 1, end: i + 2 };
  if (t[i + 1] === 'pasado') return { weeks: -1, end: i + 2 };
  if (t[i + 1] === 'que' && ['viene', 'entra', 'sigue'].includes(t[i + 2] ?? '')) return { weeks: 1, end: i + 3 };
  return t[i + 1] === 'que' && t[i + 2] === 'paso' ? { weeks: -1, end: i + 3 } : undefined;
}

function monthShiftAt(t: readonly WhenToken[], at: number): { months: number; end: number } | undefined {
  let i = at;
  if (t[i] === 'del' || t[i] === 'de' || t[i] === 'en') i++;
  if (t[i] === 'el') i++;
  if ((t[i] === 'proximo' || t[i] === 'otro') && t[i + 1] === 'mes') return { months: 1, end: i + 2 };
  if (t[i] === 'este' && t[i + 1] === 'mes') return { months: 0, end: i + 2 };
  if (t[i] !== 'mes') return undefined;
  if (t[i + 1] === 'proximo') return { months: 1, end: i + 2 };
  if (t[i + 1] === 'pasado') return { months: -1, end: i + 2 };
  return t[i + 1] === 'que' && ['viene', 'entra', 'sigue'].includes(t[i + 2] ?? '') ? { months: 1, end: i + 3 } : undefined;
}

function yearAt(t: readonly WhenToken[], i: number): { year?: number; end: number } {
  const at = t[i] === 'de' || t[i] === 'del' ? i + 1 : i;
  return t[at]?.length === 4 && isNumber(t[at]) ? { year: Number(t[at]), end: at + 1 } : { end: i };
}

/** A day number with its month, in any of its spellings. */
function monthDayAt(t: readonly WhenToken[], i: number): DayMention | undefined {
  const day = t[i] === 'primero' ? 1 : Number(t[i]);
  if (t[i] !== 'primero' && !isNumber(t[i])) return undefined;
  if (t[i]?.length === 4 && t[i + 1] === '-' && isNumber(t[i + 2]) && t[i + 3] === '-' && isNumber(t[i + 4])) {
    return { at: i, end: i + 5, spec: { type: 'number', year: day, month: Number(t[i + 2]), day: Number(t[i + 4]) } };
  }
  if ((t[i] ?? '').length > 2 && t[i] !== 'primero') return undefined;
  const sign = t[i + 1] === '/' || t[i + 1] === '-' || t[i + 1] === '.' ? t[i + 1] : undefined;
  const named =
    months(t[i + 1]) !== undefined
      ? i + 1
      : (sign || t[i + 1] === 'de' || t[i + 1] === 'del') && months(t[i + 2]) !== undefined
        ? i + 2
        : undefined;
  if (named !== undefined) {
    const dashed = t[named + 1] === '/' || t[named + 1] === '-' ? yearAt(t, named + 2) : yearAt(t, named + 1);
    return {
      at: i,
      end: dashed.year ? dashed.end : named + 1,
      spec: { type: 'number', day, month: months(t[named]), year: dashed.year },
    };
  }
  if (!sign || !isNumber(t[i + 2]) || (t[i + 2] ?? '').length > 2) return undefined;
  const third = t[i + 3] === sign && isNumber(t[i + 4]) ? (t[i + 4] ?? '') : '';
  if (sign === '.' && third.length < 2) return undefined;
  const year = third.length === 4 ? Number(third) : third.length === 2 ? 2000 + Number(third) : undefined;
  return { at: i, end: year === undefined ? i + 3 : i + 5, spec: { type: 'number', day, month: Number(t[i + 2]), year } };
}

function isTimeTail(t: readonly WhenToken[], i: number): boolean {
  const next = t[i];
  if (next === ':' && isNumber(t[i + 1])) return true;
  if (next === 'am' || next === 'pm' || next === 'horas' || next === 'minutos') return true;
  if (next === 'y') return t[i + 1] === 'media' || t[i + 1] === 'cuarto';
  return (next === 'de' || next === 'en') && t[i + 1] === 'la' && next === 'de';
}

function weekdayAt(t: readonly WhenToken[], at: number): DayMention {
  const weekday = Number((t[at] ?? '@1').slice(1));
  // "el segundo lunes de diciembre", "el lunes festivo": no nearest weekday, so no day at all.
  const counted = ['primero', 'segundo', 'tercer', 'tercero', 'penultimo'].includes(t[at - 1] ?? '');
  const ofMonth = t[at + 1] === 'de' && months(t[at + 2]) !== undefined;
  if (counted || ofMonth || t[at + 1] === 'festivo' || t[at + 1] === 'feriado')
    return { at, end: at + 1, spec: { type: 'monthShift', months: 0 } };
  const before = t[at - 1];
  let mode: 'bare' | 'this' | 'next' | 'last' =
    before === 'proximo' || before === 'otro' ? 'next' : before === 'pasado' ? 'last' : before === 'este' ? 'this' : 'bare';
  let end = at + 1;
  let plus = 0;
  if (t[end] === 'proximo' && t[end + 1] !== 'semana') [mode, end] = ['next', end + 1];
  else if (t[end] === 'pasado' && t[end + 1] !== 'manana') [mode, end] = ['last', end + 1];
  else if (t[end] === 'antepasado') [mode, end, plus] = ['last', end + 1, -7];
  else if (t[end] === 'que' && t[end + 1] === 'paso') [mode, end] = ['last', end + 2];
  else if (t[end] === 'que' && ['viene', 'entra', 'sigue'].includes(t[end + 1] ?? '')) [mode, end] = ['next', end + 2];
  else if (t[end] === 'en' && (t[end + 1] === '8' || t[end + 1] === '15'))
    [mode, plus, end] = ['next', t[end + 1] === '8' ? 7 : 14, end + 2];
  if (t[end] === 'dia' && t[end + 1] === 'dia') end++;
  const dated = mode === 'bare' || mode === 'this' || mode === 'next' ? numberAfterWeekday(t, end) : undefined;
  if (dated) return { at, end: dated.end, spec: { ...dated.spec, weekday } };
  return { at, end, spec: { type: 'weekday', weekday, mode, plus } };
}

function numberAfterWeekday(
  t: readonly WhenToken[],
  end: number,
): { end: number; spec: DaySpec & { type: 'number' } } | undefined {
  let i = end;
  if (t[i] === ',') i++;
  const article = t[i] === 'el' || t[i] === 'dia' || (t[i] === 'el' && t[i + 1] === 'dia');
  while (t[i] === 'el' || t[i] === 'dia') i++;
  const full = monthDayAt(t, i);
  if (full && full.spec.type === 'number') return { end: full.end, spec: full.spec };
  if (!isNumber(t[i]) || (t[i] ?? '').length > 2 || isTimeTail(t, i + 1) || t[i + 1] === '-') return undefined;
  const after = t[i + 1];
  const closes =
    after === undefined ||
    isSign(after) ||
    ['a', 'en', 'por', 'como', 'tipo', 'de', 'del', 'al', 'gracias', 'porfa', 'o'].includes(after);
  return closes ? { end: i + 1, spec: { type: 'number', day: Number(t[i]), bare: !article } } : undefined;
}

export function dayAt(t: readonly WhenToken[], at: number): DayMention | undefined {
  const found = anyDayAt(t, at);
  return found && looseBefore(t, found.at) && found.spec.type !== 'afterHolidays' ? { ...found, loose: true } : found;
}

function anyDayAt(t: readonly WhenToken[], at: number): DayMention | undefined {
  const token = t[at] ?? '';
  if (token.startsWith('@')) return weekdayAt(t, at);
  const feast = feastAt(t, at) ?? relativeDayAt(t, at) ?? relativeSpanAt(t, at);
  if (feast) return feast;
  const week = weekAt(t, at);
  if (week) return { at, end: week.end, spec: { type: 'week', weeks: week.weeks } };
  const shift = monthShiftAt(t, at);
  if (shift) return { at, end: shift.end, spec: { type: 'monthShift', months: shift.months } };
  const full = t[at - 1] === 'las' ? undefined : monthDayAt(t, at);
  if (full && !(token === 'primero' && full.spec.type !== 'number')) return full;
  const month = months(token);
  if (month !== undefined && isNumber(t[at + 1]) && Number(t[at + 1]) <= 31 && !isTimeTail(t, at + 2)) {
    return { at, end: at + 2, spec: { type: 'number', day: Number(t[at + 1]), month } };
  }
  const article =
    t[at - 1] === 'el' || t[at - 1] === 'dia' || t[at - 1] === 'al' || (t[at - 1] === 'del' && t[at - 2] !== 'antes');
  if (article && token === 'primero' && t[at + 1] !== 'horas') return { at, end: at + 1, spec: { type: 'number', day: 1 } };
  if (article && isNumber(token) && token.length <= 2 && !isTimeTail(t, at + 1) && t[at + 1] !== '/')
    return { at, end: at + 1, spec: { type: 'number', day: Number(token) } };
  return vagueAt(t, at);
}
