// GET /health: whether the house works, for whoever watches over it. Counts and times only, nothing of anybody.
import { Hono } from 'hono';
import type { Clock } from '../clock.ts';
import type { StoreHealth } from '../store/store.ts';

export interface HealthParts {
  clock: Clock;
  store(): Promise<StoreHealth>;
  /** By channel: since when it has failed without a break (UTC), and the last code that it was answered. */
  channels(): Record<string, { failingSince: string | null; lastError: string | null }>;
}

/** A short break of the network is no failure: the platforms keep what is written meanwhile. */
const patienceMs = 120_000;

export function healthRoutes({ clock, store, channels }: HealthParts): Hono {
  return new Hono().get('/health', async (c) => {
    const { damaged, ...counts } = await store();
    const now = clock.now();
    const state = channels();
    const failing = Object.values(state).some(
      ({ failingSince }) => failingSince !== null && Date.parse(now) - Date.parse(failingSince) > patienceMs,
    );
    const ok = !failing && damaged.length === 0;
    const body = { status: ok ? 'ok' : 'failing', now, store: { ...counts, damagedFiles: damaged.length }, channels: state };
    return c.json(body, ok ? 200 : 503);
  });
}
