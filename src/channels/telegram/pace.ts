// Keeps all sending together under Telegram's limit, without slowing a short burst to one person.

/** "The API will not allow bulk notifications to more than ~30 users per second": https://core.telegram.org/bots/faq, Broadcasting to Users. */
export const messagesPerSecond = 30;

export interface PaceParts {
  /** Milliseconds since any moment, never backwards. */
  nowMs(): number;
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

/** Resolves when one more message may leave; rejects when the signal says that it will not. */
export function createPace({ nowMs, sleep }: PaceParts): (signal: AbortSignal) => Promise<void> {
  const taken: number[] = [];
  return async function turn(signal) {
    const now = nowMs();
    const oldest = taken.length < messagesPerSecond ? undefined : taken.shift();
    const at = oldest === undefined ? now : Math.max(now, oldest + 1000);
    taken.push(at);
    if (at > now) await sleep(at - now, signal);
  };
}
