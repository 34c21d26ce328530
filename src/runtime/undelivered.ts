// Who is told of a message that will not arrive any more, and how often: once a day for each person and reason.
import type { Post, Undelivered } from '../domain/inbound-event.ts';
import type { OutboundMessage, SendResult } from '../domain/outbound-message.ts';
import type { AddressBook } from './address-book.ts';

export function postsOnFailure(book: AddressBook, message: OutboundMessage, result: SendResult, /** UTC. */ now: string): Post[] {
  const why = failureOf(message, result);
  const about = why && book.told(message.to);
  if (!why || !about) return [];
  return about.operators.map((operator) => ({
    // The same id on the same day: the store takes the second one for what it is.
    id: `undelivered:${message.to}:${why}:${now.slice(0, 10)}:${operator}`,
    to: operator,
    from: message.to,
    at: now,
    body: { kind: 'undelivered', person: about.person, centre: about.centre, why },
  }));
}

function failureOf({ whenUnsure, broadcast }: OutboundMessage, { kind }: SendResult): Undelivered | undefined {
  // A broadcast's sender has them in her report.
  if (broadcast) return undefined;
  if (kind === 'blocked' || kind === 'rejected') return kind;
  // What was not to be repeated is counted where it was sent from (a broadcast's report).
  return kind === 'unsure' && whenUnsure === 'repeat' ? 'unsure' : undefined;
}
