// Reads how long something took, in minutes: "hora y media", "unos 20 min", "tres cuartos de hora", "1:20 hrs".
import { numberAt } from './number-words.ts';
import { doubtful, type Reading, unclear, understood } from './reading.ts';
import { unaccented } from './text-forms.ts';

export interface DurationHit {
  at: number;
  end: number;
  minutes: number;
  /** "más de una hora", "15 o 20": to be asked. */
  open: boolean;
}

const tokenShape = /\d+|[a-z]+|[:.,/;\-\n?]/g;
const hourWords = new Set(['hora', 'horas', 'hr', 'hrs', 'h', 'hs', 'ora', 'oras', 'horita']);
const minuteWords = new Set(['min', 'mins', 'minuto', 'minutos', 'm', 'minutitos', 'minitos', 'mnts']);
const openers = new Set(['menos', 'mas', 'arriba', 'minimo', 'maximo', 'apenas']);
const fillers = new Set([
  'como',
  'unos',
  'unas',
  'fueron',
  'fue',
  'duro',
  'aprox',
  'aproximadamente',
  'casi',
  'de',
  'a',
  'o',
  'y',
  'la',
  'el',
  'entre',
  'en',
  'por',
  'ahi',
  'eran',
  'total',
  'tardamos',
  'duramos',
  'dure',
  'solo',
  'solamente',
  'nomas',
  'pues',
  'maestra',
  'gracias',
  'porfa',
  'creo',
  'que',
  'eso',
  'mas',
  'menos',
  'los',
  'las',
  'perdon',
  'digo',
  '-',
  ',',
  '.',
  '?',
  'exactos',
  'si',
]);

export function durationTokens(text: string): string[] {
  return (unaccented(text).match(tokenShape) ?? []).slice(0, 200);
}

function amountAt(t: readonly string[], i: number): { value: number; end: number } | undefined {
  const first = t[i] ?? '';
  if (/^\d{1,4}$/.test(first)) {
    const decimal = (t[i + 1] === '.' || t[i + 1] === ',') && /^\d$/.test(t[i + 2] ?? '') && hourWords.has(t[i + 3] ?? '');
    return decimal ? { value: Number(`${first}.${t[i + 2]}`), end: i + 3 } : { value: Number(first), end: i + 1 };
  }
  const word = numberAt(t, i);
  return word && { value: word.value, end: i + word.length };
}

/** "y media", "y cuarto", "con 20 minutos", "20" after the hours. */
function extraMinutes(t: readonly string[], i: number): { minutes: number; end: number } {
  const joined = t[i] === 'y' || t[i] === 'con';
  const at = joined ? i + 1 : i;
  if (joined && (t[at] === 'media' || t[at] === 'medio')) return { minutes: 30, end: at + 1 };
  if (joined && t[at] === 'cuarto') return { minutes: 15, end: at + 1 };
  if (joined && t[at] === 'un' && t[at + 1] === 'cuarto') return { minutes: 15, end: at + 2 };
  const amount = amountAt(t, at);
  if (amount && amount.value < 60 && minuteWords.has(t[amount.end] ?? '')) return { minutes: amount.value, end: amount.end + 1 };
  return amount && amount.value < 60 && amount.end >= t.length
    ? { minutes: amount.value, end: amount.end }
    : { minutes: 0, end: i };
}

export function durationAt(t: readonly string[], at: number): DurationHit | undefined {
  const open = openers.has(t[at - 2] ?? '') && t[at - 1] === 'de';
  const hit = (minutes: number, end: number): DurationHit => ({ at, end, minutes: Math.round(minutes), open });
  const word = t[at] ?? '';
  if (word === 'media' && hourWords.has(t[at + 1] ?? '')) return hit(30, at + 2);
  if (word === 'cuarto' && t[at + 1] === 'de' && hourWords.has(t[at + 2] ?? '')) return hit(15, at + 3);
  if (hourWords.has(word) && word.length > 1) {
    const extra = extraMinutes(t, at + 1);
    return extra.minutes === 30 || extra.minutes === 15 ? hit(60 + extra.minutes, extra.end) : undefined;
  }
  const amount = amountAt(t, at);
  if (!amount) return undefined;
  const { value, end } = amount;
  if (t[end] === 'cuarto' && t[end + 1] === 'de' && hourWords.has(t[end + 2] ?? '')) return hit(15 * value, end + 3);
  if (t[end] === 'cuartos' && t[end + 1] === 'de' && hourWords.has(t[end + 2] ?? '')) return hit(15 * value, end + 3);
  if (value === 3 && t[end] === '/' && t[end + 1] === '4' && t[end + 2] === 'de') return hit(45, end + 4);
  if (
    t[end] === ':' &&
    /^\d\d$/.test(t[end + 1] ?? '') &&
    Number(t[end + 1]) < 60 &&
    hourWords.has(t[end + 2] ?? '') &&
    value < 6
  )
    return hit(value * 60 + Number(t[end + 1]), end + 3);
  if (hourWords.has(t[end] ?? '')) {
    const extra = extraMinutes(t, end + 1);
    return value > 12 ? undefined : hit(value * 60 + extra.minutes, extra.end);
  }
  if (t[end] === 'y' && t[end + 1] === 'media' && hourWords.has(t[end + 2] ?? '') && value <= 12)
    return hit(value * 60 + 30, end + 3);
  return minuteWords.has(t[end] ?? '') && value <= 600 ? hit(value, end + 1) : undefined;
}

export function findDurations(t: readonly string[]): DurationHit[] {
  const hits: DurationHit[] = [];
  for (let i = 0; i < t.length; ) {
    const before = t[i - 1];
    const hit = durationAt(t, i);
    if (hit) {
      // "de 15 a 20 minutos": the unit belongs to both.
      const low = ['a', 'o', '-', 'y'].includes(before ?? '') ? amountAt(t, i - 2) : undefined;
      if (low && low.end === i - 1 && low.value !== hit.minutes) hits.push({ at: i - 2, end: i, minutes: low.value, open: true });
      hits.push(hit);
    }
    i = hit ? hit.end : i + 1;
  }
  return hits;
}

function afterCorrection(t: string[]): string[] {
  const last = Math.max(t.lastIndexOf('perdon'), t.lastIndexOf('digo'));
  return last >= 0 && last + 1 < t.length ? t.slice(last + 1) : t;
}

export function readMinutes(text: string): Reading<number> {
  const t = afterCorrection(durationTokens(text));
  const hits = findDurations(t);
  const minutes = [...new Set(hits.map((hit) => hit.minutes))];
  if (minutes.length > 0) {
    const sure = minutes.length === 1 && !hits.some((hit) => hit.open) && minutes[0] !== 0 && !t.includes('?');
    return sure ? understood(minutes[0] ?? 0) : doubtful(minutes.slice(0, 4));
  }
  if (t.length === 1 && hourWords.has(t[0] ?? '') && (t[0] ?? '').length > 1) return understood(60);
  return bareMinutes(t);
}

function bareMinutes(t: readonly string[]): Reading<number> {
  const amounts: number[] = [];
  for (let i = 0; i < t.length; ) {
    const amount = amountAt(t, i);
    if (!amount && !fillers.has(t[i] ?? '')) return unclear;
    if (amount) amounts.push(amount.value);
    i = amount?.end ?? i + 1;
  }
  const distinct = [...new Set(amounts)].filter((n) => n > 0 && n <= 600);
  if (distinct.length !== 1) return distinct.length > 1 ? doubtful(distinct.slice(0, 4)) : unclear;
  const n = distinct[0] ?? 0;
  // A bare small number may be hours, minutes, or the option of some list.
  if (n <= 4) return doubtful([n, n * 60]);
  return n > 300 || t.includes('?') || (openers.has(t[0] ?? '') && t[1] === 'de') ? doubtful([n]) : understood(n);
}
