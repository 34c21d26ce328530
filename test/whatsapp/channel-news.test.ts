// Those who run the house hear of WhatsApp when somebody has to do something, once, and when it works again; over another channel.
import { expect, it, vi } from 'vitest';
import type { Channel } from '../../src/channels/channel.ts';
import type { WhatsAppState, WhatsAppStatus } from '../../src/channels/whatsapp/whatsapp-status.ts';
import { virtualClock, wallClock } from '../../src/clock.ts';
import { createNewsTeller } from '../../src/commands/channel-news.ts';
import type { Post } from '../../src/domain/inbound-event.ts';
import type { OutboundMessage } from '../../src/domain/outbound-message.ts';
import { createAddressBook } from '../../src/runtime/address-book.ts';
import { createAwayChannels } from '../../src/runtime/away-channels.ts';
import { serveMessage } from '../../src/runtime/dispatch-outbox.ts';
import { createKnock } from '../../src/runtime/knock.ts';
import type { Store } from '../../src/store/store.ts';
import { contractMessage } from '../contracts/channel-contract.ts';
import { personOf } from '../store/store-samples.ts';
import { silentLog } from '../store/temporary-folder.ts';

const statusOf = (state: WhatsAppState): WhatsAppStatus => ({
  state,
  since: wallClock.now(),
  why: null,
  build: null,
  browser: null,
  missing: {},
  repairs: {},
  lastIn: null,
  lastOut: null,
  restarts: 0,
});

function teller(operators: string[] = []) {
  const told: Post[] = [];
  const persons = [personOf('coordinadora', { roles: ['coordinator'] }), personOf('mentora', { roles: ['mentor'] })];
  const news = createNewsTeller({
    clock: wallClock,
    operators,
    roster: async () => ({ centres: [], persons }),
    tell: async (posts) => void told.push(...posts),
    handMs: 30,
    awayMs: 60,
  });
  return { changed: (state: WhatsAppState) => news.changed(statusOf(state)), told };
}

const whats = (told: readonly Post[]): string[] =>
  told.map(({ to, body }) => `${to}: ${body.kind === 'channelNews' ? body.what : body.kind}`);

it('says what needs a hand to the coordinators, once, and that it works again', async () => {
  const { changed, told } = teller();
  for (const state of ['ready', 'recovering', 'ready', 'loggedOut', 'starting', 'loggedOut'] as const) changed(state);
  await vi.waitFor(() => expect(whats(told)).toEqual(['coordinadora: linkEnded']));
  changed('linking');
  await new Promise((resolve) => setTimeout(resolve, 120));
  changed('starting');
  changed('ready');
  await vi.waitFor(() => expect(whats(told)).toEqual(['coordinadora: linkEnded', 'coordinadora: back']));
});

it('is silent about what passes by itself, and tells the operators who are named what lasts', async () => {
  const { changed, told } = teller(['mentora']);
  changed('recovering');
  changed('ready');
  changed('recovering');
  changed('starting');
  await vi.waitFor(() => expect(whats(told)).toEqual(['mentora: away']));
});

it('a matter of safety goes to another channel while the usual one is away, everything else some minutes later', async () => {
  const sent: string[] = [];
  const channelOf = (name: 'telegram' | 'whatsapp', isUp?: boolean): Channel => ({
    limits: { name, maxText: 100, tapsOptions: false, sendsVideo: false, openToStrangers: false },
    start: async () => undefined,
    stop: async () => undefined,
    send: async ({ kind }) => {
      sent.push(`${name} ${kind}`);
      return { kind: 'sent' };
    },
    ...(isUp !== undefined && { isUp: () => isUp }),
  });
  const book = createAddressBook();
  const addresses = [
    { channel: 'whatsapp', address: 'w' },
    { channel: 'telegram', address: 't' },
  ] as const;
  book.learn(personOf('ana', { addresses: [...addresses] }));
  const store = { recordSend: async () => undefined } as unknown as Store;
  const clock = virtualClock('2026-03-02T15:00:00.000Z');
  const away = createAwayChannels();
  const send = (kind: OutboundMessage['kind'], isUp: boolean): Promise<void> =>
    serveMessage(
      {
        store,
        book,
        channels: [channelOf('telegram'), channelOf('whatsapp', isUp)],
        away,
        knock: createKnock({ store, phones: book.phones, clock, say: () => '' }),
        clock,
        log: silentLog,
        postponed: (until) => sent.push(`waits until ${until.slice(11, 16)}`),
        posted: () => undefined,
      },
      { message: contractMessage('m1', { kind }), attempts: 0, doubtful: false },
    );
  const kinds = ['safeguarding', 'reminder', 'answer'] as const;
  for (const isUp of [true, false]) for (const kind of kinds) await send(kind, isUp);
  clock.moveTo('2026-03-02T15:06:00.000Z');
  for (const kind of kinds) await send(kind, false);
  await send('answer', true);
  expect(sent).toEqual([
    'whatsapp safeguarding',
    'whatsapp reminder',
    'whatsapp answer',
    'telegram safeguarding',
    'waits until 15:05',
    'waits until 15:05',
    'telegram safeguarding',
    'telegram reminder',
    'telegram answer',
    'whatsapp answer',
  ]);
});
