// What becomes of a day that she said no to: another name of it is no answer either, and "el otro" is a week on from it.
import { addDays } from './calendar-days.ts';
import { modifiers, type NamedDay } from './when.ts';
import type { DayMention } from './when-days.ts';
import { type DayFrame, resolveDay } from './when-resolve.ts';
import type { WhenScan } from './when-scan.ts';

/** "Este viernes no, el otro viernes": a week on from the one that is out. */
export function onFromRefused(one: NamedDay, { denied }: WhenScan, strong: readonly DayMention[], frame: DayFrame): NamedDay {
  const { spec } = one.mention;
  const [day] = one.days;
  if (spec.type !== 'weekday' || spec.mode !== 'next' || one.days.length !== 1 || !day) return one;
  // "Este viernes no puedo, hasta el otro viernes".
  const earlier = strong.filter(
    (other) => other.at < one.mention.at && other.spec.type === 'weekday' && other.spec.mode !== 'next',
  );
  const refused = [...denied, ...earlier].some((other) => {
    const found = other.spec.type === 'weekday' ? resolveDay(other.spec, frame) : undefined;
    return found?.kind === 'day' && found.date === day.date;
  });
  return refused ? { ...one, days: [{ ...day, date: addDays(day.date, 7) }] } : one;
}

/** "El viernes pero no mañana": the same day by another name. */
export function withoutRefused(named: NamedDay[], { denied }: WhenScan, frame: DayFrame): NamedDay[] {
  if (named.length < 2 || denied.length === 0) return named;
  const refused = denied.flatMap(({ spec }) => {
    const resolved = modifiers.has(spec.type) ? undefined : resolveDay(spec, frame);
    return resolved?.kind === 'day' ? [resolved.date] : [];
  });
  const left = named.filter(({ days }) => !days.every(({ date }) => refused.includes(date)));
  return left.length > 0 ? left : named;
}
