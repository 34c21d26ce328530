// A message as the contract of channels sends it.
import type { OutboundMessage } from '../../src/domain/outbound-message.ts';

export function contractMessage(id: string, more: Partial<OutboundMessage> = {}): OutboundMessage {
  return {
    id,
    to: 'ana',
    chat: 'private',
    kind: 'answer',
    text: `texto de ${id}`,
    options: [],
    whenUnsure: 'repeat',
    createdAt: '2026-03-02T15:00:00.000Z',
    ...more,
  };
}
