// The event that a timer becomes when it is due.
import type { Timer } from '../domain/conversation.ts';
import type { InboundEvent } from '../domain/inbound-event.ts';
import { hasSeen, type OwnerSlot } from './owner-slot.ts';

/** A timer set again for the same instant fires again: its event then carries the entry's number, else it would be a duplicate. */
export function timerEvent(timer: Timer, now: string, slot: OwnerSlot, n: number): InboundEvent {
  let externalId = `timer:${timer.id}:${timer.dueAt}`;
  if (hasSeen(slot, `house:${externalId}`)) externalId += `:${n}`;
  return {
    id: `house:${externalId}`,
    channel: 'house',
    externalId,
    owner: timer.owner,
    writtenAt: timer.dueAt,
    receivedAt: now,
    content: { kind: 'timer', timer },
  };
}
