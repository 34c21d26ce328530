// What the bot proposes next for each caregiver. It guides; what really happened is recorded all the same.
import type { Thread } from '../domain/conversation.ts';
import type { LocalMoment } from '../domain/local-moment.ts';
import type { Appointment, Caregiver, MentoringCycle } from '../domain/mentoring-cycle.ts';
import type { Program } from '../program/program.ts';
import { iterationOn } from './iteration.ts';
import { daysBetween } from './local-time.ts';

export type StepName =
  | 'diagnosis'
  | 'plan'
  | 'awaitObservation'
  | 'recordObservation'
  | 'agreeObservation'
  | 'awaitReflection'
  | 'recordReflection'
  | 'agreeReflection'
  | 'closingChecklist'
  | 'newCycle';

export interface NextStep {
  caregiver: Caregiver;
  step: StepName;
  /** The flow that takes the step. */
  flow: string;
  cycle: MentoringCycle | undefined;
  /** Half-done work on it, to be taken up. */
  thread: Thread | undefined;
  appointment: Appointment | undefined;
}

/** Days before the end of an iteration from which the whole checklist is offered again. */
const closingDays = 14;

export function openCycleOf(cycles: readonly MentoringCycle[], caregiverId: string): MentoringCycle | undefined {
  return cycles.filter((cycle) => cycle.caregiverId === caregiverId).sort((a, b) => (a.beganAt < b.beganAt ? 1 : -1))[0];
}

export function plannedAppointment(cycle: MentoringCycle, phase: Appointment['phase']): Appointment | undefined {
  return cycle.appointments.find((appointment) => appointment.phase === phase && appointment.status === 'planned');
}

/** The phase whose appointment is the next one of this cycle. */
export function nextAppointed(cycle: MentoringCycle): Appointment['phase'] {
  return !plannedAppointment(cycle, 'focusedObservation') && plannedAppointment(cycle, 'reflection')
    ? 'reflection'
    : 'focusedObservation';
}

const notHeld = ['todavia-no', 'se-movio', 'no-se-pudo'];
const hoursOfNews = 12;

/** A record of a session that is begun anew: it was saved already, or said not to have been, and what is told or passed since is other news. */
export function beginsAnew(thread: Thread, told: Thread['answers'] | undefined, now: string): boolean {
  if (thread.flow !== 'observacion' && thread.flow !== 'reflexion') return false;
  if (thread.waitingFor?.startsWith('falta-')) return true;
  const wasNotHeld = notHeld.includes(String(thread.answers.hecha));
  if (told?.hecha === 'si') return wasNotHeld || thread.answers.guardada != null;
  return wasNotHeld && Date.parse(now) - Date.parse(thread.touchedAt) > hoursOfNews * 3_600_000;
}

/** What a flow under way is a step of. */
const stepOfFlow: Readonly<Record<string, StepName>> = {
  diagnostico: 'diagnosis',
  'plan-de-trabajo': 'plan',
  observacion: 'recordObservation',
  reflexion: 'recordReflection',
  'lista-de-cierre': 'closingChecklist',
};

export function nextStepOf(
  caregiver: Caregiver,
  cycles: readonly MentoringCycle[],
  threads: readonly Thread[],
  program: Program,
  today: LocalMoment,
): NextStep {
  const cycle = openCycleOf(cycles, caregiver.id);
  const begun = threads.find(
    (thread) =>
      thread.caregiverId === caregiver.id && thread.flow in stepOfFlow && thread.waitingFor !== null && thread.history.length > 0,
  );
  if (begun)
    return {
      caregiver,
      step: stepOfFlow[begun.flow] ?? 'diagnosis',
      flow: begun.flow,
      cycle,
      thread: begun,
      appointment: undefined,
    };
  const make = (step: StepName, flow: string, appointment?: Appointment): NextStep => ({
    caregiver,
    step,
    flow,
    cycle,
    thread: threads.find((thread) => thread.caregiverId === caregiver.id && thread.flow === flow),
    appointment,
  });
  if (!cycle) {
    const iteration = iterationOn(program, today.date);
    const worked = caregiver.digests.some(({ iteration: id }) => id === iteration?.id);
    const compared = caregiver.closingRuns.some((run) => run.iteration === iteration?.id);
    if (iteration && worked && !compared && daysBetween(today.date, iteration.to) <= closingDays)
      return make('closingChecklist', 'lista-de-cierre');
    if (caregiver.digests.length) return make('newCycle', 'diagnostico');
    return caregiver.accepted === 'no' ? make('agreeObservation', 'plan-de-trabajo') : make('diagnosis', 'diagnostico');
  }
  const isOver = (appointment: Appointment): boolean =>
    appointment.date < today.date || (appointment.date === today.date && appointment.time <= today.time);
  const observation = plannedAppointment(cycle, 'focusedObservation');
  const reflection = plannedAppointment(cycle, 'reflection');
  const held = (phase: string): boolean => cycle.sessions.some((session) => session.phase === phase);
  if (reflection && isOver(reflection)) return make('recordReflection', 'reflexion', reflection);
  if (observation && isOver(observation)) return make('recordObservation', 'observacion', observation);
  // The two have talked: what they talked of was observed, and waits to be told.
  if (held('reflection') && !held('focusedObservation')) return make('recordObservation', 'observacion', observation);
  if (!cycle.plan && !held('focusedObservation') && !held('workPlan')) {
    // With a caregiver who did not accept there is no list to look with, only a date.
    if (cycle.dosageOnly || caregiver.accepted === 'no') return make('agreeObservation', 'plan-de-trabajo');
    if (!cycle.checklist) return make('diagnosis', 'diagnostico');
  }
  // A plan kept without its words is asked for them when she accepts afterwards.
  if (!cycle.plan && (!held('workPlan') || (!cycle.dosageOnly && !held('focusedObservation'))))
    return make('plan', 'plan-de-trabajo');
  if (!held('focusedObservation')) {
    return observation ? make('awaitObservation', 'tarjeta', observation) : make('agreeObservation', 'acordar', undefined);
  }
  return reflection ? make('awaitReflection', 'tarjeta', reflection) : make('agreeReflection', 'reflexion', undefined);
}

/** Something was answered already and a question is open. */
export const isHalfDone = ({ thread }: NextStep): boolean => thread?.waitingFor != null && thread.history.length > 0;

const urgency: Record<StepName, number> = {
  recordReflection: 0,
  recordObservation: 1,
  agreeReflection: 2,
  awaitReflection: 3,
  awaitObservation: 4,
  agreeObservation: 5,
  plan: 6,
  closingChecklist: 7,
  diagnosis: 8,
  newCycle: 9,
};

/** One step for each caregiver she works with, the most pressing first; half-done work before untouched. */
export function nextSteps(
  caregivers: readonly Caregiver[],
  cycles: readonly MentoringCycle[],
  threads: readonly Thread[],
  program: Program,
  today: LocalMoment,
): NextStep[] {
  return caregivers
    .filter(({ status }) => status === 'active')
    .map((caregiver) => nextStepOf(caregiver, cycles, threads, program, today))
    .sort((a, b) => Number(isHalfDone(b)) - Number(isHalfDone(a)) || urgency[a.step] - urgency[b.step]);
}
