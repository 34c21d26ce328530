// Whether a message says one of a list of phrases, by their sound; «*» leaves the end of a word open.
import { soundsOf } from './phrase-book.ts';

interface Phrase {
  words: readonly string[];
  open: boolean;
}
const prepared = new WeakMap<readonly string[], ReadonlyMap<string, readonly Phrase[]>>();

function prepare(phrases: readonly string[]): ReadonlyMap<string, readonly Phrase[]> {
  const known = prepared.get(phrases);
  if (known) return known;
  const shelves = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    const sounds = soundsOf(phrase);
    const [first] = sounds;
    if (first === undefined) continue;
    shelves.set(first, [...(shelves.get(first) ?? []), { words: sounds, open: phrase.endsWith('*') }]);
  }
  prepared.set(phrases, shelves);
  return shelves;
}

/** `alone`: a phrase of one word counts only in a message of few. */
export function saysOneOf(phrases: readonly string[], text: string, alone = false): boolean {
  const shelves = prepare(phrases);
  const said = soundsOf(text);
  return said.some((sound, at) =>
    (shelves.get(sound) ?? []).some(({ words: list, open }) => {
      if (alone && list.length === 1 && said.length > 3) return false;
      return list.every((word, k) =>
        k === list.length - 1 && open ? said[at + k]?.startsWith(word) === true : said[at + k] === word,
      );
    }),
  );
}
