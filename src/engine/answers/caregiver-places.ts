// Finds rooms and shifts among the words of a line: "lact b", "en la tarde".
import { plain } from './text-forms.ts';

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

/** Longest first, so that "maternal b" does not take the half of "maternal b 1". */
export function preparePlaces(rooms: readonly NamedPlace[], shifts: readonly NamedPlace[]): PreparedPlace[] {
  const of = (sort: PlaceSort, places: readonly NamedPlace[]): PreparedPlace[] =>
    places.flatMap((place) =>
      [place.name, ...place.aliases].map((name, index) => {
        const words = plain(name).split(' ');
        return { sort, id: place.id, words, sure: index === 0 || words.length > 1 || sort === 'room' };
      }),
    );
  return [...of('room', rooms), ...of('shift', shifts)]
    .filter(({ words }) => words[0] !== '')
    .sort((a, b) => b.words.length - a.words.length || b.words.join('').length - a.words.join('').length);
}

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

/** `list`: plain words, with empty ones where a sign parts them. */
export function placeAt(list: readonly string[], at: number, places: readonly PreparedPlace[]): PlaceAt | undefined {
  const found = places.find(({ words }) => words.every((word, k) => isSaid(word, list[at + k] ?? '', k > 0)));
  if (!found) return undefined;
  const end = at + found.words.length;
  const [before, after] = [list[at - 1] ?? '', list[end] ?? ''];
  // "mañana le digo" is no shift; and "B1" at the beginning of a piece that goes on may be anything.
  if (!found.sure && after !== '' && after !== 'y') return undefined;
  if (found.words.length === 1 && (found.words[0] ?? '').length < 3 && before === '' && after !== '') return undefined;
  return { sort: found.sort, id: found.id, end };
}
