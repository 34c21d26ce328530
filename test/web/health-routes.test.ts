// GET /health: 200 while the house works, 503 when somebody has to look; counts and times, nothing of anybody.
import { expect, it, vi } from 'vitest';
import type { StoreHealth } from '../../src/store/store.ts';
import { type HealthParts, healthRoutes } from '../../src/web/health-routes.ts';

const now = '2026-03-04T18:00:00.000Z';
const well: StoreHealth = { inbox: 2, outbox: 3, unsure: 1, blocked: 4, rejected: 5, damaged: [] };

async function ask(store: Partial<StoreHealth> = {}, channels: ReturnType<HealthParts['channels']> = {}) {
  const app = healthRoutes({ clock: { now: () => now }, store: async () => ({ ...well, ...store }), channels: () => channels });
  const answer = await app.request('/health');
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    body: (await answer.json()) as Record<string, unknown>,
  };
}

it('a house that works says so, with its counts and its clock', async () => {
  const telegram = { failingSince: null, lastError: null };
  expect(await ask({}, { telegram })).toEqual({
    status: 200,
    type: expect.stringContaining('application/json'),
    body: {
      status: 'ok',
      now,
      store: { inbox: 2, outbox: 3, unsure: 1, blocked: 4, rejected: 5, damagedFiles: 0 },
      channels: { telegram },
    },
  });
});

it.each([
  ['a moment', '2026-03-04T17:59:30.000Z', 200, 'ok'],
  ['two minutes', '2026-03-04T17:58:00.000Z', 200, 'ok'],
  ['longer', '2026-03-04T17:57:59.000Z', 503, 'failing'],
])('a channel that has failed for %s', async (_while, failingSince, status, word) => {
  const answer = await ask({}, { telegram: { failingSince, lastError: '502' } });
  expect(answer).toMatchObject({ status, body: { status: word, channels: { telegram: { failingSince, lastError: '502' } } } });
});

it('one channel that fails is enough', async () => {
  const fine = { failingSince: null, lastError: null };
  const broken = { failingSince: '2026-03-04T12:00:00.000Z', lastError: 'ECONNREFUSED' };
  expect((await ask({}, { simulator: fine, telegram: broken })).status).toBe(503);
});

it('a damaged file is a failure, and is counted without its name and without its people', async () => {
  const damaged = [{ file: 'state/2-g7.json', setAside: 'state/2-g7.json.damaged-1', owners: ['G01-mentora'] }];
  const answer = await ask({ damaged });
  expect(answer).toMatchObject({ status: 503, body: { status: 'failing', store: { damagedFiles: 1 } } });
  expect(JSON.stringify(answer.body)).not.toMatch(/G01|state\//);
});

it('a store that cannot be asked is a 500 without its reason', async () => {
  const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
  const app = healthRoutes({
    clock: { now: () => now },
    store: async () => {
      throw new Error('/srv/data is gone');
    },
    channels: () => ({}),
  });
  const answer = await app.request('/health');
  expect([answer.status, await answer.json()]).toEqual([500, { status: 'failing', now }]);
  expect(printed).not.toHaveBeenCalled();
  printed.mockRestore();
});
