// Plays driver lines through the real runtime on a store that dies where it is told, and starts it again as often as it takes.
import {
  createSimulatorChannel,
  type ShownMessage,
  type SimulatorChannel,
} from '../../src/channels/simulator/simulator-channel.ts';
import { virtualClock } from '../../src/clock.ts';
import { bindLookUps } from '../../src/commands/chat-house.ts';
import { arrivalOf } from '../../src/commands/driver-arrival.ts';
import { durationMs } from '../../src/commands/driver-duration.ts';
import { parseInput } from '../../src/commands/driver-input.ts';
import { createPhones } from '../../src/commands/driver-phones.ts';
import { apologyTurn, heldTurn, takeTurn } from '../../src/engine/take-turn.ts';
import type { Log } from '../../src/log.ts';
import { createAddressBook } from '../../src/runtime/address-book.ts';
import { type Runtime, startRuntime } from '../../src/runtime/runtime.ts';
import type { TurnTaker } from '../../src/runtime/turn-taker.ts';
import { createCrashingStore } from '../runtime/crashing-store.ts';
import { houseProgram, madeDir, testRoster } from './test-house.ts';

export interface Lived {
  shown: ShownMessage[];
  /** Steps of the process: calls of the store and sends, before and after each. */
  steps: number;
  deaths: number;
  errors: string[];
}

const log = (errors: string[]): Log => ({
  info() {},
  warn() {},
  error: (fields, message) => void errors.push(`${message}: ${JSON.stringify(fields)}`),
});

function engine(): TurnTaker {
  const { program } = houseProgram();
  return {
    takeTurn: (state, event) => takeTurn(program, state, event),
    apology: (state, event) => apologyTurn(program, state, event),
    heldTurn: (state, event) => heldTurn(program, state, event),
  };
}

/** After each line of a person this long passes, so that her bubbles are read. */
const burstMs = 8_000;

/** `deaths`: at which step each life of the process ends, counted from its start; the last one lives on. */
export async function live(now: string, lines: readonly object[], deaths: readonly number[]): Promise<Lived> {
  const durable = createCrashingStore();
  const roster = await testRoster();
  await durable.open().store.importRoster(roster);
  const clock = virtualClock(now);
  const phones = createPhones();
  const lived: Lived = { shown: [], steps: 0, deaths: 0, errors: [] };
  const left = [...deaths];
  const taker = engine();

  async function start() {
    const life = durable.open(left.shift());
    let isDead = false;
    const dead = life.dead.then(() => {
      isDead = true;
    });
    const step = (): Promise<void> => {
      lived.steps++;
      return life.step();
    };
    const store = new Proxy(life.store, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) => {
          lived.steps += 2;
          return Reflect.apply(value, target, args) as unknown;
        };
      },
    });
    const simulator = createSimulatorChannel({
      platform: 'simulator',
      shown(message) {
        phones.shown(message);
        lived.shown.push(message);
      },
    });
    const channel: SimulatorChannel = {
      ...simulator,
      async send(message, address) {
        await step();
        const result = await simulator.send(message, address);
        await step();
        return result;
      },
    };
    const book = createAddressBook();
    for (const person of roster.persons) book.learn(person);
    const lookUp = bindLookUps(houseProgram().program, madeDir())(store, () => clock.now(), {
      learn: (person) => book.learn(person),
    });
    const parts = { store, engine: taker, book, channels: [channel], clock, log: log(lived.errors), lookUp };
    const runtime = await startRuntime({ ...parts, pace: 'pumped', inFlight: 2 });
    return { runtime, channel, store, dead, died: () => isDead };
  }

  let house = await start();

  /** Does it until it is done, in as many lives as that takes: a platform hands over again what was not confirmed. */
  async function insist(act: (now: typeof house) => Promise<unknown>): Promise<void> {
    for (;;) {
      await Promise.race([act(house), house.dead]);
      if (!house.died()) return;
      lived.deaths++;
      house = await start();
    }
  }

  async function passUntil(instant: string): Promise<void> {
    for (;;) {
      let due: string | undefined;
      await insist(async ({ store }) => {
        due = await store.nextDueAt();
      });
      if (due === undefined || Date.parse(due) > Date.parse(instant)) break;
      const before = clock.now();
      clock.moveTo(due);
      let fired = 0;
      await insist(async ({ runtime }) => {
        fired += await fire(runtime);
      });
      if (fired === 0 && clock.now() === before) break;
    }
    clock.moveTo(instant);
    await insist(({ runtime }) => fire(runtime));
  }

  const fire = async (runtime: Runtime): Promise<number> => {
    const fired = await runtime.fireDue();
    await runtime.pump();
    return fired;
  };
  const later = (milliseconds: number): string => new Date(Date.parse(clock.now()) + milliseconds).toISOString();

  for (const [index, raw] of lines.entries()) {
    const line = parseInput(JSON.stringify(raw));
    if ('from' in line) {
      const arrival = arrivalOf(line, `line-${index}`, phones, clock.now());
      await insist(async ({ channel, runtime }) => {
        await channel.hand(arrival);
        await runtime.pump();
      });
      if (!line.more) await passUntil(later(burstMs));
    } else if ('advance' in line) await passUntil(later(durationMs(line.advance) ?? 0));
    else if ('now' in line) await passUntil(new Date(line.now).toISOString());
  }
  return lived;
}

/** What each person read: a repeat of a message counts once. */
export function readBy(shown: readonly ShownMessage[]): Record<string, string[]> {
  const read: Record<string, string[]> = {};
  const seen = new Set<string>();
  for (const { id, to, text, options } of shown) {
    if (seen.has(id)) continue;
    seen.add(id);
    read[to] = [...(read[to] ?? []), [text, ...options.map(({ label }) => label)].join(' | ')];
  }
  return read;
}

/** Ids shown again, and whether each came again at once, before anything newer of that person. */
export function repeatsOf(shown: readonly ShownMessage[]): { id: string; atOnce: boolean }[] {
  const lastOf = new Map<string, string>();
  const seen = new Set<string>();
  const repeats: { id: string; atOnce: boolean }[] = [];
  for (const { id, messageId, to } of shown) {
    if (seen.has(id)) repeats.push({ id, atOnce: lastOf.get(to) === messageId });
    seen.add(id);
    lastOf.set(to, messageId);
  }
  return repeats;
}
