// Flows that hand over to each other in a circle without ever asking anything.
import type { FlowStep } from '../flow-schema.ts';
import { type Check, type Path, problemAt } from './static-check.ts';

/** The hand-overs that can be come to before any question is asked for certain. */
function silentHandOvers(steps: readonly FlowStep[], path: Path, found: { target: string; path: Path }[]): boolean {
  for (const [index, step] of steps.entries()) {
    const here = [...path, index];
    if ('go' in step) found.push({ target: step.go, path: [...here, 'go'] });
    if ('ask' in step || 'end' in step || 'go' in step) return true;
    if ('branch' in step) {
      const then = silentHandOvers(step.then, [...here, 'then'], found);
      const otherwise = step.otherwise ? silentHandOvers(step.otherwise, [...here, 'otherwise'], found) : false;
      if (then && otherwise) return true;
    }
    if ('repeat' in step) silentHandOvers(step.steps, [...here, 'steps'], found);
  }
  return false;
}

export const endlessGo: Check = (files) => {
  const handOvers = new Map(
    Object.entries(files.flows).map(([name, flow]) => {
      const found: { target: string; path: Path }[] = [];
      silentHandOvers(flow.value.steps, ['steps'], found);
      return [name, found];
    }),
  );
  const reaches = (from: string, wanted: string, seen: ReadonlySet<string>): boolean =>
    from === wanted ||
    (handOvers.get(from) ?? []).some(({ target }) => !seen.has(target) && reaches(target, wanted, new Set([...seen, target])));
  return Object.entries(files.flows).flatMap(([name, flow]) =>
    (handOvers.get(name) ?? [])
      .filter(({ target }) => reaches(target, name, new Set([target])))
      .map(({ target, path }) =>
        problemAt(
          flow,
          path,
          `"${name}" and "${target}" may hand over to each other for ever without a question`,
          'Ask something before handing over, or end the flow here.',
        ),
      ),
  );
};
