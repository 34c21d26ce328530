// Sentences written for the kinds of failures that somebody described who had seen them: hardly one is kept wrongly.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { understandText } from '../../src/engine/understand-text.ts';
import { type EvalCase, judge } from '../eval/eval.ts';
import { houseProgram } from '../support/test-house.ts';

const { program } = houseProgram();
const cases = ['closed-h', 'when-f'].flatMap((name) =>
  readFileSync(new URL(`../corpora/${name}-development.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as EvalCase),
);
const outcomes = cases.map((one) => judge(one, understandText(one.in, program)));
const share = (wanted: string): number => outcomes.filter((outcome) => outcome === wanted).length / cases.length;

test('most are read', () => expect(share('right')).toBeGreaterThan(0.87));
test('one in a hundred at most is kept wrongly', () => expect(share('silent')).toBeLessThanOrEqual(0.01));
