// Her caregivers, one a line or one by one, with room and shift where she gives them; or one name, where one is asked for.
import type { AnswerValue } from '../../domain/conversation.ts';
import { changedLines, type ToldLine } from '../answers/people/caregiver-changes.ts';
import { readCaregiverList } from '../answers/people/caregiver-list.ts';
import { readHeadcount, saysAllTold } from '../answers/people/headcount.ts';
import { clipped } from '../answers/words/clipped.ts';
import { plain } from '../answers/words/text-forms.ts';
import { choiceOptions } from './choice-question.ts';
import type { QuestionReader } from './question-reader.ts';

/** More lines than this are a paste by mistake. */
const mostCaregivers = 40;
/** What fits in one bubble with the question. */
const mostNamed = 260;

const value = (lines: readonly ToldLine[]): AnswerValue =>
  lines.map(({ name, room, shift }) => ({ name, ...(room ? { room } : {}), ...(shift ? { shift } : {}) }));

const sameWord = (a: string | undefined, b: string | undefined): boolean => a === undefined || b === undefined || a === b;

/** Said twice she is one: "son Lupita y Rosa; Lupita en la mañana". Two of one name are told apart by their rooms. */
function unlike(lines: readonly ToldLine[]): ToldLine[] {
  const kept: ToldLine[] = [];
  for (const line of lines) {
    const at = kept.findIndex(
      (one) => plain(one.name) === plain(line.name) && sameWord(one.room, line.room) && sameWord(one.shift, line.shift),
    );
    if (at < 0) kept.push(line);
    else kept[at] = { ...kept[at], ...line };
  }
  return kept;
}

const named = (lines: readonly ToldLine[]): string => clipped(lines.map(({ name }) => `«${name}»`).join(', '), mostNamed);

/** "Lupita, Rosa y Chayo". */
const spoken = (lines: readonly ToldLine[]): string =>
  clipped(
    lines
      .map(({ name }) => name)
      .join(', ')
      .replace(/, ([^,]+)$/, ' y $1'),
    mostNamed,
  );

export const caregiversQuestion: QuestionReader = {
  options: choiceOptions,
  bursts: true,
  read(input, question, c) {
    const { rooms, shifts } = c.program.programme;
    const read = unlike(readCaregiverList(input.text, rooms, shifts)).slice(0, mostCaregivers);
    const [kept, counted] = [`${question.key}:dicho`, `${question.key}:son`];
    const told = c.thread.answers[kept];
    const before = Array.isArray(told) ? (told as unknown as ToldLine[]) : undefined;
    const waits = Number(c.thread.answers[counted] ?? 0);
    const lines = before ? (waits > 0 ? unlike([...before, ...read]) : (changedLines(before, read, input.text) ?? read)) : read;
    const many = question.step.max !== 1;
    const count = many ? (readHeadcount(input.text) ?? waits) : 0;
    if (before && waits > 0 && saysAllTold(input.text))
      return { kind: 'answer', value: value(lines), with: forgotten(question.key) };
    if (!lines.length && count > 0)
      return { kind: 'explain', text: c.text('maestras.como-se-llaman', { count }), keep: { [counted]: count } };
    if (!lines.length || (waits > 0 && !read.length && count === waits)) return { kind: 'unclear' };
    if (lines.length > (question.step.max ?? mostCaregivers))
      return { kind: 'candidates', values: lines.map((line) => value([line])), labels: lines.map(({ name }) => name) };
    const sure = lines.filter(({ doubt }) => !doubt);
    if (sure.length < lines.length && sure.length > 0 && many)
      return {
        kind: 'candidates',
        values: [value(lines), value(sure)],
        labels: [c.text('maestras.tambien-ella'), c.text('maestras.ella-no')],
        text: c.text('maestras.es-maestra', { names: spoken(sure), doubted: named(lines.filter(({ doubt }) => doubt)) }),
        keep: { [kept]: value(lines) },
      };
    if (sure.length < lines.length)
      return {
        kind: 'confirm',
        value: value(lines),
        words: c.text('casa.entendi-nombres', { names: named(lines) }),
        keep: { [kept]: value(lines) },
      };
    if (count > lines.length)
      return {
        kind: 'explain',
        text: c.text('maestras.quien-falta', { names: spoken(lines), count }),
        keep: { [kept]: value(lines), [counted]: count },
      };
    return { kind: 'answer', value: value(lines), with: forgotten(question.key) };
  },
};

const forgotten = (key: string): Record<string, null> => ({ [`${key}:dicho`]: null, [`${key}:son`]: null });
