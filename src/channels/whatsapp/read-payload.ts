// What WhatsApp tells -> Arrival. Pure; everything is either something of a person in her private chat or left out for a named reason.
import type { z } from 'zod';
import type { Claim, EventContent } from '../../domain/inbound-event.ts';
import { opaqueId } from '../../domain/opaque-id.ts';
import type { Arrival } from '../channel.ts';
import {
  keyShape,
  type MessageKey,
  type MessagePayload,
  messageShape,
  type ReactionPayload,
  reactionShape,
} from './payload-shape.ts';

/** Why something is no arrival. `malformed`: not even whose it is could be read. */
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
  /** Id of the outbox message that a message of this account is (part of), where that is still known. */
  messageAt(id: string): string | undefined;
}

/** Kinds that are nobody's words: of a chat's own life, and containers of what comes by itself. */
const service = new Set([
  'gp2',
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
    const { id, type, t } = message;
    const notHers = notOfAPerson(id);
    if (notHers !== undefined) return { leftOut: notHers };
    if (service.has(type)) return { leftOut: 'service' };
    // It comes once more when it can be read.
    if (type === 'ciphertext') return { leftOut: 'sealed' };
    const content = contentOf(message, parts);
    const claim = claimOf(id.remote, content);
    return {
      arrival: { externalId: id.id, from: id.remote, writtenAt: instant(t * 1000, parts), content, ...(claim && { claim }) },
    };
  });
}

export function readEdit(raw: unknown, text: string, parts: ReadingParts): Reading {
  return shaped(messageShape, raw, parts, (message) => {
    const notHers = notOfAPerson(message.id);
    if (notHers !== undefined) return { leftOut: notHers };
    const { latestEditSenderTimestampMs: at, latestEditMsgKey: edit } = message;
    // The words of a message change as well when it is opened; only an edit has a time or a key of its own.
    if (text === '' || (at == null && edit == null)) return { leftOut: 'emptyEdit' };
    const { id, remote } = message.id;
    const externalId = `edit:${edit?.id ?? `${id}:${at}:${opaqueId(text)}`}`;
    return { arrival: { externalId, from: remote, writtenAt: instant(at ?? 0, parts), content: { kind: 'edit', of: id, text } } };
  });
}

export function readRevoked(raw: unknown, parts: ReadingParts): Reading {
  return shaped(messageShape, raw, parts, ({ id, protocolMessageKey }) => {
    const notHers = notOfAPerson(id);
    if (notHers !== undefined) return { leftOut: notHers };
    const of = protocolMessageKey?.id ?? id.id;
    return { arrival: { externalId: `revoke:${of}`, from: id.remote, writtenAt: parts.now, content: { kind: 'revoke', of } } };
  });
}

export function readReaction(raw: unknown, parts: ReadingParts): Reading {
  return shaped(reactionShape, raw, parts, (reaction: ReactionPayload) => {
    const { id, msgId, reaction: emoji, timestamp } = reaction;
    const notHers = notOfAPerson({ ...id, remote: msgId.remote });
    if (notHers !== undefined) return { leftOut: notHers };
    if (!emoji) return { leftOut: 'reactionTakenBack' };
    const content = { kind: 'reaction', emoji, of: parts.messageAt(msgId.id) ?? msgId.id } as const;
    const writtenAt = instant(timestamp * 1000, parts);
    return { arrival: { externalId: `reaction:${id.id}`, from: msgId.remote, writtenAt, content } };
  });
}

/** 2: it is on her phone; 3: she has seen it; 4: she has heard it. */
export function readReceipt(raw: unknown, ack: unknown, parts: ReadingParts): Reading {
  const parsed = keyShape.safeParse(raw);
  if (!parsed.success) return { leftOut: 'malformed' };
  const { id, remote, fromMe } = parsed.data.id;
  if (!fromMe || typeof ack !== 'number' || ack < 2) return { leftOut: 'service' };
  if (remote.endsWith('@g.us')) return { leftOut: 'group' };
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
  const whose = keyShape.safeParse(raw);
  if (!whose.success) return { leftOut: 'malformed' };
  const { id } = whose.data;
  const notHers = notOfAPerson(id);
  if (notHers !== undefined) return { leftOut: notHers };
  const content = { kind: 'unsupported', what: 'malformed' } as const;
  return { arrival: { externalId: id.id, from: id.remote, writtenAt: parts.now, content } };
}

/** Groups come here and end here: the one place to change when the bot is to take part in them. */
function notOfAPerson({ fromMe, remote }: Pick<MessageKey, 'fromMe' | 'remote'>): LeftOut | undefined {
  if (remote.endsWith('@g.us')) return 'group';
  if (!/@(c\.us|lid)$/.test(remote)) return 'broadcast';
  return fromMe ? 'own' : undefined;
}

function contentOf(message: MessagePayload, parts: ReadingParts): EventContent {
  const { type, body, caption, duration, quotedStanzaID: quoted } = message;
  if (words.has(type)) {
    const replyTo = quoted ? (parts.messageAt(quoted) ?? quoted) : undefined;
    return { kind: 'text', text: body ?? '', ...(replyTo !== undefined && { replyTo }) };
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

/** WhatsApp vouches for the number that somebody writes from; a privacy id shows none. */
function claimOf(remote: string, content: EventContent): Claim | undefined {
  const [, code] = content.kind === 'text' ? (invitation.exec(content.text) ?? []) : [];
  if (code !== undefined) return { by: 'invite', code };
  return phoneClaim(remote);
}

export function phoneClaim(address: string): Claim | undefined {
  const [, digits] = /^(\d{7,15})@c\.us$/.exec(address) ?? [];
  return digits === undefined ? undefined : { by: 'phone', phone: `+${digits}` };
}

function instant(ms: number, { now }: ReadingParts): string {
  return ms > 0 ? new Date(ms).toISOString() : now;
}
