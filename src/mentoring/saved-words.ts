// Her own words in what is saved of a cycle, by the step that asks for them: read, and put right.
import type { MentoringCycle, WorkPlan } from '../domain/mentoring-cycle.ts';

type PlanWords = 'goal' | 'actionStep' | 'successCriterion' | 'resources';
const ofPlan: Readonly<Record<string, PlanWords>> = {
  meta: 'goal',
  acciones: 'actionStep',
  logro: 'successCriterion',
  recursos: 'resources',
};

/** Steps whose words are kept, by flow; of words that two of them are called by, the later flow's are meant. */
export const keptSteps = {
  reflexion: ['sintio', 'apoyo', 'constructiva', 'acuerdo', 'siguiente'],
  observacion: ['funciono', 'mejorar'],
  'plan-de-trabajo': ['meta', 'acciones', 'logro', 'recursos'],
} as const;

/** The flow whose step this is; empty for any other. */
export const flowOfSaved = (key: string): string =>
  Object.entries(keptSteps).find(([, keys]) => (keys as readonly string[]).includes(key))?.[0] ?? '';

/** Undefined where nothing is saved for this step; of several sessions the last counts. */
export function savedWords(cycle: MentoringCycle, key: string): string | undefined {
  const field = ofPlan[key];
  const kept = field ? cycle.plan?.[field] : cycle.sessions.findLast(({ notes }) => notes[key] !== undefined)?.notes[key];
  return kept === '' ? undefined : kept;
}

export function withSavedWords(cycle: MentoringCycle, key: string, words: string): MentoringCycle {
  const field = ofPlan[key];
  if (field) return cycle.plan ? { ...cycle, plan: { ...cycle.plan, [field]: words } satisfies WorkPlan } : cycle;
  const at = cycle.sessions.findLastIndex(({ notes }) => notes[key] !== undefined);
  const sessions = cycle.sessions.map((one, i) => (i === at ? { ...one, notes: { ...one.notes, [key]: words } } : one));
  return { ...cycle, sessions };
}
