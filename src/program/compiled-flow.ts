// A flow as a flat list of instructions: a position in it is a number, so that a conversation is small and survives being written down.
import type { MessageKind } from '../domain/outbound-message.ts';
import type { AskStep, FlowFile, FlowStep } from './flow-schema.ts';

export type Test = { condition: string } | { answer: string; is: string[] };

export type Instruction =
  | { op: 'say'; id: string; kind: MessageKind; attach?: 'tip-video' }
  | { op: 'ask'; id: string; question: AskStep; one?: string }
  | { op: 'do'; verb: string }
  | { op: 'call'; flow: string }
  | { op: 'go'; flow: string }
  /** `one`: inside a repeat an answer is the current element's. */
  | { op: 'unless'; test: Test; to: number; one?: string }
  | { op: 'jump'; to: number }
  /** Takes the first element of the list as `one`, or jumps where the list is empty. */
  | { op: 'each'; list: string; one: string; to: number }
  | { op: 'end' };

export interface CompiledFlow {
  flow: string;
  about: 'caregiver' | 'nobody';
  code: boolean;
  passing: boolean;
  resumes: boolean;
  instructions: Instruction[];
}

export function compileFlow(file: FlowFile): CompiledFlow {
  const instructions: Instruction[] = [];
  const compile = (steps: readonly FlowStep[], one: string | undefined): void => {
    for (const step of steps) {
      if ('say' in step) {
        instructions.push({
          op: 'say',
          id: step.say,
          kind: step.kind ?? 'statement',
          ...(step.attach ? { attach: step.attach } : {}),
        });
      } else if ('ask' in step) {
        instructions.push({ op: 'ask', id: step.ask, question: step, ...(one ? { one } : {}) });
      } else if ('do' in step) {
        instructions.push({ op: 'do', verb: step.do });
      } else if ('call' in step) {
        instructions.push({ op: 'call', flow: step.call });
      } else if ('go' in step) {
        instructions.push({ op: 'go', flow: step.go });
      } else if ('end' in step) {
        instructions.push({ op: 'end' });
      } else if ('branch' in step) {
        const test: Test = typeof step.branch === 'string' ? { condition: step.branch } : step.branch;
        const unless = { op: 'unless' as const, test, to: 0, ...(one ? { one } : {}) };
        instructions.push(unless);
        compile(step.then, one);
        if (step.otherwise) {
          const jump = { op: 'jump' as const, to: 0 };
          instructions.push(jump);
          unless.to = instructions.length;
          compile(step.otherwise, one);
          jump.to = instructions.length;
        } else {
          unless.to = instructions.length;
        }
      } else {
        const each = { op: 'each' as const, list: step.repeat, one: step.one, to: 0 };
        const start = instructions.length;
        instructions.push(each);
        compile(step.steps, step.one);
        instructions.push({ op: 'jump', to: start });
        each.to = instructions.length;
      }
    }
  };
  compile(file.steps, undefined);
  instructions.push({ op: 'end' });
  return { flow: file.flow, about: file.about, code: file.code, passing: file.passing, resumes: file.resumes, instructions };
}

/** The flows that a flow calls, and those which they call. `go` is not among them: it begins a thread of its own. */
export function calledFlows(flows: Readonly<Record<string, CompiledFlow>>, root: string): string[] {
  const found = new Set<string>();
  const visit = (flow: string): void => {
    if (found.has(flow)) return;
    found.add(flow);
    for (const instruction of flows[flow]?.instructions ?? []) if (instruction.op === 'call') visit(instruction.flow);
  };
  visit(root);
  return [...found].sort();
}
