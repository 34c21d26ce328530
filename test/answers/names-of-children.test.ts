// Names of children leave what she writes, and nobody else's does.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { understandText } from '../../src/engine/understand-text.ts';
import type { EvalCase } from '../eval/eval.ts';
import { houseProgram, root } from '../support/test-house.ts';

const { program } = houseProgram();
const cases = readFileSync(join(root, 'test/corpora/names-development.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as EvalCase);
const kept = (text: string, known: string[] = []): string => {
  const read = understandText({ kind: 'names', text, known }, program);
  return read.kind === 'names' ? read.text : '';
};

describe('what is kept of her words', () => {
  it('has no name of a child and no telephone, and every other word', () => {
    expect(cases.length).toBeGreaterThan(200);
    const wrong = cases.flatMap(({ in: asked, out }) => {
      const read = understandText(asked, program);
      if (read.kind !== 'names' || out.kind !== 'names') return [asked.text];
      const same = read.text === out.text && (out.doubtful ?? []).every((name) => read.doubtful.includes(name));
      return same ? [] : [`${asked.text} -> ${read.text} (${read.doubtful.join(', ')})`];
    });
    expect(wrong).toEqual([]);
  });

  it('is not changed by leaving names out once more', () => {
    const changed = cases.map(({ in: asked }) => kept(asked.text)).filter((text) => kept(text) !== text);
    expect(changed).toEqual([]);
  });

  it('keeps what was written to work with: nothing in it is about a named child', () => {
    const texts = readFileSync(join(root, 'test/corpora/ordinary-development.txt'), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(texts.filter((text) => kept(text) !== text)).toEqual([]);
  });
});
