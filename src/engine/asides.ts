// What is done beside the open question: a question of hers answered, an idea looked up, and then our question again.
import type { AnswerValue, Thread } from '../domain/conversation.ts';
import type { PerhapsCommand } from './answers/commands/perhaps-command.ts';
import { mostOfWords } from './answers/words/clipped.ts';
import { askAmong } from './ask-question.ts';
import { askedAnew, goBack, noteAnswers, rewriteAnswers, withMore } from './change-answer.ts';
import { withAskedBefore } from './doubts/doubt-replies.ts';
import { passOn } from './doubts/doubt-thread.ts';
import { knownQuestion, likelyQuestion } from './hearing/known-question.ts';
import { goOnWith } from './hearing/told-of-another.ts';
import type { AskedQuestion } from './questions/question-reader.ts';
import { textKey } from './questions/question-reader.ts';
import { questionAt } from './run-thread.ts';
import { type ThreadContext, threadContext } from './thread-context.ts';
import { activeThread, openThread, repeatQuestion, resumeInterrupted } from './threads.ts';
import type { TurnDraft } from './turn-draft.ts';

/** Values of a pending choice that are no answer: what to do instead comes after the prefix. */
export const asidePrefix = 'aparte:';
const ideaPrefix = `${asidePrefix}idea:`;
const questionPrefix = `${asidePrefix}pregunta:`;
const knownPrefix = `${asidePrefix}conocida:`;
const unknownPrefix = `${asidePrefix}otra:`;
const passPrefix = `${asidePrefix}pasar:`;
const otherPrefix = `${asidePrefix}maestra:`;
const addPrefix = `${asidePrefix}suma:`;
const insteadPrefix = `${asidePrefix}corrige:`;
const anewPrefix = `${asidePrefix}otra-vez:`;
const mostPassed = 900;
const mostBubble = 350;
const mostKept = 200;

/** The answer that is known; else it is offered to pass it on, and what was asked of her stays where it is. */
export function answerHers(draft: TurnDraft, text: string): void {
  const c = threadContext(draft, activeThread(draft)?.id);
  const known = knownQuestion(draft.program, text);
  const question = questionAt(c);
  // What stood to be added is not lost for her question.
  const asked = activeThread(draft);
  if (asked) keepsWaiting(draft, asked);
  if (known) {
    draft.say({ kind: 'answer', text: known.answer });
    return repeatQuestion(draft);
  }
  const likely = question && likelyQuestion(draft.program, text);
  if (question && likely) return askWhetherThis(c, question, likely, text);
  offerToPass(draft, text);
}

/** Something of the kind is often asked: is it what she asks? */
function askWhetherThis(c: ThreadContext, question: AskedQuestion, known: { id: string; question: string }, text: string): void {
  const labels = [c.text('dudas.es-esa'), c.text('dudas.no-es-esa')];
  askAmong(c, question, c.text('dudas.pregunta-esto', { asked: known.question }), labels);
  const values = [`${knownPrefix}${known.id}`, `${unknownPrefix}${text.trim().slice(0, mostPassed)}`];
  c.patchThread({ pending: { values, labels } });
}

/** Nobody of ours knows: it is offered to pass it on, and our question stays. */
function offerToPass(draft: TurnDraft, text: string): void {
  const c = threadContext(draft, activeThread(draft)?.id);
  const question = questionAt(c);
  const whole = withAskedBefore(draft, text).trim().slice(0, mostPassed);
  if (!question) return openThread(draft, 'duda', { answers: { texto: whole, ofrecida: true } });
  const labels = [c.text('dudas.si-pasela'), c.text('dudas.no-la-pase')];
  const hint = helpOf(c, question);
  const both = hint === undefined || /¿/.test(hint) ? undefined : c.text('dudas.se-la-paso-y', { hint });
  askAmong(c, question, both !== undefined && both.length <= mostBubble ? both : c.text('dudas.se-la-paso'), labels);
  c.patchThread({ pending: { values: [`${passPrefix}${whole}`, asidePrefix], labels } });
}

/** An offer is answered by yes or no, like a reading that stands to be confirmed. */
export const isOffer = (value: AnswerValue | undefined): boolean => typeof value === 'string' && value.startsWith(passPrefix);

/** The same of whether a question that is often asked is hers. */
export const isAskedOfHers = (value: AnswerValue | undefined): boolean =>
  isOffer(value) || (typeof value === 'string' && value.startsWith(knownPrefix));

/** Her words that the offer would pass on. */
export const offeredWords = (offer: string): string => offer.slice(passPrefix.length);

function helpOf(c: ThreadContext, question: AskedQuestion): string | undefined {
  const key = `${textKey(question)}.help`;
  return (c.bundle?.texts[key] ?? c.program.texts[key]) === undefined ? undefined : c.text(key);
}

export function openIdea(draft: TurnDraft, about: string): void {
  openThread(draft, 'consejos', about === '' ? {} : { answers: { busca: about.slice(0, mostKept) } });
}

/** Truly doubtful words: her answer, or something else? One bubble, two options. */
export function askWhichItIs(c: ThreadContext, question: AskedQuestion, text: string, idea?: string): void {
  const other = idea === undefined ? 'pregunta' : 'idea';
  const labels = [c.text('casa.es-mi-respuesta'), c.text(`casa.es-${other}`)];
  const value = idea === undefined ? `${questionPrefix}${text.slice(0, mostKept)}` : `${ideaPrefix}${idea.slice(0, mostKept)}`;
  askAmong(c, question, c.text(`casa.respuesta-o-${other}`), labels);
  c.patchThread({ pending: { values: [answerOf(question, text), value], labels } });
}

/** The same where it may be a command said in the middle of other words. */
export function askWhetherCommand(c: ThreadContext, question: AskedQuestion, text: string, command: PerhapsCommand): void {
  const labels = [c.text('casa.es-mi-respuesta'), c.text(`casa.es-${command === 'other' ? 'otra-cosa' : command}`)];
  askAmong(c, question, c.text('casa.respuesta-o-mando'), labels);
  c.patchThread({ pending: { values: [answerOf(question, text), `${asidePrefix}${command}`], labels } });
}

/** Words that name another caregiver: of the one who is asked about, or of her? */
export function askWhoseItIs(
  c: ThreadContext,
  question: AskedQuestion,
  text: string,
  { id, name }: { id: string; name: string },
): void {
  const labels = [c.text('casa.es-de', { name: c.caregiver?.name ?? '' }), c.text('casa.es-de', { name })];
  askAmong(c, question, c.text('casa.respuesta-o-maestra', { name }), labels);
  c.patchThread({ pending: { values: [answerOf(question, text), `${otherPrefix}${id}:${text.slice(0, mostKept)}`], labels } });
}

/** A sentence that came while something else was open: the answer to this question, or not? */
export function askWhetherAnswer(c: ThreadContext, question: AskedQuestion, text: string): void {
  const labels = [c.text('casa.es-mi-respuesta'), c.text('casa.es-otra-cosa')];
  // What is proposed below the question is no part of it.
  const [asked = ''] = c.text(textKey(question)).split('\n');
  askAmong(c, question, c.text('casa.respuesta-de-antes', { question: asked }), labels);
  c.patchThread({ pending: { values: [answerOf(question, text), asidePrefix], labels } });
}

export interface WhichStep {
  question: AskedQuestion;
  before: AskedQuestion;
  text: string;
  /** Words that would stand instead of what she said before. */
  instead?: string;
}

/** "Y también los miró": more of what she said before, or her answer to this one? */
export function askWhichStep(c: ThreadContext, { question, before, text, instead }: WhichStep): void {
  const labelOf = (asked: AskedQuestion): string => c.text(`${textKey(asked)}.label`);
  const labels = [
    c.text(instead === undefined ? 'casa.va-en' : 'casa.corregir-eso', { label: labelOf(before) }),
    c.text('casa.va-en', { label: labelOf(question) }),
  ];
  askAmong(c, question, c.text('casa.en-cual-va'), labels);
  const value =
    instead === undefined
      ? `${addPrefix}${before.key}:${answerOf(before, text)}`
      : `${insteadPrefix}${before.key}:${answerOf(before, instead)}`;
  c.patchThread({ pending: { values: [value, answerOf(question, text)], labels } });
}

/** "Lo bueno es que...", where it stands already what was good: more of it, or instead of it? */
export function askAddOrChange(c: ThreadContext, question: AskedQuestion, { key, words }: { key: string; words: string }): void {
  const label = c.text(`${question.flow}.${key}.label`);
  const labels = [c.text('casa.agregarlo'), c.text('casa.cambiarlo')];
  askAmong(c, question, c.text('casa.agrego-o-cambio', { label }), labels);
  const kept = words.slice(0, mostOfWords);
  c.patchThread({ pending: { values: [`${addPrefix}${key}:${kept}`, `${insteadPrefix}${key}:${kept}`], labels } });
}

/** "Agréguele la canción": to which of these steps? */
export function askWhereToAdd(c: ThreadContext, question: AskedQuestion, words: string, keys: readonly string[]): void {
  const labels = keys.map((key) => c.text('casa.va-en', { label: c.text(`${question.flow}.${key}.label`) }));
  askAmong(c, question, c.text('casa.en-cual-va'), labels);
  c.patchThread({ pending: { values: keys.map((key) => `${addPrefix}${key}:${words.slice(0, mostOfWords)}`), labels } });
}

/** "No, esa no va": which of the steps she told is to be put right, or is it her answer all the same? */
export function askWhatToCorrect(c: ThreadContext, question: AskedQuestion, text: string, keys: readonly string[]): void {
  const labels = [
    ...keys.map((key) => c.text('casa.corregir-eso', { label: c.text(`${question.flow}.${key}.label`) })),
    c.text('casa.es-mi-respuesta'),
  ];
  askAmong(c, question, c.text('casa.corrijo-que'), labels);
  c.patchThread({ pending: { values: [...keys.map((key) => `${anewPrefix}${key}`), answerOf(question, text)], labels } });
}

/** What waits to be put into one of her steps: its words, or none where she only wants one asked again. */
export function placePending(pending: Thread['pending']): { words?: string; adds: boolean } | undefined {
  const value = pending?.values.find((one) => typeof one === 'string' && one.startsWith(asidePrefix));
  if (typeof value !== 'string') return undefined;
  if (value.startsWith(anewPrefix)) return { adds: false };
  const adds = value.startsWith(addPrefix);
  if (!adds && !value.startsWith(insteadPrefix)) return undefined;
  return { adds, words: value.slice(asidePrefix.length).split(':').slice(2).join(':') };
}

/** What stood to be added, where she writes on without choosing: added, and told. True where something did. */
export function keepsWaiting(draft: TurnDraft, thread: Thread): boolean {
  const [value] = thread.pending?.values ?? [];
  if (typeof value !== 'string' || !value.startsWith(addPrefix)) return false;
  const c = threadContext(draft, thread.id);
  const [key = '', ...said] = value.slice(addPrefix.length).split(':');
  c.patchThread({ pending: null });
  draft.say({ kind: 'statement', text: noteAnswers(c, { [key]: withMore(thread.answers[key], said.join(':')) }).join('') });
  return true;
}

/** Right after an answer of a consultant: hers back to her, or her answer to our question? */
export function askWhetherForHer(c: ThreadContext, question: AskedQuestion, text: string, who: string): void {
  const labels = [c.text('dudas.es-para-ella', { who }), c.text('casa.es-mi-respuesta')];
  askAmong(c, question, c.text('dudas.para-quien', { who }), labels);
  const values = [`${passPrefix}${text.trim().slice(0, mostPassed)}`, answerOf(question, text)];
  c.patchThread({ pending: { values, labels } });
}

const answerOf = (question: AskedQuestion, text: string): string => text.trim().slice(0, question.step.max ?? mostOfWords);

/** Does what a value with the prefix says. */
export function takeAside(c: ThreadContext, value: string): void {
  c.patchThread({ pending: null });
  if (value.startsWith(ideaPrefix)) openIdea(c.draft, value.slice(ideaPrefix.length));
  else if (value.startsWith(unknownPrefix)) offerToPass(c.draft, value.slice(unknownPrefix.length));
  else if (value.startsWith(knownPrefix)) {
    const known = c.program.questions.find(({ id }) => id === value.slice(knownPrefix.length));
    if (known) c.draft.say({ kind: 'answer', text: known.answer });
    repeatQuestion(c.draft);
  } else if (value.startsWith(passPrefix)) {
    passOn(c.draft, value.slice(passPrefix.length));
    if (c.thread.flow !== 'duda') return repeatQuestion(c.draft);
    // What was answered beside her question needs no "¿le sirvió?" any more.
    c.draft.remove('thread', c.thread.id);
    c.draft.converse({ active: null });
    resumeInterrupted(c.draft);
  } else if (value.startsWith(otherPrefix)) {
    const [id = '', ...said] = value.slice(otherPrefix.length).split(':');
    goOnWith(c.draft, id, said.join(':'));
  } else if (value.startsWith(addPrefix) || value.startsWith(insteadPrefix)) {
    const [, key = '', ...said] = value.slice(asidePrefix.length).split(':');
    const words = said.join(':');
    const kept = value.startsWith(addPrefix) ? withMore(c.thread.answers[key], words) : words;
    rewriteAnswers(c, { [key]: kept });
  } else if (value.startsWith(anewPrefix)) askedAnew(c, value.slice(anewPrefix.length));
  else if (value.startsWith(questionPrefix)) answerHers(c.draft, value.slice(questionPrefix.length));
  else if (value === `${asidePrefix}back` && goBack(c)) return;
  else if (value === `${asidePrefix}later`) c.draft.say({ kind: 'statement', text: c.text('casa.luego') });
  else {
    const question = questionAt(c);
    const help = question && value === `${asidePrefix}help` ? helpOf(c, question) : undefined;
    if (help !== undefined) c.draft.say({ kind: 'answer', text: help });
    repeatQuestion(c.draft);
  }
}
