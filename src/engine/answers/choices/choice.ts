// Reads which one of the shown options she means: by number, key, place, label, part of a label, synonym or typing error.
// A sentence that merely touches an option is offered back to her, never taken for the answer.
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import { type Command, readCommand } from '../commands/command.ts';
import { unknownAt } from '../words/not-knowing.ts';
import { findPhrases, spokenWords, withoutPhrases } from '../words/phrase-book.ts';
import { doubtful, type Reading, unclear, understood } from '../words/reading.ts';
import { longestText, plain } from '../words/text-forms.ts';
import { optionByHour } from './by-hour.ts';
import { optionByQuantity } from './by-quantity.ts';
import type { Chosen } from './chosen-so-far.ts';
import { optionByDegree } from './degree.ts';
import { oneChosen } from './one-chosen.ts';
import { type NumberedOptions, numberedOptions } from './option-numbers.ts';
import { optionByPlace } from './option-places.ts';
import { type PreparedOption, prepareOptions } from './option-words.ts';
import { optionByStance } from './stance.ts';
import { lookedAtAgain } from './unaccounted.ts';
import { answersYesOrNo, byYesOrNo, denies, perhapsDone, toldOption, yesNoOption } from './yes-no-options.ts';

export { readChoices } from './choices.ts';

export interface ChoiceOption {
  id: string;
  label: string;
  key?: string;
  synonyms?: readonly string[];
}

const clockOrDate = /\d{1,2} ?: ?\d{2}(?!\d)|\d{1,2}\/\d{1,2}(?:\/\d{2,4})?|\d{1,2}-\d{1,2}-\d{2,4}/g;

/** What is read without weighing her words: a number, or a plain yes or no. */
interface Read {
  reading: Reading<string>;
  by: 'number' | 'meaning' | 'words' | 'nothing';
}

export const readChoice = (text: string, options: readonly ChoiceOption[], v: Vocabulary): Reading<string> =>
  lookedAtAgain(text, choiceIn(text, options, v), prepareOptions(options, v), v);

/** Before it is looked at again. */
export function choiceIn(text: string, options: readonly ChoiceOption[], v: Vocabulary): Reading<string> {
  const prepared = prepareOptions(options, v);
  const source = text.slice(0, longestText);
  const all = spokenWords(source, v.abbreviations);
  if (all.length === 0 || options.length === 0) return unclear;
  const corrected = findPhrases(all, v.corrections).at(-1);
  const replaced = corrected !== undefined && corrected.end < all.length;
  const list = withoutPhrases(replaced ? all.slice(corrected.end) : all, v.courtesy);
  const numbered = numberedOptions(clockless(source, list, v), prepared, v);
  const named = byName(source, all, numbered.ids, options, prepared);
  if (named) return named;
  const measured = byMeasure(source, options, prepared, v);
  if (measured) return measured;
  const read = readPlainly(source, list, numbered, options, prepared, v);
  const stance = optionByStance(source, prepared, v);
  if (stance) return agreed(read, stance, prepared);
  if ((answersYesOrNo(prepared) && read.reading.kind !== 'unclear') || (read.by === 'number' && bareNumber.test(source)))
    return read.reading;
  const placed = optionByPlace(source, prepared, (rest) => choiceIn(rest, options, v));
  if (placed) return placed;
  const { reading, chosen } = oneChosen(source, prepared, v);
  // Among "sí" and "no" a word within a sentence proves nothing.
  if (answersYesOrNo(prepared) && !(chosen.whole && chosen.phrase)) return read.reading;
  const told = read.by === 'words' && read.reading.kind === 'understood' ? read.reading.value : undefined;
  if (told !== undefined && !chosen.left.has(told) && [...chosen.taken].every((id) => id === told)) return read.reading;
  const better = weighed(read, reading, chosen);
  const same = better.kind === read.reading.kind && better.kind !== 'doubtful';
  return perhapsDone(same || chosen.whole || !asksTheBot(source, v) ? better : read.reading, list, prepared);
}

/** The very name of one of them. */
function byName(
  source: string,
  list: readonly string[],
  numbered: readonly string[],
  options: readonly ChoiceOption[],
  prepared: readonly PreparedOption[],
): Reading<string> | undefined {
  const said = list.join(' ');
  const [only, more] = prepared.filter(({ names, key }) => key === said || names.some((name) => name.join(' ') === said));
  if (!only || more || !numbered.every((id) => id === only.id)) return undefined;
  const asks = /[?¿]/.test(source) && !options.find(({ id }) => id === only.id)?.label.includes('?');
  return asks ? doubtful([only.id]) : understood(only.id);
}

/** Where the options are quantities, parts of the day, or places between two opposites. */
function byMeasure(
  source: string,
  options: readonly ChoiceOption[],
  prepared: readonly PreparedOption[],
  v: Vocabulary,
): Reading<string> | undefined {
  const quantity = optionByQuantity(source, options);
  if (quantity) return quantity;
  const hour = optionByHour(source, options);
  if (hour !== undefined) return understood(hour);
  const half = halfway.exec(source);
  if (half) return between(Number(half[1]), options);
  if (options.length === pluralCount(source)) return doubtful(options.map(({ id }) => id));
  return optionByDegree(source, prepared, v);
}

/** What the sentence says, unless the words of another option say otherwise. */
function agreed({ reading }: Read, stance: Reading<string>, prepared: readonly PreparedOption[]): Reading<string> {
  if (reading.kind !== 'understood') return stance;
  const short = prepared.find(({ id }) => id === reading.value)?.names[0]?.length === 1;
  if (stance.kind === 'understood')
    return stance.value === reading.value || short ? stance : doubtful([reading.value, stance.value]);
  return reading;
}

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

/** Both readings together: what she rules out is not chosen, and a second option that she names is not passed over. */
function weighed({ reading, by }: Read, one: Reading<string>, c: Chosen): Reading<string> {
  if (reading.kind === 'understood') {
    const id = reading.value;
    if (c.left.has(id)) return one;
    if (c.turned.size > 0) return one.kind === 'unclear' ? doubtful([id]) : one;
    if (one.kind === 'unclear') return reading;
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
  if (one.kind === 'unclear') return reading;
  const more = reading.kind === 'unclear' || (c.taken.size > 0 && one.candidates.length > reading.candidates.length);
  return more ? one : reading;
}

const nothing: Read = { reading: unclear, by: 'nothing' };

function readPlainly(
  source: string,
  list: readonly string[],
  numbered: NumberedOptions,
  options: readonly ChoiceOption[],
  prepared: readonly PreparedOption[],
  v: Vocabulary,
): Read {
  const asked = /[?¿]/.test(source);
  const hedged = findPhrases(list, v.hedges).length > 0;
  const unsure = saysNotKnowing(list, prepared, v);
  if (numbered.ids.length > 0) {
    // "no la 2" says what it is not.
    if (denies(list, v)) {
      const { reading } = oneChosen(source, prepared, v, true);
      return { reading: reading.kind === 'understood' ? reading : unclear, by: 'number' };
    }
    const plainly = numbered.ids.length === 1 && (numbered.others === 0 || (numbered.explained && numbered.introduced));
    if (plainly && !asked && !hedged && !unsure) return { reading: understood(numbered.ids[0] ?? ''), by: 'number' };
    const byWords = (): Reading<string> =>
      answersYesOrNo(prepared) ? yesNoOption(source, list, prepared, options, v, true) : oneChosen(source, prepared, v).reading;
    const said = numbered.others > 0 ? candidatesOf(byWords()) : [];
    return { reading: doubtful([...new Set([...numbered.ids, ...said])].slice(0, 6)), by: 'number' };
  }
  if (unsure) return nothing;
  const open = asked || hedged;
  // Every word is of that option, so that no hedge is left over.
  const told = asked ? undefined : toldOption(source, list, prepared, v);
  if (told !== undefined) return { reading: understood(told), by: 'words' };
  if (!answersYesOrNo(prepared)) return byYesOrNo(source, list, options, prepared, v, open) ?? nothing;
  return { reading: yesNoOption(source, list, prepared, options, v, open), by: 'words' };
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
