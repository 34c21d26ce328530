// The driver without a face: takes one input line at a time, moves the virtual clock, and gives back what the people's phones show.
import type { Arrival } from '../channels/channel.ts';
import type { SimulatedPlatform } from '../channels/simulator/simulated-platform.ts';
import { defaultZone, type Person } from '../domain/roster.ts';
import { phoneOwner } from '../domain/shared-phone.ts';
import type { Turn } from '../domain/turn.ts';
import type { Log } from '../log.ts';
import { withOffset } from '../mentoring/local-time.ts';
import type { TurnTaker } from '../runtime/turn-taker.ts';
import type { LeasedEvent, RosterImport, Store } from '../store/store.ts';
import type { LookUpBinder } from './chat-house.ts';
import { arrivalOf, groupArrivals, receiptOf } from './driver-arrival.ts';
import { durationMs } from './driver-duration.ts';
import { type DriverHouse, openDriverHouse } from './driver-house.ts';
import {
  BadLine,
  type ClockLine,
  type DriverInput,
  type GroupLine,
  type PersonLine,
  type PhoneLine,
  parseInput,
} from './driver-input.ts';
import { type DriverOutput, describeMessage } from './driver-output.ts';
import { createPhones, type Phones } from './driver-phones.ts';
import type { IdentityBinder } from './phone-identity.ts';

export interface DriverParts {
  /** Called at the start and again after each `restart`, when the store before it is closed. */
  openStore(): Promise<Store>;
  /** The engine with the program bound, and with the versions that the store keeps. */
  engine(store: Store): Promise<TurnTaker>;
  /** Answers what turns ask of what they cannot see. */
  lookUps?: LookUpBinder;
  /** What is said and read at phones that several persons use. */
  identity?: IdentityBinder;
  /** What to import at the start, before anything else, given what the store holds. */
  roster?(current: RosterImport, phones: Phones): Promise<RosterImport | undefined>;
  /** ISO; the virtual clock starts at the later of this and what the store remembers. */
  now?: string;
  /** Where the clock starts with neither. */
  wallNow(): string;
  platform?: SimulatedPlatform;
  /** Opened once, when the store is ours: they may live beside it. */
  phones?(): Phones;
  log: Log;
  /** Each output as it comes, before the message that it shows counts as sent. */
  emit?(output: DriverOutput): void;
  committed?(leased: LeasedEvent, turn: Turn): void;
}

export interface Driver {
  /** What was pending, then `{"done":0}`. */
  start(): Promise<DriverOutput[]>;
  /** Everything that the line causes, up to and with its `done`. One at a time; rejects only where the store is broken. */
  line(input: string | object): Promise<DriverOutput[]>;
  now(): string;
  nextDueAt(): Promise<string | undefined>;
  persons(): Person[];
  zoneOf(person: string): string;
  store(): Store;
  close(): Promise<void>;
}

/** A turn that opens a new window whenever one ends would never let a line be done. */
const mostWindows = 20;

export function createDriver(parts: DriverParts): Driver {
  let phones = createPhones();
  let firstLine = 0;
  let house: DriverHouse | undefined;
  let lines = 0;
  let outputs: DriverOutput[] = [];
  /** Anything shown or fired since it was last looked at: an advance that changes nothing must not go on for ever. */
  let progress = 0;

  function at(): DriverHouse {
    if (house === undefined) throw new Error('the driver is not started');
    return house;
  }

  function put(output: DriverOutput): void {
    progress++;
    outputs.push(output);
    parts.emit?.(output);
  }

  async function open(clockStart: string | undefined, isStart: boolean): Promise<void> {
    const store = await parts.openStore();
    try {
      if (isStart && parts.phones !== undefined) phones = parts.phones();
      if (isStart) firstLine = phones.lastLine();
      const roster = isStart ? await parts.roster?.(await store.readRoster(), phones) : undefined;
      if (roster !== undefined) await store.importRoster(roster);
      await openOn(store, clockStart);
    } catch (error) {
      await store.close();
      throw error;
    }
  }

  async function openOn(store: Store, notBefore: string | undefined): Promise<void> {
    house = await openDriverHouse({
      store,
      engine: await parts.engine(store),
      ...(parts.lookUps === undefined ? {} : { lookUps: parts.lookUps }),
      identity: parts.identity,
      platform: parts.platform ?? 'simulator',
      // Whole seconds, so that an instant copied from the output is not before the clock.
      clockStart: parts.wallNow().replace(/\.\d+Z$/, '.000Z'),
      notBefore,
      log: parts.log,
      shown(message, clock, zone) {
        phones.shown(message);
        put(describeMessage(message, clock.now(), zone));
      },
      committed: (leased, turn) => parts.committed?.(leased, turn),
    });
    await house.runtime.fireDue();
    await house.runtime.pump();
  }

  /** Stops at each instant at which something falls due, so that it happens at its own time and in order. */
  async function advanceTo(target: string): Promise<void> {
    const { store, runtime, clock } = at();
    for (;;) {
      const due = await store.nextDueAt();
      if (due === undefined || Date.parse(due) > Date.parse(target)) break;
      const before = clock.now();
      const progressBefore = progress;
      clock.moveTo(due);
      const [, fired] = await Promise.all([store.keepClock(clock.now()), runtime.fireDue()]);
      await runtime.pump();
      if (fired === 0 && clock.now() === before && progress === progressBefore) break;
    }
    clock.moveTo(target);
    await store.keepClock(clock.now());
    await runtime.pump();
  }

  async function hand(arrival: Arrival): Promise<'new' | 'duplicate'> {
    const outcome = await at().channel.hand(arrival);
    if (outcome === 'stranger' && phones.isPhone(arrival.from)) return 'new';
    // A group's own talk leaves nothing behind.
    if (outcome === 'unkept') return 'new';
    if (outcome === 'stranger') throw new BadLine(`nobody in the roster has the id "${arrival.from}"`);
    if (outcome === 'new') await at().runtime.pump();
    return outcome;
  }

  async function personDoes(line: PersonLine, defaultId: string): Promise<'new' | 'duplicate'> {
    if (!at().persons.has(line.from) && !phones.isPhone(line.from))
      throw new BadLine(`nobody in the roster has the id "${line.from}"`);
    const arrival = arrivalOf(line, defaultId, phones, at().clock.now());
    const outcome = await hand(arrival);
    // Also after a duplicate: the process may have died between the line and the end of its window.
    if (line.more !== true) await endWindows(arrival);
    return outcome;
  }

  /** Whose turn it is where somebody writes from a phone. */
  function whoIsAt(phone: string): string {
    const { book, clock } = at();
    const where = { channel: 'simulator', address: phone } as const;
    return book.phones.personAt(where, clock.now()) ?? (book.phones.sharersAt(where) ? phoneOwner(where) : phone);
  }

  async function endWindows(last: Arrival): Promise<void> {
    const { settling, book } = at();
    const owner = book.ownerOf('simulator', last.from) ?? whoIsAt(last.from);
    if (!settling.isKnown(owner)) {
      // A receipt of nothing changes nothing, and its turn shows which timers she has.
      const content = { kind: 'receipt', of: last.externalId, status: 'read' } as const;
      const { from, writtenAt } = last;
      await hand({ from, writtenAt, externalId: `${last.externalId}:look-${firstLine + lines}`, content });
    }
    for (let windows = 0; windows < mostWindows; windows++) {
      const end = settling.until(owner);
      if (end === undefined) return;
      await advanceTo(end);
    }
  }

  async function moveClock(line: ClockLine): Promise<void> {
    const now = at().clock.now();
    const asked =
      'now' in line
        ? new Date(line.now).toISOString()
        : new Date(Date.parse(now) + (durationMs(line.advance) ?? 0)).toISOString();
    if (asked < now) throw new BadLine(`the clock is at ${withOffset(now, defaultZone)} and does not go back`);
    await advanceTo(line.id === undefined || 'now' in line ? asked : phones.aim(line.id, asked));
  }

  async function makeGroup(line: GroupLine, lineId: string): Promise<void> {
    for (const arrival of groupArrivals(line, lineId, phones, at().persons, at().clock.now())) await hand(arrival);
  }

  function addPhone({ phone, number }: PhoneLine): void {
    if (at().persons.has(phone) || phones.membersOf(phone)) throw new BadLine(`"${phone}" cannot be the id of a phone`);
    phones.phone(phone, number);
  }

  async function restart(): Promise<void> {
    const { store, clock } = at();
    // The runtime is left where it stands, as a crash would leave it; closing the store is what lets its lock go.
    house = undefined;
    await store.close();
    await open(clock.now(), false);
  }

  async function handle(input: DriverInput, defaultId: string): Promise<'new' | 'duplicate'> {
    if ('from' in input) return personDoes(input, defaultId);
    if ('receipt' in input) return hand(receiptOf(input, defaultId, phones, at().clock.now()));
    if (input.id !== undefined && phones.used(input.id)) return 'duplicate';
    if ('group' in input) await makeGroup(input, input.id ?? defaultId);
    else if ('phone' in input) addPhone(input);
    else if ('restart' in input) await restart();
    else await moveClock(input);
    if (input.id !== undefined) phones.use(input.id);
    return 'new';
  }

  return {
    async start() {
      outputs = [];
      await open(parts.now, true);
      put({ done: 0 });
      return outputs;
    },
    async line(given) {
      outputs = [];
      const done = ++lines;
      const number = firstLine + done;
      // Noted before anything else: an id that was used once is not used for another line, even if the process dies now.
      phones.read(number);
      let outcome: 'new' | 'duplicate' = 'new';
      try {
        outcome = await handle(parseInput(typeof given === 'string' ? given : JSON.stringify(given)), `in-${number}`);
      } catch (error) {
        if (!(error instanceof BadLine)) throw error;
        put({ error: error.message, line: done });
      }
      put(outcome === 'duplicate' ? { done, duplicate: true } : { done });
      return outputs;
    },
    now: () => at().clock.now(),
    nextDueAt: () => at().store.nextDueAt(),
    persons: () => [...at().persons.values()],
    zoneOf: (id) => at().zoneOf(id),
    store: () => at().store,
    async close() {
      const { runtime, store } = at();
      house = undefined;
      await runtime.stop();
      await store.close();
    },
  };
}
