// The webhook's door: only who knows the secret, only what can be read, and 200 only once the update is durable.
import { expect, it, vi } from 'vitest';
import type { Log } from '../../src/log.ts';
import { telegramWebhook } from '../../src/web/telegram-webhook.ts';
import { startWebServer } from '../../src/web/web-server.ts';

const secret = 'a-secret-of-this-house-0123456789';
const update = { update_id: 7, message: { text: 'hola' } };

function door(accept: (update: unknown) => Promise<void> = async () => {}) {
  const accepted = vi.fn(accept);
  const app = telegramWebhook({ path: '/telegram', secret, accept: accepted });
  const knock = (body: string, headers: Record<string, string> = { 'x-telegram-bot-api-secret-token': secret }) =>
    app.request('/telegram', { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
  return { app, accepted, knock };
}

function collectedLog(): { log: Log; lines: string[] } {
  const lines: string[] = [];
  const write = (fields: object, message: string) => void lines.push(JSON.stringify([fields, message]));
  return { log: { info: write, warn: write, error: write }, lines };
}

it('an update that brings the secret is accepted as it came', async () => {
  const { accepted, knock } = door();
  expect((await knock(JSON.stringify(update))).status).toBe(200);
  expect(accepted.mock.calls).toEqual([[update]]);
});

it.each([
  ['none', {}],
  ['an empty one', { 'x-telegram-bot-api-secret-token': '' }],
  ['another of the same length', { 'x-telegram-bot-api-secret-token': secret.replace('a', 'b') }],
  ['a shorter one', { 'x-telegram-bot-api-secret-token': secret.slice(0, -1) }],
  ['a longer one', { 'x-telegram-bot-api-secret-token': `${secret}x` }],
  ['it twice', { 'x-telegram-bot-api-secret-token': `${secret}, ${secret}` }],
  ['it under another name', { authorization: secret }],
])('instead of the secret %s: refused with 401, without a word, and nothing is accepted', async (_what, headers) => {
  const { accepted, knock } = door();
  const answer = await knock(JSON.stringify(update), headers);
  expect([answer.status, await answer.text()]).toEqual([401, '']);
  expect(accepted).not.toHaveBeenCalled();
});

it('what is no JSON is refused with 400 and an empty body', async () => {
  const { accepted, knock } = door();
  for (const body of ['', '{"update_id":7', 'hola', '\u0000']) {
    const answer = await knock(body);
    expect([body, answer.status, await answer.text()]).toEqual([body, 400, '']);
  }
  expect(accepted).not.toHaveBeenCalled();
});

it('a body larger than any update is refused with 413, whether it says its length or not', async () => {
  const { accepted, app, knock } = door();
  const large = JSON.stringify({ text: 'x'.repeat(1_000_001) });
  expect((await knock(large, { 'x-telegram-bot-api-secret-token': secret, 'content-length': String(large.length) })).status).toBe(
    413,
  );
  const unannounced = new Request('http://localhost/telegram', {
    method: 'POST',
    headers: { 'x-telegram-bot-api-secret-token': secret },
    body: new Blob([large]).stream(),
    duplex: 'half',
  } as RequestInit);
  expect((await app.request(unannounced)).status).toBe(413);
  expect(accepted).not.toHaveBeenCalled();
});

it('a body just within the limit goes in', async () => {
  const { knock } = door();
  expect((await knock(JSON.stringify({ text: 'x'.repeat(900_000) }))).status).toBe(200);
});

it('200 is said only after the update is durable', async () => {
  const durable = Promise.withResolvers<void>();
  const { accepted, knock } = door(() => durable.promise);
  let answered = false;
  const answer = Promise.resolve(knock(JSON.stringify(update))).then((response) => {
    answered = true;
    return response;
  });
  await vi.waitFor(() => expect(accepted).toHaveBeenCalled());
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(answered).toBe(false);
  durable.resolve();
  expect((await answer).status).toBe(200);
});

it('what could not be written down is a 500, so that Telegram comes again; why is neither answered nor logged', async () => {
  const accept = async () => {
    throw new Error(`disk full in /srv/data while writing "hola" with ${secret}`);
  };
  const { log, lines } = collectedLog();
  const server = await startWebServer({ port: 0, routes: telegramWebhook({ path: '/telegram', secret, accept }), log });
  const answer = await fetch(`http://127.0.0.1:${server.port}/telegram`, {
    method: 'POST',
    headers: { 'x-telegram-bot-api-secret-token': secret },
    body: JSON.stringify(update),
  });
  const body = await answer.text();
  await server.stop();
  expect(answer.status).toBe(500);
  expect(lines).toHaveLength(1);
  expect(body + lines.join('')).not.toMatch(/disk|srv|hola|of-this-house/);
});

it('only a POST of its path is answered', async () => {
  const { app, accepted, knock } = door();
  expect((await app.request('/telegram')).status).toBe(404);
  expect(
    (await app.request('/other', { method: 'POST', body: '{}', headers: { 'x-telegram-bot-api-secret-token': secret } })).status,
  ).toBe(404);
  expect((await knock('{}')).status).toBe(200);
  expect(accepted).toHaveBeenCalledTimes(1);
});
