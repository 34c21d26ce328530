// Finds weeks, months and the places of weekdays in them: "la semana que entra", "el mes pasado", "el último viernes del mes".
import type { DaySpec } from './when-days.ts';
import { isMonth, isNumber, isSign, isWeekday, type WhenToken } from './when-tokens.ts';

const coming = new Set(['viene', 'entra', 'sigue', 'viene.']);
const ordinals: Readonly<Record<string, number>> = { primero: 1, segundo: 2, tercer: 3, cuarto: 4, ultimo: -1 };

function follows(t: readonly WhenToken[], i: number): { shift: number; end: number } | undefined {
  if (t[i] === 'proximo' || t[i] === 'entra' || t[i] === 'viene') return { shift: 1, end: i + 1 };
  if ((t[i] === 'pasado' && t[i + 1] !== 'manana') || t[i] === 'anterior') return { shift: -1, end: i + 1 };
  if (t[i] === 'antepasado') return { shift: -2, end: i + 1 };
  if (t[i] !== 'que') return undefined;
  if (coming.has(t[i + 1] ?? '')) return { shift: 1, end: i + 2 };
  return t[i + 1] === 'paso' ? { shift: -1, end: i + 2 } : undefined;
}

/** The part of a week that is named: "a principios de", "a media", "a finales de". */
function portionBefore(t: readonly WhenToken[], at: number): 'start' | 'middle' | 'end' | undefined {
  const lead = t.slice(Math.max(0, at - 4), at);
  if (lead.some((word) => /^(?:principios?|inicios?|empezando|iniciando|comenzando)$/.test(word))) return 'start';
  if (lead.some((word) => word === 'mediados' || word === 'media' || word === 'medio')) return 'middle';
  return lead.includes('finales') || lead.at(-2) === 'fin' || lead.at(-1) === 'fin' ? 'end' : undefined;
}

export function weekAt(t: readonly WhenToken[], at: number): { spec: DaySpec; end: number } | undefined {
  let i = at;
  if (t[i] === 'de' || t[i] === 'en' || t[i] === 'a' || t[i] === 'para') i++;
  const article = t[i] === 'la';
  if (t[i] === 'la' || t[i] === 'las') i++;
  const portion = portionBefore(t, at);
  const week = (weeks: number, end: number): { spec: DaySpec; end: number } => ({
    spec: { type: 'week', weeks, ...(portion ? { portion } : {}) },
    end,
  });
  const lead = t[i];
  if ((lead === 'proximo' || lead === 'otro') && t[i + 1] === 'semana') return week(1, i + 2);
  if ((lead === 'pasado' || lead === 'anterior') && t[i + 1] === 'semana') return week(-1, i + 2);
  if (lead === 'esta' && t[i + 1] === 'semana') {
    // "Esta semana que viene" is the next one.
    const next = follows(t, i + 2);
    return next ? week(next.shift, next.end) : week(0, i + 2);
  }
  if (lead === 'misma' && t[i + 1] === 'semana') return week(0, i + 2);
  // "Esta semana no, la otra": the noun was said before.
  if (article && (lead === 'otro' || lead === 'proximo') && t[at - 1] !== 'con' && t[at - 1] !== 'a' && elliptic(t, i + 1))
    return { spec: { type: 'week', weeks: 1, other: true }, end: i + 1 };
  if (article && lead === 'que' && coming.has(t[i + 1] ?? '') && elliptic(t, i + 2)) return week(1, i + 2);
  if (lead !== 'semana') return undefined;
  if (t[i + 1] === 'de' && (t[i + 2] === 'el' || isNumber(t[i + 2]))) return undefined;
  const shift = follows(t, i + 1);
  if (shift) return week(shift.shift, shift.end);
  return portion && t[at - 1] !== 'fin' ? week(0, i + 1) : undefined;
}

const elliptic = (t: readonly WhenToken[], i: number): boolean =>
  t[i] === undefined ||
  isSign(t[i]) ||
  isWeekday(t[i]) ||
  ['el', 'porfa', 'mejor', 'si', 'gracias', 'a', 'como', 'tipo', 'temprano', 'mero'].includes(t[i] ?? '');

/** "La semana del 8", "la primera semana de diciembre". */
export function weekOfAt(t: readonly WhenToken[], at: number): { spec: DaySpec; end: number } | undefined {
  const nth = ordinals[t[at] ?? ''];
  if (nth !== undefined && t[at + 1] === 'semana' && (t[at + 2] === 'de' || t[at + 2] === 'del') && isMonth(t[at + 3]))
    return { spec: { type: 'weekOf', day: nth > 0 ? 7 * nth - 3 : 26, month: Number(t[at + 3]?.slice(1)) }, end: at + 4 };
  if (t[at] !== 'semana' || (t[at + 1] !== 'del' && t[at + 1] !== 'de') || t[at + 2] === 'la') return undefined;
  const i = t[at + 2] === 'el' || t[at + 2] === 'dia' ? at + 3 : at + 2;
  const from = isWeekday(t[i]) ? i + 1 : i;
  if (!isNumber(t[from]) || Number(t[from]) > 31) return undefined;
  let end = from + 1;
  if ((t[end] === 'al' || t[end] === 'a') && isNumber(t[end + 1])) end += 2;
  const month = isMonth(t[end]) ? t[end] : t[end] === 'de' && isMonth(t[end + 1]) ? t[end + 1] : undefined;
  if (month) end += t[end] === 'de' ? 2 : 1;
  return { spec: { type: 'weekOf', day: Number(t[from]), month: month ? Number(month.slice(1)) : undefined }, end };
}

export function monthShiftAt(t: readonly WhenToken[], at: number): { months: number; end: number } | undefined {
  let i = at;
  if (t[i] === 'del' || t[i] === 'de' || t[i] === 'en') i++;
  if (t[i] === 'el') i++;
  if ((t[i] === 'proximo' || t[i] === 'otro') && t[i + 1] === 'mes') return { months: 1, end: i + 2 };
  if ((t[i] === 'pasado' || t[i] === 'anterior') && t[i + 1] === 'mes') return { months: -1, end: i + 2 };
  if ((t[i] === 'este' || t[i] === 'presente') && t[i + 1] === 'mes') return { months: 0, end: i + 2 };
  if (t[i] !== 'mes') return undefined;
  const shift = follows(t, i + 1);
  return shift && { months: shift.shift, end: shift.end };
}

/** "El segundo lunes de diciembre", "el último viernes del mes": which of them, and of which month. */
export function nthWeekdayAt(t: readonly WhenToken[], at: number): { spec: DaySpec; end: number } | undefined {
  const nth = ordinals[t[at] ?? ''];
  if (nth === undefined || !isWeekday(t[at + 1])) return undefined;
  const weekday = Number(t[at + 1]?.slice(1));
  let i = at + 2;
  if (t[i] !== 'de' && t[i] !== 'del') return undefined;
  i++;
  if (t[i] === 'el' || t[i] === 'este' || t[i] === 'proximo') i = t[i] === 'proximo' && t[i + 1] !== 'mes' ? i : i;
  if (isMonth(t[i])) return { spec: { type: 'nth', nth, weekday, month: Number(t[i]?.slice(1)) }, end: i + 1 };
  const shifted = monthShiftAt(t, i);
  if (shifted) return { spec: { type: 'nth', nth, weekday, shift: shifted.months }, end: shifted.end };
  return t[i] === 'mes' ? { spec: { type: 'nth', nth, weekday, shift: 0 }, end: i + 1 } : undefined;
}
