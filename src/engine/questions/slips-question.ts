// Lines of slips: each a code and three values; what is wrong with one is said before any counts.
import type { AnswerValue } from '../../domain/conversation.ts';
import { readSlipLines } from '../answers/sheets/slip-line.ts';
import { plain } from '../answers/words/text-forms.ts';
import { choiceOptions } from './choice-question.ts';
import { type QuestionReader, synonymsOf } from './question-reader.ts';

export const slipsQuestion: QuestionReader = {
  options: choiceOptions,
  bursts: true,
  read(input, question, c) {
    const said = plain(input.text);
    const chosen = choiceOptions(question, c).find(
      ({ id, label }) => id === input.optionId || said === plain(label) || synonymsOf(question, id, c).includes(said),
    );
    if (chosen) return { kind: 'answer', value: chosen.id };
    const reading = readSlipLines(input.text);
    switch (reading.kind) {
      case 'lines':
        return { kind: 'answer', value: reading.lines as unknown as AnswerValue };
      case 'badValues':
        return { kind: 'explain', text: c.text('papeleta.faltan-valores', { code: reading.code }) };
      case 'tooMany':
        return { kind: 'explain', text: c.text('papeleta.son-muchas', { most: reading.most }) };
      case 'unclear':
        return reading;
    }
  },
};
