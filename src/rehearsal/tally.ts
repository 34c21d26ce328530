// What a rehearsal counts while it runs: figures that can be added up, of people, days, hours, weeks and reminders.
import type { CycleState } from '../domain/mentoring-cycle.ts';
import type { Behaviour } from './scenario.ts';

export const causes = ['bot', 'staff'] as const;
/** Who began: a timer of the bot, or somebody of the staff. What answers her is neither. */
export type Cause = (typeof causes)[number];

export interface MentorFigures {
  id: string;
  behaviour: Behaviour;
  zone: string;
  /** Messages of hers, answers to her, and what she was sent without asking. */
  said: number;
  answers: number;
  initiated: Record<Cause, number>;
  /** The most that the bot began on one day. */
  mostInDay: number;
  sessions: number;
  cyclesClosed: number;
  /** By local date, where there were any; only of mentors whose diary is kept. */
  days?: Record<string, number>;
  /** Questions that were put four times running without an answer that fits. */
  stuck: number;
}

export interface DayFigures {
  said: number;
  answers: number;
  initiated: number;
  /** Mentors whom the bot wrote to of its own accord. */
  reached: number;
}

export type WeekFigures = Record<CycleState, number>;

/** What a developer has to look at; each with the first places where it is to be seen. */
export const troubleKinds = [
  /** Mentor and day with more than two messages that the bot began. */
  'tooMany',
  /** Begun by the bot on closed days, before six or from half past six in the evening on. */
  'outOfHours',
  /** A question that came four times running, without an answer of hers that fits. */
  'stuck',
  /** Reminders that were planned and ended in nothing. */
  'unaccounted',
  /** Sessions whose hour came without a word of ours, although there was time. */
  'unannounced',
  /** The same announcement twice. */
  'announcedTwice',
  /** What the log called an error. */
  'errors',
] as const;
export type TroubleKind = (typeof troubleKinds)[number];
export interface Found {
  count: number;
  first: string[];
}
export type Trouble = Record<TroubleKind, Found>;

const mostShown = 40;

export function find(trouble: Trouble, kind: TroubleKind, ...places: readonly string[]): void {
  const found = trouble[kind];
  found.count += places.length;
  found.first.push(...places.slice(0, mostShown - found.first.length));
}

export interface Tally {
  mentors: MentorFigures[];
  days: Record<string, DayFigures>;
  /** Mentor days by how many messages the bot began on them: place 0 counts those without any. */
  perMentorDay: number[];
  /** By half hour of the day, local. */
  hours: { initiated: number[]; said: number[] };
  weeks: Record<string, WeekFigures>;
  reminders: Record<string, Record<string, number>>;
  remindersPlanned: number;
  sessions: {
    held: number;
    late: number;
    notHeld: number;
    moved: number;
    byPhase: Record<string, number>;
    byMode: Record<string, number>;
  };
  dueSessions: { due: number; announced: number; agreedShortBefore: number; excused: number };
  /** By how they came in. */
  checklists: Record<string, number>;
  /** Answers that were asked for once more, by flow and step. */
  notUnderstood: Record<string, number>;
  turns: number;
  trouble: Trouble;
}

export const emptyTally = (): Tally => ({
  mentors: [],
  days: {},
  perMentorDay: [],
  hours: { initiated: Array.from({ length: 48 }, () => 0), said: Array.from({ length: 48 }, () => 0) },
  weeks: {},
  reminders: {},
  remindersPlanned: 0,
  sessions: { held: 0, late: 0, notHeld: 0, moved: 0, byPhase: {}, byMode: {} },
  dueSessions: { due: 0, announced: 0, agreedShortBefore: 0, excused: 0 },
  checklists: {},
  notUnderstood: {},
  turns: 0,
  trouble: Object.fromEntries(troubleKinds.map((kind) => [kind, { count: 0, first: [] }])) as unknown as Trouble,
});

type Figures = { [key: string]: number | Figures } | number[];

/** Adds numbers to numbers, place by place; in the order of the keys that come, so that cohorts added in order give one result. */
function addFigures(into: Figures, more: Figures): void {
  const to = into as Record<string, number | Figures>;
  for (const [key, value] of Object.entries(more)) {
    if (typeof value === 'number') to[key] = ((to[key] as number | undefined) ?? 0) + value;
    else {
      to[key] ??= Array.isArray(value) ? [] : {};
      addFigures(to[key] as Figures, value);
    }
  }
}

export function addTally(into: Tally, more: Tally): void {
  const { mentors, trouble, perMentorDay, ...figures } = more;
  into.mentors.push(...mentors);
  for (const kind of troubleKinds) {
    const { count, first } = trouble[kind];
    into.trouble[kind].count += count;
    into.trouble[kind].first.push(...first.slice(0, mostShown - into.trouble[kind].first.length));
  }
  for (const [count, days] of perMentorDay.entries()) into.perMentorDay[count] = (into.perMentorDay[count] ?? 0) + (days ?? 0);
  addFigures(into as unknown as Figures, figures as unknown as Figures);
}
