// Which one option a sentence leaves, after what it takes and what it rules out: "en persona no se va a poder, por video".
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import { doubtful, type Reading, unclear, understood } from '../words/reading.ts';
import { chosenIn } from './chosen.ts';
import type { Chosen } from './chosen-so-far.ts';
import { optionClauses } from './option-clauses.ts';
import { mentionIndex } from './option-mentions.ts';
import type { PreparedOption } from './option-words.ts';

/** More words than this about one option, and it may be a tale; a whole phrase of hers bears more. */
const mostOthers = 3;
const mostBesidePhrase = 4;
/** "Estábamos en maternal pero nos cambiaron a preescolar". */
const moreWithContrast = 2;
const mostOffered = 3;
const allLabel = /^tod[oa]s?$/;
const noneLabel = /^(?:ningun|nada|nadie)/;

export interface OneChosen {
  reading: Reading<string>;
  chosen: Chosen;
}

/** `numbers`: "de la 1 no, de la 4" names two. */
export function oneChosen(text: string, prepared: readonly PreparedOption[], v: Vocabulary, numbers = false): OneChosen {
  const chosen = chosenIn(optionClauses(text, prepared, v), mentionIndex(prepared, v, numbers), v);
  return { chosen, reading: leftOf(chosen, prepared) };
}

function leftOf(c: Chosen, prepared: readonly PreparedOption[]): Reading<string> {
  const ids = prepared.map(({ id }) => id);
  const named = ids.filter((id) => c.taken.has(id) || c.unsettled.has(id) || c.turned.has(id));
  const [only] = named;
  if (named.length > 1) return named.length === ids.length && ids.length > mostOffered ? unclear : doubtful(named);
  if (only !== undefined && !c.taken.has(only)) return c.left.has(only) ? unclear : doubtful([only]);
  if (only !== undefined) {
    const sure =
      !c.open &&
      !c.estimated &&
      !c.unknown &&
      !c.perhapsAll &&
      !c.subordinate &&
      c.others <= (c.phrase ? mostBesidePhrase : mostOthers) + (c.left.size > 0 ? moreWithContrast : 0);
    return sure ? understood(only) : doubtful([only]);
  }
  // "No tengo nada", "ninguna por hoy": the one option that says that it is none.
  const [none, another] = prepared.filter(({ names: [name = []] }) => noneLabel.test(name[0] ?? ''));
  if (c.nothing && c.left.size === 0 && none && !another)
    return c.open || c.unknown || c.others > mostOthers ? doubtful([none.id]) : understood(none.id);
  // "Todo" of "Todo el tiempo".
  const [all, more] = prepared.filter(({ names: [name = []] }) => allLabel.test(name[0] ?? ''));
  if (c.everything && !c.excepts && c.left.size === 0 && all && !more)
    return c.open || c.unknown || c.others > 0 ? doubtful([all.id]) : understood(all.id);
  if (c.left.size === 0 || (c.unknown && !c.excepts)) return unclear;
  const others = ids.filter((id) => !c.left.has(id));
  const [other] = others;
  if (ids.length === 2 && other !== undefined && !c.open && c.others <= mostOthers) return understood(other);
  return others.length > 0 && others.length <= mostOffered ? doubtful(others) : unclear;
}
