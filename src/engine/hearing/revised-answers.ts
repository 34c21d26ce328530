// An edited message, or a reply to an older question: the answer that it is about is given anew, and then the open question again.
import type { Thread } from '../../domain/conversation.ts';
import { opaqueId } from '../../domain/opaque-id.ts';
import { answerQuestion } from '../answer-question.ts';
import { shortEcho } from '../answers/words/clipped.ts';
import { correctAnswer, rewriteAnswers } from '../change-answer.ts';
import { questionReaders, readAnswer } from '../questions/question-readers.ts';
import { questionAt } from '../run-thread.ts';
import { harmIn } from '../safety/safeguarding.ts';
import { houseText, threadContext } from '../thread-context.ts';
import { activeThread, quietly, resumeThread } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';

/** True where the message that she edited was the whole of one answer, which now reads so. */
export function revisesEdited(draft: TurnDraft, of: string, text: string): boolean {
  for (const thread of draft.all('thread')) {
    const given = thread.heard?.find(({ events }) => events.includes(of));
    // Of several bubbles the others are not known any more: she is asked to say it.
    if (given) return given.events.length === 1 && revise(draft, thread, given.key, text);
  }
  return false;
}

/** True where she replied to the bubble of a question that is not the open one. */
function answersOlder(draft: TurnDraft, replyTo: string, text: string): boolean {
  const asked = draft.conversation.asked?.find(({ messageId }) => messageId === replyTo || opaqueId(messageId) === replyTo);
  const thread = asked && draft.get('thread', asked.threadId);
  if (!asked || !thread || (thread.waitingFor === asked.key && activeThread(draft)?.id === thread.id)) return false;
  return revise(draft, thread, asked.key, text);
}

function revise(draft: TurnDraft, thread: Thread, key: string, text: string): boolean {
  const before = activeThread(draft);
  const c = threadContext(draft, thread.id);
  const open = questionAt(c);
  const step = thread.history.findLast((asked) => asked.key === key);
  const question = step && questionAt(c, step.frames, step.current);
  if (!question || !open || thread.answers[key] === undefined || thread.returnTo) return false;
  if (question.step.as === 'text') {
    rewriteAnswers(c, { [key]: text });
    return backTo(draft, before, thread);
  }
  const reading = readAnswer(c, question, text);
  if (reading.kind !== 'answer' || !quietly(draft, () => correctAnswer(c, key))) return false;
  const said = questionReaders[question.step.as].options(question, c).find(({ id }) => id === reading.value)?.label;
  draft.say({ kind: 'statement', text: houseText(draft, 'casa.corregido', { changes: said ?? shortEcho(text) }) });
  const again = draft.get('thread', thread.id);
  return again !== undefined && answerQuestion(draft, again, { text }) && backTo(draft, before, thread);
}

/** Where another thread had the floor it has it again. */
function backTo(draft: TurnDraft, before: Thread | undefined, thread: Thread): true {
  if (before && before.id !== thread.id && draft.get('thread', before.id)) resumeThread(draft, before.id);
  return true;
}

/** A reply to an older question, where it holds nothing that comes before all else. */
export const repliesToOlder = (draft: TurnDraft, replyTo: string, text: string): boolean =>
  draft.person.consent?.given === true &&
  harmIn(draft.program.safeguarding, text) === undefined &&
  answersOlder(draft, replyTo, text);
