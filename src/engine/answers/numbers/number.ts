// Reads one number, in digits or words; what was corrected, denied or said beside it does not count, and two that do stay a doubt.

import { doubtful, type Reading, unclear, understood } from '../words/reading.ts';
import { type NumberMention, numberMentions, numberTokens } from './number-mentions.ts';

const setOf = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const corrections = setOf('perdon digo corrijo sino rectifico espere espera esperese mentira equivoque');
/** What may stand about a number that replaces the one of an earlier bubble. */
const fillers = setOf(
  'son eran fueron es no perdon digo mejor bueno corrijo ay si ya como unos unas maestras ninos ninas nomas , . ;',
);
const ranges = setOf('o u a - /');
const perhapsSum = setOf('y mas +');

export function readNumber(text: string): Reading<number> {
  if (/^\d{1,4}$/.test(text)) return understood(Number(text));
  const tokens = numberTokens(text);
  const mentions = numberMentions(tokens);
  const vague = mentions.some(({ kind }) => kind === 'vague');
  const plain = valid(mentions, tokens);
  if (plain.length === 0) return vague ? unclear : onlyOne(mentions, tokens);
  const distinct = [...new Set(plain.map(({ value }) => value))];
  const [only] = distinct;
  if (distinct.length > 1) return doubtful(distinct.slice(0, 4));
  const wonders = plain.some(({ end }) => tokens[end] === '?') || (tokens[0] === '-' && plain[0]?.at === 1);
  return only === undefined || wonders ? doubtful(distinct) : understood(only);
}

/** No quantity by itself: "una", "ninguna", "10 veces". */
function onlyOne(mentions: readonly NumberMention[], tokens: readonly string[]): Reading<number> {
  // "Todas menos una"
  const article = mentions.find(({ kind, at }) => kind === 'article' && tokens[at - 1] !== 'menos');
  if (article) return understood(article.value);
  const counted = mentions.filter(({ kind, end }) => kind === 'side' && /^(?:vez|veces|dias?|semanas?)$/.test(tokens[end] ?? ''));
  const values = [...new Set(counted.map(({ value }) => value))];
  return values.length === 1 && values[0] !== undefined ? understood(values[0]) : unclear;
}

/** The mentions that may be the answer. */
function valid(mentions: readonly NumberMention[], tokens: readonly string[]): NumberMention[] {
  const less = without(
    mentions.filter(({ kind }) => kind === 'plain' || kind === 'article' || kind === 'side'),
    tokens,
  );
  if (less) return less;
  let found = mentions.filter(({ kind }) => kind === 'plain' || kind === 'negated');
  found = afterCorrection(found, tokens);
  const firstPlain = found.find(({ kind }) => kind === 'plain');
  // "No son 5, son 4": but of "fueron 30, no 20" only she knows which came first.
  found = found.filter(({ kind, at }) => kind === 'plain' || (firstPlain !== undefined && at > firstPlain.at));
  if (found.length < 2) return found;
  const all = raised(found, tokens);
  if (all) return [all];
  const total = found.filter(({ cue }) => cue === 'total');
  if (total.length === 1) return total;
  const whole =
    found.length === 3 ? found.find(({ value }) => 2 * value === found.reduce((sum, one) => sum + one.value, 0)) : undefined;
  if (whole) return [whole];
  return added(found, tokens) ?? sinceThen(found, tokens);
}

function afterCorrection(found: NumberMention[], tokens: readonly string[]): NumberMention[] {
  let from = 0;
  tokens.forEach((token, i) => {
    const sure = corrections.has(token) || (token === 'no' && tokens[i + 1] === ',') || isNewBubble(tokens, i);
    if (sure && found.some(({ at, kind }) => at > i && kind === 'plain')) from = i;
  });
  return found.filter(({ at }) => at >= from);
}

/** A later bubble of nothing but a number replaces what the one before said. */
function isNewBubble(tokens: readonly string[], i: number): boolean {
  if (tokens[i] !== ';') return false;
  const next = tokens.indexOf(';', i + 1);
  const bubble = tokens.slice(i + 1, next < 0 ? undefined : next);
  return bubble.length <= 5 && bubble.every((token) => fillers.has(token) || numberMentions([token]).length > 0);
}

/** "Cinco / más la nueva son seis", "siete / ocho contando a la de apoyo": what it comes to. */
function raised(found: readonly NumberMention[], tokens: readonly string[]): NumberMention | undefined {
  const [before, total] = found;
  if (found.length !== 2 || !before || !total || total.value <= before.value || !tokens.slice(before.end, total.at).includes(';'))
    return undefined;
  const led = /^(?:son|somos|serian|seriamos|total)$/.test(tokens[total.at - 1] ?? '');
  return led || /^(?:contando|con|incluyendo|si|sumando)$/.test(tokens[total.end] ?? '') ? total : undefined;
}

/** "Eran 8 pero faltó uno": those that are left. */
function without(found: NumberMention[], tokens: readonly string[]): NumberMention[] | undefined {
  const [all, gone] = found;
  if (found.length !== 2 || !all || !gone || gone.value >= all.value) return undefined;
  const between = tokens.slice(all.end, gone.at).filter((token) => !/^(?:nos|se|me|que|hoy|ya|y|pero|,|solo|nomas)$/.test(token));
  return between.length === 1 && /^(?:falto|faltaron|fuer|fue$|sali|renunci)/.test(between[0] ?? '')
    ? [{ ...all, value: all.value - gone.value }]
    : undefined;
}

/** "4 niñas y 3 niños", "5 y otros 2", "3 en la mañana y 2 en la tarde". */
function added(found: NumberMention[], tokens: readonly string[]): NumberMention[] | undefined {
  const [a, b] = found;
  if (found.length !== 2 || !a || !b || b.at - a.end > 6) return undefined;
  if (b.at === a.end + 1 && tokens[a.end] === 'menos' && b.value < a.value) return [{ ...a, value: a.value - b.value }];
  const other = /^otr[oa]s?$/.test(tokens[b.at - 1] ?? '');
  const before = tokens.slice(a.end, other ? b.at - 1 : b.at).filter((token) => token !== 'luego' && token !== 'despues');
  if (!perhapsSum.has(before.at(-1) ?? '')) return undefined;
  const [first, second] = [tokens[a.end] ?? '', tokens[b.end] ?? ''];
  const children = /^nin[oa]s?$/.test(first) && /^nin[oa]s?$/.test(second);
  const alike = first === second && ['en', 'de', 'con', 'por', 'del'].includes(first);
  return other || children || alike ? [{ ...a, value: a.value + b.value }] : undefined;
}

/** "Eran 6 pero ya nomás somos 5", "7 de los 8": the one that holds; ranges stay whole. */
function sinceThen(found: NumberMention[], tokens: readonly string[]): NumberMention[] {
  const inRange = found.some(({ end }, i) => found[i + 1]?.at === end + 1 && ranges.has(tokens[end] ?? ''));
  if (inRange) return found;
  const [first, second] = found;
  const butNow = found.length === 2 && first && second?.cue === 'now' && tokens.slice(first.end, second.at).includes('pero');
  if (butNow && second) return [second];
  const ofAll = ({ at }: NumberMention): boolean =>
    tokens[at - 1] === 'de' || (tokens[at - 2] === 'de' && /^l[ao]s$/.test(tokens[at - 1] ?? ''));
  const missing = ({ at }: NumberMention): boolean => /^faltan?$/.test(tokens[at - 1] ?? '');
  const left = found.filter((one) => one.cue !== 'old' && !ofAll(one) && !missing(one));
  return left.length > 0 ? left : found;
}
