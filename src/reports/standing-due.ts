// «pendientes»: what is late, to be recorded, due today or not begun, by centre, and whom to call first.
import type { LocalMoment } from '../domain/local-moment.ts';
import { sayDate } from '../mentoring/local-time.ts';
import type { MentorStanding, StandingStep } from './standing-mentors.ts';
import { someOf } from './standing-progress.ts';
import { bubblesOf, centreLabel, isOwed, ofDay, onDay, type StandingTexts, sayMoment } from './standing-texts.ts';

/** Something of hers that waits. `weight`: how much it asks for a call; nothing where a call would not help. */
export interface DueThing {
  kind: DueKind;
  weight: number;
  step?: StandingStep;
  count?: number;
}

export const dueKinds = [
  'late',
  'noChannel',
  'notJoined',
  'toRecord',
  'today',
  'welcome',
  'noCaregivers',
  'silent',
  'noDate',
  'behind',
  'course',
  'refused',
  'paused',
  'withdrawn',
] as const;
export type DueKind = (typeof dueKinds)[number];

/** Days without a word from which it is worth a call. */
export const silentFrom = 7;

/** Neither welcomed nor recorded for by somebody else. */
export const isBeforeWork = ({ welcome, caregivers }: MentorStanding): boolean => welcome !== 'done' && caregivers === 0;

/** In the order in which they are said. */
export function dueOf(mentor: MentorStanding): DueThing[] {
  const { participation, welcome } = mentor;
  if (participation === 'inactive') return [];
  if (welcome === 'refused') return [{ kind: 'refused', weight: 0 }];
  // What was due before she left stays counted, as in the registro; no call would help.
  const overdue: DueThing[] = mentor.behind > 0 ? [{ kind: 'behind', weight: 0, count: mentor.behind }] : [];
  if (participation === 'withdrawn') return [{ kind: 'withdrawn', weight: 0 }, ...overdue];
  const things: DueThing[] = [];
  const paused = participation === 'paused';
  const add = (kind: DueKind, weight: number, more: Partial<DueThing> = {}): void =>
    void things.push({ kind, weight: paused ? 0 : weight, ...more });
  if (paused) add('paused', 0);
  if (isBeforeWork(mentor)) {
    if (!mentor.reachable) add(welcome === 'notBegun' ? 'notJoined' : 'noChannel', 9);
    // Who left her welcome a moment ago is not to be called.
    else add('welcome', welcome === 'halfway' && (mentor.silentDays ?? 0) >= 2 ? 12 : 9);
    return [...things, ...overdue];
  }
  // Of who never was in the chat somebody else tells us: that is known.
  if (!mentor.reachable) add('noChannel', welcome === 'notBegun' ? 0 : 60);
  for (const step of mentor.steps.filter(isOwed)) {
    const late = step.appointment?.record === 'late';
    add(late ? 'late' : 'toRecord', late ? 100 + (step.appointment?.workingDays ?? 0) : 20, { step });
  }
  things.sort((a, b) => b.weight - a.weight);
  for (const step of mentor.steps)
    if (step.appointment?.record === 'planned' && step.appointment.date === mentor.today.date) add('today', 0, { step });
  if (mentor.caregivers === 0) add('noCaregivers', 30);
  const noDate = mentor.steps.filter(({ step }) => step === 'agreeObservation' || step === 'agreeReflection').length;
  if (noDate > 0) add('noDate', 5, { count: noDate });
  if (mentor.behind > 0) add('behind', 5, { count: mentor.behind });
  if (!paused && mentor.silentDays !== null && mentor.silentDays >= silentFrom)
    add('silent', 10 + Math.min(mentor.silentDays, 30));
  if (!mentor.courseFinished) add('course', 1);
  return things;
}

interface MentorDue {
  mentor: MentorStanding;
  things: DueThing[];
  urgency: number;
}

/** From here on a call is asked for. */
const worthACall = 10;

const byUrgency = (a: MentorDue, b: MentorDue): number =>
  b.urgency - a.urgency || (a.mentor.id < b.mentor.id ? -1 : a.mentor.id > b.mentor.id ? 1 : 0);

export interface DueFigures {
  /** How many things of each kind. */
  counts: Record<DueKind, number>;
  /** Those with something that waits, the most urgent centre first and in it the most urgent mentor. */
  centres: { label: string; mentors: MentorDue[] }[];
  /** Those of whom nothing else is known than that they have not begun, or are not in the chat yet: told of together. */
  notBegun: MentorStanding[];
  notJoined: MentorStanding[];
  callFirst: MentorStanding | undefined;
  /** Mentors of whom nothing waits. */
  upToDate: number;
}

export function dueFigures(mentors: readonly MentorStanding[]): DueFigures {
  const counts = Object.fromEntries(dueKinds.map((kind) => [kind, 0])) as Record<DueKind, number>;
  const waiting: MentorDue[] = [];
  for (const mentor of mentors) {
    const things = dueOf(mentor);
    for (const { kind, count } of things) counts[kind] += count ?? 1;
    // Who did not agree is counted and named nowhere.
    if (mentor.welcome !== 'refused' && things.length > 0)
      waiting.push({ mentor, things, urgency: things.reduce((sum, { weight }) => sum + weight, 0) });
  }
  waiting.sort(byUrgency);
  const centres = new Map<string, { label: string; mentors: MentorDue[] }>();
  const only = (kind: DueKind) =>
    waiting.filter(({ things }) =>
      things.every((thing) => thing.kind === kind || (kind !== 'behind' && thing.kind === 'behind')),
    );
  const notBegun = only('welcome').filter(({ mentor }) => mentor.welcome === 'notBegun');
  const notJoined = only('notJoined');
  for (const due of waiting.filter((one) => !notBegun.includes(one) && !notJoined.includes(one))) {
    const id = due.mentor.centre?.id ?? '';
    const centre = centres.get(id) ?? { label: centreLabel(due.mentor), mentors: [] };
    centre.mentors.push(due);
    centres.set(id, centre);
  }
  const [first] = waiting;
  const unnamed = counts.refused;
  return {
    counts,
    centres: [...centres.values()],
    notBegun: notBegun.map(({ mentor }) => mentor),
    notJoined: notJoined.map(({ mentor }) => mentor),
    callFirst: first && first.urgency >= worthACall ? first.mentor : undefined,
    upToDate: mentors.filter(({ participation }) => participation !== 'inactive').length - waiting.length - unnamed,
  };
}

/** Bubbles: figures and whom to call first, then one line for each mentor under her centre. */
export function dueBubbles(
  t: StandingTexts,
  mentors: readonly MentorStanding[],
  here: LocalMoment,
  vacant: readonly string[] = [],
): string[] {
  const { counts, centres, notBegun, notJoined, callFirst, upToDate } = dueFigures(mentors);
  const when = sayMoment(here);
  const roster = rosterOf(mentors);
  const lines = dueKinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) =>
      t.text(`avance.cuenta-${kind}`, { count: counts[kind], expected: roster.expected, registered: roster.registered }),
    );
  if (vacant.length > 0) lines.push(t.text('avance.cuenta-sin-mentora', { count: vacant.length, centres: someOf(t, vacant) }));
  if (lines.length === 0) return [t.text('avance.nada-pendiente', { when })];
  const summary = [
    t.text('avance.pendientes', { when }),
    ...lines,
    ...(upToDate > 0 ? [t.text('avance.cuenta-al-corriente', { count: upToDate })] : []),
    ...(callFirst ? [t.text('avance.llame-primero', { mentor: callFirst.name, centre: centreLabel(callFirst) })] : []),
  ].join('\n');
  const blocks = centres.map(({ label, mentors: hers }) => ({
    text: t.text('avance.centro', {
      centre: label || t.text('avance.sin-centro'),
      lines: hers.map((due) => dueLine(t, due)).join('\n'),
    }),
    size: hers.length,
  }));
  const together = (kept: readonly MentorStanding[], said: (mentors: string) => string): void => {
    if (kept.length > 0) blocks.push({ text: said(namesOf(t, kept)), size: kept.length });
  };
  together(notBegun, (mentors) => t.text('avance.bienvenidas', { mentors }));
  together(notJoined, (mentors) => t.text('avance.no-han-entrado', { mentors }));
  const rest = (left: number): string => t.text('avance.y-mas-registro', { count: left });
  return [summary, ...bubblesOf(t.text('avance.por-centro'), blocks, 2, rest)];
}

/** What the roster expects of those who take part, and how much of it is registered. */
function rosterOf(mentors: readonly MentorStanding[]): { expected: number; registered: number } {
  const taking = mentors.filter(
    ({ participation, welcome }) => (participation === 'working' || participation === 'paused') && welcome !== 'refused',
  );
  const registered = taking.reduce((sum, { caregivers }) => sum + caregivers, 0);
  return { registered, expected: registered + taking.reduce((sum, { unregistered }) => sum + unregistered, 0) };
}

/** Names in a row; the others are counted. */
const mostNamed = 12;

function namesOf(t: StandingTexts, mentors: readonly MentorStanding[]): string {
  const named = mentors
    .slice(0, mostNamed)
    .map(({ name, centre }) => t.text('avance.nombre-centro', { mentor: name, centre: centre?.id ?? '' }))
    .join(', ');
  const more = mentors.length - mostNamed;
  return more > 0 ? t.text('avance.y-otras', { named, count: more }) : named;
}

/** Sessions of one kind that are told one by one; the others are counted. */
const toldEach = 2;

function dueLine(t: StandingTexts, { mentor, things }: MentorDue): string {
  const told: string[] = [];
  for (const kind of new Set(things.map((thing) => thing.kind))) {
    const same = things.filter((thing) => thing.kind === kind);
    told.push(...same.slice(0, toldEach).map((thing) => sayThing(t, mentor, thing)));
    if (same.length > toldEach) told.push(t.text('avance.otras', { count: same.length - toldEach }));
  }
  return t.text('avance.renglon', { mentor: mentor.name, things: told.join('; ') });
}

function sayThing(t: StandingTexts, mentor: MentorStanding, { kind, step, count }: DueThing): string {
  const today = mentor.today.date;
  const session = t.text(step?.step.endsWith('Reflection') ? 'avance.platica' : 'avance.observacion');
  const appointment = step?.appointment;
  switch (kind) {
    case 'late':
    case 'toRecord': {
      const what = appointment ? `${session} ${ofDay(t, appointment.date, today)}` : session;
      const days = appointment?.workingDays ?? 0;
      return kind === 'late' ? t.text('avance.vencida', { what, days }) : t.text('avance.por-anotar', { what });
    }
    case 'today':
      return t.text('avance.cita', { session, day: onDay(t, today, today), time: appointment?.time ?? '' });
    case 'noDate':
      return t.text('avance.sin-fecha', { count: count ?? 0 });
    case 'behind':
      return t.text('avance.atrasadas', { count: count ?? 0 });
    case 'silent':
      return t.text('avance.callada', { count: mentor.silentDays ?? 0 });
    case 'paused':
      return t.text('avance.en-pausa', { until: sayDate(mentor.pausedUntil ?? today, today) });
    case 'withdrawn':
      return t.text('avance.baja', { day: sayDate(mentor.withdrawnOn ?? today, today) });
    case 'welcome':
      return t.text(mentor.welcome === 'halfway' ? 'avance.bienvenida-a-medias' : 'avance.bienvenida-sin-empezar');
    case 'noChannel':
    case 'notJoined':
    case 'noCaregivers':
    case 'course':
      return t.text(`avance.tiene-${kind}`);
    case 'refused':
      return '';
  }
}
