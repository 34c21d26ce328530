// The channel port: how a platform hands over what people write, and how a message leaves.
import type { EventContent } from '../domain/inbound-event.ts';
import type { OutboundMessage, SendResult } from '../domain/outbound-message.ts';
import type { ChannelName } from '../domain/roster.ts';

/** What an adapter knows of an event; the runtime adds the owner and when it was received. */
export interface Arrival {
  externalId: string;
  /** Address of the sender on this channel. */
  from: string;
  writtenAt: string;
  content: EventContent;
}

export interface ChannelLimits {
  name: ChannelName;
  /** Longest text in one message; longer ones are split at sentences. */
  maxText: number;
  /** Whether options can be tapped; otherwise they are written into the text with their numbers. */
  tapsOptions: boolean;
  sendsVideo: boolean;
}

export interface Channel {
  limits: ChannelLimits;
  /** `receive` resolves when the arrival is durable; only then may the platform be told that we have it. */
  start(receive: (arrival: Arrival) => Promise<'new' | 'duplicate' | 'stranger'>): Promise<void>;
  /** One attempt. Never throws for what a platform can answer. */
  send(message: OutboundMessage): Promise<SendResult>;
  /** Resolves when nothing more will arrive and nothing is being sent. */
  stop(): Promise<void>;
}
