// What she says about what was noted is no answer: she is asked what to put right, with every step of hers to choose from.
import type { Thread } from '../../domain/conversation.ts';
import { answerQuestion } from '../answer-question.ts';
import { answerAndWish, isRecordTalk, refusesProposal } from '../answers/commands/record-talk.ts';
import { readInstead, readNamedWords, readNamesOnly } from '../answers/told/named-words.ts';
import { askWhatToCorrect, placePending } from '../asides.ts';
import { askAgain } from '../ask-question.ts';
import { askedAnew, noteAnswers, rewriteAnswers, withMore } from '../change-answer.ts';
import { readAnswer } from '../questions/question-readers.ts';
import { questionAt } from '../run-thread.ts';
import { type ThreadContext, threadContext } from '../thread-context.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { namesOfSteps } from './named-steps.ts';

const mostNaming = 6;

/** "No, esa no va", where her own words are asked for or nothing else is understood: never kept as her answer without asking. */
export function asksWhatToCorrect(draft: TurnDraft, thread: Thread, text: string): boolean {
  const c = threadContext(draft, thread.id);
  const question = questionAt(c);
  if (question?.step.as === 'text' && question.step['options-from'] && !thread.pending && refusesProposal(text)) {
    askAgain(c, question, c.text('casa.esa-no'));
    return true;
  }
  if (thread.returnTo || !talksOfRecord(c, text)) return false;
  const told = namesOfSteps(c).filter(({ key }) => key !== question?.key && typeof thread.answers[key] === 'string');
  if (!question || told.length === 0) return false;
  askWhatToCorrect(
    c,
    question,
    text,
    told.map(({ key }) => key),
  );
  return true;
}

/** True but for "no, no, la meta es que...", where what is to stand there is said as well. */
export function talksOfRecord(c: ThreadContext, text: string): boolean {
  if (!isRecordTalk(text)) return false;
  const steps = namesOfSteps(c);
  const named = readInstead(text, steps) ?? readNamedWords(text, steps);
  return named === undefined || isRecordTalk(named.words);
}

/** "En la meta", where it is asked in which step something goes: there, also where it was not among the options. */
export function saysWhere(draft: TurnDraft, thread: Thread, text: string): boolean {
  const placed = placePending(thread.pending);
  if (!placed || text.trim().split(/\s+/).length > mostNaming) return false;
  const c = threadContext(draft, thread.id);
  const [key, another] = readNamesOnly(text.replace(/^\s*(?:va |es |era )?(?:en|de|para|a) /iu, ''), namesOfSteps(c));
  if (key === undefined || another !== undefined) return false;
  c.patchThread({ pending: null });
  if (placed.words === undefined) return askedAnew(c, key);
  rewriteAnswers(c, { [key]: placed.adds ? withMore(thread.answers[key], placed.words) : placed.words });
  return true;
}

/** "El miércoles a la 1, y arregle lo de por mejorar, es que...": written there, and the rest answers what is asked. */
export function answersAndCorrects(draft: TurnDraft, thread: Thread, text: string): boolean {
  const both = answerAndWish(text);
  const c = threadContext(draft, thread.id);
  const question = questionAt(c);
  if (!both || !question) return false;
  const steps = namesOfSteps(c);
  const named = readInstead(both.wish, steps) ?? readNamedWords(both.wish, steps);
  const { kind } = readAnswer(c, question, both.answer);
  if (!named || named.key === question.key || (kind !== 'answer' && kind !== 'confirm')) return false;
  const words = named.adds ? withMore(thread.answers[named.key], named.words) : named.words;
  draft.say({ kind: 'statement', text: noteAnswers(c, { [named.key]: words }).join('\n') });
  const going = draft.get('thread', thread.id);
  return going !== undefined && answerQuestion(draft, going, { text: both.answer }, true);
}
