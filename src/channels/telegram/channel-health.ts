// How the channel is doing, for health checks: since when something has failed without a break, and by which code.

export interface ChannelHealth {
  /** UTC; when Telegram last answered that there is something or nothing for us. Null before the first time. */
  lastPollAt: string | null;
  /** UTC; null while all is well. */
  failingSince: string | null;
  /** A number of Telegram or a name of the network; null while all is well. */
  lastError: string | null;
}

/** Receiving and sending fail apart: that one works says nothing of the other. */
export type Side = 'receiving' | 'sending';

export interface HealthRecord {
  worked(side: Side): void;
  polled(): void;
  failed(side: Side, code: string): void;
  read(): ChannelHealth;
}

export function createHealthRecord(now: () => string): HealthRecord {
  const failures = new Map<Side, { since: string; code: string }>();
  let lastPollAt: string | null = null;
  return {
    worked(side) {
      failures.delete(side);
    },
    polled() {
      lastPollAt = now();
      failures.delete('receiving');
    },
    failed(side, code) {
      failures.set(side, { since: failures.get(side)?.since ?? now(), code });
    },
    read() {
      const [first] = [...failures.values()].sort((a, b) => a.since.localeCompare(b.since));
      return { lastPollAt, failingSince: first?.since ?? null, lastError: first?.code ?? null };
    },
  };
}
