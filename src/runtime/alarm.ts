// Sleeps by the wall clock until the next thing is due.
import type { Clock } from '../clock.ts';

/**
 * Never sleeps longer than this: a setTimeout of more than 24.8 days fires at once, and one that was set before the laptop was shut
 * or its clock was corrected fires late.
 */
const longestSleepMs = 60_000;
/** Where something stays due although it was just attended to. */
const shortestSleepMs = 1_000;

export interface Alarm {
  /** Something falls due at this instant (UTC); rings then, or earlier if something else does. */
  expect(instant: string): void;
  stop(): void;
}

export interface AlarmParts {
  clock: Clock;
  nextDueAt(): Promise<string | undefined>;
  ring(): Promise<void>;
  failed(error: unknown): void;
}

export function startAlarm(parts: AlarmParts): Alarm {
  let timer: NodeJS.Timeout | undefined;
  let armedFor = Infinity;
  let stopped = false;
  let ringing = false;

  function arm(at: number, shortest: number): void {
    clearTimeout(timer);
    if (stopped) return;
    armedFor = at;
    const sleep = Math.min(longestSleepMs, Math.max(shortest, at - Date.parse(parts.clock.now())));
    timer = setTimeout(() => void wake(), sleep);
  }

  async function wake(): Promise<void> {
    if (ringing) return;
    ringing = true;
    armedFor = Infinity;
    try {
      if (await isDue()) await parts.ring();
      const next = await parts.nextDueAt();
      const expected = armedFor;
      arm(Math.min(expected, next === undefined ? Infinity : Date.parse(next)), shortestSleepMs);
    } catch (error) {
      if (!stopped) parts.failed(error);
    } finally {
      ringing = false;
    }
  }

  async function isDue(): Promise<boolean> {
    const next = await parts.nextDueAt();
    return next !== undefined && Date.parse(next) <= Date.parse(parts.clock.now());
  }

  arm(-Infinity, 0);
  return {
    expect(instant) {
      const at = Date.parse(instant);
      if (at >= armedFor) return;
      if (ringing) armedFor = at;
      else arm(at, 0);
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
