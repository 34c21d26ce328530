// How long something took, in minutes.
import { readMinutes } from '../answers/numbers/minutes.ts';
import { choiceOptions } from './choice-question.ts';
import type { QuestionReader } from './question-reader.ts';

export const minutesQuestion: QuestionReader = {
  options: choiceOptions,
  read(input, _question, c) {
    const reading = readMinutes(input.text);
    if (reading.kind === 'understood') return { kind: 'answer', value: reading.value };
    if (reading.kind === 'unclear') return reading;
    return {
      kind: 'candidates',
      values: reading.candidates,
      labels: reading.candidates.map((minutes) => c.text('ciclo.minutos', { minutes })),
    };
  },
};
