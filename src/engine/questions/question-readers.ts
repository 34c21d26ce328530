// The reader of each kind of question.
import type { QuestionKind } from '../../program/flow-schema.ts';
import { bubbleQuestion } from './bubble-question.ts';
import { caregiversQuestion } from './caregivers-question.ts';
import { choiceQuestion } from './choice-question.ts';
import { factsQuestion } from './facts-question.ts';
import { minutesQuestion } from './minutes-question.ts';
import { phoneMomentsQuestion } from './phone-moments-question.ts';
import type { QuestionReader } from './question-reader.ts';
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
