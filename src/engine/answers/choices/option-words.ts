// The options of a question as words by their sound, and when two words are the same but for typing.
import { distance } from 'fastest-levenshtein';
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import { spokenWords } from '../words/phrase-book.ts';
import type { ChoiceOption } from './choice.ts';

export interface PreparedOption {
  id: string;
  key?: string;
  /** Label and synonyms as words. */
  names: readonly (readonly string[])[];
}

export const emptyWords = new Set([
  'la',
  'el',
  'los',
  'las',
  'de',
  'del',
  'en',
  'a',
  'al',
  'y',
  'o',
  'un',
  'una',
  'lo',
  'es',
  'por',
  'para',
  'kon',
  'su',
  'mi',
  'ke',
  'se',
  'me',
  'e',
  'u',
]);

const prepared = new WeakMap<Vocabulary, Map<string, readonly PreparedOption[]>>();
const mostPrepared = 1000;

/** Remembered by what the options are called: the same questions are asked of everybody, and readers keep their own by this list. */
export function prepareOptions(options: readonly ChoiceOption[], v: Vocabulary): readonly PreparedOption[] {
  let shelf = prepared.get(v);
  if (!shelf || shelf.size >= mostPrepared) {
    shelf = new Map();
    prepared.set(v, shelf);
  }
  let called = '';
  for (const { id, key = '', label, synonyms } of options) called += `${id}\0${key}\0${label}\0${synonyms?.join('\0') ?? ''}\n`;
  let found = shelf.get(called);
  if (!found) {
    found = options.map((option) => prepareOption(option, v));
    shelf.set(called, found);
  }
  return found;
}

const prepareOption = (option: ChoiceOption, v: Vocabulary): PreparedOption => ({
  id: option.id,
  ...(option.key === undefined ? {} : { key: spokenWords(option.key, v.abbreviations).join(' ') }),
  names: [option.label, ...(option.synonyms ?? [])]
    .map((name) => spokenWords(name, v.abbreviations))
    .filter((name) => name.length > 0),
});

const small = /it[oa]s?$/;
/** "Tardecito", "ratito": the word that is made small. */
const withoutSmall = (word: string): string => word.replace(/(?:e?sit|it)[oa]s?$/, '').replace(/[oae]s?$/, '');

export function nearlySame(a: string, b: string): boolean {
  if (a === b) return true;
  if (a[0] !== b[0]) return false;
  if ((small.test(a) || small.test(b)) && withoutSmall(a) === withoutSmall(b)) return true;
  const shortest = Math.min(a.length, b.length);
  if (shortest < 4 || Math.abs(a.length - b.length) > 2 || /\d/.test(a + b)) return false;
  return distance(a, b) <= (shortest >= 8 ? 2 : 1);
}
