// The three outcomes of reading an answer: sure, several candidates to offer, or nothing usable.
export type Reading<T> = { kind: 'understood'; value: T } | { kind: 'doubtful'; candidates: T[] } | { kind: 'unclear' };

export const unclear = { kind: 'unclear' } as const;

export function understood<T>(value: T): Reading<T> {
  return { kind: 'understood', value };
}

export function doubtful<T>(candidates: T[]): Reading<T> {
  return { kind: 'doubtful', candidates };
}
