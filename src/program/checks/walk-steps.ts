// Goes through the steps of a flow as they are nested, each with its place in the file.
import type { AskStep, FlowFile, FlowStep } from '../flow-schema.ts';
import type { YamlFile } from '../read-yaml.ts';
import type { Path } from './static-check.ts';

export interface PlacedStep {
  step: FlowStep;
  path: Path;
  /** The repeats around it, outermost first. */
  repeats: { list: string; one: string }[];
}

export type BranchStep = Extract<FlowStep, { branch: unknown }>;

/** The step lists inside a step, with the key under which each stands. */
export function innerLists(step: FlowStep): { key: 'then' | 'otherwise' | 'steps'; steps: FlowStep[] }[] {
  if ('branch' in step) {
    return [{ key: 'then', steps: step.then }, ...(step.otherwise ? [{ key: 'otherwise' as const, steps: step.otherwise }] : [])];
  }
  return 'repeat' in step ? [{ key: 'steps', steps: step.steps }] : [];
}

export function placedSteps(flow: YamlFile<FlowFile>): PlacedStep[] {
  const found: PlacedStep[] = [];
  const walk = (steps: readonly FlowStep[], path: Path, repeats: PlacedStep['repeats']): void => {
    steps.forEach((step, index) => {
      const here = [...path, index];
      found.push({ step, path: here, repeats });
      const inside = 'repeat' in step ? [...repeats, { list: step.repeat, one: step.one }] : repeats;
      for (const { key, steps: inner } of innerLists(step)) walk(inner, [...here, key], inside);
    });
  };
  walk(flow.value.steps, ['steps'], []);
  return found;
}

export interface PlacedAsk extends PlacedStep {
  step: AskStep;
}

export function askSteps(flow: YamlFile<FlowFile>): PlacedAsk[] {
  return placedSteps(flow).flatMap((placed) => ('ask' in placed.step ? [{ ...placed, step: placed.step }] : []));
}

/** Questions of the flow and of the flows it calls, by step id. */
export function asksWithin(flows: Readonly<Record<string, YamlFile<FlowFile>>>, name: string): Map<string, AskStep> {
  const found = new Map<string, AskStep>();
  const seen = new Set<string>();
  const visit = (flow: string): void => {
    const yaml = flows[flow];
    if (seen.has(flow) || !yaml) return;
    seen.add(flow);
    for (const { step } of placedSteps(yaml)) {
      if ('ask' in step) found.set(step.ask, found.get(step.ask) ?? step);
      if ('call' in step) visit(step.call);
    }
  };
  visit(name);
  return found;
}
