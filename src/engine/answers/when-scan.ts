// Walks once over a tokenised phrase and collects the days and hours it names, without those it takes back or denies.

import type { DayPart } from './when-day-parts.ts';
import { type DayMention, dayAt } from './when-days.ts';
import { hourRangeAt, looseHour } from './when-hour-ranges.ts';
import { type HourMention, hourAt } from './when-hours.ts';
import { isNumber, isSign, type WhenToken } from './when-tokens.ts';

export interface WhenScan {
  days: DayMention[];
  hours: HourMention[];
  part?: DayPart;
  /** The only number of a message that says nothing else. */
  bare?: number;
}

const correctionWords = new Set(['perdon', 'digo', 'mejor', 'corrijo', 'sino', 'rectifico']);
const betweenDayAndHour = new Set([',', 'como', 'a', 'tipo', 'mejor', 'es', 'seria', 'ya', 'eso', 'de', 'aprox']);
const aroundBareNumber = new Set([
  ...betweenDayAndHour,
  'el',
  'la',
  'pues',
  'perdon',
  'digo',
  'si',
  'porfa',
  'por',
  'favor',
  'gracias',
  'ok',
  'maestra',
  'miss',
  '.',
  '(',
  ')',
  'para',
  'creo',
  'que',
]);
const tomorrowPart: Readonly<Record<string, DayPart>> = {
  temprano: 'morning',
  primero: 'morning',
  manana: 'morning',
  lamanana: 'morning',
  tarde: 'afternoon',
  noche: 'night',
};

function isCorrection(t: readonly WhenToken[], i: number): boolean {
  return correctionWords.has(t[i] ?? '') || (t[i] === 'mas' && t[i + 1] === 'bien');
}

function denied(t: readonly WhenToken[], m: { at: number; end: number }): boolean {
  if (t[m.end] === 'no' && !(t[m.end + 1] === 'hay')) return true;
  for (let i = m.at - 1; i >= 0 && i > m.at - 8; i--) {
    const token = t[i] ?? '';
    if (isSign(token) || isNumber(token) || token.startsWith('@') || isCorrection(t, i)) return false;
    if (token === 'menos' || token === 'excepto' || token === 'salvo' || token === 'tampoco') return true;
    if (token === 'no') return t[i - 1] !== 'que' && t[i + 1] !== 'hay' && t[i - 1] !== 'como';
  }
  return false;
}

export function scanWhen(t: readonly WhenToken[]): WhenScan {
  const days: DayMention[] = [];
  const hours: HourMention[] = [];
  let dayEnd = -1;
  let lastCorrection = -1;
  for (let i = 0; i < t.length; ) {
    if (isCorrection(t, i)) lastCorrection = i;
    const range = hourRangeAt(t, i);
    if (range) {
      hours.push(...(range.span ? range.hours.slice(0, 1) : range.hours));
      i = range.end;
      continue;
    }
    const day = dayAt(t, i);
    if (day) {
      days.push(day);
      dayEnd = day.end;
      i = day.end;
      continue;
    }
    const afterDay = dayEnd >= 0 && t.slice(dayEnd, i).every((word) => betweenDayAndHour.has(word));
    const hour = hourAt(t, i, afterDay) ?? correctedHour(t, i, hours);
    if (hour) {
      hours.push(hour);
      i = hour.end;
      i = alternativeHour(t, i, hours);
      continue;
    }
    i++;
  }
  const kept = { days: keep(t, days, lastCorrection), hours: keep(t, hours, lastCorrection) };
  const partMention = kept.days.find((d) => d.spec.type === 'part');
  const part = partMention ? tomorrowPart[t[partMention.at] ?? ''] : undefined;
  return { ...kept, part, bare: days.length + hours.length === 0 ? bareNumber(t) : undefined };
}

/** What follows "perdón" or "mejor" replaces what was said before of the same sort. */
function keep<M extends { at: number; end: number }>(t: readonly WhenToken[], mentions: M[], correction: number): M[] {
  const left = mentions.filter((m) => !denied(t, m));
  const after = left.filter((m) => m.at > correction);
  return correction >= 0 && after.length > 0 ? after : left;
}

/** "a las 10, perdón 11". */
function correctedHour(t: readonly WhenToken[], i: number, hours: readonly HourMention[]): HourMention | undefined {
  const corrected =
    hours.length > 0 && isNumber(t[i]) && (isCorrection(t, i - 1) || (t[i - 1] === ',' && isCorrection(t, i - 2)));
  const read = corrected ? looseHour(t, i) : undefined;
  return read && (read.end >= t.length || isSign(t[read.end])) ? read : undefined;
}

/** "a las 10 u 11". */
function alternativeHour(t: readonly WhenToken[], i: number, hours: HourMention[]): number {
  if (t[i] !== 'o' || !(isNumber(t[i + 1]) || t[i + 1] === 'las' || t[i + 1] === 'a')) return i;
  const other = looseHour(t, i + 1);
  if (!other) return i;
  const first = hours.at(-1);
  if (first && !first.part && !first.exact && other.part) hours[hours.length - 1] = { ...first, part: other.part };
  hours.push(other);
  return other.end;
}

function bareNumber(t: readonly WhenToken[]): number | undefined {
  const numbers = t.filter((token) => isNumber(token));
  if (numbers.length !== 1 || t.some((token) => !isNumber(token) && !aroundBareNumber.has(token))) return undefined;
  return Number(numbers[0]);
}
