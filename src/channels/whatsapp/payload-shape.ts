// The shapes of what WhatsApp's page tells through the library, as far as they are read; everything else in them is left alone.
import { z } from 'zod';

/** Ids come as text from events, and as objects from what is asked of the page. */
const wid = z
  .union([z.string(), z.object({ _serialized: z.string() })])
  .transform((id) => (typeof id === 'string' ? id : id._serialized));

/** Read by its parts: newer builds of the page call the whole by another name. */
const key = z.object({ fromMe: z.boolean(), remote: wid, id: z.string().min(1), participant: wid.optional() });
export type MessageKey = z.infer<typeof key>;

export const messageShape = z.object({
  id: key,
  type: z.string(),
  /** Of a file its thumbnail, never words of anybody. */
  body: z.string().optional().nullable(),
  caption: z.string().optional().nullable(),
  /** Seconds since 1970. */
  t: z.number(),
  duration: z.union([z.number(), z.string()]).optional().nullable(),
  quotedStanzaID: z.string().optional().nullable(),
  quotedParticipant: wid.optional().nullable(),
  mentionedJidList: z.array(wid).optional().nullable(),
  /** What happened in a group, and to whom. */
  subtype: z.string().optional().nullable(),
  recipients: z.array(wid).optional().nullable(),
  author: wid.optional().nullable(),
  mimetype: z.string().optional().nullable(),
  latestEditSenderTimestampMs: z.number().optional().nullable(),
  latestEditMsgKey: z.object({ id: z.string() }).optional().nullable(),
  protocolMessageKey: z.object({ id: z.string() }).optional().nullable(),
});
export type MessagePayload = z.infer<typeof messageShape>;

/** Enough to know whose it is, where the rest is not as it should be. */
export const keyShape = z.object({ id: key });

export const reactionShape = z.object({
  id: key,
  msgId: key,
  reaction: z.string().optional().nullable(),
  senderId: wid,
  /** Seconds; the library divides what were milliseconds. */
  timestamp: z.number(),
});
export type ReactionPayload = z.infer<typeof reactionShape>;

export const voteShape = z.object({
  parentMsgKey: key,
  voter: wid,
  /** `localId`: the place of the option in its poll, from 0. */
  selectedOptions: z.array(z.object({ localId: z.int().nonnegative() })),
  /** Milliseconds. */
  interractedAtTs: z.number().optional().nullable(),
});

/** As the page's own script gives it. */
export const messageInfoShape = z.object({ id: z.string().min(1), group: wid, delivered: z.array(wid), read: z.array(wid) });
