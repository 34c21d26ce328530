// Who was in which workshop: a row for each mentor and workshop that took place while she took part, from the log of facts. What she thought
// of it is no part of her row: opinions leave the house as distributions of five or more.
import {
  type AttendanceSource,
  type AttendanceTold,
  type AttendedPart,
  attendanceKnown,
  type SurveyAnswers,
  type SurveyQuestion,
  surveyQuestions,
} from '../domain/attendance.ts';
import { defaultZone } from '../domain/roster.ts';
import { localMoment } from '../mentoring/local-time.ts';
import { workshopEnd, workshopStart } from '../mentoring/workshop-dates.ts';
import type { Workshop } from '../program/workshop-schema.ts';
import type { Store } from '../store/store.ts';
import type { WorkshopColumn } from './participation-columns.ts';
import { hasDeclined, type ProgrammePeople } from './programme-people.ts';
import type { SheetCell } from './sheet-cells.ts';
import { fewestSlips } from './slip-distribution.ts';

/** Her part in one workshop, by all that was told of it. */
interface Part {
  told: Partial<Record<AttendanceSource, AttendanceTold>>;
  survey: SurveyAnswers;
  caughtUpAt?: string;
  caughtUpRight?: boolean | null;
  homework?: boolean;
}
export type WorkshopParts = ReadonlyMap<string, Part>;

const keyOf = (mentor: string, workshop: unknown): string => `${mentor}:${String(workshop)}`;

/** The last word on each counts. */
export async function readWorkshopParts(store: Pick<Store, 'readFacts'>): Promise<WorkshopParts> {
  const parts = new Map<string, Part>();
  for await (const { kind, mentorId, recordedAt, minutes, data } of store.readFacts({})) {
    if (!kind.startsWith('workshop') || kind === 'workshopChanged') continue;
    const key = keyOf(mentorId, data.workshop);
    const part = parts.get(key) ?? { told: {}, survey: {} };
    parts.set(key, part);
    if (kind === 'workshopAttended') {
      const told = { attended: data.attended as AttendedPart, ...(minutes === undefined ? {} : { minutes }), at: recordedAt };
      part.told[data.source as AttendanceSource] = told;
    } else if (kind === 'workshopAnswered') {
      const { value } = data;
      part.survey[data.question as SurveyQuestion] = typeof value === 'boolean' ? null : (value ?? null);
    } else if (kind === 'workshopCaughtUp') {
      part.caughtUpAt = recordedAt;
      part.caughtUpRight = data.right === null ? null : data.right === true;
    } else if (kind === 'workshopHomework') part.homework = data.done === true;
  }
  return parts;
}

export interface WorkshopPeriod {
  from?: string | undefined;
  to?: string | undefined;
  iteration?: string | undefined;
  centreId?: string | undefined;
}

export interface WorkshopRowParts {
  people: ProgrammePeople;
  workshops: readonly Workshop[];
  parts: WorkshopParts;
  period: WorkshopPeriod;
  /** UTC. */
  now: string;
}

/** What codes are called; for machines they stay as they are. */
export interface WorkshopWords {
  iteration(id: string): string;
  attended(code: AttendedPart | undefined): string | null;
  source(code: AttendanceSource | undefined): string | null;
  yesNo(value: boolean | null | undefined): string | null;
}

export const workshopCodes: WorkshopWords = {
  iteration: (id) => id,
  attended: (code) => code ?? null,
  source: (code) => code ?? null,
  yesNo: (value) => (value == null ? null : value ? 'yes' : 'no'),
};

export type WorkshopRow = Record<WorkshopColumn, SheetCell>;

export function* workshopRows(
  { people, workshops, parts, period, now }: WorkshopRowParts,
  nameOf: (id: string) => string,
  words: WorkshopWords,
): Generator<WorkshopRow> {
  for (const mentor of people.mentors) {
    const centre = people.centres.get(mentor.centreId ?? '');
    if (hasDeclined(mentor) || (period.centreId !== undefined && centre?.id !== period.centreId)) continue;
    const zone = centre?.zone ?? defaultZone;
    for (const workshop of workshops) {
      const [start, end] = [workshopStart(workshop), workshopEnd(workshop)];
      const part = parts.get(keyOf(mentor.id, workshop.number));
      const takesPart =
        mentor.consent?.given === true &&
        mentor.active &&
        end !== undefined &&
        mentor.consent.at < end &&
        (mentor.withdrawnAt === null || mentor.withdrawnAt > end);
      if (!part && (!takesPart || end > now)) continue;
      const at = start === undefined ? undefined : localMoment(start, zone);
      if (period.iteration !== undefined && workshop.iteration !== period.iteration) continue;
      if (
        (period.from !== undefined && (at?.date ?? '') < period.from) ||
        (period.to !== undefined && (at?.date ?? '9') > period.to)
      )
        continue;
      const { told = {} } = part ?? {};
      const known = attendanceKnown(told);
      const source = (['consultant', 'zoom', 'self'] as const).find((one) => known !== undefined && told[one] === known);
      yield {
        iteration: words.iteration(workshop.iteration),
        centreKey: centre?.centreKey ?? null,
        centre: centre?.name ?? null,
        state: centre?.state ?? null,
        mentor: nameOf(mentor.id),
        workshop: workshop.number,
        workshopAt: at ? `${at.date}T${at.time}` : null,
        attended: words.attended(known?.attended),
        attendedBy: words.source(source),
        minutes: known?.minutes ?? null,
        saidHerself: words.attended(told.self?.attended),
        saidZoom: words.attended(told.zoom?.attended),
        caughtUpOn: part?.caughtUpAt ? localMoment(part.caughtUpAt, zone).date : null,
        caughtUpRight: words.yesNo(part?.caughtUpRight),
        homework: words.yesNo(part?.homework),
      };
    }
  }
}

export interface SurveyCounts {
  workshop: number;
  question: SurveyQuestion;
  /** How many answered; null where they are too few to be told apart from each other. */
  answered: number | null;
  /** By answer: 1 to 5, or short, right and long. */
  counts: ReadonlyMap<string, number>;
}

/** Of the whole programme, whatever else is asked for: of two parts that overlap, the difference would tell of few. */
export function surveyCounts(parts: WorkshopParts): SurveyCounts[] {
  const given = new Map<string, string[]>();
  for (const [key, { survey }] of parts) {
    const workshop = key.slice(key.lastIndexOf(':') + 1);
    for (const [question, value] of Object.entries(survey)) {
      const at = `${workshop}:${question}`;
      if (value !== null) given.set(at, [...(given.get(at) ?? []), String(value)]);
    }
  }
  const found = [...given].map(([at, values]): SurveyCounts => {
    const [workshop = '', question = ''] = at.split(':');
    const few = values.length < fewestSlips;
    const counts = new Map<string, number>();
    if (!few) for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    return { workshop: Number(workshop), question: question as SurveyQuestion, answered: few ? null : values.length, counts };
  });
  const place = ({ question }: SurveyCounts): number => surveyQuestions.indexOf(question);
  return found.sort((a, b) => a.workshop - b.workshop || place(a) - place(b));
}
