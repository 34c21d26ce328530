// Reads which one of the shown options she means: by number, key, place, label, part of a label, synonym or typing error.
// A sentence that merely touches an option is offered back to her, never taken for the answer.
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import { type Command, readCommand } from '../commands/command.ts';
import { unknownAt } from '../words/not-knowing.ts';
import { findPhrases, phraseAt, spokenWords, withoutPhrases } from '../words/phrase-book.ts';
import { doubtful, type Reading, unclear, understood } from '../words/reading.ts';
import { longestText, plain } from '../words/text-forms.ts';
import { isPlainYesOrNo, readYesNo } from '../yes-no/yes-no.ts';
import { optionByQuantity, optionsByNumber } from './by-quantity.ts';
import type { Chosen } from './chosen-so-far.ts';
import { optionByDegree } from './degree.ts';
import { oneChosen } from './one-chosen.ts';
import { numberedOptions } from './option-numbers.ts';
import { optionByPlace } from './option-places.ts';
import { emptyWords, optionsByWords, type PreparedOption, prepareOptions } from './option-words.ts';
import { plainlySaid } from './plainly-said.ts';
import { reportedAnswer } from './reported-answer.ts';
import { saidAmong } from './said-among.ts';
import { optionByStance } from './stance.ts';
import { lookedAtAgain } from './unaccounted.ts';

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

/** How it was read: `plain` readings have weighed every word already. */
interface Read {
  reading: Reading<string>;
  by: 'name' | 'plain' | 'number' | 'words' | 'meaning';
}

export const readChoice = (text: string, options: readonly ChoiceOption[], v: Vocabulary): Reading<string> =>
  lookedAtAgain(text, choiceIn(text, options, v), prepareOptions(options, v), v);

/** Before it is looked at again. */
export function choiceIn(text: string, options: readonly ChoiceOption[], v: Vocabulary): Reading<string> {
  const prepared = prepareOptions(options, v);
  const source = text.slice(0, longestText);
  const read = readPlainly(source, options, prepared, v);
  if (read.by === 'name') return read.reading;
  const [first, ...more] = optionsByNumber(source, options) ?? [];
  if (first !== undefined) return more.length > 0 ? doubtful(inOrder(options, [first, ...more])) : understood(first);
  const half = halfway.exec(source);
  if (half) return between(Number(half[1]), options);
  if (options.length === pluralCount(source)) return doubtful(options.map(({ id }) => id));
  const degree = optionByDegree(source, prepared, v);
  if (degree) return degree;
  const stance = optionByStance(source, prepared, v);
  if (stance) return agreed(read, stance, prepared);
  if (answersYesOrNo(prepared) || (read.by === 'number' && bareNumber.test(source))) return read.reading;
  const better = beyondPlain(source, read, options, prepared, v);
  const same = better.kind === read.reading.kind && better.kind !== 'doubtful';
  return same || !asksTheBot(source, v) ? better : read.reading;
}

/** What the sentence says, unless the words of another option say otherwise. */
function agreed({ reading }: Read, stance: Reading<string>, prepared: readonly PreparedOption[]): Reading<string> {
  if (reading.kind !== 'understood') return stance;
  const short = prepared.find(({ id }) => id === reading.value)?.names[0]?.length === 1;
  if (stance.kind === 'understood')
    return stance.value === reading.value || short ? stance : doubtful([reading.value, stance.value]);
  return reading;
}

const inOrder = (options: readonly ChoiceOption[], ids: readonly string[]): string[] =>
  options.flatMap(({ id }) => (ids.includes(id) ? [id] : []));

/** "2.5", "2 y medio": the second and the third. */
const halfway = /^\s*(?:un |el )?(\d)(?:[.,]5| y medi[oa])\s*$/i;
function between(place: number, options: readonly ChoiceOption[]): Reading<string> {
  const ids = options.slice(Math.max(0, place - 1), place + 1).map(({ id }) => id);
  return ids.length === 2 ? doubtful(ids) : unclear;
}

const plural = /^(?:pues |de |con |en )?(?:(?:l[ao]s|est[ao]s|es[ao]s) (dos|tres|cuatro|cinco|seis|[2-6])|amb[ao]s)(?: cosas)?$/;
const counts: Readonly<Record<string, number>> = { dos: 2, tres: 3, cuatro: 4, cinco: 5, seis: 6 };

/** "Los cuatro" counts them, and points at none. */
function pluralCount(source: string): number | undefined {
  const said = plural.exec(plain(source.slice(0, 40)));
  return said ? (counts[said[1] ?? 'dos'] ?? Number(said[1])) : undefined;
}
const bareNumber = /^\s*(?:l[ao]s? |el |(?:opci[oó]n|opc?|n[uú]mero|n[uú]m|inciso|respuesta|resp)[.:]? ?)?\d{1,2}\s*$/i;

/** With what the whole sentence takes and rules out. */
function beyondPlain(
  source: string,
  read: Read,
  options: readonly ChoiceOption[],
  prepared: readonly PreparedOption[],
  v: Vocabulary,
): Reading<string> {
  const placed = optionByPlace(source, prepared, (rest) => choiceIn(rest, options, v));
  if (placed) return placed;
  const quantity = optionByQuantity(source, options);
  if (quantity !== undefined) return understood(quantity);
  const { reading, chosen } = oneChosen(source, prepared, v);
  const plainly = read.by === 'plain' && read.reading.kind === 'understood' ? read.reading.value : undefined;
  const alone = [...chosen.taken].every((id) => id === plainly);
  if (plainly !== undefined && alone && !chosen.left.has(plainly)) return read.reading;
  return weighed(read, reading, chosen);
}

const request = /^(?:[a-z]+ )?(?:pas[ae]me|mand[ae]me|deme|dame|dime|digame|recomiend[ae]me|ensen[ae]me)\b/;

/** "La hoja del plan" asks the bot for something, though it names an option; "con Lupita" only names her. */
function asksTheBot(source: string, v: Vocabulary): boolean {
  if (request.test(plain(source.slice(0, 60)))) return true;
  const command = readCommand(source, v)?.command;
  return command !== undefined && !besideAnswers.has(command);
}
/** They may stand beside an option that she names, and take nothing from it. */
const besideAnswers: ReadonlySet<Command> = new Set([
  'withCaregiver',
  'thanks',
  'skip',
  'human',
  'back',
  'where',
  'later',
  'pause',
  'stop',
]);

/** Among "sí" and "no" a word within a sentence proves nothing. */
const answersYesOrNo = (prepared: readonly PreparedOption[]): boolean =>
  prepared.some(({ names }) => names[0]?.[0] === 'si' || (names[0]?.length === 1 && names[0][0] === 'no'));

/** Both readings together: what she rules out is not chosen, and a second option that she names is not passed over. */
function weighed({ reading, by }: Read, one: Reading<string>, c: Chosen): Reading<string> {
  if (reading.kind === 'understood') {
    const id = reading.value;
    if (c.foreign && by === 'words') return unclear;
    if (c.left.has(id)) return one;
    if (c.turned.size > 0) return one.kind === 'unclear' ? doubtful([id]) : one;
    if (one.kind === 'unclear') return by === 'words' && c.left.size > 0 ? doubtful([id]) : reading;
    if (one.kind === 'understood')
      return one.value === id ? reading : by === 'meaning' || (c.whole && c.phrase) ? one : doubtful([id, one.value]);
    return one.candidates.some((other) => other !== id) && by !== 'number' ? one : reading;
  }
  if (one.kind === 'understood') {
    // "Lact 1": more than a number.
    if (by === 'number' && c.phrase && (c.whole || candidatesOf(reading).includes(one.value))) return one;
    const agrees = reading.kind === 'unclear' || by !== 'number' || reading.candidates.join() === one.value;
    return agrees ? one : doubtful([...new Set([...candidatesOf(reading), one.value])]);
  }
  if (one.kind === 'unclear') return c.foreign && by === 'words' ? unclear : reading;
  const more = reading.kind === 'unclear' || (c.taken.size > 0 && one.candidates.length > reading.candidates.length);
  return more ? one : reading;
}

function readPlainly(source: string, options: readonly ChoiceOption[], prepared: readonly PreparedOption[], v: Vocabulary): Read {
  const all = spokenWords(source, v.abbreviations);
  if (all.length === 0 || options.length === 0) return { reading: unclear, by: 'name' };
  const asked = /[?¿]/.test(source);
  const exact = prepared.filter((o) => o.names.some((name) => name.join(' ') === all.join(' ')) || o.key === all.join(' '));
  const corrected = findPhrases(all, v.corrections).at(-1);
  const replaced = corrected !== undefined && corrected.end < all.length;
  const list = withoutPhrases(replaced ? all.slice(corrected.end) : all, v.courtesy);
  const numbered = numberedOptions(clockless(source, list, v), prepared, v);
  const only = exact.length === 1 ? exact[0] : undefined;
  if (only && numbered.ids.every((id) => id === only.id)) {
    const asks = asked && !options.find((o) => o.id === only.id)?.label.includes('?');
    return { reading: asks ? doubtful([only.id]) : understood(only.id), by: 'name' };
  }
  const hedged = findPhrases(list, v.hedges).length > 0;
  const unsure = saysNotKnowing(list, prepared, v);
  // Every word is of that option, so that no hedge and no number is left over.
  const said = asked || unsure ? undefined : plainlySaid(list, prepared, v);
  if (said !== undefined) return { reading: understood(said), by: 'plain' };
  const among = asked || unsure ? undefined : saidAmong(list, prepared, v, /s[íÍ]|\bsi,/u.test(source.normalize('NFC')));
  if (among !== undefined) return { reading: understood(among), by: 'plain' };
  if (numbered.ids.length > 0) {
    // "no la 2" says what it is not.
    if (denies(list, v)) {
      const { reading } = oneChosen(source, prepared, v, true);
      return { reading: reading.kind === 'understood' ? reading : unclear, by: 'number' };
    }
    const plainly = numbered.ids.length === 1 && (numbered.others === 0 || (numbered.explained && numbered.introduced));
    if (plainly && !asked && !hedged && !unsure) return { reading: understood(numbered.ids[0] ?? ''), by: 'number' };
    const said = numbered.others > 0 ? candidatesOf(byWords(source, list, prepared, options, v, true).reading) : [];
    return { reading: doubtful([...new Set([...numbered.ids, ...said])].slice(0, 6)), by: 'number' };
  }
  if (unsure) return { reading: unclear, by: 'words' };
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
  const said = { list: [...list], starts: new Set([0]), bubbles: noPlaces, stars: noPlaces, asks: false, askedFrom: 0 };
  return list.some((_, at) => {
    const hit = unknownAt(said, at, v);
    if (!hit) return false;
    const phrase = list.slice(hit.at, hit.end).join(' ');
    // "No sé cómo", where an option says so in full.
    if (prepared.some(({ names }) => names.some((name) => name.length > 1 && name.every((word, k) => list[at + k] === word))))
      return false;
    // "No se pudo" begins like "no sé" and says something else.
    return !prepared.some((o) =>
      o.names.map((name) => name.join(' ')).some((name) => name.endsWith(phrase) || name.startsWith(`${phrase} todabia`)),
    );
  });
}

const noPlaces: ReadonlySet<number> = new Set();

function byWords(
  text: string,
  list: readonly string[],
  prepared: readonly PreparedOption[],
  options: readonly ChoiceOption[],
  v: Vocabulary,
  open: boolean,
): Read {
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
    return { reading: sure ? understood(found.ids[0] ?? '') : doubtful(found.ids), by: 'words' };
  }
  const none = noneAmong(list, prepared, v);
  if (none !== undefined) return { reading: open ? doubtful([none]) : understood(none), by: 'meaning' };
  const told = reportedAnswer(list, prepared);
  if (told !== undefined) return { reading: open ? doubtful([told]) : understood(told), by: 'meaning' };
  const meaning = readYesNo(text, v);
  // "Ya le expliqué" tells what was done, and is a yes to nothing else that the options say.
  const toldOnly = list[0] === 'ya' && !plainYesNo && !list.includes('si');
  const polar = prepared.some(({ names: [name = []] }) => name[0] === 'si' || name[0] === 'ya');
  if (meaning.kind === 'understood' && !toldOnly) {
    const same = options.filter((o) => {
      const { read, plainly } = labelSays(o.label, v);
      // "Sale", "ok" agree with what was said; they are no "ya lo terminé".
      const [first = ''] = spokenWords(o.label, v.abbreviations);
      const about = !meaning.value || first === 'si' || list.includes(first);
      // "No" is not "no tengo celular" where nothing says yes.
      const fits = meaning.value || polar || plainly;
      return fits && about && read.kind === 'understood' && read.value === meaning.value;
    });
    if (same.length === 1 && plainYesNo && !open) return { reading: understood(same[0]?.id ?? ''), by: 'meaning' };
    if (same.length > 0) return { reading: doubtful(same.map((o) => o.id)), by: 'meaning' };
  }
  if (denied) return { reading: unclear, by: 'words' };
  const several = found.ids.length > 1 && found.ids.length < Math.max(options.length, 3);
  return { reading: several ? doubtful(found.ids) : unclear, by: 'words' };
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

const longestNone = 4;
const noneLabel = /^(?:ningun|nada|nadie)/;

/** "Ninguna por hoy", "nada": the one option that says that it is none. */
function noneAmong(list: readonly string[], prepared: readonly PreparedOption[], v: Vocabulary): string | undefined {
  const hit = list.length <= longestNone ? phraseAt(list, 0, v.none) : undefined;
  const [only, more] = hit ? prepared.filter(({ names: [name = []] }) => noneLabel.test(name[0] ?? '')) : [];
  return more ? undefined : only?.id;
}

function denies(list: readonly string[], v: Vocabulary): boolean {
  return list.some((word) => v.negations.has(word)) || list.includes('menos') || list.includes('exepto');
}
