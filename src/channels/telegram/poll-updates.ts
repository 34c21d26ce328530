// Asks Telegram for updates, one batch after the other. Invariant: an update is confirmed (by asking for what comes after it) only
// once it is durable; after a crash it comes again, and the store knows what it has.
import type { Api } from 'grammy';
import type { Log } from '../../log.ts';
import type { HealthRecord } from './channel-health.ts';
import { reportTrouble } from './telegram-trouble.ts';
import { allowedUpdates } from './update-shape.ts';

export interface PollParts {
  api: Api;
  /** How long Telegram holds a question when there is nothing for us. */
  pollSeconds: number;
  /** Resolves when the update is durable. */
  accept(update: unknown): Promise<void>;
  /** An update could not be made durable: whoever runs the house may want to end it. */
  failed(error: unknown): void;
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  health: HealthRecord;
  log: Log;
}

/** Beyond this an answer is lost: a line that is dead without saying so must not silence the bot. */
const patienceSeconds = 15;
const batchSize = 100;

/** Resolves when the signal ends it. */
export async function pollUpdates(parts: PollParts, signal: AbortSignal): Promise<void> {
  const { api, pollSeconds, health, log } = parts;
  let offset: number | undefined;
  let failures = 0;

  async function batch(): Promise<void> {
    const patience = AbortSignal.timeout((pollSeconds + patienceSeconds) * 1000);
    const updates = await api.raw.getUpdates(
      {
        timeout: pollSeconds,
        limit: batchSize,
        allowed_updates: allowedUpdates,
        ...(offset !== undefined && { offset }),
      },
      AbortSignal.any([signal, patience]) as never,
    );
    health.polled();
    for (const update of updates) {
      if (signal.aborted) return;
      await parts.accept(update).catch((error: unknown) => {
        throw new NotDurable('not durable', { cause: error });
      });
      if (Number.isInteger(update.update_id)) offset = update.update_id + 1;
    }
  }

  while (!signal.aborted) {
    try {
      await batch();
      if (failures > 0) log.info({ failures }, 'Telegram answers again');
      failures = 0;
    } catch (error) {
      if (signal.aborted) return;
      failures++;
      const waitMs = trouble(error);
      await parts.sleep(waitMs, signal).catch(() => undefined);
    }
  }

  function trouble(error: unknown): number {
    if (error instanceof NotDurable) {
      health.failed('receiving', 'notDurable');
      log.error({ failures }, 'an update could not be kept; it stays at Telegram and is asked for again');
      parts.failed(error.cause);
      return Math.min(60_000, 1_000 * failures);
    }
    const { code, waitMs } = reportTrouble(log, error, 'asking for updates', failures);
    health.failed('receiving', code);
    return waitMs;
  }
}

class NotDurable extends Error {}
