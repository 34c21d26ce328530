// Reads the facts of a session told in one sentence; no number is ever taken for two facts.
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import { clockSpan } from '../numbers/clock-span.ts';
import { withoutDenied } from '../numbers/denied-amounts.ts';
import { durationTokens, findDurations } from '../numbers/duration.ts';
import { numberAt } from '../numbers/number-words.ts';
import { readWhen, type WhenContext, type WhenReading } from '../when/when.ts';
import { findPhrases, soundsOf, spokenWords } from '../words/phrase-book.ts';
import { type SaidClauses, saidClauses } from '../words/said-clauses.ts';

export interface MomentFacts {
  minutes?: number;
  method?: 'notes' | 'videoByMentor' | 'videoByCaregiver';
  modelled?: boolean;
  routineMoment?: string;
  childrenPresent?: number;
  when?: WhenReading;
}

const children = new Set([
  'nino',
  'ninos',
  'nina',
  'ninas',
  'bebe',
  'bebes',
  'lactantes',
  'peques',
  'pequenos',
  'chiquitos',
  'pequenitos',
  'maternales',
  'menores',
  'alumnos',
]);
const loneNumber = new Set([
  'como',
  'unos',
  'fueron',
  'duro',
  'aprox',
  'si',
  'no',
  'con',
  'y',
  ',',
  '.',
  ';',
  'casi',
  'notas',
  'video',
  'duramos',
]);

/** "Eran 14, bueno 13": the last number stands. */
const putRight = /\b(\d{1,3})\s*,?\s+(?:bueno|digo|perd[oó]n|m[aá]s bien|mejor dicho|no,)\s+(\d{1,3})\b/giu;

export function readMomentFacts(
  text: string,
  moments: readonly { id: string; aliases: readonly string[] }[],
  v: Vocabulary,
  c: WhenContext,
): MomentFacts {
  const facts: MomentFacts = {};
  const tokens = withoutDenied(durationTokens(text.replace(/\n/g, ' , ').replace(putRight, '$2')), (word) => children.has(word));
  // Each stretch that has given a number is blanked before the next reader looks.
  readChildren(tokens, facts);
  readDuration(tokens, facts);
  // "De diez y media a las once".
  const span = facts.minutes === undefined ? clockSpan(tokens) : undefined;
  if (span !== undefined) facts.minutes = span;
  readBareChildren(tokens, facts);
  readBareMinutes(tokens, facts);
  const day = readWhen(tokens.join(' '), c);
  if (day.kind !== 'none' && !(day.kind === 'ambiguous' && onlyDayPart(day, c))) facts.when = day;

  const list = spokenWords(text, v.abbreviations);
  const modelled = findPhrases(list, v.modelled);
  if (modelled.length > 0) facts.modelled = !modelled.some((hit) => !hit.means);
  const method = methodOf(list, v);
  if (method) facts.method = method;
  const moment = routineMomentOf(saidClauses(text, v), moments);
  if (moment) facts.routineMoment = moment;
  return facts;
}

function blank(tokens: string[], from: number, to: number): void {
  for (let i = from; i < to; i++) tokens[i] = i === from ? ';' : ' ';
}

function readChildren(tokens: string[], facts: MomentFacts): void {
  const counts: number[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const digits = /^\d{1,2}$/.test(tokens[i] ?? '') ? { value: Number(tokens[i]), length: 1 } : numberAt(tokens, i);
    const noun = digits ? tokens[i + digits.length] : undefined;
    if (!digits || noun === undefined || !children.has(noun)) continue;
    // "un niño de 2 años" tells of one child, not of how many were there.
    if (!['un', 'una'].includes(tokens[i] ?? '')) counts.push(digits.value);
    const age =
      tokens.indexOf('anos', i) >= 0 && tokens.indexOf('anos', i) - i <= 5
        ? tokens.indexOf('anos', i) + 1
        : i + digits.length + 1;
    blank(tokens, i, age);
  }
  const total = counts.reduce((sum, n) => sum + n, 0);
  // "4 niños y 3 niñas" are seven; more than two numbers are not added up.
  if (counts.length > 0 && counts.length <= 2 && total <= 60) facts.childrenPresent = total;
}

const there = new Set(['eran', 'habia', 'hay', 'ay', 'estaban', 'tenia', 'ninos']);
const roughly = new Set(['como', 'unos', 'unas', 'casi']);
const fewestMinutes = 10;

/** "Eran 8, 15 min": the number that is no duration tells how many were there; so does one too small for minutes. */
function readBareChildren(tokens: string[], facts: MomentFacts): void {
  if (facts.childrenPresent !== undefined) return;
  const at = tokens.findIndex(
    (token, i) =>
      /^\d{1,2}$/.test(tokens[i + 1] ?? '') && (there.has(token) || (roughly.has(token) && there.has(tokens[i - 1] ?? ''))),
  );
  const value = Number(tokens[at + 1]);
  if (at < 0 || value < 1 || (facts.minutes === undefined && value >= fewestMinutes)) return;
  const after = tokens[at + 2];
  if (after !== undefined && !loneNumber.has(after) && after.trim() !== '' && after !== 'en') return;
  facts.childrenPresent = value;
  blank(tokens, at, at + 2);
}

function readDuration(tokens: string[], facts: MomentFacts): void {
  const all = findDurations(tokens).filter((hit) => !(tokens[hit.at - 1] === 'hace' || tokens[hit.at - 1] === 'cada'));
  // "Eran 8, 20 min": beside a length with its unit the number after "eran" is something else; "quince o veinte minutos" is not.
  const counts = ({ at, open }: { at: number; open: boolean }): boolean =>
    open && (there.has(tokens[at - 1] ?? '') || (roughly.has(tokens[at - 1] ?? '') && there.has(tokens[at - 2] ?? '')));
  const hits = all.some(({ open }) => !open) ? all.filter((hit) => !counts(hit)) : all;
  const [only] = hits;
  if (hits.length === 1 && only && !only.open && only.minutes > 0) facts.minutes = only.minutes;
  for (const hit of hits) blank(tokens, hit.at, hit.end);
}

/** A number that no day, hour or noun claims is the minutes. */
function readBareMinutes(tokens: string[], facts: MomentFacts): void {
  const at = tokens.map((token, i) => (/^\d{1,3}$/.test(token) ? i : -1)).filter((i) => i >= 0 && standsAlone(tokens, i));
  const [only] = at;
  if (at.length !== 1 || only === undefined || facts.minutes !== undefined) return;
  const value = Number(tokens[only]);
  if (value < 5 || value > 300) return;
  facts.minutes = value;
  blank(tokens, only, only + 1);
}

const dayWords = new Set(['hoy', 'ayer', 'antier', 'anteayer', 'antes', 'de', 'ahora', 'manana', 'tarde', 'comida']);
const dateIntroductions = new Set([
  'el',
  'dia',
  'las',
  'la',
  'a',
  'al',
  '/',
  '-',
  ':',
  'lunes',
  'martes',
  'miercoles',
  'jueves',
  'viernes',
  'sabado',
  'domingo',
]);

function standsAlone(tokens: readonly string[], i: number): boolean {
  const [before, after] = [tokens[i - 1], tokens[i + 1]];
  if (before !== undefined && dateIntroductions.has(before)) return false;
  // "En 7 de 10" is a share.
  if (before === 'de' && /^\d+$/.test(tokens[i - 2] ?? '')) return false;
  if (before !== undefined && !loneNumber.has(before) && !dayWords.has(before) && before !== ' ') return false;
  return after === undefined || loneNumber.has(after) || after === ' ' || after === 'en';
}

function onlyDayPart(day: WhenReading & { kind: 'ambiguous' }, c: WhenContext): boolean {
  return (
    day.candidates.length === 2 && day.candidates[0]?.date === c.now.date && day.candidates.every((d) => d.time === undefined)
  );
}

function methodOf(list: readonly string[], v: Vocabulary): MomentFacts['method'] {
  const hits = findPhrases(list, v.methods).filter((hit) => !v.negations.has(list[hit.at - 1] ?? ''));
  const kinds = new Set(hits.map((hit) => hit.means));
  // Who filmed is not guessed from "video" alone.
  kinds.delete('video');
  const [only] = kinds;
  return kinds.size === 1 && only !== 'video' ? only : undefined;
}

function routineMomentOf(said: SaidClauses, moments: readonly { id: string; aliases: readonly string[] }[]): string | undefined {
  const { list } = said;
  const found = new Set<string>();
  for (const moment of moments) {
    for (const alias of moment.aliases) {
      const name = soundsOf(alias);
      for (let at = list.indexOf(name[0] ?? ''); at !== -1; at = list.indexOf(name[0] ?? '', at + 1)) {
        const isHere = name.every((word, k) => list[at + k] === word);
        if (isHere && !isBeside(list, at) && !isDenied(said, at, at + name.length)) found.add(moment.id);
      }
    }
  }
  return found.size === 1 ? [...found][0] : undefined;
}

/** "Después de la comida" is another moment than the meal. */
const isBeside = (list: readonly string[], at: number): boolean =>
  list.slice(Math.max(0, at - 3), at).some((word) => ['despues', 'antes', 'saliendo', 'terminando'].includes(word));

const leading = new Set('fue era es en la el los las a al durante ora de kuando'.split(' '));

/** "No fue en la comida", "en la comida no, en el filtro". */
function isDenied({ list, starts }: SaidClauses, at: number, end: number): boolean {
  let i = at;
  while (!starts.has(i) && leading.has(list[i - 1] ?? '')) i--;
  if (!starts.has(i) && (list[i - 1] === 'no' || list[i - 1] === 'ni')) return true;
  return list[end] === 'no' && (starts.has(end + 1) || end + 1 === list.length);
}
