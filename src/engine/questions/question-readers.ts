// The reader of each kind of question.
import type { QuestionKind } from '../../program/flow-schema.ts';
import type { ThreadContext } from '../thread-context.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { bubbleQuestion } from './bubble-question.ts';
import { caregiversQuestion } from './caregivers-question.ts';
import { choiceQuestion } from './choice-question.ts';
import { factsQuestion } from './facts-question.ts';
import { minutesQuestion } from './minutes-question.ts';
import { phoneMomentsQuestion } from './phone-moments-question.ts';
import type { AnswerReading, AskedQuestion, QuestionReader } from './question-reader.ts';
import { recapQuestion } from './recap-question.ts';
import { ratingsQuestion, scaleQuestion } from './scale-question.ts';
import { slipsQuestion } from './slips-question.ts';
import { textQuestion } from './text-question.ts';
import { whenQuestion } from './when-question.ts';
import { consentQuestion, yesNoQuestion } from './yes-no-question.ts';

export const questionReaders: Readonly<Record<QuestionKind, QuestionReader>> = {
  choice: choiceQuestion,
  'yes-no': yesNoQuestion,
  consent: consentQuestion,
  text: textQuestion,
  minutes: minutesQuestion,
  when: whenQuestion,
  scale: scaleQuestion,
  ratings: ratingsQuestion,
  caregivers: caregiversQuestion,
  facts: factsQuestion,
  recap: recapQuestion,
  'phone-moments': phoneMomentsQuestion,
  bubble: bubbleQuestion,
  slips: slipsQuestion,
};

interface LastReading {
  version: number;
  text: string;
  question: string;
  thread: string;
  reading: AnswerReading;
}
const lastReadings = new WeakMap<TurnDraft, LastReading>();

/** What the open question makes of a text. Several readers ask before one of them takes it: the last reading stands while nothing changes. */
export function readAnswer(c: ThreadContext, question: AskedQuestion, text: string): AnswerReading {
  const { version } = c.draft;
  const last = lastReadings.get(c.draft);
  if (last?.version === version && last.text === text && last.question === question.key && last.thread === c.thread.id)
    return last.reading;
  const reading = questionReaders[question.step.as].read({ text }, question, c);
  lastReadings.set(c.draft, { version, text, question: question.key, thread: c.thread.id, reading });
  return reading;
}
