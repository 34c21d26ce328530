// Decides what a text of hers is: a matter of safety, a line from paper, a command, an answer, something told, or none of these.
import type { Burst, Thread } from '../../domain/conversation.ts';
import { answerQuestion } from '../answer-question.ts';
import { readCommand } from '../answers/commands/command.ts';
import { withoutCourtesies } from '../answers/told/heard-words.ts';
import { spokenLine, spokenWords, withoutPhrases } from '../answers/words/phrase-book.ts';
import { plain } from '../answers/words/text-forms.ts';
import { obey, type Said } from '../commands.ts';
import { answersBack, thanksForAnswer } from '../doubts/doubt-replies.ts';
import { tellsWhetherSent } from '../doubts/doubt-sent.ts';
import { takesUpDoubt } from '../doubts/doubt-thread.ts';
import { type AskedQuestion, synonymsOf } from '../questions/question-reader.ts';
import { questionReaders, readAnswer } from '../questions/question-readers.ts';
import { questionAt } from '../run-thread.ts';
import { takesUpHarm } from '../safety/harm-question.ts';
import { houseText, type ThreadContext, threadContext } from '../thread-context.ts';
import { activeThread, resumeThread } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { vocabularyOf } from '../vocabulary-of.ts';
import { takesUpAcceptances } from './acceptances.ts';
import { caresFor } from './after-telling.ts';
import { takesUpBeside } from './asked-beside.ts';
import { answersBesideConsent, reservesConsent } from './beside-answers.ts';
import { addToBurst, mayGoOn, mostBubbles } from './burst.ts';
import { correctsElsewhere } from './corrections-elsewhere.ts';
import { takesUpErasure } from './erasure-request.ts';
import { answersDoubt, namesIt, takesUpSwitch } from './free-words.ts';
import { greet, isGreeting } from './greet.ts';
import { takesUpWelcomeNews } from './hours-change.ts';
import { bubblesWithinRoom, keepNotes } from './kept-notes.ts';
import { leaveNamesOut, withoutNames } from './left-out-names.ts';
import { isForAnotherStep } from './named-steps.ts';
import { beginsWithCode, takePaperLine } from './paper-line.ts';
import { takesUpReplaced } from './places-told.ts';
import { asksSomething, readAtQuestion } from './read-at-question.ts';
import { readFreely } from './read-freely.ts';
import { takesUpRetraction } from './retraction.ts';
import { isTaken, type Takers } from './takers.ts';
import { beginWelcome } from './told-ahead.ts';
import { takesUpMeaning } from './told-items.ts';
import { takesUpLeaving } from './told-leaving.ts';
import { takesUpMove } from './told-move.ts';
import { takesUpRoom } from './told-of-another.ts';
import { takesUpWrongSheet } from './wrong-sheet.ts';

/** Longer messages are read to here; nobody types more on a phone at a break. */
const mostRead = 4000;

export function readMessage(draft: TurnDraft, whole: string): void {
  const text = whole.slice(0, mostRead);
  const concerned = draft.conversation.concern != null;
  if (takesUpHarm(draft, text, (bubble) => readOn(draft, bubble))) return concerned ? settle(draft) : undefined;
  if (caresFor(draft, text, () => isGreeting(draft, text))) return;
  readOn(draft, text);
}

interface Heard {
  draft: TurnDraft;
  text: string;
}

/** Whatever is under way. */
const beforeBurst: Takers<Heard> = {
  erasure: ({ draft, text }) => takesUpErasure(draft, text),
  reserveOfConsent: ({ draft, text }) => reservesConsent(draft, text),
  doubtUnderWay: ({ draft, text }) => takesUpDoubt(draft, text),
  whetherDoubtWasSent: ({ draft, text }) => tellsWhetherSent(draft, text),
  thanksForAnswer: ({ draft, text }) => thanksForAnswer(draft, text),
};

/** What is no matter of safety. */
function readOn(draft: TurnDraft, whole: string): void {
  if (!hasConsent(draft)) return welcome(draft, whole);
  const text = withoutCourtesies(whole);
  if (isTaken({ draft, text }, beforeBurst)) return;

  const asked = activeThread(draft);
  if (asked?.pending && answersByLabel(draft, asked, text)) return;
  const { burst } = draft.conversation;
  if (burst && asked?.waitingFor && !asksForWords(draft, asked)) return readAfter(draft, burst, text);
  if (burst) {
    if (!exactCommand(draft, text) && !beginsWithCode(draft, text)) return addToBurst(draft, text);
    settle(draft);
  }
  readNow(draft, text);
}

function asksForWords(draft: TurnDraft, thread: Thread): boolean {
  const question = questionAt(threadContext(draft, thread.id));
  return question !== undefined && questionReaders[question.step.as].bursts === true;
}

/** Another bubble at a question with options: read by itself; where it does not answer either, they wait together. */
function readAfter(draft: TurnDraft, before: Burst, text: string): void {
  draft.converse({ burst: null });
  readNow(draft, text);
  const { burst } = draft.conversation;
  if (burst) {
    const bubbles = bubblesWithinRoom([...before.bubbles, ...burst.bubbles].slice(-mostBubbles));
    const events = [...before.events, ...burst.events].slice(-mostBubbles);
    return draft.converse({ burst: { ...burst, bubbles, events, writtenAt: before.writtenAt } });
  }
  // What the answer had before it is nobody's answer, and is not lost.
  keepNotes(
    draft,
    before.bubbles.map((bubble) => withoutNames(draft, bubble)),
  );
}

/** Whatever is asked, in this order. */
const anywhere: Takers<Heard> = {
  wrongSheet: ({ draft, text }) => !/\d/.test(text) && takesUpWrongSheet(draft, text),
  paperLine: ({ draft, text }) => takePaperLine(draft, text),
  label: ({ draft, text }) => byLabel(draft, text),
  welcomeNews: ({ draft, text }) => takesUpWelcomeNews(draft, text),
  beside: ({ draft, text }) => takesUpBeside(draft, text),
  meaning: ({ draft, text }) => takesUpMeaning(draft, text),
  retraction: ({ draft, text }) => takesUpRetraction(draft, text),
  savedWords: ({ draft, text }) => correctsElsewhere(draft, text),
  command: ({ draft, text }) => obeysExactly(draft, text),
  greeting: ({ draft, text }) => isGreeting(draft, text) && greets(draft),
  replaced: ({ draft, text }) => takesUpReplaced(draft, text),
  leaving: ({ draft, text }) => takesUpLeaving(draft, text),
  room: ({ draft, text }) => takesUpRoom(draft, text),
  acceptances: ({ draft, text }) => takesUpAcceptances(draft, text),
  switch: ({ draft, text }) => takesUpSwitch(draft, text),
  move: ({ draft, text }) => takesUpMove(draft, activeThread(draft), text),
};

function readNow(draft: TurnDraft, text: string): void {
  if (isTaken({ draft, text }, anywhere)) return;
  const thread = activeThread(draft);
  if (thread?.waitingFor) return readAtQuestion(draft, thread, text);
  readFreely(draft, text);
}

function byLabel(draft: TurnDraft, text: string): boolean {
  const thread = activeThread(draft);
  return thread !== undefined && answersByLabel(draft, thread, text);
}

function obeysExactly(draft: TurnDraft, text: string): boolean {
  const thread = activeThread(draft);
  const exact = exactCommand(draft, text);
  // "Videos", where the question offers just that as an answer.
  const named = exact?.command === 'tips' && thread !== undefined && namesIt(threadContext(draft, thread.id), plain(text));
  if (!exact || named) return false;
  obey(draft, exact);
  return true;
}

function greets(draft: TurnDraft): true {
  greet(draft);
  return true;
}

export const hasConsent = (draft: TurnDraft): boolean =>
  draft.person.consent?.given === true && draft.person.withdrawnAt === null;

/** Before consent there is only the welcome, and what helps to decide. */
function welcome(draft: TurnDraft, whole: string, settled = false): void {
  const text = withoutCourtesies(whole);
  const thread = activeThread(draft);
  if (thread?.flow !== 'bienvenida') return beginWelcome(draft, text);
  // Somebody of the team may have answered her meanwhile.
  if (takesUpDoubt(draft, text) || thanksForAnswer(draft, text)) return;
  const command = exactCommand(draft, text);
  // «Aviso» and «mis datos»: nothing is kept of her yet, and who will see what is what helps to decide.
  if (command?.command === 'myData') return obey(draft, { command: 'whoSees' });
  if (command && ['whoSees', 'help', 'stop', 'human', 'later'].includes(command.command) && !answersByLabel(draft, thread, text))
    return obey(draft, command);
  if (isGreeting(draft, text)) return resumeThread(draft, thread.id, { lead: houseText(draft, 'casa.hola') });
  const open = draft.get('thread', thread.id) ?? thread;
  if (answersBack(draft, open, text)) return;
  if (answerQuestion(draft, open, { text }, true)) return;
  if (!settled && draft.event.content.kind === 'text' && mayGoOn(text)) return addToBurst(draft, text);
  if (answersBesideConsent(draft, text)) return;
  answerQuestion(draft, open, { text });
}

function exactCommand(draft: TurnDraft, text: string): Said | undefined {
  const found = readCommand(text, vocabularyOf(draft.program));
  return found?.exact ? { ...found, text } : undefined;
}

/** Options on the screen, and what authors say they may be called, come before commands that sound alike. */
export function answersByLabel(draft: TurnDraft, thread: Thread, text: string): boolean {
  const offered = draft.conversation.offered.find(({ threadId, key }) => threadId === thread.id && key === thread.waitingFor);
  const { abbreviations, courtesy } = vocabularyOf(draft.program);
  const said = plain(text);
  // "Otra, porfa" is still the option «otra».
  const bare = withoutPhrases(spokenWords(text, abbreviations), courtesy).join(' ');
  const isIt = (name: string): boolean => name === said || (bare !== '' && spokenLine(name, abbreviations) === bare);
  const c = threadContext(draft, thread.id);
  const question = questionAt(c);
  const option = offered?.options.find(
    ({ id, label }) => isIt(plain(label)) || (question && !thread.pending && synonymsOf(question, id, c).some(isIt)),
  );
  return option !== undefined && answerQuestion(draft, thread, { text, optionId: option.id }, true);
}

/** Of several bubbles the last one that answers by itself, where all of them together do not. */
function whichAnswers(question: AskedQuestion, c: ThreadContext, bubbles: readonly string[]): string | undefined {
  const answers = (text: string): boolean => ['answer', 'confirm', 'amend'].includes(readAnswer(c, question, text).kind);
  return answers(bubbles.join('\n')) ? undefined : bubbles.findLast(answers);
}

/** Reads the bubbles of the burst as one answer. */
export function settle(draft: TurnDraft): void {
  const { burst } = draft.conversation;
  if (!burst) return;
  draft.converse({ burst: null });
  draft.readEvents = burst.events;
  const thread = activeThread(draft);
  const text = leaveNamesOut(draft, burst.bubbles.join('\n'));
  if (draft.person.roles.includes('mentor') && !hasConsent(draft)) return welcome(draft, text, true);
  if (!thread?.waitingFor) return readFreely(draft, text);
  const c = threadContext(draft, thread.id);
  const question = questionAt(c);
  if (question && !questionReaders[question.step.as].bursts)
    return readAtQuestion(draft, thread, whichAnswers(question, c, text.split('\n')) ?? text, true);
  if (isForAnotherStep(draft, thread, text)) return;
  if (asksSomething(draft, text) && question && readAnswer(c, question, text).kind === 'unclear')
    return answersDoubt(draft, text);
  answerQuestion(draft, thread, { text });
}
