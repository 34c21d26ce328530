// What only groups and polls have: who came and went, what the group is called, what somebody votes, and which member has what.
import type { EventContent } from '../../domain/inbound-event.ts';
import { opaqueId } from '../../domain/opaque-id.ts';
import { instant, isGroup, type Reading, type ReadingParts, whoWrote } from './payload-reading.ts';
import { type MessagePayload, messageInfoShape, voteShape } from './payload-shape.ts';

/** The mark of a phone where we are meant, and the words without it. */
export function mentionOf(
  text: string,
  { mentionedJidList }: MessagePayload,
  { own }: ReadingParts,
): { text: string; mention?: true } {
  const meant = (mentionedJidList ?? []).filter((id) => own.includes(id));
  if (meant.length === 0) return { text };
  const marks = meant.map((id) => `@${id.replace(/@.*/, '')}`);
  const words = marks.reduce((rest, mark) => rest.replaceAll(mark, ''), text);
  return { text: words.replace(/^[\s,:]+|\s+$/g, '').replace(/ {2,}/g, ' '), mention: true };
}

const joining = new Set(['add', 'invite', 'linked_group_join', 'create']);
const leaving = new Set(['remove', 'leave']);

/** Something of a group's own life. */
export function readGroupNews(message: MessagePayload, parts: ReadingParts): Reading {
  const { id, author, t } = message;
  if (!isGroup(id.remote)) return { leftOut: 'service' };
  const content = newsIn(message, parts);
  if (content === undefined) return { leftOut: 'service' };
  // By a link nobody lets her in but herself.
  const from = author ?? message.recipients?.[0] ?? id.remote;
  return {
    arrival: { externalId: id.id, from, group: { address: id.remote }, writtenAt: instant(t * 1000, parts), content },
  };
}

function newsIn({ subtype, recipients, author, body }: MessagePayload, { own }: ReadingParts): EventContent | undefined {
  const who = recipients ?? [];
  const others = who.filter((one) => !own.includes(one)).map((address) => ({ address }));
  const us = others.length < who.length;
  if (subtype === 'subject') return body ? { kind: 'groupNews', what: 'renamed', title: body } : undefined;
  if (joining.has(subtype ?? '')) {
    if (us) return { kind: 'groupNews', what: 'here' };
    return others.length > 0 ? { kind: 'groupNews', what: 'members', joined: others, left: [] } : undefined;
  }
  if (leaving.has(subtype ?? '')) {
    if (us) return { kind: 'groupNews', what: 'gone' };
    return others.length > 0 ? { kind: 'groupNews', what: 'members', joined: [], left: others } : undefined;
  }
  // She has another number now.
  if (subtype === 'modify' && author && others.length > 0)
    return { kind: 'groupNews', what: 'members', joined: others, left: [{ address: author }] };
  return undefined;
}

/** `here`: who has just brought us in, and the id of that. */
export interface BroughtIn {
  by: string;
  id: string;
}

/** Who is in a group now, as the page has it. */
export function readMembers(
  { address, members }: { address: string; members: readonly string[] },
  { now, own }: ReadingParts,
  here?: BroughtIn,
): Reading {
  const joined = members.filter((member) => !own.includes(member)).sort();
  // The same people are the same happening, until we are brought in anew.
  const externalId = `members:${opaqueId(address)}:${opaqueId([here?.id ?? '', ...joined].join())}`;
  const content = {
    kind: 'groupNews',
    what: 'members',
    joined: joined.map((member) => ({ address: member })),
    left: [],
  } as const;
  return {
    arrival: { externalId, from: here?.by ?? address, group: { address }, writtenAt: now, content: { ...content, left: [] } },
  };
}

/** All that somebody has chosen now in a poll of ours; nothing where she took it back. */
export function readVote(raw: unknown, parts: ReadingParts): Reading {
  const parsed = voteShape.safeParse(raw);
  if (!parsed.success) return { leftOut: 'malformed' };
  const { parentMsgKey: poll, voter, selectedOptions, interractedAtTs: at } = parsed.data;
  if (!poll.fromMe) return { leftOut: 'unknownMessage' };
  if (parts.own.includes(voter)) return { leftOut: 'own' };
  const whose = whoWrote({ ...poll, fromMe: false }, voter);
  if (typeof whose === 'string') return { leftOut: whose };
  const options = selectedOptions.map(({ localId }) => localId).sort((one, other) => one - other);
  const externalId = `vote:${poll.id}:${opaqueId(voter)}:${at ?? options.join('-')}`;
  const content: EventContent = { kind: 'vote', of: parts.messageAt(poll.id) ?? poll.id, options };
  return { arrival: { externalId, ...whose, writtenAt: instant(at ?? 0, parts), content } };
}

/** Which members have a message of ours, and which have seen it. */
export function readMessageInfo(raw: unknown, parts: ReadingParts): Reading[] {
  const parsed = messageInfoShape.safeParse(raw);
  if (!parsed.success) return [];
  const { id, group, delivered, read } = parsed.data;
  const of = parts.messageAt(id);
  if (of === undefined) return [];
  const told = [
    ...delivered.map((who) => ({ who, status: 'delivered' as const })),
    ...read.map((who) => ({ who, status: 'read' as const })),
  ];
  return told
    .filter(({ who }) => !parts.own.includes(who))
    .map(({ who, status }) => ({
      arrival: {
        externalId: `receipt:${id}:${opaqueId(who)}:${status}`,
        from: who,
        group: { address: group },
        writtenAt: parts.now,
        content: { kind: 'receipt', of, status },
      },
    }));
}
