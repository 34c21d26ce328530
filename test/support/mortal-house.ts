// A house on a store that dies where it is told, started again as often as it takes; the world around it goes on by a virtual clock.
import {
  createSimulatorChannel,
  type ShownMessage,
  type SimulatorChannel,
} from '../../src/channels/simulator/simulator-channel.ts';
import { virtualClock } from '../../src/clock.ts';
import { bindLookUps } from '../../src/commands/chat-house.ts';
import { phoneIdentity } from '../../src/commands/phone-identity.ts';
import type { OutboundMessage, SendResult } from '../../src/domain/outbound-message.ts';
import { engineOf } from '../../src/engine/engine-of.ts';
import { readAddressBook } from '../../src/runtime/address-book.ts';
import { type Runtime, startRuntime } from '../../src/runtime/runtime.ts';
import type { Store } from '../../src/store/store.ts';
import type { Life } from '../runtime/crashing-store.ts';
import { houseProgram, madeDir } from './test-house.ts';

export interface MortalHouseParts {
  /** When the clock begins, UTC. */
  now: string;
  /** What the house lives on, and again after each death. */
  open(): Promise<Life> | Life;
  shown(message: ShownMessage): void;
  /** What the platform says instead of 'sent'. */
  answer?(message: OutboundMessage): SendResult | undefined;
  inFlight: number;
}

/** One life of the process. */
export interface LivingHouse {
  runtime: Runtime;
  channel: SimulatorChannel;
  store: Store;
}

export interface MortalHouse {
  clock: ReturnType<typeof virtualClock>;
  /** Does it until it is done, in as many lives as that takes: a platform hands over again what was not confirmed. */
  insist<T>(act: (now: LivingHouse) => Promise<T>): Promise<T>;
  /** Lets the time pass until then, with all that falls due on the way; `each` comes before each step. */
  passUntil(instant: string, each?: () => Promise<void>): Promise<void>;
  /** Of the process so far: calls of the store and sends, before and after each. */
  steps(): number;
  deaths(): number;
  /** What the log called an error. */
  errors: string[];
}

export async function openMortalHouse(parts: MortalHouseParts): Promise<MortalHouse> {
  const { program } = houseProgram();
  const clock = virtualClock(parts.now);
  const errors: string[] = [];
  let steps = 0;
  let deaths = 0;

  interface Begun {
    /** Undefined where it died while it started. */
    house: LivingHouse | undefined;
    dead: Promise<void>;
    died(): boolean;
  }

  async function begin(): Promise<Begun> {
    const life = await parts.open();
    let isDead = false;
    const dead = life.dead.then(() => {
      isDead = true;
    });
    const house = await Promise.race([start(life), dead]);
    return { house: house ?? undefined, dead, died: () => isDead };
  }

  async function start(life: Life): Promise<LivingHouse> {
    const store = counted(life.store, () => {
      steps += 2;
    });
    const simulator = createSimulatorChannel({
      platform: 'simulator',
      shown: parts.shown,
      ...(parts.answer ? { answer: parts.answer } : {}),
    });
    const step = (): Promise<void> => {
      steps++;
      return life.step();
    };
    const channel: SimulatorChannel = {
      ...simulator,
      async send(message, address) {
        await step();
        const result = await simulator.send(message, address);
        await step();
        return result;
      },
    };
    const book = await readAddressBook(store);
    const runtime = await startRuntime({
      store,
      engine: engineOf(program),
      book,
      channels: [channel],
      clock,
      log: { info() {}, warn() {}, error: (fields, message) => void errors.push(`${message}: ${JSON.stringify(fields)}`) },
      lookUp: bindLookUps(program, madeDir(), () => '482913')(store, () => clock.now(), {
        learn: (person) => book.learn(person),
      }),
      identity: phoneIdentity(program, book.personOf),
      pace: 'pumped',
      inFlight: parts.inFlight,
    });
    return { runtime, channel, store };
  }

  let now = await begin();

  async function insist<T>(act: (house: LivingHouse) => Promise<T>): Promise<T> {
    for (;;) {
      const { house, dead, died } = now;
      if (house) {
        const done = await Promise.race([act(house).then((value) => ({ value })), dead]);
        if (done && !died()) return done.value;
      }
      deaths++;
      now = await begin();
    }
  }

  /** How many timers fired. */
  const fire = async ({ runtime }: LivingHouse): Promise<number> => {
    const fired = await runtime.fireDue();
    await runtime.pump();
    return fired;
  };

  return {
    clock,
    insist,
    async passUntil(instant, each) {
      for (let last: string | undefined; ; ) {
        await each?.();
        const due = await insist(({ store }) => store.nextDueAt());
        if (due === undefined || Date.parse(due) > Date.parse(instant)) break;
        clock.moveTo(due);
        const fired = await insist(fire);
        if (fired === 0 && due === last) break;
        last = due;
      }
      clock.moveTo(instant);
      await insist(fire);
    },
    steps: () => steps,
    deaths: () => deaths,
    errors,
  };
}

function counted(store: Store, count: () => void): Store {
  return new Proxy(store, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => {
        count();
        return Reflect.apply(value, target, args) as unknown;
      };
    },
  });
}
