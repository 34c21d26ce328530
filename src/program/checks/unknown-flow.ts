// Flows that are called or gone to and do not exist, and files whose flow has another name.

import { suggestion } from './name-sets.ts';
import { type Check, problemAt } from './static-check.ts';
import { placedSteps } from './walk-steps.ts';

export const unknownFlow: Check = (files) =>
  Object.entries(files.flows).flatMap(([name, flow]) => [
    ...(flow.value.flow === name
      ? []
      : [
          problemAt(
            flow,
            ['flow'],
            `The file is called "${name}" and its flow "${flow.value.flow}"`,
            `Write "flow: ${name}", or rename the file.`,
          ),
        ]),
    ...placedSteps(flow).flatMap(({ step, path }) => {
      const key = 'call' in step ? 'call' : 'go' in step ? 'go' : undefined;
      const target = 'call' in step ? step.call : 'go' in step ? step.go : undefined;
      if (!key || !target || files.flows[target]) return [];
      return [
        problemAt(flow, [...path, key], `There is no flow called "${target}"`, suggestion(target, Object.keys(files.flows))),
      ];
    }),
  ]);
