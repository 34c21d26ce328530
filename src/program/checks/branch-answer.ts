// Branches on answers: the question must have been asked before, be a closed one, and offer the options named.
import type { AskStep } from '../flow-schema.ts';
import { flowPaths } from './flow-paths.ts';
import { suggestion } from './name-sets.ts';
import { type Check, problemAt } from './static-check.ts';

/** The words that an answer may be; undefined where a list of mentoring decides; empty for free words. */
function possibleAnswers(step: AskStep): string[] | undefined {
  if (step.as === 'yes-no') return ['si', 'no'];
  if (step.as !== 'choice' && step.as !== 'consent' && step.as !== 'recap') return [];
  return step['options-from'] ? undefined : (step.options ?? []);
}

export const branchAnswer: Check = (files) =>
  Object.entries(files.flows).flatMap(([name, flow]) =>
    flowPaths(files, name).branches.flatMap(({ step, path, before }) => {
      if (typeof step.branch === 'string') return [];
      const { answer, is } = step.branch;
      const here = [...path, 'branch', 'answer'];
      const asked = before.filter((earlier) => earlier.step.ask === answer);
      if (!asked.length) {
        const known = [...new Set(before.map((earlier) => earlier.step.ask))];
        return [
          problemAt(
            flow,
            here,
            `Nothing asks "${answer}" before this branch`,
            known.length ? suggestion(answer, known) : 'Ask it first, or test a condition.',
          ),
        ];
      }
      const answers = asked.map((one) => possibleAnswers(one.step));
      if (answers.some((one) => one === undefined)) return [];
      const offered = [...new Set(answers.flatMap((one) => one ?? []))];
      if (!offered.length) {
        const kind = asked[0]?.step.as;
        return [
          problemAt(
            flow,
            here,
            `"${answer}" is answered in free words (${kind}), which no option can be compared with`,
            'Ask it as a choice or as yes-no, or test a condition.',
          ),
        ];
      }
      return is.flatMap((option, index) =>
        offered.includes(option)
          ? []
          : [
              problemAt(
                flow,
                [...path, 'branch', 'is', index],
                `The question "${answer}" has no option "${option}"`,
                suggestion(option, offered),
              ),
            ],
      );
    }),
  );
