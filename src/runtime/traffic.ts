// When something came in and went out last, by channel: what whoever runs the house looks at first.
import type { Clock } from '../clock.ts';
import type { ChannelName } from '../domain/roster.ts';

/** UTC; since the start of this process. */
export interface LastTraffic {
  lastIn: string | null;
  lastOut: string | null;
}

export interface Traffic {
  cameIn(channel: ChannelName): void;
  wentOut(channel: ChannelName): void;
  read(): Partial<Record<ChannelName, LastTraffic>>;
}

export function createTraffic(clock: Clock): Traffic {
  const last: Partial<Record<ChannelName, LastTraffic>> = {};
  const note = (channel: ChannelName, what: Partial<LastTraffic>): void => {
    last[channel] = { ...(last[channel] ?? { lastIn: null, lastOut: null }), ...what };
  };
  return {
    cameIn: (channel) => note(channel, { lastIn: clock.now() }),
    wentOut: (channel) => note(channel, { lastOut: clock.now() }),
    read: () => last,
  };
}
