// Telegram as a channel: long polling or webhook in, one call a bubble out; the only file of this room that others import.
import { Api } from 'grammy';
import type { Update } from 'grammy/types';
import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import type { Arrival, Channel, Receive } from '../channel.ts';
import { pollUpdates } from './poll-updates.ts';
import { messageKey, readUpdate, senderOf, wantedUpdates } from './read-update.ts';
import { createSender, maxText } from './send-message.ts';
import { createSendPace } from './send-pace.ts';
import { codeOf, resultOf } from './send-result.ts';

export interface TelegramParts {
  token: string;
  apiRoot: string;
  mode: { kind: 'polling' } | { kind: 'webhook'; url: string; secret: string };
  /** What the menu of the chat lists, in the people's language. */
  commands: { command: string; description: string }[];
  /** Label of the button with which somebody whom we do not know shows her number. */
  texts: { sharePhone: string };
  mediaFolder: string;
  clock: Clock;
  log: Log;
  /** The store is broken; whoever runs the house ends it. */
  failed(error: unknown): void;
  /** Seconds that Telegram holds a question open; 30 unless a trial is in a hurry. */
  pollSeconds?: number;
}

export interface TelegramHealth {
  /** UTC; since when every question to Telegram has failed. */
  failingSince: string | null;
  lastError: string | null;
}

export interface TelegramChannel extends Channel {
  /** Takes an update that was pushed to us; resolves when it is durable, rejects where the store is broken. */
  accept(update: unknown): Promise<void>;
  health(): TelegramHealth;
}

/** A call that hangs longer is given up, and counts as unsure. Uploads of videos over a slow line take their time. */
const callSeconds = 60;
/** The newest messages of ours whose numbers are remembered, for replies and reactions to them. */
const mostSent = 5_000;

export function createTelegramChannel(parts: TelegramParts): TelegramChannel {
  const { token, apiRoot, mode, log, clock } = parts;
  const api = new Api(token, { apiRoot, timeoutSeconds: callSeconds + (parts.pollSeconds ?? 30) });
  const sender = createSender({
    api,
    mediaFolder: parts.mediaFolder,
    sharePhone: parts.texts.sharePhone,
    pace: createSendPace(),
  });
  const stopping = new AbortController();
  const sentIds = new Map<string, string>();
  const underWay = new Set<Promise<unknown>>();
  let health: TelegramHealth = { failingSince: null, lastError: null };
  let receive: Receive | undefined;

  function heard(error: string | null): void {
    health =
      error === null
        ? { failingSince: null, lastError: null }
        : { failingSince: health.failingSince ?? clock.now(), lastError: error };
  }

  function track<T>(work: Promise<T>): Promise<T> {
    const settled: Promise<void> = work.then(end, end);
    function end(): void {
      underWay.delete(settled);
    }
    underWay.add(settled);
    return work;
  }

  function read(update: Update): Arrival | undefined {
    try {
      return readUpdate(update, { now: clock.now(), sentAs: (key) => sentIds.get(key) });
    } catch {
      // Its words stay out of the log; whoever wrote it is answered all the same.
      const id = Number((update as Partial<Update> | null)?.update_id);
      const from = senderOf(update ?? {});
      log.error({ update: id, answered: from !== undefined }, 'an update of Telegram could not be read');
      if (from === undefined) return undefined;
      return { externalId: `update:${id}`, from, writtenAt: clock.now(), content: { kind: 'unsupported', what: 'malformed' } };
    }
  }

  async function accept(update: unknown): Promise<void> {
    const arrival = read(update as Update);
    if (arrival === undefined) return;
    // Whoever pushes must not believe that we have it.
    if (receive === undefined) throw new Error('the Telegram channel is not started');
    await receive(arrival);
    const { callback_query: tapped } = update as Update;
    if (tapped !== undefined) void track(stopSpinner(tapped.id));
  }

  /** The little clock on the button; where it cannot be stopped it stops by itself. */
  async function stopSpinner(query: string): Promise<void> {
    try {
      await api.answerCallbackQuery(query);
    } catch (error) {
      log.info({ code: codeOf(error) }, 'a tap was not acknowledged');
    }
  }

  /** Telegram may be out of reach when the house starts: what is set up here is tried until it is done. */
  async function setUp(): Promise<void> {
    for (let wait = 1_000; !stopping.signal.aborted; wait = Math.min(60_000, wait * 2)) {
      try {
        if (mode.kind === 'webhook')
          await api.setWebhook(mode.url, { secret_token: mode.secret, allowed_updates: [...wantedUpdates] });
        else await api.deleteWebhook();
        await api.setMyCommands(parts.commands);
        heard(null);
        return;
      } catch (error) {
        const code = codeOf(error);
        heard(code);
        log.warn({ code }, 'Telegram could not be told how we work; it is tried again');
        await Promise.race([new Promise((resolve) => setTimeout(resolve, wait).unref()), aborted(stopping.signal)]);
      }
    }
  }

  return {
    limits: { name: 'telegram', maxText, tapsOptions: true, sendsVideo: true, openToStrangers: true },
    async start(listener) {
      receive = listener;
      void track(setUp());
      if (mode.kind === 'webhook') return;
      const { pollSeconds: timeoutSeconds = 30 } = parts;
      track(pollUpdates({ api, log, accept, heard, timeoutSeconds, signal: stopping.signal })).catch(parts.failed);
    },
    async send(message, address) {
      const attempt = async (): Promise<number> => sender.send(message, address);
      try {
        const id = await track(attempt());
        const key = messageKey(Number(address), id);
        sentIds.set(key, message.id);
        if (sentIds.size > mostSent) sentIds.delete(sentIds.keys().next().value ?? '');
        return { kind: 'sent', externalId: key };
      } catch (error) {
        return resultOf(error);
      }
    },
    async stop() {
      stopping.abort();
      while (underWay.size > 0) await Promise.all(underWay);
      receive = undefined;
    },
    accept: (update) => track(accept(update)),
    health: () => health,
  };
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
