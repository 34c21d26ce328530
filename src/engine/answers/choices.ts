// Reads several of the shown options: "la 1 y la 3", "1,3", "de la 1 a la 3", "todas menos la 2", "ninguna".
import type { Vocabulary } from '../../program/vocabulary-schema.ts';
import { type ChoiceOption, readChoice } from './choice.ts';
import { numberedOptions } from './option-numbers.ts';
import { type PreparedOption, prepareOptions } from './option-words.ts';
import { findPhrases, spokenWords, withoutPhrases } from './phrase-book.ts';
import { doubtful, type Reading, unclear, understood } from './reading.ts';
import { longestText, unaccented } from './text-forms.ts';

const separators = /[,;\n+&/]| y | e | tambien | mas la | ademas de /;
const spanWords = /(?:^|[^\d])(\d{1,2}) ?(?:a|al|hasta|a la|hasta la|-|–) ?(\d{1,2})(?!\d)/;

function ordered(ids: Iterable<string>, options: readonly ChoiceOption[]): string[] {
  const set = new Set(ids);
  return options.map((o) => o.id).filter((id) => set.has(id));
}

export function readChoices(text: string, options: readonly ChoiceOption[], v: Vocabulary): Reading<string[]> {
  const prepared = prepareOptions(options, v);
  const source = afterCorrection(text.slice(0, longestText), v);
  const list = withoutPhrases(spokenWords(source, v.abbreviations), v.courtesy);
  if (list.length === 0 || options.length === 0) return unclear;
  const exact = prepared.filter((o) => o.names.some((name) => name.join(' ') === list.join(' ')));
  if (exact.length === 1 && exact[0]) return understood([exact[0].id]);
  const open = text.includes('?') || findPhrases(list, v.hedges).length > 0;
  const close = (ids: string[]): Reading<string[]> => (open ? doubtful([ids]) : understood(ids));

  const all = findPhrases(list, v.all);
  const none = findPhrases(list, v.none);
  const except = findPhrases(list, v.except);
  const everything =
    all.length > 0 ||
    (list.join(' ') === 'las dos' && options.length === 2) ||
    (list.join(' ') === 'ambas' && options.length === 2);
  if (everything && none.length === 0) {
    const cut = except[0];
    if (!cut) return withoutYes(list, v).length <= 3 ? close(options.map((o) => o.id)) : doubtful([options.map((o) => o.id)]);
    const out = readChoices(list.slice(cut.end).join(' , '), options, v);
    const outIds = out.kind === 'understood' ? out.value : undefined;
    return outIds && outIds.length > 0 ? close(options.map((o) => o.id).filter((id) => !outIds.includes(id))) : unclear;
  }
  if (none.length > 0) return list.length <= none.reduce((n, hit) => n + hit.end - hit.at, 0) + 1 ? close([]) : doubtful([[]]);
  return listed(source, list, prepared, options, v, open);
}

const withoutYes = (list: readonly string[], v: Vocabulary): string[] => {
  const yes = findPhrases(list, v.yesNo).filter(({ means }) => means === 'yes');
  return list.filter((_, i) => !yes.some(({ at, end }) => i >= at && i < end));
};

function afterCorrection(text: string, v: Vocabulary): string {
  const list = spokenWords(text, v.abbreviations);
  const last = findPhrases(list, v.corrections).at(-1);
  return last && last.end < list.length ? list.slice(last.end).join(' ') : text;
}

function listed(
  source: string,
  list: readonly string[],
  prepared: readonly PreparedOption[],
  options: readonly ChoiceOption[],
  v: Vocabulary,
  open: boolean,
): Reading<string[]> {
  const bare = unaccented(source);
  const span = spanWords.exec(bare);
  if (span) return spanned(Number(span[1]), Number(span[2]), bare.includes('-') || bare.includes('–'), options, open);
  const denies = list.some((word) => v.negations.has(word));
  const allNumbers = list.every(
    (word) =>
      /^\d+$/.test(word) || ['la', 'las', 'el', 'los', 'y', 'e', 'opsion', 'opsiones', 'numero', 'numeros'].includes(word),
  );
  if (allNumbers)
    return numbersOnly(
      list.filter((word) => /^\d+$/.test(word)),
      prepared,
      options,
      v,
      open,
    );
  if (denies) return unclear;
  const ids: string[] = [];
  let missed = false;
  const parts = ` ${bare} `
    .split(separators)
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== 'la' && part !== 'las');
  for (const part of parts.slice(0, 30)) {
    const one = readChoice(part, options, v);
    if (one.kind === 'understood') ids.push(one.value);
    else {
      const several = numberedOptions(spokenWords(part, v.abbreviations), prepared, v);
      if (several.others === 0 && several.ids.length > 0) ids.push(...several.ids);
      else missed = true;
    }
  }
  const found = ordered(ids, options);
  if (missed && found.length === 0) {
    const whole = readChoice(source, options, v);
    if (whole.kind === 'understood') return open ? doubtful([[whole.value]]) : understood([whole.value]);
    return whole.kind === 'doubtful' ? doubtful(whole.candidates.map((id) => [id])) : unclear;
  }
  if (found.length === 0) return unclear;
  const alternatives = / [ou] /.test(` ${bare} `);
  return missed || open || alternatives ? doubtful([found]) : understood(found);
}

function spanned(from: number, to: number, dashed: boolean, options: readonly ChoiceOption[], open: boolean): Reading<string[]> {
  const ids = options.filter((_, i) => i + 1 >= from && i + 1 <= to).map((o) => o.id);
  if (from >= to || to > options.length || from < 1) return unclear;
  const ends = [options[from - 1]?.id ?? '', options[to - 1]?.id ?? ''];
  // "1-3" may be the first to the third, or the first and the third.
  if (dashed && ids.length > 2) return doubtful([ids, ends]);
  return open ? doubtful([ids]) : understood(ids);
}

function numbersOnly(
  numbers: readonly string[],
  prepared: readonly PreparedOption[],
  options: readonly ChoiceOption[],
  v: Vocabulary,
  open: boolean,
): Reading<string[]> {
  const ids: string[] = [];
  for (const number of numbers) {
    const found = numberedOptions([number], prepared, v).ids;
    if (found.length === 1 && found[0]) ids.push(found[0]);
    else if (found.length > 1) return doubtful(found.map((id) => [id]));
    else {
      // "13" among five options is most likely 1 and 3 without the space.
      const apart = [...number].map((digit) => options[Number(digit) - 1]?.id);
      return numbers.length === 1 && apart.length > 1 && apart.every((id) => id !== undefined)
        ? doubtful([ordered(apart as string[], options)])
        : unclear;
    }
  }
  const found = ordered(ids, options);
  return open ? doubtful([found]) : found.length > 0 ? understood(found) : unclear;
}
