// Takes work until there is none, several pieces at a time; what may not overlap is decided by whoever hands the work out.

export interface WorkQueue {
  /** Begins to work where it rests; while it works, makes it look once more. */
  kick(): void;
  busy(): boolean;
  /** Resolves when there is nothing to take and nothing in hand; rejects with the first failure. */
  settled(): Promise<void>;
  /** Takes nothing more; what is in hand is finished. */
  stop(): void;
}

export interface WorkQueueParts<T> {
  take(): Promise<T | undefined>;
  serve(item: T): Promise<void>;
  inFlight: number;
  failed(error: unknown): void;
}

/**
 * Works in lanes that take and serve by themselves, so that a take which waits for the disk shares that wait with the others'.
 * A lane that finds work opens one more, up to `inFlight`; a lane that finds none ends.
 */
export function createWorkQueue<T>(parts: WorkQueueParts<T>): WorkQueue {
  let lanes = 0;
  let kicks = 0;
  let stopped = false;
  let failure: { error: unknown } | undefined;
  let waiting: (() => void)[] = [];

  function fail(error: unknown): undefined {
    failure ??= { error };
    stopped = true;
    parts.failed(error);
  }

  function open(): void {
    if (stopped || lanes >= parts.inFlight) return;
    lanes++;
    void run().catch(fail).then(close);
  }

  /** Returns the kick that it had seen when it found nothing more. */
  async function run(): Promise<number> {
    let seen = kicks;
    while (!stopped) {
      seen = kicks;
      const item = await parts.take();
      if (item !== undefined) {
        open();
        // What was taken is served even if stop came meanwhile: a message taken and not sent would count as doubtful.
        await parts.serve(item);
      } else if (seen === kicks) break;
    }
    return seen;
  }

  function close(seen: number | undefined): void {
    lanes--;
    // Kicked between its last look and its end, when every lane may have been ending: somebody must look again.
    if (seen !== undefined && seen !== kicks) open();
    if (lanes > 0) return;
    const woken = waiting;
    waiting = [];
    for (const wake of woken) wake();
  }

  return {
    kick() {
      kicks++;
      open();
    },
    busy: () => lanes > 0,
    async settled() {
      while (lanes > 0) await new Promise<void>((resolve) => waiting.push(resolve));
      if (failure !== undefined) throw failure.error;
    },
    stop() {
      stopped = true;
    },
  };
}
