// Which centre somebody of the staff means: by its id, its key with or without zeros, or words of its place or its name.
import { bareKey, bareWords, withoutZeros } from './bare-words.ts';
import type { Centre } from './roster.ts';

/** Said around a place, and no part of it. */
export const aroundPlace: ReadonlySet<string> = new Set(
  ['a', 'en', 'de', 'del', 'la', 'el', 'las', 'los'].concat(['guarderia', 'centro', 'clave', 'numero', 'num']),
);

const placeWords = (text: string): string[] => bareWords(text).filter((word) => !aroundPlace.has(word));

/** More than one where the words are not enough; the nearest reading first decides. */
export function centreMeant(said: string, centres: readonly Centre[]): Centre[] {
  const wanted = placeWords(said);
  if (wanted.length === 0) return [];
  const code = wanted.join('');
  const named = (textOf: (centre: Centre) => string): Centre[] =>
    centres.filter((centre) => {
      const known = new Set(placeWords(textOf(centre)));
      return wanted.every((word) => known.has(word));
    });
  const readings: (() => Centre[])[] = [
    () => centres.filter(({ id }) => bareKey(id) === code),
    () => centres.filter(({ centreKey }) => withoutZeros(bareKey(centreKey)) === withoutZeros(code)),
    // «La guardería 4» is G04.
    () => centres.filter(({ id }) => /^\p{L}*0*(\d+)$/u.exec(id)?.[1] === withoutZeros(code)),
    () => named(({ locality }) => locality),
    () => centres.filter(({ name }) => placeWords(name).join(' ') === wanted.join(' ')),
    () => named(({ name, state }) => `${name} ${state}`),
  ];
  for (const read of readings) {
    const found = read();
    if (found.length > 0) return found;
  }
  return [];
}
