// A staff member at a question of a flow of hers: the same readers as for mentors, and few ways out.

import type { Thread } from '../../domain/conversation.ts';
import { answerQuestion } from '../answer-question.ts';
import { readCommand } from '../answers/commands/command.ts';
import { plain } from '../answers/words/text-forms.ts';
import { obey } from '../commands.ts';
import { addToBurst } from '../hearing/burst.ts';
import { applyCorrection, findCorrection } from '../hearing/corrections.ts';
import { commandedCorrection } from '../hearing/free-words.ts';
import { answersByLabel, settle } from '../hearing/read-message.ts';
import { questionReaders } from '../questions/question-readers.ts';
import { questionAt } from '../run-thread.ts';
import { houseText, threadContext } from '../thread-context.ts';
import { activeThread, dropThread } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { vocabularyOf } from '../vocabulary-of.ts';

/** Commands of conversation itself; what else mentors may say is no matter of hers. */
const ofConversation = new Set(['back', 'skip', 'correct', 'later', 'help']);
const leaving = new Set(['stop', 'menu', 'restart']);
const cancels = /^(?:cancelar|cancela|cancele|cancelalo|cancelelo|mejor cancelar)(?: por favor| porfa)?$/;

export function hearAtStaffQuestion(draft: TurnDraft, thread: Thread, text: string): void {
  const command = readCommand(text, vocabularyOf(draft.program));
  const exact = command?.exact ? command : undefined;
  if (draft.conversation.burst) {
    if (!exact) return addToBurst(draft, text);
    settle(draft);
  }
  if (answersByLabel(draft, thread, text)) return;
  if (command?.command === 'correct' && correctsByOption(draft, thread, text)) return;
  if (exact && ofConversation.has(exact.command)) return obey(draft, { ...exact, text });
  if ((exact && leaving.has(exact.command)) || cancels.test(plain(text))) return leave(draft, thread);
  const c = threadContext(draft, thread.id);
  const question = questionAt(c);
  if (!question) return leave(draft, thread);
  const isBubble = question.step.as === 'bubble';
  const correction = isBubble ? undefined : (findCorrection(c, text, false) ?? commandedCorrection(draft, c, text));
  if (correction) return applyCorrection(c, correction);
  if (questionReaders[question.step.as].bursts && !thread.pending) return addToBurst(draft, text);
  answerQuestion(draft, thread, { text });
}

/** "Corrige el teléfono" at a recap that offers to correct: that option, and the part of the list that her words name. */
function correctsByOption(draft: TurnDraft, thread: Thread, text: string): boolean {
  const question = questionAt(threadContext(draft, thread.id));
  if (!question?.step.options?.includes('corregir')) return false;
  answerQuestion(draft, thread, { text, optionId: 'corregir' });
  const next = activeThread(draft);
  const c = threadContext(draft, next?.id);
  const list = next?.waitingFor ? questionAt(c) : undefined;
  if (!next || list?.step.as !== 'choice') return true;
  const said = plain(text);
  const part = questionReaders.choice.options(list, c).find(({ label }) => said.includes(plain(label)));
  if (!part) return true;
  // The list needs no showing where she has chosen from it.
  draft.outbound.splice(-1);
  answerQuestion(draft, next, { text, optionId: part.id });
  return true;
}

/** Her own words are the answer, whatever they begin with. */
export function asksForWords(draft: TurnDraft, thread: Thread | undefined): boolean {
  const step = thread?.waitingFor ? questionAt(threadContext(draft, thread.id))?.step : undefined;
  return step?.as === 'text' || step?.as === 'bubble';
}

/** What is said of a picture or a voice note: where she writes a message for many, what can go into it. */
export function asideToStaff(draft: TurnDraft): string {
  const thread = activeThread(draft);
  const step = thread && questionAt(threadContext(draft, thread.id))?.step;
  return step?.as === 'bubble' ? 'difundir.sin-archivos' : 'casa.equipo';
}

function leave(draft: TurnDraft, thread: Thread): void {
  dropThread(draft, thread.id);
  draft.say({ kind: 'answer', text: houseText(draft, 'equipo.lo-dejo') });
}
