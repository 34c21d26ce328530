// Mends words that she joined, split or mistyped ("todoel", "nun ca", "muxas") where a known word is meant.
import { distance } from 'fastest-levenshtein';
import type { PhraseBook } from '../../../program/vocabulary-schema.ts';
import { numberAt } from '../numbers/number-words.ts';
import { nearlySame } from './option-words.ts';

export interface Lexicon {
  /** They stay as they are. */
  words: ReadonlySet<string>;
  /** Those that may be joined. */
  parts: ReadonlySet<string>;
  /** By their first letter, for typing errors. */
  byLetter: ReadonlyMap<string, readonly string[]>;
  /** A pure memo; bounded, so that hostile words cannot fill the memory. */
  mended: Map<string, readonly string[]>;
}

/** In sounds the ch is written 1. */
const number = /[02-9]|^\d+$/;
const shortestTypo = 5;
const shortestJoined = 5;
const longestJoined = 24;
/** Of one letter only these stand joined: "aveces", "alas". */
const joinedLetters = new Set(['a', 'y', 'o']);

/** `meant`: the words for which a mistyped one may stand, `parts` those that may be joined; all of them where they are left out. */
export function lexiconOf(words: Iterable<string>, meant?: Iterable<string>, parts?: Iterable<string>): Lexicon {
  const set = new Set(words);
  const byLetter = new Map<string, string[]>();
  for (const word of meant ? new Set(meant) : set) {
    if (word.length < shortestTypo - 1) continue;
    const shelf = byLetter.get(word[0] ?? '') ?? [];
    shelf.push(word);
    byLetter.set(word[0] ?? '', shelf);
  }
  return { words: set, parts: parts ? new Set(parts) : set, byLetter, mended: new Map() };
}

export function* wordsIn(book: PhraseBook<unknown>): Iterable<string> {
  for (const shelf of book.values()) for (const entry of shelf) yield* entry.words;
}

export function mendWords(list: readonly string[], lexicon: Lexicon): string[] {
  const mended: string[] = [];
  for (let i = 0; i < list.length; i++) {
    const word = list[i] ?? '';
    // "Maternal b 2", "mat c dos", "maternalb2"
    const sign = /^[a-z]$/.test(word) ? `${word}${numberAt(list, i + 1)?.value ?? list[i + 1] ?? ''}` : '';
    if (/\d$/.test(sign) && lexicon.parts.has(sign)) {
      mended.push(sign);
      i++;
      continue;
    }
    const [, name = '', letter = ''] = /^(.{3,})([a-z]\d)$/.exec(word) ?? [];
    if (lexicon.parts.has(name) && lexicon.parts.has(letter)) {
      mended.push(name, letter);
      continue;
    }
    if (lexicon.words.has(word) || number.test(word)) {
      mended.push(word);
      continue;
    }
    const next = list[i + 1];
    if (next !== undefined && word.length + next.length >= shortestJoined && lexicon.parts.has(word + next)) {
      mended.push(word + next);
      i++;
    } else mended.push(...mendedWord(word, lexicon));
  }
  return mended;
}

const mostCached = 1000;

function mendedWord(word: string, lexicon: Lexicon): readonly string[] {
  const known = lexicon.mended.get(word);
  if (known) return known;
  const mended = split(word, lexicon) ?? [typo(word, lexicon) ?? word];
  if (lexicon.mended.size < mostCached && word.length <= longestJoined) lexicon.mended.set(word, mended);
  return mended;
}

const mostJoined = 4;

/** In known words, each of them long enough to be meant. */
function split(word: string, lexicon: Lexicon, depth = 2): string[] | undefined {
  const { parts: words } = lexicon;
  if (word.length < shortestJoined || word.length > longestJoined) return undefined;
  for (let cut = word.length - 2; cut > 0; cut--) {
    const [first, second] = [word.slice(0, cut), word.slice(cut)];
    if (first.length === 1 ? !joinedLetters.has(first) : first.length < 2) continue;
    if (words.has(first) && words.has(second) && (depth > 2 || first.length > 3 || second.length > 3)) return [first, second];
    // "todoeltiempo", "cuentosytiteres"
    const joint = second[0] ?? '';
    if (words.has(first) && first.length > 3 && joinedLetters.has(joint) && words.has(second.slice(1)) && second.length > 4)
      return [first, joint, second.slice(1)];
    const rest = depth < mostJoined && words.has(first) && first.length > 1 ? split(second, lexicon, depth + 1) : undefined;
    if (rest) return [first, ...rest];
  }
  // "maternala": the letter of a room.
  const last = word.at(-1) ?? '';
  if (depth === 2 && words.has(last) && words.has(word.slice(0, -1)) && word.length > 6 && last !== 's' && last !== 'o')
    return [word.slice(0, -1), last];
  return undefined;
}

const withoutVowels = (word: string): string => word.replace(/[aeiou]/g, '');
const fewestConsonants = 3;

function typo(word: string, { byLetter }: Lexicon): string | undefined {
  if (word.length < shortestTypo - 2 || word.length > longestJoined) return undefined;
  // "muxas": the x of short messages is a ch.
  const heard = word.includes('x') ? word.replace(/x/g, '1') : word;
  const near = byLetter.get(heard[0] ?? '') ?? [];
  if (near.includes(heard)) return heard;
  const long = heard.length >= shortestTypo;
  const found = near.filter(
    (known) => long && known.length >= shortestTypo && (swapped(known, heard) || nearlySame(letters(known), letters(heard))),
  );
  if (found.length > 0) return closest(found, heard);
  // "mchas", "pcas": the vowels left out.
  const bare = withoutVowels(heard);
  return bare.length >= fewestConsonants || long
    ? near.find((known) => known.length > heard.length && bare.length >= fewestConsonants && withoutVowels(known) === bare)
    : undefined;
}

const letters = (word: string): string => word.replace(/1/g, 'x');

const closest = (found: readonly string[], heard: string): string | undefined =>
  found.toSorted((a, b) => distance(a, heard) - distance(b, heard))[0];

/** "siemrpe": two letters beside each other have changed places. */
function swapped(known: string, heard: string): boolean {
  if (known.length !== heard.length) return false;
  let i = 0;
  while (i < known.length && known[i] === heard[i]) i++;
  return known[i] === heard[i + 1] && known[i + 1] === heard[i] && known.slice(i + 2) === heard.slice(i + 2);
}
