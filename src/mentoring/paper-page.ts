// Puts together what stands on a page to print: the same checklist, plan or guide as in the chat, and the code by which it comes back.
import type { Thread } from '../domain/conversation.ts';
import type { SheetKind, SheetPage } from '../domain/sheet-page.ts';
import type { InstrumentBundle } from '../program/program.ts';
import { scaleOf } from './checklist-profile.ts';
import { sayDate } from './local-time.ts';
import type { MentoringContext } from './mentoring-context.ts';
import { type NextStep, nextStepOf, plannedAppointment, type StepName } from './next-step.ts';
import { roomName } from './room-name.ts';
import { goalItems, instrumentOf } from './thread-answers.ts';
import { fittingQuestions, lineOf, values } from './values.ts';

const kindOfStep: Readonly<Record<StepName, SheetKind>> = {
  diagnosis: 'checklist',
  plan: 'plan',
  awaitObservation: 'observation',
  recordObservation: 'observation',
  agreeObservation: 'observation',
  awaitReflection: 'talk',
  recordReflection: 'talk',
  agreeReflection: 'talk',
  closingChecklist: 'checklist',
  newCycle: 'checklist',
};

/** A flow of which the page is a part; `papel` is the answer by which it is told to send it. */
export interface Opens {
  opens: string;
  papel: SheetKind;
}

/** The page, or the flow that has to ask something before there can be one: a code is of use only where its line can be taken. */
export function sheetPage(c: MentoringContext, asked: SheetKind | undefined): SheetPage | Opens | undefined {
  const { caregiver } = c;
  if (!caregiver) return undefined;
  const next = nextStepOf(caregiver, c.cycles, c.threads, c.program, c.today);
  const of = asked ?? kindOfStep[next.step];
  if (of === 'checklist') return checklistPage(c, next);
  if (of === 'plan') return planPage(c);
  const used = instrumentOf(c);
  const phase = of === 'talk' ? 'reflection' : 'focusedObservation';
  const items = of === 'talk' ? [] : goalItems(c);
  const planned = c.cycle && plannedAppointment(c.cycle, phase);
  const [first] = items;
  return {
    ...basis(c, of),
    code: planned?.code ?? threadOf(c, of === 'talk' ? 'reflexion' : 'observacion')?.code ?? null,
    when: planned ? values[of === 'talk' ? 'reflectionWhen' : 'observationWhen'](c) : '',
    ...(used && first ? ofInstrument({ kind: 'instrument', ...used }, items) : {}),
    look: values.look(c),
    stopAtOnce: of === 'talk' ? [] : c.program.observationGuide.stopAtOnce,
    questions: fittingQuestions(c).slice(0, of === 'talk' ? 4 : 3),
  };
}

const threadOf = (c: MentoringContext, flow: string): Thread | undefined =>
  c.threads.find((thread) => thread.flow === flow && thread.caregiverId === c.caregiver?.id);

function checklistPage(c: MentoringContext, next: NextStep): SheetPage | Opens {
  const flow = next.step === 'closingChecklist' ? 'lista-de-cierre' : 'diagnostico';
  const thread = threadOf(c, flow);
  const pinned = thread?.pins.map((pin) => c.program.bundles[pin]).find((bundle) => bundle?.kind === 'instrument');
  const closing = flow === 'lista-de-cierre';
  if (thread && pinned?.kind === 'instrument') {
    return { ...basis(c, 'checklist'), closing, code: thread.code, ...ofInstrument(pinned, pinned.instrument.items) };
  }
  const run = next.step === 'newCycle' || closing ? null : c.cycle?.checklist;
  const saved = run ? c.program.instruments[run.instrument] : undefined;
  if (!saved) return { opens: flow, papel: 'checklist' };
  const bundle = { kind: 'instrument' as const, instrument: saved, scales: c.program.scales };
  return { ...basis(c, 'checklist'), code: run?.code ?? null, ...ofInstrument(bundle, saved.items) };
}

function planPage(c: MentoringContext): SheetPage | Opens {
  const plan = c.cycle?.plan;
  if (plan) {
    const { goal, actionStep: action, successCriterion: criterion, resources } = plan;
    const deadline = sayDate(plan.deadline, c.today.date);
    const planned = c.cycle && plannedAppointment(c.cycle, 'focusedObservation');
    const when = planned ? values.observationWhen(c) : '';
    return { ...basis(c, 'plan'), plan: { goal, action, criterion, resources, deadline }, when };
  }
  const thread = threadOf(c, 'plan-de-trabajo');
  // Under way it stands at its first question, or asks for this page before it.
  const stands = thread?.waitingFor != null || thread?.id === c.thread.id;
  const begun = thread && stands && thread.frames.at(-1)?.flow === 'plan-de-trabajo';
  return begun ? { ...basis(c, 'plan'), code: thread.code, look: '' } : { opens: 'plan-de-trabajo', papel: 'plan' };
}

/** What one word of a name is too short for ("Ma. Elena"). */
export function firstName(name: string): string {
  const [first = '', second = ''] = name.trim().split(/\s+/);
  return /\.$/.test(first) || first.length < 3 ? `${first} ${second}`.trim() : first;
}

function basis(c: MentoringContext, of: SheetKind): SheetPage {
  const { programme, observationGuide } = c.program;
  const plan = c.cycle?.plan;
  return {
    of,
    closing: false,
    caregiver: firstName(c.caregiver?.name ?? ''),
    room: roomName(programme.rooms, c.caregiver?.room) ?? '',
    theme: values.theme(c),
    code: null,
    version: null,
    example: programme.example || observationGuide.example,
    items: [],
    scale: [],
    plan: plan
      ? {
          goal: plan.goal,
          action: plan.actionStep,
          criterion: plan.successCriterion,
          resources: plan.resources,
          deadline: sayDate(plan.deadline, c.today.date),
        }
      : null,
    when: '',
    look: '',
    stopAtOnce: [],
    questions: [],
    lineExample: '',
    privacyUrl: programme.privacyNotice.url,
    programme: programme.name,
  };
}

function ofInstrument(
  { instrument, scales }: InstrumentBundle,
  items: InstrumentBundle['instrument']['items'],
): Pick<SheetPage, 'version' | 'example' | 'items' | 'scale' | 'lineExample'> {
  const [first] = items;
  return {
    version: `${instrument.id}, ${instrument.version}`,
    example: instrument.example,
    items: items.map((item) => ({ number: instrument.items.indexOf(item) + 1, text: item.text })),
    scale: first ? scaleOf(first, instrument, scales).values.map(({ key, label }) => ({ key, label })) : [],
    lineExample: lineOf(items.length),
  };
}
