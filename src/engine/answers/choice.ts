// Reads which one of the shown options she means: by number, key, place, label, part of a label, synonym or typing error.
import type { Vocabulary } from '../../program/vocabulary-schema.ts';
import { numberedOptions } from './option-numbers.ts';
import { optionsByWords, type PreparedOption, prepareOptions } from './option-words.ts';
import { findPhrases, spokenWords, withoutPhrases } from './phrase-book.ts';
import { doubtful, type Reading, unclear, understood } from './reading.ts';
import { readYesNo } from './yes-no.ts';

export { readChoices } from './choices.ts';

export interface ChoiceOption {
  id: string;
  label: string;
  key?: string;
  synonyms?: readonly string[];
}

export function readChoice(text: string, options: readonly ChoiceOption[], v: Vocabulary): Reading<string> {
  const prepared = prepareOptions(options, v);
  const all = spokenWords(text, v.abbreviations);
  if (all.length === 0 || options.length === 0) return unclear;
  const exact = prepared.filter((o) => o.names.some((name) => name.join(' ') === all.join(' ')) || o.key === all.join(' '));
  const corrected = findPhrases(all, v.corrections).at(-1);
  const list = withoutPhrases(corrected && corrected.end < all.length ? all.slice(corrected.end) : all, v.courtesy);
  const numbered = numberedOptions(list, prepared, v);
  if (exact.length === 1 && numbered.ids.every((id) => id === exact[0]?.id)) return understood(exact[0]?.id ?? '');

  const asked = text.includes('?');
  const hedged = findPhrases(list, v.hedges).length > 0;
  if (numbered.ids.length > 0) {
    // "no la 2" says what it is not.
    if (deniesOption(list, v)) return unclear;
    const sure = numbered.ids.length === 1 && !asked && !hedged && (numbered.introduced || numbered.others === 0);
    return sure ? understood(numbered.ids[0] ?? '') : doubtful(numbered.ids);
  }
  return byWords(text, list, prepared, options, v, asked || hedged);
}

function byWords(
  text: string,
  list: readonly string[],
  prepared: readonly PreparedOption[],
  options: readonly ChoiceOption[],
  v: Vocabulary,
  open: boolean,
): Reading<string> {
  const found = optionsByWords(list, prepared);
  const inLabel =
    found.length === 1 &&
    prepared.find((o) => o.id === found[0])?.names.some((name) => name.some((word) => v.negations.has(word)));
  const denied = deniesOption(list, v) && inLabel !== true;
  if (found.length === 1 && !denied) return open ? doubtful(found) : understood(found[0] ?? '');
  const meaning = readYesNo(text, v);
  if (meaning.kind === 'understood') {
    const same = options.filter((o) => {
      const read = readYesNo(o.label, v);
      return read.kind === 'understood' && read.value === meaning.value;
    });
    if (same.length === 1) return understood(same[0]?.id ?? '');
    if (same.length > 1) return doubtful(same.map((o) => o.id));
  }
  if (denied) return unclear;
  return found.length > 1 && found.length < Math.max(options.length, 3) ? doubtful(found) : unclear;
}

function deniesOption(list: readonly string[], v: Vocabulary): boolean {
  return list.some((word) => v.negations.has(word)) || list.includes('menos') || list.includes('exepto');
}
