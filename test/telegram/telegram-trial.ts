// The Telegram channel against the Bot API test server, as the tests of this folder start it; what it logs is kept to be looked at.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished } from 'vitest';
import type { Arrival, Receive } from '../../src/channels/channel.ts';
import { createTelegramChannel, type TelegramChannel, type TelegramParts } from '../../src/channels/telegram/telegram-channel.ts';
import { wallClock } from '../../src/clock.ts';
import type { Log } from '../../src/log.ts';
import { type BotApiServer, createBotApiServer } from './bot-api-server.ts';

export interface LogLine {
  level: 'info' | 'warn' | 'error';
  fields: Record<string, unknown>;
  message: string;
}

export function keptLog(): { log: Log; lines: LogLine[] } {
  const lines: LogLine[] = [];
  const at = (level: LogLine['level']) => (fields: Record<string, unknown>, message: string) =>
    void lines.push({ level, fields, message });
  return { log: { info: at('info'), warn: at('warn'), error: at('error') }, lines };
}

/** A folder with a small video, a picture and a document. */
export function mediaFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'telegram-media-'));
  for (const name of ['clip.mp4', 'lamina.jpg', 'guia.pdf']) writeFileSync(join(folder, name), `bytes of ${name}`);
  return folder;
}

export interface Trial {
  server: BotApiServer;
  channel: TelegramChannel;
  lines: LogLine[];
  /** What the channel handed over, in order. */
  arrivals: Arrival[];
  /** Starts the channel with a house that takes everything. */
  start(receive?: Receive): Promise<void>;
  /** The same channel, as a new process would have it. */
  again(more?: Partial<TelegramParts>): TelegramChannel;
}

/** Both are stopped when the test ends. */
export async function openTrial(more: Partial<TelegramParts> = {}): Promise<Trial> {
  const server = createBotApiServer();
  await server.start();
  const { log, lines } = keptLog();
  const arrivals: Arrival[] = [];
  const opened: TelegramChannel[] = [];
  const open = (extra: Partial<TelegramParts>): TelegramChannel => {
    const channel = createTelegramChannel({
      token: server.token,
      apiRoot: server.apiRoot,
      mode: { kind: 'polling' },
      commands: [{ command: 'ayuda', description: 'Cómo escribirme' }],
      texts: { sharePhone: 'Compartir mi número' },
      mediaFolder: more.mediaFolder ?? mediaFolder(),
      clock: wallClock,
      log,
      pollSeconds: 1,
      // Waits after a failure are real in the house and short here.
      sleep: (ms, signal) => wait(Math.min(ms, 20), undefined, { signal }),
      ...more,
      ...extra,
    });
    opened.push(channel);
    return channel;
  };
  onTestFinished(async () => {
    await Promise.all(opened.map((channel) => channel.stop()));
    await server.stop();
  });
  const channel = open({});
  return {
    server,
    channel,
    lines,
    arrivals,
    start: (receive) =>
      channel.start(
        receive ??
          (async (arrival) => {
            arrivals.push(arrival);
            return 'new';
          }),
      ),
    again: (extra = {}) => open(extra),
  };
}

/** Resolves as soon as it is so. */
export async function until(isSo: () => boolean, what: string, patienceMs = 30_000): Promise<void> {
  for (const end = Date.now() + patienceMs; !isSo(); await wait(5))
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
}

/** What was written, in order; of what is no text, its kind. */
export const textsOf = (arrivals: readonly Arrival[]): string[] =>
  arrivals.map(({ content }) => (content.kind === 'text' ? content.text : content.kind));

/** Neither the token nor the words nor where Telegram is stand in the log. */
export function expectNothingTold({ server, lines }: Trial, words: string): void {
  const told = JSON.stringify(lines);
  for (const secret of [server.token, words, server.apiRoot.replace('http://', '')]) expect(told).not.toContain(secret);
}
