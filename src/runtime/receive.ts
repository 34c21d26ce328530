// The door in: an arrival becomes a checked event of its owner and is durable before the platform is told that we have it.
import type { Arrival, ChannelLimits, ReceiveOutcome } from '../channels/channel.ts';
import type { Clock } from '../clock.ts';
import { channelEventSchema, type EventContent, type InboundEvent } from '../domain/inbound-event.ts';
import { strangerAt } from '../domain/stranger.ts';
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
  { name: channel, openToStrangers }: ChannelLimits,
  arrival: Arrival,
): Promise<ReceiveOutcome> {
  const sender = identify(parts.book, channel, arrival);
  if (sender === undefined && !openToStrangers) {
    parts.log.info({ channel }, 'somebody wrote who is not in the roster');
    return 'stranger';
  }
  const event: InboundEvent = {
    id: `${channel}:${arrival.externalId}`,
    channel,
    externalId: arrival.externalId,
    owner: sender?.owner ?? strangerAt(channel, arrival.from),
    address: arrival.from,
    writtenAt: arrival.writtenAt,
    receivedAt: parts.clock.now(),
    // Of strangers nothing is kept but where they are.
    content: sender?.content ?? { kind: 'stranger', claimed: arrival.claim?.by ?? null },
  };
  return parts.store.receive(checked(event, parts.log));
}

function identify(
  book: AddressBook,
  channel: ChannelLimits['name'],
  { from, aka, claim, content }: Arrival,
): { owner: string; content: EventContent } | undefined {
  const owner = book.ownerOf(channel, from) ?? (aka === undefined ? undefined : book.ownerOf(channel, aka));
  if (owner !== undefined) return { owner, content };
  const claimant = claim === undefined ? undefined : book.claimant(channel, claim);
  if (claim === undefined || claimant === undefined) return undefined;
  // At once, because her next message may come before the turn that writes it down.
  book.add(channel, from, claimant);
  // Who writes from her own number has said something; only a number or an invitation that was handed over says nothing else.
  const isHandedOver = claim.by === 'invite' || (content.kind === 'media' && content.media === 'contact');
  if (!isHandedOver) return { owner: claimant, content };
  return { owner: claimant, content: { kind: 'joined', by: claim.by } };
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
