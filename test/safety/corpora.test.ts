// How many tellings of harm are heard, and how many ordinary days are disturbed: one set to tune by, one that is only counted.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { harmIn } from '../../src/engine/safeguarding.ts';
import { houseProgram, root } from '../support/test-house.ts';

interface Corpus {
  harm: string[];
  ordinary: string[];
}

function corpus(name: string): Corpus {
  const found: Corpus = { harm: [], ordinary: [] };
  let into: string[] = [];
  for (const line of readFileSync(join(root, 'test/corpora', `safeguarding-${name}.txt`), 'utf8').split('\n')) {
    if (line === '[harm]') into = found.harm;
    else if (line === '[ordinary]') into = found.ordinary;
    else if (line !== '' && !line.startsWith('#')) into.push(line.replaceAll(' / ', '\n'));
  }
  return found;
}

const { safeguarding } = houseProgram().program;
const levelOf = (text: string): string => harmIn(safeguarding, text)?.level ?? 'none';

describe('what may be a matter of safety', () => {
  it('is heard in every line of the set to tune by, and no ordinary line of it is', () => {
    const { harm, ordinary } = corpus('development');
    expect(harm.length).toBeGreaterThan(200);
    expect(ordinary.length).toBeGreaterThan(300);
    expect(harm.filter((text) => levelOf(text) === 'none')).toEqual([]);
    expect(ordinary.filter((text) => levelOf(text) !== 'none')).toEqual([]);
  });

  it('is heard in the set that is only counted', () => {
    const { harm, ordinary } = corpus('report');
    const missed = harm.filter((text) => levelOf(text) === 'none');
    const alarmed = ordinary.filter((text) => levelOf(text) === 'clear');
    const asked = ordinary.filter((text) => levelOf(text) === 'possible');
    expect(harm.length).toBeGreaterThan(100);
    expect(missed).toEqual([]);
    expect(alarmed).toEqual([]);
    expect(asked.length / ordinary.length).toBeLessThanOrEqual(0.01);
  });

  it('is not heard in what a denial takes back', () => {
    const denied = ['no les grita ni los jalonea', 'nunca le pegó a un niño', 'sin golpes ni castigos', 'no los obliga a comer'];
    expect(denied.filter((text) => levelOf(text) === 'clear')).toEqual([]);
  });
});
