// Finds a day number with its month, in any of its spellings: "5 de mayo", "15-jun", "2026-12-05", "3/12/26".
import type { DayMention } from './when-days.ts';
import { isMonth, isNumber, isWeekday, type WhenToken } from './when-tokens.ts';

const monthOf = (token: string | undefined): number => Number(token?.slice(1));

function yearAt(t: readonly WhenToken[], i: number): { year?: number; end: number } {
  const at = t[i] === 'de' || t[i] === 'del' ? i + 1 : i;
  return t[at]?.length === 4 && isNumber(t[at]) ? { year: Number(t[at]), end: at + 1 } : { end: i };
}

export function monthDayAt(t: readonly WhenToken[], i: number): DayMention | undefined {
  if (t[i] !== 'primero' && !isNumber(t[i])) return undefined;
  return isoDay(t, i) ?? ((t[i] ?? '').length > 2 && t[i] !== 'primero' ? undefined : (namedMonth(t, i) ?? numberedMonth(t, i)));
}

function isoDay(t: readonly WhenToken[], i: number): DayMention | undefined {
  if (t[i]?.length !== 4 || t[i + 1] !== '-' || !isNumber(t[i + 2]) || t[i + 3] !== '-' || !isNumber(t[i + 4])) return undefined;
  return { at: i, end: i + 5, spec: { type: 'number', year: Number(t[i]), month: Number(t[i + 2]), day: Number(t[i + 4]) } };
}

function namedMonth(t: readonly WhenToken[], i: number): DayMention | undefined {
  // "El día 4 del 3".
  if (t[i - 1] === 'dia' && t[i + 1] === 'del' && isNumber(t[i + 2]) && Number(t[i + 2]) <= 12 && Number(t[i + 2]) > 0)
    return { at: i, end: i + 3, spec: { type: 'number', day: Number(t[i]), month: Number(t[i + 2]) } };
  const joined = ['/', '-', '.', 'de', 'del'].includes(t[i + 1] ?? '');
  const named = isMonth(t[i + 1]) ? i + 1 : joined && isMonth(t[i + 2]) ? i + 2 : undefined;
  if (named === undefined) return undefined;
  const dashed = t[named + 1] === '/' || t[named + 1] === '-' ? yearAt(t, named + 2) : yearAt(t, named + 1);
  const day = t[i] === 'primero' ? 1 : Number(t[i]);
  return {
    at: i,
    end: dashed.year ? dashed.end : named + 1,
    spec: { type: 'number', day, month: monthOf(t[named]), year: dashed.year },
  };
}

/** "Viernes 9-10": one or two hours, and no day of a month. */
const runsOn = (from: string, to: string): boolean =>
  from[0] !== '0' && to[0] !== '0' && [1, 2].includes(Number(to) - Number(from));

function numberedMonth(t: readonly WhenToken[], i: number): DayMention | undefined {
  const sign = t[i + 1];
  if (sign !== '/' && sign !== '-' && sign !== '.') return undefined;
  if (!isNumber(t[i + 2]) || (t[i + 2] ?? '').length > 2) return undefined;
  const third = t[i + 3] === sign && isNumber(t[i + 4]) ? (t[i + 4] ?? '') : '';
  if (sign === '.' && third.length < 2) return undefined;
  // "3/4 de hora".
  if (t[i + 3] === 'de' && t[i + 4] === 'horas') return undefined;
  // "10-11 am" are hours.
  if (sign === '-' && ['am', 'pm', 'horas', ':'].includes(t[i + 3] ?? '')) return undefined;
  if (sign === '-' && (isWeekday(t[i + 3]) || (t[i + 3] === 'el' && isWeekday(t[i + 4])))) return undefined;
  if (sign === '-' && third === '' && isWeekday(t[i - 1]) && runsOn(t[i] ?? '', t[i + 2] ?? '')) return undefined;
  const year = third.length === 4 ? Number(third) : third.length === 2 ? 2000 + Number(third) : undefined;
  return {
    at: i,
    end: year === undefined ? i + 3 : i + 5,
    spec: { type: 'number', day: Number(t[i]), month: Number(t[i + 2]), year },
  };
}
