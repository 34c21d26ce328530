// GET /health: whether the house works, for whoever watches over it. Counts and times only, nothing of anybody.
import { Hono } from 'hono';
import { type HouseLook, isFailing } from '../commands/house-look.ts';

/** Of a full disk the bot dies: whoever watches is to know before. */
const leastFreeBytes = 100_000_000;

export function healthRoutes(look: () => Promise<HouseLook>): Hono {
  return new Hono().get('/health', async (c) => {
    const { store, now, version, startedAt, freeBytes, channels } = await look();
    const { damaged, ...counts } = store;
    const failing = Object.values(channels).some((channel) => isFailing(channel, now));
    const ok = !failing && damaged.length === 0 && freeBytes >= leastFreeBytes;
    const body = {
      status: ok ? 'ok' : 'failing',
      now,
      version,
      startedAt,
      freeMegabytes: Math.floor(freeBytes / 1_000_000),
      store: { ...counts, damagedFiles: damaged.length },
      channels,
    };
    return c.json(body, ok ? 200 : 503);
  });
}
