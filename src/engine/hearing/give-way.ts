// A passing thread gives way to the one it interrupted, where her words belong there or are not understood twice.
import type { Thread } from '../../domain/conversation.ts';
import { answerQuestion } from '../answer-question.ts';
import { askWhetherAnswer } from '../asides.ts';
import { readAnswer } from '../questions/question-readers.ts';
import { questionAt } from '../run-thread.ts';
import { houseText, threadContext } from '../thread-context.ts';
import { activeThread, openThread, repeatQuestion, rests, resumeThread } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { keepNotes } from './kept-notes.ts';

/** Fewer words than this are no answer in prose. */
const fewestWords = 5;

export function givesWay(draft: TurnDraft, passing: Thread, text: string): boolean {
  if (draft.program.flows[passing.flow]?.passing !== true) return false;
  const below = draft.conversation.interrupted.map((id) => draft.get('thread', id)).findLast((thread) => thread?.waitingFor);
  if (!below || below.pending) return false;
  const c = threadContext(draft, below.id);
  const question = questionAt(c);
  if (!question) return false;
  if (question.step.as === 'text') {
    if (text.trim().split(/\s+/).length < fewestWords || /[?¿]/.test(text)) return twice(draft, passing, below.id, text);
    standAside(draft, passing, below.id);
    askWhetherAnswer(c, question, text);
    return true;
  }
  const reading = readAnswer(c, question, text);
  if (reading.kind !== 'answer' && reading.kind !== 'confirm') return twice(draft, passing, below.id, text);
  standAside(draft, passing, below.id);
  return answerQuestion(draft, below, { text });
}

/** Not understood for the second time in a passing thread: what was interrupted goes on. */
function twice(draft: TurnDraft, passing: Thread, belowId: string, text: string): boolean {
  if (passing.misunderstood === 0) return false;
  draft.fact('notUnderstood', {
    data: { flow: passing.flow, step: passing.waitingFor ?? null, times: passing.misunderstood + 1 },
  });
  keepNotes(draft, [text]);
  standAside(draft, passing, belowId);
  resumeThread(draft, belowId);
  return true;
}

function standAside(draft: TurnDraft, passing: Thread, belowId: string): void {
  draft.remove('thread', passing.id);
  const interrupted = draft.conversation.interrupted.filter((id) => id !== belowId && id !== passing.id);
  draft.converse({ active: belowId, interrupted });
}

/** An option of a question that is over: said so, and then where she is. */
export function overtakenOption(draft: TurnDraft): void {
  const said = houseText(draft, 'casa.opcion-vieja');
  const thread = activeThread(draft);
  const consented = draft.person.consent?.given === true && draft.person.withdrawnAt === null;
  if (!consented || (thread?.waitingFor && !rests(draft, thread))) {
    draft.say({ kind: 'answer', text: said });
    return repeatQuestion(draft);
  }
  openThread(draft, 'menu', {}, { lead: said });
}
