// A channel without a platform: messages are shown to a listener in this process, and whoever holds it writes as any person.
import type { MessageKind, MessageMedia, MessageOption, OutboundMessage, SendResult } from '../../domain/outbound-message.ts';
import type { Arrival, Channel, Receive, ReceiveOutcome } from '../channel.ts';
import { numberOptions } from '../number-options.ts';
import { splitText } from '../split-text.ts';
import { type SimulatedPlatform, simulatedLimits } from './simulated-platform.ts';

/** A bubble as it appears on a phone. */
export interface ShownMessage {
  id: string;
  /** Id of the outbox message that it is (part of). */
  messageId: string;
  to: string;
  /** The phone on which it appears, where that is not her own. */
  phone?: string;
  chat: string;
  kind: MessageKind;
  text: string;
  /** Labels; on a channel without taps they are in the text as well. */
  options: MessageOption[];
  media?: MessageMedia;
}

export interface SimulatorParts {
  platform: SimulatedPlatform;
  /** Called for each bubble, in order, before the message counts as sent. A repeated send shows the same ids again. */
  shown(message: ShownMessage): void;
  /** What the platform says instead of 'sent', where a trial wants it so. */
  answer?(message: OutboundMessage): SendResult | undefined;
}

export interface SimulatorChannel extends Channel {
  /** Somebody does something on her phone. */
  hand(arrival: Arrival): Promise<ReceiveOutcome>;
}

export function createSimulatorChannel({ platform, shown, answer }: SimulatorParts): SimulatorChannel {
  const limits = simulatedLimits[platform];
  let receive: Receive | undefined;
  const inHand = new Set<Promise<unknown>>();

  function bubblesOf(message: OutboundMessage, address: string): ShownMessage[] {
    const { id, kind, options, media } = message;
    const inGroup = message.chat !== 'private';
    const to = inGroup ? address : message.to;
    const chat = inGroup ? address : message.chat;
    const text = limits.tapsOptions ? message.text : numberOptions(message.text, options);
    const parts = splitText(text, options.length > 0 ? limits.maxTextWithOptions : limits.maxText);
    return parts.map((part, index) => {
      const last = index === parts.length - 1;
      const bubble: ShownMessage = {
        id: last ? id : `${id}#${index + 1}`,
        messageId: id,
        to,
        ...(chat === 'private' && address !== to && { phone: address }),
        chat,
        kind,
        text: part,
        options: [],
      };
      // The last bubble carries what can be answered, so it bears the message's own id.
      if (last) bubble.options = options;
      if (index === 0 && media !== undefined) bubble.media = media;
      return bubble;
    });
  }

  return {
    limits,
    async start(listener) {
      receive = listener;
    },
    async send(message, address) {
      const instead = answer?.(message);
      if (instead !== undefined && instead.kind !== 'sent') return instead;
      for (const bubble of bubblesOf(message, address)) shown(bubble);
      return { kind: 'sent', externalId: message.id };
    },
    async stop() {
      receive = undefined;
      await Promise.allSettled(inHand);
    },
    async hand(arrival) {
      if (receive === undefined) throw new Error('the simulator channel is not started');
      const work = receive(arrival);
      inHand.add(work);
      return work.finally(() => inHand.delete(work));
    },
  };
}
