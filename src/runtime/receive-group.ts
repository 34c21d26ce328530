// The door in for what happens in a group: whose turn it is, who of its members did it, and what of it is kept at all.
import type { Arrival, ChannelLimits } from '../channels/channel.ts';
import { type GroupMember, groupOwner, type InGroup } from '../domain/group.ts';
import type { Claim, EventContent } from '../domain/inbound-event.ts';
import { opaqueId } from '../domain/opaque-id.ts';
import type { ChannelName } from '../domain/roster.ts';
import type { AddressBook } from './address-book.ts';

export interface GroupEvent {
  owner: string;
  /** Where the group is. */
  address: string;
  inGroup: InGroup;
  content: EventContent;
}

export interface GroupDoor {
  book: AddressBook;
  /** Whether words are a matter of safety; without it only what is said to us is read. */
  concerns?(text: string): boolean;
  /** UTC. */
  now: string;
}

/** Tells one member from another, and nobody can read an address out of it. */
const memberKey = (channel: ChannelName, address: string): string => opaqueId(`${channel}:${address}`);

/**
 * 'stranger': a group in which nobody of the roster was met, of which nothing is kept. 'unkept': ordinary talk, read for safety and
 * then forgotten.
 */
export function groupEvent(
  { book, concerns, now }: GroupDoor,
  { name: channel }: ChannelLimits,
  { from, aka, claim, group, content }: Arrival,
): GroupEvent | 'stranger' | 'unkept' {
  // Of who is in it the group itself tells, where nobody did anything.
  const person = from === group?.address ? undefined : whoIs({ book, now }, channel, { address: from, aka, claim });
  const news = content.kind === 'groupNews' && content.what === 'members' ? knownOnly({ book, now }, channel, content) : content;
  const owner = group ? book.ownerOf(channel, group.address) : ownerOfPoll(book, channel, content);
  const address = group?.address ?? (owner === undefined ? undefined : book.addressOf(owner, [channel])?.address);
  const ours = person !== undefined || (news.kind === 'groupNews' && news.what === 'members' && news.joined.some(isKnown));
  if (address === undefined || (owner === undefined && !ours)) return 'stranger';
  const whose = owner ?? groupOwner(channel, address);
  const key = memberKey(channel, from);
  const inGroup: InGroup = {
    key,
    ...(person === undefined ? {} : { person }),
    ...(group?.title === undefined ? {} : { title: group.title }),
  };
  const found = { owner: whose, address, inGroup };
  if (content.kind === 'groupNews') {
    // Messages that come from there before the turn that writes it down are of the same group.
    if (content.what === 'moved') book.add(channel, content.to, whose);
    return { ...found, content: news };
  }
  if (isKept(content, concerns)) {
    book.meets(whose, key);
    return { ...found, content };
  }
  if (!book.meets(whose, key)) return 'unkept';
  return { ...found, content: { kind: 'groupNews', what: 'members', joined: [memberOf(key, person)], left: [] } };
}

/** A vote may come with the poll's name alone. */
export const pollAddress = (poll: string): string => `poll:${poll}`;
const ownerOfPoll = (book: AddressBook, channel: ChannelName, content: EventContent): string | undefined =>
  content.kind === 'vote' ? book.ownerOf(channel, pollAddress(content.of)) : undefined;

function isKept(content: EventContent, concerns: GroupDoor['concerns']): boolean {
  switch (content.kind) {
    case 'text':
      return content.mention === true || content.replyTo !== undefined || concerns?.(content.text) === true;
    case 'edit':
      return concerns?.(content.text) === true;
    case 'voice':
      return content.transcript !== undefined && concerns?.(content.transcript) === true;
    case 'media':
      return content.caption !== undefined && concerns?.(content.caption) === true;
    default:
      return content.kind === 'vote' || content.kind === 'tap' || content.kind === 'receipt';
  }
}

const memberOf = (key: string, person: string | undefined): GroupMember => ({
  address: key,
  ...(person === undefined ? {} : { person }),
});

const isKnown = ({ person }: GroupMember): boolean => person !== undefined;

interface Shown {
  address: string;
  aka?: string | undefined;
  claim?: Claim | undefined;
}

/** By her address, or by the number that the platform vouches for; a code is for a chat that nobody else reads. */
function whoIs({ book, now }: Pick<GroupDoor, 'book' | 'now'>, channel: ChannelName, { address, aka, claim }: Shown) {
  const known = book.ownerOf(channel, address) ?? (aka === undefined ? undefined : book.ownerOf(channel, aka));
  if (known !== undefined || claim?.by !== 'phone') return known;
  const person = book.claimant({ channel, address }, claim, now);
  // Where she is answered in private before her own chat was ever opened.
  if (person !== undefined) book.add(channel, address, person);
  return person;
}

function knownOnly(
  parts: Pick<GroupDoor, 'book' | 'now'>,
  channel: ChannelName,
  { joined, left }: { joined: GroupMember[]; left: GroupMember[] },
): EventContent {
  const known = (member: GroupMember): GroupMember => memberOf(memberKey(channel, member.address), whoIs(parts, channel, member));
  return { kind: 'groupNews', what: 'members', joined: joined.map(known), left: left.map(known) };
}
