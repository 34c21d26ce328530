// The engine with its program bound: what the runtime, the driver, rehearsals and benchmarks take turns with.
import type { InboundEvent } from '../domain/inbound-event.ts';
import type { OwnerState } from '../domain/turn.ts';
import type { Program } from '../program/program.ts';
import { apologyTurn, concernsSafety, heldTurn, takeTurn } from './take-turn.ts';

/** `trace`: as of `takeTurn`. */
export const engineOf = (program: Program, trace?: (step: string) => void) => ({
  takeTurn: (state: OwnerState, event: InboundEvent) => takeTurn(program, state, event, trace),
  concerns: (text: string) => concernsSafety(program, text),
  apology: (state: OwnerState, event: InboundEvent) => apologyTurn(program, state, event),
  heldTurn: (state: OwnerState, event: InboundEvent) => heldTurn(program, state, event),
});
