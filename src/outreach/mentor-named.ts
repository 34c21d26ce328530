// "G15: ya hizo...", "Lupe (G15) ya hizo...", "la maestra Lupe: ...": whom the words begin with, and what is told of her.
import { hyphenatedWords } from '../domain/bare-words.ts';
import type { Centre, Person } from '../domain/roster.ts';

const plainWord = (word: string): string => hyphenatedWords(word).join('');

const beside = new Set(['la', 'de', 'a', 'maestra', 'mtra', 'miss', 'mentora', 'seno']);

const namesOf = (person: Person, centres: readonly Centre[]): Set<string> =>
  new Set([
    ...(centres.find(({ id }) => id === person.centreId)?.locality ?? '')
      .split(/\s+/)
      .map(plainWord)
      .filter((word) => word.length > 3),
    ...`${person.name} ${person.calledAs}`.split(/\s+/).map(plainWord),
    plainWord(person.id),
    plainWord(person.id.split('-')[0] ?? ''),
    plainWord(person.centreId ?? ''),
  ]);

/** Those whose name covers most of the beginning; none where it is nobody's. */
export function mentorNamed(
  said: string,
  mentors: readonly Person[],
  centres: readonly Centre[] = [],
): { mentors: Person[]; rest: string } {
  const spoken = said.trim().split(/\s+/);
  const reach = mentors.map((person) => {
    const names = namesOf(person, centres);
    let at = 0;
    let named = 0;
    for (; at < spoken.length; at++) {
      const word = plainWord(spoken[at] ?? '');
      if (names.has(word) && !beside.has(word)) named = at + 1;
      else if (!beside.has(word)) break;
      // What ends in a colon ends the name.
      if (/[:,;]$/.test(spoken[at] ?? '')) break;
    }
    return named;
  });
  const most = Math.max(0, ...reach);
  if (most === 0) return { mentors: [], rest: said };
  return {
    mentors: mentors.filter((_, index) => reach[index] === most),
    rest: spoken
      .slice(most)
      .join(' ')
      .replace(/^[\s:,;.-]+/, ''),
  };
}
