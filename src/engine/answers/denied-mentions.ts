// How far a "no" reaches: whether it takes away the option that stands behind it, or the one before it.
import type { Vocabulary } from '../../program/vocabulary-schema.ts';
import { type MentionIndex, mentionAt } from './option-mentions.ts';
import { emptyWords } from './option-words.ts';
import type { SaidClauses } from './said-clauses.ts';

const stops = new Set('mejor sino pero entonses asi y o'.split(' '));
const mostBetween = 3;
const passes = new Set(
  'kon es son era kiero puedo use fue pude la el las los de en a lo esa ese ke por boy ba usar ser'.split(' '),
);

/** "No la 2", "ni el lunes", "no puedo el martes". */
export function deniedBefore({ list, starts }: SaidClauses, at: number, from: number, v: Vocabulary): number | undefined {
  let others = 0;
  for (let i = at - 1; i >= from && !starts.has(i + 1); i--) {
    const word = list[i] ?? '';
    if (v.negations.has(word) || word === 'ningun') return i;
    if (stops.has(word)) return undefined;
    if (!passes.has(word) && !emptyWords.has(word) && ++others >= mostBetween) return undefined;
  }
  return undefined;
}

const mayStand = new Set('ya mejor siempre se me le la lo pues esa ese todabia aun esta este por aora de a'.split(' '));

const denials = new Set(['no', 'nunka', 'jamas', 'tampoko', 'falto', 'renunsio', 'nel']);

/** "El miércoles no", "soto mejor no", "karen ya no trabaja aquí"; in "lunes no martes" the no is the other's. */
export function deniedAfter(said: SaidClauses, end: number, index: MentionIndex, v: Vocabulary): boolean {
  const { list, starts } = said;
  let i = end;
  while (i < end + 3 && i < list.length && !starts.has(i) && mayStand.has(list[i] ?? '')) i++;
  if (starts.has(i) || !denials.has(list[i] ?? '')) return false;
  let next = i + 1;
  while (next < list.length && !starts.has(next) && emptyWords.has(list[next] ?? '')) next++;
  return next >= list.length || starts.has(next) || !mentionAt(said, next, index, v);
}
