// What is rehearsed: when, with how many people of which habits, and what goes wrong meanwhile.
import { addDays, weekdayOf } from '../mentoring/local-time.ts';
import type { Programme } from '../program/content-schema.ts';

export const behaviours = ['diligent', 'busy', 'silent', 'turnover'] as const;
export type Behaviour = (typeof behaviours)[number];

/** How somebody of this behaviour deals with her phone and her work; shares from 0 to 1. */
export interface Habits {
  /** Of her phone moments she looks at the chat in this share. */
  looks: number;
  /** Messages that she writes at most in one of them. */
  patience: number;
  /** Of the caregivers she has, with how many she works in an iteration. */
  takesPart: number;
  /** Working days that she begins after the first of the window, at most. */
  slack: number;
  /** Of her sessions she tells on a later day, from her notes on paper. */
  late: number;
}

export const habitsOf: Readonly<Record<Behaviour, Habits>> = {
  diligent: { looks: 0.92, patience: 40, takesPart: 1, slack: 3, late: 0.1 },
  busy: { looks: 0.55, patience: 16, takesPart: 0.6, slack: 7, late: 0.35 },
  silent: { looks: 0.12, patience: 8, takesPart: 0.3, slack: 10, late: 0.5 },
  turnover: { looks: 0.7, patience: 24, takesPart: 0.8, slack: 5, late: 0.2 },
};

export const scenarioNames = ['piloto', 'semana-intensa'] as const;
export type ScenarioName = (typeof scenarioNames)[number];

export interface Scenario {
  name: ScenarioName;
  seed: string;
  mentors: number;
  caregivers: { least: number; most: number };
  /** Local dates, both included. */
  from: string;
  to: string;
  /** One place in sixteen for each; who has which follows from the seed. */
  mix: readonly Behaviour[];
  /** Everything within a week: sessions follow each other from one day to the next. */
  intense: boolean;
  /** In place of the habits' own. */
  late: number | null;
  /** In which weeks mentoring sessions are begun, by iteration. */
  windows: readonly { iteration: string; from: string; to: string }[];
  /** Of her appointments, how many come to nothing, and why. */
  mishaps: { absent: number; noCover: number; event: number; noTime: number; moved: number };
  /** What else happens: mentors who rest for a while, caregivers who leave, and doubts at so many of the times with the phone. */
  life: { pauses: number; caregiversLeave: number; doubts: number };
  /** Caregivers of each mentor who stay away for a day within the window. */
  absentCaregivers: number;
  /** Local span in which nothing can be held anywhere. */
  drill: { date: string; from: string; to: string } | null;
  /** The bot is down, UTC: nothing is received and nothing falls due until its end. */
  outages: readonly { from: string; to: string }[];
}

export interface Wishes {
  seed: string;
  mentors?: number;
  caregivers?: number;
  months?: number;
}

const pilotMix: readonly Behaviour[] = [
  ...Array.from({ length: 7 }, () => 'diligent' as const),
  ...Array.from({ length: 5 }, () => 'busy' as const),
  'silent',
  'silent',
  'turnover',
  'turnover',
];

export function scenarioOf(name: ScenarioName, programme: Programme, wishes: Wishes): Scenario {
  return name === 'piloto' ? pilot(programme, wishes) : intenseWeek(programme, wishes);
}

const monthsLater = (date: string, months: number): string => {
  const later = new Date(`${date}T00:00:00Z`);
  later.setUTCMonth(later.getUTCMonth() + months);
  return addDays(later.toISOString().slice(0, 10), -1);
};

/** The whole of the calendar, from the first day of the first iteration to the last one of the last. */
function pilot(programme: Programme, { seed, mentors = 16, caregivers = 8, months }: Wishes): Scenario {
  const iterations = [...programme.iterations].sort((a, b) => (a.from < b.from ? -1 : 1));
  const from = iterations[0]?.from ?? '2026-02-02';
  const to = months === undefined ? (iterations.at(-1)?.to ?? monthsLater(from, 6)) : monthsLater(from, months);
  const second = iterations[1]?.mentoringWindow.from ?? addDays(from, 60);
  return {
    name: 'piloto',
    seed,
    mentors,
    caregivers: { least: caregivers, most: caregivers },
    from,
    to,
    mix: pilotMix,
    intense: false,
    late: null,
    windows: windowsOf(programme),
    mishaps: { absent: 0.05, noCover: 0.05, event: 0.03, noTime: 0.03, moved: 0.07 },
    life: { pauses: 0.2, caregiversLeave: 0.08, doubts: 0.02 },
    absentCaregivers: 0,
    drill: null,
    // A short one in the first weeks, and three days in the middle of the second iteration's mentoring.
    outages: [
      { from: `${addDays(from, 24)}T18:30:00.000Z`, to: `${addDays(from, 24)}T23:45:00.000Z` },
      { from: `${addDays(second, 1)}T13:00:00.000Z`, to: `${addDays(second, 4)}T13:00:00.000Z` },
    ],
  };
}

/** Iteration 1 as it is written: all caregivers in the first week of mentoring, the days after it to tell what is left. */
function intenseWeek(programme: Programme, { seed, mentors = 16, caregivers }: Wishes): Scenario {
  const first = [...programme.iterations].sort((a, b) => (a.from < b.from ? -1 : 1))[0];
  const begins = first?.mentoringWindow.from ?? '2026-02-23';
  const monday = addDays(begins, (8 - weekdayOf(begins)) % 7);
  return {
    name: 'semana-intensa',
    seed,
    mentors,
    caregivers: { least: caregivers ?? 8, most: caregivers ?? 10 },
    // Two working days before: welcome, hours and caregivers.
    from: addDays(monday, -4),
    to: addDays(monday, 9),
    mix: ['diligent'],
    intense: true,
    late: 0.3,
    windows: [{ iteration: first?.id ?? 'it1', from: monday, to: addDays(monday, 4) }],
    mishaps: { absent: 0, noCover: 0.02, event: 0, noTime: 0.02, moved: 0.04 },
    life: { pauses: 0, caregiversLeave: 0, doubts: 0.01 },
    absentCaregivers: 2,
    drill: { date: addDays(monday, 2), from: '10:00', to: '11:30' },
    outages: [],
  };
}

function windowsOf({ iterations }: Programme): Scenario['windows'] {
  return iterations.map(({ id, mentoringWindow }) => ({ iteration: id, from: mentoringWindow.from, to: mentoringWindow.to }));
}
