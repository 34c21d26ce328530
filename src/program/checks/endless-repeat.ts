// Repeats that may go round for ever, because a round neither asks nor does anything.
import type { FlowStep } from '../flow-schema.ts';
import type { LoadedFiles } from '../load-program.ts';
import { type Check, problemAt } from './static-check.ts';
import { placedSteps } from './walk-steps.ts';

/** Whether every way through the steps asks, does something, or leaves. */
function alwaysActs(steps: readonly FlowStep[], files: LoadedFiles, calls: readonly string[]): boolean {
  return steps.some((step) => {
    if ('ask' in step || 'do' in step || 'go' in step || 'end' in step) return true;
    if ('branch' in step)
      return alwaysActs(step.then, files, calls) && Boolean(step.otherwise && alwaysActs(step.otherwise, files, calls));
    if ('call' in step) {
      const called = files.flows[step.call];
      return Boolean(called) && !calls.includes(step.call) && alwaysActs(called?.value.steps ?? [], files, [...calls, step.call]);
    }
    return false;
  });
}

export const endlessRepeat: Check = (files) =>
  Object.values(files.flows).flatMap((flow) =>
    placedSteps(flow).flatMap(({ step, path }) =>
      'repeat' in step && !alwaysActs(step.steps, files, [])
        ? [
            problemAt(
              flow,
              [...path, 'repeat'],
              `A round of "${step.repeat}" may pass without asking or doing anything, so that the list never gets shorter`,
              'Put an "ask" or a "do" in the round that every branch comes to.',
            ),
          ]
        : [],
    ),
  );
