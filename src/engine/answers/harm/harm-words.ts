// Families of words about harm: prepared once, then every word of a message is one look into a map.
import { soundOf, soundsOf } from '../words/phrase-book.ts';

export type Tags = readonly number[];

interface PhraseTag {
  rest: readonly string[];
  family: number;
}

export interface HarmWords {
  numbers: ReadonlyMap<string, number>;
  exact: ReadonlyMap<string, Tags>;
  /** Words of which only the beginning is known, by that beginning. */
  openings: ReadonlyMap<string, Tags>;
  /** Long beginnings without any one of their letters, so that a slip of the finger finds them. */
  slips: ReadonlyMap<string, Tags>;
  phrases: ReadonlyMap<string, readonly PhraseTag[]>;
  seen: Map<string, Tags>;
}

const none: Tags = [];
/** A slip in a shorter word makes another word of it. */
const shortestSlip = 8;
const longestWord = 24;
const shortestOpening = 3;
const mostSeen = 8000;

const add = (map: Map<string, number[]>, key: string, family: number): void => {
  const list = map.get(key);
  if (!list) map.set(key, [family]);
  else if (!list.includes(family)) list.push(family);
};

function* withoutOne(word: string): Generator<string> {
  for (let i = 1; i < word.length; i++) yield word.slice(0, i) + word.slice(i + 1);
}

/** "le|les quita|quitan su comida": every phrase that one entry stands for. */
export function wordings(entry: string): readonly string[] {
  return entry
    .split(' ')
    .map((word) => word.split('|'))
    .reduce<string[]>((begun, choices) => begun.flatMap((start) => choices.map((word) => `${start} ${word}`.trim())), ['']);
}

/** Of a word before a star only the sound counts, and the last letter has none of its own yet ("moretonc…"). */
export function prepareHarmWords(families: Readonly<Record<string, readonly string[]>>, features: readonly string[]): HarmWords {
  const numbers = new Map<string, number>();
  for (const name of [...Object.keys(families), ...features]) if (!numbers.has(name)) numbers.set(name, numbers.size);
  const exact = new Map<string, number[]>();
  const openings = new Map<string, number[]>();
  const slips = new Map<string, number[]>();
  const phrases = new Map<string, PhraseTag[]>();
  for (const [name, entries] of Object.entries(families)) {
    const family = numbers.get(name) ?? 0;
    for (const entry of entries.flatMap(wordings)) {
      const parts = soundsOf(entry);
      const [first] = parts;
      if (first === undefined) continue;
      const open = entry.endsWith('*');
      if (parts.length > 1) {
        const rest = parts.slice(1);
        const last = rest.length - 1;
        if (open) rest[last] = `${rest[last]}*`;
        // By two words where both are whole: very many begin with "se" and "le".
        const [second = ''] = rest;
        const key = second.endsWith('*') ? first : `${first} ${second}`;
        const shelf = phrases.get(key);
        if (shelf) shelf.push({ rest, family });
        else phrases.set(key, [{ rest, family }]);
      } else {
        add(open ? openings : exact, first, family);
        // "Jalaron" is one letter from "hablaron": only what authors leave open is so much of its own.
        if (open && first.length >= shortestSlip) for (const slip of withoutOne(first)) add(slips, slip, family);
      }
    }
  }
  return { numbers, exact, openings, slips, phrases, seen: new Map() };
}

/** The families of one word, by its sound; remembered, because people use few words. */
export function tagsOf(known: HarmWords, word: string): Tags {
  const sound = soundOf(word);
  const before = known.seen.get(sound);
  if (before !== undefined) return before;
  const found = new Set<number>(known.exact.get(word) ?? none);
  for (const family of known.exact.get(sound) ?? none) found.add(family);
  if (sound.length < longestWord)
    for (let end = Math.min(sound.length, longestWord); end >= shortestOpening; end--)
      for (const family of known.openings.get(sound.slice(0, end)) ?? none) found.add(family);
  if (found.size === 0 && sound.length >= shortestSlip && sound.length < longestWord)
    for (const family of slipsOf(known, sound)) found.add(family);
  const tags = found.size ? [...found] : none;
  if (known.seen.size < mostSeen && word.length < longestWord) known.seen.set(sound, tags);
  return tags;
}

/** One letter too many or another one, but never the first. */
function slipsOf(known: HarmWords, sound: string): Tags {
  for (let end = shortestSlip; end <= sound.length; end++) {
    const opening = sound.slice(0, end);
    for (let i = 1; i < end; i++) {
      const tags = known.slips.get(opening.slice(0, i) + opening.slice(i + 1));
      if (tags) return tags;
    }
  }
  return none;
}

/** How many words from here on are the longest phrase of this family. */
export function longestPhrase(known: HarmWords, sounds: readonly string[], at: number, family: number): number {
  let longest = 1;
  for (const shelf of shelvesAt(known, sounds, at))
    for (const phrase of shelf)
      if (phrase.family === family && fits(phrase.rest, sounds, at)) longest = Math.max(longest, phrase.rest.length + 1);
  return longest;
}

const noShelf: readonly PhraseTag[] = [];

const shelvesAt = ({ phrases }: HarmWords, sounds: readonly string[], at: number): (readonly PhraseTag[])[] => [
  phrases.get(sounds[at] ?? '') ?? noShelf,
  phrases.get(`${sounds[at] ?? ''} ${sounds[at + 1] ?? ''}`) ?? noShelf,
];

const fits = (rest: readonly string[], sounds: readonly string[], at: number): boolean =>
  rest.every((word, k) => {
    const said = sounds[at + 1 + k];
    return said !== undefined && (word.endsWith('*') ? said.startsWith(word.slice(0, -1)) : said === word);
  });

/** Families of the phrases that begin at this word. */
export function phrasesFrom(known: HarmWords, sounds: readonly string[], at: number): Tags {
  let found: number[] | undefined;
  for (const shelf of shelvesAt(known, sounds, at))
    for (const { rest, family } of shelf)
      if (!found?.includes(family) && fits(rest, sounds, at)) found = [...(found ?? []), family];
  return found ?? none;
}
