// Her caregivers, one a line or one by one, with room and shift where she gives them.
import type { AnswerValue } from '../../domain/conversation.ts';
import { readCaregiverList } from '../answers/caregiver-list.ts';
import { choiceOptions } from './choice-question.ts';
import type { QuestionReader } from './question-reader.ts';

/** More lines than this are a paste by mistake. */
const mostCaregivers = 40;

export const caregiversQuestion: QuestionReader = {
  options: choiceOptions,
  bursts: true,
  read(input, _question, c) {
    const { rooms, shifts } = c.program.programme;
    const lines = readCaregiverList(input.text, rooms, shifts).slice(0, mostCaregivers);
    if (!lines.length) return { kind: 'unclear' };
    const value: AnswerValue = lines.map(({ name, room, shift }) => ({
      name,
      ...(room ? { room } : {}),
      ...(shift ? { shift } : {}),
    }));
    return { kind: 'answer', value };
  },
};
