// What Telegram has to be told before updates come: how they come, and which commands people see in the menu.
import type { Api } from 'grammy';
import type { Log } from '../../log.ts';
import type { OwnAccount } from './group-updates.ts';
import { errorCode } from './send-result.ts';
import { allowedUpdates } from './update-shape.ts';

export type UpdateMode = { kind: 'polling' } | { kind: 'webhook'; url: string; secret: string };

export interface PreparationParts {
  api: Api;
  mode: UpdateMode;
  commands: readonly { command: string; description: string }[];
  log: Log;
}

/** Resolves with the bot's own account. Rejects where Telegram does not answer: whoever calls tries again. */
export async function prepareBot({ api, mode, commands, log }: PreparationParts, signal: AbortSignal): Promise<OwnAccount> {
  const { id, username: name, can_read_all_group_messages } = await api.getMe(signal as never);
  // What waits at Telegram stays there until we have it: nothing is ever dropped.
  if (mode.kind === 'polling') await api.deleteWebhook({}, signal as never);
  else await api.setWebhook(mode.url, { secret_token: mode.secret, allowed_updates: allowedUpdates }, signal as never);
  try {
    await api.setMyCommands([...commands], {}, signal as never);
  } catch (error) {
    log.warn({ code: errorCode(error) }, 'the menu of commands could not be set; everything else works');
  }
  // Told once: what members write among themselves has to be read for the children's safety.
  if (!can_read_all_group_messages)
    log.warn(
      {},
      'in groups this bot is given only what is said to it: turn its privacy mode off with @BotFather, and add it anew',
    );
  return { id, name };
}
