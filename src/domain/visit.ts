// What a consultant has of a session that she accompanies: enough to be there. The appointment itself is the mentor's; no caregiver is named.

export type AccompanimentMode = 'videoCall' | 'filming' | 'none';

export interface Visit {
  kind: 'visit';
  /** `${mentorId}:${cycleId}:${phase}`. */
  id: string;
  owner: string;
  mentorId: string;
  mentor: string;
  centre: string;
  /** Where her centre is, for the days on which it is closed. */
  ooad?: string;
  state?: string;
  /** Of the mentor's centre: its date and hour are by these clocks. */
  zone: string;
  phase: 'focusedObservation' | 'reflection';
  /** Counts the dates that were agreed for it. */
  version: number;
  date: string;
  time: string;
  status: 'planned' | 'held' | 'cancelled';
  /** UTC, when this date was agreed. */
  agreedAt: string;
  /** How she was there, once she has told it of this date. */
  accompanied?: { mode: AccompanimentMode; minutes?: number; at: string };
}

/** What the mentor's turn tells of it. */
export type VisitNews = Omit<Visit, 'kind' | 'owner' | 'accompanied'>;
