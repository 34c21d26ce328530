// One outbound message as calls of the Bot API: bubbles, buttons and files, each part once.
import { basename, join } from 'node:path';
import { type Api, InputFile } from 'grammy';
import type { InlineKeyboardMarkup, Message, ReplyKeyboardMarkup, ReplyKeyboardRemove } from 'grammy/types';
import type { MessageMedia, MessageOption, OutboundMessage } from '../../domain/outbound-message.ts';
import { addressOfStranger } from '../../domain/stranger.ts';
import { splitText } from '../split-text.ts';
import { writeTap } from './callback-data.ts';

/** Longest text of a message, and of the words beside a file (Bot API, sendMessage and sendVideo). */
export const maxText = 4096;
const maxCaption = 1024;
/** Two buttons stand side by side where both can be read on a narrow phone. */
const shortLabel = 14;

type Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove;

export interface SenderParts {
  api: Api;
  mediaFolder: string;
  /** Label of the button with which somebody whom we do not know shows her number. */
  sharePhone: string;
  pace(): Promise<void>;
}

export interface Sender {
  /** Resolves with Telegram's number of the last part. Throws what the API client throws. */
  send(message: OutboundMessage, address: string): Promise<number>;
}

/** Messages of which some parts are out; more than can be under way at a time. */
const mostBegun = 1000;

export function createSender({ api, mediaFolder, sharePhone, pace }: SenderParts): Sender {
  /** What of a message was sent already: an attempt that failed half-way goes on where it was. */
  const begun = new Map<string, number>();
  /** Files that Telegram has already, by name. */
  const fileIds = new Map<string, string>();
  /** Chats that show the button to share a number. */
  const showsShare = new Set<string>();

  function markupOf(message: OutboundMessage, address: string): Markup | undefined {
    if (message.options.length > 0) return keyboardOf(message.id, message.options);
    if (addressOfStranger(message.to) !== undefined) {
      showsShare.add(address);
      return { keyboard: [[{ text: sharePhone, request_contact: true }]], resize_keyboard: true, one_time_keyboard: true };
    }
    return showsShare.delete(address) ? { remove_keyboard: true } : undefined;
  }

  async function sendFile(address: string, media: MessageMedia, caption: string | undefined, markup: Markup | undefined) {
    const name = media.file ?? '';
    const file = fileIds.get(name) ?? new InputFile(join(mediaFolder, name), basename(name));
    const other = { ...(caption === undefined ? {} : { caption }), ...(markup === undefined ? {} : { reply_markup: markup }) };
    const sent: Message =
      media.type === 'video'
        ? await api.sendVideo(address, file, { ...other, supports_streaming: true })
        : media.type === 'image'
          ? await api.sendPhoto(address, file, other)
          : await api.sendDocument(address, file, other);
    const id = sent.video?.file_id ?? sent.photo?.at(-1)?.file_id ?? sent.document?.file_id;
    if (id !== undefined) fileIds.set(name, id);
    return sent;
  }

  return {
    async send(message, address) {
      const parts = partsOf(message);
      let last = 0;
      for (const [index, part] of parts.entries()) {
        if (index < (begun.get(message.id) ?? 0)) continue;
        const markup = index === parts.length - 1 ? markupOf(message, address) : undefined;
        await pace();
        const sent =
          part.media === undefined
            ? await api.sendMessage(address, part.text, {
                link_preview_options: { is_disabled: true },
                ...(markup === undefined ? {} : { reply_markup: markup }),
              })
            : await sendFile(address, part.media, part.text === '' ? undefined : part.text, markup);
        last = sent.message_id;
        begun.set(message.id, index + 1);
        if (begun.size > mostBegun) begun.delete(begun.keys().next().value ?? '');
      }
      begun.delete(message.id);
      return last;
    },
  };
}

/** A file bears the words where they fit beside it; otherwise it goes first. A link is part of the words. */
function partsOf({ text, media }: OutboundMessage): { text: string; media?: MessageMedia }[] {
  if (media?.file === undefined) {
    const words = media?.link === undefined || text.includes(media.link) ? text : `${text}\n${media.link}`;
    return splitText(words, maxText).map((part) => ({ text: part }));
  }
  if (text.length <= maxCaption) return [{ text, media }];
  return [{ text: '', media }, ...splitText(text, maxText).map((part) => ({ text: part }))];
}

function keyboardOf(messageId: string, options: readonly MessageOption[]): InlineKeyboardMarkup {
  const buttons = options.map(({ label }, index) => ({ text: label, callback_data: writeTap(messageId, index) }));
  const perRow = options.every(({ label }) => label.length <= shortLabel) ? 2 : 1;
  const rows = Math.ceil(buttons.length / perRow);
  return { inline_keyboard: Array.from({ length: rows }, (_, row) => buttons.slice(row * perRow, (row + 1) * perRow)) };
}
