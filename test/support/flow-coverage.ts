// Which steps and which sides of branches the transcripts go through, by the names that authors know.
import type { CompiledFlow, Instruction } from '../../src/program/compiled-flow.ts';

export interface Coverage {
  trace(step: string): void;
  /** Names of what nobody went through. */
  missing(): string[];
  total(): number;
}

/** Never true when gone through in order: its question is reached by correcting only. */
const oneSided = new Set(['only-when-corrected']);

function nameOf(instruction: Instruction): string | undefined {
  switch (instruction.op) {
    case 'say':
    case 'ask':
      return `${instruction.op} ${instruction.id}`;
    case 'do':
      return `do ${instruction.verb}`;
    case 'call':
    case 'go':
      return `${instruction.op} ${instruction.flow}`;
    case 'unless': {
      const { test } = instruction;
      return `branch ${'condition' in test ? test.condition : `${test.answer} is ${test.is.join('/')}`}`;
    }
    case 'each':
      return `repeat ${instruction.list}`;
    case 'jump':
    case 'end':
      return undefined;
  }
}

export function flowCoverage(flows: Readonly<Record<string, CompiledFlow>>): Coverage {
  const visited = new Set<string>();
  let last: { flow: string; at: number } | undefined;
  const wanted = new Map<string, string>();
  for (const { flow, instructions } of Object.values(flows)) {
    instructions.forEach((instruction, at) => {
      const name = nameOf(instruction);
      if (name === undefined) return;
      if (instruction.op === 'unless' || instruction.op === 'each') {
        const [first, second] = instruction.op === 'each' ? ['with elements', 'empty'] : ['then', 'otherwise'];
        const constant =
          instruction.op === 'unless' && 'condition' in instruction.test && oneSided.has(instruction.test.condition);
        if (!constant) wanted.set(`${flow}:${at}>${at + 1}`, `${flow}: ${name}, ${first}`);
        wanted.set(`${flow}:${at}>${instruction.to}`, `${flow}: ${name}, ${second}`);
      } else wanted.set(`${flow}:${at}`, `${flow}: ${name}`);
    });
  }
  return {
    trace(step) {
      // Which reader took a text is no step of a flow.
      if (!step.includes(':')) return;
      visited.add(step);
      const [flow = '', index = ''] = step.split(':');
      if (last?.flow === flow) visited.add(`${flow}:${last.at}>${index}`);
      last = { flow, at: Number(index) };
    },
    missing: () => [...wanted].flatMap(([key, name]) => (visited.has(key) ? [] : [name])),
    total: () => wanted.size,
  };
}
