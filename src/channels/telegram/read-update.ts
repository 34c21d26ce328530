// Update of the Bot API -> Arrival. Pure; every update is something of a person, in her private chat or in a group, or left out for a named reason.
import type { z } from 'zod';
import type { EventContent } from '../../domain/inbound-event.ts';
import type { Arrival } from '../channel.ts';
import {
  asNews,
  groupAt,
  isGroupChat,
  newsOfMember,
  newsOfMessage,
  type OwnAccount,
  type PollPlace,
  turnedToUs,
  voteOf,
} from './group-updates.ts';
import { readOptionTag } from './option-tag.ts';
import { readContent, wordsOf } from './read-content.ts';
import {
  callbackShape,
  memberShape,
  messageShape,
  reactionShape,
  senderShape,
  type TelegramMember,
  type TelegramMessage,
  type TelegramReaction,
  type TelegramTap,
  type TelegramVote,
  tapperShape,
  updateShape,
  voteShape,
} from './update-shape.ts';

/** Why an update is no arrival. `malformed`: not even its sender could be read. */
export type LeftOut =
  | 'group'
  | 'bot'
  | 'service'
  | 'otherKind'
  | 'emptyEdit'
  | 'reactionTakenBack'
  | 'reactionWithoutMeaning'
  | 'malformed';
export type Reading = { arrival: Arrival } | { leftOut: LeftOut };

export interface ReadingParts {
  /** UTC; for what comes without a time of its own. */
  now: string;
  /** Id of the outbox message that a message of this bot is (part of), where that is still known. */
  messageAt(chat: number, messageId: number): string | undefined;
  own: OwnAccount;
  /** Where a poll of this bot is, where that is still known. */
  pollAt(poll: string): PollPlace | undefined;
}

export function readUpdate(update: unknown, parts: ReadingParts): Reading {
  const parsed = updateShape.safeParse(update);
  if (!parsed.success) return { leftOut: 'malformed' };
  const { update_id, message, edited_message, callback_query, message_reaction } = parsed.data;
  const { my_chat_member, chat_member, poll_answer } = parsed.data;
  const otherwise = { externalId: `update:${update_id}`, parts };
  if (message !== undefined) return shaped(messageShape, message, otherwise, (read) => readMessage(read, message, parts));
  if (edited_message !== undefined)
    return shaped(messageShape, edited_message, otherwise, (read) => readEdit(read, update_id, parts));
  if (callback_query !== undefined) return shaped(callbackShape, callback_query, otherwise, (read) => readTap(read, parts));
  if (message_reaction !== undefined)
    return shaped(reactionShape, message_reaction, otherwise, (read) => readReaction(read, update_id, parts));
  if (my_chat_member !== undefined)
    return shaped(memberShape, my_chat_member, otherwise, (read) => readMember(read, update_id, true, parts));
  if (chat_member !== undefined)
    return shaped(memberShape, chat_member, otherwise, (read) => readMember(read, update_id, false, parts));
  if (poll_answer !== undefined) return shaped(voteShape, poll_answer, otherwise, (read) => readVote(read, update_id, parts));
  // Whether she blocks the bot shows when something is sent; what channels and other accounts do is not asked for.
  return { leftOut: 'otherKind' };
}

/** Id of a callback query, to be answered so that her button stops waiting; whoever pressed it, and wherever. */
export function tapIdOf(update: unknown): string | undefined {
  const callback = updateShape.safeParse(update).data?.callback_query;
  return callback === undefined ? undefined : callbackShape.safeParse(callback).data?.id;
}

interface Otherwise {
  externalId: string;
  parts: ReadingParts;
}

/** What has not the shape it should have is still something of hers, wherever it is known who she is. */
function shaped<T>(shape: z.ZodType<T>, value: unknown, otherwise: Otherwise, read: (value: T) => Reading): Reading {
  const parsed = shape.safeParse(value);
  if (parsed.success) return read(parsed.data);
  const sender = senderShape.safeParse(value).data ?? tapper(value);
  if (sender === undefined) return { leftOut: 'malformed' };
  if (sender.from.is_bot) return { leftOut: 'bot' };
  const { externalId, parts } = otherwise;
  const content = { kind: 'unsupported', what: 'malformed' } as const;
  return { arrival: { externalId, from: String(sender.chat.id), writtenAt: parts.now, content } };
}

/** In a private chat the chat has the number of the person. */
function tapper(value: unknown): { chat: { id: number }; from: { id: number; is_bot: boolean } } | undefined {
  const from = tapperShape.safeParse(value).data?.from;
  const elsewhere = typeof value === 'object' && value !== null && 'chat' in value;
  return from === undefined || elsewhere ? undefined : { chat: { id: from.id }, from };
}

function readMessage(message: TelegramMessage, raw: unknown, parts: ReadingParts): Reading {
  if (isGroupChat(message.chat)) return readInGroup(message, raw, parts);
  const notHers = notOfAPerson(message);
  if (notHers !== undefined) return { leftOut: notHers };
  const said = readContent(message, raw as object, repliedTo(message, parts));
  if (said === undefined) return { leftOut: 'service' };
  const externalId = `${message.chat.id}:${albumOf(message) ?? message.message_id}`;
  return { arrival: { externalId, from: String(message.chat.id), writtenAt: instant(message.date, parts), ...said } };
}

/** In a group what counts is what is said to us, and what happens to it; who wrote for a channel or without her name is nobody. */
function readInGroup(message: TelegramMessage, raw: unknown, parts: ReadingParts): Reading {
  const { chat, from, message_id } = message;
  const news = newsOfMessage(message, parts.own);
  if (from === undefined || (from.is_bot && news?.news.what !== 'moved')) return { leftOut: 'bot' };
  const base = { externalId: `${chat.id}:${message_id}`, from: String(from.id), writtenAt: instant(message.date, parts) };
  if (news) return { arrival: { ...base, group: groupAt(news.group), content: asNews(news.news) } };
  const said = readContent(message, raw as object, undefined);
  if (said === undefined) return { leftOut: 'service' };
  return { arrival: { ...base, group: groupAt(chat), content: inGroup(said.content, message, parts) } };
}

/** Whether it is for us: our name in it, or a message of ours that it answers. */
function inGroup(content: EventContent, message: TelegramMessage, parts: ReadingParts): EventContent {
  if (content.kind !== 'text') return content;
  const { text, mention } = turnedToUs(message.text ?? '', parts.own);
  const quoted = message.reply_to_message;
  const ours = quoted?.from?.is_bot === true && (quoted.from.id === undefined || quoted.from.id === parts.own.id);
  const replyTo = ours ? repliedTo(message, parts) : undefined;
  return { kind: 'text', text: wordsOf(text), ...(replyTo !== undefined && { replyTo }), ...(mention && { mention }) };
}

function readMember(change: TelegramMember, updateId: number, ours: boolean, { own }: ReadingParts): Reading {
  if (!isGroupChat(change.chat)) return { leftOut: 'otherKind' };
  const news = newsOfMember(change, ours || change.new_chat_member.user.id === own.id);
  if (!news) return { leftOut: 'service' };
  const { chat, from, date } = change;
  return {
    arrival: {
      externalId: `member:${updateId}`,
      from: String(from.id),
      group: groupAt(chat),
      writtenAt: new Date(date * 1000).toISOString(),
      content: asNews(news),
    },
  };
}

function readVote(vote: TelegramVote, updateId: number, { now, pollAt }: ReadingParts): Reading {
  // Somebody may vote for a channel, which is nobody.
  if (vote.user === undefined) return { leftOut: 'bot' };
  const base = { externalId: `vote:${updateId}`, from: String(vote.user.id), writtenAt: now };
  return { arrival: { ...base, ...voteOf(vote, pollAt(vote.poll_id)) } };
}

/** What comes together without words is one event, answered once; each caption of it is read. */
function albumOf({ media_group_id: album, caption }: TelegramMessage): string | undefined {
  return album === undefined || caption !== undefined ? undefined : `album:${album}`;
}

function readEdit(message: TelegramMessage, updateId: number, parts: ReadingParts): Reading {
  const group = isGroupChat(message.chat) ? { group: groupAt(message.chat) } : {};
  const notHers = 'group' in group ? (message.from?.is_bot === false ? undefined : 'bot') : notOfAPerson(message);
  if (notHers !== undefined) return { leftOut: notHers };
  // A place that moves comes as edits without words.
  const text = message.text ?? message.caption;
  if (text === undefined) return { leftOut: 'emptyEdit' };
  return {
    arrival: {
      externalId: `edit:${updateId}`,
      from: String('group' in group ? message.from?.id : message.chat.id),
      ...group,
      writtenAt: instant(message.edit_date ?? message.date, parts),
      content: { kind: 'edit', of: `${message.chat.id}:${message.message_id}`, text: wordsOf(text) },
    },
  };
}

/** What is no private chat and no group's words: taps and reactions there, and channels. */
function notOfAPerson({ chat, from }: Pick<TelegramMessage, 'chat' | 'from'>): LeftOut | undefined {
  if (chat.type !== 'private') return 'group';
  return from?.is_bot === true ? 'bot' : undefined;
}

function readTap({ id, from, data, message }: TelegramTap, parts: ReadingParts): Reading {
  if (message !== undefined && message.chat.type !== 'private') return { leftOut: 'group' };
  const arrival = { externalId: `tap:${id}`, from: String(message?.chat.id ?? from.id), writtenAt: parts.now };
  if (data === undefined) return { arrival: { ...arrival, content: { kind: 'unsupported', what: 'game' } } };
  const buttons = message?.reply_markup?.inline_keyboard.flat() ?? [];
  const label = buttons.find(({ callback_data }) => callback_data === data)?.text ?? '';
  return { arrival: { ...arrival, content: { kind: 'tap', label, ...readOptionTag(data) } } };
}

function readReaction(reaction: TelegramReaction, updateId: number, parts: ReadingParts): Reading {
  const { chat, message_id, date, old_reaction, new_reaction } = reaction;
  const notHers = notOfAPerson({ chat, from: reaction.user });
  if (notHers !== undefined) return { leftOut: notHers };
  if (new_reaction.length === 0) return { leftOut: 'reactionTakenBack' };
  const before = new Set(old_reaction.map(({ emoji }) => emoji));
  // An emoji of somebody's own drawing says nothing that we could know.
  const emoji = new_reaction.find((one) => one.emoji !== undefined && !before.has(one.emoji))?.emoji;
  if (emoji === undefined) return { leftOut: 'reactionWithoutMeaning' };
  const of = parts.messageAt(chat.id, message_id) ?? `${chat.id}:${message_id}`;
  return {
    arrival: {
      externalId: `reaction:${updateId}`,
      from: String(chat.id),
      writtenAt: instant(date, parts),
      content: { kind: 'reaction', emoji, of },
    },
  };
}

/** What she answers to: a message of ours by its own id, or by what its buttons carry; one of hers by its place in the chat. */
function repliedTo({ chat, reply_to_message: quoted }: TelegramMessage, parts: ReadingParts): string | undefined {
  if (quoted === undefined) return undefined;
  if (quoted.from?.is_bot !== true) return `${chat.id}:${quoted.message_id}`;
  const tag = quoted.reply_markup?.inline_keyboard.flat()[0]?.callback_data;
  return (
    parts.messageAt(chat.id, quoted.message_id) ??
    (tag === undefined ? undefined : readOptionTag(tag)?.of) ??
    `${chat.id}:${quoted.message_id}`
  );
}

function instant(seconds: number, { now }: ReadingParts): string {
  return seconds === 0 ? now : new Date(seconds * 1000).toISOString();
}
