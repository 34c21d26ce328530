// What a group or somebody of the staff asks of groups: which there are, and what all mentors of one did this week together.
import type { LookUpRequest, LookUpResult } from '../domain/look-up.ts';
import { defaultZone } from '../domain/roster.ts';
import { localMoment } from '../mentoring/local-time.ts';
import { workedWeek } from '../mentoring/week-summary.ts';
import { belongsTo } from '../outreach/audience-members.ts';
import type { Store } from '../store/store.ts';

export interface GroupAnswerParts {
  store: Store;
  /** UTC. */
  now(): string;
}

/** Counts only: nothing in it is one person's. */
export async function weekOfGroup(
  { store, now }: GroupAnswerParts,
  { cohort }: Extract<LookUpRequest, { kind: 'groupWeek' }>,
): Promise<LookUpResult> {
  const { persons, centres } = await store.readRoster();
  const centreOf = new Map(centres.map((centre) => [centre.id, centre]));
  const sum = { checklists: 0, closed: 0, sessions: { workPlan: 0, focusedObservation: 0, reflection: 0 } };
  for (const person of persons) {
    const centre = person.centreId === null ? undefined : centreOf.get(person.centreId);
    if (!belongsTo({ kind: cohort }, person, centre) || person.withdrawnAt !== null) continue;
    const state = await store.readState(person.id);
    const zone = centre?.zone ?? defaultZone;
    const week = state && workedWeek(state.cycles, state.caregivers, localMoment(now(), zone).date, zone);
    if (!week) continue;
    sum.checklists += week.checklists;
    sum.closed += week.closed;
    sum.sessions.workPlan += week.sessions.workPlan;
    sum.sessions.focusedObservation += week.sessions.focusedObservation;
    sum.sessions.reflection += week.sessions.reflection;
  }
  return { kind: 'groupWeek', ...sum };
}

/** Those that are linked and in which the bot is. */
export async function linkedGroups({ store }: GroupAnswerParts): Promise<LookUpResult> {
  const groups = (await store.readGroups())
    .filter(({ group }) => group.cohort !== null && group.goneAt === null)
    .map(({ group: { id, title } }) => ({ id, title }));
  return { kind: 'groups', groups: groups.sort((a, b) => (a.title < b.title ? -1 : 1)) };
}
