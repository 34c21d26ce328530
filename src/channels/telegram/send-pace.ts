// Keeps to what Telegram bears over all chats together; a single person's few bubbles do not wait.
import { setTimeout as sleep } from 'node:timers/promises';

/** "The API will not allow bulk notifications to more than ~30 users per second" (Bots FAQ of Telegram); a little less. */
const perSecond = 28;

/** Resolves when it is this message's turn. */
export function createSendPace(now: () => number = () => performance.now(), wait: (ms: number) => Promise<unknown> = sleep) {
  let next = 0;
  return async (): Promise<void> => {
    const at = now();
    // As many as fit into one second may go at once, if the second before was quiet.
    next = Math.max(next + 1000 / perSecond, at - 1000);
    if (next > at) await wait(next - at);
  };
}
