// Beginning, taking up, parking and ending threads: who holds the floor.
import type { Thread } from '../domain/conversation.ts';
import { addMinutes } from '../mentoring/local-time.ts';
import { beginsAnew, openCycleOf, plannedAppointment } from '../mentoring/next-step.ts';
import { sessionCode, takenCodes } from '../mentoring/session-code.ts';
import { askAmongAgain, isOnScreen, type Saying } from './ask-question.ts';
import { pinInstrument } from './pin-instrument.ts';
import { questionAt, runThread } from './run-thread.ts';
import { type Departure, noThread, threadContext } from './thread-context.ts';
import type { TurnDraft } from './turn-draft.ts';

const mostInterrupted = 6;

const phaseOfFlow: Readonly<Record<string, 'focusedObservation' | 'reflection'>> = {
  observacion: 'focusedObservation',
  reflexion: 'reflection',
};

/** A session that was agreed has its code since then: it stands on the card. */
function codeFor(draft: TurnDraft, flow: string, threadId: string, cycleId: string | null): string {
  const phase = phaseOfFlow[flow];
  const cycle = cycleId === null ? undefined : draft.get('cycle', cycleId);
  const planned = phase && cycle && plannedAppointment(cycle, phase);
  return planned?.code ?? sessionCode(threadId, takenCodes(draft.all('thread'), draft.all('cycle')));
}

/** Whether its question may wait for days without being in the way. */
export function rests(draft: TurnDraft, thread: Thread): boolean {
  return questionAt(threadContext(draft, thread.id))?.step.rests === true;
}

export function activeThread(draft: TurnDraft): Thread | undefined {
  const { active } = draft.conversation;
  return active === null ? undefined : draft.get('thread', active);
}

/** Takes the floor from the active thread: a passing one is dropped, one at a question is kept to come back to. */
export function parkActive(draft: TurnDraft): void {
  const thread = activeThread(draft);
  const { interrupted } = draft.conversation;
  if (!thread) {
    draft.converse({ active: null });
    return;
  }
  if (draft.program.flows[thread.flow]?.passing) {
    draft.remove('thread', thread.id);
    draft.converse({ active: null, interrupted: interrupted.filter((id) => id !== thread.id) });
    return;
  }
  const others = interrupted.filter((id) => id !== thread.id);
  const rested = rests(draft, thread);
  const toldSomething = thread.history.length > 0 || thread.pending !== null || thread.answers.hecha !== undefined;
  if (!rested && !toldSomething && thread.flow !== 'bienvenida') {
    // Nothing was answered yet: coming back to it unasked would be nagging. Its code may be on paper, though.
    if (thread.code === null) draft.remove('thread', thread.id);
    draft.converse({ active: null, interrupted: others });
    return;
  }
  const keep = thread.waitingFor !== null && !rested;
  draft.converse({ active: null, interrupted: (keep ? [...others, thread.id] : others).slice(-mostInterrupted) });
}

/** What she leaves is over; the floor is free where it was hers. */
export function dropThread(draft: TurnDraft, id: string): void {
  draft.remove('thread', id);
  if (draft.conversation.active === id) draft.converse({ active: null });
}

/** What is said on the way is not said: she has answered it already. */
export function quietly<T>(draft: TurnDraft, act: () => T): T {
  const said = draft.outbound.length;
  const result = act();
  draft.outbound.splice(said);
  return result;
}

export type Opening = Saying;

/** Begins a flow, or takes up the thread that is already there for this caregiver; goes on to its next question. */
export function openThread(draft: TurnDraft, flow: string, about: Departure['about'], how: Opening = {}): void {
  const caregiverId = about.caregiverId ?? null;
  const known = draft.all('thread').find((thread) => thread.flow === flow && thread.caregiverId === caregiverId);
  parkActive(draft);
  const kept = known && draft.get('thread', known.id);
  if (kept && beginsAnew(kept, about.answers, draft.now)) draft.remove('thread', kept.id);
  else if (kept) {
    draft.put({ ...kept, answers: { ...kept.answers, ...about.answers } });
    continueThread(draft, kept.id, how);
    return;
  }
  const compiled = draft.program.flows[flow];
  const pin = draft.program.currentPin.flows[flow];
  if (!compiled || pin === undefined) throw new Error(`there is no flow ${flow}`);
  const id = draft.newId();
  const cycleId = about.cycleId ?? (caregiverId === null ? null : (openCycleOf(draft.all('cycle'), caregiverId)?.id ?? null));
  draft.put({
    ...noThread,
    id,
    owner: draft.state.owner,
    flow,
    pins: [pin],
    caregiverId,
    cycleId,
    code: compiled.code ? codeFor(draft, flow, id, cycleId) : null,
    frames: [{ flow, at: 0 }],
    answers: about.answers ?? {},
    openedAt: draft.now,
    touchedAt: draft.now,
  });
  if (compiled.about === 'caregiver' && caregiverId === null) throw new Error(`flow ${flow} is about a caregiver`);
  continueThread(draft, id, how);
}

/** Goes on from where the thread stands; at its end, takes up what it interrupted. */
export function continueThread(draft: TurnDraft, id: string, how: Opening = {}): void {
  draft.converse({ active: id, interrupted: draft.conversation.interrupted.filter((other) => other !== id) });
  pinInstrument(threadContext(draft, id));
  const result = runThread(draft, id, how);
  if (result.kind === 'waiting') return;
  const resumes = draft.program.flows[draft.get('thread', id)?.flow ?? '']?.resumes !== false;
  draft.remove('thread', id);
  draft.converse({ active: null });
  // What she left for this goes on before anything else is offered.
  if (result.kind === 'left' && result.departure.flow === 'menu' && resumes && resumeInterrupted(draft)) return;
  if (result.kind === 'left') openThread(draft, result.departure.flow, result.departure.about);
  else if (resumes) resumeInterrupted(draft);
}

/** The newest of the interrupted threads takes the floor again and repeats its question. */
export function resumeInterrupted(draft: TurnDraft): boolean {
  const { interrupted } = draft.conversation;
  for (const id of [...interrupted].reverse()) {
    const thread = draft.get('thread', id);
    if (!thread) continue;
    takeUpAgain(draft, thread);
    return true;
  }
  if (interrupted.length) draft.converse({ interrupted: [] });
  return false;
}

/** What stood to be chosen of her words stands again, unless days went by. */
function takeUpAgain(draft: TurnDraft, { id, touchedAt }: Thread): void {
  draft.converse({ active: id, interrupted: draft.conversation.interrupted.filter((other) => other !== id) });
  const c = threadContext(draft, id);
  const question = questionAt(c);
  const lead = c.text(c.caregiver ? 'casa.seguimos-con' : 'casa.seguimos');
  if (question && !isOld(draft, touchedAt) && askAmongAgain(c, question, lead)) return;
  resumeThread(draft, id);
}

const daysUntilOld = 2;

/** Whoever asked that would have to say it again. */
export const isOld = (draft: TurnDraft, askedAt: string): boolean => addMinutes(askedAt, daysUntilOld * 24 * 60) <= draft.now;

/** Repeats the thread's open question, saying with whom and where it stood. */
export function resumeThread(draft: TurnDraft, id: string, how: Opening = {}): void {
  const c = threadContext(draft, id);
  const question = questionAt(c);
  const lead = question?.step.as === 'scale' ? 'casa.seguimos-reactivo' : c.caregiver ? 'casa.seguimos-con' : 'casa.seguimos';
  // A recap or a proposal that still stands on her screen is not shown a second time.
  const seen = question !== undefined && isOnScreen(c, question);
  continueThread(draft, id, { ...(seen ? { brief: true as const } : {}), ...how, lead: how.lead ?? c.text(lead) });
}

/** The open question once more, after something was said in between; nothing where it may rest. */
export function repeatQuestion(draft: TurnDraft): void {
  const thread = activeThread(draft);
  if (thread?.waitingFor && !rests(draft, thread)) resumeThread(draft, thread.id);
}
