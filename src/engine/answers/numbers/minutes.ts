// Reads the answer to how long it took, in minutes: the last that she says, summed where she sums, from hour to hour, or a bare number.

import { doubtful, type Reading, unclear, understood } from '../words/reading.ts';
import { clockSpan, findClocks } from './clock-span.ts';
import { amountAt, type DurationHit, durationTokens, findDurations, isCounted } from './duration.ts';
import { cameTo, sinceThen } from './minutes-instead.ts';

const setOf = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const corrections = setOf('perdon digo corrijo bueno rectifico sino dicho espere espera esperese mentira miento equivoque');
const adds = setOf('y mas + luego despues otros otro otra otras');
const otherOnes = setOf('otros otro otra otras luego despues mas +');
const beforeAmount = setOf(
  'ella esta hoy ahora ahorita realidad todo cm cmo estuvimos estuve bien mejor otros otras luego ok oki va sale m mm mmm mmmm ey aja bueno sido habran sido poner decir ponga / como unos unas fueron fue duro dure duramos tardamos tarde tardo casi de a o u y entre por ahi eran total solo solamente nomas apenas pues si ya dimos di llevo llevamos llevaron hicimos hice echamos aprox aproximadamente creo que mas menos los las , . - + pongale ponle digamos serian seran calculo es son nos le en para maestra miss ay no perdon digo bueno',
);
const afterAmount = setOf(
  'mejor por / , . ? - + o u y a aprox aproximadamente mas menos creo que pues maestra gracias porfa porfavor perdon digo exactos exacto o pero porque porq porke pork xk xq pq ya yo nomas solamente maso masomenos miss en lo de nada tal apenas digamos con si no cuando cada fue fueron eran',
);
const ofPlace = setOf('las la el sala salon grupo maternal opcion a');
const mostMinutes = 600;
/** A bare small number may be hours, minutes, or the option of some list. */
export const mostAmbiguous = 4;

export function readMinutes(text: string): Reading<number> {
  const bubbles = apart(durationTokens(text), ';').filter((bubble) => bubble.length > 0);
  for (let i = bubbles.length - 1; i >= 0; i--) {
    const bubble = bubbles[i] ?? [];
    // "15 min" and then "y otros 10": one answer in two bubbles.
    if (i > 0 && adds.has(bubble[0] ?? '')) {
      bubbles[i - 1] = [...(bubbles[i - 1] ?? []), ...bubble];
      continue;
    }
    const reading = readBubble(bubble);
    // "Me equivoqué, eso fue con otra": what stands before is taken back.
    if (
      reading.kind === 'unclear' &&
      i > 0 &&
      bubble.some((token) => token === 'equivoque' || token === 'mentira' || token === 'miento')
    )
      return unclear;
    if (reading.kind !== 'unclear') return afterHours(reading, bubble, bubbles[i - 1]) ?? reading;
  }
  const span = bubbles.length > 1 ? clockSpan(bubbles.flat()) : undefined;
  return span === undefined ? unclear : understood(span);
}

/** "1 hora" and then "20 min": the rest of it, or instead of it. */
function afterHours(
  reading: Reading<number>,
  bubble: readonly string[],
  before: readonly string[] | undefined,
): Reading<number> | undefined {
  if (!before || reading.kind !== 'understood' || reading.value >= 60 || bubble.some((_, i) => takesBack(bubble, i)))
    return undefined;
  const hours = readPart(before);
  const whole = hours.kind === 'understood' && hours.value % 60 === 0 && findDurations(before).length === 1;
  return whole ? doubtful([hours.value + reading.value, reading.value]) : undefined;
}

function apart(t: readonly string[], sign: string): string[][] {
  const parts: string[][] = [[]];
  for (const token of t) {
    if (token === sign) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

function readBubble(t: readonly string[]): Reading<number> {
  const from = t.findLastIndex((_, i) => takesBack(t, i));
  if (from >= 0 && from + 1 < t.length) {
    const corrected = readPart(t.slice(from + 1));
    if (corrected.kind !== 'unclear') return corrected;
    // "Una hora no, media"
    const rest = t.slice(from + 1).filter((token) => /[a-z]/.test(token));
    if ((t[from] === 'no' || t[from] === 'cierto') && rest.length === 1 && rest[0] === 'media') return understood(30);
  }
  // "20... 25 mejor": the last one.
  if (t.at(-1) === 'mejor' && t.length > 2) {
    const last = t.findLastIndex((_, i) => i < t.length - 1 && /[^a-z\d]/.test(t[i] ?? ''));
    const chosen = readPart(t.slice(last + 1, -1));
    if (chosen.kind === 'understood') return chosen;
  }
  return readPart(t);
}

function takesBack(t: readonly string[], i: number): boolean {
  const [token, next] = [t[i] ?? '', t[i + 1] ?? ''];
  if (token === 'cierto' && t[i - 1] === 'es' && t[i - 2] === 'no') return true;
  // "O sea 55", "en total 40": what it comes to.
  if (i > 1 && i + 1 < t.length && ((token === 'sea' && t[i - 1] === 'o') || token === 'total')) return true;
  if (corrections.has(token) || (token === 'no' && (next === ',' || next === '.'))) return true;
  return (token === 'mas' && next === 'bien') || (token === 'mejor' && i + 1 < t.length);
}

function readPart(t: readonly string[]): Reading<number> {
  const hits = undenied(findDurations(t), t);
  const asks = t.includes('?');
  // "Una hora y media, de 8 a 9:30": the same, said twice.
  const [one, other] = hits;
  const rest = one && !other ? t.filter((_, i) => i < one.at || i >= one.end) : [];
  if (one && !one.open && clockSpan(rest) === one.minutes) return asks ? doubtful([one.minutes]) : understood(one.minutes);
  if (hits.length > 0) return fromHits(hits, t, asks);
  const span = clockSpan(t);
  if (span !== undefined) return asks ? doubtful([span]) : understood(span);
  return spokenAlone(t) ?? bareMinutes(t, asks);
}

/** "No fueron 20 min, fueron 30 min". */
function undenied(hits: DurationHit[], t: readonly string[]): DurationHit[] {
  const left = hits.filter(
    ({ at }) => t[at - 1] !== 'no' && !(t[at - 2] === 'no' && /^(?:fueron|eran|fue|son)$/.test(t[at - 1] ?? '')),
  );
  return left.length > 0 ? left : hits;
}

function fromHits(hits: DurationHit[], t: readonly string[], asks: boolean): Reading<number> {
  const all = [...hits, ...addedBare(hits, t)].sort((a, b) => a.at - b.at);
  const last = all.at(-1);
  const whole = all.length === 3 && last?.minutes === all.slice(0, 2).reduce((total, one) => total + one.minutes, 0);
  if (whole && last) return understood(last.minutes);
  const since = sinceThen(all, t);
  if (since) return since.open ? unclear : understood(since.minutes);
  // "De 9 a 11, pero con media hora de descanso": the hit is not all of it.
  if (hits[0] && rangeBefore(t, hits[0].at)) {
    const span = clockSpan(t.slice(0, hits[0].at));
    // "De 9 a 10 pero llegué 10 min tarde": less by so much, if that is not told of another.
    const less = span !== undefined && hits.length === 1 && hits[0].minutes < span ? span - hits[0].minutes : undefined;
    return doubtful(less === undefined || span === undefined ? [hits[0].minutes] : [less, span]);
  }
  const later = cameTo(hits, t);
  if (later !== undefined) return understood(later);
  const times = repeated(t) ?? timesOf(hits, t);
  if (times !== undefined && hits[0]) return doubtful([hits[0].minutes * times, hits[0].minutes]);
  const sum = summed(all, t);
  // "20 min el lunes y 20 el martes"
  const again = all.length === 2 && all.length > hits.length && all[0]?.minutes === all[1]?.minutes;
  if (sum === undefined && again && firstMinutes(all) > 0) return doubtful([2 * firstMinutes(all), firstMinutes(all)]);
  const minutes = sum === undefined ? [...new Set(all.map((hit) => hit.minutes))] : [sum];
  const [only] = minutes;
  if (minutes.length === 1 && only !== undefined) {
    if (all.some((hit) => hit.open)) return unclear;
    return asks || only <= 0 ? doubtful(minutes) : understood(only);
  }
  return doubtful(minutes.slice(0, 4));
}

const firstMinutes = (hits: readonly DurationHit[]): number => hits[0]?.minutes ?? 0;

/** "15 minutos de plática y 10 de observación": the second has no unit of its own. */
function addedBare(hits: readonly DurationHit[], t: readonly string[]): DurationHit[] {
  const found: DurationHit[] = [];
  // "15 de la observación y 10 min de plática"
  const first = hits[0]?.at ?? 0;
  const before = amountAt(t, 0);
  if (before && t[before.end] === 'de' && before.value > 4 && t[first - 1] === 'y' && before.end < first)
    found.push({ at: 0, end: before.end, minutes: before.value, open: false });
  for (let i = hits[0]?.end ?? 0; i < t.length; ) {
    const amount = hits.some((hit) => i >= hit.at && i < hit.end) ? undefined : amountAt(t, i);
    if (amount && isBesideHit(t, i, amount)) found.push({ at: i, end: amount.end, minutes: amount.value, open: false });
    i = amount?.end ?? i + 1;
  }
  return found;
}

function isBesideHit(t: readonly string[], at: number, { value, end }: { value: number; end: number }): boolean {
  if (value < 1 || /^un[ao]?$/.test(t[at] ?? '') || isCounted(t[end] ?? '') || t[end] === ':' || t[at - 1] === ':') return false;
  return !ofPlace.has(t[at - 1] ?? '') && t[at - 1] !== 'con' && t[at - 2] !== 'con' && t[at - 1] !== 'no';
}

/** "Nada más", "más bien" and "o" add nothing. */
const noSum = /\b(?:mas bien|nada mas|mas que|pero|o|perdon)\b/;

/** "Media hora y otros 10 min", "2 horas menos 10 min". */
function summed(hits: readonly DurationHit[], t: readonly string[]): number | undefined {
  let sum = hits[0]?.minutes ?? 0;
  for (const [i, hit] of hits.entries()) {
    const before = hits[i - 1];
    if (!before) continue;
    const between = t.slice(before.end, hit.at);
    const parts = between.includes('y') && between.includes('de') && t[hit.end] === 'de';
    const hours = before.minutes >= 60 && before.minutes % 60 === 0 && hit.minutes < 60 && /^[,.]$/.test(between.join(''));
    if (between[0] === 'menos' && between.length <= 2) sum -= hit.minutes;
    else if (hours) sum += hit.minutes;
    else if (parts && !between.includes('o')) sum += hit.minutes;
    else if (between.some((token) => otherOnes.has(token)) && !noSum.test(between.join(' '))) sum += hit.minutes;
    else return undefined;
  }
  return hits.length > 1 ? sum : undefined;
}

const rangeBefore = (t: readonly string[], hit: number): boolean =>
  t.some(
    (token, i) =>
      i < hit - 3 &&
      token === 'de' &&
      amountAt(t, i + 1)?.end === i + 2 &&
      t[i + 2] === 'a' &&
      amountAt(t, i + 3) !== undefined &&
      i + 4 < hit,
  );

/** "2 sesiones de 15": one of them, or all. */
function repeated(t: readonly string[]): number | undefined {
  const at = t.findIndex((token) => /^(?:veces|sesiones|partes|tandas|bloques|ratos)$/.test(token));
  const times = at > 0 ? amountAt(t, at - 1) : undefined;
  return times && times.value > 1 && times.value < 10 ? times.value : undefined;
}

/** "3 de 10 min". */
function timesOf([hit]: readonly DurationHit[], t: readonly string[]): number | undefined {
  const times = hit && t[hit.at - 1] === 'de' ? amountAt(t, hit.at - 2) : undefined;
  const isHour = /^(?:las?|a)$/.test(t[(hit?.at ?? 0) - 3] ?? '');
  return times && times.end === (hit?.at ?? 0) - 1 && !isHour && times.value > 1 && times.value < 10 ? times.value : undefined;
}

/** "Hora", "tres cuartos", "una y media", "1:15"; "a las 10" is no time that it took. */
function spokenAlone(t: readonly string[]): Reading<number> | undefined {
  const said = t.filter((token) => !/^(?:como|unas|fueron|fue|casi|duro|[.,])$/.test(token));
  const text = said.join(' ');
  if (/^(?:la )?(?:hora|hr|ora|horita)(?: completa| entera)?$/.test(text)) return understood(60);
  if (/^(?:un )?cuart(?:o|ito)$/.test(text)) return understood(15);
  if (/^[1-3] [.,] 5$/.test(text)) return doubtful([Number(said[0]) * 60 + 30]);
  if (/^(?:(?:tres|3) cuart(?:it)?os|3 \/ 4)$/.test(text)) return understood(45);
  const half = /^(una|1|dos|2|tres|3) y (media|cuarto)$/.exec(text);
  if (half) return understood((amountAt(said, 0)?.value ?? 0) * 60 + (half[2] === 'media' ? 30 : 15));
  const clock = /^([0-3]) : ([0-5]\d)$/.exec(text);
  if (clock) return understood(Number(clock[1]) * 60 + Number(clock[2]));
  return findClocks(t).some(({ bare }) => !bare) ? unclear : undefined;
}

function bareMinutes(t: readonly string[], asks: boolean): Reading<number> {
  const amounts: { value: number; at: number; end: number }[] = [];
  for (let i = 0; i < t.length; ) {
    const amount = amountAt(t, i);
    if (amount && isAnswer(t, i, amount.end)) amounts.push({ ...amount, at: i });
    i = amount?.end ?? i + 1;
  }
  const kept = amounts.filter(({ at }, i) => !(t[at - 1] === 'no' && i + 1 < amounts.length));
  const distinct = [...new Set(kept.map(({ value }) => value))].filter((n) => n > 0 && n <= mostMinutes);
  const [n] = distinct;
  if (n === undefined) return unclear;
  const [a, b] = amounts;
  if (a && b && amounts.length === 2 && t.slice(a.end, b.at).some((token) => /^(?:otr[oa]s|[+])$/.test(token)))
    return understood(a.value + b.value);
  if (a && b && amounts.length === 2) {
    const joined = t.slice(a.end, b.at).some((token) => token === 'y' || token === 'mas');
    if (joined && a.value === b.value) return doubtful([2 * a.value, a.value]);
    if (joined && t[a.end] === 'de' && t[b.end] === 'de') return understood(a.value + b.value);
  }
  const since = sinceThen(amounts, t);
  if (since) return understood(since.value);
  if (distinct.length > 1) return doubtful(distinct.slice(0, 4));
  const times = repeated(t);
  if (times !== undefined) return doubtful([n * times, n]);
  if (amounts.some(({ at, end }) => isInexact(t, at, end))) return unclear;
  if (n <= mostAmbiguous) return doubtful([n, n * 60]);
  return n > 300 || asks ? doubtful([n]) : understood(n);
}

/** A number of nothing else, among words that may stand about a time. */
function isAnswer(t: readonly string[], at: number, end: number): boolean {
  const [before, next] = [t[at - 1], t[end]];
  if (isCounted(next ?? '') || (before !== undefined && ofPlace.has(before) && next !== 'minutos'))
    return before === 'a' && /^\d|^[a-z]/.test(t[at - 2] ?? '');
  if (t[at] === 'un' || t[at] === 'una') return false;
  return (before === undefined || beforeAmount.has(before)) && (next === undefined || afterAmount.has(next));
}

function isInexact(t: readonly string[], at: number, end: number): boolean {
  const [before, earlier] = [t[at - 1] ?? '', t[at - 2] ?? ''];
  if (before === 'de' && /^(?:mas|menos|arriba|cerca|abajo)$/.test(earlier)) return true;
  if (/^(?:ni|minimo|maximo)$/.test(before) || (before === 'menos' && /^(?:lo|al)$/.test(earlier))) return true;
  if (t[end] === 'o' && /^(?:mas|menos)$/.test(t[end + 1] ?? '')) return true;
  return t[end] === 'y' && /^(?:tantos|tantas|pico|piquito|feria|algo|cachito|fraccion|cacho|tantito)$/.test(t[end + 1] ?? '');
}
