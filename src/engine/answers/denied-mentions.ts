// How far a "no" reaches: whether it takes away the option that stands behind it, or the one before it.
import type { Vocabulary } from '../../program/vocabulary-schema.ts';
import { type Mention, type MentionIndex, mentionAt } from './option-mentions.ts';
import { emptyWords } from './option-words.ts';
import { phraseAt } from './phrase-book.ts';
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
    // "Nada nerviosa"
    if (word === 'nada' && i === at - 1) return i;
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
  const whole = phraseAt(list, i, v.yesNo);
  if (whole?.means === 'no' && whole.end > i + 1 && !starts.has(i) && list[i] === 'ni') return true;
  if (starts.has(i) || !denials.has(list[i] ?? '')) return false;
  let next = i + 1;
  while (next < list.length && !starts.has(next) && emptyWords.has(list[next] ?? '')) next++;
  return next >= list.length || starts.has(next) || !mentionAt(said, next, index, v);
}

const mostAhead = 3;

/** "Iba a ser en el filtro, pero fue en la comida", "la movieron de Lactantes C a Maternal A": what was meant, and what it was. */
export function cameOtherwise({ list }: SaidClauses, previous: Mention, mention: Mention, v: Vocabulary): boolean {
  // "No hubo internet para videollamada, así que fue llamada".
  if (list.slice(previous.end, mention.at).some((word, i) => word === 'asi' && list[previous.end + i + 1] === 'ke')) return true;
  const planned = list.slice(0, previous.at).some((_, i) => {
    const hit = phraseAt(list, i, v.closed.planned);
    return hit !== undefined && hit.end <= previous.at && previous.at - hit.end <= mostAhead;
  });
  return (
    planned && list.slice(previous.end, mention.at).some((_, i) => phraseAt(list, previous.end + i, v.closed.turns) !== undefined)
  );
}

/** Whether an option is named here, behind articles. */
export function namesNext(said: SaidClauses, at: number, index: MentionIndex, v: Vocabulary): boolean {
  let i = at;
  while (i < said.list.length && emptyWords.has(said.list[i] ?? '')) i++;
  return i < said.list.length && mentionAt(said, i, index, v) !== undefined;
}
