// Who is behind an address of a channel; kept in memory, because every arrival asks.
import type { ChannelName, Person } from '../domain/roster.ts';
import type { Store } from '../store/store.ts';

export interface AddressBook {
  ownerOf(channel: ChannelName, address: string): string | undefined;
  /** Adds and changes; an erased person loses her addresses. */
  learn(person: Person): void;
  /** An address that is nobody's own, e.g. a group. */
  add(channel: ChannelName, address: string, owner: string): void;
}

export async function readAddressBook(store: Store): Promise<AddressBook> {
  const book = createAddressBook();
  for (const person of (await store.readRoster()).persons) book.learn(person);
  return book;
}

export function createAddressBook(): AddressBook {
  const owners = new Map<string, string>();
  const keysOf = new Map<string, string[]>();
  const keyOf = (channel: ChannelName, address: string): string => `${channel} ${address}`;

  return {
    ownerOf: (channel, address) => owners.get(keyOf(channel, address)),
    learn(person) {
      for (const key of keysOf.get(person.id) ?? []) owners.delete(key);
      const keys = person.addresses.map(({ channel, address }) => keyOf(channel, address));
      // In the simulator a person is reached by her id, whatever the roster says.
      keys.push(keyOf('simulator', person.id));
      if (person.erasedAt !== null) keys.length = 0;
      for (const key of keys) owners.set(key, person.id);
      keysOf.set(person.id, keys);
    },
    add(channel, address, owner) {
      owners.set(keyOf(channel, address), owner);
    },
  };
}
