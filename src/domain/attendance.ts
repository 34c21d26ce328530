// A mentor's part in a workshop: whether she was there, by whose word, what she thought of it, and what came of it afterwards.

export const attendedParts = ['complete', 'part', 'none'] as const;
export type AttendedPart = (typeof attendedParts)[number];

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
export function attendanceKnown(attendance: Attendance | undefined): AttendanceTold | undefined {
  const { consultant, zoom, self } = attendance?.told ?? {};
  if (consultant) return consultant;
  return zoom && zoom.attended !== 'none' ? zoom : (self ?? zoom);
}

/** What staff changed of a workshop in the chat; it stands until the file itself is edited. */
export interface WorkshopChange {
  workshop: number;
  /** The date in the file when it was changed: another one there is newer. */
  was: string;
  /** Wall clock of the workshop's own zone; null where it is called off. */
  when: { date: string; time: string } | null;
  /** UTC. */
  at: string;
  by: string;
}
