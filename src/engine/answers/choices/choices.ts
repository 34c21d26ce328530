// Reads several of the shown options: "la 1 y la 3", "1,3", "de la 1 a la 3", "todas menos la 2", "las dos Lupitas", "ninguna".
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import { spokenWords, withoutPhrases } from '../words/phrase-book.ts';
import { doubtful, type Reading, unclear, understood } from '../words/reading.ts';
import { longestText, unaccented } from '../words/text-forms.ts';
import type { ChoiceOption } from './choice.ts';
import { chosenIn } from './chosen.ts';
import type { Chosen } from './chosen-so-far.ts';
import { optionClauses } from './option-clauses.ts';
import { mentionIndex } from './option-mentions.ts';
import { prepareOptions } from './option-words.ts';
import { manyOtherwise } from './unaccounted.ts';

const spanWords = /(?:^|[^\d])(\d{1,2}) ?(?:a|al|hasta|a la|hasta la|-|–) ?(\d{1,2})(?!\d)/;
const clockOrDate = /\d{1,2} ?: ?\d{2}(?!\d)|\d{1,2}\/\d{1,2}\/\d{2,4}/g;
const joinedNumbers = /(\d)([ye])(?=\d)/gi;
/** More words than this about what she chose, and it may be a tale. */
const mostOthers = 8;

export function readChoices(text: string, options: readonly ChoiceOption[], v: Vocabulary): Reading<string[]> {
  const source = text.slice(0, longestText);
  const prepared = prepareOptions(options, v);
  const list = withoutPhrases(spokenWords(source, v.abbreviations), v.courtesy);
  if (list.length === 0 || options.length === 0) return unclear;
  const exact = prepared.filter((o) => o.names.some((name) => name.join(' ') === list.join(' ')));
  if (exact.length === 1 && exact[0] && !/[?¿]/.test(source)) return understood([exact[0].id]);
  const bare = unaccented(source);
  const span = spanWords.exec(bare);
  if (span && list.length <= longestSpan)
    return spanned(Number(span[1]), Number(span[2]), /\d ?[-–] ?\d/.test(bare), options, source);
  const together = /^\d{2,}$/.test(list.join(' ')) ? apart(list[0] ?? '', options) : undefined;
  if (together) return together;
  const said = optionClauses(source.replace(clockOrDate, ' hora ').replace(joinedNumbers, '$1 $2 '), prepared, v);
  const reading = settled(chosenIn(said, mentionIndex(prepared, v, true), v), options);
  return reading.kind === 'understood' && reading.value.length > 0 && manyOtherwise(source, v)
    ? doubtful([reading.value])
    : reading;
}
const longestSpan = 10;
/** "Todos" takes no "ninguno". */
const none = /^ning[uú]n|^nad(?:a|ie)\b/i;

function settled(c: Chosen, options: readonly ChoiceOption[]): Reading<string[]> {
  const ids = options.map(({ id }) => id);
  const inOrder = (set: ReadonlySet<string>): string[] => ids.filter((id) => set.has(id));
  // "Lunes o martes, el que usted diga"
  if (c.unknown && !c.excepts) return c.open && c.taken.size > 0 ? doubtful([inOrder(c.taken)]) : unclear;
  // "Ninguna excepto el plan".
  if (c.nothing && c.excepts && c.left.size > 0) return c.open ? doubtful([inOrder(c.left)]) : understood(inOrder(c.left));
  if (c.unsettled.size > 0) return doubtful([...c.taken, ...c.unsettled].map((id) => [id]));
  const tale = c.others > mostOthers;
  if (c.everything || c.excepts) {
    const kept = ids.filter((id) => !c.left.has(id) && !options.some((one) => one.id === id && none.test(one.label)));
    const clear = c.excepts ? c.left.size > 0 : c.taken.size === 0 || kept.length === ids.length;
    // "Todas" and then some by name: which of both?
    if (c.everything && !c.excepts && c.taken.size > 0 && c.taken.size < ids.length && c.left.size === 0)
      return doubtful([ids, inOrder(c.taken)]);
    if (c.excepts && c.left.size === 0) return c.taken.size > 0 ? doubtful([inOrder(c.taken)]) : unclear;
    if (c.excepts && !c.everything && c.taken.size > 0)
      return c.open || tale ? doubtful([inOrder(c.taken)]) : understood(inOrder(c.taken));
    return !clear || c.open || tale ? doubtful([kept]) : understood(kept);
  }
  if (c.taken.size > 0) {
    const taken = inOrder(c.taken);
    if (c.perhapsAll) return doubtful([taken, taken.slice(-1)]);
    return c.open || tale || c.missed > 0 ? doubtful([taken]) : understood(taken);
  }
  if (c.nothing) return c.open || tale ? doubtful([[]]) : understood([]);
  if (c.left.size === 0) return unclear;
  const others = ids.filter((id) => !c.left.has(id));
  // "Ni avisos ni lecturas", of two.
  if (others.length === 0) return c.open ? doubtful([[]]) : understood([]);
  return doubtful([others]);
}

/** "13" among five options is most likely 1 and 3 without the space. */
function apart(number: string, options: readonly ChoiceOption[]): Reading<string[]> | undefined {
  if (Number(number) <= options.length) return undefined;
  const digits = [...number].map((digit) => options[Number(digit) - 1]?.id);
  if (!digits.every((id) => id !== undefined)) return unclear;
  const set = new Set(digits);
  return doubtful([options.map(({ id }) => id).filter((id) => set.has(id))]);
}

function spanned(from: number, to: number, dashed: boolean, options: readonly ChoiceOption[], source: string): Reading<string[]> {
  const ids = options.filter((_, i) => i + 1 >= from && i + 1 <= to).map((o) => o.id);
  if (from >= to || to > options.length || from < 1) return unclear;
  const ends = [options[from - 1]?.id ?? '', options[to - 1]?.id ?? ''];
  // "1-3" may be the first to the third, or the first and the third.
  if (dashed && ids.length > 2) return doubtful([ids, ends]);
  return /[?¿]/.test(source) ? doubtful([ids]) : understood(ids);
}
