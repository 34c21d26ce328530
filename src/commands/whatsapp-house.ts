// What the WhatsApp channel is given in this house: its settings, and where its state is written down for whoever looks from outside.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepareFolder } from '../channels/whatsapp/chromium.ts';
import { usualBudget } from '../channels/whatsapp/daily-budget.ts';
import { usualPace } from '../channels/whatsapp/human-pace.ts';
import { createWhatsAppChannel, type WhatsAppChannel, type WhatsAppParts } from '../channels/whatsapp/whatsapp-channel.ts';
import type { WhatsAppStatus } from '../channels/whatsapp/whatsapp-status.ts';
import type { WhatsAppSettings } from '../config.ts';
import { mediaFolder } from './telegram-house.ts';

export type WhatsAppHouseParts = Pick<
  WhatsAppParts,
  'clock' | 'log' | 'failed' | 'changed' | 'offered' | 'madeFolder' | 'linkNumber'
> & {
  settings: WhatsAppSettings;
  /** Where a trial has another pace, or another WhatsApp. */
  instead?: Partial<WhatsAppParts>;
};

export function whatsappOf({ settings, instead, ...parts }: WhatsAppHouseParts): WhatsAppChannel {
  const { folder, chromium, perMinute, perDay, mostMegabytes } = settings;
  return createWhatsAppChannel({
    folder,
    chromium,
    mostMegabytes,
    mediaFolder,
    pace: { ...usualPace, perMinute },
    budget: { ...usualBudget, perDay },
    ...parts,
    changed(status) {
      writeState(folder, status);
      parts.changed?.(status);
    },
    ...instead,
  });
}

/** For the doctor and for "npm run whatsapp -- status", which run beside the bot. */
export interface KeptState extends WhatsAppStatus {
  /** The process that wrote it. */
  pid: number;
}

const stateFile = (folder: string): string => join(folder, 'state.json');

/** Undefined where there was never a session. */
export function readState(folder: string): KeptState | undefined {
  try {
    return JSON.parse(readFileSync(stateFile(folder), 'utf8')) as KeptState;
  } catch {
    return undefined;
  }
}

function writeState(folder: string, status: WhatsAppStatus): void {
  prepareFolder(folder);
  const kept: KeptState = { ...status, pid: process.pid };
  writeFileSync(`${stateFile(folder)}.new`, `${JSON.stringify(kept)}\n`, { mode: 0o600 });
  renameSync(`${stateFile(folder)}.new`, stateFile(folder));
}
