// The operators' page: what it shows of channels, queues and disk, what it says to do, and that nobody else's page reads it.
import { request } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import type { HouseLook } from '../../src/commands/house-look.ts';
import { operationsRoutes } from '../../src/web/operations-routes.ts';
import { operationsState } from '../../src/web/operations-rows.ts';
import { startWebServer, type WebServer } from '../../src/web/web-server.ts';
import { silentLog } from '../runtime/house-fixture.ts';
import { wellLook } from '../support/house-look.ts';
import { houseProgram } from '../support/test-house.ts';

const { texts } = houseProgram().program;
const telegram = { failingSince: null, lastError: null, lastIn: '2026-03-04T17:59:00.000Z', lastOut: '2026-03-04T17:59:02.000Z' };
const linking = {
  state: 'linking',
  since: '2026-03-04T17:00:00.000Z',
  why: null,
  build: null,
  browser: 'Chromium 140',
  missing: {},
  repairs: {},
  lastIn: null,
  lastOut: null,
  restarts: 0,
} as const;
const rowOf = (look: Partial<HouseLook>, name: string) =>
  operationsState(texts, { ...wellLook, ...look }).rows.find((row) => row.name === name);

let server: WebServer | undefined;
afterEach(() => server?.stop());

async function get(path: string, look: Partial<HouseLook> = {}, headers: Record<string, string> = {}) {
  server = await startWebServer({
    port: 0,
    routes: operationsRoutes({ texts, look: async () => ({ ...wellLook, ...look }) }),
    log: silentLog,
  });
  const { port } = server;
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers: { host: `127.0.0.1:${port}`, ...headers } }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (part) => {
        body += part;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }));
    });
    asked.on('error', reject).end();
  });
}

it('shows what went in and out last, what waits, the disk and the versions', async () => {
  const { status, body } = await get('/operacion', { channels: { telegram } });
  expect(status).toBe(200);
  for (const shown of ['Funciona', '11:59', '2 por contestar', '3 por salir', '12.3 GB', '0.1.0', 'Node 24.0.0'])
    expect(body).toContain(shown);
  expect(body).not.toContain('Hay que arreglarlo');
});

it('says what to do for a channel that does not answer, a full disk and damaged files', () => {
  const failing = { ...telegram, failingSince: '2026-03-04T12:00:00.000Z', lastError: '409' };
  expect(rowOf({ channels: { telegram: failing }, states: { telegram: 'failed' } }, 'Telegram')).toMatchObject({
    state: 'failed',
    value: expect.stringContaining('No responde (409)'),
    todo: expect.stringContaining('otro bot con el mismo token'),
  });
  expect(rowOf({ states: { 'Disk space': 'warning' } }, 'Espacio libre en disco')?.todo).toContain('Haga espacio');
  expect(rowOf({ states: { Store: 'failed' } }, 'Archivos dañados')?.todo).toContain('Un archivo dañado');
});

it('a channel that is not used is no trouble', () => {
  expect(rowOf({}, 'Telegram')).toMatchObject({ state: 'off' });
  expect(rowOf({}, 'WhatsApp')).toMatchObject({ state: 'off' });
});

it('shows where the picture to be scanned is, and never what is in it', () => {
  const look = {
    whatsapp: linking,
    offer: { kind: 'picture', content: 'the-secret-of-the-link' },
    states: { WhatsApp: 'failed' },
  } as const;
  const row = rowOf(look, 'WhatsApp');
  expect(row).toMatchObject({
    state: 'failed',
    picture: '/whatsapp/picture.svg',
    todo: expect.stringContaining('Dispositivos vinculados'),
  });
  expect(JSON.stringify(operationsState(texts, { ...wellLook, ...look }))).not.toContain('the-secret-of-the-link');
});

it('is for this computer and its own pages only', async () => {
  expect((await get('/operacion/estado')).status).toBe(200);
  await server?.stop();
  expect((await get('/operacion/estado', {}, { host: 'bot.example.org' })).status).toBe(403);
  await server?.stop();
  expect((await get('/operacion/estado', {}, { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' })).status).toBe(403);
});
