// Flows that call each other in a circle: whoever comes in never gets out.
import type { LoadedFiles } from '../load-program.ts';
import { type Check, problemAt } from './static-check.ts';
import { placedSteps } from './walk-steps.ts';

function callsOf(files: LoadedFiles, name: string) {
  const flow = files.flows[name];
  return flow ? placedSteps(flow).flatMap(({ step, path }) => ('call' in step ? [{ target: step.call, path }] : [])) : [];
}

function leadsTo(files: LoadedFiles, from: string, wanted: string, trail: readonly string[]): readonly string[] | undefined {
  if (from === wanted) return trail;
  for (const { target } of callsOf(files, from)) {
    if (trail.includes(target) && target !== wanted) continue;
    const found = leadsTo(files, target, wanted, [...trail, target]);
    if (found) return found;
  }
  return undefined;
}

export const callCycle: Check = (files) =>
  Object.entries(files.flows).flatMap(([name, flow]) =>
    callsOf(files, name).flatMap(({ target, path }) => {
      const trail = leadsTo(files, target, name, [name, target]);
      if (!trail) return [];
      return [
        problemAt(
          flow,
          [...path, 'call'],
          `This call goes in a circle: ${trail.join(' → ')}`,
          'Take out one of the calls, or use "go" where the other flow should take over.',
        ),
      ];
    }),
  );
