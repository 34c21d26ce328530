// Telegram keeps the contract of channels, whether it is asked for updates or pushes them.
import type { ChannelTrial } from '../contracts/channel-contract.ts';
import { channelContract } from '../contracts/channel-contract.ts';
import type { FaultReply } from './bot-api/faults.ts';
import type { WireMessage } from './bot-api/wire.ts';
import { anaId, type TelegramTrial, telegramTrial, webhookTrial } from './telegram-trial.ts';

const refusals: Record<'retry' | 'blocked' | 'rejected' | 'unsure', FaultReply> = {
  retry: { kind: 'error', code: 429, retryAfter: 5 },
  blocked: { kind: 'error', code: 403 },
  rejected: { kind: 'error', code: 400 },
  unsure: { kind: 'lostReply' },
};

function trialOf({ server, ana, channel }: TelegramTrial): ChannelTrial {
  const written = new Map<string, WireMessage>();
  return {
    channel,
    address: String(anaId),
    async write(id, text) {
      const before = written.get(id);
      if (before === undefined) written.set(id, ana.write(text));
      else server.push('message', before);
      await server.confirmed();
    },
    async tap(label) {
      ana.press(label);
      await server.confirmed();
    },
    async sendStrange() {
      server.push('message', {
        message_id: 900,
        date: 1_772_463_600,
        chat: ana.chat,
        from: ana.user,
        dice: { emoji: '🎲', value: 3 },
      });
      await server.confirmed();
    },
    async otherBotWrites() {
      const from = { id: 8_000_000_009, is_bot: true, first_name: 'Otro', username: 'otro_bot' };
      server.push('message', { message_id: 901, date: 1_772_463_600, chat: ana.chat, from, text: 'soy otro' });
      await server.confirmed();
    },
    seen: () => ana.bubbles().map(({ messageId, text }) => ({ id: String(messageId), text })),
    refuse: (how) => server.fail({ method: 'sendMessage', reply: refusals[how] }),
  };
}

channelContract('Telegram by long polling', async () => trialOf(await telegramTrial()));
channelContract('Telegram by webhook', async () => trialOf(await webhookTrial()));
