// Lays an imported person over the one that the store knows: the roster's columns are the file's, the rest is hers.
import type { Person } from '../domain/roster.ts';

/** Undefined where nothing changes. An erased person stays erased, whatever an old file says. */
export function mergePerson(known: Person | undefined, given: Person): Person | undefined {
  // A copy, because the caller's objects stay the caller's.
  const fresh = structuredClone(given);
  if (known === undefined) return fresh;
  if (known.erasedAt !== null) return undefined;
  const merged: Person = {
    ...fresh,
    addresses: [...known.addresses, ...fresh.addresses.filter((one) => !known.addresses.some((other) => sameJson(one, other)))],
    consent: fresh.consent ?? known.consent,
    phoneMoments: fresh.phoneMoments ?? known.phoneMoments,
    prerequisiteCourse: fresh.prerequisiteCourse ?? known.prerequisiteCourse,
    pausedUntil: fresh.pausedUntil ?? known.pausedUntil,
    withdrawnAt: fresh.withdrawnAt ?? known.withdrawnAt,
    erasedAt: fresh.erasedAt,
    ...(known.prefers !== undefined && { prefers: known.prefers }),
    ...(known.linking !== undefined && { linking: known.linking }),
  };
  return sameJson(merged, known) ? undefined : merged;
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
