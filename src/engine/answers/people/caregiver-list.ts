// Reads a list of caregivers, one a line or in a sentence: "Lupita, Maternal A, matutino", "2) Rosa", "nada más Carmen de lact b".

import { distance } from 'fastest-levenshtein';
import { longestText, plain } from '../words/text-forms.ts';
import { type NamePiece, namesIn, type PieceToken, tokenOf } from './caregiver-pieces.ts';
import { type NamedPlace, type PlaceSort, type PreparedPlace, placeAt, preparePlaces } from './caregiver-places.ts';
import { kindOfWord, nameWord } from './caregiver-words.ts';

export type { NamedPlace } from './caregiver-places.ts';

export interface CaregiverLine {
  name: string;
  /** Ids. */
  room?: string;
  shift?: string;
  raw: string;
  /** Her room is one of two, and nobody knows yet which. */
  either?: true;
  /** May be no name at all: asked about before it counts. */
  doubt?: true;
}

const mostCaregivers = 60;
const mostTokens = 500;
const tokenShape = /[\p{L}\p{M}\p{N}]+(?:['’-](?=\p{L})[\p{L}\p{M}]+)*\.?|[,;:|/()¿?¡!"“”«»•·&+]/gu;
/** Keep their dot: "Ma. del Carmen". */
const dotted = new Set('ma sra srita mtra lic gpe fco prof ed ma. no'.split(' '));
const several = new Set('estan trabajan andan van quedaron estaran'.split(' '));
const ofHers = new Set('es esta de en la del que ella trabaja anda'.split(' '));

/** Behind the last name of the piece stands that the place is hers: "Rosa es de". */
function isOfLast(tokens: readonly PieceToken[]): boolean {
  const at = tokens.findLastIndex(({ kind }) => kind === 'name' || kind === 'thing');
  const after = tokens.slice(at + 1);
  return at >= 0 && after.length > 0 && after.every(({ word }) => ofHers.has(word));
}

/** Words of rooms and shifts with a slip of the thumb: "maternl", "vespertno". */
const ofPlaces = ['maternal', 'maternales', 'lactantes', 'lactante', 'matutino', 'vespertino'];
const shortestSlip = 6;
const placeWord = (word: string): string =>
  word.length < shortestSlip ? word : (ofPlaces.find((one) => one === word || distance(one, word) === 1) ?? word);

const everybody = new Set('dos tres cuatro cinco ambas todas 2 3 4 5'.split(' '));

export function readCaregiverList(text: string, rooms: readonly NamedPlace[], shifts: readonly NamedPlace[]): CaregiverLine[] {
  const places = preparePlaces(rooms, shifts);
  const found: CaregiverLine[] = [];
  const lines = text
    .slice(0, longestText)
    .normalize('NFC')
    .split(/[\n;]| (?=\d{1,2}[).])/);
  let header: Partial<Record<PlaceSort, string>> = {};
  for (const line of lines) {
    if (line.trim() === '') continue;
    const before = found.length;
    const told = readLine(line, places, found, header);
    // "Maternal A:" above several names, or below the one it belongs to.
    if (found.length > before || !(told.room || told.shift)) continue;
    const last = found.at(-1);
    if (last && !/:\s*$/.test(line) && !(header.room || header.shift)) Object.assign(last, { ...told, ...placesOf(last) });
    else header = told;
  }
  // "La Güera", and then: "se llama Griselda pero le decimos Güera".
  const aside = new Set([...text.matchAll(nickname)].map(([whole]) => plain(whole).split(' ').at(-1) ?? ''));
  return found.filter(({ name, doubt }) => !(doubt && aside.has(plain(name)))).slice(0, mostCaregivers);
}

const placesOf = ({ room, shift }: CaregiverLine): Partial<Record<PlaceSort, string>> => ({
  ...(room && { room }),
  ...(shift && { shift }),
});

/** Adds the persons of one line; gives the places that no person of the line has. */
function readLine(
  line: string,
  places: readonly PreparedPlace[],
  found: CaregiverLine[],
  header: Partial<Record<PlaceSort, string>>,
): Partial<Record<PlaceSort, string>> {
  const tokens = tokensOf(line);
  const list = tokens.map(({ word }) => placeWord(word));
  const start = found.length;
  let pending: Partial<Record<PlaceSort, string>> = {};
  let ahead = false;
  let all = false;
  let piece: NamePiece = { tokens: [], headed: header.room !== undefined };
  const take = (place?: PlaceSort): void => {
    for (const { name, doubt } of namesIn({ ...piece, ...(place ? { place } : {}) })) {
      found.push({ name, ...header, ...pending, raw: line.trim(), ...(doubt ? { doubt } : {}) });
    }
  };
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i];
    const place = token?.word === '' ? undefined : placeAt(list, i, places);
    const either = place && eitherEnd(list, place.end, places);
    if (place) {
      const mine = found.length;
      take(place.sort);
      if (either !== undefined) {
        for (const person of found.slice(mine)) person.either = true;
        piece = { tokens: [], headed: piece.headed };
        i = either;
        continue;
      }
      const own = found.length > mine;
      // "Rosa y Petra, las dos de lactantes b en la tarde"
      all = all || (!own && piece.tokens.some(({ word }) => everybody.has(word)));
      if (found.length === start) ahead = true;
      // "Lupita y Chayo están en maternal a"
      const both = own && piece.tokens.some(({ word }) => several.has(word));
      if (both) for (const person of found.slice(mine)) person[place.sort] ??= place.id;
      // "... y Rosa es de lactantes b", after a room that stands before its persons.
      else if (own && isOfLast(piece.tokens)) Object.assign(found.at(-1) ?? {}, { [place.sort]: place.id });
      else if (all) for (const person of found) person[place.sort] ??= place.id;
      else if (ahead && (found.length === start || pending[place.sort] !== undefined))
        pending = { ...pending, [place.sort]: place.id };
      else {
        const last = found.at(-1);
        // What she has already is not written over by words about somebody who was not understood.
        if (last && found.length > start) last[place.sort] = own ? place.id : (last[place.sort] ?? place.id);
      }
      piece = { tokens: [], headed: piece.headed || ahead };
      i = place.end;
      continue;
    }
    if (token?.word === '') {
      all = false;
      // What stands after the sign may be where she works: "Xunaxi, maternal a".
      take(placeAt(list, i + 1, places)?.sort);
      piece = { tokens: [], headed: piece.headed };
    } else if (token) piece.tokens.push(token);
    i++;
  }
  take();
  return found.length > start ? {} : pending;
}

/** "Mat b1 o b2": one of the two, which nobody knows yet; where the other ends. */
function eitherEnd(list: readonly string[], at: number, places: readonly PreparedPlace[]): number | undefined {
  if (list[at] !== 'o' && list[at] !== 'u') return undefined;
  return placeAt(list, at + 1, places)?.end ?? (/^[a-d]\d?$/.test(list[at + 1] ?? '') ? at + 2 : undefined);
}

function tokensOf(line: string): PieceToken[] {
  const signed = withoutNicknames(withoutQuestions(line))
    .replace(/^[\s\-–—*•·>+]*(?:\d{1,2}\s*[).:\-–]+|[a-z]\))?/iu, '')
    .replace(/\s[-–—]+\s|\s[-–—]+(?=\p{L})/gu, ' , ');
  const tokens: PieceToken[] = [];
  for (const raw of (signed.match(tokenShape) ?? []).slice(0, mostTokens)) {
    const stop = raw.endsWith('.');
    const bare = stop ? raw.slice(0, -1) : raw;
    const token = tokenOf(bare);
    const keeps = stop && dotted.has(token.word);
    if (/[\p{L}\p{N}]/u.test(bare)) tokens.push(keeps && token.word === 'ma' ? { ...token, raw } : token);
    if ((stop && !keeps) || !/[\p{L}\p{N}]/u.test(bare)) tokens.push({ raw: '', word: '', kind: 'filler' });
  }
  return tokens;
}

const nickname =
  /(\p{L}{3,}),?\s+(?:(?:y|que|q|k|pero|a la que|a quien|tambi[eé]n|nosotr[ao]s|tod[ao]s|aqu[ií]|mejor|bueno|la|le)\s+)*\b(?:(?:le|la)\s+(?:decimos|dicen|digo|llamamos|llaman|conocemos)|se hace llamar|alias|mejor conocida)\s+(?:como\s+)?(?:la\s+)?\p{L}{3,}/giu;

/** "Socorro, que le decimos Coco", is one person. */
const withoutNicknames = (line: string): string =>
  line.replace(nickname, (whole, name: string) => (['name', 'thing'].includes(kindOfWord(nameWord(name))) ? name : whole));

/** What she asks names nobody: "Lupita y Rosa, ¿así está bien?". */
function withoutQuestions(line: string): string {
  if (!/[?¿]/.test(line)) return line;
  return line
    .replace(/¿[^?]*(?:\?|$)/g, ' , ')
    .split(/(?<=[?.!,])/)
    .filter((part) => !part.includes('?'))
    .join('');
}
