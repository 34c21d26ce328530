// Telegram keeps the contract of channels over real HTTP, whether it is asked for updates or hands them over.
import { onTestFinished } from 'vitest';
import type { TelegramChannel } from '../../src/channels/telegram/telegram-channel.ts';
import { telegramWebhook } from '../../src/web/telegram-webhook.ts';
import { startWebServer } from '../../src/web/web-server.ts';
import { type ChannelTrial, channelContract } from '../contracts/channel-contract.ts';
import type { BotApiServer, Fault } from './bot-api-server.ts';
import { keptLog, type LogLine, openTrial } from './telegram-trial.ts';

const refusals: Record<'retry' | 'blocked' | 'rejected' | 'unsure', Fault['reply']> = {
  retry: { kind: 'error', code: 429, retryAfter: 3 },
  blocked: { kind: 'error', code: 403 },
  rejected: { kind: 'error', code: 400 },
  unsure: { kind: 'drop' },
};

function trialOf(server: BotApiServer, channel: TelegramChannel, lines: readonly LogLine[]): ChannelTrial {
  const ana = server.phone(5512345001, 'Ana');
  const bea = server.phone(5512345002, 'Bea');
  const group = server.group(-1_009_990_001, 'Mentoras');
  server.readAllInGroups();
  const written = new Map<string, unknown>();
  return {
    channel,
    address: String(ana.user.id),
    async write(id, text) {
      const message = written.get(id);
      // The same message once more, as after a confirmation that was lost.
      if (message !== undefined) server.push('message', message);
      else written.set(id, ana.write(text));
      await server.confirmed();
    },
    async tap(label) {
      ana.press(label);
      await server.confirmed();
    },
    async sendStrange() {
      const dice = { emoji: '🎲', value: 3 };
      server.push('message', { message_id: 900, date: 1_772_463_600, chat: ana.chat, from: ana.user, dice });
      await server.confirmed();
    },
    async otherBotWrites() {
      const from = { id: 8_000_000_009, is_bot: true, first_name: 'Otro', username: 'otro_bot' };
      server.push('message', { message_id: 901, date: 1_772_463_600, chat: ana.chat, from, text: 'soy otro' });
      await server.confirmed();
    },
    group: {
      address: String(group.chat.id),
      async write(id, text, how) {
        const message = written.get(`group ${id}`);
        if (message !== undefined) server.push('message', message);
        else written.set(`group ${id}`, ana.writeIn(group, how?.mention ? `@de_prueba_bot ${text}` : text));
        await server.confirmed();
      },
      async vote(...labels) {
        ana.vote(group, labels);
        await server.confirmed();
      },
      async happens(what) {
        if (what === 'joined') group.joins(bea.user);
        else if (what === 'left') group.leaves(bea.user);
        else if (what === 'gone') group.takeOut(ana.user);
        else group.bring(ana.user);
        await server.confirmed();
      },
      seen: () => group.bubbles(),
    },
    logged: () => JSON.stringify(lines),
    secrets: [server.token],
    seen: () => ana.bubbles().map(({ messageId, text }) => ({ id: String(messageId), text })),
    refuse: (how) => server.fail({ method: 'sendMessage', reply: refusals[how] }),
  };
}

channelContract('Telegram by long polling', async () => {
  const { server, channel, lines } = await openTrial();
  return trialOf(server, channel, lines);
});

channelContract('Telegram by webhook', async () => {
  const secret = 'a-secret-of-the-house';
  const { log } = keptLog();
  let accept: ((update: unknown) => Promise<void>) | undefined;
  const routes = telegramWebhook({ path: '/telegram', secret, accept: async (update) => accept?.(update) });
  const web = await startWebServer({ port: 0, routes, log });
  onTestFinished(() => web.stop());
  const { server, channel, lines } = await openTrial({ mode: { kind: 'webhook', url: `${web.url}telegram`, secret } });
  accept = channel.accept;
  return trialOf(server, channel, lines);
});
