// Who is known by what, what strangers are told, and where people are written to, from the channel to the store with the real engine.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Arrival, Channel, Receive } from '../../src/channels/channel.ts';
import { virtualClock } from '../../src/clock.ts';
import type { EventContent } from '../../src/domain/inbound-event.ts';
import type { SendResult } from '../../src/domain/outbound-message.ts';
import { engineOf } from '../../src/engine/engine-of.ts';
import { readAddressBook } from '../../src/runtime/address-book.ts';
import { startRuntime } from '../../src/runtime/runtime.ts';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';
import { createMemoryStore } from '../../src/store/memory/memory-store.ts';
import type { Store } from '../../src/store/store.ts';
import { houseProgram, testRoster } from '../support/test-house.ts';
import { silentLog } from './house-fixture.ts';

const inviteOf = (person: string): string => `invitation-of-${person}`;

/** A channel as open as a platform: anybody writes to it; `sent` is what left, by address. */
async function openHouse(
  answer: (address: string) => SendResult = () => ({ kind: 'sent' }),
  store: Store = createMemoryStore(),
  openToStrangers = true,
) {
  const roster = await testRoster();
  const persons = roster.persons.map((person) => ({ ...person, addresses: [] }));
  await store.importRoster({ ...roster, persons });
  const sent: { address: string; text: string }[] = [];
  let receive: Receive | undefined;
  const channel: Channel = {
    limits: { name: 'telegram', maxText: 4096, tapsOptions: true, sendsVideo: true, openToStrangers },
    start: async (listener) => {
      receive = listener;
    },
    async send({ text }, address) {
      const result = answer(address);
      if (result.kind === 'sent') sent.push({ address, text });
      return result;
    },
    stop: async () => {},
  };
  const { program } = houseProgram();
  const clock = virtualClock('2026-03-02T15:00:00.000Z');
  const runtime = await startRuntime({
    store,
    engine: engineOf(program),
    book: await readAddressBook(store, { inviteOf }),
    channels: [channel],
    clock,
    log: silentLog,
    pace: 'pumped',
  });
  let count = 0;
  return {
    store,
    sent,
    texts,
    async arrive(from: string, content: EventContent | string, claim?: Arrival['claim']) {
      count++;
      const whole: EventContent = typeof content === 'string' ? { kind: 'text', text: content } : content;
      const arrival = { externalId: `${from}:${count}`, from, writtenAt: clock.now(), content: whole };
      await receive?.({ ...arrival, ...(claim === undefined ? {} : { claim }) });
      await runtime.pump();
    },
    person: async (id: string) => (await store.readRoster()).persons.find((person) => person.id === id),
  };

  function texts(address: string): string[] {
    return sent.filter((one) => one.address === address).map(({ text }) => text);
  }
}

const sharing: EventContent = { kind: 'media', media: 'contact' };

it('a stranger is told once, and nothing that she wrote is kept', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'stranger-'));
  const house = await openHouse(undefined, await openLowdbStore({ dir, log: silentLog, mode: 'write' }));
  await house.arrive('777', 'hola, soy Juana Pérez');
  await house.arrive('777', '¿hay alguien?');
  expect(house.texts('777')).toHaveLength(1);
  expect(house.texts('777')[0]).toContain('Compartir mi número');
  await house.store.close();
  const kept = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
  expect(kept).toContain('777');
  expect(kept).not.toMatch(/Juana|alguien/);
  rmSync(dir, { recursive: true });
});

it('where strangers are not answered only who typed a code or an invitation is told, once, that it does not serve', async () => {
  const house = await openHouse(undefined, undefined, false);
  await house.arrive('777', 'hola, soy Juana Pérez, mentora');
  await house.arrive('777', sharing, { by: 'phone', phone: '5215500000000' });
  expect(house.sent).toEqual([]);
  await house.arrive('777', 'mi código es 482 913');
  await house.arrive('777', '482913');
  await house.arrive('888', 'hola', { by: 'invite', code: 'nobodys' });
  expect([house.texts('777'), house.texts('888')]).toEqual([
    [expect.stringContaining('Ese código no sirve')],
    [expect.stringContaining('Esa invitación ya se usó')],
  ]);
});

it('who shares a number of the roster is greeted by name and written to there from then on', async () => {
  const house = await openHouse();
  await house.arrive('555', 'hola');
  // As Telegram writes it: no plus, and the 1 that Mexican mobiles had until 2019.
  const phone = (await house.person('G04-mentora'))?.phone.replace('+52', '521') ?? '';
  await house.arrive('555', sharing, { by: 'phone', phone });
  expect(house.texts('555').join('\n')).toContain('maestra');
  expect((await house.person('G04-mentora'))?.addresses).toEqual([{ channel: 'telegram', address: '555' }]);
});

it('whoever comes in for the first time is welcomed, and asked for nothing before her consent', async () => {
  const house = await openHouse();
  await house.arrive('555', 'hola', { by: 'invite', code: inviteOf('G04-mentora') });
  const [first, ...others] = house.texts('555');
  expect(first).toContain('Soy Luciérnaga');
  expect(others.at(-1)).toContain('¿Acepta participar');
  expect(others.join()).not.toContain('¿Con qué maestras');
  await house.arrive('555', 'sí, acepto');
  expect((await house.person('G04-mentora'))?.consent).toMatchObject({ given: true });
});

it('a number that the roster does not know is answered once', async () => {
  const house = await openHouse();
  await house.arrive('777', sharing, { by: 'phone', phone: '5215500000000' });
  await house.arrive('777', sharing, { by: 'phone', phone: '5215500000000' });
  expect(house.texts('777')).toHaveLength(1);
  expect(house.texts('777')[0]).toContain('No encontré su número');
});

it('an invitation counts once: whoever is sent it on is not taken for the mentor', async () => {
  const house = await openHouse();
  const claim = { by: 'invite' as const, code: inviteOf('G04-mentora') };
  await house.arrive('555', 'hola', claim);
  expect(house.texts('555').length).toBeGreaterThan(0);
  await house.arrive('666', 'hola', claim);
  expect(house.texts('666').join()).toContain('Esa invitación ya se usó');
  expect((await house.person('G04-mentora'))?.addresses).toEqual([{ channel: 'telegram', address: '555' }]);
});

it('she is written to at the account from which she wrote last', async () => {
  const house = await openHouse();
  const { phone = '' } = (await house.person('G04-mentora')) ?? {};
  await house.arrive('555', sharing, { by: 'phone', phone });
  await house.arrive('556', sharing, { by: 'phone', phone });
  expect((await house.person('G04-mentora'))?.addresses.map(({ address }) => address)).toEqual(['556', '555']);
  const before = house.texts('555').length;
  await house.arrive('555', 'hola');
  expect(house.texts('555').length).toBeGreaterThan(before);
  expect((await house.person('G04-mentora'))?.addresses.map(({ address }) => address)).toEqual(['555', '556']);
});

it('the coordinator is told in a sentence, once a day, of whom cannot be reached', async () => {
  const house = await openHouse((address) => (address === '555' ? { kind: 'blocked' } : { kind: 'sent' }));
  const code = (id: string) => ({ by: 'invite' as const, code: inviteOf(id) });
  await house.arrive('900', 'hola', code('coordinadora-1'));
  const before = house.texts('900').length;
  await house.arrive('555', 'hola', code('G04-mentora'));
  await house.arrive('555', '¿quién ve?');
  const { name = '-' } = (await house.person('G04-mentora')) ?? {};
  expect(house.texts('900').slice(before)).toEqual([expect.stringContaining(`No pude escribirle a ${name}`)]);
});
