// One phone for several persons, from the channel to the store with the real engine: who is there, what is said there, and where a PIN goes.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Channel, Receive } from '../../src/channels/channel.ts';
import { virtualClock } from '../../src/clock.ts';
import { phoneIdentity } from '../../src/commands/phone-identity.ts';
import type { Post } from '../../src/domain/inbound-event.ts';
import { isPlainPin, newPinIn, pinIn } from '../../src/domain/shared-phone.ts';
import { leavesPhone, personSaid } from '../../src/engine/answers/people/identity-words.ts';
import { engineOf } from '../../src/engine/engine-of.ts';
import { readAddressBook } from '../../src/runtime/address-book.ts';
import { startRuntime } from '../../src/runtime/runtime.ts';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';
import { houseProgram, testRoster } from '../support/test-house.ts';
import { rememberingLog, silentLog } from './house-fixture.ts';

const number = '+520000000104';
const address = '520000000104@c.us';
const folders: string[] = [];
afterAll(() => {
  for (const dir of folders) rmSync(dir, { recursive: true, force: true });
});

/** On WhatsApp, whose chats show their number: two mentors of G04 have the same. */
async function openHouse(dir = mkdtempSync(join(tmpdir(), 'shared-phone-')), now = '2026-03-02T15:00:00.000Z') {
  folders.push(dir);
  const store = await openLowdbStore({ dir, log: silentLog, mode: 'write' });
  const roster = await testRoster();
  const persons = roster.persons.map((person) => ({
    ...person,
    addresses: person.id === 'coordinadora-1' ? [{ channel: 'whatsapp' as const, address: '521@c.us' }] : [],
    ...(person.centreId === 'G04' && { phone: number, phoneShared: true }),
  }));
  if ((await store.readRoster()).persons.length === 0) await store.importRoster({ ...roster, persons });
  const sent: { to: string; text: string; options: string[] }[] = [];
  let receive: Receive | undefined;
  const channel: Channel = {
    limits: { name: 'whatsapp', maxText: 4096, tapsOptions: false, sendsVideo: true, openToStrangers: false },
    start: async (listener) => {
      receive = listener;
    },
    async send({ text, options }, to) {
      sent.push({ to, text, options: options.map(({ label }) => label) });
      return { kind: 'sent' };
    },
    stop: async () => {},
  };
  const { program } = houseProgram();
  const clock = virtualClock(now);
  const book = await readAddressBook(store);
  const log = rememberingLog();
  const runtime = await startRuntime({
    store,
    engine: engineOf(program),
    book,
    channels: [channel],
    clock,
    log,
    pace: 'pumped',
    identity: phoneIdentity(program, book.personOf),
  });
  let count = 0;
  const arrive = (text: string) =>
    receive?.({
      externalId: `${now}:${++count}`,
      from: address,
      writtenAt: clock.now(),
      content: { kind: 'text', text },
      claim: { by: 'phone', phone: number },
    });
  return {
    dir,
    store,
    clock,
    log,
    sent,
    arrive,
    runtime,
    async write(...texts: string[]) {
      const before = sent.length;
      for (const text of texts) {
        await arrive(text);
        await runtime.pump();
      }
      return sent.slice(before).filter(({ to }) => to === address);
    },
    async tell(to: string, body: Post['body']) {
      await runtime.tell([{ id: `post-${++count}`, to, from: 'house', at: clock.now(), body }]);
      await runtime.pump();
    },
    pass: (minutes: number) => clock.moveTo(new Date(Date.parse(clock.now()) + minutes * 60_000).toISOString()),
  };
}

const news = {
  kind: 'rosterChanged',
  news: { what: 'moved', before: 'G01', centre: 'Guardería secreta' },
} as unknown as Post['body'];

it('asks who is writing, by name, and says nothing of anybody before', async () => {
  const house = await openHouse();
  const [asked, ...more] = await house.write('hola');
  expect(more).toEqual([]);
  expect(asked?.options).toEqual(['maestra Irma', 'maestra Lupe']);
  const [pin] = await house.write('2');
  expect(pin?.text).toContain('PIN');
  expect((await house.write('4071')).map(({ text }) => text).join()).toContain('Soy Luciérnaga');
  house.pass(9);
  expect((await house.write('sí, acepto')).map(({ text }) => text).join()).not.toContain('¿Quién escribe?');
  house.pass(10);
  const again = await house.write('¿dónde voy?');
  expect(again).toHaveLength(1);
  expect(again[0]?.text).toContain('¿Quién escribe?');
  await house.runtime.stop();
});

it('keeps a PIN nowhere, not even one that was wrong, and logs none', async () => {
  const house = await openHouse();
  await house.write('hola', 'lupe', '4071', 'salir', 'soy lupe', '9362', 'mi pin es 4071', 'PIN 6158', 'salir', 'lupe', '6158');
  expect(house.sent.at(-1)?.text).toBeDefined();
  await house.runtime.stop();
  await house.store.close();
  const kept = readdirSync(house.dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
  expect(kept.includes('"hash"')).toBe(true);
  // The words themselves, as a text or a part of one; digits inside of hashes and times are something else.
  expect(/(?<![\da-f])(?:4071|9362|6158)(?![\da-f])/.exec(kept)?.[0]).toBeUndefined();
  expect(JSON.stringify(house.log.lines)).not.toMatch(/4071|9362|6158|0000000104/);
});

it('lets nobody in who guesses, also many at once; the coordinator hears of it and half an hour later she comes in', async () => {
  const house = await openHouse();
  await house.write('hola', 'lupe', '4071', 'salir', 'lupe');
  await Promise.all(['1593', '2604', '3715', '4826', '5937', '6048', '7159', '4071'].map((pin) => house.arrive(pin)));
  await house.runtime.pump();
  const told = house.sent.filter(({ to }) => to === '521@c.us').map(({ text }) => text);
  expect(told.filter((text) => text.includes('se equivocaron cinco veces'))).toHaveLength(1);
  expect((await house.write('4071'))[0]?.text).toContain('espere media hora');
  house.pass(31);
  expect((await house.write('hola', 'lupe', '4071')).map(({ text }) => text).join()).toContain('Listo, maestra Lupe.');
  await house.runtime.stop();
});

it('a message for who is not there waits, and the phone says her first name only; it comes when she does', async () => {
  const house = await openHouse();
  await house.write('hola', 'lupe', '4071', 'sí, acepto', 'soy irma', '5082');
  const before = house.sent.length;
  await house.tell('G04-mentora', news);
  await house.tell('G04-mentora', news);
  expect(house.sent.slice(before).map(({ text }) => text)).toEqual([
    expect.stringContaining('Tengo un mensaje para maestra Lupe.'),
  ]);
  const shown = (await house.write('soy lupe', '4071')).map(({ text }) => text);
  expect(shown.filter((text) => text.includes('Guardería secreta'))).toHaveLength(2);
  await house.runtime.stop();
});

it('after a restart goes on where it was: who is there, what was asked, how often it went wrong', async () => {
  const first = await openHouse();
  await first.write('hola', 'lupe', '4071', 'soy irma');
  await first.write('5082', 'salir', 'irma', '1593', '1604');
  await first.runtime.stop();
  await first.store.close();
  const second = await openHouse(first.dir, '2026-03-02T15:01:00.000Z');
  expect((await second.write('1715'))[0]?.text).toContain('quedan: 2');
  expect((await second.write('5082'))[0]?.text).toContain('Listo, maestra Irma');
  await second.runtime.stop();
  await second.store.close();
  const third = await openHouse(first.dir, '2026-03-02T15:02:00.000Z');
  expect((await third.write('sí, acepto')).map(({ text }) => text).join()).not.toContain('¿Quién escribe?');
  await third.runtime.stop();
});

const who = [
  { id: 'a', name: 'Guadalupe Ríos Peña', calledAs: 'maestra Lupe' },
  { id: 'b', name: 'Irma Salas Prado', calledAs: 'maestra Irma' },
];

it.each([
  ['soy Lupita', 'a'],
  ['la maestra irma', 'b'],
  ['Guadalupe Ríos', 'a'],
  ['hola, soy la maestra Irma', 'b'],
  ['2', 'b'],
  ['con Lupe platiqué ayer', undefined],
  ['ya hice la observación con Irma', undefined],
  ['soy Rosa', undefined],
])('%s names %s', (text, id) => {
  expect(personSaid(text, who, ['a', 'b'])).toBe(id);
});

it.each(['salir', 'Cambiar de persona', 'soy Irma', 'no soy yo'])('%s leaves the phone', (text) => {
  expect(leavesPhone(text, who)).toBe(true);
});

it.each(['soy muy paciente con ellos', 'salir al patio les gustó', 'Irma', 'no soy quien decide'])('%s does not', (text) => {
  expect(leavesPhone(text, who)).toBe(false);
});

it('reads four digits and nothing else as a PIN', () => {
  expect(['4071', '4 0 7 1', 'mi pin es 4071', '407-1'].map(pinIn)).toEqual(['4071', '4071', '4071', '4071']);
  expect(['407', '40712', 'a las 4 con 0 de las 71 hojas', '4, y 071'].map(pinIn)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect(['PIN 4071', 'mi nuevo nip es: 4071', 'cambiar mi PIN a 4071'].map(newPinIn)).toEqual(['4071', '4071', '4071']);
  expect(['4071', 'el pin de la hoja 4071', 'pin 407'].map(newPinIn)).toEqual([undefined, undefined, undefined]);
  expect(['1111', '1234', '4321', '1985', '4071'].map(isPlainPin)).toEqual([true, true, true, true, false]);
});
