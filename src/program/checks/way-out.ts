// Required questions that do not say why they are: whoever wants to skip one is owed a kind reason.
import { type Check, problemAt } from './static-check.ts';
import { askSteps } from './walk-steps.ts';

export const wayOut: Check = (files) =>
  Object.entries(files.flows).flatMap(([name, flow]) =>
    askSteps(flow).flatMap(({ step, path }) => {
      // A question that rests is simply left; there is nothing to insist on.
      if (step.needed !== 'required' || step.rests) return [];
      const entry = files.texts[name]?.value[step.ask];
      if (typeof entry === 'object' && entry.why) return [];
      return [
        problemAt(
          flow,
          [...path, 'ask'],
          `"${step.ask}" is required and does not say why`,
          `Add "why:" to "${step.ask}" in the texts, or "needed: optional" (or deferrable) to the question.`,
        ),
      ];
    }),
  );
