// Facts of one moment told in one message: when, how long, how, where. Only what is missing is asked, once.
import type { AnswerValue } from '../../domain/conversation.ts';
import { sayDay } from '../../mentoring/local-time.ts';
import { toldFacts } from '../../mentoring/sessions.ts';
import type { FactName } from '../../program/flow-schema.ts';
import { readMomentFacts } from '../answers/told/moment-facts.ts';
import { plain } from '../answers/words/text-forms.ts';
import { readYesNo } from '../answers/yes-no/yes-no.ts';
import type { ThreadContext } from '../thread-context.ts';
import { vocabularyOf } from '../vocabulary-of.ts';
import { choiceOptions } from './choice-question.ts';
import type { AskedQuestion, QuestionReader } from './question-reader.ts';
import { whenContext } from './when-question.ts';

/** Facts that are not asked for a second time: today is a good guess for when, and the others are a bonus. */
const notInsisted: readonly FactName[] = ['when', 'modelled', 'childrenPresent', 'routineMoment'];

export function missingFacts(question: AskedQuestion, c: ThreadContext): FactName[] {
  const told = toldFacts(c.thread.answers[question.key]) as Record<string, unknown>;
  const asked = c.thread.answers[`${question.key}:preguntado`] === true;
  return (question.step.facts ?? []).filter((name) => told[name] === undefined && !(asked && notInsisted.includes(name)));
}

/** One natural question, however many facts it is about. */
export function sayMissing(names: readonly FactName[], c: ThreadContext): string {
  const [only] = names;
  if (only === undefined || names.length === 1) return only === undefined ? '' : c.text(`casa.dato-${only}`);
  const parts = names.map((name) => c.text(`casa.parte-${name}`));
  const before = parts.slice(0, -1).join(', ');
  return c.text('casa.faltan-datos', { parts: c.text('casa.y-la-ultima', { before, last: parts.at(-1) ?? '' }) });
}

/** Facts found in a message, as they are kept: dates as local dates. Empty where it tells none of them. */
export function readFacts(text: string, names: readonly FactName[], c: ThreadContext): Record<string, AnswerValue> {
  const found = readMomentFacts(text, c.program.programme.routineMoments, vocabularyOf(c.program), whenContext(c, 'past'));
  const kept: Record<string, AnswerValue> = {};
  const { when } = found;
  if (when && (when.kind === 'date' || when.kind === 'datetime' || when.kind === 'past') && when.date <= c.today.date) {
    kept.when = when.date;
    if (when.kind !== 'date' && when.time) kept.time = when.time;
  }
  if (found.minutes !== undefined) kept.minutes = found.minutes;
  if (found.method !== undefined) kept.method = found.method;
  if (found.modelled !== undefined) kept.modelled = found.modelled;
  if (found.routineMoment !== undefined) kept.routineMoment = found.routineMoment;
  if (found.childrenPresent !== undefined) kept.childrenPresent = found.childrenPresent;
  return Object.fromEntries(Object.entries(kept).filter(([name]) => name === 'time' || names.includes(name as FactName)));
}

/** "Hoy, la alimentación, 20 min, 8 niñas y niños". */
export function sayFacts(told: Readonly<Record<string, AnswerValue>>, c: ThreadContext): string {
  const days = typeof told.when === 'string' ? [sayDay(told.when, c.today.date)] : [];
  const name = c.program.programme.routineMoments.find(({ id }) => id === told.routineMoment)?.name;
  const minutes = typeof told.minutes === 'number' ? [c.text('ciclo.minutos', { minutes: told.minutes })] : [];
  const count = typeof told.childrenPresent === 'number' ? [c.text('ciclo.ninos', { count: told.childrenPresent })] : [];
  return [...days, ...(name ? [name] : []), ...minutes, ...count].join(', ');
}

/** "Una vez le enseñé yo cómo", asked just whether she showed it. */
const showing = /\b(?:ensen|mostr|muestr|demostr|model|ejempl)\w*/;

const onlyModelled = (question: AskedQuestion, c: ThreadContext): boolean => {
  const missing = missingFacts(question, c).filter((name) => name !== 'when');
  return missing.length === 1 && missing[0] === 'modelled';
};

export const factsQuestion: QuestionReader = {
  options(question, c) {
    if (!onlyModelled(question, c)) return choiceOptions(question, c);
    return [
      { id: 'si', label: c.text('casa.si-modele') },
      { id: 'no', label: c.text('casa.no-modele') },
    ];
  },
  isAnswered(question, c) {
    const told = c.thread.answers[question.key];
    return (
      told === null ||
      c.thread.answers[`${question.key}:cerrado`] === true ||
      missingFacts(question, c).every((name) => name === 'when')
    );
  },
  read(input, question, c) {
    // Where options are shown with numbers, a small number is one of them: nobody observes for two minutes.
    const byNumber = /^\s*\d\s*$/.test(input.text)
      ? factsQuestion.options(question, c)[Number(input.text) - 1]?.label
      : undefined;
    const text = byNumber ?? input.text;
    const found = readFacts(text, question.step.facts ?? [], c);
    if (onlyModelled(question, c) && found.modelled === undefined) {
      const yes = readYesNo(text, vocabularyOf(c.program));
      if (yes.kind === 'understood') found.modelled = yes.value;
      else if (showing.test(plain(text)) && !/[?¿]/.test(text) && !/\b(?:ella|solo|nada mas|casi)\b/.test(plain(text)))
        found.modelled = !/\b(?:no|nunca|ni|sin|tampoco)\b/.test(plain(text));
    }
    const before = toldFacts(c.thread.answers[question.key]) as Record<string, AnswerValue>;
    if (!Object.keys(found).length) return { kind: 'unclear' };
    const value = { ...before, ...found };
    const insisted = (question.step.facts ?? []).filter((name) => !notInsisted.includes(name) && value[name] === undefined);
    const asked = c.thread.answers[`${question.key}:preguntado`] === true;
    if (insisted.length && !asked) {
      return {
        kind: 'explain',
        text: c.text('casa.falta-dato', { missing: sayMissing(insisted, c) }),
        keep: { [question.key]: value, [`${question.key}:preguntado`]: true },
      };
    }
    return { kind: 'answer', value, with: { [`${question.key}:cerrado`]: true } };
  },
};
