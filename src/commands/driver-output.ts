// What the driver says, one object a line, and how an instant is written for the person who reads it.
import type { ShownMessage } from '../channels/simulator/simulator-channel.ts';
import type { MessageKind, MessageMedia } from '../domain/outbound-message.ts';
import { withOffset } from '../mentoring/local-time.ts';

export interface DriverMessage {
  id: string;
  /** ISO with the receiver's offset. */
  at: string;
  to: string;
  /** The phone on which it appears, where that is not her own. */
  phone?: string;
  chat: string;
  text: string;
  options: string[];
  media?: MessageMedia;
  kind: MessageKind;
}
export interface DriverError {
  error: string;
  line: number;
}
export interface DriverDone {
  done: number;
  duplicate?: true;
}
export type DriverOutput = DriverMessage | DriverError | DriverDone;

export function isMessage(output: DriverOutput): output is DriverMessage {
  return 'text' in output;
}

export function describeMessage(shown: ShownMessage, instant: string, zone: string): DriverMessage {
  const { id, to, phone, chat, text, options, media, kind } = shown;
  const at = withOffset(instant, zone);
  return {
    id,
    at,
    to,
    ...(phone !== undefined && { phone }),
    chat,
    text,
    options: options.map(({ label }) => label),
    ...(media === undefined ? {} : { media }),
    kind,
  };
}
