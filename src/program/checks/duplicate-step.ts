// Questions asked twice on one way: the second would be passed over in silence, because it already has an answer.
import type { LoadedFiles } from '../load-program.ts';
import type { Problem } from '../problem.ts';
import { excludeEachOther, flowPaths } from './flow-paths.ts';
import { type Check, problemAt } from './static-check.ts';
import { placedSteps } from './walk-steps.ts';

export const duplicateStep: Check = (files) =>
  Object.keys(files.flows).flatMap((name) => [...askedTwice(files, name), ...saidAndAsked(files, name)]);

function askedTwice(files: LoadedFiles, name: string): Problem[] {
  const flow = files.flows[name];
  if (!flow) return [];
  return flowPaths(files, name).asks.flatMap(({ asked, before }) => {
    const earlier = before.find((one) => !excludeEachOther(one, asked));
    if (!earlier) return [];
    const where =
      earlier.flow === name ? `line ${flow.at(earlier.path).line}` : `the flow "${earlier.flow}" that is called before`;
    return [
      problemAt(
        flow,
        [...asked.path, 'ask'],
        `"${asked.step.ask}" was asked already, in ${where}; its answer is known, so this question would never be put`,
        'Give this question an id of its own, or move the two to branches that exclude each other.',
      ),
    ];
  });
}

/** One key of the texts is either a sentence or a question. */
function saidAndAsked(files: LoadedFiles, name: string): Problem[] {
  const flow = files.flows[name];
  const steps = flow ? placedSteps(flow) : [];
  const asked = new Set(steps.flatMap(({ step }) => ('ask' in step ? [step.ask] : [])));
  return steps.flatMap(({ step, path }) =>
    flow && 'say' in step && asked.has(step.say)
      ? [problemAt(flow, [...path, 'say'], `"${step.say}" is the id of a question too`, 'Give the sentence an id of its own.')]
      : [],
  );
}
