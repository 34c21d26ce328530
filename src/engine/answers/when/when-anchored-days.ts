// Finds the days counted from another one: "un día antes del día del niño", "el viernes antes del puente", "al día siguiente de Reyes".
import type { DayMention, DaySpec } from './when-days.ts';
import { isMonth, isNumber, isSign, isWeekday, type WhenToken } from './when-tokens.ts';

type Finder = (t: readonly WhenToken[], at: number) => DayMention | undefined;

const articles = new Set(['el', 'la', 'los', 'las', 'este', 'mero', 'propio']);
/** What a day may be counted from: a day that has a date of its own, and no week. */
const anchors = new Set<DaySpec['type']>(['number', 'easter', 'afterHolidays', 'weekday', 'offset']);

/** The day after "de", "del" or "a", with what stands before its name. */
function anchorAt(t: readonly WhenToken[], at: number, find: Finder): DayMention | undefined {
  let i = at;
  if (t[i] !== 'de' && t[i] !== 'del' && t[i] !== 'al' && t[i] !== 'a') return undefined;
  i++;
  while (articles.has(t[i] ?? '') && i < at + 3) i++;
  const hour = t[i - 1] === 'las' && isNumber(t[i]);
  const found = hour ? undefined : find(t, t[i] === 'dia' && isNumber(t[i + 1]) ? i + 1 : i);
  return found && anchors.has(found.spec.type) ? found : undefined;
}

/** "El viernes antes de navidad", "el lunes siguiente al día del niño": a weekday on one side of another day. */
function weekdayBeside(t: readonly WhenToken[], at: number, find: Finder): DayMention | undefined {
  const link = t[at + 1];
  const before = link === 'antes' || link === 'anterior' || link === 'previo';
  if (!before && link !== 'despues' && !(link === 'proximo' && (t[at + 2] === 'al' || t[at + 2] === 'a'))) return undefined;
  const anchor = anchorAt(t, at + 2, find);
  // "El martes antes del jueves" counts from no date.
  if (!anchor || anchor.spec.type === 'weekday') return undefined;
  const weekday = Number(t[at]?.slice(1));
  return { at, end: anchor.end, spec: { type: 'anchored', anchor: anchor.spec, weekday, days: before ? -1 : 1 } };
}

function countAt(t: readonly WhenToken[], i: number): number | undefined {
  if (t[i] === 'un' || t[i] === 'una') return 1;
  return isNumber(t[i]) && Number(t[i]) <= 15 ? Number(t[i]) : undefined;
}

/** "Un día antes de", "dos días después de", "el día después de", "al otro día de", "la víspera de". */
function countedBeside(t: readonly WhenToken[], at: number, find: Finder): DayMention | undefined {
  const anchored = (days: number, from: number): DayMention | undefined => {
    const anchor = anchorAt(t, from, find);
    return anchor && { at, end: anchor.end, spec: { type: 'anchored', anchor: anchor.spec, days } };
  };
  if (t[at] === 'visperas' || t[at] === 'vispera') return anchored(-1, at + 1);
  if (t[at] === 'otro' && t[at + 1] === 'dia') return anchored(1, at + 2);
  if (t[at] === 'dia' && t[at + 1] === 'proximo') return anchored(1, at + 2);
  const count = t[at] === 'dia' ? 1 : countAt(t, at);
  const unit = t[at] === 'dia' ? at : at + 1;
  if (count === undefined || (t[unit] !== 'dia' && t[unit] !== 'semana')) return undefined;
  const sense = t[unit + 1] === 'antes' ? -1 : t[unit + 1] === 'despues' ? 1 : 0;
  if (sense === 0) return undefined;
  const days = sense * count * (t[unit] === 'semana' ? 7 : 1);
  return anchored(days, unit + 2) ?? fromNamed(t, at, unit + 2, days, find);
}

/** "El día del maestro no, un día antes": counted from the day that was named before. */
function fromNamed(t: readonly WhenToken[], at: number, end: number, days: number, find: Finder): DayMention | undefined {
  const ends = t[end] === undefined || isSign(t[end]) || ['a', 'el', 'porfa', 'mejor', 'si'].includes(t[end] ?? '');
  if (!ends) return undefined;
  for (let k = at - 1; k >= 0; k--) {
    const found = find(t, k);
    if (found && found.end <= at && anchors.has(found.spec.type))
      return { at, end, spec: { type: 'anchored', anchor: found.spec, days } };
  }
  return undefined;
}

/** "El viernes último del mes", "el último viernes de marzo" the other way round. */
function lastOfMonth(t: readonly WhenToken[], at: number): DayMention | undefined {
  if (t[at + 1] !== 'ultimo' || (t[at + 2] !== 'del' && t[at + 2] !== 'de')) return undefined;
  const weekday = Number(t[at]?.slice(1));
  if (isMonth(t[at + 3])) return { at, end: at + 4, spec: { type: 'nth', nth: -1, weekday, month: Number(t[at + 3]?.slice(1)) } };
  return t[at + 3] === 'mes' ? { at, end: at + 4, spec: { type: 'nth', nth: -1, weekday, shift: 0 } } : undefined;
}

export function anchoredDayAt(t: readonly WhenToken[], at: number, find: Finder): DayMention | undefined {
  if (isWeekday(t[at])) return lastOfMonth(t, at) ?? weekdayBeside(t, at, find);
  return countedBeside(t, at, find);
}
