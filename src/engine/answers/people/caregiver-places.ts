// Finds rooms and shifts among the words of a line: "lact b", "en la tarde".
import { plain } from '../words/text-forms.ts';

export interface NamedPlace {
  id: string;
  name: string;
  aliases: readonly string[];
}

export type PlaceSort = 'room' | 'shift';

export interface PreparedPlace {
  sort: PlaceSort;
  id: string;
  words: string[];
  /** Its own name, or several words: surely the place, wherever it stands. */
  sure: boolean;
}

export interface PlaceAt {
  sort: PlaceSort;
  id: string;
  end: number;
}

const prepared = new WeakMap<readonly NamedPlace[], { shifts: readonly NamedPlace[]; places: readonly PreparedPlace[] }>();

/** Once for a programme: every message is read for places. */
export function preparePlaces(rooms: readonly NamedPlace[], shifts: readonly NamedPlace[]): readonly PreparedPlace[] {
  const known = prepared.get(rooms);
  if (known?.shifts === shifts) return known.places;
  const places = workOutPlaces(rooms, shifts);
  prepared.set(rooms, { shifts, places });
  return places;
}

/** Longest first, so that "maternal b" does not take the half of "maternal b 1". */
function workOutPlaces(rooms: readonly NamedPlace[], shifts: readonly NamedPlace[]): PreparedPlace[] {
  const of = (sort: PlaceSort, places: readonly NamedPlace[]): PreparedPlace[] =>
    places.flatMap((place) =>
      [place.name, ...place.aliases].map((name, index) => {
        const words = plain(name).split(' ');
        const isOwn = index === 0 || plain(place.name).startsWith(name.slice(0, shortestOwn));
        return { sort, id: place.id, words, sure: isOwn || words.length > 1 || sort === 'room' };
      }),
    );
  return [...of('room', rooms), ...of('shift', shifts)]
    .filter(({ words }) => words[0] !== '')
    .sort((a, b) => b.words.length - a.words.length || b.words.join('').length - a.words.join('').length);
}

/** "vesp" is the shift, wherever it stands; "mat" may be a room. */
const shortestOwn = 4;
/** "De maternal, pero del B": between the group of a room and its letter. */
const withinRoom = new Set('pero del de la el grupo sala salon letra en es'.split(' '));
const mostWithin = 3;

/** Letters and numbers of a room as they are spoken: "lactantes ce", "maternal be dos". */
const spoken: Readonly<Record<string, readonly string[]>> = {
  a: ['ah'],
  b: ['be', 'bee'],
  c: ['ce', 'cee'],
  b1: ['be1', 'buno'],
  b2: ['be2', 'bdos'],
  c1: ['ce1', 'cuno'],
  c2: ['ce2', 'cdos'],
};
const isSaid = (word: string, said: string, later: boolean): boolean =>
  said === word || (later && spoken[word]?.includes(said) === true);

const shelves = new WeakMap<readonly PreparedPlace[], ReadonlyMap<string, PreparedPlace[]>>();

/** Those that begin with the word, in their order: every word of every message is looked up. */
function beginningWith(word: string, places: readonly PreparedPlace[]): readonly PreparedPlace[] | undefined {
  let byFirst = shelves.get(places);
  if (byFirst === undefined) {
    byFirst = Map.groupBy(places, ({ words }) => words[0] ?? '');
    shelves.set(places, byFirst);
  }
  return byFirst.get(word);
}

/** `list`: plain words, with empty ones where a sign parts them. */
export function placeAt(list: readonly string[], at: number, places: readonly PreparedPlace[]): PlaceAt | undefined {
  const shelf = beginningWith(list[at] ?? '', places);
  if (shelf === undefined) return undefined;
  const found = shelf.find(({ words }) => words.every((word, k) => isSaid(word, list[at + k] ?? '', k > 0)));
  if (!found) return apartAt(list, at, shelf);
  const end = at + found.words.length;
  const [before, after] = [list[at - 1] ?? '', list[end] ?? ''];
  // "Lupita mat" may be either; behind her room it is the shift.
  const [only = ''] = found.words;
  if (found.sort === 'shift' && found.words.length === 1 && only.length < shortestOwn) {
    const roomed = places.some(
      ({ sort, words }) => sort === 'room' && words.every((word, k) => word === list[at - words.length + k]),
    );
    return roomed ? { sort: 'shift', id: found.id, end } : undefined;
  }
  // "mañana le digo" is no shift; and "B1" at the beginning of a piece that goes on may be anything.
  if (!found.sure && after !== '' && after !== 'y') return undefined;
  if (found.words.length === 1 && (found.words[0] ?? '').length < 3 && before === '' && after !== '') return undefined;
  return { sort: found.sort, id: found.id, end };
}

/** The room whose group and letter stand apart. */
function apartAt(list: readonly string[], at: number, begun: readonly PreparedPlace[]): PlaceAt | undefined {
  const group = list[at] ?? '';
  const rooms = begun.filter(({ sort, words }) => sort === 'room' && words.length > 1 && group.length > 5);
  if (rooms.length === 0) return undefined;
  let next = at + 1;
  while (next <= at + mostWithin && withinRoom.has(list[next] ?? '')) next++;
  if (next === at + 1) return undefined;
  const room = rooms.find(({ words }) => words.slice(1).every((word, k) => isSaid(word, list[next + k] ?? '', true)));
  return room && { sort: 'room', id: room.id, end: next + room.words.length - 1 };
}
