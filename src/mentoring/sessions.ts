// Writing down a session that took place: number, real date, order and the fact that the log keeps of it.
import type { AnswerValue, Thread } from '../domain/conversation.ts';
import type { Appointment, EvidenceMethod, MentoringCycle, Phase, Session } from '../domain/mentoring-cycle.ts';
import { type CycleHappening, cycleMoves } from './cycle-moves.ts';
import { iterationOn } from './iteration.ts';
import { instantOf } from './local-time.ts';
import type { MentoringContext } from './mentoring-context.ts';
import { sessionCode, takenCodes } from './session-code.ts';

/** What a facts question gathers: all of it optional, `when` a local date. */
export interface ToldFacts {
  when?: string;
  time?: string;
  minutes?: number;
  method?: EvidenceMethod;
  modelled?: boolean;
  routineMoment?: string;
  childrenPresent?: number;
}

export function toldFacts(value: AnswerValue | undefined): ToldFacts {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as ToldFacts) : {};
}

/** Noon stands for a day whose hour is not known. */
export function heldInstant(c: MentoringContext, heldOn: string, time: string | undefined): string {
  const held = instantOf({ date: heldOn, time: time ?? '12:00' }, c.centre.zone);
  // What is told of today without its hour was over when it was told.
  return time === undefined && heldOn === c.today.date && held > c.now ? c.now : held;
}

export function iterationIdOn(c: MentoringContext, date: string): string {
  return iterationOn(c.program, date)?.id ?? 'none';
}

const happenings: Record<Phase, CycleHappening> = {
  workPlan: 'planRecorded',
  focusedObservation: 'observationHeld',
  reflection: 'reflectionHeld',
};

export interface HeldSession {
  phase: Phase;
  facts: ToldFacts;
  notes?: Record<string, string>;
  voiceNotes?: Session['voiceNotes'];
  ratings?: Record<string, string>;
}

/** The cycle with the session added and moved on; also writes the fact. */
export function recordSession(c: MentoringContext, cycle: MentoringCycle, held: HeldSession): MentoringCycle {
  const { facts } = held;
  const planned = cycle.appointments.find(({ phase, status }) => phase === held.phase && status === 'planned');
  // Without a word of hers it took place when it was agreed, if that is not still to come.
  const agreed = planned && planned.date <= c.today.date ? planned : undefined;
  const heldOn = facts.when ?? agreed?.date ?? c.today.date;
  const heldTime = facts.time ?? (agreed?.date === heldOn ? agreed.time : undefined);
  const move = cycleMoves[cycle.state][happenings[held.phase]];
  const number = cycle.sessions.filter(({ phase }) => phase === held.phase).length + 1;
  const session: Session = {
    id: c.newId(),
    phase: held.phase,
    number,
    heldOn,
    ...(heldTime ? { heldTime } : {}),
    heldAt: heldInstant(c, heldOn, heldTime),
    recordedAt: c.now,
    ...(facts.minutes === undefined ? {} : { minutes: facts.minutes }),
    captureMode: c.thread.captureMode,
    outOfOrder: move.outOfOrder,
    ...(facts.method ? { evidenceMethod: facts.method } : {}),
    ...(facts.modelled === undefined ? {} : { modelled: facts.modelled }),
    ...(facts.routineMoment ? { routineMoment: facts.routineMoment } : {}),
    ...(facts.childrenPresent === undefined ? {} : { childrenPresent: facts.childrenPresent }),
    notes: cycle.dosageOnly ? {} : (held.notes ?? {}),
    ...(held.voiceNotes && !cycle.dosageOnly ? { voiceNotes: held.voiceNotes } : {}),
    ...(held.ratings && !cycle.dosageOnly ? { ratings: held.ratings } : {}),
  };
  tellSession(c, cycle, session, planned);
  return {
    ...cycle,
    state: move.to,
    sessions: [...cycle.sessions, session],
    appointments: cycle.appointments.map((appointment) =>
      appointment.phase === held.phase && appointment.status === 'planned' ? { ...appointment, status: 'held' } : appointment,
    ),
  };
}

/** The fact of a session; of one that is corrected it is told again, with the same number. */
function tellSession(
  c: MentoringContext,
  cycle: MentoringCycle,
  session: Session,
  planned: Appointment | undefined,
  corrects = false,
) {
  c.fact('sessionHeld', {
    cycleId: cycle.id,
    caregiverId: cycle.caregiverId,
    theme: cycle.theme,
    phase: session.phase,
    sessionNumber: session.number,
    heldAt: session.heldAt,
    iteration: iterationIdOn(c, session.heldOn),
    ...(session.minutes === undefined ? {} : { minutes: session.minutes }),
    captureMode: session.captureMode,
    outOfOrder: session.outOfOrder,
    data: {
      plannedFor: planned ? `${planned.date}T${planned.time}` : null,
      timesMoved: planned?.timesMoved ?? 0,
      hourKnown: session.heldTime !== undefined,
      evidenceMethod: session.evidenceMethod ?? null,
      modelled: session.modelled ?? null,
      routineMoment: session.routineMoment ?? null,
      dosageOnly: cycle.dosageOnly,
      ...(corrects ? { corrects } : {}),
    },
  });
}

/** What she corrected of a session after it was saved; its words and numbers change, its place in the cycle does not. */
export function reviseSession(
  c: MentoringContext,
  cycle: MentoringCycle,
  saved: Session,
  told: Omit<HeldSession, 'phase'>,
): MentoringCycle {
  const { when, minutes, method, modelled } = told.facts;
  const heldOn = when ?? saved.heldOn;
  const revised: Session = {
    ...saved,
    heldOn,
    heldAt: heldOn === saved.heldOn ? saved.heldAt : heldInstant(c, heldOn, saved.heldTime),
    ...(minutes === undefined ? {} : { minutes }),
    ...(method ? { evidenceMethod: method } : {}),
    ...(modelled === undefined ? {} : { modelled }),
    notes: cycle.dosageOnly ? {} : (told.notes ?? {}),
    ...(told.ratings && !cycle.dosageOnly ? { ratings: told.ratings } : {}),
  };
  const counted = (one: Session): string => JSON.stringify([one.heldOn, one.minutes, one.evidenceMethod, one.modelled]);
  const appointment = cycle.appointments.findLast(({ phase, status }) => phase === saved.phase && status === 'held');
  if (counted(revised) !== counted(saved)) tellSession(c, cycle, revised, appointment, true);
  return { ...cycle, sessions: cycle.sessions.map((session) => (session.id === saved.id ? revised : session)) };
}

/** The cycle as if the session had never been recorded; the log keeps that it was taken back. */
export function retractSession(c: MentoringContext, cycle: MentoringCycle, wrong: Session): MentoringCycle {
  const sessions = cycle.sessions.filter(({ id }) => id !== wrong.id);
  const again = cycle.appointments.findLast(({ phase, status }) => phase === wrong.phase && status === 'held');
  const held = (phase: Phase): boolean => sessions.some((session) => session.phase === phase);
  const planned = cycle.plan !== null || held('workPlan') ? 'planned' : 'begun';
  c.fact('sessionRetracted', {
    cycleId: cycle.id,
    caregiverId: cycle.caregiverId,
    theme: cycle.theme,
    phase: wrong.phase,
    sessionNumber: wrong.number,
    heldAt: wrong.heldAt,
    data: { plannedFor: again ? `${again.date}T${again.time}` : null },
  });
  return {
    ...cycle,
    sessions,
    state: held('reflection') ? 'reflected' : held('focusedObservation') ? 'observed' : planned,
    appointments: cycle.appointments.map((one) => (one === again ? { ...one, status: 'planned' as const } : one)),
  };
}

/** An agreed date; one that was agreed before for the same phase counts as moved. */
export function agreeAppointment(
  c: MentoringContext,
  cycle: MentoringCycle,
  phase: 'focusedObservation' | 'reflection',
  when: { date: string; time: string },
): MentoringCycle {
  // The question for this date, left open somewhere else, is answered.
  for (const thread of c.threads)
    if (thread.cycleId === cycle.id && thread.id !== c.thread.id && asksDateOf(thread, phase)) c.remove('thread', thread.id);
  const last = cycle.appointments.findLast((appointment) => appointment.phase === phase);
  // After one that was held another session is agreed, not the same one moved.
  const before = last?.status === 'held' ? undefined : last;
  const moved = before?.status === 'planned';
  const notHeld = c.thread.flow === 'mover' && typeof c.thread.answers.motivo === 'string' ? c.thread.answers.motivo : undefined;
  c.fact(moved ? 'appointmentMoved' : 'appointmentSet', {
    cycleId: cycle.id,
    caregiverId: cycle.caregiverId,
    theme: cycle.theme,
    phase,
    data: {
      plannedFor: `${when.date}T${when.time}`,
      before: before ? `${before.date}T${before.time}` : null,
      // Told together with the other date: why it did not take place on the first.
      ...(moved && notHeld ? { reason: notHeld } : {}),
    },
  });
  const appointment = {
    id: c.newId(),
    phase,
    code: before?.code ?? sessionCode(`${cycle.id}:${phase}:${cycle.appointments.length}`, takenCodes(c.threads, c.cycles)),
    date: when.date,
    time: when.time,
    status: 'planned' as const,
    agreedAt: c.now,
    timesMoved: before ? before.timesMoved + 1 : 0,
    ...(c.closures.has(when.date) ? { onClosedDay: true as const } : {}),
  };
  return {
    ...cycle,
    appointments: [
      ...cycle.appointments.map((old) => (old === before && moved ? { ...old, status: 'moved' as const } : old)),
      appointment,
    ],
  };
}

/** Threads that have nothing left to do but to ask when this session will be. */
function asksDateOf(thread: Thread, phase: 'focusedObservation' | 'reflection'): boolean {
  return phase === 'reflection' ? thread.flow === 'observacion' && thread.answers.guardada != null : thread.flow === 'acordar';
}

/** A cycle is complete when each of its three phases has been held. */
function isComplete(cycle: MentoringCycle): boolean {
  const held = (phase: string): boolean => cycle.sessions.some((session) => session.phase === phase);
  return held('workPlan') && held('focusedObservation') && held('reflection');
}

/** Where the three phases are complete the cycle closes, in whatever order they were recorded; the thread is told. */
export function closeIfComplete(c: MentoringContext, cycle: MentoringCycle): MentoringCycle {
  const closes = isComplete(cycle);
  c.patchThread({ answers: { ...c.thread.answers, 'ciclo-cerrado': closes } });
  if (!closes) return cycle;
  const count = (phase: Phase): number => cycle.sessions.filter((session) => session.phase === phase).length;
  c.fact('cycleClosed', {
    cycleId: cycle.id,
    caregiverId: cycle.caregiverId,
    theme: cycle.theme,
    iteration: cycle.iteration,
    data: {
      began: cycle.beganAt,
      workPlanSessions: count('workPlan'),
      observationSessions: count('focusedObservation'),
      reflectionSessions: count('reflection'),
      outOfOrder: cycle.sessions.some((session) => session.outOfOrder),
      dosageOnly: cycle.dosageOnly,
    },
  });
  return { ...cycle, state: cycleMoves[cycle.state].completed.to, closedAt: c.now };
}
