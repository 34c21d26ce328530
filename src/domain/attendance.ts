// A mentor's part in a workshop: whether she was there, by whose word, what she thought of it, and what came of it afterwards.

export const attendedParts = ['complete', 'part', 'none'] as const;
export type AttendedPart = (typeof attendedParts)[number];

/** Of the length of the workshop. */
const wholeShare = 0.8;

/** Who is in a list without minutes was there. */
export function attendedFor(minutes: number | null, workshopMinutes: number): AttendedPart {
  if (minutes === null) return 'complete';
  return minutes >= workshopMinutes * wholeShare ? 'complete' : minutes > 0 ? 'part' : 'none';
}

/** Whose word: hers, Zoom's list of participants, or a consultant's. */
export const attendanceSources = ['self', 'zoom', 'consultant'] as const;
export type AttendanceSource = (typeof attendanceSources)[number];

export interface AttendanceTold {
  attended: AttendedPart;
  minutes?: number;
  /** UTC, when it was told. */
  at: string;
}

export const surveyQuestions = ['usefulness', 'length', 'satisfaction'] as const;
export type SurveyQuestion = (typeof surveyQuestions)[number];
/** Null where she passed it over. */
export type SurveyAnswers = Partial<Record<SurveyQuestion, number | string | null>>;

export interface Attendance {
  kind: 'attendance';
  /** `workshop:3`. */
  id: string;
  owner: string;
  workshop: number;
  told: Partial<Record<AttendanceSource, AttendanceTold>>;
  survey: SurveyAnswers;
  /** Of who missed it. */
  caughtUp?: { at: string; right: boolean | null };
  /** UTC; what was to be done between this workshop and the next. */
  homeworkDoneAt?: string;
}

export const attendanceId = (workshop: number): string => `workshop:${workshop}`;

/** Who is not in Zoom's list may have been there with somebody else's telephone: then her own word counts. */
export function attendanceKnown(told: Attendance['told'] | undefined): AttendanceTold | undefined {
  const { consultant, zoom, self } = told ?? {};
  if (consultant) return consultant;
  return zoom && zoom.attended !== 'none' ? zoom : (self ?? zoom);
}

/** What staff changed of a workshop in the chat; it stands until the file itself is edited. */
export interface WorkshopChange {
  kind: 'workshopChange';
  /** `workshop:3`. */
  id: string;
  owner: 'programme';
  workshop: number;
  /** The date in the file when it was changed: another one there is newer. */
  was: string;
  /** Wall clock of the workshop's own zone; null where it is called off. */
  when: { date: string; time: string } | null;
  /** UTC. */
  at: string;
  by: string;
}

/** As it was confirmed in the chat. */
export type WorkshopOrder = Pick<WorkshopChange, 'workshop' | 'was' | 'when'>;

/** Somebody of the list whom the roster knows for certain. */
export interface KnownParticipant {
  id: string;
  name: string;
  minutes: number | null;
  /** What she said herself, where it is another thing. */
  differs: AttendedPart | null;
}

/** Somebody of whom it is not certain who she is; her name is forgotten when the list was worked through. */
export interface DoubtfulParticipant {
  said: string;
  minutes: number | null;
  candidates: { id: string; name: string }[];
}

export interface ListProblem {
  /** As an editor counts, from 1. */
  line: number;
  reason: 'noName' | 'noMinutes' | 'badMinutes';
}

/** What a list of participants comes to. */
export interface AttendanceFinding {
  workshop: number;
  /** Where it says how long each was there it is Zoom's, else somebody wrote it. */
  source: 'zoom' | 'consultant';
  known: KnownParticipant[];
  doubtful: DoubtfulParticipant[];
  /** Mentors who take part and are not in it. */
  absent: KnownParticipant[];
  /** Of the team itself. */
  staff: number;
  problems: ListProblem[];
  rows: number;
}
