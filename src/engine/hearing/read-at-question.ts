// What a text of hers is while a question of ours is open, in order: first what cannot be its answer, then the answer, then anything else.
import type { Thread } from '../../domain/conversation.ts';
import { answerQuestion } from '../answer-question.ts';
import { readCommand } from '../answers/commands/command.ts';
import { readIdeaRequest } from '../answers/commands/idea-request.ts';
import { readOwnQuestion } from '../answers/commands/own-question.ts';
import { readRecapRemark } from '../answers/told/recap-remark.ts';
import { isPlainYesOrNo } from '../answers/yes-no/yes-no.ts';
import { keepsWaiting } from '../asides.ts';
import { askAmongAgain } from '../ask-question.ts';
import { obey } from '../commands.ts';
import { answersBack } from '../doubts/doubt-replies.ts';
import { confirmsWithMore, picksPending } from '../pending-answer.ts';
import type { AnswerReading, AskedQuestion, QuestionReader } from '../questions/question-reader.ts';
import { questionReaders, readAnswer } from '../questions/question-readers.ts';
import { questionAt } from '../run-thread.ts';
import { type ThreadContext, threadContext } from '../thread-context.ts';
import { continueThread, isOld, resumeThread } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { vocabularyOf } from '../vocabulary-of.ts';
import { correctsSaved } from './after-saving.ts';
import { keepsMoment } from './asked-beside.ts';
import { agreesOnly, answersAsked, correctsLast, heardCurse, heardKindly, heardOfHer, saysNotHeld } from './beside-answers.ts';
import { addToBurst, mayGoOn } from './burst.ts';
import { applyCorrection, findCorrection } from './corrections.ts';
import { answersDoubt, commandedCorrection, isQuestion, namedWrong, takenUpInFreeWords } from './free-words.ts';
import { givesWay } from './give-way.ts';
import { takesUpRequest } from './menu-requests.ts';
import { goesOnBefore, takesUpInstead, takesUpNamed } from './named-steps.ts';
import { readFreely, takesUpElse } from './read-freely.ts';
import { isTaken, type Takers } from './takers.ts';
import { keepsForNext, keepsToldAhead } from './told-ahead.ts';
import { answersAndTells, takeUpReport, tellsHeldNow, tellsOfElse } from './told-events.ts';
import { tellsDeedWithAnother, tellsOfAnother } from './told-of-another.ts';
import { answersAndCorrects, asksWhatToCorrect } from './what-to-correct.ts';

interface AtQuestion {
  draft: TurnDraft;
  thread: Thread;
  text: string;
  c: ThreadContext;
  question: AskedQuestion;
  reader: QuestionReader;
  /** What the question makes of the text, read when it is first asked for. */
  kind(): AnswerReading['kind'];
  /** Whether the question can use it. */
  isRead(): boolean;
  /** A moment is given for more of it. */
  waits: boolean;
  settled: boolean;
}

/** In this order. */
const atQuestion: Takers<AtQuestion> = {
  answerToConsultant: ({ draft, thread, text }) => answersBack(draft, thread, text),
  doubtWithTheMenu: asksAtMenu,
  deedWithAnother: ({ draft, thread, text }) => tellsDeedWithAnother(draft, thread, text),
  yesWithMore: ({ draft, thread, c, text }) => confirmsWithMore(c, text) && answered(draft, thread, 'sí'),
  wordOfHerself: ({ draft, thread, text }) => heardOfHer(draft, thread, text),
  answerAndCorrection: ({ draft, thread, text, reader }) => !reader.bursts && answersAndCorrects(draft, thread, text),
  ownWords: takesOwnWords,
  ofAnother: ({ draft, thread, text }) => tellsOfAnother(draft, thread, text),
  toldAhead: ({ draft, thread, text }) => keepsToldAhead(draft, thread, text),
  namedSteps: ({ draft, thread, text }) => takesUpNamed(draft, thread, text),
  saidInstead: ({ draft, thread, text }) => takesUpInstead(draft, thread, text),
  remark: remarksOnly,
  correction: corrects,
  correctionOfSaved: ({ c, text }) => correctsSaved(c, text),
  // A question that may rest is in nobody's way.
  request: ({ draft, thread, text, question }) => question.step.rests === true && !thread.pending && takesUpRequest(draft, text),
  notHeld: ({ draft, thread, text }) => saysNotHeld(draft, thread, text),
  takenBack: ({ draft, thread, text }) => correctsLast(draft, thread, text),
  answerAndReport: ({ draft, thread, text }) => answersAndTells(draft, thread, text),
  reportOfElse: ({ draft, thread, text }) => tellsOfElse(draft, thread, text) && takeUpReport(draft, text),
  // A sentence that the passing question cannot use may belong to what was interrupted.
  interruptedByProse: ({ draft, thread, text, kind }) =>
    kind() !== 'answer' && isProse(draft, text) && givesWay(draft, thread, text),
  momentOfSheet: ({ draft, thread, text, isRead }) => !isRead() && !thread.pending && keepsMoment(draft, thread, text),
  question: ({ draft, c, question, text, isRead }) => !isRead() && answersAsked(draft, c, question, text),
  reportNow: ({ draft, text, question, isRead }) =>
    !isRead() && question.step.as === 'when' && tellsHeldNow(draft, text) && takeUpReport(draft, text),
  moreOfBefore: ({ draft, thread, text, isRead }) =>
    !isRead() && !thread.pending && (goesOnBefore(draft, thread, text) || asksWhatToCorrect(draft, thread, text)),
  agreement: ({ draft, thread, question, text, isRead }) => !isRead() && !thread.pending && agreesOnly(draft, question, text),
  thanksOrAnger: ({ draft, text, kind, isRead }) => !isRead() && heardKindly(draft, text, kind() === 'candidates'),
  beginningOfMore: ({ draft, text, kind, waits }) => kind() === 'candidates' && waits && waited(draft, text),
  moments: ({ draft, thread, question, text, settled }) =>
    !settled && question.step.as === 'phone-moments' && !thread.pending && /\S\s+\S/.test(text) && waited(draft, text),
  answer: ({ draft, thread, text }) => answerQuestion(draft, thread, { text }, true),
  // What cannot be undone is asked until it is answered.
  consent: ({ draft, thread, question, text }) => question.step.as === 'consent' && answered(draft, thread, text),
  wordsForNext: ({ draft, thread, c, question, text, kind }) =>
    kind() === 'unclear' &&
    !thread.pending &&
    isProse(draft, text) &&
    !asksSomething(draft, text) &&
    keepsForNext(c, question, text),
  anythingElse: ({ draft, text }) => takesUpElse(draft, text),
  free: readsFreely,
  more: ({ draft, text, waits }) => waits && waited(draft, text),
  doubt: ({ draft, text }) => doubted(draft, text),
  interrupted: ({ draft, thread, text }) => givesWay(draft, thread, text),
};

/** `settled`: no more of it is awaited. */
export function readAtQuestion(draft: TurnDraft, open: Thread, text: string, settled = false): void {
  if (asksOldAnew(draft, open, text)) return;
  const thread = draft.get('thread', open.id) ?? open;
  const c = threadContext(draft, thread.id);
  const question = questionAt(c);
  if (!question) return readFreely(draft, text);
  const reader = questionReaders[question.step.as];
  let read: AnswerReading['kind'] | undefined;
  const kind = (): AnswerReading['kind'] => {
    read ??= readAnswer(c, question, text).kind;
    return read;
  };
  const isRead = (): boolean => ['answer', 'confirm', 'amend'].includes(kind());
  const heard: AtQuestion = { draft, thread, text, c, question, reader, kind, isRead, settled, waits: !settled && mayGoOn(text) };
  if (!isTaken(heard, atQuestion)) answerQuestion(draft, thread, { text });
}

const yesOrNoAsked = new Set(['yes-no', 'recap']);

/** A mere yes or number, days after what it would answer, is asked again; any other words make what stood to be chosen void. */
function asksOldAnew(draft: TurnDraft, thread: Thread, text: string): boolean {
  const c = threadContext(draft, thread.id);
  const question = questionAt(c);
  if (!question || question.step.as === 'when' || question.step.rests || !isOld(draft, thread.touchedAt)) return false;
  const bare = isPlainYesOrNo(text, vocabularyOf(draft.program)) || /^\s*\d\s*$/.test(text);
  if (!thread.pending && !(bare && yesOrNoAsked.has(question.step.as))) return false;
  const lead = c.text(c.caregiver ? 'casa.seguimos-con' : 'casa.seguimos');
  if (bare && askAmongAgain(c, question, lead)) return true;
  c.patchThread({ pending: null });
  if (bare) resumeThread(draft, thread.id);
  return bare;
}

/** Answered, or asked again. */
function answered(draft: TurnDraft, thread: Thread, text: string): true {
  answerQuestion(draft, thread, { text });
  return true;
}

function waited(draft: TurnDraft, text: string): true {
  addToBurst(draft, text);
  return true;
}

function doubted(draft: TurnDraft, text: string): boolean {
  const asks = asksSomething(draft, text);
  if (asks) answersDoubt(draft, text);
  return asks;
}

/** "Duda dónde veo los videos": what she asks is not lost for the option that only opens the asking. */
function asksAtMenu({ draft, question, text }: AtQuestion): boolean {
  const asks = question.flow === 'menu' ? readCommand(text, vocabularyOf(draft.program)) : undefined;
  if (asks?.command !== 'doubt' || asks.arg === undefined) return false;
  obey(draft, { ...asks, text });
  return true;
}

/** Where her own words are asked for only what cannot be an answer is taken for something else. */
function takesOwnWords({ draft, thread, c, reader, text }: AtQuestion): boolean {
  if (!reader.bursts) return false;
  // What stands to be chosen comes first.
  if (thread.pending && picksPending(c, text)) return answered(draft, thread, text);
  if (heardCurse(draft, text) || takenUpInFreeWords(draft, thread, text) || correctsLast(draft, thread, text)) return true;
  // She writes on instead of choosing: what waited for the choice is kept where it most likely belongs.
  return (keepsWaiting(draft, thread) || !thread.pending) && waited(draft, text);
}

/** "Sí, la 4 es xq casi no la deja terminar": the yes, or a word of hers that asks for no change. */
function remarksOnly({ draft, thread, c, question, text }: AtQuestion): boolean {
  const remark = question.step.as === 'recap' && !thread.pending ? readRecapRemark(text) : undefined;
  if (!remark) return false;
  if (remark.agrees) return answered(draft, thread, 'sí');
  continueThread(draft, thread.id, { lead: c.text('casa.entiendo'), brief: true });
  return true;
}

function corrects({ draft, c, text }: AtQuestion): boolean {
  const correction = findCorrection(c, text, false) ?? commandedCorrection(draft, c, text) ?? namedWrong(c, text);
  if (correction) applyCorrection(c, correction);
  return correction !== undefined;
}

function readsFreely({ draft, question, text, waits }: AtQuestion): boolean {
  // A small change that she asked for is no trap: what is none of its options is read like anything else.
  const isChange = question.id === 'que' && question.flow === 'maestra' && isLong(text);
  if (!isChange && question.flow !== 'menu' && question.flow !== 'recordatorio') return false;
  readFreely(draft, text, waits);
  return true;
}

const isLong = (text: string): boolean => text.trim().split(/\s+/).length >= 4;

/** Whether she asks something of her own. */
export const asksSomething = (draft: TurnDraft, text: string): boolean =>
  isQuestion(text) || readOwnQuestion(text, vocabularyOf(draft.program)) !== 'none';

const isProse = (draft: TurnDraft, text: string): boolean => {
  const vocabulary = vocabularyOf(draft.program);
  return isLong(text) && !readCommand(text, vocabulary) && !readIdeaRequest(text, vocabulary);
};
