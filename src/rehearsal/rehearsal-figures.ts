// The JSON of a rehearsal: what was played and what came of it, with English keys, for whoever compares two of them.
import { type Behaviour, behaviours, type Scenario } from './scenario.ts';
import type { MentorFigures, Tally } from './tally.ts';

export interface RehearsalFigures {
  scenario: Omit<Scenario, 'mix'>;
  /** More than one kind of people behaves in its own way. */
  byBehaviour: Partial<Record<Behaviour, BehaviourFigures>>;
  tally: Tally;
}

export interface BehaviourFigures {
  mentors: number;
  said: number;
  initiated: number;
  mostInDay: number;
  sessions: number;
  cyclesClosed: number;
}

export function figuresOf({ mix: _, ...scenario }: Scenario, tally: Tally): RehearsalFigures {
  const byBehaviour: RehearsalFigures['byBehaviour'] = {};
  for (const behaviour of behaviours) {
    const those = tally.mentors.filter((mentor) => mentor.behaviour === behaviour);
    if (those.length === 0) continue;
    const sum = (field: (mentor: MentorFigures) => number): number => those.reduce((total, one) => total + field(one), 0);
    byBehaviour[behaviour] = {
      mentors: those.length,
      said: sum(({ said }) => said),
      initiated: sum(({ initiated }) => initiated.bot),
      mostInDay: Math.max(...those.map(({ mostInDay }) => mostInDay)),
      sessions: sum(({ sessions }) => sessions),
      cyclesClosed: sum(({ cyclesClosed }) => cyclesClosed),
    };
  }
  return { scenario, byBehaviour, tally };
}
