// One option said in full in the middle of a polite sentence: "pues le digo que voy a la mitad, maestra, aunque un poquito más".
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import { findPhrases, phraseAt, soundOf } from '../words/phrase-book.ts';
import type { PreparedOption } from './option-words.ts';

interface Span {
  id: string;
  at: number;
  end: number;
}

const longest = 40;
/** Shorter names stand in too many sentences by chance. */
const fewestLetters = 6;
const fewestWords = 2;
const reserve = new Set(['pero', 'aunke', 'eksepto', 'salbo']);
/** After one of these, what is said is not so, or not yet. */
const notSo = new Set(
  'no ni si aun todavia cuando para que como sin quiero quisiera espero voy antes hasta haber'.split(' ').map(soundOf),
);
const yesAndNo = new Set(['si', 'no']);

/** The only option that is named so; a denial, a doubt, a reserve or a second option leave none. */
export function saidAmong(
  list: readonly string[],
  options: readonly PreparedOption[],
  v: Vocabulary,
  accented: boolean,
): string | undefined {
  if (list.length > longest || list.length < fewestWords || list.some((word) => /^\d+$/.test(word))) return undefined;
  const spans = longestSpans(options.flatMap((option) => spansOf(list, option)));
  const ids = new Set(spans.map(({ id }) => id));
  const [only] = spans;
  if (!only || ids.size !== 1) return undefined;
  const inside = (at: number): boolean => spans.some((span) => at >= span.at && at < span.end);
  if (findPhrases(list, v.hedges).some((hit) => !inside(hit.at))) return undefined;
  const opposite = list.some((word, i) => !inside(i) && v.negations.has(word));
  // Where an option is itself a yes or a no, the sentence may say the other one in its own words.
  const label = options.find(({ id }) => id === only.id)?.names[0] ?? [];
  const tells = yesAndNo.has(label[0] ?? '') || yesAndNo.has(only.id);
  if (list.some((word, i) => !inside(i) && tells && reserve.has(word))) return undefined;
  if (opposite && tells) return undefined;
  return spans.every((span) => stands(list, span, v, accented)) ? only.id : undefined;
}

function spansOf(list: readonly string[], option: PreparedOption): Span[] {
  const spans: Span[] = [];
  for (const name of option.names) {
    if (name.length < fewestWords || name.join('').length < fewestLetters) continue;
    for (let at = 0; at + name.length <= list.length; at++)
      if (name.every((word, k) => list[at + k] === word)) spans.push({ id: option.id, at, end: at + name.length });
  }
  return spans;
}

/** "Ya casi lo termino" holds no "lo termino". */
const longestSpans = (spans: readonly Span[]): Span[] =>
  spans.filter(
    (one) =>
      !spans.some(
        (other) => other !== one && other.at <= one.at && other.end >= one.end && other.end - other.at > one.end - one.at,
      ),
  );

function stands(list: readonly string[], { at, end }: Span, v: Vocabulary, accented: boolean): boolean {
  const before = list[at - 1] ?? '';
  const first = list[at] ?? '';
  if (notSo.has(before) && !(before === 'ke' && ['digo', 'dije', 'komo', 'es', 'sino'].includes(list[at - 2] ?? '')))
    if (!(before === 'si' && accented) && before !== first)
      // "Sí, ya aceptó": set off by its accent or comma.
      return false;
  const last = list[end - 1] ?? '';
  const next = list[end];
  if (!yesAndNo.has(last) || next === undefined) return true;
  // "Dijo que no hay problema", "me dijo que si puede": the sentence goes on and says something else.
  if (last === 'si' && accented) return true;
  return phraseAt(list, end, v.yesNo)?.means === (last === 'si' ? 'yes' : 'no') || next === 'ke' || next === 'kon';
}
