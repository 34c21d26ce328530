// What a mentor tells in the welcome before it is asked: each part goes to its own question, which is then not put.
import type { Thread } from '../../domain/conversation.ts';
import { toldFacts } from '../../mentoring/sessions.ts';
import { answersAtOnce } from '../answer-question.ts';
import { type AheadPart, partsAhead } from '../answers/told/ahead-parts.ts';
import { askAgain } from '../ask-question.ts';
import { noteAnswers } from '../change-answer.ts';
import type { AskedQuestion } from '../questions/question-reader.ts';
import { flowOf, questionAt } from '../run-thread.ts';
import { type ThreadContext, threadContext } from '../thread-context.ts';
import { activeThread, continueThread, openThread, resumeThread } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';

/** Beside the answers of the welcome: her words for questions that are still to come. */
const keptKey = 'adelantado';
const mostKept = 600;
const mostAtOnce = 4;

function partOf(question: AskedQuestion): AheadPart | undefined {
  if (question.flow === 'bienvenida' && question.id === 'curso') return 'course';
  if (question.flow === 'bienvenida' && question.step.as === 'phone-moments') return 'hours';
  return question.flow === 'maestras' ? 'caregivers' : undefined;
}

const isWelcome = (thread: Thread | undefined): boolean => thread?.flow === 'bienvenida' || thread?.flow === 'maestras';

/** After an answer of the welcome: the questions that come next, as far as the same message or an earlier one answers them. */
export function usesToldAhead(draft: TurnDraft, answered: AskedQuestion, text: string, before: Thread): void {
  if (answered.flow !== 'bienvenida') return;
  const kept = before.answers[keptKey];
  const told = typeof kept === 'string' ? `${kept}\n${text}` : text;
  const parts = partsAhead(told, partOf(answered));
  for (let asked = 0; asked < mostAtOnce; asked++) {
    const thread = activeThread(draft);
    const question = thread && isWelcome(thread) ? questionAt(threadContext(draft, thread.id)) : undefined;
    const sort = question && partOf(question);
    const part = sort && sort !== partOf(answered) ? parts.get(sort) : undefined;
    if (!thread || thread.pending || part === undefined || !sort) return;
    parts.delete(sort);
    // Half a list is asked about, and not asked for anew.
    if (!answersAtOnce(draft, thread, part, sort !== 'caregivers')) return;
  }
}

/** Said where another question of the welcome is open: kept for its turn, and the open one is put again. */
export function keepsToldAhead(draft: TurnDraft, thread: Thread, text: string): boolean {
  const question = thread.flow === 'bienvenida' && !thread.pending ? questionAt(threadContext(draft, thread.id)) : undefined;
  const open = question && partOf(question);
  if (!question || !open) return false;
  const parts = partsAhead(text);
  const ahead = [...parts.keys()].filter((sort) => sort !== open && (sort === 'caregivers' || open === 'course'));
  if (parts.has(open) || !ahead.length) return false;
  const kept = thread.answers[keptKey];
  const told = `${typeof kept === 'string' ? `${kept}\n` : ''}${text}`.slice(-mostKept);
  draft.patchThread(thread.id, { answers: { ...thread.answers, [keptKey]: told } });
  resumeThread(draft, thread.id, { lead: threadContext(draft, thread.id).text('bienvenida.luego-lo-uso') });
  return true;
}

/** "Se agachó y los niños se rieron", where the minutes are asked: kept for the step that asks for it next, and said back. */
export function keepsForNext(c: ThreadContext, question: AskedQuestion, text: string): boolean {
  const frame = c.thread.frames.at(-1);
  if (question.step.as !== 'facts' || !frame || c.program.flows[c.thread.flow]?.about !== 'caregiver') return false;
  const next = flowOf(c, frame.flow)
    .instructions.slice(frame.at + 1)
    .find(({ op }) => op === 'ask');
  if (next?.op !== 'ask' || next.question.as !== 'text' || next.one || c.thread.answers[next.id] !== undefined) return false;
  const told = noteAnswers(c, { [next.id]: text });
  // How long it was is enough; the rest may be left out.
  const lasted = toldFacts(c.thread.answers[question.key]).minutes !== undefined;
  if (lasted) c.patchThread({ answers: { ...c.thread.answers, [`${question.key}:cerrado`]: true } });
  continueThread(c.draft, c.thread.id, { lead: told.join('\n') });
  return true;
}

/** What she tells before she has agreed is not kept: she is told so. */
export function beginWelcome(draft: TurnDraft, text: string): void {
  openThread(draft, 'bienvenida', {});
  const c = threadContext(draft, activeThread(draft)?.id);
  const question = questionAt(c);
  if (question?.step.as !== 'consent' || !partsAhead(text).size) return;
  draft.outbound.splice(-1);
  askAgain(c, question, c.text('bienvenida.me-adelanto'));
}
