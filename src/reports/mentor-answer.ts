// Answers which mentor somebody of the staff means: a consultant those whom she or nobody accompanies, a coordinator all of them.
import type { LookUpResult } from '../domain/look-up.ts';
import type { Person } from '../domain/roster.ts';
import { mentorNamed } from '../outreach/mentor-named.ts';
import type { Store } from '../store/store.ts';

export async function namedMentors(store: Store, asker: Person, said: string): Promise<{ mentors: Person[]; rest: string }> {
  const { persons, centres } = await store.readRoster();
  const all = asker.roles.includes('coordinator');
  const hers = persons.filter(
    ({ roles, active, accompaniedBy }) =>
      roles.includes('mentor') && active && (all || accompaniedBy.includes(asker.id) || accompaniedBy.length === 0),
  );
  return mentorNamed(said, hers, centres);
}

export async function answerMentorNamed(store: Store, asker: Person, said: string): Promise<LookUpResult> {
  const { mentors, rest } = await namedMentors(store, asker, said);
  return { kind: 'mentorNamed', mentors: mentors.slice(0, 8).map(({ id, name }) => ({ id, name })), rest };
}
