// What WhatsApp tells -> Arrival. Pure; everything is either something of a person, in private or in a group, or left out for a named reason.
import type { z } from 'zod';
import type { Claim, EventContent } from '../../domain/inbound-event.ts';
import { opaqueId } from '../../domain/opaque-id.ts';
import { instant, isGroup, phoneClaim, type Reading, type ReadingParts, whoWrote } from './payload-reading.ts';
import { keyShape, type MessagePayload, messageShape, type ReactionPayload, reactionShape } from './payload-shape.ts';
import { mentionOf, readGroupNews } from './read-group.ts';

/** Kinds that are nobody's words: of a chat's own life, and containers of what comes by itself. */
const service = new Set([
  'notification',
  'notification_template',
  'group_notification',
  'broadcast_notification',
  'e2e_notification',
  'protocol',
  'call_log',
  'debug',
  'album',
  'reaction',
  'revoked',
  'pinned_message',
]);
const media = {
  image: 'image',
  video: 'video',
  ptv: 'video',
  document: 'document',
  sticker: 'sticker',
  location: 'location',
  live_location: 'location',
  vcard: 'contact',
  multi_vcard: 'contact',
} as const;
/** Answers to what other programs send; their words are words like any other. */
const words = new Set(['chat', 'list_response', 'buttons_response', 'template_button_reply']);

export function readMessage(raw: unknown, parts: ReadingParts): Reading {
  return shaped(messageShape, raw, parts, (message) => {
    const { id, type, t, author } = message;
    if (type === 'gp2') return readGroupNews(message, parts);
    const whose = whoWrote(id, author);
    if (typeof whose === 'string') return { leftOut: whose };
    if (service.has(type)) return { leftOut: 'service' };
    // It comes once more when it can be read.
    if (type === 'ciphertext') return { leftOut: 'sealed' };
    const content = contentOf(message, parts);
    // An invitation is shown to us alone.
    const claim = whose.group === undefined ? claimOf(id.remote, content) : phoneClaim(whose.from);
    return {
      arrival: { externalId: id.id, ...whose, writtenAt: instant(t * 1000, parts), content, ...(claim && { claim }) },
    };
  });
}

export function readEdit(raw: unknown, text: string, parts: ReadingParts): Reading {
  return shaped(messageShape, raw, parts, (message) => {
    const whose = whoWrote(message.id, message.author);
    if (typeof whose === 'string') return { leftOut: whose };
    const { latestEditSenderTimestampMs: at, latestEditMsgKey: edit } = message;
    // The words of a message change as well when it is opened; only an edit has a time or a key of its own.
    if (text === '' || (at == null && edit == null)) return { leftOut: 'emptyEdit' };
    const { id } = message.id;
    const externalId = `edit:${edit?.id ?? `${id}:${at}:${opaqueId(text)}`}`;
    const words = mentionOf(text, message, parts).text;
    const content = { kind: 'edit', of: id, text: words } as const;
    return { arrival: { externalId, ...whose, writtenAt: instant(at ?? 0, parts), content } };
  });
}

export function readRevoked(raw: unknown, parts: ReadingParts): Reading {
  return shaped(messageShape, raw, parts, ({ id, author, protocolMessageKey }) => {
    const whose = whoWrote(id, author);
    if (typeof whose === 'string') return { leftOut: whose };
    const of = protocolMessageKey?.id ?? id.id;
    return { arrival: { externalId: `revoke:${of}`, ...whose, writtenAt: parts.now, content: { kind: 'revoke', of } } };
  });
}

export function readReaction(raw: unknown, parts: ReadingParts): Reading {
  return shaped(reactionShape, raw, parts, (reaction: ReactionPayload) => {
    const { id, msgId, reaction: emoji, timestamp, senderId } = reaction;
    const whose = whoWrote({ ...id, remote: msgId.remote }, senderId);
    if (typeof whose === 'string') return { leftOut: whose };
    // What members think of each other's words is theirs.
    if (whose.group !== undefined && !msgId.fromMe) return { leftOut: 'group' };
    if (!emoji) return { leftOut: 'reactionTakenBack' };
    const content = { kind: 'reaction', emoji, of: parts.messageAt(msgId.id) ?? msgId.id } as const;
    const writtenAt = instant(timestamp * 1000, parts);
    return { arrival: { externalId: `reaction:${id.id}`, ...whose, writtenAt, content } };
  });
}

/** 2: it is on her phone; 3: she has seen it; 4: she has heard it. */
export function readReceipt(raw: unknown, ack: unknown, parts: ReadingParts): Reading {
  const parsed = keyShape.safeParse(raw);
  if (!parsed.success) return { leftOut: 'malformed' };
  const { id, remote, fromMe } = parsed.data.id;
  if (!fromMe || typeof ack !== 'number' || ack < 2) return { leftOut: 'service' };
  // Of a group it says only that the last one has it: its members are asked for one by one.
  if (isGroup(remote)) return { leftOut: 'group' };
  const of = parts.messageAt(id);
  if (of === undefined) return { leftOut: 'unknownMessage' };
  const status = ack === 2 ? 'delivered' : 'read';
  const content = { kind: 'receipt', of, status } as const;
  return { arrival: { externalId: `receipt:${id}:${status}`, from: remote, writtenAt: parts.now, content } };
}

/** What has not the shape it should have is still something of hers, wherever it is known who she is. */
function shaped<T>(shape: z.ZodType<T>, raw: unknown, parts: ReadingParts, read: (value: T) => Reading): Reading {
  const parsed = shape.safeParse(raw);
  if (parsed.success) return read(parsed.data);
  const keyed = keyShape.safeParse(raw);
  if (!keyed.success) return { leftOut: 'malformed' };
  const { id } = keyed.data;
  const whose = whoWrote(id);
  if (typeof whose === 'string') return { leftOut: whose };
  // In a group it may be anything of anybody's.
  if (whose.group !== undefined) return { leftOut: 'group' };
  const content = { kind: 'unsupported', what: 'malformed' } as const;
  return { arrival: { externalId: id.id, ...whose, writtenAt: parts.now, content } };
}

function contentOf(message: MessagePayload, parts: ReadingParts): EventContent {
  const { type, body, caption, duration } = message;
  if (words.has(type)) {
    const replyTo = repliedTo(message, parts);
    return { kind: 'text', ...mentionOf(body ?? '', message, parts), ...(replyTo !== undefined && { replyTo }) };
  }
  if (type === 'ptt') return { kind: 'voice', seconds: Number(duration ?? 0) || 0 };
  const kind = Object.hasOwn(media, type) ? media[type as keyof typeof media] : undefined;
  if (kind !== undefined) return { kind: 'media', media: kind, ...(caption && { caption }) };
  // Words under what we do not read are read all the same.
  if (caption) return { kind: 'media', media: 'document', caption };
  return { kind: 'unsupported', what: /^\w{1,40}$/.test(type) ? type : 'unknown' };
}

/** An invitation alone, or with a greeting before it, as a link to the chat writes it. */
const invitation = /^(?:[\p{L}¡!,.]+\s+){0,3}([a-km-np-z2-9]{16})\s*$/u;

function claimOf(remote: string, content: EventContent): Claim | undefined {
  const [, code] = content.kind === 'text' ? (invitation.exec(content.text) ?? []) : [];
  if (code !== undefined) return { by: 'invite', code };
  return phoneClaim(remote);
}

/** In a group what members answer each other is no reply to us. */
function repliedTo(
  { id, quotedStanzaID: quoted, quotedParticipant: of }: MessagePayload,
  parts: ReadingParts,
): string | undefined {
  if (!quoted) return undefined;
  const message = parts.messageAt(quoted);
  if (message !== undefined || !isGroup(id.remote)) return message ?? quoted;
  return of && parts.own.includes(of) ? quoted : undefined;
}
