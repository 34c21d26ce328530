// Reads spans and choices of hours: "de 10 a 11", "entre 10 y 11", "10 u 11".
import { partAt } from './when-day-parts.ts';
import { clockOf, type HourMention, minutesAt } from './when-hours.ts';
import { dayFollows, isNumber, isSign, type WhenToken } from './when-tokens.ts';

/** "entre 10 y 11", "de 10 a 11", "10 u 11": both ends, and whether they are a span to start at or a choice. */
export function hourRangeAt(
  t: readonly WhenToken[],
  at: number,
  afterDay = false,
): { end: number; hours: HourMention[]; span: boolean } | undefined {
  const opener = t[at];
  if (opener !== 'entre' && opener !== 'de') return plainRangeAt(t, at, afterDay);
  const first = looseHour(t, at + 1);
  const link = first ? t[first.end] : undefined;
  if (!first || !((opener === 'entre' && link === 'y') || (opener === 'de' && (link === 'a' || link === '-')))) return undefined;
  const second = looseHour(t, first.end + 1);
  if (!second || t[second.end] === 'minutos' || t[second.end] === 'nino' || first.hour > 24 || second.hour > 24) return undefined;
  const starts = first.part ? first : startOf(first, second);
  return { end: second.end, hours: [{ ...starts, at }, second], span: opener === 'de' };
}

/** "9 a 10 am", "10-11 hrs": only what follows the second number says that these are hours. */
function plainRangeAt(
  t: readonly WhenToken[],
  at: number,
  afterDay: boolean,
): { end: number; hours: HourMention[]; span: boolean } | undefined {
  if (!isNumber(t[at]) || !['a', '-', 'o'].includes(t[at + 1] ?? '') || ['/', '-', ':'].includes(t[at - 1] ?? ''))
    return undefined;
  const first = looseHour(t, at);
  const second = isNumber(t[at + 2]) ? looseHour(t, at + 2) : undefined;
  if (!first || first.end !== at + 1 || !second || first.impossible || second.impossible) return undefined;
  const told = second.part !== undefined || t[second.end - 1] === 'horas' || second.end > at + 3;
  const or = t[at + 1] === 'o';
  if (!told && (or || (!afterDay && !dayFollows(t, second.end)))) return undefined;
  if (or)
    return {
      end: second.end,
      hours: [second.part && !first.exact ? { ...first, part: second.part } : first, second],
      span: false,
    };
  return { end: second.end, hours: [startOf(first, second), second], span: true };
}

/** "10:00 a 11:00", "9-10 am", "a las 10 hasta las 11": where an hour that is sure goes on to another, it is the start. */
export function spanAfter(t: readonly WhenToken[], first: HourMention): { end: number; hour: HourMention } | undefined {
  const link = t[first.end];
  if (link !== 'a' && link !== '-' && link !== 'hasta') return undefined;
  const second = looseHour(t, first.end + 1);
  if (!second || second.impossible || t[second.end] === 'minutos' || t[second.end] === 'nino') return undefined;
  const closed = second.end >= t.length || isSign(t[second.end]) || second.part !== undefined || second.end - first.end > 2;
  if (!closed) return undefined;
  return { end: second.end, hour: first.part ? first : startOf(first, second) };
}

/** "8 a 8 25": minutes without a sign, at the end of a span. */
export function impliedMinutes(t: readonly WhenToken[], i: number): number | undefined {
  const minute = Number(t[i]);
  const told = isNumber(t[i]) && t[i]?.length === 2 && minute < 60 && minute % 5 === 0 && isNumber(t[i - 1]) && t[i - 2] === 'a';
  return told && t[i + 1] !== 'minutos' && t[i + 1] !== 'nino' ? minute : undefined;
}

export function looseHour(t: readonly WhenToken[], at: number): HourMention | undefined {
  const i = t[at] === 'a' ? at + 1 : at;
  const skip = t[i] === 'las' || t[i] === 'la' ? i + 1 : i;
  if (!isNumber(t[skip]) || (t[skip] ?? '').length > 2) return undefined;
  const implied = impliedMinutes(t, skip + 1);
  const minutes = minutesAt(t, skip + 1, false) ?? (implied === undefined ? undefined : { minute: implied, end: skip + 2 });
  const end = minutes?.end ?? skip + 1;
  const unit = t[end] === 'horas' ? end + 1 : end;
  const tail = partAt(t, unit);
  const hour = Number(t[skip]);
  return {
    at,
    end: tail?.end ?? unit,
    hour,
    minute: minutes?.minute ?? 0,
    exact: hour > 12,
    part: tail?.part,
    impossible: hour > 23 || (minutes?.minute ?? 0) > 59 || undefined,
  };
}

/** "de 4 a 5 pm" starts at 16:00, "de 11 a 1 pm" at 11:00. */
function startOf(first: HourMention, second: HourMention): HourMention {
  const shared = second.part ? clockOf(first, second.part) : undefined;
  const end = clockOf(second);
  return shared !== undefined && end !== undefined && shared < end ? { ...first, part: second.part } : first;
}
