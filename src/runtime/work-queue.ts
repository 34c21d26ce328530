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

export function createWorkQueue<T>(parts: WorkQueueParts<T>): WorkQueue {
  let running: Promise<void> | undefined;
  let kicked = false;
  let stopped = false;
  let failure: { error: unknown } | undefined;
  let wake: () => void = () => {};

  function fail(error: unknown): void {
    failure ??= { error };
    stopped = true;
    parts.failed(error);
  }

  async function takeOne(): Promise<T | undefined> {
    if (stopped) return undefined;
    try {
      return await parts.take();
    } catch (error) {
      fail(error);
      return undefined;
    }
  }

  async function work(): Promise<void> {
    const inHand = new Set<Promise<void>>();
    for (;;) {
      kicked = false;
      // What was taken is served even if stop came meanwhile: a message taken and not sent would count as doubtful.
      const item = await takeOne();
      if (item !== undefined) {
        const served: Promise<void> = parts
          .serve(item)
          .catch(fail)
          .finally(() => inHand.delete(served));
        inHand.add(served);
        if (inHand.size >= parts.inFlight) await Promise.race(inHand);
      } else if (!kicked || stopped) {
        if (inHand.size === 0) return;
        const woken = new Promise<void>((resolve) => {
          wake = resolve;
        });
        await Promise.race([...inHand, woken]);
      }
    }
  }

  function kick(): void {
    kicked = true;
    wake();
    if (running !== undefined || stopped) return;
    running = work().finally(() => {
      running = undefined;
      if (kicked) kick();
    });
  }

  return {
    kick,
    busy: () => running !== undefined,
    async settled() {
      while (running !== undefined) await running;
      if (failure !== undefined) throw failure.error;
    },
    stop() {
      stopped = true;
      wake();
    },
  };
}
