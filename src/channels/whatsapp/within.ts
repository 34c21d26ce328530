// What does not answer in time has not answered: calls to a page can hang for ever.
import { setTimeout as wait } from 'node:timers/promises';

/** Rejects with it where the time is over. */
export class NoAnswer extends Error {}

export async function within<T>(work: T | Promise<T>, ms: number): Promise<T> {
  const answered = new AbortController();
  const limit = wait(ms, undefined, { signal: answered.signal }).then(() => {
    throw new NoAnswer('no answer in time');
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    answered.abort();
    limit.catch(() => undefined);
  }
}
