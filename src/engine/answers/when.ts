// Reads a day, an hour, or both, as mentors in Mexico write them; what stays open is returned as open, never guessed.
import { addDays, clockTime, weekdayOf } from './calendar-days.ts';
import type { DayMention } from './when-days.ts';
import { clockOf } from './when-hours.ts';
import { type DayFrame, type ResolvedDay, resolveDay } from './when-resolve.ts';
import { scanWhen, type WhenScan } from './when-scan.ts';
import { whenTokens } from './when-tokens.ts';

/** Local to the centre: 'YYYY-MM-DD' and 'HH:MM'. */
export interface LocalMoment {
  date: string;
  time: string;
}

export interface Day {
  date: string;
  time?: string;
}

/** `warn`: 'weekend' | 'holiday:<name>'. `why`: 'noSuchDay' | 'noSuchHour' | 'future' | 'weekdayMismatch'. */
export type WhenReading =
  | { kind: 'datetime'; date: string; time: string; warn: string[] }
  | { kind: 'date'; date: string; warn: string[] }
  | { kind: 'time'; time: string }
  | { kind: 'ambiguous'; candidates: Day[] }
  | { kind: 'past'; date: string; time?: string }
  | { kind: 'impossible'; why: string }
  | { kind: 'none' };

export interface WhenContext {
  now: LocalMoment;
  /** Date -> name. */
  holidays: ReadonlyMap<string, string>;
  /** 'past' is for "¿cuándo la hizo?". */
  tense: 'future' | 'past';
  /** What the open question asks for: decides a bare "10", which otherwise is ambiguous. */
  expects?: 'date' | 'time';
  /** The day already agreed, when only its hour is asked. */
  day?: string;
}

export function readWhen(text: string, c: WhenContext): WhenReading {
  const scan = scanWhen(whenTokens(text));
  const times = hoursOf(scan);
  if (times === undefined) return { kind: 'impossible', why: 'noSuchHour' };
  const loose = scan.hours.some((hour) => hour.loose);
  const only = times.length === 1 ? times[0] : undefined;
  const strong = scan.days.filter((m) => !['soon', 'part', 'week', 'monthShift'].includes(m.spec.type));
  if (strong.length === 0) return withoutDay(scan, times, loose, c);

  const frame: DayFrame = { c, time: only, ...modifiers(scan.days) };
  const resolved = inheritMonth(strong).map((m) => asOpen(resolveDay(m.spec, frame), m));
  const impossible = resolved.find((r) => r.kind === 'impossible');
  if (impossible) return impossible;
  const days = distinctDays(resolved);
  if (days.length === 0) return { kind: 'none' };
  if (days.length > 1 || times.length > 1 || loose || resolved.some((r) => r.kind === 'many')) return ambiguous(days, times, c);
  const one = days[0] ?? { date: c.now.date };
  return settled(one.date, one.time ?? only, c);
}

function hoursOf(scan: WhenScan): string[] | undefined {
  const clocks = scan.hours.map((hour) => clockOf(hour, scan.part));
  return clocks.some((clock) => clock === undefined) ? undefined : [...new Set(clocks as string[])];
}

function modifiers(days: readonly DayMention[]): { week?: number; monthShift?: number } {
  const week = days.find((m) => m.spec.type === 'week')?.spec;
  const shift = days.find((m) => m.spec.type === 'monthShift')?.spec;
  return {
    week: week?.type === 'week' ? week.weeks : undefined,
    monthShift: shift?.type === 'monthShift' ? shift.months : undefined,
  };
}

/** "el 5 o 6 de mayo": the month belongs to both. */
function inheritMonth(days: readonly DayMention[]): DayMention[] {
  const dated = days.find((m) => m.spec.type === 'number' && m.spec.month !== undefined)?.spec;
  const month = dated?.type === 'number' ? dated.month : undefined;
  const year = dated?.type === 'number' ? dated.year : undefined;
  return days.map((m) =>
    m.spec.type === 'number' && m.spec.month === undefined && month ? { ...m, spec: { ...m.spec, month, year } } : m,
  );
}

function asOpen(resolved: ResolvedDay, mention: DayMention): ResolvedDay {
  return mention.loose && resolved.kind === 'day' ? { kind: 'many', days: [{ date: resolved.date }] } : resolved;
}

function distinctDays(resolved: readonly ResolvedDay[]): Day[] {
  const days = new Map<string, Day>();
  for (const r of resolved) {
    const found = r.kind === 'day' ? [{ date: r.date, time: r.time }] : r.kind === 'many' ? r.days : [];
    for (const d of found) if (!days.has(`${d.date} ${d.time ?? ''}`)) days.set(`${d.date} ${d.time ?? ''}`, d);
  }
  return [...days.values()];
}

function ambiguous(days: readonly Day[], times: readonly string[], c: WhenContext): WhenReading {
  const candidates = days.flatMap((d) => (times.length === 0 || d.time ? [d] : times.map((time) => ({ date: d.date, time }))));
  const rightSide = candidates.filter((d) => (c.tense === 'future' ? d.date >= c.now.date : d.date <= c.now.date));
  return { kind: 'ambiguous', candidates: (rightSide.length > 0 ? rightSide : candidates).slice(0, 7).map(tidy) };
}

const tidy = (d: Day): Day => (d.time === undefined ? { date: d.date } : { date: d.date, time: d.time });

function withoutDay(scan: WhenScan, times: string[], loose: boolean, c: WhenContext): WhenReading {
  const soon = scan.days.some((m) => m.spec.type === 'soon');
  const fallback = (time: string): Day => ({
    date: c.day ?? (time > c.now.time || c.tense === 'past' ? c.now.date : addDays(c.now.date, 1)),
    time,
  });
  if (times.length === 1 && !loose) return soon && !c.day ? soonAt(times[0] ?? '', c) : { kind: 'time', time: times[0] ?? '' };
  if (times.length > 0) return { kind: 'ambiguous', candidates: times.map(fallback) };
  if (scan.bare !== undefined) return bareNumber(scan.bare, c, fallback);
  const vague = scan.days.find((m) => m.spec.type === 'week') ?? scan.days[0];
  if (!vague) return { kind: 'none' };
  const resolved = resolveDay(vague.spec, { c });
  const candidates = resolved.kind === 'many' ? resolved.days : [];
  return candidates.length > 0 ? { kind: 'ambiguous', candidates } : { kind: 'none' };
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

function settled(date: string, time: string | undefined, c: WhenContext): WhenReading {
  const { now, tense } = c;
  const before = date < now.date || (date === now.date && time !== undefined && time < now.time);
  const after = date > now.date || (date === now.date && time !== undefined && time > now.time);
  if (tense === 'past' && after) return { kind: 'impossible', why: 'future' };
  if (tense === 'future' && before) return time === undefined ? { kind: 'past', date } : { kind: 'past', date, time };
  const holiday = c.holidays.get(date);
  const warn = [...(weekdayOf(date) > 5 ? ['weekend'] : []), ...(holiday === undefined ? [] : [`holiday:${holiday}`])];
  return time === undefined ? { kind: 'date', date, warn } : { kind: 'datetime', date, time, warn };
}
