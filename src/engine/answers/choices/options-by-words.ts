// Which options a phrase could be by its words alone: full label, part of it, synonym, or a typing error.
import { emptyWords, nearlySame, type PreparedOption } from './option-words.ts';

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
