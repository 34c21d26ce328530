// Who is behind an address and where a person is reached; kept in memory, because every arrival and every message asks.
import { firstAddressOf, type Group, type GroupPoll } from '../domain/group.ts';
import type { Claim } from '../domain/inbound-event.ts';
import { phoneKey } from '../domain/phone-number.ts';
import type { Address, ChannelName, Person } from '../domain/roster.ts';
import { addressOfPhone, isOwn } from '../domain/shared-phone.ts';
import { addressOfStranger } from '../domain/stranger.ts';
import type { Store } from '../store/store.ts';
import { createLinkCodes } from './link-codes.ts';
import { pollAddress } from './receive-group.ts';
import { createSharedPhones, type SharedPhones } from './shared-phones.ts';

export interface AddressBook {
  phones: SharedPhones;
  personOf(id: string): Person | undefined;
  ownerOf(channel: ChannelName, address: string): string | undefined;
  /** The first of her addresses that one of these channels reaches; one on `via` before the others. */
  addressOf(owner: string, channels: readonly ChannelName[], via?: ChannelName): Address | undefined;
  /** The first of them that she shares with nobody. */
  ownAddressOf(owner: string, channels: readonly ChannelName[]): Address | undefined;
  /** The person of the roster whom a claim shows, where she may be taken for it; a code is used up by this. `now`: UTC. */
  claimant(at: Address, claim: Claim, now: string): string | undefined;
  /** Who is told when something fails for good, with how the owner and her centre are called; undefined for whom nobody is told of. */
  told(owner: string): { operators: string[]; person: string; centre: string } | undefined;
  /** Adds and changes; an erased person loses her addresses. */
  learn(person: Person): void;
  /** Where a group is now; one that the bot was taken out of is reached no more. */
  learnGroup(group: Group): void;
  /** By which name its votes come. */
  learnPoll(poll: GroupPoll): void;
  /** True the first time that this member of the group is heard of, since the start. */
  meets(group: string, member: string): boolean;
  /** An address that is nobody's own (a group), or hers from this moment on. */
  add(channel: ChannelName, address: string, owner: string): void;
}

export interface AddressBookParts {
  /** Code of a person's invitation. */
  inviteOf?: ((person: string) => string) | undefined;
  /** Ids of those who run the house; the coordinators where none is named. */
  operators?: readonly string[] | undefined;
  centreNames?: ReadonlyMap<string, string>;
}

export async function readAddressBook(store: Store, parts: AddressBookParts = {}): Promise<AddressBook> {
  const { persons, centres } = await store.readRoster();
  const book = createAddressBook({ ...parts, centreNames: new Map(centres.map(({ id, name }) => [id, name])) });
  for (const person of persons) book.learn(person);
  await readGroupsInto(book, store);
  return book;
}

export async function readGroupsInto(book: AddressBook, store: Store): Promise<void> {
  for (const { group, polls } of await store.readGroups()) {
    book.learnGroup(group);
    for (const poll of polls) book.learnPoll(poll);
  }
}

export function createAddressBook(parts: AddressBookParts = {}): AddressBook {
  const persons = new Map<string, Person>();
  const owners = new Map<string, string>();
  const addressesOf = new Map<string, Address[]>();
  const ofPhone = new Map<string, string>();
  const ofInvite = new Map<string, string>();
  const codes = createLinkCodes();
  const met = new Set<string>();
  const gone = new Set<string>();
  const phones = createSharedPhones();
  const keyOf = ({ channel, address }: Address): string => `${channel} ${address}`;

  function forget(person: Person): void {
    for (const address of addressesOf.get(person.id) ?? []) {
      if (owners.get(keyOf(address)) === person.id) owners.delete(keyOf(address));
    }
    const known = persons.get(person.id);
    if (known?.phone && ofPhone.get(phoneKey(known.phone)) === person.id) ofPhone.delete(phoneKey(known.phone));
  }

  function add(owner: string, address: Address): void {
    owners.set(keyOf(address), owner);
    reach(owner, address);
  }

  function reach(owner: string, address: Address): void {
    addressesOf.set(owner, [...(addressesOf.get(owner) ?? []), address]);
  }

  return {
    phones,
    personOf: (id) => persons.get(id),
    ownerOf: (channel, address) => owners.get(keyOf({ channel, address })),
    addressOf(owner, channels, via) {
      const reached = addressesOf.get(owner)?.filter(({ channel }) => channels.includes(channel));
      const known = reached?.find(({ channel }) => channel === via) ?? reached?.[0];
      const first = gone.has(owner) ? undefined : firstAddressOf(owner);
      const stranger = known === undefined ? (addressOfStranger(owner) ?? addressOfPhone(owner) ?? first) : undefined;
      return known ?? (stranger && channels.includes(stranger.channel) ? stranger : undefined);
    },
    ownAddressOf: (owner, channels) =>
      persons
        .get(owner)
        ?.addresses.find((one) => isOwn(one, owner) && channels.includes(one.channel) && phones.sharersAt(one) === undefined),
    claimant(at, claim, now) {
      if (claim.by === 'code') return codes.take(claim.code, keyOf(at), now);
      const id = claim.by === 'phone' ? ofPhone.get(phoneKey(claim.phone)) : ofInvite.get(claim.code);
      const person = id === undefined ? undefined : persons.get(id);
      if (person === undefined || !person.active || person.erasedAt !== null) return undefined;
      // An invitation travels in a link that can be sent on: it counts once. A number is vouched for by the platform.
      const used = claim.by === 'invite' && person.addresses.some((known) => known.channel === at.channel);
      return used ? undefined : person.id;
    },
    told(owner) {
      const person = persons.get(owner);
      if (person === undefined || person.erasedAt !== null) return undefined;
      const named = parts.operators ?? [];
      const coordinators = [...persons.values()].filter(({ roles, active }) => active && roles.includes('coordinator'));
      const operators = (named.length > 0 ? named : coordinators.map(({ id }) => id)).filter((id) => id !== owner);
      const centre = person.centreId === null ? undefined : parts.centreNames?.get(person.centreId);
      return { operators, person: person.name, centre: centre ?? '' };
    },
    learn(person) {
      forget(person);
      const erased = person.erasedAt !== null;
      if (parts.inviteOf !== undefined && !persons.has(person.id)) ofInvite.set(parts.inviteOf(person.id), person.id);
      persons.set(person.id, person);
      codes.learn(person);
      phones.learn(person);
      addressesOf.set(person.id, []);
      // In the simulator a person is reached by her id, whatever the roster says.
      const simulated: Address = { channel: 'simulator', address: person.id };
      for (const address of erased ? [] : [...person.addresses, simulated]) {
        // Who writes from a shared one has to say who she is.
        if (address.shared === true) reach(person.id, address);
        else add(person.id, address);
      }
      if (person.phone !== '' && !erased && person.phoneShared !== true) ofPhone.set(phoneKey(person.phone), person.id);
    },
    learnGroup({ id, channel, address, goneAt }) {
      if (goneAt === null) gone.delete(id);
      else gone.add(id);
      owners.set(keyOf({ channel, address }), id);
      addressesOf.set(id, goneAt === null ? [{ channel, address }] : []);
    },
    learnPoll({ owner, id, platformId }) {
      const where = firstAddressOf(owner);
      if (where && platformId !== null) owners.set(keyOf({ channel: where.channel, address: pollAddress(platformId) }), owner);
      if (where) owners.set(keyOf({ channel: where.channel, address: pollAddress(id) }), owner);
    },
    meets(group, member) {
      const key = `${group} ${member}`;
      if (met.has(key)) return false;
      met.add(key);
      return true;
    },
    add: (channel, address, owner) => add(owner, { channel, address }),
  };
}
