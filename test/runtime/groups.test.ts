// Groups from the channel to the store with the real engine: what is kept, who is reached where, and what becomes of a group that moves or ends.
import { afterEach, expect, it } from 'vitest';
import type { Arrival, Channel, Receive, ReceiveOutcome } from '../../src/channels/channel.ts';
import { virtualClock } from '../../src/clock.ts';
import { bindLookUps } from '../../src/commands/chat-house.ts';
import type { GroupNews } from '../../src/domain/group.ts';
import type { EventContent } from '../../src/domain/inbound-event.ts';
import type { OutboundMessage, SendResult } from '../../src/domain/outbound-message.ts';
import { apologyTurn, concernsSafety, heldTurn, takeTurn } from '../../src/engine/take-turn.ts';
import { readAddressBook } from '../../src/runtime/address-book.ts';
import { type Runtime, startRuntime } from '../../src/runtime/runtime.ts';
import { createMemoryStore } from '../../src/store/memory/memory-store.ts';
import { houseProgram, madeDir, testRoster } from '../support/test-house.ts';
import { rememberingLog } from './house-fixture.ts';

const where = '-100';
const owner = `group:telegram:${where}`;
const running: Runtime[] = [];
afterEach(async () => {
  for (const runtime of running.splice(0)) await runtime.stop();
});

/** Everybody of the roster writes from the address that is her id; `journal` goes on over restarts. */
async function openHouse(journal: string[] = [], answer: (address: string) => SendResult | undefined = () => undefined) {
  const started = journal.length > 0 ? '2026-03-02T16:05:00.000Z' : '2026-03-02T16:00:00.000Z';
  const store = createMemoryStore({ lines: journal });
  const roster = await testRoster();
  const persons = roster.persons.map((person) => ({
    ...person,
    addresses: [{ channel: 'telegram' as const, address: person.id }],
  }));
  await store.importRoster({ ...roster, persons });
  const sent: { address: string; message: OutboundMessage }[] = [];
  let receive: Receive | undefined;
  const channel: Channel = {
    limits: { name: 'telegram', maxText: 4096, tapsOptions: true, sendsVideo: true, openToStrangers: true },
    start: async (listener) => {
      receive = listener;
    },
    async send(message, address) {
      const result = answer(address) ?? { kind: 'sent', externalId: message.poll ? `poll of ${message.text}` : message.id };
      if (result.kind === 'sent') sent.push({ address, message });
      return result;
    },
    stop: async () => {},
  };
  const { program } = houseProgram();
  // What waited to be tried again may be tried in another life.
  const clock = virtualClock(started);
  const log = rememberingLog();
  const book = await readAddressBook(store);
  const runtime = await startRuntime({
    store,
    engine: {
      takeTurn: (state, event) => takeTurn(program, state, event),
      concerns: (text) => concernsSafety(program, text),
      apology: (state, event) => apologyTurn(program, state, event),
      heldTurn: (state, event) => heldTurn(program, state, event),
    },
    book,
    channels: [channel],
    clock,
    log,
    pace: 'pumped',
    lookUp: bindLookUps(program, madeDir())(store, () => clock.now(), { learn: book.learn }),
  });
  running.push(runtime);
  const textsAt = (address: string): string[] => sent.filter((one) => one.address === address).map(({ message }) => message.text);
  let count = journal.length;

  async function happen(from: string, content: EventContent, more: Partial<Arrival> = {}): Promise<ReceiveOutcome | undefined> {
    const arrival = { externalId: `${where}:${++count}`, from, writtenAt: clock.now(), content };
    const outcome = await receive?.({ ...arrival, group: { address: where, title: 'Mentoras' }, ...more });
    await runtime.pump();
    return outcome;
  }

  return {
    store,
    sent,
    log,
    textsAt,
    happen,
    write: (from: string, text: string, more: { mention?: true } = {}) => happen(from, { kind: 'text', text, ...more }),
    ask: (from: string, text: string) => happen(from, { kind: 'text', text, mention: true }),
    news: (from: string, news: GroupNews, more?: Partial<Arrival>) => happen(from, { kind: 'groupNews', ...news }, more),
    link: () => happen('coordinadora-1', { kind: 'text', text: 'este es el grupo de todas', mention: true }),
    group: async () => (await store.readGroups()).find(({ group }) => group.id === owner),
  };
}

it('keeps nothing of what members say to each other, and of strangers only that there are some', async () => {
  const journal: string[] = [];
  const house = await openHouse(journal);
  await house.link();
  expect(await house.write('G04-mentora', 'les cuento de mi perro Firulais')).toBe('new');
  expect(await house.write('G04-mentora', 'y del gato Bigotes')).toBe('unkept');
  await house.write('desconocida-9', 'yo soy Petra');
  await house.happen('G05-mentora', { kind: 'edit', of: 'x', text: 'quise decir Firulais' });
  await house.happen('G05-mentora', { kind: 'media', media: 'image', caption: 'miren a Firulais' });
  await house.happen('G05-mentora', { kind: 'reaction', emoji: '👍', of: 'x' });
  expect(journal.join('\n')).not.toMatch(/Firulais|Bigotes|Petra|desconocida/);
  expect((await house.group())?.group).toMatchObject({ members: ['coordinadora-1', 'G04-mentora', 'G05-mentora'] });
  expect((await house.group())?.group.strangers).toHaveLength(1);
  expect(house.textsAt(where)).toHaveLength(1);
});

it('of a group in which nobody of the roster was met nothing is kept and nothing is said', async () => {
  const journal: string[] = [];
  const house = await openHouse(journal);
  const before = journal.length;
  expect(await house.news('alguien', { what: 'here' })).toBe('stranger');
  expect(await house.ask('alguien', 'hola bot')).toBe('stranger');
  expect(journal.length).toBe(before);
  expect(house.sent).toEqual([]);
});

it('what is grave is kept whoever it was said to, and goes to her; of somebody unknown the coordinators hear, without a word of it', async () => {
  const house = await openHouse();
  await house.link();
  await house.write('G05-mentora', 'en mi sala golpearon a un niño');
  expect(house.textsAt('G05-mentora').join('\n')).toContain('911');
  await house.write('desconocida-9', 'ayer la maestra quemó a una niña');
  expect(house.textsAt('coordinadora-1').at(-1)).toContain('puede ser grave');
  expect(house.textsAt('coordinadora-1').join('\n')).not.toContain('quem');
  expect(house.textsAt(where)).toHaveLength(1);
});

it('who cannot be reached in private is told in the group how to open a chat; who is unknown, once', async () => {
  const house = await openHouse([], (address) => (address === 'G05-mentora' ? { kind: 'blocked' } : undefined));
  await house.link();
  await house.ask('G05-mentora', '¿dónde voy?');
  expect(house.textsAt(where).at(-1)).toContain('abra un chat conmigo');
  await house.ask('desconocida-9', '¿cuándo es el taller?');
  await house.ask('desconocida-9', '¿nadie sabe?');
  expect(house.textsAt(where).filter((text) => text.includes('abra un chat conmigo'))).toHaveLength(2);
});

it('a vote that names the poll as the platform does finds it after a restart, also without its group', async () => {
  const journal: string[] = [];
  const before = await openHouse(journal);
  await before.link();
  await before.ask('consultora-1', 'encuesta: ¿Martes o jueves? Martes / Jueves');
  const poll = before.sent.at(-1)?.message;
  expect(poll?.poll).toEqual({ multi: false });
  await before.happen('G04-mentora', { kind: 'vote', of: poll?.id ?? '', options: [0] });
  const house = await openHouse(journal);
  const { store } = house;
  const vote = (from: string, options: number[]) =>
    house.happen(from, { kind: 'vote', of: 'poll of ¿Martes o jueves?', options }, { group: undefined as never });
  await vote('G04-mentora', [1]);
  await vote('desconocida-9', [1]);
  expect((await store.readGroups())[0]?.polls[0]?.votes).toMatchObject({ 'G04-mentora': [1] });
  await house.ask('consultora-1', 'resultados de la encuesta');
  expect(house.textsAt('consultora-1').at(-1)).toMatch(/Martes: 0\n• Jueves: 2\nVotaron 2/);
  await vote('G04-mentora', []);
  expect(Object.keys((await store.readGroups())[0]?.polls[0]?.votes ?? {})).toHaveLength(1);
});

it('a group that moves goes on with all that is known of it, and what waited for it goes to its new place', async () => {
  const journal: string[] = [];
  const house = await openHouse(journal, (address) => (address === where ? { kind: 'retry', afterSeconds: 1 } : undefined));
  await house.link();
  expect(house.sent.filter(({ address }) => address === where)).toEqual([]);
  await house.news('coordinadora-1', { what: 'moved', to: '-200' });
  const there = { group: { address: '-200', title: 'Mentoras' } };
  await house.happen('G04-mentora', { kind: 'text', text: 'gracias', mention: true }, there);
  const again = await openHouse(journal);
  await again.happen('G04-mentora', { kind: 'text', text: 'muchas gracias', mention: true }, there);
  expect(again.textsAt('-200').at(-1)).toContain('Con mucho gusto');
  expect(await again.store.readGroups()).toHaveLength(1);
  expect((await again.group())?.group).toMatchObject({ address: '-200', cohort: 'everyone' });
});

it('taken out of a group it falls silent without a failure, tells who linked it, and is itself again when it comes back', async () => {
  const house = await openHouse();
  await house.link();
  await house.news('G04-mentora', { what: 'gone' });
  expect(house.textsAt('coordinadora-1').at(-1)).toContain('Ya no estoy en el grupo «Mentoras»');
  expect((await house.group())?.group.members).toEqual([]);
  expect((await house.store.health()).outbox).toBe(0);
  await house.news('G04-mentora', { what: 'here' });
  await house.ask('G04-mentora', 'gracias');
  expect(house.textsAt(where).at(-1)).toContain('Con mucho gusto');
  expect(house.textsAt(where).filter((text) => text.includes('Soy Luciérnaga'))).toHaveLength(1);
  expect(house.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
});

it('a message of staff in the group counts its members, and each by what the channel tells of her', async () => {
  const house = await openHouse();
  await house.link();
  const members = ['G04-mentora', 'G05-mentora', 'G06-mentora'].map((address) => ({ address }));
  await house.news('coordinadora-1', { what: 'members', joined: members, left: [] });
  const tell = (text: string) => house.happen('consultora-1', { kind: 'text', text }, { group: undefined as never });
  await tell('mandar un mensaje en el grupo: Mañana repasamos la guía');
  await tell('mandar ahora');
  const said = house.sent.findLast(({ address }) => address === where)?.message;
  expect(said).toMatchObject({ kind: 'broadcast', chat: owner });
  expect(house.textsAt('consultora-1').at(-1)).toContain('Salieron 4 de 4');
  await house.happen('G04-mentora', { kind: 'receipt', of: said?.id ?? '', status: 'delivered' });
  await house.happen('G05-mentora', { kind: 'receipt', of: said?.id ?? '', status: 'read' });
  await house.happen('desconocida-9', { kind: 'receipt', of: said?.id ?? '', status: 'read' });
  await tell('reporte');
  expect(house.textsAt('consultora-1').at(-1)).toContain('Entregados: 2 · leídos: 1');
});
