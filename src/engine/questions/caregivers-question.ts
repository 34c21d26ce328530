// Her caregivers, one a line or one by one, with room and shift where she gives them; or one name, where one is asked for.
import type { AnswerValue } from '../../domain/conversation.ts';
import { changedLines, type ToldLine } from '../answers/caregiver-changes.ts';
import { readCaregiverList } from '../answers/caregiver-list.ts';
import { clipped } from '../answers/clipped.ts';
import { choiceOptions } from './choice-question.ts';
import type { QuestionReader } from './question-reader.ts';

/** More lines than this are a paste by mistake. */
const mostCaregivers = 40;
/** What fits in one bubble with the question. */
const mostNamed = 260;

const value = (lines: readonly ToldLine[]): AnswerValue =>
  lines.map(({ name, room, shift }) => ({ name, ...(room ? { room } : {}), ...(shift ? { shift } : {}) }));

/** The same line many times is one caregiver. */
const unlike = (lines: readonly ToldLine[]): ToldLine[] => [
  ...new Map(lines.map((line) => [JSON.stringify([line.name, line.room, line.shift]), line])).values(),
];

export const caregiversQuestion: QuestionReader = {
  options: choiceOptions,
  bursts: true,
  read(input, question, c) {
    const { rooms, shifts } = c.program.programme;
    const read = unlike(readCaregiverList(input.text, rooms, shifts)).slice(0, mostCaregivers);
    const kept = `${question.key}:dicho`;
    const before = c.thread.answers[kept];
    const lines = Array.isArray(before) ? (changedLines(before as unknown as ToldLine[], read, input.text) ?? read) : read;
    if (!lines.length) return { kind: 'unclear' };
    if (lines.length > (question.step.max ?? mostCaregivers))
      return { kind: 'candidates', values: lines.map((line) => value([line])), labels: lines.map(({ name }) => name) };
    if (lines.some(({ doubt }) => doubt)) {
      const names = clipped(lines.map(({ name }) => `«${name}»`).join(', '), mostNamed);
      return {
        kind: 'confirm',
        value: value(lines),
        words: c.text('casa.entendi-nombres', { names }),
        keep: { [kept]: value(lines) },
      };
    }
    return { kind: 'answer', value: value(lines), with: { [kept]: null } };
  },
};
