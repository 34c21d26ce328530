// The WhatsApp channel with the real library in a real browser against the stand-in, as the tests of this folder start it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Arrival, Receive } from '../../src/channels/channel.ts';
import { createWhatsAppChannel, type WhatsAppChannel, type WhatsAppParts } from '../../src/channels/whatsapp/whatsapp-channel.ts';
import type { WhatsAppState, WhatsAppStatus } from '../../src/channels/whatsapp/whatsapp-status.ts';
import { wallClock } from '../../src/clock.ts';
import type { Log } from '../../src/log.ts';
import { keptLog, type LogLine, mediaFolder } from '../telegram/telegram-trial.ts';
import { quickParts } from './quick-parts.ts';
import type { Contact } from './stand-in/phone.ts';
import { StandIn, type World } from './stand-in/stand-in.ts';

export const ana: Contact = { phone: '5215512345001@c.us', lid: '800000000000011@lid', name: 'Ana' };
export const eva: Contact = { phone: '5215512345002@c.us', lid: '800000000000012@lid', name: 'Eva' };

export interface WhatsAppTrial {
  standIn: StandIn;
  channel: WhatsAppChannel;
  log: Log;
  lines: LogLine[];
  arrivals: Arrival[];
  /** All states so far, with why. */
  states: string[];
  folder: string;
  /** Links the account, where it is not yet, and resolves when messages can be sent. */
  start(receive?: Receive): Promise<void>;
  until(isSo: (status: WhatsAppStatus) => boolean, what: string): Promise<void>;
  became(state: WhatsAppState): Promise<void>;
  /** The same account, as a new process would have it. */
  again(more?: Partial<WhatsAppParts>): WhatsAppChannel;
}

export interface TrialSettings {
  world?: Partial<World>;
  /** One that was prepared already, and is not started. */
  standIn?: StandIn;
  parts?: Partial<WhatsAppParts>;
  /** Nobody scans the picture. */
  unscanned?: boolean;
}

/** Browser, stand-in and folder are gone when the test ends. */
export async function openWhatsApp(settings: TrialSettings = {}): Promise<WhatsAppTrial> {
  const { world = {}, parts = {}, unscanned = false } = settings;
  const standIn = await (settings.standIn ?? new StandIn({ people: [ana, eva], ...world })).start();
  const folder = mkdtempSync(join(tmpdir(), 'whatsapp-trial-'));
  const { log, lines } = keptLog();
  const arrivals: Arrival[] = [];
  const states: string[] = [];
  const opened: WhatsAppChannel[] = [];
  let wake: () => void = () => undefined;
  const open = (more: Partial<WhatsAppParts>): WhatsAppChannel => {
    const channel = createWhatsAppChannel({
      folder: join(folder, 'session'),
      chromium: process.env.CHROMIUM,
      chromiumArgs: [...standIn.browserArgs(), '--no-sandbox'],
      mediaFolder: mediaFolder(),
      mostMegabytes: 16,
      clock: wallClock,
      log,
      changed({ state, why }) {
        states.push(why === null ? state : `${state}(${why})`);
        wake();
      },
      offered(offer) {
        if (offer !== undefined && !unscanned) standIn.lastCommand('pair');
        wake();
      },
      ...quickParts,
      ...parts,
      ...more,
    });
    opened.push(channel);
    return channel;
  };
  onTestFinished(async () => {
    await Promise.all(opened.map((channel) => channel.stop()));
    await standIn.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  const channel = open({});
  const until: WhatsAppTrial['until'] = async (isSo, what) => {
    const end = Date.now() + 90_000;
    while (!isSo(opened.at(-1)?.status() ?? channel.status())) {
      if (Date.now() > end)
        throw new Error(`waited in vain for ${what}; states: ${states.join(' > ')}; log: ${JSON.stringify(lines)}`);
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, 100);
      });
    }
  };
  return {
    standIn,
    channel,
    log,
    lines,
    arrivals,
    states,
    folder,
    until,
    became: (state) => until((status) => status.state === state, state),
    async start(receive) {
      await channel.start(
        receive ??
          (async (arrival) => {
            arrivals.push(arrival);
            return 'new';
          }),
      );
      if (!unscanned) await until(({ state }) => state === 'ready' || state === 'degraded', 'being ready');
    },
    again: (more = {}) => open(more),
  };
}
