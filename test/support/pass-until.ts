// Lets virtual time pass in a house that stands on a real channel: what falls due happens in order, each at its moment.
import type { VirtualClock } from '../../src/clock.ts';
import type { WallHouse } from '../../src/commands/wall-house.ts';

/** Longer than the quiet window of the engine, shorter than anything else that the house waits for. */
const windowMs = 8_000;

export interface TimeToPass {
  /** UTC. `settle`: no further than the end of the windows in which bubbles are waited for. */
  to: string;
  settle: boolean;
}

export async function passUntil({ runtime, store }: WallHouse, clock: VirtualClock, { to, settle }: TimeToPass): Promise<void> {
  await runtime.idle();
  for (;;) {
    const due = await store.nextDueAt();
    const limit = settle ? new Date(Date.parse(clock.now()) + windowMs).toISOString() : to;
    if (due === undefined || Date.parse(due) > Date.parse(limit)) break;
    const before = clock.now();
    clock.moveTo(due);
    const fired = await runtime.fireDue();
    await runtime.pump();
    if (fired === 0 && clock.now() === before) break;
  }
  if (!settle) clock.moveTo(to);
  await runtime.pump();
}
