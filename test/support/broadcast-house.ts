// A house with many mentors in which a consultant sends a message to all of them, on a store that dies where it is told.
import { createSimulatorChannel, type SimulatorChannel } from '../../src/channels/simulator/simulator-channel.ts';
import { virtualClock } from '../../src/clock.ts';
import type { Broadcast, BroadcastReport, Recipients } from '../../src/domain/broadcast.ts';
import type { Fact } from '../../src/domain/fact.ts';
import type { SendResult } from '../../src/domain/outbound-message.ts';
import type { Centre, Person } from '../../src/domain/roster.ts';
import { apologyTurn, heldTurn, takeTurn } from '../../src/engine/take-turn.ts';
import { reportOf } from '../../src/outreach/broadcast-letters.ts';
import { createLookUpAnswers } from '../../src/reports/answer-look-up.ts';
import { createAddressBook } from '../../src/runtime/address-book.ts';
import { type Runtime, startRuntime } from '../../src/runtime/runtime.ts';
import type { RosterImport, Store } from '../../src/store/store.ts';
import { centre, person } from '../runtime/house-fixture.ts';
import { houseProgram } from './test-house.ts';

export const consultant = 'consultora';
/** A Tuesday, 11:00 in the centre of Mexico. */
export const morning = '2026-03-03T17:00:00.000Z';
const zones = ['America/Mexico_City', 'America/Tijuana', 'America/Cancun', 'America/Mazatlan'];

/** Mentors by number: every 17th is paused, every 19th has withdrawn, every 23rd has not agreed, every 29th has no address. */
export function manyMentors(count: number): RosterImport {
  const centres: Centre[] = zones.map((zone, index) => centre(`G${index}`, zone));
  const mentors = Array.from({ length: count }, (_, index): Person => {
    const id = `m${String(index).padStart(5, '0')}`;
    return {
      ...person(id, `G${index % zones.length}`),
      consent: { version: '1', at: morning, given: index % 23 !== 22 },
      addresses: index % 29 === 28 ? [] : [{ channel: 'simulator', address: id }],
      pausedUntil: index % 17 === 16 ? '2026-06-01' : null,
      withdrawnAt: index % 19 === 18 ? morning : null,
    };
  });
  const sender = {
    ...person(consultant, null, ['consultant']),
    addresses: [{ channel: 'simulator' as const, address: consultant }],
  };
  return { centres, persons: [...mentors, sender] };
}

export interface Life {
  store: Store;
  step(): Promise<void>;
  dead: Promise<void>;
}

export interface BroadcastRun {
  people: number;
  /** What the house lives on, and again after each death. */
  open(): Promise<Life> | Life;
  /** What the platform says instead of 'sent'. */
  answer?(to: string): SendResult | undefined;
  /** "Alto" after this many bubbles have been shown. */
  stopAfter?: number;
  urgent?: boolean;
  /** A bubble is on her phone; whatever happens afterwards, she has seen it. */
  seen?(bubble: string): void;
}

export interface BroadcastEnd {
  /** How often each one was shown each bubble. */
  shown: Map<string, number>;
  /** Those whose phone got something and then the house died. */
  report: BroadcastReport;
  recipients: Recipients[];
  told: string[];
  facts: Fact[];
  steps: number;
  deaths: number;
  errors: string[];
}

const bubbles = ['Hola (nombre), el jueves es el taller 3.', 'Nos vemos a las 11.'];

export async function runBroadcast(run: BroadcastRun): Promise<BroadcastEnd> {
  const { program } = houseProgram();
  const roster = manyMentors(run.people);
  const clock = virtualClock(morning);
  const end: Omit<BroadcastEnd, 'report' | 'recipients'> = {
    shown: new Map(),
    told: [],
    facts: [],
    steps: 0,
    deaths: 0,
    errors: [],
  };
  let bubblesShown = 0;

  async function start() {
    const life = await run.open();
    const store = counted(life.store, () => {
      end.steps += 2;
    });
    let isDead = false;
    const dead = life.dead.then(() => {
      isDead = true;
    });
    const simulator = createSimulatorChannel({
      platform: 'simulator',
      answer: ({ to, kind }) => (kind === 'broadcast' && to !== consultant ? run.answer?.(to) : undefined),
      shown({ to, kind, text }) {
        if (to === consultant) end.told.push(text);
        else if (kind === 'broadcast') {
          bubblesShown++;
          run.seen?.(`${to} ${text}`);
          end.shown.set(`${to} ${text}`, (end.shown.get(`${to} ${text}`) ?? 0) + 1);
        }
      },
    });
    const step = (): Promise<void> => {
      end.steps++;
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
    const book = createAddressBook();
    for (const one of roster.persons) book.learn(one);
    const runtime = await startRuntime({
      store,
      engine: {
        takeTurn: (state, event) => takeTurn(program, state, event),
        apology: (state, event) => apologyTurn(program, state, event),
        heldTurn: (state, event) => heldTurn(program, state, event),
      },
      book,
      channels: [channel],
      clock,
      log: { info() {}, warn() {}, error: (fields, message) => void end.errors.push(`${message}: ${JSON.stringify(fields)}`) },
      lookUp: createLookUpAnswers({ store: life.store, program, dataDir: '', now: () => clock.now() }),
      pace: 'pumped',
      inFlight: 8,
    });
    return { runtime, channel, store, dead, died: () => isDead };
  }

  let house = await start();

  async function insist(act: (now: typeof house) => Promise<unknown>): Promise<void> {
    for (;;) {
      await Promise.race([act(house), house.dead]);
      if (!house.died()) return;
      end.deaths++;
      house = await start();
    }
  }

  const pump = async (runtime: Runtime): Promise<void> => {
    await runtime.fireDue();
    await runtime.pump();
  };
  let said = 0;
  async function say(text: string): Promise<void> {
    const externalId = `said-${said++}`;
    await insist(async ({ channel, runtime }) => {
      await channel.hand({ externalId, from: consultant, writtenAt: clock.now(), content: { kind: 'text', text } });
      await pump(runtime);
    });
  }
  let stopped = false;
  async function passUntil(instant: string): Promise<void> {
    for (;;) {
      if (run.stopAfter !== undefined && !stopped && bubblesShown >= run.stopAfter) {
        stopped = true;
        await say('alto');
      }
      let due: string | undefined;
      await insist(async ({ store }) => {
        due = await store.nextDueAt();
      });
      if (due === undefined || due > instant) break;
      clock.moveTo(due > clock.now() ? due : clock.now());
      await insist(({ runtime }) => pump(runtime));
    }
    clock.moveTo(instant);
    await insist(({ runtime }) => pump(runtime));
  }

  for (const text of ['difundir', 'todas', ...bubbles, 'listo', run.urgent ? 'urgente' : 'mandar ahora']) await say(text);
  // Long enough for the hours of every centre, and for whoever was never heard of.
  await passUntil('2026-03-06T20:00:00.000Z');

  const owner = await ownerOf(house.store);
  const state = await readBroadcast(house.store, owner);
  return { ...end, report: reportOf(state.broadcast, state.recipients), recipients: state.recipients };
}

/** Each call of the store is two steps of the process: before it, and after. */
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

async function ownerOf(store: Store): Promise<string> {
  const orders = (await store.readState(consultant))?.outreach ?? [];
  return orders.find(({ kind }) => kind === 'broadcastOrder')?.id ?? '';
}

async function readBroadcast(store: Store, owner: string): Promise<{ broadcast: Broadcast; recipients: Recipients[] }> {
  const outreach = (await store.readState(owner))?.outreach ?? [];
  const broadcast = outreach.find((record): record is Broadcast => record.kind === 'broadcast');
  if (!broadcast) throw new Error('there is no broadcast');
  return { broadcast, recipients: outreach.filter((record): record is Recipients => record.kind === 'recipients') };
}
