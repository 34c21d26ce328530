// Since when a mentor owes sessions, by when each is due of her, where, and since when nothing more is expected: for all reports alike.
import type { LocalMoment } from '../domain/local-moment.ts';
import { type Caregiver, type Phase, phases } from '../domain/mentoring-cycle.ts';
import { type Centre, defaultZone, type Person } from '../domain/roster.ts';
import { localMoment } from '../mentoring/local-time.ts';
import type { Iteration } from '../program/content-schema.ts';
import type { ExpectationParts } from './expected-sessions.ts';
import type { Ending } from './participation-status.ts';

/** Why nothing more is held, and since which local date where that is known. */
export interface Ended {
  why: Ending;
  on: string | null;
}

export interface MentorDebt {
  mentor: Person;
  zone: string;
  today: LocalMoment;
  ended: Ended | null;
  /** Local dates. Null while she has not begun. */
  beganOn: string | null;
  leftOn: string | null;
  /** Where she was put on the roster later than the others, and in whose place. */
  enrolledOn: string | null;
  predecessor: string | null;
  /** Where what is due on a date is expected: of a caregiver, where she works; else where the mentor was on that day. */
  centreOn(caregiver: Caregiver | null, date: string): Centre | undefined;
}

export function mentorDebts({ people, history, now }: ExpectationParts): (mentor: Person) => MentorDebt {
  const known = new Map<string, MentorDebt>();
  const first = new Map<string, string>();
  for (const { mentors } of people.caregivers) {
    const [span] = mentors;
    const before = span && first.get(span.personId);
    if (span && (before === undefined || span.from < before)) first.set(span.personId, span.from);
  }
  const make = (mentor: Person): MentorDebt => {
    const centre = people.centres.get(mentor.centreId ?? '');
    const zone = centre?.zone ?? defaultZone;
    const dayOf = (instant: string): string => localMoment(instant, zone).date;
    const enrolment = history.enrolments.get(mentor.id);
    const enrolledOn = enrolment ? dayOf(enrolment.at) : null;
    const leftOn = mentor.withdrawnAt === null ? null : dayOf(mentor.withdrawnAt);
    const moves = (history.moves.get(mentor.id) ?? []).map(({ at, before }) => ({ on: dayOf(at), before }));
    return {
      mentor,
      zone,
      today: localMoment(now, zone),
      ended: endOf(mentor, centre, leftOn),
      // Who has not accepted began where somebody else recorded for her.
      beganOn: laterOf(mentor.consent === null ? (first.get(mentor.id) ?? null) : dayOf(mentor.consent.at), enrolledOn),
      leftOn,
      enrolledOn,
      predecessor: enrolment?.replaces ?? null,
      centreOn(caregiver, date) {
        const hers = caregiver && people.centres.get(caregiver.centreId);
        if (hers) return hers;
        const left = moves.find(({ on }) => date < on);
        return left ? people.centres.get(left.before ?? '') : centre;
      },
    };
  };
  return (mentor) => {
    const debt = known.get(mentor.id) ?? make(mentor);
    known.set(mentor.id, debt);
    return debt;
  };
}

/** Nobody begins before she is on the roster. */
const laterOf = (began: string | null, enrolled: string | null): string | null =>
  began !== null && enrolled !== null && began < enrolled ? enrolled : began;

function endOf(mentor: Person, centre: Centre | undefined, leftOn: string | null): Ended | null {
  if (centre?.active === false) return { why: 'centreClosed', on: null };
  if (leftOn !== null) return { why: 'mentorWithdrawn', on: leftOn };
  return mentor.active ? null : { why: 'mentorWithdrawn', on: null };
}

/**
 * `shown`: by when the programme expects it of her; `deadline`: from the day after it is overdue. What was due before she began is due
 * on the next date of the iteration; of who has not begun nothing is overdue before the iteration is over.
 */
export function dueDate(iteration: Iteration, phase: Phase, { beganOn }: MentorDebt): { shown: string; deadline: string } {
  const last = iteration.mentoringWindow.to;
  const dateOf = (one: Phase): string => iteration.expectedBy?.[one] ?? last;
  const shown = dateOf(phase);
  if (beganOn === null) return { shown, deadline: shown > iteration.to ? shown : iteration.to };
  if (beganOn <= shown) return { shown, deadline: shown };
  const next = [...phases.map(dateOf), iteration.to].sort().find((date) => beganOn <= date) ?? shown;
  return { shown: next, deadline: next };
}
