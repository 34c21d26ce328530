// What stands on the slip that a caregiver fills in, in the words of content: whoever prints it only lays it out.
import { slipQuestions } from '../domain/slip.ts';
import type { MentoringContext } from './mentoring-context.ts';
import { slipCode } from './slip-code.ts';

export interface SlipPage {
  title: string;
  intro: string;
  questions: string[];
  /** From the lowest to the highest, with the number that is entered for it. */
  scale: { value: number; label: string }[];
  unanswered: string;
  whereTo: string;
  codeLabel: string;
  code: string;
}

/** With no name on it: she is told apart by the code alone. */
export function slipPage(c: Pick<MentoringContext, 'text'>, cycleId: string): SlipPage {
  return {
    title: c.text('papeleta.titulo'),
    intro: c.text('papeleta.intro'),
    questions: slipQuestions.map((question) => c.text(`papeleta.pregunta-${question}`)),
    scale: [1, 2, 3, 4].map((value) => ({ value, label: c.text(`papeleta.escala-${value}`) })),
    unanswered: c.text('papeleta.si-no-quiere'),
    whereTo: c.text('papeleta.donde-va'),
    codeLabel: c.text('papeleta.codigo'),
    code: slipCode(cycleId),
  };
}
