// An answer to a "¿quiso decir...?": which of the offered readings she means, or a new answer instead of them.
import type { AnswerValue } from '../domain/conversation.ts';
import { readChoice } from './answers/choices/choice.ts';
import { perhapsCommands } from './answers/commands/perhaps-command.ts';
import { phraseAt, spokenWords } from './answers/words/phrase-book.ts';
import { plain } from './answers/words/text-forms.ts';
import { isPlainYesOrNo, readYesNo } from './answers/yes-no/yes-no.ts';
import { asidePrefix, isAskedOfHers } from './asides.ts';
import { readFacts } from './questions/facts-question.ts';
import type { AnswerInput, AnswerReading, AskedQuestion } from './questions/question-reader.ts';
import { questionReaders, readAnswer } from './questions/question-readers.ts';
import { correctPrefix } from './questions/recap-question.ts';
import { questionAt } from './run-thread.ts';
import type { ThreadContext } from './thread-context.ts';
import { vocabularyOf } from './vocabulary-of.ts';

const mostChoosing = 4;
/** Kinds of questions to which a small number is an answer of its own. */
const takesNumbers = new Set(['scale', 'ratings', 'minutes', 'facts', 'when', 'phone-moments', 'number']);
const yesFirst = /^\s*(?:s[ií]p?|sii+|ey|aj[aá]|correcto|exacto|eso|claro|as[ií] es|esa?|ese|va|ok|sale|por favor)\b/iu;
const mostAgreeing = 5;

/** "Sip, pásesela": the yes to an offer of ours, and no text of a plan. */
const agreesToOffer = (c: ThreadContext, text: string): boolean =>
  isAskedOfHers(c.thread.pending?.values[0]) &&
  text.trim().split(/\s+/).length <= mostAgreeing &&
  (yesFirst.test(text) || /^\s*no\b/i.test(text));

/** Where the guess that she refused is kept, beside the answer. */
export const refusedGuess = (question: AskedQuestion): string => `${question.key}:no-era`;

const yesAndMore =
  /^\s*(?:s[ií]p?|sii+|as[ií] es|correcto|exacto|ey)(?:[\s,.]+(?:gracias|por favor|as[ií] es|es correcto|correcto|est[aá] bien|perfecto|señorita|maestra))*[\s,.]+(?=\S)/iu;
const takesBack = /\b(?:no|pero|mejor|aunque|falta|cambi\w*|corri\w*|espere|otr[ao]|ahora)\b|\d/;
const mostMore = 9;

/** "Sí, gracias, la observación es el jueves", where a date waits for her yes: the yes, with nothing that takes it back. */
export function confirmsWithMore(c: ThreadContext, text: string): boolean {
  const { pending } = c.thread;
  const isConfirmation = pending?.labels.length === 2 && pending.values.length === 1;
  const yes = isConfirmation && questionAt(c)?.step.as === 'when' ? yesAndMore.exec(text) : null;
  const more = yes ? plain(text.slice(yes[0].length)) : '';
  return more !== '' && more.split(' ').length <= mostMore && !takesBack.test(more);
}

/** Values of what stands to be confirmed: the first one where there is one, with another try where she says no. */
function readPending(c: ThreadContext, question: AskedQuestion, input: AnswerInput): AnswerReading {
  const pending = c.thread.pending;
  const reader = questionReaders[question.step.as];
  if (!pending) return { kind: 'unclear' };
  const { values, labels } = pending;
  const vocabulary = vocabularyOf(c.program);
  const isConfirmation = labels.length === 2 && (values.length === 1 || isAskedOfHers(values[0]));
  const options = labels.map((label, index) => ({ id: String(index), label }));
  const tapped = input.optionId?.startsWith('posible-') ? Number(input.optionId.slice('posible-'.length)) : undefined;
  const choose = (index: number): AnswerReading => {
    const value = values[index];
    if (value !== undefined) return { kind: 'answer', value };
    // What she has refused is not guessed a second time.
    return { kind: 'explain', text: c.text('casa.diga-otra-vez'), keep: { [refusedGuess(question)]: values[0] ?? null } };
  };
  if (tapped !== undefined) return choose(tapped);
  // The last bubble had two options: a bare number is one of those, not one of the question behind it.
  const typed = /^\s*([12])\s*$/.exec(input.text)?.[1];
  if (typed !== undefined && labels.length === 2 && !takesNumbers.has(question.step.as) && input.optionId === undefined)
    return choose(Number(typed) - 1);
  // Ways out are numbered too, and nobody agrees to take part by such a number.
  const way = Number(/^\s*(\d)\s*$/.exec(input.text)?.[1] ?? 0);
  if (isWayOut(values) && way >= 1 && way <= labels.length && !takesNumbers.has(question.step.as) && input.optionId === undefined)
    return choose(way - 1);
  // An option of the question itself, tapped above or written out: that is the answer, and never the one that waits to be confirmed.
  const own = input.optionId ?? ownLabel(c, question, input.text);
  if (own !== undefined) return reader.read({ text: input.text, optionId: own }, question, c);
  // "No, Anda no": a name that she takes out, not all of them.
  const changesNames = question.step.as === 'caregivers' && ['answer', 'confirm'].includes(reader.read(input, question, c).kind);
  // "Sí" belongs to the last thing that was asked, not to the question behind it; a text with a number may be a new answer.
  if (isConfirmation && !changesNames && !/\d/.test(input.text) && input.text.trim().split(/\s+/).length <= 4) {
    const yes = readYesNo(input.text, vocabulary);
    if (yes.kind === 'understood') return choose(yes.value ? 0 : 1);
  }
  // "Con notas", after "¿quiso decir «Sí»?": what belongs to a session that was held.
  if (labels.length === 2 && values.length === 1 && question.step.also === 'datos' && tellsFacts(c, question, input.text))
    return choose(0);
  if (question.step.as === 'text') {
    const list = spokenWords(input.text, vocabulary.abbreviations);
    const none = phraseAt(list, 0, vocabulary.none)?.end === list.length;
    const agreed =
      agreesToOffer(c, input.text) || isPlainYesOrNo(input.text, vocabulary) ? readYesNo(input.text, vocabulary) : undefined;
    if (none || agreed?.kind === 'understood')
      return agreedInWords(c, !none && agreed?.kind === 'understood' && agreed.value, choose);
  }
  // Among names that were just listed a number is a place in that list, not in the one above it.
  const place = question.step.as === 'choice' && !isConfirmation ? Number(/^\s*(\d)\s*$/.exec(input.text)?.[1] ?? 0) : 0;
  if (place >= 1 && place <= labels.length && !isWayOut(values)) return choose(place - 1);
  const anew = reader.read(input, question, c);
  // A number that answers the question is that answer, not a way out of it; and a new date is a new date, not a yes to the old one.
  if (anew.kind === 'answer' && question.step.as !== 'text' && !isCorrection(values)) return anew;
  if (isConfirmation && anew.kind === 'unclear' && typed !== undefined) return choose(Number(typed) - 1);
  // Where her own words are asked for, a whole sentence is a new answer, whatever word of an option is in it.
  const mayChoose = question.step.as !== 'text' || input.text.trim().split(/\s+/).length <= mostChoosing;
  if (!isConfirmation && mayChoose) {
    const reading = readChoice(input.text, options, vocabulary);
    if (reading.kind === 'understood') return choose(Number(reading.value));
  }
  return anew;
}

/** What she chooses of a pending "¿quiso decir?", by number or label. */
export function picksPending(c: ThreadContext, text: string): boolean {
  const labels = c.thread.pending?.labels ?? [];
  const vocabulary = vocabularyOf(c.program);
  const list = spokenWords(text, vocabulary.abbreviations);
  const none = phraseAt(list, 0, vocabulary.none)?.end === list.length;
  if (c.thread.pending && (none || isPlainYesOrNo(text, vocabulary) || agreesToOffer(c, text))) return true;
  const number = Number(/^\s*(\d)\s*$/.exec(text)?.[1] ?? 0);
  if (number >= 1 && number <= labels.length) return true;
  const options = labels.map((label, index) => ({ id: String(index), label }));
  return text.trim().split(/\s+/).length <= mostChoosing && readChoice(text, options, vocabulary).kind === 'understood';
}

function tellsFacts(c: ThreadContext, question: AskedQuestion, text: string): boolean {
  const held = String(c.thread.pending?.values[0] ?? '').startsWith('si');
  return held && question.step.as === 'choice' && Object.keys(readFacts(text, ['minutes', 'method', 'modelled'], c)).length > 0;
}

/** A mere yes or no, where her own words are asked for and something stands to be chosen: never the words themselves. */
function agreedInWords(c: ThreadContext, yes: boolean, choose: (index: number) => AnswerReading): AnswerReading {
  const { pending } = c.thread;
  const [, other] = pending?.values ?? [];
  if (pending?.labels[0] === c.text('casa.dejarla-asi'))
    return yes ? { kind: 'again', text: c.text('casa.que-le-agrego') } : choose(0);
  // "¿Lo anoto como su respuesta?" is answered by yes or no; "¿es de Lupita o de Rosa?" is not.
  if (pending?.values.length === 2 && asksYesOrNo(other)) return choose(yes ? 0 : 1);
  return { kind: 'again', text: c.text('casa.cual-de-estas') };
}

/** Whether what was asked was about her answer alone: the other option is no reading of its own. */
const asksYesOrNo = (other: AnswerValue | undefined): boolean =>
  [...perhapsCommands, 'other', ''].some((command) => other === `${asidePrefix}${command}`);

/** The option whose label she writes out in full; "sí" alone belongs to what was asked last. */
function ownLabel(c: ThreadContext, question: AskedQuestion, text: string): string | undefined {
  const said = plain(text);
  if (!said.includes(' ')) return undefined;
  const shown = c.thread.pending?.labels.some((label) => plain(label) === said);
  return shown
    ? undefined
    : questionReaders[question.step.as].options(question, c).find(({ label }) => plain(label) === said)?.id;
}

const isWayOut = (values: readonly AnswerValue[]): boolean =>
  values.some((value) => typeof value === 'string' && value.startsWith('salida:'));

export const isCorrection = (values: readonly AnswerValue[]): boolean =>
  values.every((value) => typeof value === 'string' && value.startsWith(correctPrefix));

/** Of the question, or of the "¿quiso decir?" that stands before it. */
export function readOpen(c: ThreadContext, question: AskedQuestion, said: AnswerInput): AnswerReading {
  if (c.thread.pending) return readPending(c, question, said);
  if (said.optionId === undefined) return readAnswer(c, question, said.text);
  return questionReaders[question.step.as].read(said, question, c);
}
