// Walks once over a tokenised phrase, collects the days and hours it names, and keeps those that are an answer.
import { type Clause, clausesOf, correctionsIn } from './when-clauses.ts';
import type { DayPart } from './when-day-parts.ts';
import type { DayMention } from './when-days.ts';
import { Appointment, type Mention } from './when-fold.ts';
import type { HourMention } from './when-hours.ts';
import { bareNumber, mentionsIn } from './when-mentions.ts';
import { withoutExplanations } from './when-proposals.ts';
import { ClauseRoles, type Group, type Role, startsBubble, tellsHeldAlone, turnsOver } from './when-roles.ts';
import type { WhenToken } from './when-tokens.ts';

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
  /** She named days that are no answer. */
  beside: boolean;
  replaced?: DayMention | undefined;
  /** Days that she said no to. */
  denied: DayMention[];
  /** Minutes from the hour that was agreed before. */
  shift?: number | undefined;
}

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
  'faltando',
  'faltan',
]);

export function scanWhen(t: readonly WhenToken[]): WhenScan {
  const clauses = clausesOf(t);
  const mentions = mentionsIn(t, clauses);
  const roles = withoutExplanations(t, clauses, mentions, rolesOf(t, clauses, mentions));
  otherWeek(mentions, roles);
  startAndEnd(t, mentions, roles);
  const of = (...wanted: Role[]): Mention[] => mentions.filter((_, k) => wanted.includes(roles[k] ?? 'said'));
  const said = withoutDenied(
    mentions.filter((m, k) => roles[k] === 'said' || roles[k] === 'doubt' || isWeekOfDenied(m, mentions, roles, k)),
    of('denied'),
  );
  revive(t, said, mentions, roles);
  const fallback = said.some(answers) ? undefined : of('done').length > 0 ? 'done' : of('was').length > 0 ? 'was' : undefined;
  const used = fallback === undefined ? said : fallback === 'done' ? of('said', 'doubt', 'done') : of('was');
  const { days, hours, part, replaced, shift } = folded(t, clauses, mentions, monthKept(mentions, used));
  const alone = mentions.every((m) => m.bare !== undefined || m.month !== undefined);
  return {
    days,
    hours,
    part,
    replaced,
    shift,
    denied: of('denied').flatMap((m) => (m.day && m.part === undefined && !m.hours ? [m.day] : [])),
    bare: alone ? bareNumber(t) : undefined,
    done: fallback === 'done',
    beside: roles.some((role) => role === 'beside' || role === 'denied'),
    doubt: fallback === 'was' || roles.includes('doubt'),
  };
}

/** "No en esta semana, en la siguiente", "la próxima traemos auditoría, póngame en la siguiente": one week on from the one that is out. */
function otherWeek(mentions: Mention[], roles: Role[]): void {
  for (const [k, m] of mentions.entries()) {
    const spec = m.day?.spec;
    if (!m.day || spec?.type !== 'week' || !spec.other) continue;
    const before = mentions.findLastIndex((one, i) => i < k && one.day?.spec.type === 'week');
    const out = mentions[before]?.day?.spec;
    if (out?.type !== 'week' || (roles[before] === 'said' && out.weeks < 1)) continue;
    mentions[k] = { ...m, day: { ...m.day, spec: { ...spec, weeks: out.weeks + 1 } } };
    roles[k] = 'said';
  }
}

/** "21/3 es domingo, ups / 23 a las 10": a bare day number behind a date that does not stand is of the same month. */
function monthKept(mentions: readonly Mention[], used: readonly Mention[]): readonly Mention[] {
  return used.map((m) => {
    const { day } = m;
    if (day?.spec.type !== 'number' || day.spec.month !== undefined || day.spec.weekday !== undefined) return m;
    const dropped = mentions.findLast(
      (one) => one.at < m.at && !used.includes(one) && one.day?.spec.type === 'number' && one.day.spec.month !== undefined,
    )?.day?.spec;
    return dropped?.type === 'number'
      ? { ...m, day: { ...day, spec: { ...day.spec, month: dropped.month, year: dropped.year } } }
      : m;
  });
}

const begins = /^(?:arran[cq]|empe[zc]|empiez|inici|comenz|comienz|entramos)/;
const weBegin = /^(?:arrancamos|empezamos|iniciamos|comenzamos|entramos)$/;
const finishes = /^(?:sal[igeo]|termin|acab|conclu|cerr[ae]|desocup)/;

/** "Arrancamos 8:30 y salimos como 9": of the two the first is the appointment. */
function startAndEnd(t: readonly WhenToken[], mentions: readonly Mention[], roles: Role[]): void {
  const led = (m: Mention, verb: RegExp): boolean => t.slice(Math.max(0, m.at - 4), m.at).some((word) => verb.test(word));
  for (const [k, m] of mentions.entries()) {
    const start = m.hours && led(m, finishes) ? mentions.findLastIndex((one, i) => i < k && one.hours !== undefined) : -1;
    const first = mentions[start];
    if (!first || first.hours?.[0]?.clause !== m.hours?.[0]?.clause || !led(first, begins)) continue;
    roles[start] = 'said';
    roles[k] = 'beside';
  }
  if (mentions.some((m, k) => m.hours && roles[k] === 'said')) return;
  const ours = mentions.findIndex((m) => m.hours && led(m, weBegin));
  if (ours >= 0 && roles[ours] === 'beside') roles[ours] = 'said';
}

/** "La otra semana el lunes no, el martes": the week holds on. */
function isWeekOfDenied(m: Mention, mentions: readonly Mention[], roles: readonly Role[], k: number): boolean {
  if (m.day?.spec.type !== 'week' || roles[k] !== 'denied') return false;
  // "El martes de la otra semana no puedo, el próximo jueves" is of no week that was named.
  const after = mentions.find(({ day }, i) => i > k && roles[i] === 'said' && day?.spec.type === 'weekday')?.day?.spec;
  if (after?.type === 'weekday' && (after.mode !== 'bare' || after.plus > 0)) return false;
  return [k - 1, k + 1].some(
    (i) => roles[i] === 'denied' && mentions[i]?.day?.spec.type === 'weekday' && mentions[i]?.day?.clause === m.day?.clause,
  );
}

/** "El jueves a las 10 no puedo, a las 12 sí": the hour is denied, and the day holds. */
function revive(t: readonly WhenToken[], said: Mention[], mentions: readonly Mention[], roles: readonly Role[]): void {
  if (!said.some((m) => m.hours) || said.some((m) => m.day && m.part === undefined)) return;
  // "Mañana es sábado, ¿verdad? Bueno, ese día a las 9".
  const that = t.findIndex((word, i) => (word === 'ese' || word === 'mismo') && t[i + 1] === 'dia');
  const meant = that > 0 ? mentions.findLast((m) => m.day !== undefined && m.part === undefined && m.at < that) : undefined;
  if (meant) {
    said.unshift(meant);
    return;
  }
  // "Tengo junta a las 9 el jueves, mejor 10:30".
  const rather = said.some((m) => m.hours && ['mejor', 'pero', 'sino'].includes(t[m.at - 1] ?? '') && m.hours.length === 1);
  const dropped = (k: number): boolean => roles[k] === 'denied' || (rather && roles[k] === 'beside');
  const hour = mentions.findLast((m, k) => dropped(k) && m.hours !== undefined);
  const clause = hour?.hours?.[0]?.clause;
  const day = mentions.findLast((m, k) => dropped(k) && m.day !== undefined && m.part === undefined && m.day.clause === clause);
  if (day) said.unshift(day);
}

/** Names a day or an hour, and not only a half of the day or a week. */
const answers = (m: Mention): boolean =>
  m.hours !== undefined || (m.day !== undefined && !['part', 'soon', 'week', 'monthShift'].includes(m.day.spec.type));

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
  // "Del jueves a la próxima semana".
  if (b.day && ((b.day.spec.type === 'week' && t[b.at] === 'a') || (a.day && ['a', 'al', 'para'].includes(between[0] ?? ''))))
    return false;
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
  const name = ({ day }: Mention): string | undefined => {
    if (!day) return undefined;
    if (day.spec.type === 'offset') return `+${day.spec.days}`;
    return 'weekday' in day.spec && day.spec.weekday !== undefined ? `@${day.spec.weekday}` : undefined;
  };
  const days = new Map(denied.map((m) => [name(m), m.at]));
  const left = said.filter((m) => name(m) === undefined || (days.get(name(m)) ?? -1) < m.at);
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
