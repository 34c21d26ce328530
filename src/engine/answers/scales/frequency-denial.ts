// What a denial does to a word of how often: "no siempre", "ni siempre ni pocas veces", "nunca deja de", "siempre se le olvida".
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import { pronouns } from '../words/absent-moment.ts';
import { phraseAt } from '../words/phrase-book.ts';
import { clauseEnd, type SaidClauses } from '../words/said-clauses.ts';

const says = new Set('es digo diria dijera desir pienso siento'.split(' '));
/** "No fue poco" says that it was more. */
const was = new Set(['fue', 'es', 'son', 'fueron', 'era', 'diria', 'digo']);
const notNegated = new Set('si ke pero y o u'.split(' '));
const contraryReach = 6;

/** "No hay momento en que no les hable": always. */
export function neverWithout(list: readonly string[], at: number): number | undefined {
  if (list[at] !== 'no' || !/^(?:ai|ay|ubo|abia|ai)$/.test(list[at + 1] ?? '')) return undefined;
  const no = list.findIndex((word, i) => i > at + 2 && i < at + 7 && word === 'no' && list[i - 1] === 'ke');
  return no < 0 ? undefined : no + 1;
}

/** "Ni siempre ni pocas veces", "tampoco muchas", "no fue poco": each rules one out. */
export function butNot(level: number): number[] {
  return level === 4 ? [3, 2] : level === 3 ? [2] : level === 2 ? [3, 4] : [2, 3, 4];
}

/** "No siempre", "no seguido": less than that. */
export function lesser(level: number, opens: string): number[] {
  if (level === 4) return [3, 2];
  if (level === 3) return opens === 'kasi' ? [3, 2] : [2];
  // "No pocas" may be "no: pocas", or many.
  if (level === 2 && opens !== 'kasi') return [2, 3];
  return [level];
}

/** "No siempre", "no la carga siempre"; but "no pues siempre", "no, siempre" begin with a no that is none. */
export function negatedBefore({ list, starts }: SaidClauses, at: number, from: number, v: Vocabulary): string | undefined {
  // "No creo que siempre" denies it too.
  const estimated = phraseEnding(list, at, v);
  if (estimated !== undefined)
    return v.negations.has(list[estimated - 1] ?? '') && !starts.has(estimated) && !starts.has(at) ? 'ni' : undefined;
  let others = 0;
  for (let i = at - 1; i >= from && !starts.has(i + 1); i--) {
    const word = list[i] ?? '';
    if (v.negations.has(word)) return word === 'no' && was.has(list[i + 1] ?? '') ? 'ni' : word === 'tampoko' ? 'ni' : word;
    // "No es que siempre", "no diría que siempre".
    if (word === 'ke' && says.has(list[i - 1] ?? '')) continue;
    if (notNegated.has(word) || phraseAt(list, i, v.courtesy)) return undefined;
    if (!pronouns.has(word) && ++others > 2) return undefined;
  }
  return undefined;
}

const phraseEnding = (list: readonly string[], at: number, v: Vocabulary): number | undefined =>
  [at - 1, at - 2, at - 3].find((i) => i >= 0 && phraseAt(list, i, v.closed.estimates)?.end === at);

/** "Siempre se le olvida", "se le olvida seguido", "nunca deja de". */
export function contraryNear(said: SaidClauses, at: number, end: number, v: Vocabulary): boolean {
  const { list } = said;
  // "Nunca la he visto que no": never without it.
  const never = phraseAt(list, at, v.frequency)?.means === 1 && list[at] !== 'nada';
  const is = (i: number): boolean =>
    phraseAt(list, i, v.closed.marks)?.means === 'contrary' || (never && list[i] === 'ke' && list[i + 1] === 'no');
  const last = Math.min(clauseEnd(said, at), end + contraryReach);
  for (let i = end; i < last; i++) if (is(i)) return !v.negations.has(list[i - 1] ?? '') || i === end;
  for (let i = Math.max(0, at - 4); i < at; i++)
    if (is(i) && (phraseAt(list, i, v.closed.marks)?.end ?? 0) === at && !said.starts.has(at)) return true;
  return false;
}
