// Reads one value of a short scale, by key, label or Mexican saying, and keeps what she adds as a note.
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import { type ChoiceOption, choiceIn } from '../choices/choice.ts';
import { optionByPlace } from '../choices/option-places.ts';
import { prepareOptions } from '../choices/option-words.ts';
import { lookedAtAgain } from '../choices/unaccounted.ts';
import { findPhrases, phraseAt, spokenWords, withoutPhrases } from '../words/phrase-book.ts';
import { doubtful, type Reading, unclear, understood } from '../words/reading.ts';
import { longestText, plain } from '../words/text-forms.ts';
import { type FrequencySaid, frequencyClauses, readFrequency } from './frequency.ts';
import { deniesAsked } from './scale-denial.ts';
import { byKey } from './scale-key.ts';
import { placesOf } from './scale-places.ts';
import { saysOtherwise } from './unaccounted-often.ts';

export interface ScaleValue {
  key: string;
  value: number | null;
  label: string;
  hint?: string;
  synonyms?: readonly string[];
}

export interface ScaleAnswer {
  key: string;
  note?: string;
}

/** "no, la 1 era 4": about another item than the one that is open. */
const aboutAnother =
  /\b(?:la|el|del?|reactivo|pregunta|indicador) (\d{1,2}) (?:(?:la|lo|el) del? (?:\w+ ){1,5}?)?(?:era|es|fue|seria|va|lleva|debe|iba)\b/;
/** `asked`: the sentence that is asked about, so that "no se agacha" denies it. */
export function readScale(text: string, scale: readonly ScaleValue[], v: Vocabulary, asked?: string): Reading<ScaleAnswer> {
  const places = placesOf(scale, v);
  const least = asked !== undefined && places && deniesAsked(text, asked, v) ? keysAt([1], places) : [];
  if (least.length === 1 && least[0]) return understood(least[0]);
  const reading = scaleIn(text, scale, v);
  if (reading.kind !== 'understood') return reading;
  if (asksBack.test(plain(text.slice(0, 120)))) return doubtful([reading.value]);
  const { key } = reading.value;
  const keys = mends.test(plain(text)) ? keysIn(text, scale) : [];
  if (keys.length > 1 && keys.includes(key) && keys.at(-1) !== key) return doubtful(keys.map((one) => ({ key: one })));
  if (keysIn(text, scale).includes(key) && notThat.test(plain(text))) return doubtful([reading.value]);
  const never = places?.get(key) === 1 || scale.find((value) => value.key === key)?.value === null;
  if (places) return saysOtherwise(text, never, v) ? doubtful([reading.value]) : reading;
  const again = lookedAtAgain(text, understood(key), prepareOptions(optionsOf(scale), v), v);
  return again.kind === 'doubtful' ? doubtful(again.candidates.map((one) => ({ key: one }))) : reading;
}

/** "Qué pongo si a veces sí", "cuenta como siempre": a question, though no sign says so. */
const asksBack =
  /^(?:(?:y|pero|oiga|disculpe|maestra|miss|es que|perdon|no se) )*(?:(?:que|cual) (?:es|seria|sera|significa|quiere|pongo|le pongo|cuenta|se|diferencia)|a que (?:se|le)|a cual|cuant[ao]s? (?:es|son|veces|cuenta)|como (?:cual|cuant\w*|se (?:mide|cuenta)|que (?:cuant|ser|es))|se refiere|de que (?:habla|se)|cuenta (?:como|si)|eso (?:cuenta|que (?:es|sig|ser))|si .{3,40} (?:que pongo|cuenta|cual es))\b/;
const mends = /\b(?:no|pero|era|puse|perdon|digo|mejor|otr[ao]s?)\b/;
/** "Más de 2", "4 no le pongo". */
const notThat = /\b(?:mas|menos) de \d\b|\b\d no (?!\D*\d)\S/;

/** "Era 3 pero lo dejo en 2": the places that she names by number, the last one last. */
function keysIn(text: string, scale: readonly ScaleValue[]): string[] {
  const said = [...text.matchAll(/(?<![\d:/.])\d(?![\d:/]|\.\d)/g)].map(([digit]) => digit);
  return [...new Set(said.reverse())].filter((digit) => scale.some(({ key }) => key === digit)).reverse();
}

function scaleIn(text: string, scale: readonly ScaleValue[], v: Vocabulary): Reading<ScaleAnswer> {
  const source = text.slice(0, longestText).trim();
  const list = spokenWords(source, v.abbreviations);
  if (list.length === 0) return unclear;
  const none = scale.find((value) => value.value === null);
  const absent = none && phraseAt(list, 0, v.notApplicable);
  if (none && absent && absent.end === list.length && !source.includes('?')) return understood({ key: none.key });
  const named = namesOf(scale, v).get(list.join(' '));
  if (named !== undefined) return source.includes('?') ? doubtful([{ key: named }]) : understood({ key: named });
  if (/\d/.test(source) && aboutAnother.test(plain(source))) return unclear;
  const again = (text: string): Reading<ScaleAnswer> => scaleIn(text, scale, v);
  const saying = (text: string): Reading<ScaleAnswer> => bySaying(text, spokenWords(text, v.abbreviations), scale, v);
  return (
    byPlace(source, scale, v) ??
    takenBack(source, list, scale, v) ??
    byKey(source, scale, v, again, saying) ??
    bySaying(source, list, scale, v)
  );
}

const optionsOf = (scale: readonly ScaleValue[]): ChoiceOption[] => {
  const known =
    scaleOptions.get(scale) ??
    scale.map(({ key, label, synonyms }) => ({ id: key, key, label, ...(synonyms ? { synonyms } : {}) }));
  scaleOptions.set(scale, known);
  return known;
};
const scaleOptions = new WeakMap<readonly ScaleValue[], ChoiceOption[]>();

/** Each key by itself, each label and synonym; those of two values are left out. */
function namesOf(scale: readonly ScaleValue[], v: Vocabulary): ReadonlyMap<string, string> {
  const known = scaleNames.get(scale);
  if (known && known.v === v) return known.names;
  const names = new Map<string, string>();
  const twice = new Set<string>();
  for (const { key, label, synonyms = [] } of scale)
    for (const name of new Set([key, label, ...synonyms].map((one) => spokenWords(one, v.abbreviations).join(' ')))) {
      if (names.has(name)) twice.add(name);
      names.set(name, key);
    }
  for (const name of twice) names.delete(name);
  scaleNames.set(scale, { v, names });
  return names;
}
const scaleNames = new WeakMap<readonly ScaleValue[], { v: Vocabulary; names: ReadonlyMap<string, string> }>();

/** "La de arriba de siempre", "inciso b". */
function byPlace(source: string, scale: readonly ScaleValue[], v: Vocabulary): Reading<ScaleAnswer> | undefined {
  const other = (text: string): Reading<string> => {
    const read = scaleIn(text, scale, v);
    return read.kind === 'understood' ? understood(read.value.key) : unclear;
  };
  const read = optionByPlace(source, prepareOptions(optionsOf(scale), v), other);
  if (read?.kind === 'understood') return understood({ key: read.value });
  return read?.kind === 'doubtful' ? doubtful(read.candidates.map((key) => ({ key }))) : undefined;
}

/** "Dije 4 pero es la 3": only what follows counts, where it says a place. */
function takenBack(
  source: string,
  list: readonly string[],
  scale: readonly ScaleValue[],
  v: Vocabulary,
): Reading<ScaleAnswer> | undefined {
  const last = findPhrases(list, v.closed.instead).at(-1);
  if (
    !last ||
    last.at === 0 ||
    v.negations.has(list[last.at - 1] ?? '') ||
    last.end >= list.length ||
    list.length > longestTaken ||
    source.includes('?')
  )
    return undefined;
  const read = scaleIn(list.slice(last.end).join(' '), scale, v);
  return read.kind === 'understood' ? read : undefined;
}
const longestTaken = 30;

function bySaying(source: string, list: readonly string[], scale: readonly ScaleValue[], v: Vocabulary): Reading<ScaleAnswer> {
  const said = frequencyClauses(source, v);
  const told = readFrequency(said, v);
  const byLevel = placesOf(scale, v);
  if (byLevel && !told.sure && deniedFirst.test(list.join(' ')) && !source.includes('?'))
    return doubtful(keysAt([1, 2], byLevel));
  if (byLevel) {
    const often = byFrequency(told, byLevel, scale, v);
    if (often) return often.kind === 'understood' ? understood(withNote(often.value.key, source, list, v)) : often;
    if (told.against) return unclear;
  } else if (told.middle) return doubtful(middleOf(scale));
  const none = scale.find((value) => value.value === null);
  if (told.absent && none && told.levels.length === 0)
    return told.sure ? understood(withNote(none.key, source, list, v)) : doubtful([{ key: none.key }]);
  if (byLevel && (phraseWithin(said.list, v) || phraseWithin(list, v)))
    return none && chanceUnknown.test(list.join(' ')) ? doubtful([{ key: none.key }]) : unclear;
  const bare = withoutPhrases(list, v.courtesy);
  if (byLevel && none && bare.length === 1 && v.negations.has(bare[0] ?? ''))
    return doubtful(
      [...new Set([...[...byLevel].filter(([, level]) => level === 1).map(([key]) => key), none.key])].map((key) => ({ key })),
    );
  if (byLevel && !source.includes('?') && deniesDeed(list)) return doubtful(keysAt([1, 2], byLevel));
  return byOption(source, list, scale, v);
}

/** "Uy no, eso no, nomás le dijo ya ya": she did not, whatever the story says after it. */
const deniedFirst =
  /^(?:(?:uy|ay|uf|ufa|pues|ps|la berdad|no|nombre|maestra|fijese|mmm) )*eso (?:si )?(?:ke )?no(?: (?!sienpre|siempre|tanto|mu1o|mui|todas|se |kreo|rekuerdo|me |bi |estoi)|$)/;
/** "No me acuerdo si hubo chance". */
const chanceUnknown = /(?:^| )si (?:se )?(?:ubo|tubo|dio|abia)(?: |$)/;

/** The places of these levels, or the nearest ones where the scale has none such. */
const keysAt = (levels: readonly number[], byLevel: ReadonlyMap<string, number>): ScaleAnswer[] => {
  const keys = levels.flatMap((level) => {
    const least = Math.min(...[...byLevel.values()].map((at) => Math.abs(at - level)));
    return [...byLevel].filter(([, at]) => Math.abs(at - level) === least).map(([key]) => key);
  });
  return [...new Set(keys)].map((key) => ({ key }));
};

const theirs = new Set(['se', 'los', 'las', 'les']);
const longestDeed = 10;

/** "No los deja", "no se agacha": seldom at best. */
function deniesDeed(list: readonly string[]): boolean {
  const at = list.indexOf('no');
  return at >= 0 && at <= 2 && list.length <= longestDeed && theirs.has(list[at + 1] ?? '') && (list[at + 2] ?? '').length > 2;
}

/** "No me fije": nothing is told, though some words stand in a label. */
const phraseWithin = (list: readonly string[], v: Vocabulary): boolean => findPhrases(list, v.dontKnow).length > 0;

function byFrequency(
  told: FrequencySaid,
  byLevel: ReadonlyMap<string, number>,
  scale: readonly ScaleValue[],
  v: Vocabulary,
): Reading<ScaleAnswer> | undefined {
  const all = keysAt(told.levels, byLevel);
  const keys = told.middle ? middleKeys(all, byLevel) : amongAlike(all, told, byLevel, scale, v);
  const [only] = keys;
  if (!only) return undefined;
  const none = scale.find((value) => value.value === null);
  if (told.absent && none && none.key !== only.key) return doubtful([...keys, { key: none.key }]);
  // "A veces sí, a veces no" is what "algunas veces" says.
  const some = told.halves ? scale.find(({ label }) => saysSome(label, v)) : undefined;
  if (some) return understood({ key: some.key });
  return keys.length === 1 && told.sure && (told.levels.length === 1 || told.middle) ? understood(only) : doubtful(keys);
}

/** "Más o menos" on a scale that has a middle: between "nunca" and "siempre" the third of five. */
function middleKeys(all: ScaleAnswer[], byLevel: ReadonlyMap<string, number>): ScaleAnswer[] {
  const named = [...byLevel].find(([, level]) => level === 2.5);
  if (named) return [{ key: named[0] }];
  const keys = [...byLevel.keys()];
  const key = keys.length % 2 === 1 ? keys[(keys.length - 1) / 2] : undefined;
  return key === undefined ? all : [{ key }];
}

const leansLow = /^(?:kasi (?:n|kasi n)|rar|muy rar|pok|muy pok|un pok|kontad|una? |nomas |solo |tantit)/;
const leansHigh = /^(?:kasi (?:s|kasi s|tod)|mu1o|mu1is|un [bcfmrt]|arto|artis|la (?:gran )?mayor)/;

/** Where two labels say nearly the same, "casi nunca" is the lower of them and "casi siempre" the higher. */
function amongAlike(
  keys: ScaleAnswer[],
  { named }: FrequencySaid,
  byLevel: ReadonlyMap<string, number>,
  scale: readonly ScaleValue[],
  v: Vocabulary,
): ScaleAnswer[] {
  const measured = scale.some(({ label }) => spokenWords(label, v.abbreviations).join(' ') === 'poko');
  return keys.filter(({ key }) => {
    const level = byLevel.get(key) ?? 0;
    const lean = level < 2.5 ? leansLow : leansHigh;
    const leans = (other: string): boolean => {
      const label = scale.find((value) => value.key === other)?.label ?? '';
      return lean.test(spokenWords(label, v.abbreviations).join(' '));
    };
    const words = named.get(level);
    // "No mucho" is a little, or some.
    if (words === undefined && level === 2 && measured) return true;
    // What is said by a denial is less than the extreme, and no more.
    const said = words === undefined ? level > 2.5 : lean.test(words);
    const alike = keys.filter((other) => byLevel.get(other.key) === level && leans(other.key) === said);
    return alike.length === 0 || leans(key) === said;
  });
}

const saysSome = (label: string, v: Vocabulary): boolean =>
  /^(?:algunas|a) beses/.test(spokenWords(label, v.abbreviations).join(' '));

/** The middle of a scale, lower value first: two places where their number is even. */
function middleOf(scale: readonly ScaleValue[]): ScaleAnswer[] {
  const all = scale.filter((value) => value.value !== null).sort((a, b) => (a.value ?? 0) - (b.value ?? 0));
  const cut = Math.floor((all.length - 1) / 2);
  return all.slice(cut, all.length - cut).map(({ key }) => ({ key }));
}

/** Longer, and words of a label stand there by chance: "lo hizo varias veces". */
const longestPlace = 3;

function byOption(source: string, list: readonly string[], scale: readonly ScaleValue[], v: Vocabulary): Reading<ScaleAnswer> {
  const choice = choiceIn(source, optionsOf(scale), v);
  if (choice.kind === 'understood')
    return list.length <= (placesOf(scale, v) ? longestPlace : 8)
      ? understood({ key: choice.value })
      : doubtful([{ key: choice.value }]);
  return choice.kind === 'doubtful' ? doubtful(choice.candidates.map((key) => ({ key }))) : unclear;
}

/** What follows the value, in her own words. */
function withNote(key: string, source: string, list: readonly string[], v: Vocabulary): ScaleAnswer {
  const hit = phraseAt(list, 0, v.frequency) ?? phraseAt(list, 0, v.notApplicable);
  if (!hit || hit.end >= list.length) return { key };
  const raw = source.split(/\s+/);
  const note = raw.length === list.length ? raw.slice(hit.end).join(' ') : source;
  return note === '' ? { key } : { key, note };
}
