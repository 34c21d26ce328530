// Reads which one of the shown options she means: by number, key, place, label, part of a label, synonym or typing error.
// A sentence that merely touches an option is offered back to her, never taken for the answer.
import type { Vocabulary } from '../../program/vocabulary-schema.ts';
import { numberedOptions } from './option-numbers.ts';
import { emptyWords, optionsByWords, type PreparedOption, prepareOptions } from './option-words.ts';
import { findPhrases, spokenWords, withoutPhrases } from './phrase-book.ts';
import { plainlySaid } from './plainly-said.ts';
import { doubtful, type Reading, unclear, understood } from './reading.ts';
import { saidAmong } from './said-among.ts';
import { longestText } from './text-forms.ts';
import { isPlainYesOrNo, readYesNo } from './yes-no.ts';

export { readChoices } from './choices.ts';

export interface ChoiceOption {
  id: string;
  label: string;
  key?: string;
  synonyms?: readonly string[];
}

/** Beyond this a message is a sentence: words of an option inside it prove nothing. */
const longestPick = 5;
const clockOrDate = /\d{1,2} ?: ?\d{2}(?!\d)|\d{1,2}\/\d{1,2}(?:\/\d{2,4})?|\d{1,2}-\d{1,2}-\d{2,4}/g;

export function readChoice(text: string, options: readonly ChoiceOption[], v: Vocabulary): Reading<string> {
  const prepared = prepareOptions(options, v);
  const source = text.slice(0, longestText);
  const all = spokenWords(source, v.abbreviations);
  if (all.length === 0 || options.length === 0) return unclear;
  const asked = /[?¿]/.test(source);
  const exact = prepared.filter((o) => o.names.some((name) => name.join(' ') === all.join(' ')) || o.key === all.join(' '));
  const corrected = findPhrases(all, v.corrections).at(-1);
  const replaced = corrected !== undefined && corrected.end < all.length;
  const list = withoutPhrases(replaced ? all.slice(corrected.end) : all, v.courtesy);
  const numbered = numberedOptions(clockless(source, list, v), prepared, v);
  const only = exact.length === 1 ? exact[0] : undefined;
  if (only && numbered.ids.every((id) => id === only.id))
    return asked && !options.find((o) => o.id === only.id)?.label.includes('?') ? doubtful([only.id]) : understood(only.id);

  const hedged = findPhrases(list, v.hedges).length > 0;
  const unsure = saysNotKnowing(list, prepared, v);
  // Every word is of that option, so that no hedge and no number is left over.
  const said = asked || unsure ? undefined : plainlySaid(list, prepared, v);
  if (said !== undefined) return understood(said);
  const among = asked || unsure ? undefined : saidAmong(list, prepared, v, /s[íÍ]|\bsi,/u.test(source.normalize('NFC')));
  if (among !== undefined) return understood(among);
  if (numbered.ids.length > 0) {
    // "no la 2" says what it is not.
    if (denies(list, v)) return unclear;
    const plainly = numbered.ids.length === 1 && (numbered.others === 0 || (numbered.explained && numbered.introduced));
    if (plainly && !asked && !hedged && !unsure) return understood(numbered.ids[0] ?? '');
    const said = numbered.others > 0 ? candidatesOf(byWords(source, list, prepared, options, v, true)) : [];
    return doubtful([...new Set([...numbered.ids, ...said])].slice(0, 6));
  }
  if (unsure) return unclear;
  return byWords(source, list, prepared, options, v, asked || hedged);
}

const candidatesOf = (reading: Reading<string>): string[] =>
  reading.kind === 'doubtful' ? reading.candidates : reading.kind === 'understood' ? [reading.value] : [];

/** The words without what is written as an hour or a date in signs. */
function clockless(source: string, list: readonly string[], v: Vocabulary): readonly string[] {
  if (!/[:/-]/.test(source) || !/\d/.test(source)) return list;
  const left = source.replace(clockOrDate, ' minutos ');
  return left === source ? list : withoutPhrases(spokenWords(left, v.abbreviations), v.courtesy);
}

/** "no sé", "quién sabe", "me da igual": nothing is chosen, unless an option says just that. */
function saysNotKnowing(list: readonly string[], prepared: readonly PreparedOption[], v: Vocabulary): boolean {
  const hits = findPhrases(list, v.dontKnow);
  return hits.some((hit) => {
    const phrase = list.slice(hit.at, hit.end).join(' ');
    // "No se pudo" begins like "no sé" and says something else.
    return !prepared.some((o) =>
      o.names.map((name) => name.join(' ')).some((name) => name.endsWith(phrase) || name.startsWith(`${phrase} todabia`)),
    );
  });
}

function byWords(
  text: string,
  list: readonly string[],
  prepared: readonly PreparedOption[],
  options: readonly ChoiceOption[],
  v: Vocabulary,
  open: boolean,
): Reading<string> {
  // "la", "de la": words without a meaning of their own are no part of a label.
  const tells = list.some((word) => !emptyWords.has(word));
  const found = tells ? optionsByWords(list, prepared) : { ids: [], kind: 'none' as const };
  const inLabel =
    found.ids.length > 0 &&
    found.ids.every((id) => prepared.find((o) => o.id === id)?.names.some((name) => name.some((word) => v.negations.has(word))));
  const denied = denies(list, v) && !inLabel;
  const plainYesNo = isPlainYesOrNo(text, v);
  if (found.ids.length === 1 && !denied) {
    const sure = !open && (found.kind === 'same' || plainYesNo || (found.kind === 'part' && list.length <= longestPick));
    return sure ? understood(found.ids[0] ?? '') : doubtful(found.ids);
  }
  const meaning = readYesNo(text, v);
  if (meaning.kind === 'understood') {
    const same = options.filter((o) => {
      const read = readYesNo(o.label, v);
      // "Sale", "ok" agree with what was said; they are no "ya lo terminé".
      const [first = ''] = spokenWords(o.label, v.abbreviations);
      const about = !meaning.value || first === 'si' || list.includes(first);
      return about && read.kind === 'understood' && read.value === meaning.value;
    });
    if (same.length === 1 && plainYesNo && !open) return understood(same[0]?.id ?? '');
    if (same.length > 0) return doubtful(same.map((o) => o.id));
  }
  if (denied) return unclear;
  return found.ids.length > 1 && found.ids.length < Math.max(options.length, 3) ? doubtful(found.ids) : unclear;
}

function denies(list: readonly string[], v: Vocabulary): boolean {
  return list.some((word) => v.negations.has(word)) || list.includes('menos') || list.includes('exepto');
}
