// "Lo de Lupita se recorrió, mejor el viernes a las 10", whatever is being asked: the appointment is moved, and then our question again.
import type { Thread } from '../../domain/conversation.ts';
import type { Caregiver } from '../../domain/mentoring-cycle.ts';
import { nextAppointed, nextStepOf, openCycleOf, plannedAppointment } from '../../mentoring/next-step.ts';
import { offerTold } from '../answer-question.ts';
import { readCaregiverName } from '../answers/people/caregiver-name.ts';
import { readMoved } from '../answers/told/moved-words.ts';
import { readNotHeldReason } from '../answers/told/reason.ts';
import { readWhen } from '../answers/when/when.ts';
import { questionAt } from '../run-thread.ts';
import { threadContext } from '../thread-context.ts';
import { openThread, repeatQuestion } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { vocabularyOf } from '../vocabulary-of.ts';

/** Flows in which the words are theirs, or where nothing may come between. */
const notHere = new Set(['bienvenida', 'baja', 'maestras', 'pausa', 'mover', 'acordar', 'duda', 'sigo-duda']);

/** True where an appointment that stands was told to be on another day. */
export function takesUpMove(draft: TurnDraft, thread: Thread | undefined, text: string): boolean {
  const moved = readMoved(text);
  if (!moved || (thread && notHere.has(thread.flow))) return false;
  // Where her own words are asked for, "la movió" tells of a child.
  if (!moved.named && questionAt(threadContext(draft, thread?.id))?.step.as === 'text') return false;
  const caregivers = draft.all('caregiver').filter(({ status }) => status === 'active');
  const named = readCaregiverName(text, caregivers);
  const caregiver = named.kind === 'understood' ? draft.get('caregiver', named.value) : onlyAwaited(draft, thread, caregivers);
  if (named.kind === 'doubtful' || !caregiver || asksForIt(draft, thread, caregiver)) return false;
  const cycle = openCycleOf(draft.all('cycle'), caregiver.id);
  const phase = cycle && nextAppointed(cycle);
  const planned = cycle && phase && plannedAppointment(cycle, phase);
  if (moved.how === 'other' && (!planned || !isFree(draft, thread))) return false;
  const agreed = planned?.time === undefined ? undefined : { date: planned.date, time: planned.time };
  const when = readWhen(text, { now: draft.today, holidays: draft.holidays, tense: 'future', ...(agreed ? { agreed } : {}) });
  const dated = (when.kind === 'date' || when.kind === 'datetime') && when.date >= draft.today.date;
  const hour = when.kind === 'time' && moved.how !== 'other' && agreed !== undefined && agreed.date >= draft.today.date;
  const openly = moved.how === 'asked' && planned !== undefined && isFree(draft, thread);
  if (!(dated || hour || openly || (named.kind === 'understood' && moved.named && moved.how !== 'other'))) return false;
  if (!cycle || !phase || !planned) {
    if (named.kind !== 'understood' || !moved.named) return false;
    const { step } = nextStepOf(caregiver, draft.all('cycle'), draft.all('thread'), draft.program, draft.today);
    if (step === 'agreeObservation' && dated) {
      openThread(draft, 'acordar', { caregiverId: caregiver.id });
      offerTold(draft, text, true);
      return true;
    }
    draft.say({ kind: 'answer', text: threadContext(draft, undefined).text('casa.sin-cita', { name: caregiver.name }) });
    repeatQuestion(draft);
    return true;
  }
  const reason = readNotHeldReason(text, vocabularyOf(draft.program));
  openThread(draft, 'mover', { caregiverId: caregiver.id, answers: { fase: phase, ...(reason ? { motivo: reason } : {}) } });
  offerTold(draft, text, true);
  return true;
}

/** Nothing is being asked but what to do next. */
const isFree = (draft: TurnDraft, thread: Thread | undefined): boolean =>
  !thread?.waitingFor || thread.flow === 'menu' || questionAt(threadContext(draft, thread.id))?.step.rests === true;

/** The open question is for just that: it reads the day itself, with what else was told. */
function asksForIt(draft: TurnDraft, thread: Thread | undefined, caregiver: Caregiver): boolean {
  const step = questionAt(threadContext(draft, thread?.id))?.step;
  if (!step || thread?.caregiverId !== caregiver.id) return false;
  return step.as === 'when' || step.as === 'recap' || step.options?.includes('se-movio') === true;
}

/** Whom she means where she names nobody: whom she is with, else the only one with an appointment. */
function onlyAwaited(draft: TurnDraft, thread: Thread | undefined, caregivers: readonly Caregiver[]): Caregiver | undefined {
  const awaited = caregivers.filter(({ id }) => {
    const cycle = openCycleOf(draft.all('cycle'), id);
    return cycle !== undefined && plannedAppointment(cycle, nextAppointed(cycle)) !== undefined;
  });
  return awaited.find(({ id }) => id === thread?.caregiverId) ?? (awaited.length === 1 ? awaited[0] : undefined);
}
