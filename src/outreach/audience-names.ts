// Whom a typed list means: ids, or parts of names, one mentor for each piece of it.
import { bareWords, hyphenatedWords } from '../domain/bare-words.ts';
import type { Centre, Person } from '../domain/roster.ts';

export interface NamedPeople {
  ids: string[];
  names: string[];
  /** Pieces that mean nobody, or more than one. */
  unknown: string[];
}

const nameWords = (text: string): string[] => hyphenatedWords(text).filter((word) => !beside.has(word));

/** Said around a name, and no part of it. */
const beside = new Set([
  'maestra',
  'mtra',
  'miss',
  'la',
  'el',
  'a',
  'para',
  'mentora',
  'de',
  'del',
  'y',
  'e',
  'con',
  'tambien',
  'las',
  'guarderia',
  'maestras',
  'mentoras',
]);

/** Also by where they work: "la de Tijuana", "la de la G05". */
function wordsOf(person: Person, centres: readonly Centre[]): string[] {
  const centre = centres.find(({ id }) => id === person.centreId);
  return nameWords(`${person.id} ${person.name} ${person.calledAs} ${centre?.id ?? ''} ${centre?.locality ?? ''}`);
}

export function readNames(said: string, mentors: readonly Person[], centres: readonly Centre[] = []): NamedPeople {
  const found: NamedPeople = { ids: [], names: [], unknown: [] };
  const known = mentors.map((person) => ({ person, words: wordsOf(person, centres) }));
  // Names hold no conjunction in this programme, so "Lupe y Rosa" are two.
  for (const piece of said.split(/[,;\n]|\s+[ye]\s+/u)) {
    const wanted = nameWords(piece);
    if (wanted.length === 0) continue;
    const meant = known.filter(({ words }) => wanted.every((word) => words.includes(word)));
    const [only] = meant;
    if (meant.length !== 1 || only === undefined) found.unknown.push(piece.trim().slice(0, 40));
    else if (!found.ids.includes(only.person.id)) {
      found.ids.push(only.person.id);
      found.names.push(only.person.name);
    }
  }
  return found;
}

const sparing = /^(.*?)[\s,]+(?:menos|excepto|salvo|quitando)\s+(.+)$/isu;

/** "Todas menos Lupe": what the list is of, and who of it is meant not to get it. */
export function readSparing(said: string): { of: string; but: string } | undefined {
  const found = sparing.exec(said.trim());
  return found ? { of: found[1] ?? '', but: found[2] ?? '' } : undefined;
}

/** "Las de mi grupo": those whom the sender accompanies. */
export const meansHers = (said: string): boolean =>
  /^(?:a |las de )*(?:mi grupo|mi equipo|mis mentoras|mis maestras|las mias|las que acompano)$/.test(bareWords(said).join(' '));
