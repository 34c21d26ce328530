// Tellings of harm and ordinary days as they stand in the corpora: to tune by, and to be counted only.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EvalCase } from '../eval/eval.ts';
import { root } from './test-house.ts';

export interface SafetyCorpus {
  harm: string[];
  ordinary: string[];
}

const corpora = join(root, 'test/corpora');
const linesOf = (name: string): string[] =>
  readFileSync(join(corpora, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
/** " / " is a new bubble. */
const asWritten = (line: string): string => line.replaceAll(' / ', '\n');

function sections(name: string): SafetyCorpus {
  const found: SafetyCorpus = { harm: [], ordinary: [] };
  let into: string[] = [];
  for (const line of linesOf(name)) {
    if (line === '[harm]') into = found.harm;
    else if (line === '[ordinary]') into = found.ordinary;
    else into.push(asWritten(line));
  }
  return found;
}

/** What answers questions is ordinary as well, but where it is said that it is not. */
function answers(part: string): string[] {
  return readdirSync(corpora)
    .filter((name) => name.endsWith(`-${part}.jsonl`) && !name.startsWith('names-'))
    .flatMap((name) => linesOf(name).map((line) => JSON.parse(line) as EvalCase))
    .filter(({ out, also = [] }) => ![out, ...also].some(({ kind }) => kind === 'safeguarding'))
    .map(({ in: asked }) => asked.text);
}

export const writtenApart = {
  harm: (): string[] => linesOf('safeguarding-b-development.txt').map(asWritten),
  ordinary: (): string[] => linesOf('ordinary-development.txt').map(asWritten),
};

export function safetyCorpus(part: 'development' | 'report'): SafetyCorpus {
  const own = sections(`safeguarding-${part}.txt`);
  if (part === 'report') return { harm: own.harm, ordinary: [...own.ordinary, ...answers(part)] };
  return {
    harm: [...own.harm, ...writtenApart.harm()],
    ordinary: [...own.ordinary, ...writtenApart.ordinary(), ...answers(part)],
  };
}

export const ownSections = sections;
