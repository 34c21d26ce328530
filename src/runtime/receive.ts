// The door in: an arrival becomes a checked event of its owner and is durable before the platform is told that we have it.

import type { Arrival } from '../channels/channel.ts';
import type { Clock } from '../clock.ts';
import { channelEventSchema, type InboundEvent } from '../domain/inbound-event.ts';
import type { ChannelName } from '../domain/roster.ts';
import type { Log } from '../log.ts';
import type { Store } from '../store/store.ts';
import type { AddressBook } from './address-book.ts';

export interface ReceiveParts {
  store: Store;
  book: AddressBook;
  clock: Clock;
  log: Log;
}

export async function receive(
  parts: ReceiveParts,
  channel: ChannelName,
  arrival: Arrival,
): Promise<'new' | 'duplicate' | 'stranger'> {
  const owner = parts.book.ownerOf(channel, arrival.from);
  if (owner === undefined) {
    parts.log.info({ channel }, 'somebody wrote who is not in the roster');
    return 'stranger';
  }
  const event: InboundEvent = {
    id: `${channel}:${arrival.externalId}`,
    channel,
    externalId: arrival.externalId,
    owner,
    writtenAt: arrival.writtenAt,
    receivedAt: parts.clock.now(),
    content: arrival.content,
  };
  return parts.store.receive(checked(event, parts.log));
}

/** Nobody's message vanishes: what cannot be read is kept as an event that says so. */
function checked(event: InboundEvent, log: Log): InboundEvent {
  const result = channelEventSchema.safeParse(event);
  if (result.success) return result.data;
  const fields = result.error.issues.map((issue) => issue.path.join('.'));
  log.warn({ event: event.id, fields }, 'an arrival did not have the shape of an event');
  return channelEventSchema.parse({
    ...event,
    writtenAt: fields.includes('writtenAt') ? event.receivedAt : event.writtenAt,
    content: fields.some((field) => field.startsWith('content')) ? { kind: 'unsupported', what: 'malformed' } : event.content,
  });
}
