// Which place somebody of the staff means who speaks of closed days: the whole programme, a state, a state office or a centre.
import { bareWords, withoutAccents } from './bare-words.ts';
import { aroundPlace, centreMeant } from './centre-meant.ts';
import type { ClosureScope } from './closure.ts';
import type { Centre } from './roster.ts';

export interface ClosurePlace {
  scope: ClosureScope;
  /** As a closure keeps it. */
  place: string;
  /** Name of the centre, where it is one. */
  name: string;
}

const everywhere = new Set(['programa', 'todas', 'todos', 'todo', 'guarderias', 'centros', 'pais', 'nacional', 'completo']);
const ofOffice = new Set(['ooad', 'delegacion', 'estado', 'entidad']);

const wordsOf = (text: string): string[] => bareWords(text).filter((word) => !aroundPlace.has(word));

/** None where nobody is meant, more than one where the words are not enough. */
export function placeMeant(said: string, all: readonly Centre[]): ClosurePlace[] {
  const centres = all.filter(({ active }) => active);
  const wanted = wordsOf(said);
  if (wanted.length === 0) return [];
  if (wanted.every((word) => everywhere.has(word))) return [{ scope: 'programme', place: '', name: '' }];
  const bare = wanted.filter((word) => !ofOffice.has(word)).join(' ');
  const named = (of: 'state' | 'ooad'): string[] =>
    [...new Set(centres.map((centre) => centre[of]))].filter(
      (name) => name !== '' && [bare, wanted.join(' ')].includes(wordsOf(name).join(' ')),
    );
  const scopes = /\b(?:ooad|delegacion)\b/.test(withoutAccents(said))
    ? (['ooad', 'state'] as const)
    : (['state', 'ooad'] as const);
  for (const scope of scopes) {
    const found = named(scope);
    if (found.length > 0) return found.map((place) => ({ scope, place, name: '' }));
  }
  return centreMeant(said, centres).map(({ id, name }) => ({ scope: 'centre', place: id, name }));
}

/** Whether the words may mean the place of a closure that is known, by what it keeps of it. */
export function mayMean(said: string, { scope, place }: { scope: ClosureScope; place: string }): boolean {
  const wanted = wordsOf(said).filter((word) => !ofOffice.has(word));
  if (wanted.length === 0) return true;
  if (scope === 'programme') return wanted.every((word) => everywhere.has(word));
  const known = wordsOf(place);
  const number = (word: string): string => /^\p{L}{0,2}0*(\d+)$/u.exec(word)?.[1] ?? word;
  return wanted.every(
    (word) => known.includes(word) || (scope === 'centre' && known.some((one) => number(one) === number(word))),
  );
}
