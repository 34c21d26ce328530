// What flows need to talk of a workshop: which one a thread is about, what is open, the catch-up's answers, and what is said of dates.
import { attendanceId, attendanceKnown, type surveyQuestions } from '../domain/attendance.ts';
import type { Workshop } from '../program/workshop-schema.ts';
import { addDays, localMoment, sayDay } from './local-time.ts';
import type { Condition, List, MentoringContext, Value } from './mentoring-context.ts';
import {
  asksAttendance,
  homeworkDue,
  missesCatchUp,
  type WorkshopSight,
  type WorkshopStep,
  workshopMoment,
  workshopSteps,
  workshopsAhead,
} from './workshop-dates.ts';

export const workshopOf = ({ workshops, thread }: Pick<MentoringContext, 'workshops' | 'thread'>): Workshop | undefined =>
  workshops.find(({ number }) => number === Number(thread.answers.taller));

export const attendanceIn = (c: MentoringContext, number: number | undefined) =>
  c.attendances.find(({ id }) => number !== undefined && id === attendanceId(number));

export const workshopSight = ({ workshops, attendances, person, now }: MentoringContext): WorkshopSight => ({
  workshops,
  attendances,
  since: person.consent?.at ?? now,
  now,
});

const attendance = (c: MentoringContext) => attendanceIn(c, workshopOf(c)?.number);

/** The question of a step of the flow, as facts and records call it. */
export const surveySteps: Readonly<Record<string, (typeof surveyQuestions)[number]>> = {
  utilidad: 'usefulness',
  duracion: 'length',
  satisfaccion: 'satisfaction',
};

/** A workshop weeks away is no step yet. */
const shownDays = 14;

const sayMoment = (c: MentoringContext, workshop: Workshop): { day: string; time: string } => {
  const at = workshopMoment(workshop, c.centre.zone);
  return { day: at ? sayDay(at.date, c.today.date) : '', time: at?.time ?? '' };
};

function nextLines(c: MentoringContext, days: number | undefined): string[] {
  const until = days === undefined ? undefined : addDays(c.today.date, days);
  return workshopsAhead(c)
    .filter((workshop) => until === undefined || (workshopMoment(workshop, c.centre.zone)?.date ?? '') <= until)
    .slice(0, 2)
    .map((workshop) => {
      const { day, time } = sayMoment(c, workshop);
      return c.text('ciclo.taller-proximo', { number: workshop.number, day, time });
    });
}

const sayStep = (c: MentoringContext, workshop: Workshop, step: WorkshopStep): string => {
  const due = step === 'homework' ? homeworkDue(c, workshop) : undefined;
  const day = due === undefined ? '' : sayDay(localMoment(due, c.centre.zone).date, c.today.date);
  return c.text(`ciclo.taller-${step}`, { number: workshop.number, homework: workshop.homework ?? '', day });
};

/** For "¿dónde voy?": what is open of the workshops, and the next one where it is near. */
export function workshopLines(c: MentoringContext): string[] {
  const open = workshopSteps(workshopSight(c)).map(({ workshop, step }) => sayStep(c, workshop, step));
  return [...open, ...nextLines(c, shownDays)].map((line) => `• ${line}`);
}

export const workshopConditions = {
  'attendance-unasked': (c) => attendance(c)?.told.self === undefined && attendanceKnown(attendance(c)?.told) === undefined,
  'workshop-missed': (c) => attendanceKnown(attendance(c)?.told)?.attended === 'none',
  'workshop-was-told': (c) => !asksAttendance(attendance(c)),
  'has-catch-up': (c) => {
    const workshop = workshopOf(c);
    return workshop !== undefined && missesCatchUp(workshop, attendance(c));
  },
  'has-recording': (c) => workshopOf(c)?.catchUp?.recording !== undefined,
  'catch-up-was-right': (c) => attendance(c)?.caughtUp?.right === true,
  'catch-up-was-passed': (c) => attendance(c)?.caughtUp?.right === null,
  'has-workshop-steps': (c) => workshopSteps(workshopSight(c)).length > 0,
} satisfies Record<string, Condition>;

export const workshopLists = {
  'workshop-steps': (c) =>
    workshopSteps(workshopSight(c))
      .slice(0, 6)
      .map(({ workshop: { number }, step }) => ({
        id: `${step}-${number}`,
        label: c.text(`ciclo.paso-taller-${step}`, { number }),
      })),
  'catch-up-answers': (c) =>
    (workshopOf(c)?.catchUp?.check.options ?? []).map((label, index) => ({ id: `respuesta-${index + 1}`, label })),
} satisfies Record<string, List>;

export const workshopValues = {
  workshopNumber: (c) => String(workshopOf(c)?.number ?? ''),
  workshopTitle: (c) => workshopOf(c)?.title ?? '',
  workshopSummary: (c) => workshopOf(c)?.catchUp?.summary ?? '',
  workshopRecording: (c) => workshopOf(c)?.catchUp?.recording ?? '',
  workshopCheck: (c) => workshopOf(c)?.catchUp?.check.ask ?? '',
  workshopBecause: (c) => workshopOf(c)?.catchUp?.check.because ?? '',
  homework: (c) => workshopOf(c)?.homework ?? '',
  workshopOverview: (c) => {
    const open = workshopSteps(workshopSight(c)).map(({ workshop, step }) => sayStep(c, workshop, step));
    const lines = [...nextLines(c, undefined), ...open].map((line) => `• ${line}`);
    return lines.length > 0 ? lines.join('\n') : c.text('ciclo.sin-talleres');
  },
} satisfies Record<string, Value>;
