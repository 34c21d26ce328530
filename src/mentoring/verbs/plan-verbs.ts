// Verbs of the work plan and of its dates.
import type { MentoringCycle, NotHeldReason, WorkPlan } from '../../domain/mentoring-cycle.ts';
import { cycleMoves } from '../cycle-moves.ts';
import { planItem } from '../goal-item.ts';
import type { MentoringContext, Verb } from '../mentoring-context.ts';
import { nextAppointed, plannedAppointment } from '../next-step.ts';
import { agreeAppointment, closeIfComplete, recordSession, toldFacts } from '../sessions.ts';
import { focusItem, whenAnswer } from '../thread-answers.ts';

const textAnswer = (c: MentoringContext, key: string): string => {
  const value = c.thread.answers[key];
  return typeof value === 'string' ? value : '';
};

function fullMoment(c: MentoringContext, key: string): { date: string; time: string } | undefined {
  const said = whenAnswer(c.thread, key);
  return said?.time ? { date: said.date, time: said.time } : undefined;
}

/** Items of the checklist that the goal is about, at most three: the focus, and those of the plan it was based on. */
function goalCodes(c: MentoringContext): string[] {
  const base = c.cycles.find(({ id }) => id === textAnswer(c, 'meta:option').slice('plan-'.length))?.plan?.focusItems ?? [];
  const focus = planItem(c) ?? focusItem(c);
  return [...new Set([...base, ...(focus ? [focus.code] : [])])].slice(0, 3);
}

export const reasonCodes: Readonly<Record<string, NotHeldReason>> = {
  'falto-la-maestra': 'caregiverAbsent',
  'sin-quien-cubra': 'noCover',
  evento: 'event',
  'sin-tiempo': 'noTime',
  'otra-razon': 'other',
};

/** A deadline that was the day of the observation goes with it. */
function withDeadline(cycle: MentoringCycle, date: string): MentoringCycle {
  const before = cycle.appointments.findLast(({ phase }) => phase === 'focusedObservation')?.date;
  return cycle.plan && before === cycle.plan.deadline ? { ...cycle, plan: { ...cycle.plan, deadline: date } } : cycle;
}

export const planVerbs = {
  /** "Usar como base el plan de Rosa": her answers stand as a draft, to be corrected at the recap. */
  'copy-plan': (c) => {
    const id = String(c.thread.answers['meta:option'] ?? '').slice('plan-'.length);
    const plan = c.cycles.find((cycle) => cycle.id === id)?.plan;
    if (!plan) return;
    const { goal, actionStep, successCriterion, resources } = plan;
    c.patchThread({
      answers: { ...c.thread.answers, meta: goal, acciones: actionStep, logro: successCriterion, recursos: resources },
    });
  },
  'save-plan': (c) => {
    if (!c.cycle) return;
    const observation = fullMoment(c, 'cuando');
    let cycle = recordSession(c, c.cycle, { phase: 'workPlan', facts: toldFacts(c.thread.answers.sesion) });
    const plan: WorkPlan = {
      goal: textAnswer(c, 'meta'),
      actionStep: textAnswer(c, 'acciones'),
      successCriterion: textAnswer(c, 'logro'),
      deadline: whenAnswer(c.thread, 'plazo')?.date ?? observation?.date ?? c.today.date,
      resources: textAnswer(c, 'recursos'),
      focusItems: goalCodes(c),
      confirmedAt: c.now,
    };
    if (!cycle.dosageOnly) cycle = { ...cycle, plan };
    if (observation) cycle = agreeAppointment(c, cycle, 'focusedObservation', observation);
    c.put(closeIfComplete(c, cycle));
    c.fact('planRecorded', {
      cycleId: cycle.id,
      theme: cycle.theme,
      phase: 'workPlan',
      data: {
        complete:
          !cycle.dosageOnly && Boolean(plan.goal && plan.actionStep && plan.successCriterion && plan.deadline && plan.resources),
        fromDiagnosis: cycle.checklist !== null,
        basedOnOther: textAnswer(c, 'meta:option').startsWith('plan-'),
        focusItems: plan.focusItems.join(' '),
      },
    });
  },
  'agree-observation': (c) => {
    const when = fullMoment(c, 'nueva');
    if (when && c.cycle) c.put(agreeAppointment(c, withDeadline(c.cycle, when.date), 'focusedObservation', when));
  },
  'agree-reflection': (c) => {
    const when = fullMoment(c, 'platica');
    if (when && c.cycle) c.put(agreeAppointment(c, c.cycle, 'reflection', when));
  },
  /** Moves whichever appointment is the next one of this cycle. */
  'move-appointment': (c) => {
    const when = fullMoment(c, 'nueva');
    if (!when || !c.cycle) return;
    const phase = c.thread.answers.fase === 'reflection' ? 'reflection' : nextAppointed(c.cycle);
    c.put(agreeAppointment(c, phase === 'focusedObservation' ? withDeadline(c.cycle, when.date) : c.cycle, phase, when));
  },
  'record-not-held': (c) => {
    if (!c.cycle) return;
    const phase = c.thread.flow === 'reflexion' ? 'reflection' : 'focusedObservation';
    const reason = reasonCodes[textAnswer(c, 'motivo')] ?? 'other';
    const planned = plannedAppointment(c.cycle, phase);
    const move = phase === 'focusedObservation' ? cycleMoves[c.cycle.state].observationCancelled : { to: c.cycle.state };
    c.put({
      ...c.cycle,
      state: move.to,
      appointments: c.cycle.appointments.map((a) => (a === planned ? { ...a, status: 'cancelled' as const, reason } : a)),
    });
    c.fact('appointmentCancelled', {
      cycleId: c.cycle.id,
      theme: c.cycle.theme,
      phase,
      data: { reason, plannedFor: planned ? `${planned.date}T${planned.time}` : null },
    });
  },
} satisfies Record<string, Verb>;
