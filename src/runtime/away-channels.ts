// How long each channel has been away: what somebody is to get does not wait for it longer than a few minutes if she has another.
import type { Channel } from '../channels/channel.ts';
import type { OutboundMessage } from '../domain/outbound-message.ts';
import type { ChannelName } from '../domain/roster.ts';

export interface AwayChannels {
  /** Looks at all of them. `now`: UTC. */
  look(channels: readonly Channel[], now: string): void;
  /** Milliseconds; undefined while it is up. */
  awayMs(channel: ChannelName, now: string): number | undefined;
}

/** A page or a network comes back by itself in so long: nobody is moved to another chat for it. */
const patienceMs = 5 * 60_000;

/** Milliseconds that a message still waits for its own channel; nothing of a child's safety waits. */
export const waitsForItsOwn = ({ kind }: Pick<OutboundMessage, 'kind'>, awayMs: number): number =>
  kind === 'safeguarding' ? 0 : Math.max(0, patienceMs - awayMs);

export function createAwayChannels(): AwayChannels {
  const since = new Map<ChannelName, number>();
  return {
    look(channels, now) {
      for (const { limits, isUp } of channels) {
        if (isUp?.() !== false) since.delete(limits.name);
        else if (!since.has(limits.name)) since.set(limits.name, Date.parse(now));
      }
    },
    awayMs(channel, now) {
      const from = since.get(channel);
      return from === undefined ? undefined : Date.parse(now) - from;
    },
  };
}
