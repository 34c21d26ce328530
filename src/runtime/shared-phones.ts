// Phones that several persons use: who they are, who has said that it is she and when she was last heard, and who has failed at a PIN.
import type { Claim } from '../domain/inbound-event.ts';
import { phoneKey } from '../domain/phone-number.ts';
import type { Address, Person } from '../domain/roster.ts';
import { idleMinutes, isOwn, type KeptPin, type SharedPhone, type Sharer } from '../domain/shared-phone.ts';

export interface SharedPhones {
  learn(person: Person): void;
  /** Who uses the phone at an address; undefined where it is one person's, or nobody's that is known. */
  sharersAt(at: Address, claim?: Claim): Sharer[] | undefined;
  /** Who is there now: she showed that it is she, and was heard since. `now`: UTC. */
  personAt(at: Address, now: string): string | undefined;
  /** She is there, and goes on being there. */
  heard(at: Address, person: string, now: string): void;
  left(at: Address): void;
  /** Called whenever somebody comes in. */
  whenIn(listener: (person: string) => void): void;
  /** What the conversation at a phone asks. */
  asks(phone: SharedPhone): void;
  /** Undefined where that is not known yet: the store may. */
  askedAt(owner: string): SharedPhone['asking'] | undefined;
  pinOf(person: string): KeptPin | undefined;
  /** She has chosen it; the turn that writes it down comes after. */
  chose(person: string, pin: KeptPin): void;
  isBlocked(person: string, now: string): boolean;
  /** A wrong PIN: how many these are, how often she may still try, and until when (UTC) not at all. */
  failed(person: string, now: string): { count: number; left: number; until: string | null };
}

const mostWrong = 5;
const blockedMinutes = 30;
const keyOf = ({ channel, address }: Address): string => `${channel} ${address}`;

/** After a restart what is in the store is told once more (phone-door.ts). */
export function createSharedPhones(): SharedPhones {
  const people = new Map<string, Person>();
  const pins = new Map<string, KeptPin>();
  const justChosen = new Set<string>();
  const byAddress = new Map<string, Set<string>>();
  const byNumber = new Map<string, Set<string>>();
  /** Numbers that the platform showed for an address. */
  const shown = new Map<string, string>();
  const inside = new Map<string, { person: string; at: number }>();
  const asking = new Map<string, SharedPhone['asking']>();
  const wrong = new Map<string, { count: number; until: string | null }>();
  let listener: (person: string) => void = () => undefined;

  function forget({ id, addresses, phone }: Person): void {
    for (const one of addresses) byAddress.get(keyOf(one))?.delete(id);
    byNumber.get(phoneKey(phone))?.delete(id);
    people.delete(id);
  }

  function add(index: Map<string, Set<string>>, key: string, id: string): void {
    index.set(key, (index.get(key) ?? new Set()).add(id));
  }

  function sharerOf({ id, name, calledAs, addresses }: Person): Sharer {
    const own = addresses.some((one) => isOwn(one, id));
    return { id, name, calledAs, pin: pins.has(id) ? 'kept' : own ? 'elsewhere' : 'none' };
  }

  return {
    learn(person) {
      const known = people.get(person.id);
      if (known) forget(known);
      if (person.pin !== undefined) {
        pins.set(person.id, person.pin);
        justChosen.delete(person.id);
      } else if (!justChosen.has(person.id) && pins.delete(person.id)) wrong.delete(person.id);
      const shared = person.addresses.filter((one) => one.shared === true);
      if (!person.active || person.erasedAt !== null || !(person.phoneShared === true || shared.length > 0)) return;
      people.set(person.id, person);
      for (const one of shared) add(byAddress, keyOf(one), person.id);
      if (person.phoneShared === true && person.phone !== '') add(byNumber, phoneKey(person.phone), person.id);
    },
    sharersAt(at, claim) {
      if (people.size === 0) return undefined;
      const key = keyOf(at);
      if (claim?.by === 'phone') shown.set(key, phoneKey(claim.phone));
      const direct = [...(byAddress.get(key) ?? [])];
      // The platform's own way of writing the number of a chat.
      const [, written] = /^(\d{10,15})@c\.us$/.exec(at.address) ?? [];
      const theirs = direct.flatMap((id) => people.get(id) ?? []).filter(({ phoneShared }) => phoneShared === true);
      const numbers = [shown.get(key), written && phoneKey(written), ...theirs.map(({ phone }) => phoneKey(phone))];
      const ids = new Set([...direct, ...numbers.flatMap((number) => [...(byNumber.get(number ?? '') ?? [])])]);
      if (ids.size === 0) return undefined;
      return [...ids]
        .sort()
        .flatMap((id) => people.get(id) ?? [])
        .map(sharerOf);
    },
    personAt(at, now) {
      const session = inside.get(keyOf(at));
      return session !== undefined && Date.parse(now) - session.at < idleMinutes * 60_000 ? session.person : undefined;
    },
    heard(at, person, now) {
      const before = inside.get(keyOf(at));
      inside.set(keyOf(at), { person, at: Date.parse(now) });
      wrong.delete(person);
      if (before?.person !== person || Date.parse(now) - before.at >= idleMinutes * 60_000) listener(person);
    },
    left: (at) => void inside.delete(keyOf(at)),
    whenIn(heard) {
      listener = heard;
    },
    asks(phone) {
      // What is known here already may be newer.
      if (!asking.has(phone.owner)) for (const one of phone.wrong) if (!wrong.has(one.person)) wrong.set(one.person, one);
      asking.set(phone.owner, phone.asking);
    },
    askedAt: (owner) => asking.get(owner),
    pinOf: (person) => pins.get(person),
    chose(person, pin) {
      pins.set(person, pin);
      justChosen.add(person);
    },
    isBlocked: (person, now) => (wrong.get(person)?.until ?? '') > now,
    failed(person, now) {
      const count = (wrong.get(person)?.count ?? 0) + 1;
      const left = mostWrong - count;
      const until = left > 0 ? null : new Date(Date.parse(now) + blockedMinutes * 60_000).toISOString();
      wrong.set(person, { count: left > 0 ? count : 0, until });
      return { count, left, until };
    },
  };
}
