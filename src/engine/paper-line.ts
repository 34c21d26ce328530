// "L7K 3 2 4 1 n 3 3 4 2": fills the checklist, plan or observation with that code from one message copied from paper.
import type { Thread } from '../domain/conversation.ts';
import { answerQuestion } from './answer-question.ts';
import { readShortCode } from './answers/short-code.ts';
import { readYesNo } from './answers/yes-no.ts';
import { readItemsLine } from './questions/scale-question.ts';
import { questionAt } from './run-thread.ts';
import { houseText, threadContext } from './thread-context.ts';
import { activeThread, openThread, parkActive, resumeThread } from './threads.ts';
import type { TurnDraft } from './turn-draft.ts';
import { vocabularyOf } from './vocabulary-of.ts';

/** True where the message began with a short code of hers, or is one that is no longer open. */
export function takePaperLine(draft: TurnDraft, text: string): boolean {
  const coded = readShortCode(text);
  if (!coded) return false;
  const thread = draft.all('thread').find(({ code }) => code === coded.code) ?? openAgreed(draft, coded.code);
  if (!thread) {
    // A word of three letters is no code unless it looks like nothing else.
    if (!/\d/.test(coded.rest) && coded.rest !== '') return false;
    draft.say({ kind: 'answer', text: houseText(draft, 'casa.codigo-desconocido', { code: coded.code }) });
    return true;
  }
  if (activeThread(draft)?.id !== thread.id) parkActive(draft);
  if (!draft.get('thread', thread.id)) return false;
  if (coded.rest.trim() === '') {
    resumeThread(draft, thread.id);
    return true;
  }
  draft.patchThread(thread.id, { captureMode: 'paperLine' });
  fill(draft, thread.id, coded.rest);
  return true;
}

/** A session that was agreed but not begun to be recorded has its code on the card. */
function openAgreed(draft: TurnDraft, code: string): Thread | undefined {
  for (const cycle of draft.all('cycle')) {
    const appointment = cycle.appointments.find((one) => one.code === code && one.status === 'planned');
    if (!appointment) continue;
    const flow = appointment.phase === 'reflection' ? 'reflexion' : 'observacion';
    quietly(draft, () => openThread(draft, flow, { caregiverId: cycle.caregiverId, cycleId: cycle.id }));
    return activeThread(draft);
  }
  return undefined;
}

/** Parts of a line are answers to one question after the other; a checklist takes its part whole. */
function fill(draft: TurnDraft, threadId: string, rest: string): void {
  const parts = rest.split(/\s*(?:\n|\/|\|)\s*/).filter((part) => part !== '');
  const context = () => threadContext(draft, threadId);
  const question = questionAt(context());
  const [done] = question?.step.options ?? [];
  const [first = ''] = parts;
  if (question?.step.rests && done !== undefined && !answersResting(draft, threadId, first)) {
    // The line itself says that it was done.
    draft.patchThread(threadId, { answers: { ...context().thread.answers, [question.key]: done } });
    quietly(draft, () =>
      openThread(draft, context().thread.flow, {
        ...(context().thread.caregiverId ? { caregiverId: context().thread.caregiverId as string } : {}),
      }),
    );
  } else if (question?.step.rests) parts.shift();
  let rejected: string | undefined;
  while (parts.length && rejected === undefined) {
    const thread = draft.get('thread', threadId);
    if (!thread?.waitingFor) break;
    const part = parts.shift() ?? '';
    const last = parts.length === 0;
    const answer = (): boolean => answerQuestion(draft, draft.get('thread', threadId) ?? thread, { text: part }, !last);
    if (last) answer();
    else if (!quietly(draft, answer)) rejected = part;
  }
  if (rejected !== undefined) {
    draft.say({ kind: 'answer', text: houseText(draft, 'casa.hasta-aqui', { part: rejected.slice(0, 60) }) });
    if (draft.get('thread', threadId)) resumeThread(draft, threadId);
  }
}

/** Whether the first part answers the resting question itself ("sí, 20 min"), and if so, it does. */
function answersResting(draft: TurnDraft, threadId: string, part: string): boolean {
  const thread = draft.get('thread', threadId);
  const c = threadContext(draft, threadId);
  // "20 min, notas, no modelé" tells facts; only a part that begins with yes or no is about whether it was done.
  const [word = ''] = part.trim().split(/[\s,]+/);
  if (readYesNo(word, vocabularyOf(draft.program)).kind !== 'understood') return false;
  if (!thread || readItemsLine(part, c.instrument?.instrument.items ?? [], c) !== undefined) return false;
  return quietly(draft, () => answerQuestion(draft, thread, { text: part }, true));
}

/** Questions in between are not put: she has answered them already. */
function quietly<T>(draft: TurnDraft, act: () => T): T {
  const said = draft.outbound.length;
  const result = act();
  draft.outbound.splice(said);
  return result;
}
