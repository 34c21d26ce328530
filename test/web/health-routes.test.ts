// GET /health: 200 while the house works, 503 when somebody has to look; counts and times, nothing of anybody.
import { expect, it } from 'vitest';
import type { ChannelLook } from '../../src/commands/house-look.ts';
import type { StoreHealth } from '../../src/store/store.ts';
import { healthRoutes } from '../../src/web/health-routes.ts';
import { startWebServer } from '../../src/web/web-server.ts';
import { wellLook } from '../support/house-look.ts';

const now = '2026-03-04T18:00:00.000Z';
const never = { lastIn: null, lastOut: null };

async function ask(store: Partial<StoreHealth> = {}, channels: Record<string, ChannelLook> = {}, freeBytes = 12e9) {
  const app = healthRoutes(async () => ({ ...wellLook, freeBytes, channels, store: { ...wellLook.store, ...store } }));
  const answer = await app.request('/health');
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    body: (await answer.json()) as Record<string, unknown>,
  };
}

it('a house that works says so, with its counts and its clock', async () => {
  const telegram = { failingSince: null, lastError: null, lastIn: '2026-03-04T17:59:00.000Z', lastOut: null };
  expect(await ask({}, { telegram })).toEqual({
    status: 200,
    type: expect.stringContaining('application/json'),
    body: {
      status: 'ok',
      now,
      version: '0.1.0',
      startedAt: '2026-03-04T12:00:00.000Z',
      freeMegabytes: 12000,
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
  const answer = await ask({}, { telegram: { failingSince, lastError: '502', ...never } });
  expect(answer).toMatchObject({ status, body: { status: word, channels: { telegram: { failingSince, lastError: '502' } } } });
});

it('one channel that fails is enough', async () => {
  const fine = { failingSince: null, lastError: null, ...never };
  const broken = { failingSince: '2026-03-04T12:00:00.000Z', lastError: 'ECONNREFUSED', ...never };
  expect((await ask({}, { simulator: fine, telegram: broken })).status).toBe(503);
});

it('a damaged file is a failure, and is counted without its name and without its people', async () => {
  const damaged = [{ file: 'state/2-g7.json', setAside: 'state/2-g7.json.damaged-1', owners: ['G01-mentora'] }];
  const answer = await ask({ damaged });
  expect(answer).toMatchObject({ status: 503, body: { status: 'failing', store: { damagedFiles: 1 } } });
  expect(JSON.stringify(answer.body)).not.toMatch(/G01|state\//);
});

it('a disk that is all but full is a failure before it is one', async () => {
  expect((await ask({}, {}, 99_000_000)).status).toBe(503);
});

it('a store that cannot be asked is a 500 without its reason, on the wire and in the log', async () => {
  const routes = healthRoutes(async () => {
    throw new Error('/srv/data is gone');
  });
  const lines: string[] = [];
  const write = (fields: object, message: string) => void lines.push(JSON.stringify([fields, message]));
  const server = await startWebServer({ port: 0, routes, log: { info: write, warn: write, error: write } });
  const answer = await fetch(`http://127.0.0.1:${server.port}/health`);
  const body = await answer.text();
  await server.stop();
  expect(answer.status).toBe(500);
  expect(body + lines.join('')).not.toContain('srv');
});
