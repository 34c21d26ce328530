// What she wrote as words by their sound, with the places where a clause or a bubble begins.
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import { phraseAt, spokenWords } from './phrase-book.ts';
import { longestText } from './text-forms.ts';

export interface SaidClauses {
  list: string[];
  /** Places at which a clause begins. */
  starts: ReadonlySet<number>;
  /** Places at which a bubble begins. */
  bubbles: ReadonlySet<number>;
  /** Places at which a bubble begins with a star: "*algunas" mends what stands above. */
  stars: ReadonlySet<number>;
  asks: boolean;
  /** Where the clause begins that she asks: what stands before it is told. */
  askedFrom: number;
}

const mostWords = 300;
const clauseEnds = /([;!?¿¡()…—"]+|[.,:](?!\d))/;
/** "¿Verdad?", "¿no?" ask about what stands before. */
const longestTag = 2;

export function saidClauses(
  text: string,
  v: Vocabulary,
  mend: (words: readonly string[]) => readonly string[] = (words) => words,
): SaidClauses {
  const source = text.slice(0, longestText).replace(/%/g, ' por ciento ');
  const list: string[] = [];
  const starts = new Set<number>();
  const bubbles = new Set<number>();
  const stars = new Set<number>();
  const asks = /[?¿]/.test(source);
  let askedFrom = Number.POSITIVE_INFINITY;
  for (const bubble of source.split('\n')) {
    if (list.length > 0) bubbles.add(list.length);
    if (list.length > 0 && /^\s*\*|\*\s*$/.test(bubble)) stars.add(list.length);
    const pieces = bubble.split(clauseEnds);
    for (const [k, clause] of pieces.entries()) {
      if (k % 2 === 1) continue;
      const spoken = mend(spokenWords(clause, v.abbreviations));
      if (spoken.length === 0 || list.length >= mostWords) continue;
      starts.add(list.length);
      const asked = /[?]/.test(pieces[k + 1] ?? '') || /¿/.test(pieces[k - 1] ?? '');
      if (asked && spoken.length > longestTag) askedFrom = Math.min(askedFrom, list.length);
      list.push(...spoken);
    }
  }
  correctionFirst(list, starts, v);
  return { list, starts, bubbles, stars, asks, askedFrom: asks && askedFrom === Number.POSITIVE_INFINITY ? 0 : askedFrom };
}

/** "Martes⏎jueves, perdón": the word that takes back stands behind what it puts instead. */
function correctionFirst(list: string[], starts: Set<number>, v: Vocabulary): void {
  const [word = ''] = list.slice(-1);
  const two = phraseAt(list, list.length - 2, v.closed.instead);
  const one = trailing.has(word) ? list.length - 1 : undefined;
  // "Ni cuando le digo" takes nothing back.
  if (/^(?:l[eao]s?|te)$/.test(list.at(-2) ?? '')) return;
  const at = two && two.end === list.length && trailing.has(list[two.at] ?? '') ? two.at : one;
  if (at === undefined || at < 1) return;
  let from = at - 1;
  while (from > 0 && !starts.has(from)) from--;
  if (from === 0) return;
  const moved = list.splice(at);
  starts.delete(at);
  list.splice(from, 0, ...moved);
}
const trailing = new Set(['perdon', 'digo', 'mejor', 'me', 'ups', 'error']);

/** Where the clause ends in which `at` stands. */
export function clauseEnd({ list, starts }: SaidClauses, at: number): number {
  let end = at + 1;
  while (end < list.length && !starts.has(end)) end++;
  return end;
}

export function clauseStart({ starts }: SaidClauses, at: number): number {
  let start = at;
  while (start > 0 && !starts.has(start)) start--;
  return start;
}
