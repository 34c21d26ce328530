// Telegram as a channel: private chats and groups, by long polling or by webhook. This folder is the only place that knows grammY, and of grammY
// only its client: its own loop confirms an update before it is durable.
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { setTimeout as wait } from 'node:timers/promises';
import { Api } from 'grammy';
import type { Clock } from '../../clock.ts';
import type { EventContent } from '../../domain/inbound-event.ts';
import type { Log } from '../../log.ts';
import type { Channel, Receive } from '../channel.ts';
import { type ChannelHealth, createHealthRecord } from './channel-health.ts';
import type { OwnAccount } from './group-updates.ts';
import { createMediaUploads } from './media-uploads.ts';
import { createPace } from './pace.ts';
import { maxText } from './plan-parts.ts';
import { pollUpdates } from './poll-updates.ts';
import { prepareBot, type UpdateMode } from './prepare-bot.ts';
import { type Reading, readUpdate, tapIdOf } from './read-update.ts';
import { createSender } from './send-message.ts';
import { errorCode } from './send-result.ts';
import { reportTrouble } from './telegram-trouble.ts';

export interface TelegramParts {
  token: string;
  /** Where the Bot API is; Telegram's own where absent. */
  apiRoot?: string;
  mode: UpdateMode;
  commands: readonly { command: string; description: string }[];
  texts: {
    /** Label of the button with which somebody unknown shares her number. */
    sharePhone: string;
  };
  mediaFolder: string;
  /** Where files lie that the house makes for somebody. */
  madeFolder?: string;
  clock: Clock;
  log: Log;
  /** An update could not be made durable. It is asked for again, for as long as the house runs. */
  failed?(error: unknown): void;
  sleep?(ms: number, signal: AbortSignal): Promise<void>;
  /** How long Telegram holds a question for updates when it has none. */
  pollSeconds?: number;
  /** A call without an answer for so long counts as lost. */
  sendTimeoutSeconds?: number;
}

export interface TelegramChannel extends Channel {
  /** An update that came by webhook; resolves when it is durable. */
  accept(update: unknown): Promise<void>;
  health(): ChannelHealth;
  /** Without @; empty until Telegram has told it. */
  botName(): string;
}

const usualPollSeconds = 30;
/** A video of the largest size over a slow line. */
const usualSendTimeoutSeconds = 120;
/** Sends in hand are given this long when the house stops; what has no answer by then is doubtful. */
const stopGraceMs = 4_000;
const cutOffGraceMs = 500;
const nameGraceMs = 10_000;
/** A line that idles longer may be closed from the other side just when we write to it, which would leave a message doubtful. */
const idleLineMs = 20_000;

export function createTelegramChannel(parts: TelegramParts): TelegramChannel {
  const { mode, commands, clock, log } = parts;
  const sleep = parts.sleep ?? ((ms, signal) => wait(ms, undefined, { signal }));
  const health = createHealthRecord(clock.now);
  const api = new Api(parts.token, {
    ...(parts.apiRoot !== undefined && { apiRoot: parts.apiRoot.replace(/\/+$/, '') }),
    timeoutSeconds: parts.sendTimeoutSeconds ?? usualSendTimeoutSeconds,
    baseFetchConfig: { agent: agentFor(parts.apiRoot) },
  });
  const sender = createSender({
    api,
    uploads: createMediaUploads({ library: parts.mediaFolder, made: parts.madeFolder }),
    // Telegram's limit counts real seconds, whatever the clock of the house says.
    pace: createPace({ nowMs: () => performance.now(), sleep }),
    sharePhone: parts.texts.sharePhone,
    moved,
    health,
    log,
  });
  /** Ends listening; sends go on until they are done or `cutOff`. */
  const stopped = new AbortController();
  const cutOff = new AbortController();
  const inHand = new Set<Promise<unknown>>();
  let receive: Receive | undefined;
  let listening: Promise<void> = Promise.resolve();
  const named = Promise.withResolvers<void>();
  let own: OwnAccount = { id: undefined, name: '' };

  function kept<T>(work: Promise<T>): Promise<T> {
    const watched = work.finally(() => inHand.delete(watched));
    inHand.add(watched);
    return watched;
  }

  async function takeIn(update: unknown): Promise<void> {
    if (receive === undefined) throw new Error('the Telegram channel is not started');
    const read = (): Reading => readUpdate(update, { now: clock.now(), messageAt: sender.messageAt, pollAt: sender.pollAt, own });
    let reading = read();
    // Whether a group's words are for us is not to be seen before we know our name; a webhook may be called before.
    if (own.name === '' && 'arrival' in reading && reading.arrival.group !== undefined) {
      await Promise.race([named.promise, pause(nameGraceMs)]);
      reading = read();
    }
    if ('arrival' in reading) {
      const { content } = reading.arrival;
      if (content.kind === 'unsupported' && content.what === 'malformed')
        log.warn({ update: updateIdOf(update) }, 'an update of somebody could not be read');
      await receive(reading.arrival);
    } else if (reading.leftOut === 'malformed') log.warn({ update: updateIdOf(update) }, 'an update could not be read at all');
    else log.info({ update: updateIdOf(update), why: reading.leftOut }, 'an update was left out');
    const tap = tapIdOf(update);
    if (tap !== undefined) void kept(answerTap(tap));
  }

  /** Found out while sending: the group has another number from now on. The message waits a moment and goes there. */
  function moved(from: string, to: string): void {
    const content: EventContent = { kind: 'groupNews', what: 'moved', to };
    const arrival = { externalId: `moved:${from}:${to}`, from, group: { address: from }, writtenAt: clock.now(), content };
    if (receive) void kept(receive(arrival)).catch((error: unknown) => parts.failed?.(error));
  }

  /** Her button stops waiting; that it is too late for it is no harm. */
  async function answerTap(id: string): Promise<void> {
    try {
      await api.answerCallbackQuery(id, {}, cutOff.signal as never);
    } catch (error) {
      log.info({ code: errorCode(error) }, 'a tap could not be acknowledged');
    }
  }

  async function settled(): Promise<void> {
    await listening;
    while (inHand.size > 0) await Promise.allSettled(inHand);
  }

  async function listen(): Promise<void> {
    const { signal } = stopped;
    for (let failures = 1; own.name === '' && !signal.aborted; failures++) {
      try {
        own = await prepareBot({ api, mode, commands, log }, signal);
        named.resolve();
        health.worked('receiving');
      } catch (error) {
        if (signal.aborted) return;
        const { code, waitMs } = reportTrouble(log, error, 'starting', failures);
        health.failed('receiving', code);
        await sleep(waitMs, signal).catch(() => undefined);
      }
    }
    if (mode.kind === 'webhook' || signal.aborted) return;
    const pollSeconds = parts.pollSeconds ?? usualPollSeconds;
    const accept = (update: unknown): Promise<void> => kept(takeIn(update));
    await pollUpdates({ api, pollSeconds, accept, failed: (error) => parts.failed?.(error), sleep, health, log }, signal);
  }

  return {
    limits: { name: 'telegram', maxText, tapsOptions: true, sendsVideo: true, openToStrangers: true },
    async start(listener) {
      receive = listener;
      listening = listen();
    },
    async send(message, address) {
      // Not attempted: it waits in the outbox for the next start.
      if (stopped.signal.aborted) return { kind: 'retry', afterSeconds: 0 };
      return kept(sender.send(message, address, cutOff.signal));
    },
    async stop() {
      stopped.abort();
      await Promise.race([settled(), pause(stopGraceMs)]);
      cutOff.abort();
      await Promise.race([settled(), pause(cutOffGraceMs)]);
    },
    async accept(update) {
      // Telegram hands it over again, to the next start.
      if (stopped.signal.aborted) throw new Error('the Telegram channel has stopped');
      await kept(takeIn(update));
    },
    health: health.read,
    botName: () => own.name,
  };
}

const pause = (ms: number): Promise<void> => wait(ms, undefined, { ref: false });

function agentFor(apiRoot: string | undefined): HttpAgent | HttpsAgent {
  const options = { keepAlive: true, timeout: idleLineMs };
  return apiRoot?.startsWith('http:') ? new HttpAgent(options) : new HttpsAgent(options);
}

function updateIdOf(update: unknown): number | undefined {
  const id = typeof update === 'object' && update !== null && 'update_id' in update ? update.update_id : undefined;
  return typeof id === 'number' ? id : undefined;
}
