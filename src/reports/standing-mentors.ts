// Where one mentor stands at a moment, in her centre's own time: computed from her records, without a word of what she wrote.
import type { DayNames } from '../domain/day-names.ts';
import type { LocalMoment } from '../domain/local-moment.ts';
import type { Appointment, Phase } from '../domain/mentoring-cycle.ts';
import { type Centre, defaultZone, type Person } from '../domain/roster.ts';
import type { OwnerState } from '../domain/turn.ts';
import { calendarOf } from '../mentoring/calendar.ts';
import { type RecordState, recordStateOf, workingDaysBetween } from '../mentoring/late-records.ts';
import { daysBetween, localMoment } from '../mentoring/local-time.ts';
import { isHalfDone, type NextStep, nextStepOf, nextSteps, type StepName } from '../mentoring/next-step.ts';
import type { Iteration } from '../program/content-schema.ts';
import type { Program } from '../program/program.ts';

/** Where a caregiver is on her way through the cycle; from the end to the beginning, as pictures and texts show it. */
export const stages = ['closed', 'reflection', 'observation', 'plan', 'notBegun'] as const;
export type Stage = (typeof stages)[number];
export type StageCounts = Record<Stage, number>;

export interface StandingStep {
  step: StepName;
  appointment: { date: string; time: string; phase: Appointment['phase']; record: RecordState; workingDays: number } | undefined;
}

export interface MentorStanding {
  id: string;
  name: string;
  accompaniedBy: readonly string[];
  centre: Centre | undefined;
  /** Of her centre. */
  today: LocalMoment;
  participation: 'working' | 'paused' | 'withdrawn' | 'inactive';
  /** Local dates. */
  pausedUntil: string | null;
  withdrawnOn: string | null;
  reachable: boolean;
  welcome: 'done' | 'halfway' | 'notBegun' | 'refused';
  courseFinished: boolean;
  /** With whom she works now. */
  caregivers: number;
  /** Whom the roster expects beyond them. */
  unregistered: number;
  /** Her sessions of the iteration that are overdue, as the registro counts them; whoever reads the facts fills it in. */
  behind: number;
  /** By the step that is next with each; expected caregivers who are not registered yet have not begun. */
  stages: StageCounts;
  /** The most pressing first. */
  steps: StandingStep[];
  /** Days since she last wrote; null where she never did. */
  silentDays: number | null;
}

const stageOfStep: Readonly<Record<StepName, Stage>> = {
  diagnosis: 'plan',
  plan: 'plan',
  agreeObservation: 'observation',
  awaitObservation: 'observation',
  recordObservation: 'observation',
  agreeReflection: 'reflection',
  awaitReflection: 'reflection',
  recordReflection: 'reflection',
  closingChecklist: 'closed',
  newCycle: 'closed',
};

export const noStages = (): StageCounts => ({ closed: 0, reflection: 0, observation: 0, plan: 0, notBegun: 0 });

/** The iteration under way, or the last one that began; undefined before the first. */
export function iterationUpTo(program: Program, date: string): Iteration | undefined {
  return program.programme.iterations.filter(({ from }) => from <= date).sort((a, b) => (a.from < b.from ? 1 : -1))[0];
}

/** Undefined for who is no mentor, and for who asked to be forgotten. */
export function standingOf(state: OwnerState, program: Program, now: string): MentorStanding | undefined {
  const { person, centre, conversation } = state;
  if (!person?.roles.includes('mentor') || person.erasedAt !== null) return undefined;
  const zone = centre?.zone ?? defaultZone;
  const today = localMoment(now, zone);
  const { closures } = calendarOf(program, state.closures, centre);
  const heardAt = conversation?.lastHeardAt ?? null;
  const participation = participationOf(person, today);
  const welcome = welcomeOf(state);
  const takesPart = (participation === 'working' || participation === 'paused') && welcome !== 'refused';
  const steps = takesPart ? nextSteps(state.caregivers, state.cycles, state.threads, program, today) : [];
  const caregivers = state.caregivers.filter(({ status }) => status === 'active').length;
  const unregistered = Math.max(0, person.expectedCaregivers - caregivers);
  return {
    id: person.id,
    name: person.name,
    accompaniedBy: person.accompaniedBy,
    centre,
    today,
    participation,
    pausedUntil: person.pausedUntil,
    withdrawnOn: person.withdrawnAt === null ? null : localMoment(person.withdrawnAt, zone).date,
    reachable: person.addresses.length > 0,
    welcome,
    courseFinished: person.prerequisiteCourse === 'finished',
    caregivers,
    unregistered,
    behind: 0,
    stages: stagesOf(state, takesPart ? unregistered : undefined, program, today),
    steps: steps.map(({ step, cycle }) => ({
      step,
      appointment: appointmentOf(step, cycle?.appointments ?? [], today, closures),
    })),
    silentDays: heardAt === null ? null : Math.max(0, daysBetween(localMoment(heardAt, zone).date, today.date)),
  };
}

function participationOf(person: Person, today: LocalMoment): MentorStanding['participation'] {
  if (person.withdrawnAt !== null) return 'withdrawn';
  if (!person.active) return 'inactive';
  return person.pausedUntil !== null && today.date < person.pausedUntil ? 'paused' : 'working';
}

function welcomeOf({ person, threads }: OwnerState): MentorStanding['welcome'] {
  const isOpen = threads.some(({ flow, waitingFor }) => flow === 'bienvenida' && waitingFor !== null);
  if (person?.consent?.given === false) return 'refused';
  if (person?.consent == null) return isOpen ? 'halfway' : 'notBegun';
  return isOpen ? 'halfway' : 'done';
}

/** An appointment is told of also where the record of its session is half-done. */
function appointmentOf(
  step: StepName,
  appointments: readonly Appointment[],
  today: LocalMoment,
  closures: DayNames,
): StandingStep['appointment'] {
  const phase = phaseOfStep[step];
  const found = appointments.find((one) => one.phase === phase && one.status === 'planned');
  if (!phase || !found) return undefined;
  const { date, time } = found;
  const record = recordStateOf(found, today, closures);
  return { date, time, phase, record, workingDays: workingDaysBetween(date, today.date, closures) };
}

const phaseOfStep: Readonly<Partial<Record<StepName, Appointment['phase']>>> = {
  awaitObservation: 'focusedObservation',
  recordObservation: 'focusedObservation',
  awaitReflection: 'reflection',
  recordReflection: 'reflection',
};

/** `unregistered`: undefined for who takes part no more. */
function stagesOf(
  { caregivers, cycles, threads }: OwnerState,
  unregistered: number | undefined,
  program: Program,
  today: LocalMoment,
): StageCounts {
  const counts = noStages();
  const iteration = iterationUpTo(program, today.date)?.id;
  for (const caregiver of caregivers) {
    const worked = caregiver.digests.some((digest) => iteration === undefined || digest.iteration === iteration);
    if (unregistered !== undefined && caregiver.status === 'active')
      counts[stageOf(nextStepOf(caregiver, cycles, threads, program, today), worked)] += 1;
    // What is closed stays done, whoever left since; what was under way will not be finished.
    else if (worked) counts.closed += 1;
  }
  counts.notBegun += unregistered ?? 0;
  return counts;
}

/** What was held last decides: a plan that is still missing does not put an observed caregiver back at the beginning. */
function stageOf(next: NextStep, worked: boolean): Stage {
  const { cycle } = next;
  const held = (phase: Phase): boolean => cycle?.sessions.some((session) => session.phase === phase) === true;
  if (held('reflection') || held('focusedObservation')) return 'reflection';
  if (held('workPlan')) return 'observation';
  if (cycle || isHalfDone(next)) return stageOfStep[next.step];
  return worked ? 'closed' : 'notBegun';
}
