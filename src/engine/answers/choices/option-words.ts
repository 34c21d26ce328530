// Says which options a phrase could mean by their words: full label, part of it, synonym, or a typing error.
import { distance } from 'fastest-levenshtein';
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import { spokenWords } from '../words/phrase-book.ts';
import type { ChoiceOption } from './choice.ts';

export interface PreparedOption {
  id: string;
  key?: string;
  /** Label and synonyms as words. */
  names: readonly (readonly string[])[];
  /** What the vocabulary knows to be said for the label. */
  alsoSaid: readonly (readonly string[])[];
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
  alsoSaid: saidFor(spokenWords(option.label, v.abbreviations).join(' '), v),
});

/** A name shorter than this stands in too many groups. */
const shortestSynonym = 5;
const idleInLabel = new Set(['ubo', 'fue', 'se']);

function saidFor(label: string, v: Vocabulary): (readonly string[])[] {
  const around = ` ${label} `;
  const groups = v.closed.synonyms.filter((group) => around.includes(` ${group.label} `));
  const concept = conceptOf(label.split(' '), v);
  if (groups.length > 0) return [...groups.flatMap(({ said }) => said), ...concept];
  const bare = label.replace(/^(?:(?:la|el|los|las|en|a|al|por|kon) )+/, '');
  // "Siesta" is said as "descanso" is, of which it is a name.
  const whole = (label.length >= shortestSynonym && label.split(' ').length <= 2) || label === 'ya';
  const called = (name: string): boolean => (whole && name === label) || (bare.length >= shortestSynonym && name === bare);
  const same = v.closed.synonyms
    .filter(({ said }) => said.some((name) => called(name.join(' '))))
    .flatMap(({ label: other, said }) => [other.split(' '), ...said]);
  return same.length > 0 ? same : concept;
}

/** "Se acabó el tiempo", "Video mío": all that is said for the reason, or the way, that the label names. */
function conceptOf(label: readonly string[], v: Vocabulary): (readonly string[])[] {
  const telling = label.filter((word) => !emptyWords.has(word) && !idleInLabel.has(word)).join(' ');
  const around = ` ${label.join(' ')} `;
  const found = v.closed.concepts.filter((phrases) =>
    phrases.some((name) => (name.length > 1 ? around.includes(` ${name.join(' ')} `) : telling === name[0])),
  );
  const [only] = found;
  return only && found.length === 1 ? [...only] : [];
}

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

const telling = (list: readonly string[]): string[] => {
  // The last letter of "Lactantes A" tells it from the others.
  const kept = list.filter((word, i) => !emptyWords.has(word) || (i > 0 && i === list.length - 1 && word.length === 1));
  return kept.length > 0 ? kept : [...list];
};

/** A name this short ("sí", "ya", "no") stands in too many sentences to be chosen by being there. */
const shortName = 3;
/** "todavía" and "aún" open the same answer. */
const alsoSaid = new Map([['aun', 'todabia']]);
const openingOf = (list: readonly string[]): string =>
  list
    .slice(0, 2)
    .map((word) => alsoSaid.get(word) ?? word)
    .join(' ');

interface Heard {
  list: readonly string[];
  /** As one string, with and without the words that say nothing. */
  whole: string;
  telling: readonly string[];
  told: string;
}
const heard = (list: readonly string[]): Heard => {
  const kept = telling(list);
  return { list, whole: list.join(' '), telling: kept, told: kept.join(' ') };
};
const heardNames = new WeakMap<PreparedOption, readonly Heard[]>();
function namesHeard(option: PreparedOption): readonly Heard[] {
  const known = heardNames.get(option) ?? option.names.map(heard);
  heardNames.set(option, known);
  return known;
}

/** 6 the same, 5 the same but for typing, 4 one contains the other, 3 so but for typing, 2 a short name inside, 1 the same opening, 0 nothing. */
function likeness(saidHeard: Heard, nameHeard: Heard): number {
  if (saidHeard.whole === nameHeard.whole || saidHeard.told === nameHeard.told) return 6;
  const [said, name, a, b] = [saidHeard.list, nameHeard.list, saidHeard.telling, nameHeard.telling];
  const inName = a.every((word) => b.some((other) => nearlySame(word, other)));
  const inSaid = b.every((word) => a.some((other) => nearlySame(word, other)));
  if (inName && inSaid) return 5;
  if (inSaid && b.join('').length <= shortName && !inName) return 2;
  if (inName || inSaid) return (inName ? a.every((word) => b.includes(word)) : b.every((word) => a.includes(word))) ? 4 : 3;
  return said.length > 2 && name.length > 2 && openingOf(said) === openingOf(name) && tellingOpening(said) ? 1 : 0;
}

/** Two words that say something together: "todavía no", not "en la". */
const tellingOpening = (said: readonly string[]): boolean => !emptyWords.has(said[0] ?? '') && !emptyWords.has(said[1] ?? '');

export interface OptionsByWords {
  ids: string[];
  /** `part`: one contains the other, or both begin alike; `short`: only a short word of hers is the name. */
  kind: 'same' | 'part' | 'short' | 'none';
}

const kinds = ['none', 'part', 'short', 'part', 'part', 'same', 'same'] as const;

export function optionsByWords(said: readonly string[], options: readonly PreparedOption[]): OptionsByWords {
  if (said.length === 0 || said.length > 60) return { ids: [], kind: 'none' };
  const all = heard(said);
  const scored = options.map((option) => ({
    id: option.id,
    score: Math.max(0, ...namesHeard(option).map((name) => likeness(all, name))),
  }));
  const best = Math.max(0, ...scored.map((s) => s.score));
  return best === 0
    ? { ids: [], kind: 'none' }
    : { ids: scored.filter((s) => s.score === best).map((s) => s.id), kind: kinds[best] ?? 'none' };
}
