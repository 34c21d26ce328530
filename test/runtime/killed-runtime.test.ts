// The promise of the path: whenever the process dies, a person sees the same lines in the same order; repeats come only from doubt.
import { describe, expect, it } from 'vitest';
import { createSimulatorChannel, type SimulatorChannel } from '../../src/channels/simulator/simulator-channel.ts';
import { virtualClock } from '../../src/clock.ts';
import { readAddressBook } from '../../src/runtime/address-book.ts';
import { type Runtime, startRuntime } from '../../src/runtime/runtime.ts';
import { createCrashingStore } from './crashing-store.ts';
import { echoEngine } from './echo-engine.ts';
import { silentLog, smallRoster } from './house-fixture.ts';

type Happening = { from: string; text: string } | { now: string };
const day: Happening[] = [
  { from: 'ana', text: 'eco uno' },
  { from: 'ana', text: 'recuerda 60' },
  { from: 'bea', text: 'una idea' },
  { from: 'bea', text: 'otra idea' },
  { now: '2026-03-02T15:00:08.000Z' },
  { from: 'ana', text: 'avisa coord' },
  { now: '2026-03-02T15:01:00.000Z' },
  { from: 'ana', text: 'pregunta' },
];

interface Seen {
  id: string;
  to: string;
  text: string;
}

/** Goes through the day; the process dies at these steps, counted from each start, and is started again. */
async function live(deaths: number[]): Promise<{ seen: Seen[]; doubtful: number; steps: number }> {
  const durable = createCrashingStore();
  await durable.open().store.importRoster(smallRoster);
  const clock = virtualClock('2026-03-02T15:00:00.000Z');
  const seen: Seen[] = [];
  const left = [...deaths];
  let started = 0;
  let steps = 0;

  async function start(): Promise<{ runtime: Runtime; channel: SimulatorChannel; dead: Promise<void>; died: () => boolean }> {
    started++;
    const life = durable.open(left.shift());
    let isDead = false;
    const dead = life.dead.then(() => {
      isDead = true;
    });
    const simulator = createSimulatorChannel({
      platform: 'simulator',
      shown: ({ id, to, text }) => void seen.push({ id, to, text }),
    });
    const channel: SimulatorChannel = {
      ...simulator,
      async send(message, address) {
        await life.step();
        const result = await simulator.send(message, address);
        await life.step();
        return result;
      },
    };
    const counted = new Proxy(life.store, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) => {
          steps++;
          return Reflect.apply(value, target, args) as unknown;
        };
      },
    });
    // Reading the roster is no step of the path: a process that dies there has done nothing yet.
    const book = await readAddressBook(createReadable(durable));
    const parts = { store: counted, engine: echoEngine, book, channels: [channel], clock, log: silentLog };
    const runtime = await startRuntime({ ...parts, pace: 'pumped', inFlight: 4 });
    return { runtime, channel, dead, died: () => isDead };
  }

  let house = await start();
  for (const [index, happening] of day.entries()) {
    for (;;) {
      const work = (async () => {
        // A platform hands over again whatever was not confirmed; time passes whether we live or not.
        if ('now' in happening) {
          clock.moveTo(happening.now);
          await house.runtime.fireDue();
        } else {
          const content = { kind: 'text' as const, text: happening.text };
          await house.channel.hand({ externalId: `m${index}`, from: happening.from, writtenAt: clock.now(), content });
        }
        await house.runtime.pump();
      })();
      await Promise.race([work, house.dead]);
      if (!house.died()) break;
      house = await start();
    }
  }
  await house.runtime.fireDue();
  await house.runtime.pump();
  return { seen, doubtful: started - 1, steps };
}

function createReadable(durable: ReturnType<typeof createCrashingStore>) {
  return durable.open().store;
}

function firstOfEach(seen: Seen[], to: string): string[] {
  const ids = new Set<string>();
  return seen.flatMap(({ id, to: receiver, text }) => {
    if (receiver !== to || ids.has(id)) return [];
    ids.add(id);
    return [text];
  });
}

describe('a process that is killed', () => {
  it('shows everybody the same lines in the same order, wherever it died, once or twice', async () => {
    const whole = await live([]);
    expect(firstOfEach(whole.seen, 'bea')).toEqual(['oí una idea / otra idea']);
    expect(whole.seen).toHaveLength(new Set(whole.seen.map(({ id }) => id)).size);
    for (let death = 1; death <= whole.steps * 2 + 4; death++) {
      for (const second of [Infinity, 3, 7]) {
        const killed = await live([death, second]);
        for (const to of ['ana', 'bea', 'coord']) {
          // A reminder may be dropped instead of repeated: that is what its policy says.
          const kept = (texts: string[]): string[] => texts.filter((text) => !text.startsWith('te recuerdo'));
          expect(kept(firstOfEach(killed.seen, to)), `death at ${death}, ${second}`).toEqual(kept(firstOfEach(whole.seen, to)));
        }
        const repeats = killed.seen.length - new Set(killed.seen.map(({ id }) => id)).size;
        expect(repeats).toBeLessThanOrEqual(killed.doubtful * 4);
        // A repeat comes at once, before anything newer of that chat.
        for (const to of ['ana', 'bea', 'coord']) {
          const ids = killed.seen.filter((one) => one.to === to).map(({ id }) => id);
          expect(ids.filter((id, index) => ids.indexOf(id) < index && ids[index - 1] !== id)).toEqual([]);
        }
      }
    }
  });

  it('drops a message that may have gone out where its policy says so, and counts it', async () => {
    const durable = createCrashingStore();
    const { store } = durable.open();
    await store.importRoster(smallRoster);
    const reminder = {
      id: 'x:out:0',
      to: 'ana',
      chat: 'private',
      kind: 'broadcast',
      text: 'te recuerdo',
      options: [],
      whenUnsure: 'drop',
      createdAt: '2026-03-02T15:00:00.000Z',
    } as const;
    await store.receive({
      id: 'x',
      channel: 'simulator',
      externalId: 'x',
      owner: 'ana',
      writtenAt: reminder.createdAt,
      receivedAt: reminder.createdAt,
      content: { kind: 'text', text: '' },
    });
    const leased = await store.leaseEvent();
    await store.commitTurn(leased!, {
      eventId: 'x',
      owner: 'ana',
      changes: [],
      outbound: [{ ...reminder, options: [] }],
      posts: [],
      facts: [],
    });
    expect((await store.leaseMessage(reminder.createdAt))?.doubtful).toBe(false);

    const again = durable.open().store;
    const shown: string[] = [];
    const channel = createSimulatorChannel({ platform: 'simulator', shown: ({ id }) => void shown.push(id) });
    const clock = virtualClock(reminder.createdAt);
    const book = await readAddressBook(again);
    const runtime = await startRuntime({
      store: again,
      engine: echoEngine,
      book,
      channels: [channel],
      clock,
      log: silentLog,
      pace: 'pumped',
    });
    await runtime.pump();
    expect(shown).toEqual([]);
    expect(await again.health()).toMatchObject({ outbox: 0, unsure: 1 });
  });
});
