// What a word of how often is said of, where that is not the practice: the telephone, a courtesy, a deed that runs against it.
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import { pronouns } from '../words/absent-moment.ts';
import { openPhraseAt, phraseAt } from '../words/phrase-book.ts';
import { clauseEnd, clauseStart, type SaidClauses } from '../words/said-clauses.ts';

/** "Siempre se me traba el chat", "siempre tan amable": nothing is said of the practice. */
export function isAside(said: SaidClauses, { at, end }: { at: number; end: number }, v: Vocabulary): boolean {
  const { list } = said;
  // "Como siempre, un gusto".
  if (list[at - 1] === 'komo' && end - at === 1 && !said.starts.has(at)) return true;
  for (let i = clauseStart(said, at), to = clauseEnd(said, at); i < to; i++)
    if ((i < at || i >= end) && openPhraseAt(list, i, v.closed.aside)) return true;
  return false;
}

/** "Siempre los interrumpe", "siempre les sirve ella". */
export function againstAt(said: SaidClauses, at: number, v: Vocabulary): { at: number; end: number } | undefined {
  const { list } = said;
  const hit = openPhraseAt(list, at, v.closed.against);
  if (!hit && list[at] !== 'eya') return undefined;
  const [from, to] = [clauseStart(said, at), clauseEnd(said, at)];
  if (!list.slice(from, to).some((_, k) => phraseAt(list, from + k, v.frequency))) return undefined;
  if (hit) return hit;
  const herself = list[at] === 'eya' && clauseEnd(said, at) === at + 1 && !said.starts.has(at);
  if (!herself || phraseAt(list, at - 1, v.frequency)) return undefined;
  const before = list.slice(Math.max(clauseStart(said, at), at - reach), at);
  const given = before.some((word) => pronouns.has(word) && word !== 'se');
  return given && (before.includes('todo') || !does.test(list[at - 1] ?? '')) ? { at, end: at + 1 } : undefined;
}
const reach = 5;

const does = /^(?:ase|iso|asia|aze|asen|isieron|pasa|paso|dio|da)$/;

const had = new Set(['ubo', 'tubo', 'tubieron', 'tenia', 'tenian', 'abia', 'dio', 'dieron', 'tiene', 'ai', 'ay']);
const occasion = /^(?:oportunidad|oportunidades|1anse|1anses|1ansa|okasion|okasiones|momento|momentos)$/;
const joints = new Set(['y', 'pero', 'ni', 'aunke']);

/** "Tuvo chance todas las veces, pero nada": how often the moment came, and not what she did with it. */
export function isOfOccasion({ list, starts }: SaidClauses, { at, end }: { at: number; end: number }, v: Vocabulary): boolean {
  let from = at;
  while (from > 0 && !starts.has(from) && !joints.has(list[from - 1] ?? '')) from--;
  let to = end;
  while (to < list.length && !starts.has(to) && !joints.has(list[to] ?? '')) to++;
  const said = [...list.slice(from, at), ...list.slice(end, to)];
  return (
    said.some((word) => had.has(word)) && said.some((word) => occasion.test(word)) && !said.some((word) => v.negations.has(word))
  );
}

const notSeen =
  /^(?:ke )?(?:l[ao]s? )?(?:me (?:a |an )?tok(?:o|ado)|tokado|alkanse|e alkansado|estube|e estado|koinsidi|e koinsidido|pude|e podido|me (?:e )?fij(?:e|ado))(?: |$)/;

/** "Nunca me tocó verlo": she was not there, which says nothing of the practice. */
export const notSeenBy = ({ list }: SaidClauses, from: number): boolean => notSeen.test(list.slice(from, from + 5).join(' '));

const seen = /^(?:a|l[ao]s?|les?|e|eh|yo|boi|boy|mu1as|algunas|nunka|kasi|pokas|bi|bengo|paso)$/;

/** "Siempre que se presta": often at least; but "siempre que la he visto" is always. */
export function extremeAt(
  { list, starts }: SaidClauses,
  at: number,
  v: Vocabulary,
): { end: number; levels: number[] } | undefined {
  const hit = phraseAt(list, at, v.closed.extremes);
  if (!hit) return undefined;
  if (list[at] === 'siempre' && (starts.has(hit.end) || seen.test(list[hit.end] ?? 'a'))) return undefined;
  return { end: hit.end, levels: [...hit.means] };
}

/** Behind a "no": the practice itself, by a word that stands for it, or nothing more. */
export function deniesIt({ list, starts }: SaidClauses, from: number): boolean {
  let i = from;
  while (i < list.length && !starts.has(i) && pronouns.has(list[i] ?? '')) i++;
  if (i >= list.length || starts.has(i) || i + 1 === list.length) return true;
  return does.test(list[i] ?? '') || /^(?:pero|y|jaja|pues|maestra|mis|o)$/.test(list[i] ?? '');
}
