// What a failed attempt means for the future of a message: numbers and rules only.
import type { SendResult } from '../domain/outbound-message.ts';
import type { LeasedMessage } from '../store/store.ts';

/** With waits of a quarter of an hour in the end, about a day: a laptop that was shut overnight still delivers. */
export const maxAttempts = 100;
/** A message that brings the process down each time it is sent must not do so for ever. */
export const maxDoubtfulAttempts = 8;
/** Who has no address yet, or none on a channel that runs here, is looked for again. */
export const unreachableSeconds = 900;
const firstWaitSeconds = 2;
const longestWaitSeconds = 900;

export function backoffSeconds(attempts: number): number {
  return Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** Math.min(attempts, 20));
}

/** Before an attempt: whether a message that may have gone out already goes out (again). */
export function mayAttempt({ message, attempts, doubtful }: LeasedMessage): boolean {
  return !doubtful || (message.whenUnsure === 'repeat' && attempts < maxDoubtfulAttempts);
}

/** After an attempt: what is written down. */
export function decideResult(leased: LeasedMessage, result: SendResult): SendResult {
  const attempts = leased.attempts + 1;
  switch (result.kind) {
    case 'retry':
      if (result.uncounted) return result;
      if (attempts >= maxAttempts) return { kind: 'rejected', code: 'tooManyAttempts' };
      return { kind: 'retry', afterSeconds: result.afterSeconds > 0 ? result.afterSeconds : backoffSeconds(attempts - 1) };
    case 'unsure':
      // Said once more, with the same id; a second silence is left for the operators.
      if (leased.message.whenUnsure === 'repeat' && attempts < 2)
        return { kind: 'retry', afterSeconds: backoffSeconds(attempts) };
      return result;
    default:
      return result;
  }
}
