// What caregivers answered on their slips, as it may leave the house: distributions of five or more, and nothing by which fewer could be reckoned.
import type { Fact } from '../domain/fact.ts';
import { type SlipQuestion, slipQuestions } from '../domain/slip.ts';

/** Fewer would tell of somebody. */
export const fewestSlips = 5;

/** How many gave each answer; `none`: did not answer. */
export type SlipCounts = Record<'1' | '2' | '3' | '4' | 'none', number>;

export interface SlipDistribution {
  slips: number;
  questions: Record<SlipQuestion, SlipCounts>;
}

/** Facts of slips only leave the house this way: rows of them are in no export. */
export const isOfSlip = ({ kind }: Pick<Fact, 'kind'>): boolean => kind === 'slipRecorded';

/** One for each cycle: what was entered last. Facts come in the order in which they were recorded. */
function countedSlips(facts: Iterable<Fact>): Fact[] {
  const newest = new Map<string, Fact>();
  for (const fact of facts) if (isOfSlip(fact) && fact.cycleId !== undefined) newest.set(fact.cycleId, fact);
  return [...newest.values()];
}

/** Undefined where there are too few. */
export function distributionOf(facts: Iterable<Fact>): SlipDistribution | undefined {
  return distribution(countedSlips(facts));
}

function distribution(slips: readonly Fact[]): SlipDistribution | undefined {
  if (slips.length < fewestSlips) return undefined;
  const counts = (question: SlipQuestion): SlipCounts => {
    const found: SlipCounts = { '1': 0, '2': 0, '3': 0, '4': 0, none: 0 };
    for (const { data } of slips) {
      const key = String(data[question] ?? 'none');
      if (Object.hasOwn(found, key)) found[key as keyof SlipCounts] += 1;
    }
    return found;
  };
  const questions = Object.fromEntries(slipQuestions.map((question) => [question, counts(question)]));
  return { slips: slips.length, questions: questions as SlipDistribution['questions'] };
}

/**
 * By theme, centre or whatever else, with the whole beside it. A group that is too small is withheld; if those that are withheld have
 * together too few, the smallest of the others goes with them: what is missing from the whole would be theirs.
 */
export function distributionsBy(
  facts: Iterable<Fact>,
  groupOf: (fact: Fact) => string,
): { whole: SlipDistribution | undefined; groups: ReadonlyMap<string, SlipDistribution | undefined> } {
  const slips = countedSlips(facts);
  const byGroup = new Map<string, Fact[]>();
  for (const fact of slips) byGroup.set(groupOf(fact), [...(byGroup.get(groupOf(fact)) ?? []), fact]);
  const order = [...byGroup].sort(([a, one], [b, other]) => one.length - other.length || (a < b ? -1 : 1));
  const withheld = new Set(order.filter(([, list]) => list.length < fewestSlips).map(([group]) => group));
  const hidden = (): number => order.reduce((sum, [group, list]) => sum + (withheld.has(group) ? list.length : 0), 0);
  for (const [group] of order) {
    if (withheld.size === 0 || hidden() >= fewestSlips) break;
    withheld.add(group);
  }
  const groups = new Map([...byGroup].map(([group, list]) => [group, withheld.has(group) ? undefined : distribution(list)]));
  return { whole: distribution(slips), groups };
}
