// Lays an imported person over the one that the store knows: the roster's columns are the file's, the rest is hers.
import { phoneKey } from '../domain/phone-number.ts';
import type { Address, Person } from '../domain/roster.ts';

/** Undefined where nothing changes. An erased person stays erased, whatever an old file says. */
export function mergePerson(known: Person | undefined, given: Person): Person | undefined {
  // A copy, because the caller's objects stay the caller's.
  const fresh = structuredClone(given);
  if (known === undefined) return fresh;
  if (known.erasedAt !== null) return undefined;
  const merged: Person = {
    ...fresh,
    addresses: [
      ...heldAddresses(known, fresh),
      ...fresh.addresses.filter((one) => !known.addresses.some((other) => sameAddress(one, other))),
    ],
    consent: fresh.consent ?? known.consent,
    phoneMoments: fresh.phoneMoments ?? known.phoneMoments,
    prerequisiteCourse: fresh.prerequisiteCourse ?? known.prerequisiteCourse,
    pausedUntil: fresh.pausedUntil ?? known.pausedUntil,
    withdrawnAt: fresh.withdrawnAt ?? known.withdrawnAt,
    erasedAt: fresh.erasedAt,
    ...(known.prefers !== undefined && { prefers: known.prefers }),
    ...(known.linking !== undefined && { linking: known.linking }),
    ...(known.pin !== undefined && { pin: known.pin }),
  };
  return sameJson(merged, known) ? undefined : merged;
}

const sameAddress = (one: Address, other: Address): boolean => one.channel === other.channel && one.address === other.address;

/** A phone that is shared from now on is no more hers than anybody's; one that is not any more stays with nobody. */
function heldAddresses({ addresses, phoneShared = false }: Person, fresh: Person): Address[] {
  const mayBeIt = ({ channel, address }: Address): boolean =>
    !(channel === 'simulator' && address === fresh.id) &&
    !(/^\d+@c\.us$/.test(address) && phoneKey(address) !== phoneKey(fresh.phone));
  if (fresh.phoneShared === true && !phoneShared)
    return addresses.map((one) => (mayBeIt(one) ? { ...one, shared: true as const } : one));
  return fresh.phoneShared === false && phoneShared ? addresses.filter(({ shared }) => shared !== true) : addresses;
}

export function sameJson(a: object, b: object): boolean {
  return sortedJson(a) === sortedJson(b);
}

function sortedJson(value: object): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort())
      : inner,
  );
}
