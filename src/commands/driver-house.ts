// The bot of the driver, from an opened store to a runtime at rest: what a restart builds anew.

import type { SimulatedPlatform } from '../channels/simulator/simulated-platform.ts';
import { createSimulatorChannel, type ShownMessage, type SimulatorChannel } from '../channels/simulator/simulator-channel.ts';
import { type VirtualClock, virtualClock } from '../clock.ts';
import { type Centre, defaultZone, type Person } from '../domain/roster.ts';
import type { Turn } from '../domain/turn.ts';
import type { Log } from '../log.ts';
import { type AddressBook, createAddressBook, readGroupsInto } from '../runtime/address-book.ts';
import { type Runtime, startRuntime } from '../runtime/runtime.ts';
import type { TurnTaker } from '../runtime/turn-taker.ts';
import type { LeasedEvent, Store } from '../store/store.ts';
import type { LookUpBinder } from './chat-house.ts';
import { type Settling, watchSettling } from './driver-settling.ts';
import type { IdentityBinder } from './phone-identity.ts';

export interface DriverHouse {
  store: Store;
  runtime: Runtime;
  channel: SimulatorChannel;
  book: AddressBook;
  clock: VirtualClock;
  settling: Settling;
  persons: Map<string, Person>;
  zoneOf(id: string): string;
}

export interface DriverHouseParts {
  store: Store;
  engine: TurnTaker;
  lookUps?: LookUpBinder;
  identity?: IdentityBinder | undefined;
  platform: SimulatedPlatform;
  /** Where the clock starts if neither the store nor `notBefore` says; it never starts before `notBefore`. */
  clockStart: string;
  notBefore: string | undefined;
  log: Log;
  shown(message: ShownMessage, clock: VirtualClock, zone: string): void;
  committed(leased: LeasedEvent, turn: Turn): void;
}

export async function openDriverHouse(parts: DriverHouseParts): Promise<DriverHouse> {
  const { store } = parts;
  const roster = await store.readRoster();
  const persons = new Map(roster.persons.map((person) => [person.id, person]));
  const centres = new Map<string, Centre>(roster.centres.map((centre) => [centre.id, centre]));
  const book = createAddressBook();
  for (const person of persons.values()) book.learn(person);
  await readGroupsInto(book, store);
  const clock = virtualClock((await store.readClock()) ?? parts.notBefore ?? parts.clockStart);
  if (parts.notBefore !== undefined) clock.moveTo(parts.notBefore);
  const settling = watchSettling();
  const learn = (person: Person): void => {
    book.learn(person);
    persons.set(person.id, person);
  };

  function zoneOf(id: string): string {
    const centreId = persons.get(id)?.centreId ?? null;
    return (centreId === null ? undefined : centres.get(centreId)?.zone) ?? defaultZone;
  }

  const channel = createSimulatorChannel({
    platform: parts.platform,
    shown: (message) => parts.shown(message, clock, zoneOf(message.to)),
  });
  const runtime = await startRuntime({
    store,
    engine: parts.engine,
    ...(parts.lookUps === undefined ? {} : { lookUp: parts.lookUps(store, () => clock.now(), { learn }) }),
    book,
    channels: [channel],
    clock,
    log: parts.log,
    ...(parts.identity && { identity: parts.identity(book.personOf) }),
    pace: 'pumped',
    // One after the other, so that the same lines always give the same order.
    inFlight: 1,
    committed(leased, turn) {
      settling.committed(leased, turn);
      for (const change of turn.changes) {
        if ('put' in change && change.put.kind === 'person') persons.set(change.put.id, change.put);
      }
      parts.committed(leased, turn);
    },
  });
  await store.keepClock(clock.now());
  return { store, runtime, channel, book, clock, settling, persons, zoneOf };
}
