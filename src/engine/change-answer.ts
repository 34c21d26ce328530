// Going back to an answer: the question before, one that she corrects, one that she left for later.
import type { AnswerValue, AskedBefore } from '../domain/conversation.ts';
import { changedEcho, clipped, mostOfWords, shortEcho } from './answers/words/clipped.ts';
import { ownWords, withMoreWords } from './answers/words/own-words.ts';
import { askAgain, type Saying } from './ask-question.ts';
import { timesBeside } from './hearing/times-beside.ts';
import type { AskedQuestion } from './questions/question-reader.ts';
import { flowOf, questionAt, standing } from './run-thread.ts';
import type { ThreadContext } from './thread-context.ts';
import { continueThread } from './threads.ts';

/** Back to the question before this one, its answer taken away; false where there is none. */
export function goBack(c: ThreadContext): boolean {
  const last = c.thread.history.at(-1);
  if (!last) return false;
  reopen(c, last, null);
  c.patchThread({ history: c.thread.history.slice(0, -1) });
  continueThread(c.draft, c.thread.id);
  return true;
}

function reopen(c: ThreadContext, asked: AskedBefore, returnTo: AskedBefore | null): void {
  const answers = Object.fromEntries(
    Object.entries(c.thread.answers).filter(
      ([key]) => key !== asked.key && (!key.startsWith(`${asked.key}:`) || key.endsWith(':diferida')),
    ),
  );
  c.patchThread({ answers, frames: asked.frames, current: asked.current, pending: null, misunderstood: 0, returnTo });
}

/** Where a step of this thread was asked, or would be: an element of a repeat stands where its siblings stand. */
function whereAsked(c: ThreadContext, key: string): AskedBefore | undefined {
  const { history, frames, current } = c.thread;
  const asked = history.findLast((before) => before.key === key);
  if (asked) return asked;
  const [id = '', element] = key.split(':');
  const sibling = history.findLast((before) => before.key.startsWith(`${id}:`));
  if (sibling && element) return { ...sibling, key, current: { ...sibling.current, item: element } };
  const flow = frames.at(-1)?.flow;
  const at =
    flow === undefined
      ? -1
      : flowOf(c, flow).instructions.findIndex((one) => one.op === 'ask' && one.id === id && (!one.one || element !== undefined));
  // An item that came in on a line from paper was never asked.
  const inside = element === undefined ? current : { ...current, item: element };
  return flow === undefined || at < 0 ? undefined : { frames: [...frames.slice(0, -1), { flow, at }], current: inside, key };
}

/** What was saved already is saved again with what she corrects, and goes on from there. */
export function savingAgain(c: ThreadContext): AskedBefore | undefined {
  const frame = c.thread.frames.at(-1);
  if (!frame || c.thread.answers.guardada === undefined || c.thread.frames.length > 1) return undefined;
  const at = flowOf(c, frame.flow).instructions.findIndex((one) => one.op === 'do' && one.verb.startsWith('save-'));
  return at < 0 ? undefined : { frames: [{ flow: frame.flow, at }], current: c.thread.current, key: c.thread.waitingFor ?? '' };
}

/** Reopens an answered question, to return here afterwards; false where there is no such question in this thread. */
export function correctAnswer(c: ThreadContext, key: string, how: Saying = {}): boolean {
  const asked = whereAsked(c, key);
  const question = questionAt(c);
  if (!asked || !question || asked.key === question.key) return false;
  reopen(c, asked, c.thread.returnTo ?? savingAgain(c) ?? standing(c.thread));
  continueThread(c.draft, c.thread.id, how);
  return true;
}

/** Asked again, with what stood there before her eyes. */
export function askedAnew(c: ThreadContext, key: string): boolean {
  const before = c.thread.answers[key];
  const lead = typeof before === 'string' ? c.text('casa.decia', { said: shortEcho(before) }) : undefined;
  return correctAnswer(c, key, lead === undefined ? {} : { lead });
}

/** Writes her words down for steps of this thread, asked already or still to come; gives what is to be told of it, a line each. */
export function noteAnswers(c: ThreadContext, words: Readonly<Record<string, string>>): string[] {
  const flow = c.thread.frames.at(-1)?.flow ?? '';
  const answers: Record<string, AnswerValue> = {};
  const told: string[] = [];
  for (const [key, said] of Object.entries(words)) {
    const times = timesBeside(c, flow, said);
    Object.assign(answers, times?.answers);
    if (times) told.push(times.told);
    const text = times?.words ?? said;
    if (text === '') continue;
    const step = flowOf(c, flow).instructions.find((one) => one.op === 'ask' && one.id === key);
    const value = clipped(ownWords(text), (step?.op === 'ask' ? step.question.max : undefined) ?? mostOfWords);
    const label = c.text(`${flow}.${key}.label`);
    told.push(sayChange(c, label, c.thread.answers[key], value));
    answers[key] = value;
    answers[`${key}:option`] = null;
  }
  c.patchThread({ answers: { ...c.thread.answers, ...answers } });
  return told;
}

/** Of what was only added to, what is new is shown. */
function sayChange(c: ThreadContext, label: string, before: AnswerValue | undefined, value: string): string {
  if (typeof before !== 'string') return c.text('casa.anote-en', { label, said: shortEcho(value) });
  const start = before.replace(/[\s.,;]+$/, '');
  const rest = start !== '' && value.startsWith(start) ? value.slice(start.length) : '';
  const more = /^(?:[.,;]+ | (?:y|e|o|u|ni|para|porque) )/i.test(rest) ? rest.replace(/^[\s.,;]+/, '') : '';
  return more === ''
    ? c.text('casa.cambie', { label, said: changedEcho(before, value) })
    : c.text('casa.agregue', { label, said: shortEcho(more) });
}

/** The same, and then on to what is asked next. */
export function rewriteAnswers(c: ThreadContext, words: Readonly<Record<string, string>>): void {
  // What is saved again is about to be shown: it need not be said back.
  const isShown = savingAgain(c) !== undefined;
  const told = noteAnswers(c, words).join('\n');
  changeAnswers(c, {}, isShown ? {} : { lead: told, brief: true });
}

/** What she said before, and what she says now beside it. */
export function withMore(before: AnswerValue | undefined, text: string): string {
  return typeof before === 'string' && before !== '' ? withMoreWords(before, text) : ownWords(text);
}

/** What was saved already is saved again with them; then on to what is asked next. */
export function changeAnswers(c: ThreadContext, answers: Readonly<Record<string, AnswerValue>>, how: Saying = {}): void {
  const again = savingAgain(c);
  c.patchThread({
    answers: { ...c.thread.answers, ...answers },
    ...(again ? { frames: again.frames, current: again.current } : {}),
    pending: null,
    waitingFor: null,
    misunderstood: 0,
  });
  continueThread(c.draft, c.thread.id, how);
}

/** Several answers of this flow are asked again, one after the other. */
export function askAnew(c: ThreadContext, keys: readonly string[]): boolean {
  const flow = c.thread.frames.at(-1)?.flow ?? '';
  const first = flowOf(c, flow).instructions.findIndex((one) => one.op === 'ask' && keys.includes(one.id));
  if (first < 0 || savingAgain(c)) return false;
  const answers = Object.fromEntries(
    Object.entries(c.thread.answers).filter(([key]) => !keys.some((one) => key === one || key.startsWith(`${one}:`))),
  );
  const frames = [...c.thread.frames.slice(0, -1), { flow, at: first }];
  c.patchThread({ answers, frames, returnTo: null, pending: null, waitingFor: null, misunderstood: 0 });
  continueThread(c.draft, c.thread.id);
  return true;
}

/** A step that she chose to correct: items of a checklist are corrected by their number. */
export function correctChosen(c: ThreadContext, question: AskedQuestion, step: string): void {
  if (step === 'reactivo') askAgain(c, question, c.text('casa.cual-reactivo'));
  else if (!correctAnswer(c, step)) askAgain(c, question, c.text('casa.cual-corrijo'));
}

/** A question that was left for later is asked again before the recap counts, once. */
export function askDeferred(c: ThreadContext, recap: AskedQuestion): boolean {
  for (const id of recap.step.corrects ?? []) {
    const step = flowOf(c, recap.flow).instructions.find((one) => one.op === 'ask' && one.id === id);
    const deferrable = step?.op === 'ask' && step.question.needed === 'deferrable';
    const left = deferrable && c.thread.answers[id] === null && c.thread.answers[`${id}:diferida`] === undefined;
    if (!left || !correctAnswer(c, id)) continue;
    c.patchThread({ answers: { ...c.thread.answers, [`${id}:diferida`]: true } });
    return true;
  }
  return false;
}
