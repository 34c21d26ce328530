// What the runtime asks of the engine: a turn for an event, with the program already bound by the composition root.
import type { InboundEvent } from '../domain/inbound-event.ts';
import type { OwnerState, Turn } from '../domain/turn.ts';

export interface TurnTaker {
  takeTurn(state: OwnerState, event: InboundEvent): Turn;
  /** What is said where takeTurn threw, which is our mistake and not hers. */
  apology(state: OwnerState, event: InboundEvent): Turn;
  /** What is said to a person whose records were in a damaged file. */
  heldTurn(state: OwnerState, event: InboundEvent): Turn;
  /** Whether words said in a group are a matter of safety, whoever they were said to. */
  concerns?(text: string): boolean;
}
