// Somebody of whom the roster knows nothing and who wrote to us: all that is kept is where, and what she was told.
import type { Claim } from './inbound-event.ts';
import type { Address, ChannelName } from './roster.ts';

export interface Stranger {
  kind: 'stranger';
  id: string;
  owner: string;
  /** What was answered already, each at most once: to words (null), to a number or an invitation that the roster does not know. */
  told: (Claim['by'] | null)[];
}

/** The owner of what is said to an unknown address. */
export const strangerAt = (channel: ChannelName, address: string): string => `stranger:${channel}:${address}`;

/** Undefined where the owner is no stranger. */
export function addressOfStranger(owner: string): Address | undefined {
  const match = /^stranger:(telegram|whatsapp|simulator):(.+)$/s.exec(owner);
  return match ? { channel: match[1] as ChannelName, address: match[2] ?? '' } : undefined;
}
