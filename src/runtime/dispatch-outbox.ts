// The door out: sends what turns have left, and with retry-policy.ts is the only place that knows what a failure means.
import type { Channel } from '../channels/channel.ts';
import type { Clock } from '../clock.ts';
import type { OutboundMessage, SendResult } from '../domain/outbound-message.ts';
import type { Address, ChannelName } from '../domain/roster.ts';
import type { Log } from '../log.ts';
import type { LeasedMessage, Store } from '../store/store.ts';
import type { AddressBook } from './address-book.ts';
import { type AwayChannels, waitsForItsOwn } from './away-channels.ts';
import { postsToBroadcast } from './broadcast-results.ts';
import { postsToGroup } from './group-results.ts';
import type { Knock } from './knock.ts';
import { describeError } from './process-inbox.ts';
import { decideResult, mayAttempt, unreachableSeconds } from './retry-policy.ts';
import type { Traffic } from './traffic.ts';
import { postsOnFailure } from './undelivered.ts';

export interface OutboxParts {
  store: Store;
  book: AddressBook;
  channels: readonly Channel[];
  away: AwayChannels;
  traffic?: Traffic;
  /** What is shown on a shared phone instead of a message for somebody who is not there. */
  knock: Knock;
  clock: Clock;
  log: Log;
  /** Told when a message has to wait, with the instant (UTC) at which it may be tried again. */
  postponed(until: string): void;
  /** Told when an operator's inbox has news of a failure. */
  posted(): void;
}

export async function serveMessage(parts: OutboxParts, leased: LeasedMessage): Promise<void> {
  const { store, clock } = parts;
  const { message } = leased;
  const result = mayAttempt(leased) ? decideResult(leased, await attempt(parts, message)) : ({ kind: 'unsure' } as const);
  const now = clock.now();
  const posts = [
    ...postsOnFailure(parts.book, message, result, now),
    ...postsToBroadcast(message, result, now),
    ...postsToGroup(message, result, now),
  ];
  await store.recordSend(message.id, result, now, posts);
  if (result.kind === 'retry') await parts.knock.held(message);
  if (posts.length > 0) parts.posted();
  report(parts.log, leased, result);
  if (result.kind === 'retry') parts.postponed(new Date(Date.parse(now) + result.afterSeconds * 1000).toISOString());
}

async function attempt(parts: OutboxParts, message: OutboundMessage): Promise<SendResult> {
  const known = parts.book.addressOf(message.to, channelNames(parts.channels), message.via);
  if (known !== undefined) await parts.knock.recall(known);
  const where = addressOf(parts, message);
  if (where !== undefined && 'waits' in where) return { kind: 'retry', afterSeconds: where.waits, uncounted: true };
  if (where !== undefined && parts.knock.mustHold(message, where)) return parts.knock.hold(message, where, parts.channels);
  const channel = parts.channels.find(({ limits }) => limits.name === where?.channel);
  // She may join, or come back, before the message is given up.
  if (where === undefined || channel === undefined) return { kind: 'retry', afterSeconds: unreachableSeconds };
  try {
    const result = await channel.send(message, where.address);
    if (result.kind === 'sent') parts.traffic?.wentOut(where.channel);
    return result;
  } catch (error) {
    parts.log.error(
      { message: message.id, ...describeError(error) },
      'a channel threw; nobody knows whether the message went out',
    );
    return { kind: 'unsure' };
  }
}

const channelNames = (channels: readonly Channel[]): ChannelName[] => channels.map(({ limits }) => limits.name);

/** A private message goes to where she wrote last, or wants it; one for a group to the group. */
function addressOf(parts: OutboxParts, message: OutboundMessage): Address | { /** Seconds. */ waits: number } | undefined {
  const { book, channels, away, clock } = parts;
  const { to, chat, address, via } = message;
  if (address !== undefined) return address;
  const owner = chat === 'private' ? to : chat;
  const usual = book.addressOf(owner, channelNames(channels), via);
  away.look(channels, clock.now());
  const awayMs = usual && away.awayMs(usual.channel, clock.now());
  // Of her own two places the one that nobody else reads.
  if (usual && awayMs === undefined && parts.knock.mustHold(message, usual))
    return book.ownAddressOf(owner, channelNames(channels)) ?? usual;
  if (awayMs === undefined) return usual;
  const elsewhere = book.addressOf(owner, channelNames(channels.filter(({ isUp }) => isUp?.() !== false)));
  if (elsewhere === undefined) return usual;
  // Tried again in time, so that what cannot wait at all does not stand behind it for long.
  const waits = Math.ceil(waitsForItsOwn(message, awayMs) / 1000);
  return waits > 0 ? { waits } : elsewhere;
}

function report(log: Log, { message, attempts }: LeasedMessage, result: SendResult): void {
  const fields = { message: message.id, kind: message.kind, attempts: attempts + 1 };
  switch (result.kind) {
    case 'sent':
      return;
    case 'retry':
      log.info({ ...fields, afterSeconds: result.afterSeconds }, 'a message waits to be tried again');
      return;
    case 'blocked':
      log.warn(fields, 'a message was not sent: the person has blocked us');
      return;
    case 'rejected':
      log.error({ ...fields, code: result.code }, 'a message was given up');
      return;
    case 'unsure':
      log.warn(fields, 'nobody knows whether a message was sent; it is left for the operators');
      return;
  }
}
