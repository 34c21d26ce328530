// Reads which option she means where one of them is a yes or a no, as with an acceptance: by whole words only, nothing is guessed.
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import { findPhrases, phraseAt, spokenWords } from '../words/phrase-book.ts';
import { doubtful, type Reading, unclear, understood } from '../words/reading.ts';
import { isPlainYesOrNo, readYesNo } from '../yes-no/yes-no.ts';
import type { ChoiceOption } from './choice.ts';
import { emptyWords, type PreparedOption } from './option-words.ts';
import { optionsByWords } from './options-by-words.ts';
import { plainlySaid } from './plainly-said.ts';
import { reportedAnswer } from './reported-answer.ts';
import { saidAmong } from './said-among.ts';

/** Beyond this a message is a sentence: words of an option inside it prove nothing. */
const longestPick = 5;

export const answersYesOrNo = (prepared: readonly PreparedOption[]): boolean =>
  prepared.some(({ names }) => names[0]?.[0] === 'si' || (names[0]?.length === 1 && names[0][0] === 'no'));

/** "Ya me cansé" is perhaps no "ya", and nothing surer. */
export function perhapsDone(
  reading: Reading<string>,
  list: readonly string[],
  prepared: readonly PreparedOption[],
): Reading<string> {
  if (reading.kind !== 'unclear' || list[0] !== 'ya') return reading;
  const done = prepared.find(({ names }) => names.some((name) => name.length === 1 && name[0] === 'ya'));
  return done ? doubtful([done.id]) : reading;
}

/** Said in the very words of one of them; "lo demás no" says more. */
export function toldOption(
  source: string,
  list: readonly string[],
  prepared: readonly PreparedOption[],
  v: Vocabulary,
): string | undefined {
  if (findPhrases(list, v.closed.rest).length > 0) return undefined;
  return plainlySaid(list, prepared, v) ?? saidAmong(list, prepared, v, /s[íÍ]|\bsi,/u.test(source.normalize('NFC')));
}

/** Where an option is a yes or a no: by what the words are, and what they say. */
export function yesNoOption(
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
  const none = noneAmong(list, prepared, v);
  if (none !== undefined) return open ? doubtful([none]) : understood(none);
  const told = reportedAnswer(list, prepared);
  if (told !== undefined) return open ? doubtful([told]) : understood(told);
  const same = sameInMeaning(text, list, options, prepared, v);
  const [agreed] = same;
  if (agreed !== undefined) return same.length === 1 && plainYesNo && !open ? understood(agreed) : doubtful(same);
  if (denied) return unclear;
  const several = found.ids.length > 1 && found.ids.length < Math.max(options.length, 3);
  return several ? doubtful(found.ids) : unclear;
}

export const denies = (list: readonly string[], v: Vocabulary): boolean =>
  list.some((word) => v.negations.has(word)) || list.includes('menos') || list.includes('exepto');

const longestNone = 4;
const noneLabel = /^(?:ningun|nada|nadie)/;

/** "Ninguna por hoy", "nada": the one option that says that it is none. */
function noneAmong(list: readonly string[], prepared: readonly PreparedOption[], v: Vocabulary): string | undefined {
  const hit = list.length <= longestNone ? phraseAt(list, 0, v.none) : undefined;
  const [only, more] = hit ? prepared.filter(({ names: [name = []] }) => noneLabel.test(name[0] ?? '')) : [];
  return more ? undefined : only?.id;
}

const labelsRead = new WeakMap<Vocabulary, Map<string, { read: Reading<boolean>; plainly: boolean }>>();
const mostLabels = 1000;

/** Whether a label is a yes or a no; a pure memo: the same options are shown to everybody. */
function labelSays(label: string, v: Vocabulary): { read: Reading<boolean>; plainly: boolean } {
  let shelf = labelsRead.get(v);
  if (!shelf || shelf.size >= mostLabels) {
    shelf = new Map();
    labelsRead.set(v, shelf);
  }
  const known = shelf.get(label) ?? { read: readYesNo(label, v), plainly: isPlainYesOrNo(label, v) };
  shelf.set(label, known);
  return known;
}

/** The options that are the yes or the no that she says. */
function sameInMeaning(
  text: string,
  list: readonly string[],
  options: readonly ChoiceOption[],
  prepared: readonly PreparedOption[],
  v: Vocabulary,
): string[] {
  const meaning = readYesNo(text, v);
  if (meaning.kind !== 'understood') return [];
  // "Ya le expliqué" tells what was done, and is a yes to nothing else that the options say.
  if (list[0] === 'ya' && !isPlainYesOrNo(text, v) && !list.includes('si')) return [];
  const polar = prepared.some(({ names: [name = []] }) => name[0] === 'si' || name[0] === 'ya');
  const same = options.filter((o) => {
    const { read, plainly } = labelSays(o.label, v);
    // "Sale", "ok" agree with what was said; they are no "ya lo terminé".
    const [first = ''] = spokenWords(o.label, v.abbreviations);
    const about = !meaning.value || first === 'si' || list.includes(first);
    // "No" is not "no tengo celular" where nothing says yes.
    const fits = meaning.value || polar || plainly;
    return fits && about && read.kind === 'understood' && read.value === meaning.value;
  });
  return same.map(({ id }) => id);
}

/** The option that is a yes or a no, where she says one. */
export function byYesOrNo(
  text: string,
  list: readonly string[],
  options: readonly ChoiceOption[],
  prepared: readonly PreparedOption[],
  v: Vocabulary,
  open: boolean,
): { reading: Reading<string>; by: 'meaning' } | undefined {
  const same = sameInMeaning(text, list, options, prepared, v);
  if (same.length === 0) return undefined;
  const sure = same.length === 1 && isPlainYesOrNo(text, v) && !open;
  return { reading: sure ? understood(same[0] ?? '') : doubtful(same), by: 'meaning' };
}
