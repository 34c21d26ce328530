// How fast a broadcast goes out: waves no larger than can be called back, at what its slowest channel bears.
import type { ChannelName } from '../domain/roster.ts';

export const peopleInAWave = 25;

/** Messages a second that a broadcast takes of each channel; the rest of what a platform allows stays for answers. */
const messagesASecond: Readonly<Record<ChannelName, number>> = { simulator: 25, telegram: 15, whatsapp: 0.2 };

/** Seconds that one bubble takes to one person on her channel. */
export const secondsFor = (channel: ChannelName): number => 1 / messagesASecond[channel];

/** From one wave to the next. */
export function secondsBetweenWaves(secondsABubble: number, bubbles: number, people: number): number {
  const mean = people === 0 ? 0 : secondsABubble / people;
  return Math.max(1, Math.ceil(mean * bubbles * peopleInAWave));
}
