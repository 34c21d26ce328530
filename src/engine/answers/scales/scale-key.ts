// Reads a place on a scale by its key, at the beginning of what she writes: "3", "yo digo que como un 3", "2 perdón 3", "3 o 4".
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import { shareAt } from '../numbers/shares.ts';
import { findPhrases, phraseAt, spokenWords } from '../words/phrase-book.ts';
import { doubtful, type Reading, understood } from '../words/reading.ts';
import { plain } from '../words/text-forms.ts';
import type { ScaleAnswer, ScaleValue } from './scale.ts';
import { placesOf } from './scale-places.ts';

/** What only leads to a key: "yo digo que como un 3", "la opc 4". */
const keyLeads = new Set(
  'entre mas bien la el un una de del opcion opciones opc op num numero nro no es era fue pues ps pos mmm mm bueno yo le les lo pongo pondria ponle pongale ponga pon doy daria diria dejaria digo creo que q k como seria sera mi calificacion califico con siento este ay mire maestra miss'.split(
    ' ',
  ),
);
const mostLeads = 7;
const wordOrNumber = /[\p{L}\p{N}]+/gu;
const afterKey = /(?:\ufe0f?\u20e3)?\s*([.):,;/\-–]?)\s*/y;
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
  'oportunidades',
  'ocasiones',
  'pm',
  'am',
]);
/** Words after which a key stands for something else than this answer: "la 1 era 4", "la 3 también". */
const notThisOne = new Set(['tambien', 'igual', 'era', 'es', 'fue', 'seria']);
const dates =
  /^(?:de )?(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre|la (?:manana|tarde|noche))/;
const digitWords: Readonly<Record<string, string>> = { uno: '1', dos: '2', tres: '3', cuatro: '4', cinco: '5', cero: '0' };

/** By their sound. */
const digitSounds: Readonly<Record<string, string>> = { uno: '1', dos: '2', tres: '3', kuatro: '4', sinko: '5', sero: '0' };
const somebodyDid =
  /^(?:(?:no|ya|si|solo|se|le|les|la|lo|las|los|me|nos|de ellos|de ellas|nin[oa]s?|bebes?) )*(?!(?:creo|digo|pues|pero|bueno|mejor|siempre|nunca)\b)[a-z]{2,}(?:o|io|aron|ieron|aba|aban|ia|ian)\b/;

export interface OpeningKey {
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
    const sign = after?.[1] ?? '';
    const rest = source.slice(after ? afterKey.lastIndex : source.length).trim();
    // "Uno lloró", "dos no quisieron": somebody, and no place on the scale.
    if (word in digitWords && sign.trim() === '' && somebodyDid.test(plain(rest))) return undefined;
    return { found, sign, rest, leads };
  }
  return undefined;
}

/** `again` reads what stands instead of the key, `saying` the whole text by its words. */
export function byKey(
  text: string,
  scale: readonly ScaleValue[],
  v: Vocabulary,
  again: (text: string) => Reading<ScaleAnswer>,
  saying: (text: string) => Reading<ScaleAnswer>,
): Reading<ScaleAnswer> | undefined {
  const source = text.normalize('NFC');
  const opening = openingKey(source, scale);
  if (!opening) return undefined;
  const { found, sign, rest, leads } = opening;
  if (rest === '' || rest === '?') return source.includes('?') ? doubtful([{ key: found.key }]) : understood({ key: found.key });
  const restWords = plain(rest).split(' ');
  const first = restWords[0] ?? '';
  // "Del 1 al 5 un 3": the second number is only the end of her scale.
  const graded = /^al? \d+ (?:un |le pongo |le doy |pongo )?(\d)$/.exec(restWords.join(' '))?.[1];
  if (graded !== undefined) return again(graded);
  if (/^al? \d/.test(restWords.join(' '))) return numbersIn(['a', ...restWords], found.key, scale);
  // "9 de cada 10", "2 veces", "dos que tres": a share of the times, or a saying.
  if (sign === '' && isShareOrSaying(source, leads, scale, v)) return undefined;
  // "3 veces" and "3 o 4" are no place on the scale; "a mi me..." after the letter key is prose.
  if (notThisOne.has(first) || dates.test(restWords.join(' '))) return doubtful([{ key: found.key }]);
  if (halfMore.test(restWords.join(' ')) || (sign === '.' && /^5$/.test(rest))) return between(found.key, scale);
  if (nouns.has(first) && sign === '' && first !== 'de') return numbersIn(restWords, found.key, scale);
  const taken = afterTaking(rest, v);
  if (taken !== undefined) return again(taken);
  if (/^\d/.test(rest)) return numbersIn(restWords, found.key, scale);
  const other = otherPlace(rest, found.key, scale, v);
  if (other !== undefined) return doubtful([{ key: found.key }, { key: other }]);
  if (Number.isNaN(Number(found.key)) && sign === '') {
    // A letter key runs into prose only by chance ("n aplica").
    const whole = saying(source);
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
  // "La 2, no, la 3"
  const [opens = '', ...then] = list;
  const [next, more] = then.filter((word) => !pointers.has(word));
  const instead = opens === 'no' || opens === 'mejor' || opens === 'bueno';
  const digit = digitSounds[next ?? ''] ?? next ?? '';
  return instead && /^\d$/.test(digit) && more === undefined ? digit : undefined;
}

const pointers = new Set('no mejor bueno la el es era fue opsion numero perdon digo mas bien'.split(' '));

function numbersIn(list: readonly string[], key: string, scale: readonly ScaleValue[]): Reading<ScaleAnswer> {
  const others = list
    .map((word) => digitWords[word] ?? word)
    .filter((word) => scale.some((value) => value.key === word) && word !== key);
  const choice = ['o', 'u', 'y', 'a'].includes(list[0] ?? '') || /^\d/.test(list[0] ?? '');
  return others.length > 0 && choice
    ? doubtful([key, ...new Set(others)].slice(0, 4).map((k) => ({ key: k })))
    : doubtful([{ key }]);
}
