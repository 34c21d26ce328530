// Answers on slips leave the house only as distributions of five or more, corrected ones once, and never as rows.
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../src/domain/fact.ts';
import { readFactLog } from '../../src/reports/fact-log.ts';
import { distributionOf, distributionsBy } from '../../src/reports/slip-distribution.ts';

type Values = [number | null, number | null, number | null];
let count = 0;
function slip(cycleId: string, [useful, understood, respected]: Values, theme: Fact['theme'] = 'sensitivity'): Fact {
  return {
    id: `fact-${count++}`,
    kind: 'slipRecorded',
    recordedAt: '2026-03-09T16:00:00.000Z',
    heldAt: '2026-03-09T16:00:00.000Z',
    zone: 'America/Mexico_City',
    mentorId: 'consultora-1',
    centreId: 'G04',
    channel: 'simulator',
    iteration: 'i1',
    cycleId,
    ...(theme ? { theme } : {}),
    data: { useful, understood, respected },
  };
}
const slips = (prefix: string, many: number, theme?: Fact['theme']): Fact[] =>
  Array.from({ length: many }, (_, index) => slip(`${prefix}${index}`, [4, 3, null], theme));

describe('the distribution of slips', () => {
  it('is there from five on', () => {
    expect(distributionOf(slips('a', 4))).toBeUndefined();
    expect(distributionOf([...slips('a', 4), slip('b', [1, null, 2])])).toEqual({
      slips: 5,
      questions: {
        useful: { '1': 1, '2': 0, '3': 0, '4': 4, none: 0 },
        understood: { '1': 0, '2': 0, '3': 4, '4': 0, none: 1 },
        respected: { '1': 0, '2': 1, '3': 0, '4': 0, none: 4 },
      },
    });
  });

  it('counts a slip that was entered again once, as it was entered last', () => {
    const again = [...slips('a', 4), slip('a0', [1, 1, 1])];
    expect(distributionOf(again)).toBeUndefined();
    expect(distributionOf([...again, slip('b', [4, 4, 4])])?.questions.useful).toMatchObject({ '1': 1, '4': 4 });
  });

  it('withholds small groups, and one more where the whole would tell of them', () => {
    const facts = [...slips('a', 6, 'sensitivity'), ...slips('b', 8, 'languageModeling'), ...slips('c', 2, 'feedbackQuality')];
    const { whole, groups } = distributionsBy(facts, ({ theme = '' }) => theme);
    expect(whole?.slips).toBe(16);
    expect([...groups].map(([theme, found]) => [theme, found?.slips])).toEqual([
      ['sensitivity', undefined],
      ['languageModeling', 8],
      ['feedbackQuality', undefined],
    ]);
  });

  it('withholds nothing where every group is large enough', () => {
    const facts = [...slips('a', 5, 'sensitivity'), ...slips('b', 5, 'languageModeling')];
    const { groups } = distributionsBy(facts, ({ theme = '' }) => theme);
    expect([...groups.values()].map((found) => found?.slips)).toEqual([5, 5]);
  });

  it('is the only way out: the log of facts has no rows of slips', async () => {
    const store = {
      async *readFacts() {
        yield* slips('a', 6);
      },
      readRoster: async () => ({ centres: [], persons: [] }),
    };
    const pseudonyms = { person: String, caregiver: String, cycle: String };
    const log = await readFactLog(store, { named: true, pseudonyms } as Parameters<typeof readFactLog>[1]);
    expect(log.count).toBe(0);
    expect(log.columns.filter((column) => column.startsWith('data_'))).toEqual([]);
  });
});
