// Follows every way through a flow: what may have been asked before each step, and which steps no way leads to.
import type { AskStep, FlowFile, FlowStep } from '../flow-schema.ts';
import type { LoadedFiles } from '../load-program.ts';
import type { YamlFile } from '../read-yaml.ts';
import type { Path } from './static-check.ts';
import type { BranchStep } from './walk-steps.ts';

interface Guard {
  test: BranchStep['branch'];
  holds: boolean;
}
export interface Asked {
  step: AskStep;
  flow: string;
  path: Path;
  guards: readonly Guard[];
  /** The repeat it stands in; its answers are kept one for each element. */
  one: string;
}
export interface FlowPaths {
  /** Questions with those of the same id that may have been asked on the way to them. */
  asks: { asked: Asked; before: Asked[] }[];
  branches: { step: BranchStep; path: Path; before: Asked[] }[];
  /** First step of each stretch that no way leads to. */
  unreachable: Path[];
}

type Known = readonly Asked[];

export function flowPaths(files: LoadedFiles, name: string): FlowPaths {
  const found: FlowPaths = { asks: [], branches: [], unreachable: [] };
  const flow = files.flows[name];
  if (flow) followFlow(files, flow, [], [], found, [name]);
  return found;
}

/** What is known where the flow is at its end; undefined where every way of it ends the talk or hands over. */
function followFlow(
  files: LoadedFiles,
  flow: YamlFile<FlowFile>,
  before: Known,
  outer: readonly Guard[],
  found: FlowPaths | undefined,
  calls: readonly string[],
): Known | undefined {
  const follow = (
    steps: readonly FlowStep[],
    path: Path,
    known: Known,
    guards: readonly Guard[],
    one: string,
  ): Known | undefined => {
    let now: Known | undefined = known;
    for (const [index, step] of steps.entries()) {
      const here = [...path, index];
      if (!now) {
        found?.unreachable.push(here);
        return undefined;
      }
      now = after(step, here, now, guards, one);
    }
    return now;
  };
  const after = (step: FlowStep, path: Path, known: Known, guards: readonly Guard[], one: string): Known | undefined => {
    if ('ask' in step) {
      const asked = { step, flow: flow.value.flow, path, guards, one };
      found?.asks.push({ asked, before: known.filter((earlier) => earlier.step.ask === step.ask && earlier.one === one) });
      return [...known, asked];
    }
    if ('end' in step || 'go' in step) return undefined;
    if ('call' in step) {
      const called = files.flows[step.call];
      if (!called || calls.includes(step.call)) return known;
      return followFlow(files, called, known, guards, undefined, [...calls, step.call]);
    }
    if ('branch' in step) {
      found?.branches.push({ step, path, before: [...known] });
      const then = follow(step.then, [...path, 'then'], known, [...guards, { test: step.branch, holds: true }], one);
      const no = [...guards, { test: step.branch, holds: false }];
      const otherwise = step.otherwise ? follow(step.otherwise, [...path, 'otherwise'], known, no, one) : known;
      return then && otherwise ? [...new Set([...then, ...otherwise])] : (then ?? otherwise);
    }
    if ('repeat' in step) {
      // The list may be empty from the start: what comes after a repeat is always reached.
      const round = follow(step.steps, [...path, 'steps'], known, guards, step.one);
      return round ? [...new Set([...known, ...round])] : known;
    }
    return known;
  };
  return follow(flow.value.steps, ['steps'], before, outer, '');
}

/** Whether no way can pass both, since one stands where the other's test fails. */
export function excludeEachOther(one: Asked, other: Asked): boolean {
  return one.guards.some((a) => other.guards.some((b) => contradict(a, b)));
}

function contradict(a: Guard, b: Guard): boolean {
  if (typeof a.test === 'string' || typeof b.test === 'string') return a.test === b.test && a.holds !== b.holds;
  if (a.test.answer !== b.test.answer) return false;
  const [first, second] = [a.test.is, b.test.is];
  if (a.holds && b.holds) return !first.some((option) => second.includes(option));
  if (a.holds && !b.holds) return first.every((option) => second.includes(option));
  if (!a.holds && b.holds) return second.every((option) => first.includes(option));
  return false;
}
