// The clock port: the only wall clock of the house, and one that stands still until it is moved.

export interface Clock {
  /** UTC, ISO with milliseconds. */
  now(): string;
}

export const wallClock: Clock = { now: () => new Date().toISOString() };

export interface VirtualClock extends Clock {
  /** Never backwards: an earlier instant leaves it where it is. */
  moveTo(instant: string): void;
}

export function virtualClock(start: string): VirtualClock {
  let at = new Date(start).toISOString();
  return {
    now: () => at,
    moveTo(instant) {
      const next = new Date(instant).toISOString();
      if (next > at) at = next;
    },
  };
}
