// How a cycle moves when something is recorded. The truth is never refused: what comes out of order is marked so.
import type { CycleState } from '../domain/mentoring-cycle.ts';

export const cycleHappenings = [
  'planRecorded',
  'observationHeld',
  'observationCancelled',
  'reflectionHeld',
  'completed',
  'abandoned',
  'handedOver',
] as const;
export type CycleHappening = (typeof cycleHappenings)[number];

export interface CycleMove {
  to: CycleState;
  outOfOrder: boolean;
}

const inOrder = (to: CycleState): CycleMove => ({ to, outOfOrder: false });
const outOfOrder = (to: CycleState): CycleMove => ({ to, outOfOrder: true });
const ended = (state: CycleState): Record<CycleHappening, CycleMove> => ({
  planRecorded: outOfOrder(state),
  observationHeld: outOfOrder(state),
  observationCancelled: outOfOrder(state),
  reflectionHeld: outOfOrder(state),
  completed: outOfOrder(state),
  abandoned: outOfOrder(state),
  handedOver: outOfOrder(state),
});

/** Programme rule (terms of reference, three steps of the cycle): plan, then focused observation, then reflection. */
export const cycleMoves: Readonly<Record<CycleState, Readonly<Record<CycleHappening, CycleMove>>>> = {
  begun: {
    planRecorded: inOrder('planned'),
    observationHeld: outOfOrder('observed'),
    observationCancelled: outOfOrder('begun'),
    reflectionHeld: outOfOrder('reflected'),
    completed: outOfOrder('closed'),
    abandoned: inOrder('abandoned'),
    handedOver: inOrder('handedOver'),
  },
  planned: {
    planRecorded: inOrder('planned'),
    observationHeld: inOrder('observed'),
    observationCancelled: inOrder('planned'),
    reflectionHeld: outOfOrder('reflected'),
    completed: outOfOrder('closed'),
    abandoned: inOrder('abandoned'),
    handedOver: inOrder('handedOver'),
  },
  observed: {
    planRecorded: outOfOrder('observed'),
    observationHeld: inOrder('observed'),
    observationCancelled: outOfOrder('observed'),
    reflectionHeld: inOrder('reflected'),
    completed: outOfOrder('closed'),
    abandoned: inOrder('abandoned'),
    handedOver: inOrder('handedOver'),
  },
  reflected: {
    planRecorded: outOfOrder('reflected'),
    observationHeld: outOfOrder('reflected'),
    observationCancelled: outOfOrder('reflected'),
    reflectionHeld: inOrder('reflected'),
    completed: inOrder('closed'),
    abandoned: inOrder('abandoned'),
    handedOver: inOrder('handedOver'),
  },
  closed: ended('closed'),
  abandoned: ended('abandoned'),
  handedOver: ended('handedOver'),
};
