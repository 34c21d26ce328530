// Answers which mentor somebody of the staff means: a consultant those whom she accompanies, a coordinator all of them.
import type { LookUpResult } from '../domain/look-up.ts';
import type { Person } from '../domain/roster.ts';
import { mentorNamed } from '../outreach/mentor-named.ts';
import type { Store } from '../store/store.ts';

export async function answerMentorNamed(store: Store, asker: Person, said: string): Promise<LookUpResult> {
  const { persons } = await store.readRoster();
  const all = asker.roles.includes('coordinator');
  const hers = persons.filter(
    ({ roles, active, accompaniedBy }) => roles.includes('mentor') && active && (all || accompaniedBy.includes(asker.id)),
  );
  const { mentors, rest } = mentorNamed(said, hers);
  return { kind: 'mentorNamed', mentors: mentors.slice(0, 8).map(({ id, name }) => ({ id, name })), rest };
}
