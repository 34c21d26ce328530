// Hands updates to a webhook, one after the other, with its secret, until each is answered with 2xx.
import { setTimeout as sleep } from 'node:timers/promises';
import type { UpdateQueue } from './update-queue.ts';
import type { Fields } from './wire.ts';

export interface WebhookPusher {
  url(): string;
  set(url: string, secret: string | undefined): void;
  info(): Fields;
  stop(): void;
}

/** Telegram waits longer; nobody wants to in a test. */
const retryMs = 50;

export function createWebhookPusher(queue: UpdateQueue, now: () => string): WebhookPusher {
  let hook: { url: string; secret: string | undefined; gone: AbortController } | undefined;
  let lastError: Fields = {};
  let running = false;
  queue.onPush(() => void run());

  async function run(): Promise<void> {
    if (running) return;
    running = true;
    for (let update = queue.pending()[0]; hook !== undefined && update !== undefined; update = queue.pending()[0]) {
      const { url, secret, gone } = hook;
      queue.given.push(update.update_id);
      const problem = await post(url, secret, JSON.stringify(update), gone.signal);
      if (problem === undefined) queue.confirm(update.update_id);
      else {
        lastError = { last_error_date: Math.floor(Date.parse(now()) / 1000), last_error_message: problem };
        await sleep(retryMs);
      }
    }
    running = false;
  }

  return {
    url: () => hook?.url ?? '',
    set(url, secret) {
      hook?.gone.abort();
      hook = url === '' ? undefined : { url, secret, gone: new AbortController() };
      lastError = {};
      void run();
    },
    info: () => ({
      url: hook?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: queue.pending().length,
      ...lastError,
    }),
    stop() {
      hook?.gone.abort();
      hook = undefined;
    },
  };
}

/** What went wrong, in Telegram's words; undefined when the update was taken. */
async function post(url: string, secret: string | undefined, body: string, signal: AbortSignal): Promise<string | undefined> {
  const headers = {
    'content-type': 'application/json',
    ...(secret !== undefined && { 'x-telegram-bot-api-secret-token': secret }),
  };
  try {
    const { ok, status } = await fetch(url, { method: 'POST', headers, body, signal });
    return ok ? undefined : `Wrong response from the webhook: ${status}`;
  } catch {
    return 'Connection refused';
  }
}
