// What the Telegram channel is given in this house: its settings, and the few words of content that a channel shows by itself.
import { join } from 'node:path';
import { createTelegramChannel, type TelegramChannel } from '../channels/telegram/telegram-channel.ts';
import type { Clock } from '../clock.ts';
import { projectRoot, type TelegramSettings } from '../config.ts';
import type { Log } from '../log.ts';
import type { Program } from '../program/program.ts';

export const mediaFolder = join(projectRoot, 'data', 'media');

export interface TelegramHouseParts {
  settings: TelegramSettings;
  program: Program;
  clock: Clock;
  log: Log;
  failed(error: unknown): void;
  /** Where files lie that the house makes for somebody. */
  madeFolder: string;
  pollSeconds?: number;
}

export function telegramOf({ settings, program, ...parts }: TelegramHouseParts): TelegramChannel {
  const { token, apiRoot, webhook } = settings;
  return createTelegramChannel({
    token,
    apiRoot,
    mode: webhook === undefined ? { kind: 'polling' } : { kind: 'webhook', ...webhook },
    commands: commandsOf(program),
    texts: { sharePhone: program.texts['casa.compartir-numero'] ?? '' },
    mediaFolder,
    ...parts,
  });
}

/** The commands that a platform lists for people, with what each is for. */
export function commandsOf(program: Program): { command: string; description: string }[] {
  const prefix = 'casa.comandos.options.';
  return Object.entries(program.texts)
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, description]) => ({ command: key.slice(prefix.length), description }));
}
