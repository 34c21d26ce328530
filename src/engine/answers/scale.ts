// Reads one value of a short scale, by key, label or Mexican saying, and keeps what she adds as a note.
import type { Vocabulary } from '../../program/vocabulary-schema.ts';
import { readChoice } from './choice.ts';
import { findPhrases, phraseAt, soundOf, spokenWords } from './phrase-book.ts';
import { doubtful, type Reading, unclear, understood } from './reading.ts';
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

const keyFirst = /^\s*(?:(?:la|el|un|una|opci[oó]n|es|pues)\s+){0,2}([\p{L}\p{N}]{1,12})(?:️?⃣)?\s*([.):,;\-–]?)\s*/iu;
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
/** So-so, or sometimes yes and sometimes no: somewhere in the middle. */
const middling =
  /^(?:pues |mmm |mas bien )?(?:regular|regularcito|dos que tres|mas o menos|masomenos|ahi la lleva|ahi la llevo|ni mucho ni poco|a medias|(?:unas|a) veces si (?:y )?(?:otras|unas|a)(?: veces)? no|si y no|unas si (?:y )?otras no)\b/;
const digitWords: Readonly<Record<string, string>> = { uno: '1', dos: '2', tres: '3', cuatro: '4', cinco: '5', cero: '0' };

export function readScale(text: string, scale: readonly ScaleValue[], v: Vocabulary): Reading<ScaleAnswer> {
  const source = text.slice(0, longestText).trim();
  const list = spokenWords(source, v.abbreviations);
  if (list.length === 0) return unclear;
  const none = scale.find((value) => value.value === null);
  const absent = none && phraseAt(list, 0, v.notApplicable);
  if (none && absent && absent.end === list.length && !source.includes('?')) return understood({ key: none.key });
  const said = plain(source);
  if (aboutAnother.test(said)) return unclear;
  if (middling.test(said)) {
    const middle = middleOf(scale, v);
    if (middle.length > 0) return doubtful(middle);
  }
  return byKey(source, scale, v) ?? bySaying(source, list, scale, v);
}

/** The middle of a scale, lower value first: two places where their number is even. */
function middleOf(scale: readonly ScaleValue[], v: Vocabulary): ScaleAnswer[] {
  const named = scale.filter((value) => [2, 3].includes(levelOf(value.label, v) ?? 0));
  const all = scale.filter((value) => value.value !== null).sort((a, b) => (a.value ?? 0) - (b.value ?? 0));
  const cut = Math.floor((all.length - 1) / 2);
  const middle = named.length === 2 ? named : all.slice(cut, all.length - cut);
  return middle.map(({ key }) => ({ key }));
}

function byKey(source: string, scale: readonly ScaleValue[], v: Vocabulary): Reading<ScaleAnswer> | undefined {
  const opening = keyFirst.exec(source.normalize('NFC'));
  if (!opening) return undefined;
  const word = plain(opening[1] ?? '');
  const found = scale.find((value) => plain(value.key) === word) ?? scale.find((value) => value.key === digitWords[word]);
  if (!found) return undefined;
  const rest = source.normalize('NFC').slice(opening[0].length).trim();
  if (rest === '' || rest === '?') return source.includes('?') ? doubtful([{ key: found.key }]) : understood({ key: found.key });
  const restWords = plain(rest).split(' ');
  const first = restWords[0] ?? '';
  // "3 veces" and "3 o 4" are no place on the scale; "a mi me..." after the letter key is prose.
  if (notThisOne.has(first) || dates.test(restWords.join(' '))) return doubtful([{ key: found.key }]);
  if (nouns.has(first) && opening[2] === '' && first !== 'de') return numbersIn(restWords, found.key, scale);
  if (/^\d/.test(rest)) return numbersIn(restWords, found.key, scale);
  const sayings = findPhrases(spokenWords(rest, v.abbreviations), v.corrections);
  if (sayings.length > 0) return readScale(afterWords(rest, v), scale, v);
  if (Number.isNaN(Number(found.key)) && opening[2] === '') {
    // A letter key runs into prose only by chance ("n aplica").
    const whole = bySaying(source, spokenWords(source, v.abbreviations), scale, v);
    return whole.kind === 'understood' ? whole : understood({ key: found.key, note: rest });
  }
  return understood({ key: found.key, note: rest });
}

function afterWords(rest: string, v: Vocabulary): string {
  const list = spokenWords(rest, v.abbreviations);
  const last = findPhrases(list, v.corrections).at(-1);
  return last ? list.slice(last.end).join(' ') : rest;
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

/** The place on a frequency scale that a label stands for; only then do sayings like "casi no" apply. */
function levelOf(label: string, v: Vocabulary): number | undefined {
  const list = spokenWords(label, v.abbreviations);
  return phraseAt(list, 0, v.frequency)?.means;
}

function bySaying(source: string, list: readonly string[], scale: readonly ScaleValue[], v: Vocabulary): Reading<ScaleAnswer> {
  const whole = list.join(' ');
  const named = scale.filter((value) =>
    [value.label, ...(value.synonyms ?? [])].some((name) => spokenWords(name, v.abbreviations).join(' ') === whole),
  );
  if (named.length === 1) return understood({ key: named[0]?.key ?? '' });

  const applies = findPhrases(list, v.notApplicable);
  const none = scale.find((value) => value.value === null);
  const levels = scale.map((value) => ({ key: value.key, level: value.value === null ? undefined : levelOf(value.label, v) }));
  const isFrequency = new Set(levels.map((l) => l.level).filter((level) => level !== undefined)).size >= 2;
  const hits = isFrequency ? findPhrases(list, v.frequency) : [];
  const places = new Set(hits.map((hit) => hit.means));
  const denied = hits[0] && hits[0].at > 0 && v.negations.has(list[hits[0].at - 1] ?? '');
  const open =
    source.includes('?') ||
    findPhrases(list, v.hedges).some((h) => !hits.some((hit) => h.at >= hit.at && h.at < hit.end)) ||
    denied === true;

  if (applies.length > 0 && none && places.size === 0)
    return open || applies[0]?.at !== 0
      ? doubtful([{ key: none.key }])
      : understood(withNote(none.key, source, list, applies[0]));
  const keys = levels.filter((l) => l.level !== undefined && places.has(l.level)).map((l) => ({ key: l.key }));
  const first = hits[0];
  if (denied && first) {
    // "no siempre" is less than always; which of the lesser ones is for her to say.
    const lesser = levels
      .filter((l) => l.level !== undefined && l.level < first.means && l.level > 1)
      .map((l) => ({ key: l.key }));
    return lesser.length > 0 ? doubtful(lesser.reverse()) : unclear;
  }
  // "siempre no" is the false friend: in the end, no.
  if (first && v.negations.has(list[first.end] ?? '')) return places.size === 1 && first.means !== 4 ? doubtful(keys) : unclear;
  if (keys.length === 1 && places.size === 1 && first && applies.length === 0) {
    return open || first.at - leadingWords(list) > 3
      ? doubtful(keys)
      : understood(withNote(keys[0]?.key ?? '', source, list, first));
  }
  if (keys.length > 0) return doubtful(none && applies.length > 0 ? [...keys, { key: none.key }] : keys);

  const options = scale.map((value) => ({ id: value.key, key: value.key, label: value.label, synonyms: value.synonyms }));
  const choice = readChoice(source, options, v);
  if (choice.kind === 'understood')
    return list.length <= 8 ? understood({ key: choice.value }) : doubtful([{ key: choice.value }]);
  return choice.kind === 'doubtful' ? doubtful(choice.candidates.map((key) => ({ key }))) : unclear;
}

const leads = new Set(
  'pues yo le les lo la pondria diria digo dejaria daria bueno mire a ver ke maestra esta bes'.split(' ').map(soundOf),
);

/** How many words only lead to the value: "pues yo le pondría". */
function leadingWords(list: readonly string[]): number {
  const at = list.findIndex((word) => !leads.has(word));
  return at < 0 ? 0 : at;
}

/** What follows the value, in her own words. */
function withNote(
  key: string,
  source: string,
  list: readonly string[],
  hit: { at: number; end: number } | undefined,
): ScaleAnswer {
  if (!hit || hit.at > 0 || hit.end >= list.length) return { key };
  const raw = source.split(/\s+/);
  const note = raw.length === list.length ? raw.slice(hit.end).join(' ') : source;
  return note === '' ? { key } : { key, note };
}
