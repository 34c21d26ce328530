// Flows that the program opens and that are gone, and flows that nothing opens.
import { adviceAt, type Check } from './static-check.ts';
import { placedSteps } from './walk-steps.ts';

export const unopenedFlow: Check = (files, _program, names) => {
  const led = new Set(
    Object.values(files.flows).flatMap((flow) =>
      placedSteps(flow).flatMap(({ step }) => ('call' in step ? [step.call] : 'go' in step ? [step.go] : [])),
    ),
  );
  const gone = [...names.openedFlows].filter((name) => !files.flows[name]);
  return [
    ...gone.map((name) => ({
      file: `flows/${name}.yaml`,
      line: 1,
      column: 1,
      message: `The program opens the flow "${name}", and it is not there`,
      fix: 'Put it back, under the same name.',
    })),
    ...Object.entries(files.flows)
      .filter(([name]) => !led.has(name) && !names.openedFlows.has(name) && !names.quotedWords.has(name))
      .map(([name, flow]) =>
        adviceAt(flow, ['flow'], `Nothing opens the flow "${name}"`, 'Name it in a "go" or "call" of another flow.'),
      ),
  ];
};
