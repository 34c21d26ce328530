// One attempt at one message: its parts in order, at the common pace, each at most once as far as this process knows.
import type { Api } from 'grammy';
import type { Message } from 'grammy/types';
import type { OutboundMessage, SendResult } from '../../domain/outbound-message.ts';
import { addressOfStranger } from '../../domain/stranger.ts';
import type { Log } from '../../log.ts';
import { createKeptMap } from '../kept-map.ts';
import type { HealthRecord } from './channel-health.ts';
import type { PollPlace } from './group-updates.ts';
import type { MediaUploads } from './media-uploads.ts';
import { type Keyboard, type MessagePart, planParts, quotedIn } from './plan-parts.ts';
import { errorCode, movedTo, sendResultOf, wrongFile } from './send-result.ts';

export interface SenderParts {
  api: Api;
  uploads: MediaUploads;
  pace(signal: AbortSignal): Promise<void>;
  /** Label of the button that shares her number; empty for none. */
  sharePhone: string;
  /** A group went on under another number. */
  moved(from: string, to: string): void;
  health: HealthRecord;
  log: Log;
}

export interface Sender {
  send(message: OutboundMessage, address: string, signal: AbortSignal): Promise<SendResult>;
  /** Id of the outbox message that a message in a chat is (part of), as far back as it is remembered. */
  messageAt(chat: number, messageId: number): string | undefined;
  /** The same of a poll, by its own name. */
  pollAt(poll: string): PollPlace | undefined;
}

/** A text is small: a line that says nothing for so long is dead, and she waits. Files have the time of the client. */
const textPatienceMs = 30_000;
/** A few hundred bytes each; people answer and react to what is recent. */
const mostRemembered = 20_000;

export function createSender(parts: SenderParts): Sender {
  const { health, log } = parts;
  /** Ids of the parts of a message that went out before it failed. */
  const begun = createKeptMap<string[]>(mostRemembered);
  const sentAs = createKeptMap<string>(mostRemembered);
  const polls = createKeptMap<PollPlace>(mostRemembered);
  /** Chats that surely have no keyboard of ours where one types. */
  const bare = createKeptMap<true>(mostRemembered);

  function keyboardFor({ to }: OutboundMessage, address: string): Keyboard {
    if (addressOfStranger(to) !== undefined) return parts.sharePhone === '' ? 'leave' : { share: parts.sharePhone };
    // In a group it would be everybody's.
    return bare.get(address) || address.startsWith('-') ? 'leave' : 'remove';
  }

  /** False when the channel stops while the message waits for its turn: nothing of it was written. */
  async function mayLeave(signal: AbortSignal): Promise<boolean> {
    try {
      await parts.pace(signal);
      return !signal.aborted;
    } catch {
      return false;
    }
  }

  async function send(message: OutboundMessage, address: string, signal: AbortSignal): Promise<SendResult> {
    const done = begun.get(message.id) ?? [];
    const [first, ...others] = planParts(message, keyboardFor(message, address));
    const quotes = quotedIn(message, address);
    const all = first ? [{ ...first, ...(quotes !== undefined && { quotes }) }, ...others] : [];
    let pollId: string | undefined;
    for (const part of all.slice(done.length)) {
      if (!(await mayLeave(signal))) return { kind: 'retry', afterSeconds: 0 };
      const sent = await sendPart(part, address, signal);
      if (!('messageId' in sent)) return failed(message, done, sent);
      health.worked('sending');
      done.push(sent.messageId);
      sentAs.set(sent.messageId, message.id);
      if (sent.poll !== undefined) {
        pollId = sent.poll;
        polls.set(pollId, { chat: address, message: message.id });
      }
      if (part.markup !== undefined && 'keyboard' in part.markup) bare.delete(address);
      if (part.markup !== undefined && 'remove_keyboard' in part.markup) bare.set(address, true);
    }
    begun.delete(message.id);
    // Votes name the poll and nothing else.
    const externalId = pollId ?? done.at(-1);
    return { kind: 'sent', ...(externalId !== undefined && { externalId }) };
  }

  function failed(message: OutboundMessage, done: string[], { result, code }: Failure): SendResult {
    if (done.length > 0 && (result.kind === 'retry' || result.kind === 'unsure')) begun.set(message.id, done);
    else begun.delete(message.id);
    // What one message meets (a chat that is blocked, a text that is refused, too many at once) says nothing of the channel.
    if (result.kind === 'retry' && code !== '429') health.failed('sending', code);
    log.info({ message: message.id, code, sentParts: done.length }, 'Telegram did not take a message');
    return result;
  }

  async function sendPart(
    part: MessagePart,
    chat: string,
    signal: AbortSignal,
  ): Promise<{ messageId: string; poll?: string } | Failure> {
    const { file } = part;
    if (part.poll !== undefined) return sendPoll(part, part.poll, chat, signal);
    if (part.copy !== undefined) return copyPart(part, part.copy, chat, signal);
    const upload = file === undefined ? undefined : await parts.uploads.find(file.name);
    if (file !== undefined && upload === undefined)
      return { code: 'fileMissing', result: { kind: 'rejected', code: 'fileMissing' } };
    try {
      const sent = file && upload ? await sendFile(file, upload.input, part, chat, signal) : await sendText(part, chat, signal);
      const fileId = fileIdOf(sent);
      if (fileId !== undefined) upload?.remember(fileId);
      return { messageId: `${sent.chat.id}:${sent.message_id}` };
    } catch (error) {
      const result = sendResultOf(error);
      const code = errorCode(error);
      const elsewhere = movedTo(error);
      if (elsewhere !== undefined) {
        parts.moved(chat, elsewhere);
        return { code, result: { kind: 'retry', afterSeconds: 1 } };
      }
      if (upload?.known && result.kind === 'rejected' && result.code === wrongFile) {
        upload.forget();
        return { code, result: { kind: 'retry', afterSeconds: 1 } };
      }
      return { code, result };
    }
  }

  async function sendPoll(
    { text: question, quotes }: MessagePart,
    { options, multi }: NonNullable<MessagePart['poll']>,
    chat_id: string,
    signal: AbortSignal,
  ): Promise<{ messageId: string; poll?: string } | Failure> {
    const patience = AbortSignal.any([signal, AbortSignal.timeout(textPatienceMs)]);
    try {
      const sent = await parts.api.raw.sendPoll(
        {
          chat_id,
          question,
          options: options.map((text) => ({ text })),
          // Of an anonymous one nobody is told who voted, and a change of mind could not be followed.
          is_anonymous: false,
          allows_multiple_answers: multi,
          ...answering(quotes),
        },
        patience as never,
      );
      return { messageId: `${sent.chat.id}:${sent.message_id}`, ...(sent.poll && { poll: sent.poll.id }) };
    } catch (error) {
      const elsewhere = movedTo(error);
      if (elsewhere === undefined) return { code: errorCode(error), result: sendResultOf(error) };
      parts.moved(chat_id, elsewhere);
      return { code: errorCode(error), result: { kind: 'retry', afterSeconds: 1 } };
    }
  }

  /** Telegram keeps the file; nobody here has to. */
  async function copyPart(
    { text, markup }: MessagePart,
    { chat: from_chat_id, message }: NonNullable<MessagePart['copy']>,
    chat_id: string,
    signal: AbortSignal,
  ): Promise<{ messageId: string } | Failure> {
    try {
      const { message_id } = await parts.api.raw.copyMessage(
        { chat_id, from_chat_id, message_id: message, caption: text, ...(markup && { reply_markup: markup }) },
        signal as never,
      );
      return { messageId: `${chat_id}:${message_id}` };
    } catch (error) {
      return { code: errorCode(error), result: sendResultOf(error) };
    }
  }

  function sendText({ text, markup, quotes }: MessagePart, chat_id: string, signal: AbortSignal): Promise<Message> {
    const link_preview_options = { is_disabled: true };
    const patience = AbortSignal.any([signal, AbortSignal.timeout(textPatienceMs)]);
    return parts.api.raw.sendMessage(
      { chat_id, text, link_preview_options, ...(markup && { reply_markup: markup }), ...answering(quotes) },
      patience as never,
    );
  }

  function sendFile(
    { type, seconds: duration }: NonNullable<MessagePart['file']>,
    input: Parameters<Api['raw']['sendVideo']>[0]['video'],
    { text, markup }: MessagePart,
    chat_id: string,
    signal: AbortSignal,
  ): Promise<Message> {
    const common = { chat_id, ...(text !== '' && { caption: text }), ...(markup && { reply_markup: markup }) };
    const { raw } = parts.api;
    switch (type) {
      case 'video':
        return raw.sendVideo(
          { ...common, video: input, supports_streaming: true, ...(duration !== undefined && { duration }) },
          signal as never,
        );
      case 'image':
        return raw.sendPhoto({ ...common, photo: input }, signal as never);
      case 'document':
        return raw.sendDocument({ ...common, document: input }, signal as never);
    }
  }

  return { send, pollAt: polls.get, messageAt: (chat, messageId) => sentAs.get(`${chat}:${messageId}`) };
}

const answering = (message_id: number | undefined) =>
  message_id === undefined ? {} : { reply_parameters: { message_id, allow_sending_without_reply: true } };

interface Failure {
  code: string;
  result: SendResult;
}

/** Photos come back in several sizes; the last is the whole. */
function fileIdOf(message: Message): string | undefined {
  return (message.video ?? message.animation ?? message.document ?? message.photo?.at(-1))?.file_id;
}
