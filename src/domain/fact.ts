// One line of the participation log: what coordinators pull. No words of hers and no names, only dates, counts and categories.
import type { CaptureMode, Phase, Theme } from './mentoring-cycle.ts';

export const factKinds = [
  'consentAnswered',
  'prerequisiteCourse',
  'phoneMomentsSet',
  'caregiverAdded',
  'caregiverClosed',
  'caregiverHandedOver',
  'caregiverAccepted',
  'cycleBegun',
  'checklistRecorded',
  'checklistCorrected',
  'planRecorded',
  'appointmentSet',
  'appointmentMoved',
  'appointmentCancelled',
  'sessionHeld',
  'sessionRetracted',
  'cycleClosed',
  'cycleAbandoned',
  'tipServed',
  'tipTried',
  'tipSearched',
  'doubtAsked',
  'doubtTaken',
  'doubtAnswered',
  'doubtClosed',
  'humanAsked',
  'reminderSent',
  'reminderPlanned',
  'reminderEnded',
  'sessionAccompanied',
  'workshopAttended',
  'workshopAnswered',
  'workshopCaughtUp',
  'workshopHomework',
  'workshopChanged',
  'paused',
  'resumed',
  'enrolled',
  'centreChanged',
  'replaced',
  'withdrawn',
  'erased',
  'safeguardingAlert',
  'broadcastSent',
  'slipRecorded',
  'notUnderstood',
  'flowBroken',
] as const;
export type FactKind = (typeof factKinds)[number];

export interface Fact {
  /** `${eventId}:fact:${index}`. */
  id: string;
  kind: FactKind;
  /** UTC, when we recorded it. */
  recordedAt: string;
  /** UTC, when it happened; gives the iteration. */
  heldAt: string;
  /** IANA zone of the centre, to show both in local time. */
  zone: string;
  mentorId: string;
  centreId: string | null;
  channel: string;
  iteration: string;
  caregiverId?: string;
  cycleId?: string;
  theme?: Theme;
  phase?: Phase;
  sessionNumber?: number;
  minutes?: number;
  captureMode?: CaptureMode;
  instrument?: string;
  outOfOrder?: boolean;
  data: Record<string, string | number | boolean | null>;
}
