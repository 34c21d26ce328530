// Whatever a person does, in whatever state she is: the engine answers, within its limits, and what it keeps is plain data.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyAct, anyText, wholeCycle } from '../support/any-act.ts';
import { effort, isFullEffort } from '../support/effort.ts';
import { type Act, freshMentor, Walk } from '../support/engine-walk.ts';
import { oddText } from '../support/odd-texts.ts';
import { unansweredBy } from '../support/unanswered.ts';

const runs = (few: number, many: number): { numRuns: number; seed: number; endOnFailure: boolean } => ({
  numRuns: effort(few, many),
  seed: 20260302,
  endOnFailure: isFullEffort,
});

describe('any input in any state', () => {
  it('never throws, keeps to the limits of bubbles and records, and is the same when computed again', async () => {
    const walk = new Walk(await freshMentor());
    const places = [walk.branch()];
    for (const one of wholeCycle) {
      walk.act(one);
      places.push(walk.branch());
    }
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.array(anyAct, { minLength: 1, maxLength: effort(25, 60) }), (place, acts) => {
        const here = place.branch();
        for (const one of acts) here.act(one);
      }),
      runs(15, 1500),
    );
  });

  it('is not held up by a thousand blanks', async () => {
    const walk = new Walk(await freshMentor());
    for (const one of wholeCycle) {
      walk.act(one);
      const here = walk.branch();
      const began = performance.now();
      here.act({ do: 'say', text: '\t '.repeat(5000) });
      expect(performance.now() - began).toBeLessThan(5000);
    }
  });

  it('answers whatever is written, said or sent, in signs of any kind', async () => {
    const walk = new Walk(await freshMentor());
    const places = [walk.branch()];
    for (const one of wholeCycle) {
      walk.act(one);
      places.push(walk.branch());
    }
    const odd = fc.oneof(
      oddText.map((text): Act => ({ do: 'say', text })),
      oddText.map((transcript): Act => ({ do: 'send', content: { kind: 'voice', seconds: 9, transcript } })),
      oddText.map((caption): Act => ({ do: 'send', content: { kind: 'media', media: 'image', caption } })),
    );
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.array(odd, { minLength: 1, maxLength: 8 }), (place, acts) => {
        const here = place.branch();
        here.asksOften = true;
        for (const one of acts) {
          const silent = unansweredBy(here, one);
          if (silent !== undefined) throw new Error(`no answer to ${JSON.stringify(one)}: ${silent}`);
        }
      }),
      runs(25, 1500),
    );
  });

  it('reads a text of any kind at every question of a cycle', async () => {
    const fresh = await freshMentor();
    fc.assert(
      fc.property(anyText, anyText, (first, second) => {
        const walk = new Walk(fresh);
        for (const one of wholeCycle) {
          const here = walk.branch();
          here.act({ do: 'say', text: first });
          here.act({ do: 'say', text: second });
          walk.act(one);
        }
      }),
      runs(2, 100),
    );
  });

  it('takes the longest answers at every question without a bubble or a record growing beyond its limit', async () => {
    const fresh = await freshMentor();
    const walk = new Walk(fresh);
    const long = `${'Se sienta junto a la mesa y espera diez segundos '.repeat(40)}`;
    for (const one of wholeCycle) {
      const words = one.do === 'say' ? one.text : '';
      const isFree = words.length > 7 && /^[A-Z]/.test(words) && !words.includes('\n');
      walk.act(isFree ? { do: 'say', text: long } : one);
    }
  });
});
