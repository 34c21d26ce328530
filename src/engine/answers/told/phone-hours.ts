// Reads when she can see her phone: "cuando salgo, que es a las 4", "de 2 a 3", "1 y 3", "a cualquier hora".

import type { DayPart } from '../when/when-day-parts.ts';
import { hourRangeAt } from '../when/when-hour-ranges.ts';
import { clockOf, type HourMention, hourAt } from '../when/when-hours.ts';
import { isNumber, isSign, type WhenToken, whenTokens } from '../when/when-tokens.ts';
import { plain } from '../words/text-forms.ts';

export interface MomentOption {
  id: string;
  label: string;
  synonyms?: readonly string[];
}

export interface HourWindow {
  from: string;
  to: string;
}

interface Mention {
  at: number;
  end: number;
}
interface MomentMention extends Mention {
  id: string;
}
interface HourSpan extends Mention {
  hour: HourMention;
  until?: HourMention;
  /** "antes de las 7": it ends there. */
  before: boolean;
}

/** No moment to write at, but one that is said: read with the others, so that its hours are not taken for the morning's. */
export const night: MomentOption = {
  id: 'noche',
  label: 'noche',
  synonyms: [
    'noches',
    'en la noche',
    'en las noches',
    'por la noche',
    'la noche',
    'madrugada',
    'la madrugada',
    'antes de dormir',
    'me acuesto',
    'ya acostada',
  ],
};

/** The day of a centre: who comes before nine, rests until three and leaves after that. */
const dayOf = (clock: string): string => (clock < '09:00' ? 'antes' : clock < '15:00' ? 'descanso' : 'salida');
const anyTime =
  /\b(?:(?:a )?cualquier (?:hora|momento|rato)|todo el dia|a? ?todas? (?:las )?horas?|cuando (?:sea|guste|quiera|pueda usted)|a la hora que (?:sea|guste|quiera)|en todo momento)\b/;
/** Of the hours only where hardly anything else is said. */
const anyTimeBriefly = /(?<!\b(?:casi|no) )\b(?:siempre|los tres|las tres|todos|todas|da igual)\b/;
const mostBrief = 7;
/** "Entro a las 8": before that she can look. */
const entering = new Set(['entro', 'entramos', 'checo']);
const nearest = 6;
const halfHour = 30;
const around = new Set(['en', 'la', 'mi', 'el', 'a', 'al', 'de', 'los', 'las', 'cuando', 'tan', 'muy']);

/** By the id of its moment; `null` where she names a moment without an hour, nothing where it says neither. */
export function readPhoneHours(text: string, options: readonly MomentOption[]): Map<string, HourWindow | null> | undefined {
  const tokens = whenTokens(text);
  const picked = pickedByNumber(tokens, options);
  if (picked) return new Map(picked.map((id) => [id, null]));
  const hours = hoursIn(tokens);
  const moments = momentsIn(tokens, hours, options);
  const found = new Map<string, HourWindow | null>(moments.map(({ id }) => [id, null]));
  const named = momentsOf(hours, tokens, moments);
  for (const span of hours) {
    const moment = named.get(span);
    const window = windowOf(span, moment);
    if (!window) continue;
    const id = moment ?? dayOf(window.from);
    if (options.some((option) => option.id === id) && !found.get(id)) found.set(id, window);
  }
  if (found.size > 0) return found;
  return saysAnyTime(plain(text)) && !tokens.includes('nunca') && !tokens.includes('no')
    ? new Map(options.filter(({ id }) => id !== night.id).map(({ id }) => [id, null]))
    : undefined;
}

const saysAnyTime = (said: string): boolean =>
  anyTime.test(said) || (said.split(' ').length <= mostBrief && anyTimeBriefly.test(said));

/** "2", "1 y 3": the places of the options, where nothing else is said. */
function pickedByNumber(tokens: readonly WhenToken[], options: readonly MomentOption[]): string[] | undefined {
  const said = tokens.filter((token) => !isSign(token) && !['y', 'la', 'el', 'las', 'opcion', 'numero', 'porfa'].includes(token));
  const ids = said.map((token) => (/^\d$/.test(token) ? options[Number(token) - 1]?.id : undefined));
  const known = ids.filter((id) => id !== undefined);
  return known.length > 0 && known.length === ids.length ? [...new Set(known)] : undefined;
}

function hoursIn(t: readonly WhenToken[]): HourSpan[] {
  const spans: HourSpan[] = [];
  for (let i = 0; i < t.length; ) {
    const range = hourRangeAt(t, i);
    const [first, second] = range?.hours ?? [];
    if (range && first && second) {
      spans.push({ at: i, end: range.end, hour: first, until: second, before: false });
      i = range.end;
      continue;
    }
    const hour = hourAt(t, i, false) ?? (t.length === 1 ? lone(t[0]) : undefined);
    const before = t[i - 1] === 'de' && t[i - 2] === 'antes' && t[i - 3] !== 'no';
    if (hour) spans.push({ at: i, end: hour.end, hour, before: before || entering.has(t[i - 1] ?? '') });
    i = hour?.end ?? i + 1;
  }
  return spans;
}

const lone = (token: WhenToken | undefined): HourMention | undefined =>
  isNumber(token) && (token ?? '').length <= 2 && Number(token) <= 23
    ? { at: 0, end: 1, hour: Number(token), minute: 0, exact: Number(token) > 12 }
    : undefined;

/** The longest of what she may mean at each place; without what is denied, and not within an hour. */
function momentsIn(t: readonly WhenToken[], hours: readonly HourSpan[], options: readonly MomentOption[]): MomentMention[] {
  const names = options
    .flatMap(({ id, label, synonyms = [] }) => [label, ...synonyms].map((name) => ({ id, words: whenTokens(name) })))
    .sort((a, b) => b.words.length - a.words.length);
  const found: MomentMention[] = [];
  for (let i = 0; i < t.length; i++) {
    if (hours.some(({ at, end }) => i >= at && i < end)) continue;
    const name = names.find(({ words }) => words.length > 0 && words.every((word, k) => t[i + k] === word));
    if (!name) continue;
    const end = i + name.words.length;
    if (!isDenied(t, i, end)) found.push({ id: name.id, at: i, end });
    i = end - 1;
  }
  // "Ya en mi casa en la noche" is the night alone.
  const isNight = (k: number): boolean => found[k]?.id === night.id;
  return found.filter(
    ({ end }, k) => !isNight(k + 1) || isNight(k) || !t.slice(end, found[k + 1]?.at).every((word) => around.has(word)),
  );
}

/** What follows a moment's "no" where there is none: "en la mañana no porque ando en el filtro". */
const denials = new Set('puedo porque pq xq por ni ya tengo traigo veo reviso checo alcanzo ando podria nunca'.split(' '));

function isDenied(t: readonly WhenToken[], at: number, end: number): boolean {
  let i = at - 1;
  while (i >= 0 && around.has(t[i] ?? '')) i--;
  const after = t[end];
  return (
    t[i] === 'no' ||
    t[i] === 'ni' ||
    (after === 'no' && (t[end + 1] === undefined || isSign(t[end + 1]) || denials.has(t[end + 1] ?? '')))
  );
}

/** Each hour with the moment that is named nearest to it: "a la 1 y media y ya saliendo tipo 4" has no moment for its first. */
function momentsOf(
  hours: readonly HourSpan[],
  t: readonly WhenToken[],
  moments: readonly MomentMention[],
): ReadonlyMap<HourSpan, string> {
  const distance = (span: HourSpan, moment: Mention): number => {
    const [from, to] = moment.end <= span.at ? [moment.end, span.at] : [span.end, moment.at];
    return t.slice(from, to).reduce((sum, token) => sum + (isSign(token) || token === 'y' ? 2 : 1), 0);
  };
  const pairs = hours
    .flatMap((span) => moments.map((moment) => ({ span, id: moment.id, distance: distance(span, moment) })))
    .filter((pair) => pair.distance <= nearest)
    // "A las 2, y en la noche también": two is no hour of the night.
    .filter(({ id, span }) => id !== night.id || span.hour.hour >= 7)
    .sort((a, b) => a.distance - b.distance);
  const given = new Map<HourSpan, string>();
  const taken = new Set<string>();
  for (const { span, id } of pairs) {
    if (given.has(span) || taken.has(id)) continue;
    given.set(span, id);
    taken.add(id);
  }
  return given;
}

/** Before work is in the morning and after work is not: the moment says which half of the day she means. */
function windowOf({ hour, until, before }: HourSpan, moment: string | undefined): HourWindow | undefined {
  const part: DayPart | undefined =
    hour.part || hour.exact
      ? undefined
      : moment === 'antes'
        ? 'am'
        : (moment === 'salida' || moment === night.id) && hour.hour < 12
          ? 'pm'
          : undefined;
  const from = clockOf(hour, part);
  if (from === undefined) return undefined;
  if (before) return { from: shifted(from, -halfHour), to: from };
  const end = until && clockOf(until, part ?? (until.part || from < '12:00' ? undefined : 'pm'));
  return { from, to: end !== undefined && end > from ? end : shifted(from, halfHour) };
}

function shifted(time: string, by: number): string {
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + by;
  const kept = Math.min(Math.max(minutes, 0), 24 * 60 - 1);
  return `${String(Math.floor(kept / 60)).padStart(2, '0')}:${String(kept % 60).padStart(2, '0')}`;
}
