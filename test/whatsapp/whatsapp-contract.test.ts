// WhatsApp keeps the contract of channels, with the real library in a real browser.
import { describe } from 'vitest';
import { type ChannelTrial, channelContract } from '../contracts/channel-contract.ts';
import type { GroupTrial } from '../contracts/group-contract.ts';
import { isFullEffort } from '../support/effort.ts';
import { hasBrowser, whySkipped } from '../web/open-browser.ts';
import { StandIn } from './stand-in/stand-in.ts';
import { ana, eva, openWhatsApp } from './whatsapp-trial.ts';

const refusals = {
  retry: { sendThrows: 'rate-overlimit' },
  blocked: { sendThrows: 'not registered' },
  rejected: { sendThrows: 'wid error: invalid wid' },
  unsure: { sendHangsMs: 60_000 },
};

async function openContractTrial(): Promise<ChannelTrial> {
  const standIn = new StandIn({ people: [ana, eva] });
  const chat = standIn.group({ id: '120363000000000001@g.us', title: 'Mentoras', members: [ana] });
  const { channel, until, lines } = await openWhatsApp({ standIn, parts: { sendTimes: { textMs: 4_000, serverMs: 300 } } });
  const phone = standIn.phone(ana);
  const ids = new Map<string, string>();
  let handed = 0;
  let refused: Promise<unknown> = Promise.resolve();

  async function taken(happens: () => Promise<unknown>): Promise<void> {
    const before = handed;
    await happens();
    await until(() => handed > before, 'an arrival');
  }

  const group: GroupTrial = {
    address: chat.id,
    write: (name, text, how) =>
      taken(async () => {
        const more = ids.get(name) === undefined ? {} : { id: ids.get(name) ?? '' };
        ids.set(name, how === undefined ? await chat.write(ana, text, more) : await chat.mention(ana, text, more));
      }),
    vote: (...labels) =>
      taken(() => chat.vote(ana, chat.bubbles().findLast(({ poll }) => poll !== undefined)?.id ?? '', ...labels)),
    happens: (what) =>
      taken(() => {
        const who = what === 'joined' || what === 'left' ? chat.idOf(eva) : standIn.world.me.phone;
        return chat.news(ana, what === 'joined' || what === 'here' ? 'add' : 'remove', [who]);
      }),
    seen: chat.bubbles,
  };

  return {
    group,
    channel: {
      ...channel,
      async start(receive) {
        await channel.start(async (arrival) => {
          // Who is in the group already is told at each start, whatever happens in it.
          if (arrival.from === chat.id) return 'new';
          const outcome = await receive(arrival);
          handed++;
          return outcome;
        });
        await until(({ state }) => state === 'ready', 'being ready');
      },
      async send(message, address) {
        await refused;
        const result = await channel.send(message, address);
        // What she sees comes another way than the answer of the library.
        if (result.kind === 'sent') await standIn.heard('sent', ({ id }) => id === result.externalId);
        return result;
      },
    },
    address: ana.phone ?? '',
    write: (name, text) =>
      taken(async () => {
        const id = ids.get(name);
        ids.set(name, await phone.write(text, id === undefined ? {} : { id }));
      }),
    tap: async () => undefined,
    sendStrange: () => taken(() => phone.write('', { type: 'product' })),
    async otherBotWrites() {
      // The same account, from its phone.
      await standIn.write({ chat: ana.phone ?? '', fromMe: true, body: 'escrito en el teléfono' });
      await standIn.write({ chat: 'status@broadcast', body: 'un estado' });
    },
    seen: () => phone.bubbles().map(({ id, text }) => ({ id, text })),
    logged: () => JSON.stringify(lines),
    refuse(how) {
      refused = standIn.command('fault', refusals[how]);
    },
  };
}

describe.runIf(hasBrowser && isFullEffort)(`in a browser${whySkipped}`, () => channelContract('WhatsApp', openContractTrial));
