// The people whose participation is reported: mentors with their caregivers, and when they were last heard of.
import type { Closure } from '../domain/closure.ts';
import type { Caregiver } from '../domain/mentoring-cycle.ts';
import type { Centre, Person } from '../domain/roster.ts';
import type { Store } from '../store/store.ts';

export interface ProgrammePeople {
  persons: ReadonlyMap<string, Person>;
  centres: ReadonlyMap<string, Centre>;
  /** Ordered in the chat. */
  closures?: readonly Closure[];
  /** By centre, then id. */
  mentors: readonly Person[];
  caregivers: readonly Caregiver[];
  /** How many did not agree to take part: they are counted here and named nowhere, and nothing is expected of them. */
  declined: number;
  /** UTC, by mentor. */
  lastHeardAt: ReadonlyMap<string, string>;
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** How many caregivers the roster expects of those who take part, and how many of them are registered. */
export function rosterCounts(
  { mentors, caregivers }: ProgrammePeople,
  centre?: string,
): { expected: number; registered: number } {
  let expected = 0;
  let registered = 0;
  for (const { id, centreId, active, withdrawnAt, expectedCaregivers } of mentors) {
    if (!active || withdrawnAt !== null || (centre !== undefined && centreId !== centre)) continue;
    const hers = caregivers.filter(({ owner, status }) => owner === id && status === 'active').length;
    registered += hers;
    expected += Math.max(expectedCaregivers, hers);
  }
  return { expected, registered };
}

export const hasDeclined = ({ consent }: Pick<Person, 'consent'>): boolean => consent?.given === false;

/** `centre`: where only those of one who did not agree are counted. */
export async function readProgrammePeople(
  store: Pick<Store, 'readRoster' | 'readState'>,
  centre?: string,
): Promise<ProgrammePeople> {
  const roster = await store.readRoster();
  const all = roster.persons.filter(({ roles, erasedAt }) => roles.includes('mentor') && erasedAt === null);
  const mentors = all
    .filter((mentor) => !hasDeclined(mentor))
    .sort((a, b) => order(a.centreId ?? '', b.centreId ?? '') || order(a.id, b.id));
  const caregivers: Caregiver[] = [];
  const lastHeardAt = new Map<string, string>();
  for (const { id } of mentors) {
    const state = await store.readState(id);
    if (state === undefined) continue;
    caregivers.push(...state.caregivers);
    if (state.conversation?.lastHeardAt) lastHeardAt.set(id, state.conversation.lastHeardAt);
  }
  return {
    persons: new Map(roster.persons.map((person) => [person.id, person])),
    centres: new Map(roster.centres.map((centre) => [centre.id, centre])),
    ...(roster.closures ? { closures: roster.closures } : {}),
    mentors,
    caregivers,
    declined: all.filter((one) => hasDeclined(one) && (centre === undefined || one.centreId === centre)).length,
    lastHeardAt,
  };
}
