// Puts a question to her: its text, its options, and what she may tap later.
import type { Conversation } from '../domain/conversation.ts';
import { opaqueId } from '../domain/opaque-id.ts';
import type { MessageKind, MessageOption } from '../domain/outbound-message.ts';
import { addMinutes } from '../mentoring/local-time.ts';
import { isAskedOfHers } from './asides.ts';
import { missingFacts, sayMissing } from './questions/facts-question.ts';
import { type AskedQuestion, textKey } from './questions/question-reader.ts';
import { questionReaders } from './questions/question-readers.ts';
import { echoedDate } from './questions/when-question.ts';
import type { ThreadContext } from './thread-context.ts';

export interface Saying {
  kind?: MessageKind;
  /** Said before the question, in the same bubble. */
  lead?: string;
  /** A recap that was just corrected is not shown whole again. */
  brief?: true;
}

/** Option messages remembered, so that a tap on an older one finds its question. */
const remembered = 5;
/** Questions remembered, so that a reply to an older one finds it. */
const mostAsked = 12;

/** Of questions that hold more than their words: a recap, or a proposal below. */
function shownMark(c: ThreadContext, question: AskedQuestion): { shown?: string } {
  const holds = question.step.as === 'recap' || question.step.as === 'text';
  return holds ? { shown: opaqueId(c.text(textKey(question))) } : {};
}

const minutesOnScreen = 60;

/** It was put within the hour, and what stands in it is the same. */
export const isOnScreen = (c: ThreadContext, question: AskedQuestion): boolean =>
  c.thread.shown !== undefined &&
  shownMark(c, question).shown === c.thread.shown &&
  addMinutes(c.thread.touchedAt, minutesOnScreen) > c.now;

export function askQuestion(c: ThreadContext, question: AskedQuestion, how: Saying = {}): void {
  if (question.step.as === 'facts') {
    const missing = missingFacts(question, c).filter((name) => name !== 'when');
    const names = missing.length === (question.step.facts ?? []).filter((name) => name !== 'when').length ? [] : missing;
    c.patchThread({ answers: { ...c.thread.answers, faltan: sayMissing(names, c) } });
  }
  const echo = echoedDate(c, question);
  if (echo !== undefined) return askEcho(c, question, echo, how);
  c.patchThread({ waitingFor: question.key, pending: null, touchedAt: c.now, nudgedAt: null, ...shownMark(c, question) });
  const partial = question.step.as === 'facts' && c.thread.answers.faltan !== '';
  const text = partial ? c.text('casa.falta-dato', { missing: String(c.thread.answers.faltan) }) : asked(c, question, how);
  // A recap stays a recap, whoever began to speak: it may be longer than a reminder.
  const kind =
    (question.step.as === 'recap' ? undefined : how.kind) ??
    question.step.kind ??
    (question.step.as === 'recap' ? 'recap' : 'question');
  putOwn(c, question, how.lead ? `${how.lead}\n\n${text}` : text, kind);
}

/** With the options that the question has of its own. */
function putOwn(c: ThreadContext, question: AskedQuestion, text: string, kind: MessageKind): void {
  const { options, several } = questionReaders[question.step.as];
  put(c, question.key, text, options(question, c), kind, several);
}

function asked(c: ThreadContext, question: AskedQuestion, { brief, lead }: Saying): string {
  const key = `${textKey(question)}.briefly`;
  if (!brief || lead === undefined) return c.text(textKey(question));
  if (c.bundle?.texts[key] !== undefined) return c.text(key);
  const whole = c.text(textKey(question));
  // What is proposed below the question is no part of it.
  return question.step.as === 'text' ? (whole.split('\n')[0] ?? whole) : whole;
}

/** The date that waits for her yes stays what is asked, whatever came between. */
function askEcho(c: ThreadContext, question: AskedQuestion, when: string, how: Saying): void {
  const { pending } = c.thread;
  const text = c.text('casa.entendi-fecha', { when });
  const options = (pending?.labels ?? []).map((label, index) => ({ id: `posible-${index}`, label }));
  c.patchThread({ touchedAt: c.now, nudgedAt: null });
  put(c, question.key, how.lead ? `${how.lead}\n\n${text}` : text, options, how.kind ?? question.step.kind ?? 'question');
}

/** The same question said in another way, or something about it, with its options again. */
export function askAgain(c: ThreadContext, question: AskedQuestion, text: string): void {
  c.patchThread({ waitingFor: question.key, pending: null, touchedAt: c.now });
  putOwn(c, question, text, 'question');
}

/** What stood to be chosen when something came between, once more; false where it was a way out or an offer of ours. */
export function askAmongAgain(c: ThreadContext, question: AskedQuestion, lead: string): boolean {
  const { pending, pendingAs } = c.thread;
  const isWayOut = pending?.values.some((value) => typeof value === 'string' && value.startsWith('salida:'));
  if (!pending || pendingAs === undefined || isWayOut || isAskedOfHers(pending.values[0]) || question.step.as === 'when')
    return false;
  askAmong(c, question, `${lead}\n\n${pendingAs}`, pending.labels);
  c.patchThread({ pendingAs });
  return true;
}

/** "¿Quiso decir...?": what it may have meant, to tap or type. */
export function askAmong(c: ThreadContext, question: AskedQuestion, text: string, labels: string[]): void {
  const options = labels.map((label, index) => ({ id: `posible-${index}`, label }));
  c.patchThread({ waitingFor: question.key, touchedAt: c.now, pendingAs: text });
  put(c, question.key, text, options, 'question');
}

function put(
  c: ThreadContext,
  key: string,
  text: string,
  options: MessageOption[],
  kind: MessageKind,
  /** Of the options several may be chosen together: easier in a poll than by typing numbers. */
  several = false,
): void {
  const message = c.draft.say({ kind, text, options, ...(several && options.length > 1 && { poll: { multi: true } }) });
  const offered: Conversation['offered'] = options.length
    ? [
        { messageId: message.id, threadId: c.thread.id, key, options: options.map(({ id, label }) => ({ id, label })) },
        ...c.draft.conversation.offered,
      ].slice(0, remembered)
    : c.draft.conversation.offered;
  const asked = [{ messageId: message.id, threadId: c.thread.id, key }, ...(c.draft.conversation.asked ?? [])].slice(
    0,
    mostAsked,
  );
  c.draft.converse({ active: c.thread.id, offered, asked });
}
