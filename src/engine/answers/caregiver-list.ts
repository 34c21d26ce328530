// Reads a list of caregivers, one a line: "Lupita, Maternal A, matutino", "2) Rosa", "Lupita y Rosa".
import { nameIn, nameParticles } from './caregiver-words.ts';
import { longestText, plain } from './text-forms.ts';

export interface CaregiverLine {
  name: string;
  /** Ids. */
  room?: string;
  shift?: string;
  raw: string;
}

export interface NamedPlace {
  id: string;
  name: string;
  aliases: readonly string[];
}

const bullet = /^[\s\-–—*•·>+]*(?:\d{1,2}(?:\s*[).:\-–]+|\s+)|[a-z]\))?[\s\-–—*•·]*/iu;
const longestName = 60;
const mostCaregivers = 60;

export function readCaregiverList(text: string, rooms: readonly NamedPlace[], shifts: readonly NamedPlace[]): CaregiverLine[] {
  const [roomNames, shiftNames] = [prepare(rooms), prepare(shifts)];
  const lines = text
    .slice(0, longestText)
    .normalize('NFC')
    .split(/[\n;]| (?=\d{1,2}[).] )/);
  const found: CaregiverLine[] = [];
  for (const line of lines) {
    const raw = line.trim();
    if (raw === '') continue;
    const body = withoutQuestions(raw).replace(bullet, '').trim();
    if (body === '') continue;
    for (const one of personsIn(body, roomNames, shiftNames)) {
      const place = takePlaces(one, roomNames, shiftNames);
      const name = tidyName(place.rest);
      if (name === '') continue;
      found.push({ name, ...(place.room && { room: place.room }), ...(place.shift && { shift: place.shift }), raw });
    }
  }
  return found.slice(0, mostCaregivers);
}

type PreparedPlace = { id: string; words: string[] };

function prepare(places: readonly NamedPlace[]): PreparedPlace[] {
  const all = places.flatMap((place) =>
    [place.name, ...place.aliases].map((name) => ({ id: place.id, words: plain(name).split(' ') })),
  );
  return all
    .filter((place) => place.words[0] !== '')
    .sort((a, b) => b.words.length - a.words.length || b.words.join('').length - a.words.join('').length);
}

/** One line may hold several: "Lupita y Rosa", "Lupita, Rosa y Carmen"; a comma before a room does not part. */
function personsIn(body: string, rooms: readonly PreparedPlace[], shifts: readonly PreparedPlace[]): string[] {
  const pieces = body
    .split(/[,/|\t]| [-–] |:/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const persons: string[] = [];
  for (const piece of pieces) {
    const place = takePlaces(piece, rooms, shifts);
    const onlyPlace = (place.room !== undefined || place.shift !== undefined) && tidyName(place.rest) === '';
    if (onlyPlace && persons.length > 0) persons[persons.length - 1] += ` ${piece}`;
    else if (!onlyPlace) persons.push(...piece.split(/ (?:y|e|&|\+) (?=(?:la |miss |maestra )?[\p{L}])/iu));
  }
  return persons;
}

function takePlaces(
  text: string,
  rooms: readonly PreparedPlace[],
  shifts: readonly PreparedPlace[],
): { rest: string; room?: string; shift?: string } {
  const tokens = text.split(/[\s,.()"]+/).filter((token) => token !== '');
  const room = takeOne(tokens, rooms);
  const shift = takeOne(room.tokens, shifts);
  return { rest: shift.tokens.join(' '), room: room.id, shift: shift.id };
}

function takeOne(tokens: readonly string[], places: readonly PreparedPlace[]): { id?: string; tokens: string[] } {
  const plainTokens = tokens.map((token) => plain(token));
  for (const place of places) {
    const at = plainTokens.findIndex((_, i) => place.words.every((word, k) => plainTokens[i + k] === word));
    // The first word is her name, unless the piece is nothing but the place.
    if (
      at < 0 ||
      (at === 0 &&
        place.words.length < tokens.length &&
        place.words.length === 1 &&
        place.words[0] !== undefined &&
        place.words[0].length < 3)
    )
      continue;
    const kept = tokens.filter((_, i) => i < at || i >= at + place.words.length);
    return { id: place.id, tokens: kept };
  }
  return { tokens: [...tokens] };
}

/** What she asks names nobody: "Lupita y Rosa, ¿así está bien?". */
function withoutQuestions(line: string): string {
  if (!/[?¿]/.test(line)) return line;
  return line
    .replace(/¿[^?]*(?:\?|$)/g, ' , ')
    .split(/(?<=[?.!,])/)
    .filter((part) => !part.includes('?'))
    .join('');
}

function tidyName(text: string): string {
  const tokens = text
    .split(/\s+/)
    .map((token) => token.replace(/[^\p{L}\p{M}\p{N}'’-]/gu, ''))
    .filter((token) => /[\p{L}\p{N}]/u.test(token));
  // "Lupita maternal b1": nobody is called by a number.
  const digits = tokens.findIndex((token) => /\p{N}/u.test(token));
  const words = nameIn(digits < 0 ? tokens : tokens.slice(0, digits));
  const name = words.map((token, i) => capital(token, i)).join(' ');
  return name.length > longestName ? name.slice(0, longestName).trim() : name;
}

function capital(token: string, i: number): string {
  const lower = token.toLocaleLowerCase('es-MX');
  if (i > 0 && nameParticles.has(lower)) return lower;
  return lower.charAt(0).toLocaleUpperCase('es-MX') + lower.slice(1);
}
