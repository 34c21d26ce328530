// How long things may take, and how long is waited between them; tests make them short.

export interface SessionTimes {
  /** From the start of the browser until the page is there or asks to be linked. */
  startMs: number;
  /** From being linked until the library is ready. */
  readyMs: number;
  heartbeatMs: number;
  nudgeMs: number;
  /** Before the next try: the first, the longest. */
  backOffMs: readonly [number, number];
  /** A build that we cannot work with may be another one later. */
  incompatibleMs: number;
  /** After a session has worked for so long, its end is not counted with those before. */
  steadyMs: number;
}

export const usualTimes: SessionTimes = {
  startMs: 90_000,
  readyMs: 180_000,
  heartbeatMs: 20_000,
  nudgeMs: 3_000,
  backOffMs: [2_000, 300_000],
  incompatibleMs: 30 * 60_000,
  steadyMs: 10 * 60_000,
};

/** `failures`: how many in a row, from 1. A quarter more or less, so that not everything comes back at once. */
export function backOff([first, longest]: SessionTimes['backOffMs'], failures: number, chance: () => number): number {
  return Math.min(longest, first * 2 ** Math.min(failures - 1, 12)) * (0.75 + chance() / 2);
}
