// Asks Telegram for updates: a batch is durable with us before the next question confirms it, so that a kill loses nothing.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import type { Log } from '../../log.ts';
import { wantedUpdates } from './read-update.ts';
import { codeOf } from './send-result.ts';

export interface PollingParts {
  api: Api;
  log: Log;
  /** Resolves when the update is durable; rejects where the store is broken, which ends the polling. */
  accept(update: Update): Promise<void>;
  /** Telegram answered (null), or did not (a code). */
  heard(error: string | null): void;
  /** Seconds that Telegram holds a question open when nothing is there. */
  timeoutSeconds: number;
  signal: AbortSignal;
}

const firstWaitMs = 1_000;
const longestWaitMs = 30_000;

/** What an operator can do about it, by code of the Bot API. */
const advice: Readonly<Record<string, string>> = {
  '401': 'the token is wrong or was revoked; put the one of @BotFather into LUCIERNAGA_TELEGRAM_TOKEN',
  '404': 'the token is wrong or was revoked; put the one of @BotFather into LUCIERNAGA_TELEGRAM_TOKEN',
  '409': 'another program uses the same token; stop it, or make a bot of its own for it',
  '429': 'Telegram asks us to slow down',
};

/** Resolves when the signal comes, after what is in hand is durable. Rejects where the store is broken. */
export async function pollUpdates({ api, log, accept, heard, timeoutSeconds, signal }: PollingParts): Promise<void> {
  /** Where none is named Telegram gives everything unconfirmed: what was durable before is recognised by its ids. */
  let offset: number | undefined;
  let failures = 0;
  while (!signal.aborted) {
    const batch = await ask();
    if (batch === undefined) {
      await pause(Math.min(longestWaitMs, firstWaitMs * 2 ** failures++));
      continue;
    }
    failures = 0;
    // In order and together: one wait for the disk for all of them.
    await Promise.all(batch.map(accept));
    const last = batch.at(-1);
    if (last !== undefined) offset = last.update_id + 1;
  }

  async function ask(): Promise<Update[] | undefined> {
    try {
      const updates = await api.getUpdates(
        {
          ...(offset === undefined ? {} : { offset }),
          limit: 100,
          timeout: timeoutSeconds,
          allowed_updates: [...wantedUpdates],
        },
        // The API client has its own type for a signal, older than the standard one.
        signal as Parameters<Api['getUpdates']>[1],
      );
      heard(null);
      return updates;
    } catch (error) {
      if (signal.aborted) return [];
      const code = codeOf(error);
      heard(code);
      log.warn({ code, ...(advice[code] === undefined ? {} : { todo: advice[code] }) }, 'Telegram did not give its updates');
      return undefined;
    }
  }

  async function pause(milliseconds: number): Promise<void> {
    await sleep(milliseconds, undefined, { signal }).catch(() => {});
  }
}
