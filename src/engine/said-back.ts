// An answer that was changed, said back in one line: the recap that it belongs to need not be shown whole again.
import type { AnswerValue } from '../domain/conversation.ts';
import { sayDate } from '../mentoring/local-time.ts';
import { toldFacts } from '../mentoring/sessions.ts';
import { shortEcho } from './answers/words/clipped.ts';
import type { Saying } from './ask-question.ts';
import { sayJoined } from './hearing/corrections.ts';
import { sayFacts } from './questions/facts-question.ts';
import { type AnswerReading, type AskedQuestion, textKey } from './questions/question-reader.ts';
import { flowOf, notSeen, questionAt } from './run-thread.ts';
import type { ThreadContext } from './thread-context.ts';

/** Undefined where it cannot be said so briefly. `key`: of a step of this flow, or of one item of it. */
export function sayBack(c: ThreadContext, flow: string, key: string, value: AnswerValue | undefined): string | undefined {
  const [id = '', code] = key.split(':');
  if (code !== undefined) {
    const at = (c.instrument?.instrument.items ?? []).findIndex((item) => item.code === code) + 1;
    const said = typeof value === 'string' && at > 0 ? sayJoined(c, [{ at, key: value }]) : '';
    return said === '' ? undefined : c.text('casa.corregido', { changes: said });
  }
  const name = `${flow}.${id}.label`;
  if ((c.bundle?.texts[name] ?? c.program.texts[name]) === undefined) return undefined;
  const label = c.text(name);
  if (typeof value === 'string') return c.text('casa.anote-en', { label, said: shortEcho(value) });
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { date, time } = value;
  if (typeof date === 'string') {
    const day = sayDate(date, c.today.date);
    const said = typeof time === 'string' ? c.text('casa.dia-y-hora', { day, time }) : day;
    return c.text('casa.anotado-en', { label, said });
  }
  const line = sayFacts(toldFacts(value) as Record<string, AnswerValue>, c);
  return line === '' ? undefined : c.text('casa.anotado', { changes: line });
}

/** Whether the recap has words that ask without showing it. */
const mayBeBrief = (c: ThreadContext, question: AskedQuestion): boolean =>
  c.bundle?.texts[`${textKey(question)}.briefly`] !== undefined;

/** What she told at the recap in place of what stood there: one line, and whether all is right now. */
export function amended(c: ThreadContext, question: AskedQuestion, answers: Readonly<Record<string, AnswerValue>>): Saying {
  const told = Object.entries(answers).map(([key, value]) => sayBack(c, question.flow, key, value));
  return told.includes(undefined) || !mayBeBrief(c, question) ? {} : { lead: told.join('\n'), brief: true };
}

/** The same for an answer that a recap had asked for anew. */
export function changedAtRecap(c: ThreadContext, question: AskedQuestion, value: AnswerValue): Saying | undefined {
  const { returnTo } = c.thread;
  const at = returnTo && questionAt(c, returnTo.frames, returnTo.current);
  const isSeen = at?.step.as === 'recap' && returnTo?.key !== notSeen && mayBeBrief(c, at);
  const told = isSeen ? sayBack(c, question.flow, question.key, value) : undefined;
  return told === undefined ? undefined : { lead: told, brief: true };
}

/** Her own words are said back where no recap will show them: she must be able to see what was noted. */
export function echoOf(
  c: ThreadContext,
  question: AskedQuestion,
  reading: Extract<AnswerReading, { kind: 'answer' }>,
): { lead?: string } {
  const { value } = reading;
  const flow = flowOf(c, question.flow);
  const recapped = flow.instructions.some(
    (one) => (one.op === 'ask' && one.question.corrects?.includes(question.id)) || (one.op === 'say' && one.kind === 'recap'),
  );
  if (question.step.as !== 'text' || typeof value !== 'string' || recapped || c.thread.returnTo) return {};
  if (c.program.flows[c.thread.flow]?.passing === true) return {};
  const short = shortEcho(value);
  const label = c.bundle?.texts[`${textKey(question)}.label`];
  return { lead: c.text(label === undefined ? 'casa.anote' : 'casa.anote-en', { label: label ?? '', said: short }) };
}
