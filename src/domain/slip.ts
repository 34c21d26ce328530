// The slip that a caregiver fills in after a cycle: three answers on paper, known by a code, entered by staff, never seen by her mentor.
import type { Theme } from './mentoring-cycle.ts';

export const slipQuestions = ['useful', 'understood', 'respected'] as const;
export type SlipQuestion = (typeof slipQuestions)[number];

/** From 1, not at all, to 4, very much; null: she did not answer. */
export type SlipValue = 1 | 2 | 3 | 4 | null;

/** `centre`: what was written behind the code, where one code is of two centres. */
export interface SlipLine {
  code: string;
  centre: string | null;
  /** In the order of the questions. */
  values: SlipValue[];
}

/** `cycle` is null where no code, or more than one cycle, is meant; then `centres` names those it may be of. */
export interface FoundSlip {
  line: SlipLine;
  cycle: { id: string; theme: Theme; iteration: string; centreId: string; zone: string; centre: string } | null;
  centres: string[];
  /** Was entered before: the new one counts. */
  again: boolean;
}
