// "Ya hice la observación de Lupita el martes, 20 minutos": takes what she tells of her own accord to the flow that records it.
import type { AnswerValue, Thread } from '../../domain/conversation.ts';
import type { Caregiver } from '../../domain/mentoring-cycle.ts';
import { nextStepOf, openCycleOf, plannedAppointment } from '../../mentoring/next-step.ts';
import { answerQuestion, answersAtOnce, offerTold } from '../answer-question.ts';
import { readCaregiverName } from '../answers/people/caregiver-name.ts';
import { givesReason, optionOfReason, readNotHeldReason } from '../answers/told/reason.ts';
import { type Report, readReport } from '../answers/told/report.ts';
import { plain } from '../answers/words/text-forms.ts';
import { readFacts } from '../questions/facts-question.ts';
import { questionAt } from '../run-thread.ts';
import { houseText, threadContext } from '../thread-context.ts';
import { activeThread, openThread, rests, resumeThread } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { vocabularyOf } from '../vocabulary-of.ts';
import { toldWords } from './told-words.ts';

const flows = {
  workPlan: 'plan-de-trabajo',
  focusedObservation: 'observacion',
  reflection: 'reflexion',
  checklist: 'diagnostico',
} as const;

/** True where the words told of something that happened, and it was taken up. */
export function takeUpReport(draft: TurnDraft, text: string): boolean {
  const report = readReport(text, vocabularyOf(draft.program)) ?? barelyTold(draft, text);
  if (!report) return false;
  const caregivers = draft.all('caregiver').filter(({ status }) => status === 'active');
  if (!caregivers.length) return false;
  const named = readCaregiverName(text, caregivers);
  const candidates = named.kind === 'doubtful' ? named.candidates : [];
  const caregiver =
    named.kind === 'understood'
      ? draft.get('caregiver', named.value)
      : candidates.length
        ? undefined
        : likely(draft, caregivers, report);
  const phase = report.phase ?? askedPhase(draft) ?? (caregiver && pendingPhase(draft, caregiver, text));
  if (!phase) return false;
  const { flow, answers } = destination(
    draft,
    report,
    looked(draft, caregiver, phase, text) ? 'checklist' : phase,
    text,
    caregiver,
  );
  if (caregiver) {
    const said = draft.outbound.length;
    openThread(draft, flow, { caregiverId: caregiver.id, answers });
    acknowledges(draft, said);
    if (flow === 'mover') offerTold(draft, text, true);
  } else
    openThread(draft, 'con-quien', {
      answers: { flujo: flow, previas: answers, ...(candidates.length ? { candidatas: candidates } : {}) },
    });
  return true;
}

/** What she told is kept while something else is asked first: she sees that it was. */
function acknowledges(draft: TurnDraft, said: number): void {
  const thread = activeThread(draft);
  const question = questionAt(threadContext(draft, thread?.id));
  if (!thread || (question?.id !== 'explicado' && question?.id !== 'sala') || draft.outbound.length !== said + 1) return;
  draft.outbound.splice(said);
  resumeThread(draft, thread.id, { lead: houseText(draft, 'casa.eso-lo-anoto') });
}

const barely =
  /^(?:(?:ok|oiga|pues|ps|si|hola|bueno) )*(?:ya(?: (?:quedo|estuvo|fue|esta|listo))?|listo|lista|hecho|hecha) (?:(?:como|unos|fueron|con) )?\d{1,3} ?(?:m|min|mins|minutos|minutitos)$/;

/** "Ya, 12 min", where one session only is over and waits to be told. */
function barelyTold(draft: TurnDraft, text: string): Report | undefined {
  if (!barely.test(plain(text))) return undefined;
  const due = draft
    .all('caregiver')
    .filter(({ status }) => status === 'active')
    .map((one) => nextStepOf(one, draft.all('cycle'), draft.all('thread'), draft.program, draft.today).step)
    .filter((step) => step === 'recordObservation' || step === 'recordReflection');
  const [only] = due;
  if (due.length !== 1 || only === undefined) return undefined;
  return { what: 'held', phase: only === 'recordReflection' ? 'reflection' : 'focusedObservation', rest: text };
}

const withList = /\b(?:lista|hoja|hojita|puntos|formato|reactivos)\b/;
const asSession = /\b(?:observacion|sesion|enfocada|modele|meta|plan)\b/;

/** "Ya observé a Chayo", where the list is what comes next: our own words for that step are "observar con la lista". */
function looked(draft: TurnDraft, caregiver: Caregiver | undefined, phase: string, text: string): boolean {
  if (phase !== 'focusedObservation' || !caregiver) return false;
  const { step } = nextStepOf(caregiver, draft.all('cycle'), draft.all('thread'), draft.program, draft.today);
  const said = plain(text);
  return step === 'diagnosis' && (withList.test(said) || !asSession.test(said));
}

/** A plan is talked over too: "sí, platicamos como 20 minutos" is of the plan, where that is what is worked on. */
export const isTalkOfPlan = (thread: Thread, report: Report | undefined, text: string): boolean =>
  thread.flow === 'plan-de-trabajo' && report?.phase === 'reflection' && !/\bretro|\breflexi/i.test(text);

const ownVisit = /\b(?:la|lo|si) (?:observe|vi|fui a ver|pude ver|alcance a ver)\b|\bobserve a\b/;
const lasted =
  /\b\d{1,3} ?(?:m|min|mins|minutos|minutitos)\b|\b(?:veinte|quince|diez|treinta|veinticinco|cuarenta) minut|\b(?:media|una) hora\b/;

/** "El jueves sí la observé, 20 minutos con notas", where the plan is asked about: a session, and no part of a plan. */
export function reportsSession(draft: TurnDraft, thread: Thread, text: string): boolean {
  const said = plain(text);
  const visits = thread.flow === 'plan-de-trabajo' && ownVisit.test(said) && lasted.test(said);
  const report = visits || /^ya /.test(said) ? readReport(text, vocabularyOf(draft.program)) : undefined;
  // Before anything was observed there is nothing else that the two can have talked over.
  const cycle = draft.all('cycle').find(({ id }) => id === thread.cycleId);
  const observed = cycle?.sessions.some(({ phase }) => phase === 'focusedObservation') === true;
  if (!observed && isTalkOfPlan(thread, report, text)) return false;
  return report !== undefined && (report.what === 'held' || /^ya /.test(said));
}

/** The one she is likely to mean where she names none: the only one, or the only one with an appointment of this kind. */
function likely(draft: TurnDraft, caregivers: readonly Caregiver[], report: Report): Caregiver | undefined {
  if (caregivers.length === 1) return caregivers[0];
  const about = activeThread(draft)?.caregiverId;
  const active = caregivers.find(({ id }) => id === about);
  if (active && (!report.phase || pendingPhase(draft, active) === report.phase)) return active;
  const thread = activeThread(draft);
  const inHand = active && thread?.waitingFor && !rests(draft, thread) ? active : undefined;
  // "Y ya platicamos", in the middle of recording the observation.
  if (inHand && thread && report.phase !== undefined && report.phase === following[thread.flow]) return inHand;
  // "Ya la miré", while one sheet only waits for it.
  const sheets = report.phase === 'checklist' ? draft.all('thread').filter((one) => one.flow === 'diagnostico') : [];
  const resting = sheets.filter((one) => rests(draft, one));
  const [sheet] = resting.length === 1 ? resting : sheets.length === 1 ? sheets : [];
  const looked = caregivers.find(({ id }) => id === sheet?.caregiverId);
  if (looked) return looked;
  const waiting = caregivers.filter((caregiver) => {
    const cycle = openCycleOf(draft.all('cycle'), caregiver.id);
    const phases =
      report.phase === 'focusedObservation' || report.phase === 'reflection'
        ? [report.phase]
        : (['focusedObservation', 'reflection'] as const);
    return cycle && phases.some((phase) => plannedAppointment(cycle, phase));
  });
  return waiting.length === 1 ? waiting[0] : inHand;
}

/** What comes next for the two. */
const following: Readonly<Record<string, keyof typeof flows>> = {
  diagnostico: 'workPlan',
  'plan-de-trabajo': 'focusedObservation',
  observacion: 'reflection',
};

const wholeYes = /^\s*(.{1,60}?)(?:[,.;\n]+\s*(?:y\s+|pero\s+)?|\s+y\s+)(?=ya\b|hoy\b|ahorita\b|luego\b)(.+)$/isu;

/** "Sí le encantó, y ya platicamos 15 min": the yes to the question, and what is told beside it goes to what is asked next. */
export function answersAndTells(draft: TurnDraft, thread: Thread, text: string): boolean {
  const question = questionAt(threadContext(draft, thread.id));
  const [, first = '', rest = ''] = wholeYes.exec(text) ?? [];
  const vocabulary = vocabularyOf(draft.program);
  if (question?.step.as !== 'yes-no' || thread.pending || readReport(rest, vocabulary)?.what !== 'held') return false;
  if (!answerQuestion(draft, thread, { text: first }, true)) return false;
  const next = activeThread(draft);
  return (next?.waitingFor && answersAtOnce(draft, next, rest)) || takeUpReport(draft, rest) || true;
}

/** "Ya la hice", said where the date of a session is asked. */
function askedPhase(draft: TurnDraft): 'focusedObservation' | 'reflection' | undefined {
  const question = questionAt(threadContext(draft, draft.conversation.active ?? undefined));
  if (question?.step.as !== 'when' || !question.step.hour) return undefined;
  return question.key === 'platica' ? 'reflection' : 'focusedObservation';
}

const sawHer =
  /\b(?:(?:la|lo) (?:vi|mire|observe)|(?:vi|mire|observe|visite) a|fui a (?:ver|observar|mirar)|estuve (?:con|observando|mirando|viendo))\b/;

function pendingPhase(draft: TurnDraft, caregiver: Caregiver, text = ''): keyof typeof flows | undefined {
  const { step } = nextStepOf(caregiver, draft.all('cycle'), draft.all('thread'), draft.program, draft.today);
  if (step === 'awaitObservation' || step === 'recordObservation' || step === 'agreeObservation') return 'focusedObservation';
  if (step === 'awaitReflection' || step === 'recordReflection' || step === 'agreeReflection') return 'reflection';
  if (step === 'diagnosis' && sawHer.test(plain(text))) return 'checklist';
  return step === 'plan' ? 'workPlan' : undefined;
}

function destination(
  draft: TurnDraft,
  report: Report,
  phase: keyof typeof flows,
  text: string,
  caregiver: Caregiver | undefined,
): { flow: string; answers: Record<string, AnswerValue> } {
  const c = threadContext(draft, undefined);
  const cycle = caregiver && openCycleOf(draft.all('cycle'), caregiver.id);
  const appointed = phase === 'focusedObservation' || phase === 'reflection' ? phase : undefined;
  if (report.what === 'moved' && appointed && cycle) {
    const reason = readNotHeldReason(text, vocabularyOf(draft.program));
    return { flow: 'mover', answers: { fase: appointed, ...(reason ? { motivo: reason } : {}) } };
  }
  if (report.what === 'notHeld' && appointed) {
    const reason = readNotHeldReason(text, vocabularyOf(draft.program)) ?? (givesReason(text) ? 'other' : undefined);
    return { flow: flows[phase], answers: { hecha: 'no-se-pudo', ...(reason ? { motivo: optionOfReason[reason] } : {}) } };
  }
  const facts = readFacts(text, ['when', 'minutes', 'method', 'modelled', 'routineMoment', 'childrenPresent'], c);
  const kept = Object.keys(facts).length ? facts : undefined;
  if (phase === 'checklist') return { flow: flows.checklist, answers: { listo: 'ya-mire', ...(kept ? { contexto: kept } : {}) } };
  if (phase === 'workPlan') return { flow: flows.workPlan, answers: kept ? { sesion: kept } : {} };
  const told = cycle?.dosageOnly ? {} : toldWords(c, flows[phase], text, caregiver?.name ?? '');
  return {
    flow: flows[phase],
    answers: {
      hecha: 'si',
      ...(kept ? { datos: kept } : {}),
      ...told,
    },
  };
}

/** "Pero ya hoy sí vi a Rosa en el desayuno, 20 min": no date to come. */
export const tellsHeldNow = (draft: TurnDraft, text: string): boolean =>
  readReport(text, vocabularyOf(draft.program))?.what === 'held';

const phaseOf: Readonly<Record<string, string>> = {
  diagnostico: 'checklist',
  'plan-de-trabajo': 'workPlan',
  observacion: 'focusedObservation',
  reflexion: 'reflection',
};

/** She tells of something else than what was asked: another caregiver, or a session where no session is asked about. */
export function tellsOfElse(draft: TurnDraft, thread: Thread, text: string): boolean {
  if (text.trim().split(/\s+/).length < 4) return false;
  // Where it is asked whether she was told of the programme, "ya platiqué con ella" is the answer.
  if (questionAt(threadContext(draft, thread.id))?.id === 'explicado' && !/\bmin/i.test(text)) return false;
  const others = draft.all('caregiver').filter(({ id, status }) => id !== thread.caregiverId && status === 'active');
  const named = readCaregiverName(text, others);
  if (named.kind === 'understood') return true;
  // "Ya platicamos ayer 15 min", while the checklist is asked for.
  const report = readReport(text, vocabularyOf(draft.program));
  if (isTalkOfPlan(thread, report, text)) return false;
  const phase = report?.phase;
  if (phase !== undefined && phaseOf[thread.flow] !== undefined && phaseOf[thread.flow] !== phase) return true;
  const step = questionAt(threadContext(draft, thread.id))?.step;
  // "Mejor el viernes a las 10" answers a question for a date, and "sí, 20 min" one for a session.
  return step?.also === undefined && step?.as !== 'when';
}
