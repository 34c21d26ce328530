// Reads what names an hour, a week or a lone number, and no day.
import { addDays, clockTime } from './calendar-days.ts';
import type { Day, WhenContext, WhenReading } from './when.ts';
import type { DayMention } from './when-days.ts';
import { speaksOfTime } from './when-named-days.ts';
import { type ResolvedDay, resolveDay } from './when-resolve.ts';
import type { WhenScan } from './when-scan.ts';
import { settled } from './when-settled.ts';
import type { WhenToken } from './when-tokens.ts';

export function withoutDay(
  scan: WhenScan,
  tokens: readonly WhenToken[],
  times: string[],
  loose: boolean,
  c: WhenContext,
): WhenReading {
  const soon = scan.days.some((m) => m.spec.type === 'soon');
  const guessed = (time: string): Day => ({
    date: c.day ?? (time > c.now.time || c.tense === 'past' ? c.now.date : addDays(c.now.date, 1)),
    time,
    ...(c.day === undefined ? { dayGuessed: true } : {}),
  });
  const week = scan.days.find((m) => m.spec.type === 'week');
  if (week && times.length > 0) return inWeek(week, times, c);
  if (times.length === 1 && !loose) return soon && !c.day ? soonAt(times[0] ?? '', c) : { kind: 'time', time: times[0] ?? '' };
  if (times.length > 0) return { kind: 'ambiguous', candidates: times.map(guessed) };
  if (scan.bare !== undefined) return bareNumber(scan.bare, c, guessed);
  // What was done "ahorita" was done today.
  if (soon && c.tense === 'past') return settled(c.now.date, undefined, c);
  const vague = week ?? scan.days[0];
  const resolved: ResolvedDay = vague ? resolveDay(vague.spec, { c }) : { kind: 'nothing' };
  if (resolved.kind !== 'many' || resolved.days.length === 0)
    return !scan.beside && speaksOfTime(tokens) ? { kind: 'none', vague: true } : { kind: 'none' };
  return { kind: 'ambiguous', candidates: resolved.days, suggested: true };
}

function inWeek(week: DayMention, times: readonly string[], c: WhenContext): WhenReading {
  const resolved = resolveDay(week.spec, { c });
  const days = resolved.kind === 'many' ? resolved.days : [];
  const candidates = days.flatMap(({ date }) => times.map((time) => ({ date, time })));
  return candidates.length > 0 ? { kind: 'ambiguous', candidates: candidates.slice(0, 7) } : { kind: 'none' };
}

/** "al rato a las 8", said at half past nine: the evening is possible, so it is asked. */
function soonAt(time: string, c: WhenContext): WhenReading {
  if (time > c.now.time || c.tense === 'past') return settled(c.now.date, time, c);
  const later = Number(time.slice(0, 2)) < 12 ? clockTime(Number(time.slice(0, 2)) + 12, Number(time.slice(3))) : time;
  return {
    kind: 'ambiguous',
    candidates: [
      { date: c.now.date, time: later },
      { date: addDays(c.now.date, 1), time },
    ],
  };
}

function bareNumber(n: number, c: WhenContext, fallback: (time: string) => Day): WhenReading {
  const hour = n >= 1 && n <= 23 ? clockTime(n <= 6 ? n + 12 : n, 0) : undefined;
  const resolved = resolveDay({ type: 'number', day: n }, { c });
  if (c.expects === 'time' || c.day !== undefined)
    return hour ? { kind: 'time', time: hour } : { kind: 'impossible', why: 'noSuchHour' };
  if (resolved.kind !== 'day') return c.expects === 'date' ? { kind: 'impossible', why: 'noSuchDay' } : { kind: 'none' };
  if (c.expects === 'date' || hour === undefined) return settled(resolved.date, undefined, c);
  return { kind: 'ambiguous', candidates: [{ date: resolved.date }, fallback(hour)] };
}
