// Walks once over a tokenised phrase, collects the days and hours it names, and keeps those that are an answer.
import { type Clause, clausesOf, correctionsIn } from './when-clauses.ts';
import { type DayPart, partAt } from './when-day-parts.ts';
import { type DayMention, dayAt } from './when-days.ts';
import { Appointment, type Mention } from './when-fold.ts';
import { hourRangeAt, looseHour, spanAfter } from './when-hour-ranges.ts';
import { type HourMention, hourAt } from './when-hours.ts';
import { ClauseRoles, type Group, type Role, startsBubble, tellsHeldAlone, turnsOver } from './when-roles.ts';
import { isMonth, isNumber, type WhenToken } from './when-tokens.ts';

export interface WhenScan {
  days: DayMention[];
  hours: HourMention[];
  part?: DayPart | undefined;
  /** The only number of a message that says nothing else. */
  bare?: number | undefined;
  /** Told as done. */
  done: boolean;
  /** Named, but left open by her. */
  doubt: boolean;
  replaced?: DayMention | undefined;
}

const betweenDayAndHour = new Set([
  ',',
  'como',
  'a',
  'tipo',
  'mejor',
  'es',
  'seria',
  'ya',
  'eso',
  'de',
  'aprox',
  'pues',
  'pero',
  'para',
  'sobre',
  '-',
  'las',
  'por',
  'ahi',
]);
const aroundBareNumber = new Set([
  ...betweenDayAndHour,
  ...'el la pues perdon digo si porfa por favor gracias ok maestra miss . ( ) | para creo que no espera espere sino mas bien dicho corrijo rectifico me equivoque era diga ay verdad'.split(
    ' ',
  ),
]);
const partOfDay: Readonly<Record<string, DayPart>> = {
  temprano: 'morning',
  primero: 'morning',
  manana: 'morning',
  lamanana: 'morning',
  tarde: 'afternoon',
  noche: 'night',
};
const links = new Set([
  'a',
  'la',
  'las',
  'el',
  'de',
  'en',
  'por',
  'como',
  'tipo',
  'eso',
  'del',
  'dia',
  'aprox',
  'sobre',
  'al',
  'los',
  'este',
]);

export function scanWhen(t: readonly WhenToken[]): WhenScan {
  const clauses = clausesOf(t);
  const mentions = mentionsIn(t, clauses);
  const roles = rolesOf(t, clauses, mentions);
  const of = (...wanted: Role[]): Mention[] => mentions.filter((_, k) => wanted.includes(roles[k] ?? 'said'));
  const said = withoutDenied(of('said', 'doubt'), of('denied'));
  const fallback = said.some(answers) ? undefined : of('done').length > 0 ? 'done' : of('was').length > 0 ? 'was' : undefined;
  const used = fallback === undefined ? said : fallback === 'done' ? of('said', 'doubt', 'done') : of('was');
  const { days, hours, part, replaced } = folded(t, clauses, mentions, used);
  const alone = mentions.every((m) => m.bare !== undefined || m.month !== undefined);
  return {
    days,
    hours,
    part,
    replaced,
    bare: alone ? bareNumber(t) : undefined,
    done: fallback === 'done',
    doubt: fallback === 'was' || roles.includes('doubt'),
  };
}

/** Names a day or an hour, and not only a half of the day or a week. */
const answers = (m: Mention): boolean =>
  m.hours !== undefined || (m.day !== undefined && !['part', 'soon', 'week', 'monthShift'].includes(m.day.spec.type));

function mentionsIn(t: readonly WhenToken[], clauses: readonly Clause[]): Mention[] {
  const mentions: Mention[] = [];
  let dayEnd = -1;
  let c = 0;
  for (let i = 0; i < t.length; ) {
    while (c < clauses.length - 1 && i >= (clauses[c]?.to ?? 0)) c++;
    const found = inClause(mentionAt(t, i, dayEnd), c) ?? bareAt(t, i, clauses[c]);
    if (!found) {
      i++;
      continue;
    }
    const upTo = found.day && mentions.at(-1)?.day && goesOn(t.slice(mentions.at(-1)?.end, found.at));
    mentions.push(found.day && upTo ? { ...found, day: { ...found.day, upTo } } : found);
    if (found.day) dayEnd = found.end;
    i = Math.max(found.end, i + 1);
  }
  return mentions;
}

const goesOn = (between: readonly WhenToken[]): boolean =>
  between.length > 0 && between.length <= 2 && ['a', 'al', 'hasta'].includes(between[0] ?? '') && (between[1] ?? 'el') === 'el';

function inClause(m: Mention | undefined, clause: number): Mention | undefined {
  if (!m) return undefined;
  return {
    ...m,
    ...(m.day ? { day: { ...m.day, clause } } : {}),
    ...(m.hours ? { hours: m.hours.map((hour) => ({ ...hour, clause })) } : {}),
  };
}

function mentionAt(t: readonly WhenToken[], i: number, dayEnd: number): Mention | undefined {
  const afterDay = dayEnd >= 0 && t.slice(dayEnd, i).every((word) => betweenDayAndHour.has(word));
  const range = hourRangeAt(t, i, afterDay);
  if (range)
    return {
      at: i,
      end: range.end,
      hours: range.span && !movedInto(t, i) ? range.hours.slice(0, 1) : range.span ? range.hours.slice(1) : range.hours,
    };
  const day = dayAt(t, i);
  if (day?.spec.type === 'part') return { at: i, end: day.end, day, part: partOfDay[t[i] ?? ''] ?? 'morning' };
  if (day) return { at: i, end: day.end, day };
  const hour = hourAt(t, i, afterDay);
  if (hour) return withAlternative(t, i, hour);
  const part = t[i] === 'del' ? undefined : partAt(t, i);
  if (!part) return undefined;
  const meridiem = part.part === 'am' || part.part === 'pm';
  return {
    at: i,
    end: part.end,
    part: part.part,
    ...(meridiem ? {} : { day: { at: i, end: part.end, spec: { type: 'part' } } }),
  };
}

/** "Lo cambiamos de las 10 a las 12". */
const movedInto = (t: readonly WhenToken[], i: number): boolean =>
  t.slice(Math.max(0, i - 5), i).some((word) => /^(?:cambi|mov[ei]|muev|recorr|pasamos|pasarl|reprogram)/.test(word));

function withAlternative(t: readonly WhenToken[], at: number, hour: HourMention): Mention {
  const span = spanAfter(t, hour);
  if (span) return { at, end: span.end, hours: [span.hour] };
  const next = hour.end;
  const or = t[next] === 'o' || (t[next] === 'y' && t[next + 1] === 'a');
  if (!or || !(isNumber(t[next + 1]) || t[next + 1] === 'las' || t[next + 1] === 'a')) return { at, end: next, hours: [hour] };
  const other = looseHour(t, next + 1);
  if (!other) return { at, end: next, hours: [hour] };
  const first = !hour.part && !hour.exact && other.part ? { ...hour, part: other.part } : hour;
  return { at, end: other.end, hours: [first, other] };
}

/** A number with nothing else in its clause. */
function bareAt(t: readonly WhenToken[], i: number, clause: Clause | undefined): Mention | undefined {
  const month = isMonth(t[i]) ? Number(t[i]?.slice(1)) : undefined;
  if (!clause || (month === undefined && (!isNumber(t[i]) || (t[i] ?? '').length > 2))) return undefined;
  const only = t.slice(clause.from, clause.to).every((word, k) => clause.from + k === i || aroundBareNumber.has(word));
  if (!only) return undefined;
  return month === undefined ? { at: i, end: i + 1, bare: Number(t[i]) } : { at: i, end: i + 1, month };
}

function rolesOf(t: readonly WhenToken[], clauses: readonly Clause[], mentions: readonly Mention[]): Role[] {
  const roles: Role[] = [];
  let held = false;
  let k = 0;
  for (const [c, clause] of clauses.entries()) {
    const inClause: Mention[] = [];
    while (k < mentions.length && (mentions[k]?.at ?? 0) < clause.to) inClause.push(mentions[k++] as Mention);
    if (inClause.length === 0) {
      held ||= tellsHeldAlone(t, clause, clauses[c + 1]);
      continue;
    }
    const { groups, groupOf } = grouped(t, inClause);
    const judge = new ClauseRoles(t, clause, groups, k < mentions.length);
    const earlier = roles.some((role) => role === 'said');
    const ofGroups = groups.map((_, index) => judge.of(index, earlier));
    // An hour that is named later in the clause is the hour of its day.
    for (const [index, group] of groups.entries()) {
      const before = ofGroups[index - 1];
      if (
        ofGroups[index] === 'said' &&
        before &&
        before !== 'said' &&
        before !== 'was' &&
        !group.hasDay &&
        groups[index - 1]?.hasDay
      )
        ofGroups[index] = before;
    }
    for (const index of groupOf) roles.push(ofGroups[index] === 'said' && held ? 'done' : (ofGroups[index] ?? 'said'));
  }
  while (roles.length < mentions.length) roles.push('said');
  return roles;
}

function grouped(t: readonly WhenToken[], mentions: readonly Mention[]): { groups: Group[]; groupOf: number[] } {
  const groups: Group[] = [];
  const groupOf: number[] = [];
  mentions.forEach((m, k) => {
    const before = mentions[k - 1];
    const last = groups.at(-1);
    const partOnly = m.part !== undefined;
    if (before && last && joins(t, before, m)) {
      last.end = m.end;
      last.hasHour ||= m.hours !== undefined;
      last.hasDay ||= m.day !== undefined && m.part === undefined;
      last.partOnly &&= partOnly;
    } else
      groups.push({
        at: m.at,
        end: m.end,
        hasHour: m.hours !== undefined,
        hasDay: m.day !== undefined && m.part === undefined,
        partOnly,
      });
    groupOf.push(groups.length - 1);
  });
  return { groups, groupOf };
}

function joins(t: readonly WhenToken[], a: Mention, b: Mention): boolean {
  const between = t.slice(a.end, b.at);
  const same =
    (a.day !== undefined && a.part === undefined) === (b.day !== undefined && b.part === undefined) &&
    (a.hours === undefined) === (b.hours === undefined);
  const listed = between.some((word) => word === 'y' || word === 'o' || word === 'ni' || word === ',');
  if (same && !listed && !(a.day && (a.day.spec.type === 'week' || b.day?.spec.type === 'week'))) return false;
  return between.every((word) => links.has(word) || (listed && ['y', 'o', 'ni', ','].includes(word)));
}

/** What follows "perdón", "no" or "mejor" takes the place of what was said before of the same sort. */
function folded(
  t: readonly WhenToken[],
  clauses: readonly Clause[],
  all: readonly Mention[],
  used: readonly Mention[],
): Appointment {
  const corrections = correctionsIn(t, clauses);
  const appointment = new Appointment();
  // A number that is all she says is no hour of any day.
  if (used.every((m) => m.bare !== undefined || m.month !== undefined)) return appointment;
  for (const m of used) appointment.add(m, correctedAt(t, clauses, all, m, corrections));
  return appointment;
}

/** "Martes 2 / el martes no puede / miércoles": a weekday that is denied later was no answer. */
function withoutDenied(said: readonly Mention[], denied: readonly Mention[]): Mention[] {
  const weekday = (m: Mention): number | undefined => (m.day && 'weekday' in m.day.spec ? m.day.spec.weekday : undefined);
  const days = new Map(denied.map((m) => [weekday(m), m.at]));
  const left = said.filter((m) => weekday(m) === undefined || (days.get(weekday(m)) ?? -1) < m.at);
  return left.some((m) => m.day && m.day.spec.type !== 'part') ? left : [...said];
}

/** The last place before a mention where something is taken back; -1 where nothing is. */
function correctedAt(
  t: readonly WhenToken[],
  clauses: readonly Clause[],
  all: readonly Mention[],
  m: Mention,
  corrections: readonly number[],
): number {
  const marked = corrections.findLast((place) => place < m.at) ?? -1;
  const clause = clauses.find(({ from, to }) => m.at >= from && m.at < to);
  // A day after a plain "no" in the same bubble may be the one that is excluded.
  if (m.day && m.part === undefined && clause && !startsBubble(t, clause.from)) return marked;
  for (let i = m.at - 1; clause && i >= clause.from && i > m.at - 4; i--) {
    if (
      turnsOver(t, i, { at: m.at, end: m.end, hasHour: false, hasDay: false, partOnly: m.part !== undefined }) &&
      all.some((one) => one.end <= i)
    )
      return Math.max(i, marked);
  }
  return marked;
}

function bareNumber(t: readonly WhenToken[]): number | undefined {
  const numbers = t.filter((token) => isNumber(token));
  if (numbers.length !== 1 || t.some((token) => !isNumber(token) && !aroundBareNumber.has(token))) return undefined;
  return Number(numbers[0]);
}
