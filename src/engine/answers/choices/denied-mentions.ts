// How far a "no" reaches: whether it takes away the option that stands behind it, or the one before it.
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import { phraseAt } from '../words/phrase-book.ts';
import { clauseStart, type SaidClauses } from '../words/said-clauses.ts';
import { type Mention, type MentionIndex, mentionAt } from './option-mentions.ts';
import { emptyWords } from './option-words.ts';

const stops = new Set('mejor sino pero entonses asi y o'.split(' '));
const nones = new Set(['ningun', 'ninguna', 'ninguno']);
const mostBetween = 3;
const mostAhead = 3;
const passes = new Set(
  'kon es son era kiero puedo use fue pude la el las los de en a lo esa ese ke por boy ba usar ser'.split(' '),
);

/** "No la 2", "ni el lunes", "no puedo el martes". */
export function deniedBefore({ list, starts }: SaidClauses, at: number, from: number, v: Vocabulary): number | undefined {
  let others = 0;
  for (let i = at - 1; i >= from && !starts.has(i + 1); i--) {
    const word = list[i] ?? '';
    if (v.negations.has(word) || nones.has(word)) return i;
    // "Nada nerviosa", "nada de videos"
    if (word === 'nada' && (i === at - 1 || (i === at - 2 && list[at - 1] === 'de'))) return i;
    if (stops.has(word)) return undefined;
    if (!passes.has(word) && !emptyWords.has(word) && ++others >= mostBetween) return undefined;
  }
  return undefined;
}

const isThat = /(?:^| )no (?:es|era|fue|a sido|kreo|kreas?|pienso) (?:por)?ke(?: |$)/;
const contrasts = new Set(['pero', 'sino', 'aunke', 'mas', 'solo', 'nomas']);

/** "No es que no quiera": all of that clause is not so. */
export function underNotThat(said: SaidClauses, at: number): boolean {
  const before = said.list.slice(clauseStart(said, at), at);
  return isThat.test(before.join(' ')) && !before.some((word) => contrasts.has(word));
}

/** "Tiempo sí había", "sí hubo quien cubriera": what the option says there was not, there was. */
export function saidYesTo({ list, starts }: SaidClauses, { at, end }: Mention, v: Vocabulary): boolean {
  if (list.slice(at, end).some((word) => v.negations.has(word))) return false;
  const next = starts.has(end) ? '' : (list[end] ?? '');
  if (next === 'si' && !starts.has(end)) return true;
  for (let i = at - 1; i >= Math.max(0, at - mostAhead) && !starts.has(i + 1); i--) if (list[i] === 'si') return true;
  return false;
}

const mayStand = new Set('ya mejor siempre se me le la lo pues esa ese todabia aun esta este por aora de a'.split(' '));

/** "El directorio sigue cerrado", "la bitácora ni la abrí". */
const undone =
  /^(?:sigu?e (?:serad|pendiente|sin |igual)|esta (?:serad|pendiente)|keda pendiente|kedo pendiente|ni siki?era|ni l[ao]s? )/;
const denials = new Set(['no', 'nunka', 'jamas', 'tampoko', 'falto', 'renunsio', 'nel']);

/** "El miércoles no", "soto mejor no", "karen ya no trabaja aquí"; in "lunes no martes" the no is the other's. */
export function deniedAfter(said: SaidClauses, end: number, index: MentionIndex, v: Vocabulary): boolean {
  const { list, starts } = said;
  let i = end;
  while (i < end + 3 && i < list.length && !starts.has(i) && mayStand.has(list[i] ?? '')) i++;
  if (!starts.has(end) && undone.test(list.slice(end, end + 4).join(' '))) return true;
  const whole = phraseAt(list, i, v.yesNo);
  if (whole?.means === 'no' && whole.end > i + 1 && !starts.has(i) && list[i] === 'ni') return true;
  if (starts.has(i) || !denials.has(list[i] ?? '')) return false;
  let next = i + 1;
  while (next < list.length && !starts.has(next) && emptyWords.has(list[next] ?? '')) next++;
  return next >= list.length || starts.has(next) || !mentionAt(said, next, index, v);
}

const comesNow = /^(?:aora|aorita|toka|sigu?e|falta|faltan|bamos|boi|boy|kiero|keda|estamos|estoi|estoy|andamos|ando|empesamos)$/;
const finished = /^(?:termin|akab|pasamos|konklui)/;

/** "Iba a ser en el filtro, pero fue en la comida", "la movieron de Lactantes C a Maternal A": what was meant, and what it was. */
export function cameOtherwise({ list }: SaidClauses, previous: Mention, mention: Mention, v: Vocabulary): boolean {
  // "No hubo internet para videollamada, así que fue llamada".
  if (list.slice(previous.end, mention.at).some((word, i) => word === 'asi' && list[previous.end + i + 1] === 'ke')) return true;
  const between = list.slice(previous.end, mention.at);
  // "Sensibilidad ya la vimos, ahora toca modelaje".
  const behindHer =
    between.slice(0, 2).includes('ya') ||
    list.slice(Math.max(0, previous.at - 3), previous.at).some((word) => finished.test(word));
  if (behindHer && between.some((word, i) => i > 0 - Number(!between.includes('ya')) && comesNow.test(word))) return true;
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
