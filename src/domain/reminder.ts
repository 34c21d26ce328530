// The ledger of reminders: one row for each that was planned, which ends in exactly one way.

/** What asks for reminders; each has a file of its own in mentoring/reminders. */
export const reminderSources = [
  'appointment',
  'question',
  'checklist',
  'plan',
  'record',
  'reflectionDue',
  'workshop',
  'course',
  'iteration',
  'visit',
  'attendance',
  'catchUp',
  'homework',
] as const;
export type ReminderSource = (typeof reminderSources)[number];

/** `caughtUp`: late, but it still helped, and it said so. */
export const reminderOutcomes = ['sent', 'caughtUp', 'superseded', 'suppressed'] as const;
export type ReminderOutcome = (typeof reminderOutcomes)[number];

/** `enough`: the day had had its messages, or another of hers went first; `answering`: she was in the middle of something else. */
export const suppressedFor = [
  'done',
  'cancelled',
  'handedOver',
  'paused',
  'withdrawn',
  'quiet',
  'enough',
  'answering',
  'tooLate',
] as const;
export type SuppressedFor = (typeof suppressedFor)[number];

/** What it waits for although its hour has come. */
export type HeldFor = Extract<SuppressedFor, 'paused' | 'quiet' | 'enough' | 'answering'>;

export interface Reminder {
  kind: 'reminder';
  /** `${thing}:v${version}:${rung}`; a thing that is changed has another version, so that nothing old of it is ever said. */
  id: string;
  owner: string;
  source: ReminderSource;
  thing: string;
  version: string;
  rung: string;
  /** Caregiver, cycle, thread or workshop that it is about. */
  about: Record<string, string>;
  /** UTC; computed anew from wall clocks while it is planned. */
  dueAt: string;
  /** UTC; from here on it helps no more. */
  until: string;
  /** UTC, when it was planned for that instant: what was put into the past is not late. */
  setAt: string;
  held?: { to: string; for: HeldFor };
  state: 'planned' | ReminderOutcome;
  why?: SuppressedFor;
  /** Id of the row that took its place. */
  supersededBy?: string;
  endedAt?: string;
}
