// The channel port: how a platform hands over what people write, and how a message leaves.
import type { Claim, EventContent } from '../domain/inbound-event.ts';
import type { OutboundMessage, SendResult } from '../domain/outbound-message.ts';
import type { ChannelName } from '../domain/roster.ts';

/** What an adapter knows of an event; the runtime adds the owner and when it was received. */
export interface Arrival {
  externalId: string;
  /** Address of the sender on this channel. */
  from: string;
  /** Another address of hers on this channel, under which she may be known already. */
  aka?: string;
  /** The group chat in which it happened; absent in private chats. `from` is who did it. */
  group?: { address: string; title?: string };
  writtenAt: string;
  content: EventContent;
  /** What she shows of herself; looked at only where her address is not known yet. */
  claim?: Claim;
}

/** 'stranger': nobody of the roster, and this channel does not answer strangers. 'unkept': a group's own talk, which is not ours. */
export type ReceiveOutcome = 'new' | 'duplicate' | 'stranger' | 'unkept';
/** Resolves when the arrival is durable; only then may the platform be told that we have it. Rejects where the store is broken. */
export type Receive = (arrival: Arrival) => Promise<ReceiveOutcome>;

export interface ChannelLimits {
  name: ChannelName;
  /** Longest text in one message; longer ones are split at sentences. */
  maxText: number;
  /** Whether options can be tapped; otherwise they are written into the text with their numbers. */
  tapsOptions: boolean;
  sendsVideo: boolean;
  /** Anybody may write here, also who is not in the roster: she is answered once. Elsewhere only who typed a code or an invitation is. */
  openToStrangers: boolean;
}

export interface Channel {
  limits: ChannelLimits;
  start(receive: Receive): Promise<void>;
  /** One attempt, to an address of this channel. Never throws for what a platform can answer. */
  send(message: OutboundMessage, address: string): Promise<SendResult>;
  /** False while nothing can leave here; absent where that is never known before an attempt. */
  isUp?(): boolean;
  /** Resolves when nothing more will arrive and nothing is being sent. */
  stop(): Promise<void>;
}
