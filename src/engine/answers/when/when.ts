// Reads a day, an hour, or both, as mentors in Mexico write them; what stays open is returned as open, never guessed.
import type { DayNames } from '../../../domain/day-names.ts';
import { plain } from '../words/text-forms.ts';
import { addDays, addMinutes, daysBetween, weekdayOf } from './calendar-days.ts';
import type { DayMention } from './when-days.ts';
import { saysSameHour } from './when-hour-shifts.ts';
import { clockOf, type HourMention } from './when-hours.ts';
import { onFromRefused, withoutRefused } from './when-refused.ts';
import { type DayFrame, mondayOf, type ResolvedDay, resolveDay, workingDayAfter } from './when-resolve.ts';
import { scanWhen, type WhenScan } from './when-scan.ts';
import { settled } from './when-settled.ts';
import { type WhenToken, whenTokens } from './when-tokens.ts';
import { withoutDay } from './when-without-day.ts';

/** Local to the centre: 'YYYY-MM-DD' and 'HH:MM'. */
export interface LocalMoment {
  date: string;
  time: string;
}

export interface Day {
  date: string;
  time?: string;
  /** She named the hour alone: the day is only the nearest one that it may be. */
  dayGuessed?: true;
}

/** `warn`: 'weekend' | 'holiday:<name>'. `why`: 'noSuchDay' | 'noSuchHour' | 'future' | 'weekdayMismatch'. */
export type WhenReading =
  | { kind: 'datetime'; date: string; time: string; warn: string[] }
  | { kind: 'date'; date: string; warn: string[] }
  | { kind: 'time'; time: string }
  /** `suggested`: she named no day; these are only the nearest to offer. */
  | { kind: 'ambiguous'; candidates: Day[]; suggested?: true }
  | { kind: 'past'; date: string; time?: string }
  | { kind: 'impossible'; why: string }
  /** `vague`: she speaks of a time, and of none that could be named. */
  | { kind: 'none'; vague?: true };

export interface WhenContext {
  now: LocalMoment;
  /** Date -> name. */
  holidays: DayNames;
  /** Those of them that are days off by law; without it, all are. */
  closures?: DayNames;
  /** 'past' is for "¿cuándo la hizo?". */
  tense: 'future' | 'past';
  /** What the open question asks for: decides a bare "10", which otherwise is ambiguous. */
  expects?: 'date' | 'time';
  /** The day already agreed, when only its hour is asked. */
  day?: string;
  /** The appointment that stands: "a la misma hora", "una hora más tarde". */
  agreed?: LocalMoment;
}

export interface NamedDay {
  mention: DayMention;
  days: Day[];
  /** More than one day, or a limit. */
  open: boolean;
}

/** They say which day, and are none. */
export const modifiers: ReadonlySet<string> = new Set(['soon', 'part', 'week', 'monthShift']);
export function readWhen(text: string, context: WhenContext): WhenReading {
  if (saysFarewell(text)) return { kind: 'none' };
  const tokens = whenTokens(text);
  const scan = scanWhen(tokens);
  // What is told as done is looked for behind us, and is then no appointment.
  const c: WhenContext = scan.done ? { ...context, tense: 'past' } : context;
  const reading = fromScan(scan, tokens, c);
  if (!scan.done || context.tense === 'past') return reading;
  if (reading.kind === 'date' || reading.kind === 'datetime')
    return { kind: 'past', date: reading.date, ...(reading.kind === 'datetime' ? { time: reading.time } : {}) };
  if (reading.kind !== 'time') return reading;
  return { kind: 'past', date: reading.time <= c.now.time ? c.now.date : addDays(c.now.date, -1), time: reading.time };
}

const farewell =
  /\bmanana (?:sera otro dia|es otro dia|dios dira|amanece)\b|\bhasta (?:manana|luego|el lunes)\b.{0,20}\b(?:descans|duerm|suen|bendicion|bonit|buenas noches|linda noche|cuidese|dios)/;
/** "Hasta mañana, que descanse": no appointment. */
function saysFarewell(text: string): boolean {
  if (text.length > 90 || !/ma[nñ]ana|hasta/i.test(text)) return false;
  const said = plain(text);
  return farewell.test(said) && !/\d|\blas\b|\bpuedo\b|\bnos vemos\b/.test(said);
}

/** "Hasta las 9 no hay niños, a las 10", "a la una y cacho, 1:15": a limit or a rough hour gives way to the hour that is named. */
function exactHours(hours: HourMention[]): HourMention[] {
  const plain = hours.filter(({ loose, about }) => !loose && !about);
  const left = plain.length > 0 ? plain : hours;
  // "A mediodía, 12:30": the noon was only roughly said.
  const nearNoon = left.some(({ noon, hour, minute }) => !noon && (hour === 12 || hour === 1) && minute > 0);
  return nearNoon ? left.filter(({ noon }) => !noon) : left;
}

/** The hour told by the one that was agreed, and the day of that, where she names neither. */
function byAgreed(scan: WhenScan, tokens: readonly WhenToken[], c: WhenContext): LocalMoment | undefined {
  if (!c.agreed || scan.hours.length > 0) return undefined;
  if (scan.shift !== undefined) return addMinutes(c.agreed, scan.shift);
  return saysSameHour(tokens) ? c.agreed : undefined;
}

function fromScan(named: WhenScan, tokens: readonly WhenToken[], c: WhenContext): WhenReading {
  const hours = exactHours(named.hours);
  const scan = { ...named, hours };
  const clocks = hours.map((hour) => clockOf(hour, scan.part));
  if (clocks.includes(undefined)) return { kind: 'impossible', why: 'noSuchHour' };
  const times = [...new Set(clocks as string[])];
  const loose = scan.doubt || hours.some((hour) => hour.loose);
  const strong = withoutLimits(scan.days.filter((m) => !modifiers.has(m.spec.type)));
  const agreed = byAgreed(scan, tokens, c);
  if (agreed) times.push(agreed.time);
  if (strong.length === 0 && agreed && scan.shift !== undefined) return settled(agreed.date, agreed.time, c);
  if (strong.length === 0) return withoutDay(scan, tokens, times, loose, c);

  const frame = frameOf(scan, strong, times, c);
  const found: NamedDay[] = [];
  for (const mention of inheritMonth(strong)) {
    if (strong.length > 1 && frames(mention)) continue;
    // "El jueves o la próxima semana el martes": only the second is of that week.
    const ofOther = scan.days.some(({ at, spec }) => spec.type === 'week' && at > mention.at && tokens[at - 1] === 'o');
    const resolved = resolveDay(mention.spec, ofOther ? { ...frame, week: undefined } : frame);
    if (resolved.kind === 'impossible') return resolved;
    found.push({ mention, ...opened(resolved, mention, c) });
  }
  const ahead = withoutRefused(
    onThisSide(
      inRow(found).map((one) => onFromRefused(one, scan, strong, frame)),
      c,
    ),
    scan,
    frame,
  );
  const left = hours.filter((hour) => !besideDropped(hour, found, ahead));
  return answer(ahead, { ...scan, hours: left }, loose, c, agreed?.time);
}

function answer(named: readonly NamedDay[], said: WhenScan, loose: boolean, c: WhenContext, agreed?: string): WhenReading {
  const days = distinctDays(named);
  const [one] = days;
  if (one === undefined) return { kind: 'none' };
  // "Jueves / 5 / 10 am", where Thursday is the fifth: the five is the day.
  const isDay = (hour: HourMention): boolean =>
    hour.bare === true && days.length === 1 && Number(one.date.slice(8)) === hour.hour;
  const hours = said.hours.length > 1 ? said.hours.filter((hour) => !isDay(hour)) : said.hours;
  const scan = { ...said, hours };
  const times = [...new Set(hours.map((hour) => clockOf(hour, scan.part) ?? ''))];
  if (agreed !== undefined && times.length === 0) times.push(agreed);
  if (days.length > 1 || times.length > 1 || loose || named.some(({ open }) => open)) return ambiguous(named, scan, c);
  const time = one.time ?? times[0] ?? hourReplaced(scan, c);
  // "Lunes\n9", where Monday is the ninth.
  const number = hours.length === 1 && isDay(hours[0] as HourMention);
  const over = named.some(({ mention: { spec } }) => spec.type === 'offset' && spec.over === true);
  if (over && time === undefined && c.tense === 'future') return { kind: 'past', date: one.date };
  // "Hoy en la mañana", said after it.
  if (time === undefined && scan.part === 'morning' && one.date === c.now.date && c.now.time >= '12:30' && c.tense === 'future')
    return { kind: 'past', date: one.date };
  return settled(one.date, number ? undefined : time, c);
}

/** What is only a limit gives way to the day that is named: "antes del puente, el jueves". */
function withoutLimits(days: DayMention[]): DayMention[] {
  // "Hace rato quedamos para mañana": what is over gives way too.
  const over = ({ spec }: DayMention): boolean => spec.type === 'offset' && spec.over === true;
  if (days.some(over) && !days.every(over)) return withoutLimits(days.filter((day) => !over(day)));
  const plain = days.filter(({ loose }) => !loose);
  if (plain.length === 0) return days;
  // "El viernes antes de navidad" is no next Friday: both are offered.
  return days.filter(
    (day) => !day.loose || plain.some(({ at, clause, spec }) => spec.type === 'weekday' && clause === day.clause && at < day.at),
  );
}

/** Says from where or in which week another day is counted. */
const frames = ({ spec, after }: DayMention): boolean =>
  after === true || spec.type === 'weekOf' || spec.type === 'afterHolidays' || (spec.type === 'easter' && spec.week === true);

function frameOf(scan: WhenScan, strong: readonly DayMention[], times: readonly string[], c: WhenContext): DayFrame {
  const week = scan.days.findLast((m) => m.spec.type === 'week')?.spec;
  const shift = scan.days.findLast((m) => m.spec.type === 'monthShift')?.spec;
  const frame: DayFrame = {
    c,
    time: times.length === 1 ? times[0] : undefined,
    part: scan.part,
    week: week?.type === 'week' ? week.weeks : undefined,
    monthShift: shift?.type === 'monthShift' ? shift.months : undefined,
  };
  if (strong.length < 2) return frame;
  for (const mention of strong.filter(frames)) {
    const resolved = resolveDay(mention.spec, { c });
    const last = resolved.kind === 'day' ? resolved.date : resolved.kind === 'many' ? resolved.days.at(-1)?.date : undefined;
    if (last === undefined) continue;
    if (mention.spec.type === 'afterHolidays') frame.from = mention.after ? addDays(last, -1) : undefined;
    else if (mention.after) frame.from = mention.spec.type === 'easter' && mention.spec.week ? addDays(last, 2) : last;
    else frame.week = daysBetween(mondayOf(c.now.date, 0), mondayOf(last, 0)) / 7;
  }
  return frame;
}

function opened(resolved: ResolvedDay, mention: DayMention, c: WhenContext): { days: Day[]; open: boolean } {
  const last = resolved.kind === 'many' ? resolved.days.at(-1)?.date : undefined;
  if (mention.after && last) return { days: [{ date: workingDayAfter(last, c) }], open: true };
  if (resolved.kind === 'many') return { days: resolved.days, open: true };
  if (resolved.kind !== 'day') return { days: [], open: false };
  if (mention.after && mention.spec.type !== 'afterHolidays')
    return { days: [{ date: workingDayAfter(resolved.date, c) }], open: true };
  return { days: [{ date: resolved.date, ...(resolved.time ? { time: resolved.time } : {}) }], open: mention.loose === true };
}

/** "De martes a jueves": the days between are named too. */
function inRow(named: readonly NamedDay[]): NamedDay[] {
  return named.map((one, k) => {
    const first = named[k - 1]?.days[0]?.date;
    const [end] = one.days;
    if (one.mention.upTo !== true || first === undefined || end === undefined) return one;
    const last = end.date <= first ? addDays(end.date, 7) : end.date;
    const between: Day[] = [];
    for (let date = addDays(first, 1); date <= last && between.length < 7; date = addDays(date, 1))
      if (weekdayOf(date) < 6 || date === last) between.push({ date });
    return { ...one, days: between, open: true };
  });
}

/** "Igual que el jueves pasado, a las 10 este jueves": what is over is told beside what is to come. */
function onThisSide(named: NamedDay[], c: WhenContext): NamedDay[] {
  if (named.length < 2 || c.tense === 'past') return named;
  const ahead = named.filter(({ days }) => days.some(({ date }) => date >= c.now.date));
  return ahead.length > 0 ? ahead : named;
}

/** The hour of a day that was dropped: it stands in the clause of that day, before the next. */
function besideDropped(hour: HourMention, named: readonly NamedDay[], kept: readonly NamedDay[]): boolean {
  if (named.length === kept.length) return false;
  const owner = named.findLast(({ mention }) => mention.at < hour.at && mention.clause === hour.clause);
  return owner !== undefined && !kept.includes(owner);
}

/** "Jueves 9 / no / viernes": the nine was no day, so it is still the hour. */
function hourReplaced(scan: WhenScan, c: WhenContext): string | undefined {
  const spec = scan.replaced?.spec;
  if (spec?.type !== 'number' || spec.bare !== true || spec.weekday === undefined) return undefined;
  const resolved = resolveDay(spec, { c });
  return resolved.kind === 'many' ? resolved.days.find(({ time }) => time !== undefined)?.time : undefined;
}

/** "el 5 o 6 de mayo": the month belongs to both. */
function inheritMonth(days: readonly DayMention[]): DayMention[] {
  const dated = days.flatMap(({ spec }) => (spec.type === 'number' && spec.month !== undefined ? [spec] : []))[0];
  if (!dated) return [...days];
  const { month, year } = dated;
  const lacks = ({ spec }: DayMention): boolean =>
    spec.type === 'number' && spec.month === undefined && spec.weekday === undefined && spec.day < dated.day;
  return days.map((m) => (m.spec.type === 'number' && lacks(m) ? { ...m, spec: { ...m.spec, month, year } } : m));
}

function distinctDays(named: readonly NamedDay[]): Day[] {
  const days = new Map<string, Day>();
  for (const d of named.flatMap((one) => one.days))
    if (!days.has(`${d.date} ${d.time ?? ''}`)) days.set(`${d.date} ${d.time ?? ''}`, d);
  return [...days.values()];
}

/** "Martes a las 10 o jueves a las 11": each day with its own hour; else every day with every hour. */
function ambiguous(named: readonly NamedDay[], scan: WhenScan, c: WhenContext): WhenReading {
  const places = [
    ...named.map(({ mention }) => ({ at: mention.at, day: true })),
    ...scan.hours.map(({ at }) => ({ at, day: false })),
  ].sort((a, b) => a.at - b.at);
  const paired =
    named.length > 1 &&
    named.length === scan.hours.length &&
    places.every(({ day }, k) => day === (k % 2 === 0) || !day === (k % 2 === 0)) &&
    places.every(({ day }, k) => k % 2 === 0 || places[k - 1]?.day !== day);
  const times = [...new Set(scan.hours.map((hour) => clockOf(hour, scan.part) ?? ''))];
  const at = (d: Day, list: readonly string[]): Day[] =>
    list.length === 0 || d.time ? [d] : list.map((time) => ({ date: d.date, time }));
  const candidates = paired
    ? named.flatMap(({ days }, k) =>
        days.flatMap((d) =>
          at(d, [clockOf(scan.hours[k] ?? { at: 0, end: 0, hour: 0, minute: 0, exact: true }, scan.part) ?? '']),
        ),
      )
    : distinctDays(named).flatMap((d) => at(d, times));
  const rightSide = candidates.filter((d) => (c.tense === 'future' ? d.date >= c.now.date : d.date <= c.now.date));
  const offered = (rightSide.length > 0 ? rightSide : candidates).slice(0, 7).map(tidy);
  const [only] = named;
  const roughly = named.length === 1 && only !== undefined && times.length === 0 && isRough(only.mention);
  return { kind: 'ambiguous', candidates: offered, ...(roughly ? { suggested: true } : {}) };
}

const roughSpecs = new Set(['weekOf', 'monthEnd', 'yearEnd', 'halfMonth', 'easter']);
/** A limit, a week or the end of a month: no day by itself. */
const isRough = ({ spec, loose, after }: DayMention): boolean => loose === true || after === true || roughSpecs.has(spec.type);

const tidy = (d: Day): Day => (d.time === undefined ? { date: d.date } : { date: d.date, time: d.time });
