// POST of the webhook: an update that Telegram hands over is answered once it is durable, and only if it knows the secret.
import { createHash, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';

/** Telegram's own header (Bot API, setWebhook). */
const secretHeader = 'x-telegram-bot-api-secret-token';
/** Updates are a few KB; files do not come in them. */
const mostBytes = 1_000_000;

export interface WebhookParts {
  /** Path of the address that Telegram was given. */
  path: string;
  secret: string;
  /** Resolves when the update is durable. */
  accept(update: unknown): Promise<void>;
}

export function telegramWebhook({ path, secret, accept }: WebhookParts): Hono {
  return new Hono().post(path, bodyLimit({ maxSize: mostBytes }), async (c) => {
    if (!isSame(c.req.header(secretHeader) ?? '', secret)) return c.body(null, 401);
    let update: unknown;
    try {
      update = await c.req.json();
    } catch {
      return c.body(null, 400);
    }
    await accept(update);
    return c.body(null, 200);
  });
}

/** Hashes have one length, so that neither time nor length tells anything of the secret. */
function isSame(given: string, secret: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}
