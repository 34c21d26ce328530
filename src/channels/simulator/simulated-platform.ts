// The platforms that the simulator can stand for, by their limits.
import type { ChannelLimits } from '../channel.ts';

export const simulatedPlatforms = ['simulator', 'telegram', 'whatsapp'] as const;
export type SimulatedPlatform = (typeof simulatedPlatforms)[number];

export interface SimulatedLimits extends ChannelLimits {
  /** Longest text of a message that carries options. */
  maxTextWithOptions: number;
}

/** The channel is always the simulator, whichever platform's limits it takes: its events and facts must not look like real ones. */
const simulator: SimulatedLimits = {
  name: 'simulator',
  maxText: 4096,
  maxTextWithOptions: 4096,
  tapsOptions: true,
  sendsVideo: true,
  openToStrangers: false,
};
export const simulatedLimits: Readonly<Record<SimulatedPlatform, SimulatedLimits>> = {
  simulator,
  telegram: simulator,
  whatsapp: { ...simulator, maxTextWithOptions: 1024, tapsOptions: false },
};
