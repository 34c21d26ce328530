// Where one expected session stands and why: the one rule of the participation sheet, without clock, store or words.
import type { DayNames } from '../domain/day-names.ts';
import type { LocalMoment } from '../domain/local-moment.ts';
import type { NotHeldReason } from '../domain/mentoring-cycle.ts';
import { recordStateOf } from '../mentoring/late-records.ts';

export const sessionStatuses = ['notStarted', 'planned', 'held', 'toRecord', 'overdue', 'cancelled', 'notApplicable'] as const;
export type SessionStatus = (typeof sessionStatuses)[number];

/** Why it will not be held any more. */
export const endings = ['centreClosed', 'mentorWithdrawn', 'caregiverClosed'] as const;
export type Ending = (typeof endings)[number];
/** What stands in its way while nothing is agreed. */
export const hindrances = ['notEnrolled', 'mentorPaused', 'caregiverUnknown', 'diagnosisDone'] as const;
export type Hindrance = (typeof hindrances)[number];
export const cancellations = ['caregiverAbsent', 'noCover', 'event', 'noTime', 'other'] as const satisfies NotHeldReason[];
export const sessionReasons = [...cancellations, 'notRecorded', ...hindrances, ...endings] as const;
export type SessionReason = (typeof sessionReasons)[number];

export interface SessionStanding {
  held: boolean;
  ended: Ending | null;
  /** Agreed, and neither held nor cancelled. */
  appointment: { date: string; time: string } | null;
  /** The last date that was agreed was called off, and there is no other yet. */
  cancelled: NotHeldReason | null;
  /** Why it did not take place on an earlier date; absent where it was not told. */
  notHeld?: NotHeldReason | null;
  hindrance: Hindrance | null;
  /** Local date; null where nobody expects it. */
  expectedBy: string | null;
}

/**
 * The first that holds:
 * 1. held: a session of this phase was recorded.
 * 2. notApplicable: mentor, caregiver or centre ended before it; the reason says which.
 * 3. An appointment decides alone, with the reason of the date before it: planned until its hour; toRecord for the rest of that day and three working days after it;
 *    overdue from then on (notRecorded).
 * 4. overdue: the day by which it was expected is over; the reason is that of the last cancellation, else what stands in the way.
 * 5. cancelled: its date was called off and there is still time for another.
 * 6. notStarted, with what stands in the way.
 */
export function statusOf(
  session: SessionStanding,
  now: LocalMoment,
  closures: DayNames,
): { status: SessionStatus; reason: SessionReason | null } {
  if (session.held) return { status: 'held', reason: null };
  if (session.ended) return { status: 'notApplicable', reason: session.ended };
  if (session.appointment) {
    const record = recordStateOf(session.appointment, now, closures);
    return record === 'late' ? { status: 'overdue', reason: 'notRecorded' } : { status: record, reason: session.notHeld ?? null };
  }
  const reason = session.cancelled ?? session.hindrance;
  if (session.expectedBy !== null && session.expectedBy < now.date) return { status: 'overdue', reason };
  return { status: session.cancelled ? 'cancelled' : 'notStarted', reason };
}
