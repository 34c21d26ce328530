// Reads which items of a sheet have which value: "la 2 es 1 y la 9 es 3", "siempre la 8, y la 9 pocas veces", "las dos en 3".
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import { readScale, type ScaleValue } from '../scales/scale.ts';
import { longestText, unaccented } from '../words/text-forms.ts';
import { cardinalOf, fillers, itemMarkers, joiners, linkingWords, ordinalOf, unitWords, wrongWords } from './item-words.ts';

/** Items count from 1, as on her sheet. */
export type ItemValues =
  | { kind: 'values'; items: { at: number; key: string | undefined }[]; linked: boolean; wrong: boolean }
  /** Items are named, but what is said of them cannot be read in one way only. */
  | { kind: 'doubtful'; items: number[]; linked: boolean }
  | { kind: 'none' };

type Scale = readonly ScaleValue[];
export interface SheetItems {
  scales: readonly Scale[];
  /** Items, from 1, that "las dos" and "las que faltan" stand for. */
  left: readonly number[];
  /** A number alone names an item too: "4 a 2". */
  bare: boolean;
}
type Said = { kind: 'keys'; keys: string[] } | { kind: 'same' | 'nothing' | 'prose' | 'doubtful' };

interface Scan {
  groups: number[][];
  /** What stands before the first group, between the groups, and after the last one. */
  segments: string[][];
  linked: boolean;
}

const none: ItemValues = { kind: 'none' };
const tokenShape = /[a-z0-9]+|[:=,]/g;

export function readItemValues(text: string, sheet: SheetItems, v: Vocabulary): ItemValues {
  if (text.length > 300) return none;
  const tokens = tokensOf(text, v);
  const together = judge(scanItems(tokens, sheet, true), text, sheet, v);
  // "Siempre la 8, y la 9 pocas veces": each has its own.
  const apart = together.kind === 'doubtful' ? judge(scanItems(tokens, sheet, false), text, sheet, v) : together;
  return apart.kind === 'values' && apart.items.every(({ key }) => key !== undefined) ? apart : together;
}

function judge(scan: Scan, text: string, sheet: SheetItems, v: Vocabulary): ItemValues {
  if (!scan.groups.length) return none;
  const said = scan.segments.map((words, i) => {
    const scale = sheet.scales[(scan.groups[Math.max(0, i - 1)]?.[0] ?? 1) - 1] ?? [];
    return i === 0 ? openingValue(words, scale, v) : valueIn(words, scale, v);
  });
  const items = scan.groups.flat();
  const { linked } = scan;
  const doubtful: ItemValues = { kind: 'doubtful', items, linked };
  if (new Set(items).size !== items.length || said.some(({ kind }) => kind === 'doubtful')) return doubtful;
  const given = assign(said, scan.groups.length);
  if (!given) return doubtful;
  const values: { at: number; key: string | undefined }[] = [];
  let before: string[] = [];
  for (const [i, group] of scan.groups.entries()) {
    const one = given[i];
    const keys = one?.kind === 'same' ? before : one?.kind === 'keys' ? one.keys : [];
    if (keys.length > 1 && keys.length !== group.length) return doubtful;
    before = keys.slice(-1);
    group.forEach((at, k) => {
      values.push({ at, key: keys.length > 1 ? keys[k] : keys[0] });
    });
  }
  const fits = values.every(({ at, key }) => key === undefined || sheet.scales[at - 1]?.some((value) => value.key === key));
  return fits ? { kind: 'values', items: values, linked, wrong: wrongWords.test(unaccented(text)) } : doubtful;
}

function tokensOf(text: string, v: Vocabulary): string[] {
  const line = unaccented(text.slice(0, longestText))
    .replace(/️?⃣/g, ' ')
    .replace(/(\d) ?(?:[:=)]|->|=>|→|[-–]) ?(?=(?:\d|n|no|na)\b)/g, '$1 : ')
    .replace(/[.;/\n]/g, ' , ');
  return (line.match(tokenShape) ?? []).flatMap((word) => v.abbreviations.get(word)?.split(' ') ?? word);
}

/** Each value goes to one group, and each group gets one at most; undefined where this can be done in two ways. */
function assign(said: readonly Said[], count: number): (Said | undefined)[] | undefined {
  const holds = (i: number): boolean => said[i]?.kind === 'keys' || said[i]?.kind === 'same';
  const after = said.slice(1);
  if (!holds(0)) return after;
  // "Ponle 1 a la 2 y 3 a la 9": the values come first.
  if (!holds(count)) return said.slice(0, count);
  // "Siempre la 8, y la 9 pocas veces": one before, the others behind.
  return after[0]?.kind === 'nothing' ? [said[0], ...after.slice(1)] : undefined;
}

function scanItems(tokens: readonly string[], sheet: SheetItems, merges: boolean): Scan {
  const scan: Scan = { groups: [], segments: [[]], linked: false };
  for (let i = 0; i < tokens.length; ) {
    const segment = scan.segments.at(-1) ?? [];
    const found = groupAt(tokens, i, sheet) ?? itemAt(tokens, i, sheet, segment, scan);
    if (!found) {
      segment.push(tokens[i] ?? '');
      i++;
      continue;
    }
    const group = scan.groups.at(-1);
    // "La 4 y la 6": one value may follow for both.
    if (merges && group && segment.every((word) => joiners.has(word))) {
      group.push(...found.items);
      segment.length = 0;
    } else {
      scan.groups.push([...found.items]);
      scan.segments.push([]);
    }
    i = found.end;
    if (linkingWords.has(tokens[i] ?? '') || (tokens[i] === 'que' && linkingWords.has(tokens[i + 1] ?? ''))) scan.linked = true;
  }
  return scan;
}

interface Found {
  items: number[];
  end: number;
}

/** "Las dos", "ambas", "las que faltan", "las dos últimas". */
function groupAt(tokens: readonly string[], at: number, { scales, left }: SheetItems): Found | undefined {
  const rest = tokens.slice(at, at + 5).join(' ');
  const ends = /^(?:las|los) (?:(\w+) (ultim|primer)[oa]s|(ultim|primer)[oa]s (\w+))\b/.exec(rest);
  const number = cardinalOf(ends?.[1] ?? ends?.[4]);
  if (ends && number !== undefined && number > 1 && number <= scales.length) {
    const from = (ends[2] ?? ends[3]) === 'ultim' ? scales.length - number : 0;
    return { items: Array.from({ length: number }, (_, k) => from + k + 1), end: at + 3 };
  }
  if (!left.length) return undefined;
  const all = { items: [...left] };
  if (/^(?:las|los) que (?:me )?(?:falta|queda)/.test(rest)) return { ...all, end: at + (tokens[at + 2] === 'me' ? 4 : 3) };
  if (/^(?:(?:las|los) (?:demas|otr[oa]s|restantes)|lo demas|el resto)\b/.test(rest)) return { ...all, end: at + 2 };
  if (left.length === 2 && /^amb[oa]s\b/.test(rest)) return { ...all, end: at + 1 };
  const counted = /^(?:las|los) (\w+)(?: (?:en|son|con|a|:|,) | )(?!y |e )/.exec(`${rest} `);
  if (counted && left.length > 1 && cardinalOf(counted[1]) === left.length && !/^\d/.test(counted[1] ?? ''))
    return { ...all, end: at + 2 };
  return /^tod[oa]s (?:(?:en|son|con|a|eran|van en|fueron) )?(?:\d|n)\b/.test(rest) ? { ...all, end: at + 1 } : undefined;
}

function itemAt(
  tokens: readonly string[],
  at: number,
  { scales, bare }: SheetItems,
  segment: readonly string[],
  { groups, segments }: Scan,
): Found | undefined {
  let i = at;
  while (itemMarkers.has(tokens[i] ?? '')) i++;
  const marked = i > at;
  const word = tokens[i];
  const item = cardinalOf(word) ?? (marked ? ordinalOf(word, scales.length) : undefined);
  if (item === undefined || item < 1 || item > scales.length) return undefined;
  let end = i + 1;
  while (['pregunta', 'punto', 'reactivo', 'respuesta', 'indicador'].includes(tokens[end] ?? '')) end++;
  const next = tokens[end] ?? '';
  if (unitWords.has(next) || (next === 'de' && tokens[end + 1] === 'la' && !cardinalOf(tokens[end + 2]))) return undefined;
  if (marked) return { items: [item], end };
  // A number without "la" is an item only where a value follows, or where it goes on a list of items.
  const before = tokens[at - 1];
  const opens = before === undefined || !(linkingWords.has(before) || ['a', 'en', 'un', 'por'].includes(before));
  const digit = /^\d/.test(word ?? '');
  if (digit && opens && linkingWords.has(next) && tokens[end + 1] !== undefined) return { items: [item], end };
  if (bare && at === 0 && digit) return { items: [item], end };
  // "Ponle 1 a la 2 y 3 a la 9": what stands before an item is its value.
  if (itemMarkers.has(next) || (['a', 'en', 'para'].includes(next) && itemMarkers.has(tokens[end + 1] ?? ''))) return undefined;
  const goesOn =
    groups.length > 0 && segments.length > groups.length && segment.length > 0 && segment.every((one) => joiners.has(one));
  return goesOn && listGoesOn(tokens, end) && (before === 'y' || before === ',') ? { items: [item], end } : undefined;
}

/** Whether behind "la 3, 5 y 7" comes their value; at the end only "y" makes a list: "la 4, 2" is the item and its value. */
function listGoesOn(tokens: readonly string[], end: number): boolean {
  let i = end;
  while ((tokens[i] === 'y' || tokens[i] === ',') && cardinalOf(tokens[i + 1]) !== undefined) i += 2;
  const next = tokens[i];
  if (next !== undefined && (linkingWords.has(next) || fillers.has(next))) return true;
  return tokens[i - 2] === 'y' && !/^\d/.test(next ?? '');
}

const digitWords: Readonly<Record<string, string>> = { uno: '1', dos: '2', tres: '3', cuatro: '4', cinco: '5' };

/** Keys that she takes back are taken off: "no era 3, era 2", "de 3 a 2", "2 y no 3", "puse 3 y era 2". */
function withoutDenied(words: readonly string[], isKey: (word: string) => boolean): string[] {
  const kept = [...words];
  for (let i = 0; i < kept.length; i++) {
    if (!['no', 'de', 'puse', 'anote', 'decia', 'dice'].includes(kept[i] ?? '')) continue;
    let end = i + 1;
    while (['un', 'una', 'era', 'es', 'fue', 'son', 'eran', 'seria', 'va', 'puse'].includes(kept[end] ?? '')) end++;
    const others = kept.filter((word, k) => isKey(word) && k !== end).length;
    if (isKey(kept[end] ?? '') && others === 1) kept.splice(i, end - i + 1);
  }
  return kept;
}

function valueIn(segment: readonly string[], scale: Scale, v: Vocabulary): Said {
  const isKey = (word: string): boolean => scale.some(({ key }) => key.toLowerCase() === word);
  const spelled = segment.map((word) => (isKey(digitWords[word] ?? '') ? (digitWords[word] ?? word) : word));
  const words = withoutDenied(
    spelled.filter((word) => !/^[:=]$/.test(word)),
    isKey,
  );
  const told = words.filter((word) => !fillers.has(word) || isKey(word));
  if (segment.some((word) => ['tambien', 'igual', 'mismo'].includes(word)) && !told.some(isKey)) return { kind: 'same' };
  if (told.length === 0) return { kind: 'nothing' };
  if (told.every(isKey)) {
    const numbers = told.map((word) => scale.find(({ key }) => key.toLowerCase() === word)?.key ?? word);
    return words.includes('o') || words.includes('u') ? { kind: 'doubtful' } : { kind: 'keys', keys: numbers };
  }
  let from = 0;
  for (;;) {
    const rest = words.slice(from).filter((word) => word !== ',');
    const reading = rest.length ? readScale(trimmed(rest).join(' '), scale, v) : undefined;
    const digits = rest.filter((word) => /^\d/.test(word)).length;
    if (reading?.kind === 'understood' && digits <= (isKey(rest[0] ?? '') ? 1 : 0))
      return { kind: 'keys', keys: [reading.value.key] };
    if (from < words.length && (fillers.has(words[from] ?? '') || words[from] === ',')) from++;
    else return digits > 0 || reading?.kind === 'doubtful' ? { kind: 'doubtful' } : { kind: 'prose' };
  }
}

/** Without "y", "en" at the end: they belong to what follows. */
function trimmed(words: readonly string[]): string[] {
  let end = words.length;
  while (end > 1 && (joiners.has(words[end - 1] ?? '') || itemMarkers.has(words[end - 1] ?? ''))) end--;
  return words.slice(0, end);
}

/** Before the first item most words only lead up to it; a value is one that stands there alone. */
function openingValue(segment: readonly string[], scale: Scale, v: Vocabulary): Said {
  const words = segment.filter((word) => word !== ',');
  if (!words.some((word) => !fillers.has(word) || scale.some(({ key }) => key.toLowerCase() === word)))
    return { kind: 'nothing' };
  const found = valueIn(words, scale, v);
  const short = words.filter((word) => !fillers.has(word)).length <= 3;
  if (found.kind === 'keys')
    return short && !/\b(?:menos|bien|casi|excepto|salvo)\b(?! siempre| nunca| no)/.test(words.join(' '))
      ? found
      : { kind: 'nothing' };
  return { kind: found.kind === 'doubtful' && words.some((word) => /^\d/.test(word)) ? 'doubtful' : 'nothing' };
}

/** Values alone, as many as are asked for: "4 y 2", "n, 3", "siempre y casi nunca"; undefined for anything else. */
export function readValuesInOrder(text: string, scales: readonly Scale[], v: Vocabulary): string[] | undefined {
  if (scales.length < 2 || text.length > 120 || text.includes('?')) return undefined;
  const parts = tokensOf(text.replace(/\s+y\s+|\s+e\s+|;|\//gi, ','), v)
    .join(' ')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length !== scales.length) return undefined;
  const keys = parts.map((part, i) => {
    const said = valueIn(part.split(' '), scales[i] ?? [], v);
    return said.kind === 'keys' && said.keys.length === 1 ? said.keys[0] : undefined;
  });
  return keys.every((key) => key !== undefined) ? keys : undefined;
}
