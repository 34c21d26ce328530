// Slips while they are entered, as the answers of the thread: the lines so far, which cycles they are of, and what is recorded in the end.
import type { AnswerValue, Thread } from '../domain/conversation.ts';
import { type FoundSlip, type SlipLine, slipQuestions } from '../domain/slip.ts';
import type { Condition, List, MentoringContext, Value, Verb } from './mentoring-context.ts';

/** The latest line of each code; those that were not found went when they were asked for again. */
export function slipLines({ answers }: Thread): SlipLine[] {
  const rounds = Number(answers.vueltas ?? 0) + 1;
  const lines = new Map<string, SlipLine>();
  for (let round = 0; round <= rounds; round++) {
    for (const key of [`faltan:${round}`, `renglones:${round}`]) {
      const value = answers[key];
      if (value === undefined || value === null) continue;
      if (key.startsWith('faltan')) for (const code of listOf(answers[`perdidas:${round - 1}`])) lines.delete(String(code));
      for (const line of listOf(value) as unknown as SlipLine[]) {
        lines.delete(line.code);
        lines.set(line.code, line);
      }
    }
  }
  return [...lines.values()];
}

const listOf = (value: AnswerValue | undefined): AnswerValue[] => (Array.isArray(value) ? value : []);

export const slipKey = (thread: Thread): string => JSON.stringify(slipLines(thread));

/** As found for the lines that stand now. */
function found({ thread }: Pick<MentoringContext, 'thread'>): FoundSlip[] | undefined {
  const { halladas } = thread.answers;
  if (typeof halladas !== 'object' || halladas === null || Array.isArray(halladas)) return undefined;
  return halladas.de === slipKey(thread) ? (halladas.papeletas as unknown as FoundSlip[]) : undefined;
}

const lost = (c: MentoringContext): FoundSlip[] => (found(c) ?? []).filter(({ cycle }) => cycle === null);

export const slipConditions = {
  'slip-asks-lines': ({ thread }) => slipLines(thread).length === 0,
  'slip-asks-again': (c) => lost(c).length > 0,
} satisfies Record<string, Condition>;

export const slipLists = {
  /** Once more while there is no line, or one whose cycle was not found. */
  'slip-rounds': (c) => {
    const known = found(c);
    if (known && known.length > 0 && lost(c).length === 0) return [];
    return [{ id: String(Number(c.thread.answers.vueltas ?? 0) + 1), label: '' }];
  },
} satisfies Record<string, List>;

const sayValues = (values: SlipLine['values']): string => values.map((value) => value ?? 'n').join(' ');

export const slipValues = {
  slipRecap: (c) =>
    (found(c) ?? [])
      .map(({ line: { code, values }, cycle, again }) => {
        const centre = cycle?.centre ?? '';
        return again
          ? c.text('papeleta.renglon-otra-vez', { code, centre, values: sayValues(values) })
          : c.text('papeleta.renglon', { code, centre, values: sayValues(values) });
      })
      .join('\n'),
  slipLost: (c) =>
    lost(c)
      .map(({ line, centres }) =>
        centres.length > 1
          ? c.text('papeleta.en-varias', { code: line.code, centres: centres.join(', '), first: centres[0] ?? '' })
          : c.text('papeleta.no-hay', { code: line.code }),
      )
      .join('\n'),
  /** How to print one for her, where she accepted. */
  slipOffer: (c) => (c.caregiver?.accepted === 'yes' ? c.text('papeleta.ofrecer', { caregiver: c.caregiver.name }) : ''),
  slipCount: (c) => String((found(c) ?? []).length),
} satisfies Record<string, Value>;

export const slipVerbs = {
  'look-up-slips': (c) => {
    const lines = slipLines(c.thread);
    if (lines.length > 0) c.lookUp({ kind: 'slips', lines, thread: c.thread.id });
  },
  /** Facts alone: no screen of a mentor reads them, and they leave the house only as distributions. The newest of a cycle counts. */
  'record-slips': (c) => {
    for (const { line, cycle } of found(c) ?? []) {
      if (cycle === null) continue;
      const { id, theme, iteration, centreId, zone } = cycle;
      const data = Object.fromEntries(slipQuestions.map((question, index) => [question, line.values[index] ?? null]));
      c.fact('slipRecorded', { cycleId: id, theme, iteration, centreId, zone, captureMode: 'paperLine', data });
    }
  },
  'rewrite-slips': (c) => c.go('papeleta', { answers: {} }),
} satisfies Record<string, Verb>;
