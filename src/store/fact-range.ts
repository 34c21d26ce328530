// Whether a fact was recorded within a range of instants.
import type { Fact } from '../domain/fact.ts';

export function factFilter(range: { from?: string; to?: string }): (fact: Fact) => boolean {
  const from = range.from === undefined ? -Infinity : Date.parse(range.from);
  const to = range.to === undefined ? Infinity : Date.parse(range.to);
  if (from === -Infinity && to === Infinity) return () => true;
  return (fact) => {
    const at = Date.parse(fact.recordedAt);
    return at >= from && at < to;
  };
}
