// Whatever fails in the house, no line of its log holds a word of anybody, a number, a code, a PIN or a token; errors may quote all of them.
import { expect, it } from 'vitest';
import type { Channel, Receive } from '../../src/channels/channel.ts';
import { virtualClock } from '../../src/clock.ts';
import type { EventContent } from '../../src/domain/inbound-event.ts';
import { readAddressBook } from '../../src/runtime/address-book.ts';
import { ownerInLog } from '../../src/runtime/owner-in-log.ts';
import { startRuntime } from '../../src/runtime/runtime.ts';
import type { TurnTaker } from '../../src/runtime/turn-taker.ts';
import { createMemoryStore } from '../../src/store/memory/memory-store.ts';
import type { Store } from '../../src/store/store.ts';
import { rememberingLog, smallRoster } from './house-fixture.ts';

const secrets = ['palabras de ella', '5512345678', '482913', '4071', '123456789:AAHsecret'];
const quoting = (): Error => {
  const error = new Error(`cannot do it: ${secrets.join(' ')}`, { cause: new Error(secrets.join(' ')) });
  return Object.assign(error, { code: 'EFAILED', request: { url: `https://api/bot${secrets.at(-1)}/x`, body: secrets[0] } });
};
const fails = (): never => {
  throw quoting();
};

/** Every number that a platform may write for the same phone. */
const address = '5215512345678@c.us';

async function livedThrough(
  engine: Partial<TurnTaker>,
  broken: Partial<Store> = {},
  send: Channel['send'] = async () => fails(),
) {
  const kept = createMemoryStore();
  const persons = smallRoster.persons.map((person) => ({
    ...person,
    phone: person.id === 'coord' ? '' : '+525512345678',
    phoneShared: person.id !== 'coord',
    addresses: person.id === 'coord' ? [{ channel: 'whatsapp' as const, address: '5215599999999@c.us' }] : [],
  }));
  await kept.importRoster({ ...smallRoster, persons });
  const store = new Proxy(kept, { get: (target, name) => Reflect.get(broken, name) ?? bound(target, name) });
  const log = rememberingLog();
  const clock = virtualClock('2026-03-02T15:00:00.000Z');
  let receive: Receive | undefined;
  const channel: Channel = {
    limits: { name: 'whatsapp', maxText: 4096, tapsOptions: false, sendsVideo: true, openToStrangers: true },
    async start(listener) {
      receive = listener;
    },
    send,
    stop: async () => {},
  };
  const silent = { changes: [], outbound: [], posts: [], facts: [] };
  const runtime = await startRuntime({
    store,
    engine: {
      takeTurn: (_state, event) => ({ eventId: event.id, owner: event.owner, ...silent }),
      apology: (_state, event) => ({ eventId: event.id, owner: event.owner, ...silent }),
      heldTurn: (_state, event) => ({ eventId: event.id, owner: event.owner, ...silent }),
      ...engine,
    },
    book: await readAddressBook(store),
    channels: [channel],
    clock,
    log,
    pace: 'pumped',
    lookUp: async () => fails(),
  });
  let count = 0;
  const contents: EventContent[] = [
    { kind: 'text', text: secrets.join(' ') },
    { kind: 'text', text: '482913' },
    { kind: 'text', text: '4071' },
    { kind: 'text', text: 'PIN 4071' },
    { kind: 'media', media: 'image', caption: secrets.join(' ') },
    { kind: 'edit', of: '1', text: secrets.join(' ') },
    { kind: 'tap', label: secrets.join(' ') },
    { kind: secrets.join(' ') } as unknown as EventContent,
  ];
  for (const from of [address, '5215500000000@c.us', '5215599999999@c.us']) {
    for (const content of contents) {
      const arrival = { externalId: `${++count}`, from, writtenAt: count % 3 === 0 ? secrets.join() : clock.now(), content };
      await receive?.({ ...arrival, claim: { by: 'phone', phone: `+${from.slice(0, 13)}` } }).catch(() => undefined);
    }
  }
  // A broken store ends the house, which tells whoever runs it by the log alone.
  await runtime.pump().catch(() => undefined);
  await runtime.stop();
  return log.lines;
}

function bound(target: object, name: string | symbol): unknown {
  const value: unknown = Reflect.get(target, name);
  return typeof value === 'function' ? value.bind(target) : value;
}

/** As it would be written, with what errors hide. */
function written(lines: readonly object[]): string {
  return JSON.stringify(lines, (_key, value: unknown) =>
    value instanceof Error ? { ...value, message: value.message, stack: value.stack } : value,
  );
}

const answering: Partial<TurnTaker> = {
  takeTurn: (_state, event) => ({
    eventId: event.id,
    owner: event.owner,
    changes: [],
    outbound: [
      {
        id: `${event.id}:out:0`,
        to: event.owner,
        chat: 'private',
        kind: 'answer',
        text: secrets.join(' '),
        options: [{ id: 'a', label: secrets.join(' ') }],
        whenUnsure: 'drop',
        createdAt: '2026-03-02T15:00:00.000Z',
      },
    ],
    posts: [],
    facts: [],
  }),
};

it.each<[string, Partial<TurnTaker>, Partial<Store>, Channel['send']?]>([
  ['the engine throws', { takeTurn: fails }, {}],
  ['the engine and its apology throw', { takeTurn: fails, apology: fails }, {}],
  ['turns cannot be committed', answering, { commitTurn: async () => fails() }],
  ['the store refuses what arrives', answering, { receive: async () => fails() }],
  ['a channel throws', answering, {}],
  ['a message is given up', answering, {}, async () => ({ kind: 'rejected', code: '400' })],
  ['everybody has blocked us', answering, {}, async () => ({ kind: 'blocked' })],
  ['nobody knows', answering, {}, async () => ({ kind: 'unsure' })],
])('where %s', async (_name, engine, broken, send) => {
  const lines = await livedThrough(engine, broken, send);
  expect(lines.length).toBeGreaterThan(0);
  const all = written(lines);
  // The last ten digits are the number, whatever stands before them.
  for (const secret of [...secrets, '5500000000', '5599999999', 'AAHsecret']) expect(all.includes(secret), secret).toBe(false);
});

it('of an owner that is an address, the log says only what it is', () => {
  const owners = [
    'G04-mentora',
    'stranger:whatsapp:5215512345678@c.us',
    'phone:whatsapp:5215512345678@c.us',
    'group:whatsapp:5512345678-1@g.us',
  ];
  expect(owners.map(ownerInLog)).toEqual(['G04-mentora', 'stranger', 'phone', 'group']);
});
