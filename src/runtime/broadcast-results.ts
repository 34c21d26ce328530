// What a channel says of a broadcast's message, as news to its owner: in the transaction that writes the result down.
import type { Post } from '../domain/inbound-event.ts';
import type { OutboundMessage, SendResult } from '../domain/outbound-message.ts';

export function postsToBroadcast(message: OutboundMessage, { kind }: SendResult, /** UTC. */ now: string): Post[] {
  const { broadcast } = message;
  // That all of it went out is known with its last bubble.
  if (!broadcast || kind === 'retry' || (kind === 'sent' && !broadcast.last)) return [];
  return [
    {
      id: `${message.id}:result`,
      to: broadcast.owner,
      from: message.to,
      at: now,
      body: { kind: 'broadcastNews', news: { kind } },
    },
  ];
}
