// The workshops as they stand: the file with what staff changed in the chat, when each is and ends, and what is open for a mentor.
import { type Attendance, attendanceId, attendanceKnown, type WorkshopChange } from '../domain/attendance.ts';
import type { LocalMoment } from '../domain/local-moment.ts';
import { defaultZone } from '../domain/roster.ts';
import type { Program } from '../program/program.ts';
import type { Workshop } from '../program/workshop-schema.ts';
import { addMinutes, instantOf, localMoment } from './local-time.ts';

/** Stands for the date of a workshop; what is reminded of an old one is never said. */
export const workshopVersion = ({ when, zone }: Workshop): string =>
  when ? `${when.date}T${when.time}${zone === undefined || zone === defaultZone ? '' : `@${zone}`}` : '';

function changed(workshop: Workshop, changes: readonly WorkshopChange[]): Workshop {
  const change = changes.find((one) => one.workshop === workshop.number);
  // Whoever edits the file has the last word.
  if (!change || change.was !== workshopVersion(workshop) || workshop.calledOff) return workshop;
  return change.when === null ? { ...workshop, calledOff: true } : { ...workshop, when: change.when };
}

const known = new WeakMap<readonly WorkshopChange[], WeakMap<Program, readonly Workshop[]>>();

export function workshopsWith(program: Program, changes: readonly WorkshopChange[] | undefined): readonly Workshop[] {
  if (changes === undefined || changes.length === 0) return program.workshops;
  const ofChanges = known.get(changes) ?? new WeakMap<Program, readonly Workshop[]>();
  known.set(changes, ofChanges);
  let list = ofChanges.get(program);
  if (!list) {
    list = program.workshops.map((workshop) => changed(workshop, changes));
    ofChanges.set(program, list);
  }
  return list;
}

interface Span {
  start: string;
  end: string;
}
/** Workshops do not change: a change makes another. Each turn asks for the times of all of them. */
const spans = new WeakMap<Workshop, Span | 'none'>();

function spanOf(workshop: Workshop): Span | undefined {
  let span = spans.get(workshop);
  if (span === undefined) {
    const { when, zone, calledOff, minutes } = workshop;
    const start = when && !calledOff ? instantOf(when, zone ?? defaultZone) : undefined;
    span = start === undefined ? 'none' : { start, end: addMinutes(start, minutes) };
    spans.set(workshop, span);
  }
  return span === 'none' ? undefined : span;
}

/** UTC; undefined while it has no date, or where it is called off. */
export const workshopStart = (workshop: Workshop): string | undefined => spanOf(workshop)?.start;
export const workshopEnd = (workshop: Workshop): string | undefined => spanOf(workshop)?.end;

/** Announced in the zone of the workshop, and shown in hers. */
export function workshopMoment(workshop: Workshop, zone: string): LocalMoment | undefined {
  const start = workshopStart(workshop);
  return start === undefined ? undefined : localMoment(start, zone);
}

export interface WorkshopSight {
  workshops: readonly Workshop[];
  attendances: readonly Attendance[];
  /** UTC; since when she takes part. */
  since: string;
  now: string;
}

const attendanceAt = ({ attendances }: WorkshopSight, number: number): Attendance | undefined =>
  attendances.find(({ id }) => id === attendanceId(number));

interface Dated {
  workshop: Workshop;
  start: string;
}
/** By the list itself, which is the same for everybody. */
const dated = new WeakMap<readonly Workshop[], Dated[]>();

function inOrder(workshops: readonly Workshop[]): Dated[] {
  let list = dated.get(workshops);
  if (!list) {
    list = workshops.flatMap((workshop) => {
      const start = workshopStart(workshop);
      return start === undefined ? [] : [{ workshop, start }];
    });
    list.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
    dated.set(workshops, list);
  }
  return list;
}

/** Those to come, soonest first. */
export const workshopsAhead = ({ workshops, now }: Pick<WorkshopSight, 'workshops' | 'now'>): Workshop[] =>
  inOrder(workshops).flatMap(({ workshop, start }) => (start > now ? [workshop] : []));

/** Those that are over and took place while she took part. */
export function workshopsPast({ workshops, since, now }: WorkshopSight): Workshop[] {
  return workshops.filter((workshop) => {
    const end = workshopEnd(workshop);
    return end !== undefined && end > since && end <= now;
  });
}

/** Whether it is still to be asked if she was there, or how she found it. */
export function asksAttendance(attendance: Attendance | undefined): boolean {
  if (attendance === undefined) return true;
  if (attendance.told.self !== undefined || Object.keys(attendance.survey).length > 0) return false;
  return attendanceKnown(attendance?.told)?.attended !== 'none';
}

export function missesCatchUp(workshop: Workshop, attendance: Attendance | undefined): boolean {
  return workshop.catchUp !== undefined && !attendance?.caughtUp && attendanceKnown(attendance?.told)?.attended === 'none';
}

/** UTC: until when the homework of a workshop is to be done; undefined where there is none, or nobody knows. */
export function homeworkDue({ workshops }: Pick<WorkshopSight, 'workshops'>, workshop: Workshop): string | undefined {
  if (workshop.homework === undefined) return undefined;
  if (workshop.homeworkBy) return instantOf({ date: workshop.homeworkBy, time: '18:00' }, workshop.zone ?? defaultZone);
  const own = workshopStart(workshop);
  if (own === undefined) return undefined;
  return workshopsAhead({ workshops, now: own }).map(workshopStart)[0];
}

export type WorkshopStep = 'attendance' | 'catchUp' | 'homework';

/** What is open for her, oldest workshop first. */
export function workshopSteps(sight: WorkshopSight): { workshop: Workshop; step: WorkshopStep }[] {
  return workshopsPast(sight).flatMap((workshop) => {
    const attendance = attendanceAt(sight, workshop.number);
    const due = homeworkDue(sight, workshop);
    const steps: WorkshopStep[] = [];
    if (asksAttendance(attendance) && attendance?.told.self === undefined) steps.push('attendance');
    if (missesCatchUp(workshop, attendance)) steps.push('catchUp');
    if (due !== undefined && due > sight.now && !attendance?.homeworkDoneAt) steps.push('homework');
    return steps.map((step) => ({ workshop, step }));
  });
}
