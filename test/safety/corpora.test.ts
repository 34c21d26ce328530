// How many tellings of harm are heard, and how many ordinary days are disturbed: one set to tune by, one that is only counted.
import { describe, expect, it } from 'vitest';
import { harmIn } from '../../src/engine/safety/safeguarding.ts';
import { ownSections, safetyCorpus, writtenApart } from '../support/safety-corpora.ts';
import { houseProgram } from '../support/test-house.ts';

const { safeguarding } = houseProgram().program;
const levelOf = (text: string): string => harmIn(safeguarding, text)?.level ?? 'none';

describe('what may be a matter of safety', () => {
  it('is heard in every line of the set to tune by, and no ordinary line of it is', () => {
    const { harm, ordinary } = ownSections('safeguarding-development.txt');
    expect(harm.length).toBeGreaterThan(200);
    expect(ordinary.length).toBeGreaterThan(300);
    expect(harm.filter((text) => levelOf(text) === 'none')).toEqual([]);
    expect(ordinary.filter((text) => levelOf(text) !== 'none')).toEqual([]);
  });

  it('is heard in the set that is only counted', () => {
    const { harm, ordinary } = ownSections('safeguarding-report.txt');
    const missed = harm.filter((text) => levelOf(text) === 'none');
    const alarmed = ordinary.filter((text) => levelOf(text) === 'clear');
    const asked = ordinary.filter((text) => levelOf(text) === 'possible');
    expect(harm.length).toBeGreaterThan(100);
    expect(missed).toEqual([]);
    expect(alarmed).toEqual([]);
    expect(asked.length / ordinary.length).toBeLessThanOrEqual(0.01);
  });

  it('is heard in every telling that was written apart from the code, and ordinary days are left alone', () => {
    expect(writtenApart.harm().filter((text) => levelOf(text) === 'none')).toEqual([]);
    const { ordinary } = safetyCorpus('development');
    expect(ordinary.length).toBeGreaterThan(2000);
    const alarmed = ordinary.filter((text) => levelOf(text) === 'clear');
    const asked = ordinary.filter((text) => levelOf(text) === 'possible');
    expect(alarmed.length / ordinary.length, alarmed.join('\n')).toBeLessThanOrEqual(0.001);
    expect(asked.length / ordinary.length, asked.join('\n')).toBeLessThanOrEqual(0.01);
  });

  it('is not heard in figures of speech, but in what is said beside them', () => {
    const figures = ['me muero de risa', 'me mata el sueño', 'le pegó el dengue a la maestra', 'todavía no, se movió al jueves'];
    expect(figures.filter((text) => levelOf(text) !== 'none')).toEqual([]);
    expect(levelOf('me muero de coraje, le pegó a un niño')).toBe('clear');
    expect(levelOf('otra vez le pegó otra maestra a un bebé')).toBe('clear');
  });

  it('is asked about where whom she strikes is not named', () => {
    const unnamed = [
      'le pego a una y me di cuenta',
      'golpeo a otro, me toco verlo',
      'pero hace rato jaloneo a uno enfrente de mi',
    ];
    expect(unnamed.filter((text) => levelOf(text) === 'none')).toEqual([]);
    expect(levelOf('un niño le pegó a otro')).toBe('none');
  });

  it('is not heard in what a denial takes back', () => {
    const denied = ['no les grita ni los jalonea', 'nunca le pegó a un niño', 'sin golpes ni castigos', 'no los obliga a comer'];
    expect(denied.filter((text) => levelOf(text) === 'clear')).toEqual([]);
  });
});
