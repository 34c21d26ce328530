// Times said beside words that are kept: each goes to the step that asks for it, and is told back.
import type { AnswerValue } from '../../domain/conversation.ts';
import { sayDate } from '../../mentoring/local-time.ts';
import { toldFacts } from '../../mentoring/sessions.ts';
import { splitComing } from '../answers/told/coming-to.ts';
import { readTimesApart, type TimesApart } from '../answers/told/times-apart.ts';
import { readFacts } from '../questions/facts-question.ts';
import { sayWhen, whenContext } from '../questions/when-question.ts';
import type { ThreadContext } from '../thread-context.ts';

export interface TimesBeside {
  /** What is left of her words. */
  words: string;
  answers: Record<string, AnswerValue>;
  told: string;
}

/** Where each flow asks how long and when the two sat together. */
const sessionStep: Readonly<Record<string, string>> = { 'plan-de-trabajo': 'sesion', observacion: 'datos', reflexion: 'datos' };
/** Flows that ask by when and on which day it is to be. */
const looksAhead = new Set(['plan-de-trabajo']);

/** Undefined where her words name no time that this flow asks for. */
export function timesBeside(c: ThreadContext, flow: string, text: string): TimesBeside | undefined {
  const session = sessionStep[flow];
  if (session === undefined) return undefined;
  // "Hoy platicamos como 25 min y quedamos en que...": the facts of the talk stand before what was agreed.
  const { lead, words } = looksAhead.has(flow) ? splitComing(text) : { lead: '', words: text };
  const read = readTimesApart(words, whenContext(c, 'future'), looksAhead.has(flow));
  const length = lead === '' ? undefined : readFacts(lead, ['minutes'], c).minutes;
  if (!read && length === undefined) return undefined;
  const apart: TimesApart = read ?? { words, session: '' };
  if (length !== undefined) apart.session = [lead, apart.session].filter((part) => part !== '').join(', ');
  const answers: Record<string, AnswerValue> = {};
  const parts: string[] = [];
  const tell = (key: string, said: string): void =>
    void parts.push(c.text('casa.dato-aparte', { label: c.text(`${flow}.${key}.label`), said }));
  if (apart.deadline !== undefined) {
    answers.plazo = { date: apart.deadline };
    tell('plazo', sayDate(apart.deadline, c.today.date));
  }
  if (apart.visit) {
    answers.cuando = apart.visit;
    tell('cuando', sayWhen(c, apart.visit));
  }
  const facts = apart.session === '' ? {} : readFacts(apart.session, ['when', 'minutes'], c);
  if (Object.keys(facts).length) {
    answers[session] = { ...(toldFacts(c.thread.answers[session]) as Record<string, AnswerValue>), ...facts };
    tell(session, sayFacts(c, facts));
  }
  if (parts.length === 0) return undefined;
  return { words: apart.words, answers, told: c.text('casa.anote-aparte', { parts: parts.join('; ') }) };
}

function sayFacts(c: ThreadContext, { when, minutes }: Record<string, AnswerValue>): string {
  const day = typeof when === 'string' ? [sayDate(when, c.today.date)] : [];
  return [...day, ...(typeof minutes === 'number' ? [c.text('ciclo.minutos', { minutes })] : [])].join(', ');
}
