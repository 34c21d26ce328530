// How the house stands now: what the operations page and the health endpoint show, judged by the doctor's own checks.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from '../channels/whatsapp/chromium.ts';
import type { LinkOffer, WhatsAppStatus } from '../channels/whatsapp/whatsapp-status.ts';
import type { Clock } from '../clock.ts';
import { type Config, projectRoot } from '../config.ts';
import type { LastTraffic } from '../runtime/traffic.ts';
import type { StoreHealth } from '../store/store.ts';
import type { Finding } from './doctor/finding.ts';
import { checkDisk, checkFolder, lookAtFolder } from './doctor/machine-checks.ts';
import { checkDamage, checkUndelivered, checkWaiting } from './doctor/store-checks.ts';
import { checkChromium, checkLink } from './doctor/whatsapp-checks.ts';

export interface ChannelLook extends LastTraffic {
  failingSince: string | null;
  lastError: string | null;
}

export interface HouseLook {
  version: string;
  node: string;
  /** UTC; of this process, by the computer's clock. */
  startedAt: string;
  /** UTC; in the simulator its own time. */
  now: string;
  store: StoreHealth;
  freeBytes: number;
  channels: Record<string, ChannelLook>;
  whatsapp: WhatsAppStatus | undefined;
  offer: LinkOffer | undefined;
  /** The doctor's judgement, by the name that the line has there. */
  states: Record<string, Finding['state']>;
}

export interface HouseLookParts {
  config: Pick<Config, 'data' | 'telegram' | 'whatsapp'>;
  clock: Clock;
  health(): Promise<StoreHealth>;
  traffic(): Partial<Record<string, LastTraffic>>;
  /** By channel: since when it has failed without a break (UTC), and the last code that it was answered. */
  channels(): Record<string, Pick<ChannelLook, 'failingSince' | 'lastError'>>;
  whatsapp?: { status(): WhatsAppStatus; offer(): LinkOffer | undefined } | undefined;
}

/** A short break of the network is no failure: the platforms keep what is written meanwhile. */
export const patienceMs = 120_000;

const versionOfHouse = (): string =>
  (JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string }).version;

export function createHouseLook(parts: HouseLookParts): () => Promise<HouseLook> {
  const version = versionOfHouse();
  const startedAt = new Date(Date.now() - process.uptime() * 1000).toISOString();
  const { config, clock } = parts;
  return async () => {
    const [store, folder] = [await parts.health(), await lookAtFolder(config.data)];
    const now = clock.now();
    const traffic = parts.traffic();
    const channels: HouseLook['channels'] = {};
    for (const [name, health] of Object.entries(parts.channels()))
      channels[name] = { ...health, ...(traffic[name] ?? { lastIn: null, lastOut: null }) };
    const whatsapp = parts.whatsapp?.status();
    const findings: Finding[] = [
      checkFolder(folder),
      checkDisk(folder),
      checkDamage(store),
      checkWaiting(store, true),
      checkUndelivered(store),
    ];
    if (config.whatsapp) {
      const path = findChromium(config.whatsapp.chromium);
      findings.push(checkChromium(path, whatsapp?.browser ?? path ?? null));
    }
    if (whatsapp) findings.push(checkLink({ ...whatsapp, pid: process.pid }, true));
    const states = Object.fromEntries(findings.map(({ name, state }) => [name, state]));
    for (const [name, channel] of Object.entries(channels)) states[name] = isFailing(channel, now) ? 'failed' : 'ok';
    return {
      version,
      node: process.versions.node,
      startedAt,
      now,
      store,
      freeBytes: folder.freeBytes,
      channels,
      whatsapp,
      offer: parts.whatsapp?.offer(),
      states,
    };
  };
}

export const isFailing = ({ failingSince }: Pick<ChannelLook, 'failingSince'>, now: string): boolean =>
  failingSince !== null && Date.parse(now) - Date.parse(failingSince) > patienceMs;
