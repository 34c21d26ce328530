// Reads a whole checklist written on one line, as copied from her paper card: "3 2 4 1 n 3", "324 1n3", "1) 3 2) 2".

import { longestText, unaccented } from '../words/text-forms.ts';
import type { ScaleValue } from './scale.ts';

/** `at` counts the items from 1, as her card does. */
export type ScaleLine =
  | { kind: 'line'; keys: string[] }
  /** `places`: which items the keys are for, where she numbered them. */
  | { kind: 'count'; given: number; expected: number; keys: string[]; places?: number[] }
  | { kind: 'badValue'; at: number; word: string }
  | { kind: 'none' };

type Scales = readonly (readonly ScaleValue[])[];

const none: ScaleLine = { kind: 'none' };
const openingWords = new Set(
  'ahi aqui le te van va son mis las la los el respuestas respuesta calificaciones valores resultados lista listo queda quedo quedaron asi de chequeo observacion es a ver pues buenas buenos tardes dias hola'.split(
    ' ',
  ),
);
const openingWord = /^([a-z]+)[ :,.]+/;
const closing = /[ .,;]*(?:gracias|listo|porfa|es todo|saludos|seria todo|son todas|fin)?[ .,;!]*$/;
const notApplicable = /\b(?:no aplica|no hubo oportunidad|no hubo|sin oportunidad|n ?\/ ?a|na)\b/g;
const rowShape = /(\d{1,2}) ?[):.=-]{1,2} ?([a-z0-9])(?![a-z0-9])/g;
const tokenShape = /[a-z0-9]+/g;

export function readScaleLine(text: string, scales: Scales): ScaleLine {
  const expected = scales.length;
  if (expected === 0) return none;
  const emptyKey = scales[0]?.find((value) => value.value === null)?.key ?? 'n';
  if (text.trim().length > 400) return none;
  let line = unaccented(text.slice(0, longestText).replace(/️?⃣/g, ' ')).trim();
  line = spellLabels(
    withoutOpening(line).replace(closing, '').replace(notApplicable, ` ${emptyKey.toLowerCase()} `),
    scales,
  ).trim();
  // Anything but values and separators is prose.
  if (line === '' || line.length > 400 || /[^a-z0-9 ,;.:()\-|=\u2013/*]/.test(line)) return none;
  const rows = numberedRows(line, scales);
  if (rows) return rows;
  if (line.includes('/') || line.includes('=')) return none;
  const tokens = line.match(tokenShape) ?? [];
  const words = tokens.flatMap((token) => splitToken(token, scales[0] ?? []));
  return judge(words, tokens, scales);
}

/** "ahí le van: 3 2 4". */
function withoutOpening(line: string): string {
  let rest = line;
  for (let found = openingWord.exec(rest); found && openingWords.has(found[1] ?? ''); found = openingWord.exec(rest))
    rest = rest.slice(found[0].length);
  return rest;
}

/** Labels written out are as good as their keys: "siempre, casi siempre, n". */
function spellLabels(line: string, scales: Scales): string {
  if (!/[a-z]{3}/.test(line)) return line;
  const names = new Map<string, string>();
  for (const value of scales[0] ?? [])
    for (const name of [value.label, ...(value.synonyms ?? [])]) names.set(unaccented(name), value.key.toLowerCase());
  const parts = line.split(/[,;]/).map((part) => part.trim());
  return parts.map((part) => names.get(part) ?? part).join(' ');
}

function isKey(word: string, scale: readonly ScaleValue[]): string | undefined {
  return scale.find((value) => value.key.toLowerCase() === word)?.key;
}

/** "324" is three values when no key is that long. */
function splitToken(token: string, scale: readonly ScaleValue[]): string[] {
  if (token.length === 1 || isKey(token, scale) !== undefined) return [token];
  return /^[0-9nx]+$/.test(token) ? [...token] : [token];
}

function judge(words: readonly string[], tokens: readonly string[], scales: Scales): ScaleLine {
  const expected = scales.length;
  const scaleOf = (i: number): readonly ScaleValue[] => scales[Math.min(i, expected - 1)] ?? [];
  const keys = words.map((word, i) => isKey(word, scaleOf(i)));
  const good = keys.filter((key) => key !== undefined);
  if (good.length === keys.length && keys.length === expected)
    return expected > 1 || tokens.length === 1 ? { kind: 'line', keys: good } : none;
  // One value, or two digits written together, answers the one open question.
  if (tokens.length === 1 && words.length < Math.max(3, expected - 1)) return none;
  if (words.length < 2 || expected === 1) return none;
  const bad = keys.indexOf(undefined);
  if (bad < 0) return { kind: 'count', given: keys.length, expected, keys: good };
  const few = keys.length - good.length <= Math.max(1, Math.floor(expected / 4));
  const lineLike = few && good.length >= 3 && good.length * 2 >= expected && words.length <= expected + 2;
  return lineLike ? { kind: 'badValue', at: bad + 1, word: words[bad] ?? '' } : none;
}

/** Numbered rows, in any order; undefined when the text is not made of such rows. */
function numberedRows(line: string, scales: Scales): ScaleLine | undefined {
  const rows = [...line.matchAll(rowShape)].map((row) => ({ item: Number(row[1]), word: row[2] ?? '' }));
  if (rows.length < 2 || line.replace(rowShape, '').replace(/[ ,;.|()*-]/g, '') !== '') return undefined;
  const expected = scales.length;
  const items = new Set(rows.map((row) => row.item));
  const fits = items.size === rows.length && rows.every((row) => row.item >= 1 && row.item <= expected);
  // Dashes and full stops also part the values of a plain line: "3-2-4-1".
  const plainLine = !/[):=]/.test(line) && rows.length !== expected;
  const inOrder = rows.every((row, i) => row.item === i + 1) && line.includes(' ');
  if (plainLine && !(fits && inOrder)) return undefined;
  if (!fits)
    return rows.every((row) => row.item >= 1 && row.item <= expected) ? repeatedRows(rows, items, expected, line) : undefined;
  const keys: string[] = [];
  const places: number[] = [];
  for (let item = 1; item <= expected; item++) {
    const row = rows.find((r) => r.item === item);
    if (!row) continue;
    const key = isKey(row.word, scales[item - 1] ?? []);
    if (key === undefined) return { kind: 'badValue', at: item, word: row.word };
    keys.push(key);
    places.push(item);
  }
  return keys.length === expected ? { kind: 'line', keys } : { kind: 'count', given: keys.length, expected, keys, places };
}

export interface SheetLine {
  line: ScaleLine;
  /** What she wrote before the values and after them. */
  before: string;
  after: string;
}

const facts =
  /^(?:min|mins|minutos?|hrs?|horas?|h|pm|am|ni[nñ][oa]s?|beb[eé]s?|peques|lactantes|maternales|alumnos|de (?!hoy|ayer)|veces|o|u)\b/i;
const mostWords = 60;

/** "Ya estuvo: 3 2 4 1 n 3 3 4 2, fue hoy en la comida, 8 niños": the values, and what stands around them. */
export function readSheetLine(text: string, scales: Scales): SheetLine | undefined {
  const whole = readScaleLine(text, scales);
  if (whole.kind !== 'none' && whole.kind !== 'badValue') return { line: whole, before: '', after: '' };
  const source = text.slice(0, longestText).replace(/\s+/g, ' ').trim();
  const starts = cuts(source, /(?:^|[\s:,(])(?=[\dn]\b|\d[.):=-]|\d{3,}|siempre|casi|pocas|no (?:lo|aplica|hubo))/gi).slice(0, 4);
  const ends = cuts(source, /(?<=[\p{L}\p{N})])(?=[\s,.;:/)]|$)/gu).slice(0, mostWords);
  let best: SheetLine | undefined;
  let bad: SheetLine | undefined;
  for (const start of starts) {
    for (const end of ends.filter((at) => at > start).reverse()) {
      const after = source.slice(end).replace(/^[\s,.;:/)]+/, '');
      // "8 niños": that number is no value.
      if (facts.test(after)) continue;
      const line = readScaleLine(source.slice(start, end), scales);
      const found = { line, before: source.slice(0, start).trim(), after };
      if (line.kind === 'line') return goesOn(after, scales) ? tooMany(found, scales) : found;
      if (line.kind === 'badValue' && line.word.length <= 2) bad ??= found;
      if (line.kind === 'count' && line.given > (best?.line.kind === 'count' ? best.line.given : 1)) best = found;
    }
  }
  // "3 2 4 1 7 3 3 4 2 hoy": a value in between that is none, not the end of the line.
  if (bad && (!best || /^\d\b/.test(best.after))) return bad;
  return best ?? (whole.kind === 'badValue' ? { line: whole, before: '', after: '' } : undefined);
}

const cuts = (text: string, pattern: RegExp): number[] => [...text.matchAll(pattern)].map((hit) => hit.index + hit[0].length);

/** "... 4 2 y 4": a value more than the sheet has items. */
const goesOn = (after: string, scales: Scales): boolean => {
  const [, word = ''] = /^(?:y |e )?(\w)(?:$|[\s,.](?!\s*(?:min|ni[nñ]|beb|hora|hr|de |veces|peques)))/i.exec(after) ?? [];
  return isKey(word.toLowerCase(), scales[0] ?? []) !== undefined;
};

function tooMany(found: SheetLine, scales: Scales): SheetLine {
  const keys = found.line.kind === 'line' ? found.line.keys : [];
  return { ...found, line: { kind: 'count', given: keys.length + 1, expected: scales.length, keys } };
}

/** The same row twice with ")" or ":" cannot be put in order: it is asked. */
function repeatedRows(
  rows: readonly { item: number; word: string }[],
  items: ReadonlySet<number>,
  expected: number,
  line: string,
): ScaleLine | undefined {
  if (!/[):]/.test(line)) return undefined;
  return { kind: 'count', given: items.size, expected, keys: rows.map((row) => row.word).slice(0, items.size) };
}
