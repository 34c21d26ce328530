// A recap: kept as it is, or one of its answers is corrected first.
import { readYesNo } from '../answers/yes-no.ts';
import { vocabularyOf } from '../vocabulary-of.ts';
import { readOption } from './choice-question.ts';
import { choiceOptions } from './choice-question.ts';
import { type QuestionReader, textKey } from './question-reader.ts';

/** Values of a recap that ask for a correction; what to correct comes after the colon. */
export const correctPrefix = 'corregir:';

export const recapQuestion: QuestionReader = {
  options: choiceOptions,
  read(input, question, c) {
    const options = choiceOptions(question, c);
    const keeps = options[0]?.id ?? 'si';
    let reading = readOption(input, question, c);
    if (reading.kind !== 'answer' && input.optionId === undefined) {
      const yes = readYesNo(input.text, vocabularyOf(c.program));
      if (yes.kind === 'understood') reading = { kind: 'answer', value: yes.value ? keeps : 'corregir' };
    }
    if (reading.kind !== 'answer' || reading.value !== 'corregir') return reading;
    const steps = question.step.corrects ?? [];
    return {
      kind: 'candidates',
      values: steps.map((step) => `${correctPrefix}${step}`),
      labels: steps.map((step) => c.text(`${textKey({ ...question, id: step })}.label`)),
    };
  },
};
