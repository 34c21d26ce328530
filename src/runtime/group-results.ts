// What a group learns of its messages on their way out: how the platform calls a poll, and that a private answer did not arrive.
import { isGroupOwner } from '../domain/group.ts';
import type { Post } from '../domain/inbound-event.ts';
import type { OutboundMessage, SendResult } from '../domain/outbound-message.ts';

export function postsToGroup(message: OutboundMessage, result: SendResult, /** UTC. */ now: string): Post[] {
  const base = { id: `${message.id}:group`, from: message.to, at: now };
  if (message.poll && isGroupOwner(message.to) && result.kind === 'sent' && result.externalId !== undefined)
    return [{ ...base, to: message.to, body: { kind: 'pollSent', poll: message.id, platformId: result.externalId } }];
  if (message.fromGroup !== undefined && result.kind === 'blocked')
    return [{ ...base, to: message.fromGroup, body: { kind: 'notReached', person: message.to } }];
  return [];
}
