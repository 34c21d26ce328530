// What a reading of something that WhatsApp told is, and whose it is: a person's in her private chat, or a member's in a group.
import type { Claim } from '../../domain/inbound-event.ts';
import type { Arrival } from '../channel.ts';
import type { MessageKey } from './payload-shape.ts';

/** Why something is no arrival. `group`: of a group's talk, and nothing to us; `malformed`: not even whose it is could be read. */
export type LeftOut =
  | 'own'
  | 'group'
  | 'broadcast'
  | 'service'
  | 'sealed'
  | 'emptyEdit'
  | 'reactionTakenBack'
  | 'unknownMessage'
  | 'malformed';
export type Reading = { arrival: Arrival } | { leftOut: LeftOut };

export interface ReadingParts {
  /** UTC; for what comes without a time of its own. */
  now: string;
  /** Addresses of this account: its number, and the privacy id by which groups may know it. */
  own: readonly string[];
  /** Id of the outbox message that a message of this account is (part of), where that is still known. */
  messageAt(id: string): string | undefined;
}

type Whose = Pick<Arrival, 'from' | 'group'>;

export const isGroup = (address: string): boolean => address.endsWith('@g.us');
const isPerson = (address: string): boolean => /@(c\.us|lid)$/.test(address);

/** `who`: the member of a group, where the key does not say it. */
export function whoWrote(key: Pick<MessageKey, 'fromMe' | 'remote' | 'participant'>, who?: string | null): Whose | LeftOut {
  const { fromMe, remote, participant } = key;
  if (isGroup(remote)) {
    const from = who ?? participant;
    if (fromMe) return 'own';
    if (from === undefined) return 'malformed';
    return isPerson(from) ? { from, group: { address: remote } } : 'broadcast';
  }
  if (!isPerson(remote)) return 'broadcast';
  return fromMe ? 'own' : { from: remote };
}

/** WhatsApp vouches for the number that somebody writes from; a privacy id shows none. */
export function phoneClaim(address: string): Claim | undefined {
  const [, digits] = /^(\d{7,15})@c\.us$/.exec(address) ?? [];
  return digits === undefined ? undefined : { by: 'phone', phone: `+${digits}` };
}

export function instant(ms: number, { now }: Pick<ReadingParts, 'now'>): string {
  return ms > 0 ? new Date(ms).toISOString() : now;
}
