// What a private message says, as content of an event; files are not fetched, only their kind is kept.
import type { Claim, EventContent } from '../../domain/inbound-event.ts';
import type { TelegramMessage } from './update-shape.ts';

export interface Said {
  content: EventContent;
  claim?: Claim;
}

/** Events of a chat that are nobody's words: pinning, clearing, changing the look. */
const serviceFields = [
  'pinned_message',
  'message_auto_delete_timer_changed',
  'write_access_allowed',
  'chat_background_set',
  'boost_added',
  'successful_payment',
  'refunded_payment',
  'connected_website',
  'passport_data',
  'proximity_alert_triggered',
];

/** In this order: a video without sound comes as animation and document, a place as venue and location. */
const mediaFields = [
  ['photo', 'image'],
  ['animation', 'video'],
  ['video', 'video'],
  ['video_note', 'video'],
  ['document', 'document'],
  ['sticker', 'sticker'],
  ['venue', 'location'],
  ['location', 'location'],
] as const;

/** Kinds that we do not read; the name is all that is kept of them. */
const unreadFields = ['audio', 'dice', 'poll', 'game', 'story', 'invoice', 'checklist', 'paid_media', 'giveaway', 'rich_message'];

/** Undefined for what is nobody's words. `raw` is the same message as it came, for the kinds of which only the name counts. */
export function readContent(message: TelegramMessage, raw: object, replyTo: string | undefined): Said | undefined {
  const { text, caption, contact, voice } = message;
  if (text !== undefined) return readText(text, replyTo);
  if (contact !== undefined) {
    const hers = contact.user_id !== undefined && contact.user_id === message.from?.id;
    // Telegram vouches for a number only where it is the sender's own.
    const claim: Claim | undefined = hers ? { by: 'phone', phone: international(contact.phone_number) } : undefined;
    return { content: { kind: 'media', media: 'contact' }, ...(claim && { claim }) };
  }
  // Words under a recording are heard as its words: nothing that she writes goes unread.
  if (voice !== undefined)
    return { content: { kind: 'voice', seconds: voice.duration, ...(caption !== undefined && { transcript: caption }) } };
  const media = mediaFields.find(([field]) => message[field] !== undefined)?.[1];
  if (media !== undefined) return { content: { kind: 'media', media, ...(caption !== undefined && { caption }) } };
  if (caption !== undefined) return { content: { kind: 'media', media: 'document', caption } };
  if (serviceFields.some((field) => field in raw)) return undefined;
  return { content: { kind: 'unsupported', what: unreadFields.find((field) => field in raw) ?? 'unknown' } };
}

/** The first greeting of every chat with a bot; a link with an invitation adds its code. */
const start = /^\/start(?:@\w+)?(?:\s+(\S+))?\s*$/i;
const command = /^\/([a-z]\w*)(?:@\w+)?(?=\s|$)/i;

function readText(text: string, replyTo: string | undefined): Said {
  const started = start.exec(text);
  if (started) {
    const code = started[1];
    return { content: { kind: 'text', text: 'hola' }, ...(code !== undefined && { claim: { by: 'invite', code } }) };
  }
  return { content: { kind: 'text', text: wordsOf(text), ...(replyTo !== undefined && { replyTo }) } };
}

/** "/donde_voy@bot x" is "donde voy x": commands are words like any other. */
export function wordsOf(text: string): string {
  return text.replace(command, (_whole, name: string) => name.replaceAll('_', ' '));
}

/** Telegram's numbers are whole, with or without the plus. */
function international(phone: string): string {
  return `+${phone.replace(/\D/g, '')}`;
}
