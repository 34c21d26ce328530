// Bubbles that ask several things at once: people answer the last one.
import { type Check, problemAt } from './static-check.ts';
import { askSteps } from './walk-steps.ts';

/** "¿Ya la hizo? ¿Sí o no?" is one question asked twice; three are an interview. */
const mostQuestions = 2;

export const oneQuestion: Check = (files) =>
  Object.entries(files.flows).flatMap(([name, flow]) => {
    const texts = files.texts[name];
    const asks = new Map(askSteps(flow).map(({ step }) => [step.ask, step]));
    return [...asks.values()].flatMap((step) => {
      const entry = texts?.value[step.ask];
      if (!texts || typeof entry !== 'object' || !entry.ask || step.as === 'facts') return [];
      const questions = entry.ask.split('¿').length - 1;
      if (questions <= mostQuestions) return [];
      return [
        problemAt(
          texts,
          [step.ask, 'ask'],
          `"${step.ask}" asks ${questions} things at once`,
          'Ask one thing; make the others questions of their own, or one question "as: facts".',
        ),
      ];
    });
  });
