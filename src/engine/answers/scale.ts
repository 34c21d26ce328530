// Reads one value of a short scale, by key, label or Mexican saying, and keeps what she adds as a note.
import type { Vocabulary } from '../../program/vocabulary-schema.ts';
import { readChoice } from './choice.ts';
import { type FrequencySaid, frequencyClauses, readFrequency } from './frequency.ts';
import { findPhrases, phraseAt, spokenWords, withoutPhrases } from './phrase-book.ts';
import { doubtful, type Reading, unclear, understood } from './reading.ts';
import { shareAt } from './shares.ts';
import { longestText, plain } from './text-forms.ts';

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

/** What only leads to a key: "yo digo que como un 3", "la opc 4". */
const keyLeads = new Set(
  'la el un una de del opcion opciones opc op num numero nro no es era fue pues ps pos mmm mm bueno yo le les lo pongo pondria ponle pongale ponga pon doy daria diria dejaria digo creo que q k como seria sera mi calificacion califico con siento este ay mire maestra miss'.split(
    ' ',
  ),
);
const mostLeads = 7;
const wordOrNumber = /[\p{L}\p{N}]+/gu;
const afterKey = /(?:\ufe0f?\u20e3)?\s*([.):,;\-–]?)\s*/y;
const nouns = new Set([
  'veces',
  'vez',
  'ninos',
  'ninas',
  'nino',
  'nina',
  'minutos',
  'min',
  'maestras',
  'de',
  'o',
  'y',
  'a',
  'dias',
  'bebes',
  'u',
  'tambien',
  'igual',
  'era',
  'es',
  'fue',
  'seria',
  'e',
  'ni',
  'semanas',
  'meses',
  'horas',
  'pm',
  'am',
]);
/** Words after which a key stands for something else than this answer: "la 1 era 4", "la 3 también". */
const notThisOne = new Set(['tambien', 'igual', 'era', 'es', 'fue', 'seria']);
const dates =
  /^(?:de )?(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre|la (?:manana|tarde|noche))/;
/** "no, la 1 era 4": about another item than the one that is open. */
const aboutAnother = /\b(?:la|el|del?|reactivo|pregunta|indicador) (\d{1,2}) (?:era|es|fue|seria|va|lleva|debe|iba)\b/;
const digitWords: Readonly<Record<string, string>> = { uno: '1', dos: '2', tres: '3', cuatro: '4', cinco: '5', cero: '0' };

export function readScale(text: string, scale: readonly ScaleValue[], v: Vocabulary): Reading<ScaleAnswer> {
  const source = text.slice(0, longestText).trim();
  const list = spokenWords(source, v.abbreviations);
  if (list.length === 0) return unclear;
  const none = scale.find((value) => value.value === null);
  const absent = none && phraseAt(list, 0, v.notApplicable);
  if (none && absent && absent.end === list.length && !source.includes('?')) return understood({ key: none.key });
  if (aboutAnother.test(plain(source))) return unclear;
  return byKey(source, scale, v) ?? bySaying(source, list, scale, v);
}

interface OpeningKey {
  found: ScaleValue;
  /** The sign behind it. */
  sign: string;
  rest: string;
  /** How many words lead to it: "creo que 3". */
  leads: number;
}

/** The key of the scale with which she begins, behind words that only lead to it. */
function openingKey(source: string, scale: readonly ScaleValue[]): OpeningKey | undefined {
  let leads = 0;
  for (const match of source.matchAll(wordOrNumber)) {
    const word = plain(match[0]);
    const found = scale.find((value) => plain(value.key) === word) ?? scale.find((value) => value.key === digitWords[word]);
    if (!found) {
      if (!keyLeads.has(word) || ++leads > mostLeads) return undefined;
      continue;
    }
    // "No, 3" corrects nothing that we know of; "n" behind other words is no key.
    if (leads > 0 && Number.isNaN(Number(found.key))) return undefined;
    afterKey.lastIndex = match.index + match[0].length;
    const after = afterKey.exec(source);
    return {
      found,
      sign: after?.[1] ?? '',
      rest: source.slice(after ? afterKey.lastIndex : source.length).trim(),
      leads,
    };
  }
  return undefined;
}

function byKey(text: string, scale: readonly ScaleValue[], v: Vocabulary): Reading<ScaleAnswer> | undefined {
  const source = text.normalize('NFC');
  const opening = openingKey(source, scale);
  if (!opening) return undefined;
  const { found, sign, rest, leads } = opening;
  if (rest === '' || rest === '?') return source.includes('?') ? doubtful([{ key: found.key }]) : understood({ key: found.key });
  const restWords = plain(rest).split(' ');
  const first = restWords[0] ?? '';
  // "9 de cada 10", "2 veces", "dos que tres": a share of the times, or a saying.
  if (sign === '' && isShareOrSaying(source, leads, scale, v)) return undefined;
  // "3 veces" and "3 o 4" are no place on the scale; "a mi me..." after the letter key is prose.
  if (notThisOne.has(first) || dates.test(restWords.join(' '))) return doubtful([{ key: found.key }]);
  if (halfMore.test(restWords.join(' ')) || (sign === '.' && /^5$/.test(rest))) return between(found.key, scale);
  if (nouns.has(first) && sign === '' && first !== 'de') return numbersIn(restWords, found.key, scale);
  const taken = afterTaking(rest, v);
  if (taken !== undefined) return readScale(taken, scale, v);
  if (/^\d/.test(rest)) return numbersIn(restWords, found.key, scale);
  const other = otherPlace(rest, found.key, scale, v);
  if (other !== undefined) return doubtful([{ key: found.key }, { key: other }]);
  if (Number.isNaN(Number(found.key)) && sign === '') {
    // A letter key runs into prose only by chance ("n aplica").
    const whole = bySaying(source, spokenWords(source, v.abbreviations), scale, v);
    return whole.kind === 'understood' ? whole : understood({ key: found.key, note: rest });
  }
  return understood({ key: found.key, note: rest });
}

function isShareOrSaying(source: string, at: number, scale: readonly ScaleValue[], v: Vocabulary): boolean {
  const list = spokenWords(source.slice(0, longestSaying).replace(/%/g, ' por ciento '), v.abbreviations);
  if (phraseAt(list, at, v.closed.marks)) return true;
  return placesOf(scale, v) !== undefined && (shareAt(list, at) ?? phraseAt(list, at, v.frequency)) !== undefined;
}

const longestSaying = 120;
/** "2 siempre": the words name another place than the number. */
function otherPlace(rest: string, key: string, scale: readonly ScaleValue[], v: Vocabulary): string | undefined {
  const list = spokenWords(rest.slice(0, longestSaying), v.abbreviations);
  const hit = phraseAt(list, 0, v.frequency);
  const byLevel = hit && hit.end === list.length ? placesOf(scale, v) : undefined;
  const level = byLevel?.get(key);
  return level === undefined || level === hit?.means ? undefined : [...(byLevel ?? [])].find(([, at]) => at === hit?.means)?.[0];
}

const halfMore = /^y (?:medio|media)\b/;

/** "2 y medio": this place and the next. */
function between(key: string, scale: readonly ScaleValue[]): Reading<ScaleAnswer> {
  const at = scale.find((value) => value.key === key)?.value ?? 0;
  const next = scale.find((value) => value.value === at + 1);
  return doubtful([{ key }, ...(next ? [{ key: next.key }] : [])]);
}

/** What stands instead of the key before: "2 perdón 3", "2⏎*3", "3 no, 2". */
function afterTaking(rest: string, v: Vocabulary): string | undefined {
  const star = /\n\s*\*\s*([^\n*]+)|\n\s*([^\n*]+)\*\s*$/.exec(`\n${rest}`);
  if (star && rest.includes('*')) return star[1] ?? star[2];
  const list = spokenWords(rest, v.abbreviations);
  const last = findPhrases(list, v.closed.instead).at(-1);
  if (last && last.end < list.length) return list.slice(last.end).join(' ');
  const [opens = '', next = ''] = list;
  return (opens === 'no' || opens === 'mejor' || opens === 'bueno') && /^\d$/.test(next) && list.length === 2 ? next : undefined;
}

function numbersIn(list: readonly string[], key: string, scale: readonly ScaleValue[]): Reading<ScaleAnswer> {
  const others = list
    .map((word) => digitWords[word] ?? word)
    .filter((word) => scale.some((value) => value.key === word) && word !== key);
  const choice = ['o', 'u', 'y', 'a'].includes(list[0] ?? '') || /^\d/.test(list[0] ?? '');
  return others.length > 0 && choice
    ? doubtful([key, ...new Set(others)].slice(0, 4).map((k) => ({ key: k })))
    : doubtful([{ key }]);
}

/** Key and level of each place where the scale is one of frequency; only then do sayings like "casi no" apply. */
function placesOf(scale: readonly ScaleValue[], v: Vocabulary): ReadonlyMap<string, number> | undefined {
  const known = places.get(scale);
  if (known && known.v === v) return known.levels;
  const levels = new Map<string, number>();
  for (const { key, label, value } of scale) {
    const level = value === null ? undefined : phraseAt(spokenWords(label, v.abbreviations), 0, v.frequency)?.means;
    if (level !== undefined) levels.set(key, level);
  }
  // "No se observó" is the least where the scale has no other.
  const none = scale.find(({ value }) => value === null);
  if (none && ![...levels.values()].includes(1)) levels.set(none.key, 1);
  const found = new Set(levels.values()).size >= 2 ? levels : undefined;
  places.set(scale, { v, levels: found });
  return found;
}
const places = new WeakMap<readonly ScaleValue[], { v: Vocabulary; levels: ReadonlyMap<string, number> | undefined }>();

function bySaying(source: string, list: readonly string[], scale: readonly ScaleValue[], v: Vocabulary): Reading<ScaleAnswer> {
  const whole = list.join(' ');
  const named = scale.filter((value) =>
    [value.label, ...(value.synonyms ?? [])].some((name) => spokenWords(name, v.abbreviations).join(' ') === whole),
  );
  const [only] = named;
  if (only && named.length === 1) return source.includes('?') ? doubtful([{ key: only.key }]) : understood({ key: only.key });
  const said = frequencyClauses(source, v);
  const told = readFrequency(said, v);
  const byLevel = placesOf(scale, v);
  if (byLevel) {
    const often = byFrequency(told, byLevel, scale, v);
    if (often) return often.kind === 'understood' ? understood(withNote(often.value.key, source, list, v)) : often;
    if (told.against) return unclear;
  } else if (told.levels.length === 2 && told.levels[0] === 2) return doubtful(middleOf(scale));
  const none = scale.find((value) => value.value === null);
  if (told.absent && none && told.levels.length === 0)
    return told.sure ? understood(withNote(none.key, source, list, v)) : doubtful([{ key: none.key }]);
  if (byLevel && phraseWithin(said.list, v)) return unclear;
  const bare = withoutPhrases(list, v.courtesy);
  if (byLevel && none && bare.length === 1 && v.negations.has(bare[0] ?? ''))
    return doubtful(
      [...new Set([...[...byLevel].filter(([, level]) => level === 1).map(([key]) => key), none.key])].map((key) => ({ key })),
    );
  return byOption(source, list, scale, v);
}

/** "No me fije": nothing is told, though some words stand in a label. */
const phraseWithin = (list: readonly string[], v: Vocabulary): boolean => findPhrases(list, v.dontKnow).length > 0;

function byFrequency(
  told: FrequencySaid,
  byLevel: ReadonlyMap<string, number>,
  scale: readonly ScaleValue[],
  v: Vocabulary,
): Reading<ScaleAnswer> | undefined {
  const keys = told.levels.flatMap((level) => [...byLevel].filter(([, at]) => at === level).map(([key]) => ({ key })));
  const [only] = keys;
  if (!only) return undefined;
  const none = scale.find((value) => value.value === null);
  if (told.absent && none && none.key !== only.key) return doubtful([...keys, { key: none.key }]);
  // "A veces sí, a veces no" is what "algunas veces" says.
  const some = told.halves ? scale.find(({ label }) => saysSome(label, v)) : undefined;
  if (some) return understood({ key: some.key });
  return keys.length === 1 && told.sure && told.levels.length === 1 ? understood(only) : doubtful(keys);
}

const saysSome = (label: string, v: Vocabulary): boolean =>
  /^(?:algunas|a) beses/.test(spokenWords(label, v.abbreviations).join(' '));

/** The middle of a scale, lower value first: two places where their number is even. */
function middleOf(scale: readonly ScaleValue[]): ScaleAnswer[] {
  const all = scale.filter((value) => value.value !== null).sort((a, b) => (a.value ?? 0) - (b.value ?? 0));
  const cut = Math.floor((all.length - 1) / 2);
  return all.slice(cut, all.length - cut).map(({ key }) => ({ key }));
}

function byOption(source: string, list: readonly string[], scale: readonly ScaleValue[], v: Vocabulary): Reading<ScaleAnswer> {
  const options = scale.map((value) => ({ id: value.key, key: value.key, label: value.label, synonyms: value.synonyms }));
  const choice = readChoice(source, options, v);
  if (choice.kind === 'understood')
    return list.length <= 8 ? understood({ key: choice.value }) : doubtful([{ key: choice.value }]);
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
