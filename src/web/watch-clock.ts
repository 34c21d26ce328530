// What the virtual clock shows and where the bot is at work, told to the windows whenever it changes.
import type { DriverInput } from '../commands/driver-input.ts';
import type { SharedDriver, SharedLine } from '../commands/shared-driver.ts';
import type { ClockStatus } from './page/page-protocol.ts';

export interface WatchedClock {
  status(): ClockStatus;
  listen(listener: (status: ClockStatus) => void): () => void;
}

export function watchClock(driver: SharedDriver): WatchedClock {
  const listeners = new Set<(status: ClockStatus) => void>();
  const waiting = new Map<SharedLine, string>();
  let nextDueAt: string | undefined;

  function status(): ClockStatus {
    const busy = [...new Set(waiting.values())];
    return { now: driver.now(), ...(nextDueAt === undefined ? {} : { nextDueAt }), busy };
  }
  function tell(): void {
    const now = status();
    for (const hear of listeners) hear(now);
  }
  function lookAhead(): void {
    driver.nextDueAt().then(
      (due) => {
        nextDueAt = due;
        tell();
      },
      // Closed meanwhile, or the store is broken: whoever gives the next line is told.
      () => {},
    );
  }

  driver.listen({
    queued(line) {
      const place = line.input === undefined ? undefined : workplaceOf(line.input);
      if (place === undefined) return;
      waiting.set(line, place);
      tell();
    },
    done(line) {
      waiting.delete(line);
      if (waiting.size === 0) lookAhead();
      else tell();
    },
  });
  lookAhead();
  return {
    status,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Undefined where nobody waits for an answer. */
function workplaceOf(input: DriverInput): string | undefined {
  if ('from' in input) return input.chat === undefined || input.chat === 'private' ? input.from : input.chat;
  return 'now' in input || 'advance' in input || 'restart' in input ? 'clock' : undefined;
}
