// The records of mentoring: caregivers, their cycles, sessions, appointments, plans and checklist runs.

export const themes = ['sensitivity', 'languageModeling', 'feedbackQuality'] as const;
export type Theme = (typeof themes)[number];

export const ageGroups = ['infants', 'toddlers'] as const;
export type AgeGroup = (typeof ageGroups)[number];

export const routineMoments = ['arrivalCheck', 'meal', 'diapering', 'rest', 'pedagogicalActivity', 'freePlay'] as const;
export type RoutineMoment = (typeof routineMoments)[number];

export const phases = ['workPlan', 'focusedObservation', 'reflection'] as const;
export type Phase = (typeof phases)[number];

/** How an answer came in: in conversation, as one line copied from paper, or recorded by somebody else for her. */
export type CaptureMode = 'chat' | 'paperLine' | 'proxy';
export type EvidenceMethod = 'notes' | 'videoByMentor' | 'videoByCaregiver';
export type NotHeldReason = 'caregiverAbsent' | 'noCover' | 'event' | 'noTime' | 'other';

export interface Session {
  id: string;
  phase: Phase;
  /** Counts held sessions of this phase in this cycle, from 1. */
  number: number;
  /** Local date on which it happened; the time only where it is known. */
  heldOn: string;
  heldTime?: string;
  /** UTC; noon of the local date where no time is known. */
  heldAt: string;
  recordedAt: string;
  minutes?: number;
  captureMode: CaptureMode;
  outOfOrder: boolean;
  evidenceMethod?: EvidenceMethod;
  modelled?: boolean;
  routineMoment?: string;
  childrenPresent?: number;
  /** What the mentor wrote of it, by step of the flow ('worked', 'improve', 'felt', 'agreement' ...). */
  notes: Record<string, string>;
  /** Voice notes that she sent beside her words: that they are there, and never what is in them. */
  voiceNotes?: { step: string; at: string; seconds: number; message: string }[];
  /** Ratings of the one to three items tied to the goal, by item code. */
  ratings?: Record<string, string>;
}

export type AppointmentStatus = 'planned' | 'held' | 'moved' | 'cancelled';
export interface Appointment {
  id: string;
  phase: 'focusedObservation' | 'reflection';
  /** Short code on its card. */
  code: string;
  date: string;
  time: string;
  status: AppointmentStatus;
  /** UTC, when this date was agreed: reminders that were due before that are not sent late. */
  agreedAt: string;
  timesMoved: number;
  /** Her centre was known to be closed on that day when it was agreed. */
  onClosedDay?: true;
  reason?: NotHeldReason;
}

export interface WorkPlan {
  goal: string;
  actionStep: string;
  successCriterion: string;
  /** Local date. */
  deadline: string;
  resources: string;
  /** Item codes of the checklist that the goal is about. */
  focusItems: string[];
  confirmedAt: string;
}

export interface ChecklistRun {
  purpose: 'diagnosis' | 'closing';
  instrument: string;
  version: string;
  /** Scale key by item code: '1'..'4', 'n' (no chance arose) or 'skipped'. */
  ratings: Record<string, string>;
  evidence: Record<string, string>;
  heldOn: string;
  recordedAt: string;
  captureMode: CaptureMode;
  /** Short code on the sheet, by which it is corrected later. */
  code?: string;
  /** What was corrected after it was saved: the values as they were before, newest last. */
  revisions?: { at: string; before: Record<string, string> }[];
}

export const cycleStates = ['begun', 'planned', 'observed', 'reflected', 'closed', 'abandoned', 'handedOver'] as const;
export type CycleState = (typeof cycleStates)[number];

/** One caregiver, one theme. At most one open cycle per caregiver and theme. */
export interface MentoringCycle {
  kind: 'cycle';
  id: string;
  owner: string;
  caregiverId: string;
  theme: Theme;
  /** The iteration it began in, 'none' outside any. */
  iteration: string;
  state: CycleState;
  /** The caregiver did not accept: dates and minutes are kept, no text and no checklist. */
  dosageOnly: boolean;
  beganAt: string;
  closedAt: string | null;
  checklist: ChecklistRun | null;
  plan: WorkPlan | null;
  appointments: Appointment[];
  sessions: Session[];
  tipsServed: string[];
  tipTried: 'yes' | 'no' | null;
  /** Times that a better wording was asked for; at most two in a cycle. */
  nudges: number;
}

/** What stays with the caregiver of a cycle that went to the archive: about 500 bytes. */
export interface CycleDigest {
  cycleId: string;
  theme: Theme;
  iteration: string;
  beganAt: string;
  closedAt: string;
  ratings: Record<string, string>;
  focusItems: string[];
  goal: string;
  nextStep: string;
}

export interface Caregiver {
  kind: 'caregiver';
  id: string;
  /** The mentor who works with her now. */
  owner: string;
  centreId: string;
  name: string;
  room: string | null;
  shift: string | null;
  ageGroup: AgeGroup | null;
  /** Whether the programme was explained to her and she accepted; null until asked. */
  accepted: 'yes' | 'no' | 'notYet' | null;
  mentors: { personId: string; from: string; to: string | null }[];
  status: 'active' | 'closed';
  digests: CycleDigest[];
  /** Checklist run at the end of an iteration, to compare with the first one. */
  closingRuns: (ChecklistRun & { theme: Theme; iteration: string })[];
}
