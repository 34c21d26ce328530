// An outbox message as the calls to Telegram that make it up, in order: file, bubbles, and the buttons under the last of them. Pure.
import type { MessageMedia, OutboundMessage } from '../../domain/outbound-message.ts';
import { numberOptions } from '../number-options.ts';
import { splitText } from '../split-text.ts';
import { optionTag } from './option-tag.ts';

/** Limits of the Bot API: sendMessage, text; sendVideo, caption. */
export const maxText = 4096;
export const maxCaption = 1024;
/** Two such labels fit side by side on a small phone. */
const shortLabel = 16;

export type Markup =
  | { inline_keyboard: { text: string; callback_data: string }[][] }
  | { keyboard: { text: string; request_contact: true }[][]; resize_keyboard: true; one_time_keyboard: true }
  | { remove_keyboard: true };

export interface MessagePart {
  text: string;
  file?: { type: MessageMedia['type']; name: string; seconds?: number };
  /** A message of a chat with this bot, to be sent on with these words under it. */
  copy?: { chat: string; message: number };
  markup?: Markup;
  /** A native poll: its question is the text. */
  poll?: { options: string[]; multi: boolean };
  /** Number of the message in the same chat that it answers. */
  quotes?: number;
}

/** What may stand where she types: the button that shares her number, or nothing again. */
export type Keyboard = { share: string } | 'remove' | 'leave';

export function planParts(message: OutboundMessage, keyboard: Keyboard): MessagePart[] {
  const { media } = message;
  if (fitsPoll(message))
    return [
      { text: message.text, poll: { options: message.options.map(({ label }) => label), multi: message.poll?.multi === true } },
    ];
  const sharing = typeof keyboard === 'object';
  // A message has room for one kind of keyboard; options can always be typed as well.
  const text = withLink(sharing ? numberOptions(message.text, message.options) : message.text, media);
  const parts: MessagePart[] = [];
  const copy = copyOf(media);
  if (media?.file !== undefined) {
    const { type, file: name, seconds } = media;
    const file = { type, name, ...(seconds !== undefined && { seconds }) };
    if (text.length <= maxCaption) parts.push({ text, file });
    else parts.push({ text: '', file }, ...bubbles(text));
  } else if (copy !== undefined) {
    if (text.length <= maxCaption) parts.push({ text, copy });
    else parts.push({ text: '', copy }, ...bubbles(text));
  } else parts.push(...bubbles(text));
  const markup = markupOf(message, keyboard);
  return parts.map((part, index) => (index === parts.length - 1 && markup !== undefined ? { ...part, markup } : part));
}

/** Limits of the Bot API: sendPoll, question and options. What is larger goes as a message with buttons. */
const longestQuestion = 300;
const longestOption = 100;
const fewestOptions = 2;
const mostOptions = 12;

/** In private buttons do as well, and nobody has to know later which poll it was. */
const fitsPoll = ({ poll, chat, text, options, media }: OutboundMessage): boolean =>
  poll !== undefined &&
  chat !== 'private' &&
  media === undefined &&
  text.length <= longestQuestion &&
  options.length >= fewestOptions &&
  options.length <= mostOptions &&
  options.every(({ label }) => label.length <= longestOption);

/** Of a message in a group; one that has gone meanwhile is no hindrance. */
export function quotedIn({ quotes }: OutboundMessage, chat: string): number | undefined {
  const [, where, number] = /^(-?\d+):(\d+)$/.exec(quotes ?? '') ?? [];
  return where === chat ? Number(number) : undefined;
}

function copyOf(media: MessageMedia | undefined): MessagePart['copy'] {
  const [, chat, message] = media?.sent?.channel === 'telegram' ? (/^(-?\d+):(\d+)$/.exec(media.sent.message) ?? []) : [];
  return chat === undefined || message === undefined ? undefined : { chat, message: Number(message) };
}

function bubbles(text: string): MessagePart[] {
  return splitText(text, maxText).map((bubble) => ({ text: bubble }));
}

function withLink(text: string, media: MessageMedia | undefined): string {
  if (media?.link === undefined || media.file !== undefined || text.includes(media.link)) return text;
  return [text, media.link].filter((line) => line !== '').join('\n');
}

function markupOf({ id, options }: OutboundMessage, keyboard: Keyboard): Markup | undefined {
  if (typeof keyboard === 'object') {
    const button = { text: keyboard.share, request_contact: true } as const;
    return { keyboard: [[button]], resize_keyboard: true, one_time_keyboard: true };
  }
  if (options.length > 0) {
    const buttons = options.map(({ label }, index) => ({ text: label, callback_data: optionTag(id, index) }));
    const perRow = options.every(({ label }) => label.length <= shortLabel) ? 2 : 1;
    return { inline_keyboard: rowsOf(buttons, perRow) };
  }
  return keyboard === 'remove' ? { remove_keyboard: true } : undefined;
}

function rowsOf<T>(all: readonly T[], perRow: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / perRow) }, (_, row) => all.slice(row * perRow, (row + 1) * perRow));
}
