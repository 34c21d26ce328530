// Turns what is due into events: from here on a reminder travels the path of any message.
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Store } from '../store/store.ts';

export async function fireTimers(parts: { store: Store; clock: Clock; log: Log }): Promise<number> {
  const fired = await parts.store.fireTimers(parts.clock.now());
  if (fired > 0) parts.log.info({ fired }, 'timers fired');
  return fired;
}
