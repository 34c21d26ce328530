// The door in: an arrival becomes a checked event of its owner and is durable before the platform is told that we have it.
import type { Arrival, ChannelLimits, ReceiveOutcome } from '../channels/channel.ts';
import type { Clock } from '../clock.ts';
import { type Claim, channelEventSchema, type EventContent, type InboundEvent } from '../domain/inbound-event.ts';
import { linkCodeIn } from '../domain/link-code.ts';
import { strangerAt } from '../domain/stranger.ts';
import type { Log } from '../log.ts';
import type { Store } from '../store/store.ts';
import type { AddressBook } from './address-book.ts';
import { type FromPhone, fromSharedPhone, type SaysLeaving, withoutPin } from './phone-door.ts';
import { groupEvent, pollAddress } from './receive-group.ts';

export interface ReceiveParts {
  store: Store;
  book: AddressBook;
  clock: Clock;
  log: Log;
  /** Whether words that were said in a group, and not to us, are a matter of safety. */
  concerns?: ((text: string) => boolean) | undefined;
  saysLeaving?: SaysLeaving | undefined;
}

export async function receive(parts: ReceiveParts, limits: ChannelLimits, arrival: Arrival): Promise<ReceiveOutcome> {
  const { name: channel, openToStrangers } = limits;
  // A vote may come without its group.
  if (arrival.group !== undefined || isOfGroup(parts.book, channel, arrival)) return receiveInGroup(parts, limits, arrival);
  const sender = await senderOf(parts, channel, arrival);
  if (sender === undefined && !openToStrangers && !wantsIn(arrival)) {
    parts.log.info({ channel }, 'somebody wrote who is not in the roster');
    return 'stranger';
  }
  const event: InboundEvent = {
    id: `${channel}:${arrival.externalId}`,
    channel,
    externalId: arrival.externalId,
    owner: sender?.owner ?? strangerAt(channel, arrival.from),
    address: arrival.from,
    ...(sender?.shared && { shared: true }),
    writtenAt: arrival.writtenAt,
    receivedAt: parts.clock.now(),
    // Of strangers nothing is kept but where they are.
    content: sender?.content ?? { kind: 'stranger', claimed: claimsOf(arrival).at(-1)?.by ?? null },
  };
  const outcome = await parts.store.receive(checked(event, parts.log));
  if (outcome === 'new') sender?.received?.();
  return outcome;
}

async function senderOf(
  { store, book, clock, saysLeaving }: ReceiveParts,
  channel: ChannelLimits['name'],
  arrival: Arrival,
): Promise<FromPhone | undefined> {
  const now = clock.now();
  const at = { channel, address: arrival.from };
  const fromPhone = await fromSharedPhone(
    book.phones,
    at,
    arrival,
    now,
    saysLeaving ?? (() => false),
    store.readState.bind(store),
  );
  const sender = fromPhone ?? identify(book, channel, arrival, now);
  return sender && { ...sender, content: await withoutPin(sender.content) };
}

const isOfGroup = (book: AddressBook, channel: ChannelLimits['name'], { content }: Arrival): boolean =>
  content.kind === 'vote' && book.ownerOf(channel, pollAddress(content.of)) !== undefined;

async function receiveInGroup(parts: ReceiveParts, limits: ChannelLimits, arrival: Arrival): Promise<ReceiveOutcome> {
  const { externalId, writtenAt } = arrival;
  const now = parts.clock.now();
  const found = groupEvent({ book: parts.book, now, ...(parts.concerns && { concerns: parts.concerns }) }, limits, arrival);
  if (typeof found === 'string') return found;
  const base = { id: `${limits.name}:${externalId}`, channel: limits.name, externalId, writtenAt };
  return parts.store.receive(checked({ ...base, receivedAt: now, ...found }, parts.log));
}

function identify(
  book: AddressBook,
  channel: ChannelLimits['name'],
  arrival: Arrival,
  now: string,
): { owner: string; content: EventContent } | undefined {
  const { from, aka, content } = arrival;
  const owner = book.ownerOf(channel, from) ?? (aka === undefined ? undefined : book.ownerOf(channel, aka));
  if (owner !== undefined) return { owner, content };
  for (const claim of claimsOf(arrival)) {
    const claimant = book.claimant({ channel, address: from }, claim, now);
    if (claimant === undefined) continue;
    // At once, because her next message may come before the turn that writes it down.
    book.add(channel, from, claimant);
    // Who writes from her own number has said something; what was only handed over says nothing else.
    const isHandedOver = claim.by !== 'phone' || (content.kind === 'media' && content.media === 'contact');
    return { owner: claimant, content: isHandedOver ? { kind: 'joined', by: claim.by } : content };
  }
  return undefined;
}

/** What the platform says of the sender, then what she typed: a code may also come with the link that opens the chat. */
function claimsOf({ claim, content }: Arrival): Claim[] {
  const typed = claim?.by === 'invite' ? claim.code : content.kind === 'text' ? content.text : '';
  const code = linkCodeIn(typed);
  return [...(claim ? [claim] : []), ...(code === undefined ? [] : [{ by: 'code' as const, code }])];
}

/** She typed a code or an invitation. Of whoever else writes where strangers are not answered not even the address is kept. */
const wantsIn = (arrival: Arrival): boolean => claimsOf(arrival).some(({ by }) => by !== 'phone');

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
