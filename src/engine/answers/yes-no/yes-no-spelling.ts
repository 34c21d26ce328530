// Mends what a hurried thumb does to a yes or no: phrases written as one word ("claroquesi"), and one wrong letter ("claeo").
import { distance } from 'fastest-levenshtein';
import type { PhraseBook, Vocabulary, YesNoSense } from '../../../program/vocabulary-schema.ts';

interface Spelling {
  /** Phrases without their spaces. */
  joined: ReadonlyMap<string, readonly string[]>;
  /** Words of the phrases, by their first letter. */
  known: ReadonlySet<string>;
  long: ReadonlyMap<string, readonly string[]>;
}
const shortestJoined = 4;
/** A slip in a shorter word makes another word of it. */
const shortestSlip = 5;
/** Of longer phrases these begin an answer by themselves. */
const opens = new Set(['klaro', 'todabia', 'supuesto', 'siempre']);
const longest = 24;
const prepared = new WeakMap<PhraseBook<YesNoSense>, Spelling>();

function prepare(book: PhraseBook<YesNoSense>): Spelling {
  const known = prepared.get(book);
  if (known) return known;
  const joined = new Map<string, readonly string[]>();
  const words = new Set<string>();
  const long = new Map<string, string[]>();
  for (const shelf of book.values()) {
    for (const { words: phrase, means } of shelf) {
      for (const word of phrase) words.add(word);
      const whole = phrase.join('');
      if (phrase.length > 1 && whole.length >= shortestJoined) joined.set(whole, phrase);
      const [only] = phrase;
      if (
        only === undefined ||
        (phrase.length > 1 && !opens.has(only)) ||
        only.length < shortestSlip ||
        (means !== 'yes' && means !== 'no')
      )
        continue;
      const shelfOf = long.get(only.slice(0, 1)) ?? [];
      if (!shelfOf.includes(only)) long.set(only.slice(0, 1), [...shelfOf, only]);
    }
  }
  for (const word of words) joined.delete(word);
  const built = { joined, known: words, long };
  prepared.set(book, built);
  return built;
}

const courtesies = new WeakMap<PhraseBook<true>, ReadonlyMap<string, readonly string[]>>();
const shortestCourtesy = 4;

/** "Siporfavor", "nogracias": a yes or no with courtesy stuck to it. */
function gluedCourtesy(word: string, v: Vocabulary): string[] | undefined {
  const { courtesy } = v;
  const opens = word.slice(0, 2);
  if (opens !== 'si' && opens !== 'no') return undefined;
  let known = courtesies.get(courtesy);
  if (!known) {
    const all = [...courtesy.values()].flat().map(({ words }) => [words.join(''), words] as const);
    known = new Map(all.filter(([whole]) => whole.length >= shortestCourtesy));
    courtesies.set(courtesy, known);
  }
  const rest = known.get(word.slice(2));
  if (rest) return [opens, ...rest];
  const alone = word.slice(2);
  const yes = alone.length >= shortestCourtesy && v.yesNo.get(alone)?.some(({ words }) => words.length === 1);
  return yes ? [opens, alone] : undefined;
}

/** Of words in sounds. Only the first three are looked at: an answer stands at the beginning. */
export function mended(list: readonly string[], v: Vocabulary): string[] {
  const { joined, known, long } = prepare(v.yesNo);
  // "No no, claro que sí" waves it off, and then says yes.
  if (
    list[0] === 'no' &&
    list[1] === 'no' &&
    (list[2] === 'klaro' || list[2] === 'si' || (list[2] === 'komo' && list[3] === 'kree'))
  )
    return mended(list.slice(2), v);
  return list.flatMap((word, i) => {
    if (known.has(word) || word.length < shortestJoined || word.length > longest) return [word];
    const apart = joined.get(word) ?? (i === 0 ? gluedCourtesy(word, v) : undefined);
    if (apart) return [...apart];
    if (i > 1 || word.length < shortestSlip) return [word];
    const near = (long.get(word.slice(0, 1)) ?? []).filter((one) => one.length === word.length && distance(one, word) === 1);
    return near.length === 1 && near[0] !== undefined && list.length <= 4 ? [near[0]] : [word];
  });
}
