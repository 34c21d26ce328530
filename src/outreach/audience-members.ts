// Who belongs to an audience, and who of them gets nothing and why.
import type { Audience, LeftOutReason } from '../domain/broadcast.ts';
import type { Caregiver, MentoringCycle } from '../domain/mentoring-cycle.ts';
import type { Centre, Person } from '../domain/roster.ts';

/** What a mentor has done; asked only where the audience depends on it. */
export interface MentorWork {
  caregivers: readonly Caregiver[];
  /** The open ones. */
  cycles: readonly MentoringCycle[];
}

export function belongsTo(audience: Audience, person: Person, centre: Centre | undefined): boolean {
  if (!person.active || person.erasedAt !== null || !person.roles.includes('mentor')) return false;
  switch (audience.kind) {
    case 'everyone':
    case 'unfinished':
      return true;
    case 'intensive':
      return centre?.intensive === true;
    case 'listed':
      return audience.ids.includes(person.id);
    case 'inGroups':
      return false;
  }
}

/** She lacks the phase with one of her caregivers, or has none yet with whom to do it. */
export function lacksPhase({ phase, iteration }: Extract<Audience, { kind: 'unfinished' }>, work: MentorWork): boolean {
  const hers = work.caregivers.filter(({ status }) => status === 'active');
  // A cycle that was closed had all of its phases.
  const done = (caregiver: Caregiver): boolean =>
    caregiver.digests.some((digest) => digest.iteration === iteration) ||
    work.cycles.some(
      (cycle) =>
        cycle.caregiverId === caregiver.id &&
        cycle.iteration === iteration &&
        cycle.sessions.some((session) => session.phase === phase),
    );
  return hers.length === 0 || !hers.every(done);
}

/** `today`: her local date. The same rule in the sender's preview and in the receiver's own turn. */
export function reasonAgainst(person: Person, today: string): Exclude<LeftOutReason, 'stopped'> | undefined {
  if (!person.active || person.erasedAt !== null) return 'left';
  if (person.withdrawnAt !== null) return 'withdrawn';
  if (person.consent?.given !== true) return 'noConsent';
  if (person.pausedUntil !== null && today < person.pausedUntil) return 'paused';
  if (person.addresses.length === 0) return 'noChannel';
  return undefined;
}
