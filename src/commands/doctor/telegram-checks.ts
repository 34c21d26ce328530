// Checks of Telegram: the token, how updates come to us, and whether our clock agrees with theirs.
import { z } from 'zod';
import type { TelegramSettings } from '../../config.ts';
import type { TelegramAnswer } from '../ask-telegram.ts';
import { counted, type Finding } from './finding.ts';

export const botShape = z.object({ username: z.string() });
export const webhookShape = z.object({
  url: z.string(),
  pending_update_count: z.number(),
  /** Seconds since 1970. */
  last_error_date: z.number().optional(),
  last_error_message: z.string().optional(),
});
export type WebhookInfo = z.infer<typeof webhookShape>;

export function checkToken(answer: TelegramAnswer<z.infer<typeof botShape>>): Finding {
  const name = 'Telegram';
  switch (answer.kind) {
    case 'answered':
      return { name, state: 'ok', result: `accepts the token; the bot is @${answer.result.username}.` };
    case 'unreachable': {
      const todo =
        'Look at the network and its firewall: this computer must reach api.telegram.org, port 443 (or LUCIERNAGA_TELEGRAM_API).';
      return { name, state: 'failed', result: `cannot be asked: ${answer.why}.`, todo };
    }
    case 'refused': {
      if (answer.code === 401 || answer.code === 404) {
        const todo =
          'In Telegram ask @BotFather for /mybots, choose the bot, “API Token”, and put that line into LUCIERNAGA_TELEGRAM_TOKEN.';
        return { name, state: 'failed', result: `does not accept the token (${answer.code}).`, todo };
      }
      return { name, state: 'warning', result: `answers ${answer.code}: ${answer.why}.`, todo: 'Repeat this in a few minutes.' };
    }
  }
}

/** A failure that Telegram told long ago is over. */
const recentMs = 60 * 60_000;
const manyPending = 100;

export function checkWebhook(
  answer: TelegramAnswer<WebhookInfo>,
  { webhook }: Pick<TelegramSettings, 'webhook'>,
  running: boolean,
  now: number,
): Finding {
  const name = 'Updates';
  if (answer.kind !== 'answered') {
    return { name, state: 'warning', result: 'nobody knows how they come: Telegram did not say.' };
  }
  const { url, pending_update_count: pending, last_error_date: failedAt, last_error_message: why } = answer.result;
  const waiting = `${counted(pending, 'waits', 'wait')} at Telegram`;
  if (webhook === undefined) {
    if (url !== '') {
      const result = `the bot asks for them, but Telegram hands them to a webhook at ${hostOf(url)}; ${waiting}.`;
      const todo =
        'The start of the bot ends that. If another bot of yours uses the same token there, stop that one: one token serves one bot.';
      return { name, state: running ? 'failed' : 'warning', result, todo };
    }
    return pendingFinding(`the bot asks for them (long polling); ${waiting}.`, pending, running);
  }
  if (url !== webhook.url) {
    const set = url === '' ? 'is not set' : `is set to another address, at ${hostOf(url)}`;
    const todo = running
      ? 'Stop the bot and start it again; the log tells if Telegram refuses the address.'
      : 'The start of the bot sets it.';
    return { name, state: running ? 'failed' : 'warning', result: `the webhook ${set}; ${waiting}.`, todo };
  }
  const ago = failedAt === undefined ? Number.POSITIVE_INFINITY : now - failedAt * 1000;
  if (running && ago < recentMs) {
    const minutes = Math.max(0, Math.round(ago / 60_000));
    const result = `Telegram could not hand one over ${minutes} minutes ago (${why ?? 'no reason given'}); ${waiting}.`;
    const todo =
      'Look at the reverse proxy: it must answer over https with a valid certificate and pass the path on to the port of the bot.';
    return { name, state: pending > 0 ? 'failed' : 'warning', result, todo };
  }
  return pendingFinding(`Telegram calls the webhook at ${hostOf(url)}; ${waiting}.`, pending, running);
}

function pendingFinding(result: string, pending: number, running: boolean): Finding {
  const name = 'Updates';
  if (!running && pending > 0) {
    return { name, state: 'warning', result, todo: 'Start the bot: Telegram keeps them for 24 hours.' };
  }
  if (pending <= manyPending) return { name, state: 'ok', result };
  return { name, state: 'warning', result, todo: 'Repeat this in a minute. If it is not falling, look at the log.' };
}

/** The path may hold something secret. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'an address that cannot be read';
}

const skewWarnedMs = 10_000;
const skewFailedMs = 120_000;

/** `at`: Telegram's clock; between `asked` and `heard`, ours. */
export function checkClock(at: number | undefined, asked: number, heard: number): Finding {
  const name = 'Clock';
  if (at === undefined) return { name, state: 'warning', result: 'could not be compared: nobody told the time.' };
  // The header has whole seconds, and the answer took a while: within that nothing is wrong.
  const skew = at + 999 < asked ? at + 999 - asked : Math.max(0, at - heard);
  const off = Math.round(Math.abs(skew) / 1000);
  if (Math.abs(skew) < skewWarnedMs)
    return { name, state: 'ok', result: "agrees with Telegram's; the zone of this computer does not matter." };
  const which = `is ${off} seconds ${skew < 0 ? 'ahead of' : 'behind'} Telegram's`;
  const todo = 'Set the clock by the network: sudo timedatectl set-ntp true. Reminders and dates go by this clock.';
  return { name, state: Math.abs(skew) < skewFailedMs ? 'warning' : 'failed', result: `${which}.`, todo };
}
