// What she writes right after an answer to her doubt came in between: thanks and more words are for who answered, not for our question.
import type { Doubt, Thread } from '../../domain/conversation.ts';
import { addMinutes } from '../../mentoring/local-time.ts';
import { answerQuestion } from '../answer-question.ts';
import { agreesBack, complains, readDoubtWords } from '../answers/commands/doubt-words.ts';
import { readReport } from '../answers/told/report.ts';
import { askWhetherForHer } from '../asides.ts';
import { questionReaders } from '../questions/question-readers.ts';
import { questionAt } from '../run-thread.ts';
import { houseText, threadContext } from '../thread-context.ts';
import { activeThread } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { vocabularyOf } from '../vocabulary-of.ts';
import { addTo, repeatWhatWasOpen } from './doubt-thread.ts';

const fewestWords = 3;
/** How long a question of hers is what "eso" means. */
const askedMinutes = 20;

/** Kinds that explain themselves where they find nothing of theirs in it. */
const saysItsNames = new Set(['caregivers', 'phone-moments']);

/** The doubt whose answer is the last thing that she was told, where our question was asked before it. */
function justAnswered(draft: TurnDraft): Doubt | undefined {
  const { answeredDoubt, burst } = draft.conversation;
  if (burst || answeredDoubt == null) return undefined;
  const answered = draft.get('doubt', answeredDoubt);
  const at = answered?.answeredAt;
  if (!answered || at === undefined || answered.waitingSince !== null) return undefined;
  const thread = activeThread(draft);
  const askedSince = thread && (thread.openedAt > at || thread.touchedAt > at || (thread.nudgedAt ?? '') > at);
  return askedSince ? undefined : answered;
}

/** "Ok va", "gracias": for who answered, and never the yes to a question of ours; or that the answer was none. */
export function thanksForAnswer(draft: TurnDraft, text: string): boolean {
  if (saysUnanswered(draft, text)) return true;
  if (!justAnswered(draft)) return thanksSeveral(draft, text);
  if (readDoubtWords(text)?.kind !== 'thanks' && !agreesBack(text)) return false;
  draft.say({ kind: 'answer', text: houseText(draft, 'dudas.con-gusto') });
  repeatWhatWasOpen(draft);
  return true;
}

/** A complaint that is no longer than this asks nothing. */
const mostComplaint = 6;

/** "Eso no me respondió", where she is asked whether it helped: it did not, and hers goes on whole. */
function saysUnanswered(draft: TurnDraft, text: string): boolean {
  const thread = activeThread(draft);
  if (thread?.flow !== 'duda' || thread.waitingFor !== 'sirvio' || thread.pending || !complains(text)) return false;
  const asked = String(thread.answers.texto ?? '');
  const more = text.trim().split(/\s+/).length > mostComplaint;
  const texto = more ? houseText(draft, 'dudas.pregunto-y-dice', { asked, words: text.trim() }) : asked;
  draft.patchThread(thread.id, { answers: { ...thread.answers, texto: texto.slice(0, 900) } });
  return answerQuestion(draft, draft.get('thread', thread.id) ?? thread, { text: 'no', optionId: 'no' });
}

/** "Gracias a las dos" is never "a las dos" of the clock. */
function thanksSeveral(draft: TurnDraft, text: string): boolean {
  if (readDoubtWords(text)?.kind !== 'thanks' || !/\ba (?:las dos|las 2|ambas|todas|ustedes)\b/i.test(text)) return false;
  draft.say({ kind: 'answer', text: houseText(draft, 'casa.gracias') });
  return true;
}

/** More words to who answered, where our question cannot use them; where it can use anything, she is asked. */
export function answersBack(draft: TurnDraft, thread: Thread, text: string): boolean {
  const doubt = justAnswered(draft);
  const c = threadContext(draft, thread.id);
  const question = questionAt(c);
  if (!doubt || !question || thread.pending || text.trim().split(/\s+/).length < fewestWords) return false;
  if (readReport(text, vocabularyOf(draft.program))) return false;
  const reader = questionReaders[question.step.as];
  const reading = reader.read({ text }, question, c);
  const freely = question.step.as === 'text' && !draft.program.flows[thread.flow]?.passing;
  if (freely && /[?¿]/.test(text)) {
    askWhetherForHer(c, question, text, doubt.taken?.name ?? houseText(draft, 'dudas.el-equipo'));
    return true;
  }
  const noUse = reading.kind === 'unclear' || (saysItsNames.has(question.step.as) && reading.kind === 'explain');
  if (freely || !noUse) return false;
  addTo(draft, doubt, text);
  repeatWhatWasOpen(draft);
  return true;
}

const doubtWord = /^\s*(?:tengo (?:una )?)?duda[\s:,.;-]+/iu;

/** A question of hers that a frequent one answered is kept, because that may not be what she wanted to know. */
export function keepAsked(draft: TurnDraft, text: string): void {
  const answered = draft.program.questions.some(({ answer }) => draft.outbound.some((message) => message.text.includes(answer)));
  if (answered && draft.person.consent?.given)
    draft.converse({ lastAsked: { at: draft.now, text: text.replace(doubtWord, '').trim().slice(0, 400) } });
}

/** What she asked before and what she says now, where the one is not to be understood without the other. */
export function withAskedBefore(draft: TurnDraft, text: string): string {
  const asked = draft.conversation.lastAsked;
  if (!asked || addMinutes(asked.at, askedMinutes) < draft.now || asked.text === text.trim()) return text;
  const pointsBack = text.trim().split(/\s+/).length <= 8 && /(?<!\p{L})(?:eso|esa|ese|esto|la|lo|las|los)(?!\p{L})/iu.test(text);
  if (!complains(text) && !pointsBack) return text;
  return houseText(draft, 'dudas.pregunto-y-dice', { asked: asked.text, words: text.trim() });
}
