// What a closed answer says besides: of the sentences written for it none is taken for an option that it does not mean.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { understandText } from '../../src/engine/understand-text.ts';
import { type EvalCase, judge } from '../eval/eval.ts';
import { houseProgram } from '../support/test-house.ts';

const { program } = houseProgram();
const file = new URL('../corpora/closed-f-development.jsonl', import.meta.url);
const cases = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as EvalCase);
/** Known: what only somebody who knows the question can tell. */
const beyondUs = new Set([
  'lo logra con ayuda',
  'siempre trae el cubrebocas',
  'borre la anterior, era siempre',
  'no me dejan',
  'no difícil, lo que sigue',
  'poco, pero algo es algo',
  'yo me enojé',
  'sí, hoy',
]);

test('no sentence is taken for an option that it does not mean', () => {
  const wrong = cases.filter((one) => {
    const read = understandText(one.in, program);
    const kept = read.kind === 'choice' || read.kind === 'choices';
    return kept && judge(one, read) === 'silent' && !beyondUs.has(one.in.text);
  });
  expect(wrong.map(({ in: { text } }) => text)).toEqual([]);
});

test('most of them are understood', () => {
  const right = cases.filter((one) => judge(one, understandText(one.in, program)) === 'right');
  expect(right.length).toBeGreaterThan(cases.length * 0.7);
});
