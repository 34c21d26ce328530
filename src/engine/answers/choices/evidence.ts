// What in her words speaks for which of the options: words and phrases of the same meaning, also clipped and mistyped, each with its weight.
import { distance } from 'fastest-levenshtein';
import { phrasesAt, type Said, sayingWords } from '../words/meanings.ts';
import type { SaidClauses } from '../words/said-clauses.ts';
import { harmless } from './beside-options.ts';
import { emptyWords, nearlySame } from './option-words.ts';
import type { QuestionFeatures } from './question-features.ts';

export interface Hit {
  /** Of the saying words. */
  from: number;
  to: number;
  /** In the sentence. */
  at: number;
  end: number;
  family: number;
  weight: number;
  /** -1 where it is denied, 0 where it is taken back. */
  sign: number;
}

const inOtherWords = 0.78;
const ofMore = 1.4;
const clipped = 0.75;
const mistyped = 0.7;

export function hitsIn(said: Said, q: QuestionFeatures): Hit[] {
  const hits: Hit[] = [];
  for (let k = 0; k < said.stems.length; k++) {
    let known = false;
    phrasesAt(said, k, q.features, ({ family }, length, exact) => {
      known = true;
      const weight = (exact ? 1 : inOtherWords) * (length > 1 ? ofMore : 1);
      hits.push(hit(said, k, k + length, family, weight));
    });
    if (!known) for (const [family, weight] of likeKnown(said.sounds[k] ?? '', q)) hits.push(hit(said, k, k + 1, family, weight));
  }
  return hits;
}

const hit = (said: Said, from: number, to: number, family: number, weight: number): Hit => ({
  from,
  to,
  at: said.at[from] ?? 0,
  end: (said.at[to - 1] ?? 0) + 1,
  family,
  weight,
  sign: 1,
});

const shortestClip = 3;
const shortestTypo = 5;
const longTypo = 8;

/** "Coord", "yadhira": the beginning of a known word, or one with a slip. */
function likeKnown(word: string, { words }: QuestionFeatures): [number, number][] {
  if (word.length < shortestClip || /\d/.test(word.replace(/1/g, '')) || emptyWords.has(word) || harmless.has(word)) return [];
  const found: [number, number][] = [];
  for (const { sound, family, ofLabel } of words) {
    if (sound[0] !== word[0]) continue;
    if (sound.length > word.length && word.length >= (ofLabel ? shortestClip : shortestTypo) && sound.startsWith(word))
      found.push([family, clipped]);
    else if (ofLabel && nearlySame(sound, word)) found.push([family, mistyped]);
    else if (
      word.length >= shortestTypo + 2 &&
      sound.length >= shortestTypo &&
      Math.abs(sound.length - word.length) <= 2 &&
      distance(sound, word) <= (Math.min(word.length, sound.length) >= longTypo ? 2 : 1)
    )
      found.push([family, mistyped]);
  }
  return found;
}

/** Without those that stand inside a longer one. */
export const longest = (hits: readonly Hit[]): Hit[] =>
  hits.filter(
    (one) => !hits.some((other) => other.to - other.from > one.to - one.from && other.from <= one.from && other.to >= one.to),
  );

export interface WeighedMention {
  /** Of the options, those for which it speaks best. */
  places: readonly number[];
  end: number;
  /** A word of the label, and not what is said for it. */
  ofLabel: boolean;
}

const near = 0.8;
const margin = 0.3;
const least = 0.45;

/** By where they begin: the options that are meant there, with the help of what else she says. */
export function weighedMentions({ list, starts }: SaidClauses, q: QuestionFeatures): Map<number, WeighedMention> {
  const all = hitsIn(sayingWords(list), q);
  const hits = longest(all);
  const why = list.indexOf('porke');
  const mentions = new Map<number, WeighedMention>();
  if (hits.length === 0) return mentions;
  const total: number[] = Array.from({ length: q.count }, () => 0);
  const strongest = new Map<number, number[]>();
  const ends = new Map<number, number>();
  for (const { at, end, family, weight } of hits) {
    const here = strongest.get(at) ?? Array.from({ length: q.count }, () => 0);
    if (end > (ends.get(at) ?? 0)) ends.set(at, end);
    for (const [o, one] of (q.weights[family] ?? []).entries()) here[o] = Math.max(here[o] ?? 0, one * weight);
    strongest.set(at, here);
  }
  for (const [at, here] of strongest)
    for (const [o, one] of here.entries()) if (why <= 0 || at < why) total[o] = (total[o] ?? 0) + one;
  // Who did it counts besides what was done.
  const persons = new Set(
    all.filter(({ family, at }) => q.persons.has(family) && (why <= 0 || at < why)).map(({ family }) => family),
  );
  for (const family of persons)
    for (const [o, one] of (q.weights[family] ?? []).entries()) if ((total[o] ?? 0) > one) total[o] = (total[o] ?? 0) + one;
  const top = Math.max(...[...strongest.values()].flat());
  let until = 0;
  let before: WeighedMention | undefined;
  for (const [at, here] of [...strongest].sort(([a], [b]) => a - b)) {
    const best = Math.max(...here);
    // Beside what says much, what says little is no other option: "la vimos en la lista".
    if (at < until || best < least || best < top * beside) continue;
    const good = here.flatMap((one, o) => (one >= best * near ? [o] : []));
    const most = Math.max(...good.map((o) => total[o] ?? 0));
    const places = good.filter((o) => (total[o] ?? 0) > most - margin);
    const end = ends.get(at) ?? at + 1;
    const mention = { places, end, ofLabel: hits.every((one) => one.at !== at || q.own.has(one.family)) };
    // "Su compañera de sala": it only says which.
    const of = before !== undefined && belongs(list, starts, before.end, at) && !before.places.some((o) => places.includes(o));
    if (of) continue;
    mentions.set(at, mention);
    before = mention;
    until = end;
  }
  return mentions;
}

const beside = 0.6;
const joints = new Set(['de', 'del', 'la', 'el', 'los', 'las', 'su', 'mi']);
const belongs = (list: readonly string[], starts: ReadonlySet<number>, from: number, to: number): boolean => {
  if (to <= from || to - from > 2 || !/^del?$/.test(list[from] ?? '')) return false;
  for (let i = from; i <= to; i++) if (starts.has(i) || (i < to && !joints.has(list[i] ?? ''))) return false;
  return true;
};
