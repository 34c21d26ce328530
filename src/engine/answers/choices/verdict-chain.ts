// A verdict behind each option: "1 no 2 sí 3 no 4 sí", "uno y dos no, tres y cuatro sí", "la 2 sí, la 3 también, las demás no".
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import { phraseAt } from '../words/phrase-book.ts';
import { clauseStart, type SaidClauses } from '../words/said-clauses.ts';
import { type MentionIndex, mentionAt } from './option-mentions.ts';
import { emptyWords } from './option-words.ts';

export interface Verdicts {
  taken: Set<string>;
  left: Set<string>;
}

const yes = new Set(['si', 'tambien', 'ok', 'bien', 'claro']);
const no = new Set(['no', 'tampoko', 'nel', 'nop']);
const fewestGroups = 2;

/** Undefined where the sentence is anything else than options with a verdict behind each, the last one too. */
export function verdictChain(said: SaidClauses, index: MentionIndex, v: Vocabulary): Verdicts | undefined {
  const { list } = said;
  const verdicts: Verdicts = { taken: new Set(), left: new Set() };
  let open: string[] = [];
  let opensAt = 0;
  let groups = 0;
  const kinds = new Set<boolean>();
  for (let i = 0; i < list.length; ) {
    const word = list[i] ?? '';
    const rest = phraseAt(list, i, v.closed.rest);
    const mention = rest ? undefined : mentionAt(said, i, index, v);
    if (rest) {
      open.push(...index.order.filter((id) => !verdicts.taken.has(id) && !verdicts.left.has(id) && !open.includes(id)));
      opensAt = i;
      i = rest.end;
    } else if (mention && mention.ids.length === 1) {
      if (open.length === 0) opensAt = i;
      open.push(...mention.ids);
      i = mention.end;
    } else if (yes.has(word) || no.has(word)) {
      // "Desayuno, comida no": the first of them has none.
      if (open.length === 0 || clauseStart(said, i) > opensAt) return undefined;
      for (const id of open) (yes.has(word) ? verdicts.taken : verdicts.left).add(id);
      kinds.add(yes.has(word));
      open = [];
      groups++;
      i++;
    } else if (emptyWords.has(word) || phraseAt(list, i, v.courtesy)) i++;
    else return undefined;
  }
  return open.length === 0 && groups >= fewestGroups && kinds.size === 2 ? verdicts : undefined;
}
