// The people whose participation is reported: mentors with their caregivers, and when they were last heard of.
import type { Caregiver } from '../domain/mentoring-cycle.ts';
import type { Centre, Person } from '../domain/roster.ts';
import type { Store } from '../store/store.ts';

export interface ProgrammePeople {
  persons: ReadonlyMap<string, Person>;
  centres: ReadonlyMap<string, Centre>;
  /** By centre, then id. */
  mentors: readonly Person[];
  caregivers: readonly Caregiver[];
  /** UTC, by mentor. */
  lastHeardAt: ReadonlyMap<string, string>;
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export async function readProgrammePeople(store: Pick<Store, 'readRoster' | 'readState'>): Promise<ProgrammePeople> {
  const roster = await store.readRoster();
  const mentors = roster.persons
    .filter(({ roles, erasedAt }) => roles.includes('mentor') && erasedAt === null)
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
    mentors,
    caregivers,
    lastHeardAt,
  };
}
