// What we read of an update of the Bot API (https://core.telegram.org/bots/api#update); the rest of it is left alone.
import { z } from 'zod';

/** Kinds of updates that we ask for, by their names in the Bot API. */
export const allowedUpdates = [
  'message',
  'edited_message',
  'callback_query',
  'message_reaction',
  'my_chat_member',
  'chat_member',
  'poll_answer',
] as const;

const id = z.int();
/** Seconds since 1970; 0 stands for a message that the platform does not show any more. */
const date = z.int().min(0).max(8_640_000_000_000);
const user = z.object({ id, is_bot: z.boolean() });
const chat = z.object({ id, type: z.string(), title: z.string().optional() });
const present = z.unknown().optional();

const keyboard = z.object({
  inline_keyboard: z.array(z.array(z.object({ text: z.string(), callback_data: z.string().optional() }))),
});

const quoted = z.object({
  message_id: id,
  from: z.object({ id: id.optional(), is_bot: z.boolean() }).optional(),
  reply_markup: keyboard.optional(),
});

export const messageShape = z.object({
  message_id: id,
  date,
  edit_date: date.optional(),
  chat,
  from: user.optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  media_group_id: z.string().optional(),
  reply_to_message: quoted.optional(),
  contact: z.object({ phone_number: z.string(), user_id: id.optional() }).optional(),
  voice: z.object({ duration: z.number().min(0) }).optional(),
  photo: present,
  video: present,
  video_note: present,
  animation: present,
  document: present,
  sticker: present,
  location: present,
  venue: present,
  new_chat_members: z.array(user).optional(),
  left_chat_member: user.optional(),
  new_chat_title: z.string().optional(),
  migrate_to_chat_id: id.optional(),
  migrate_from_chat_id: id.optional(),
});
export type TelegramMessage = z.infer<typeof messageShape>;

export const callbackShape = z.object({
  id: z.string().min(1),
  from: user,
  data: z.string().optional(),
  message: z.object({ message_id: id, date, chat, reply_markup: keyboard.optional() }).optional(),
});
export type TelegramTap = z.infer<typeof callbackShape>;

export const reactionShape = z.object({
  chat,
  message_id: id,
  date,
  user: user.optional(),
  old_reaction: z.array(z.object({ type: z.string(), emoji: z.string().optional() })),
  new_reaction: z.array(z.object({ type: z.string(), emoji: z.string().optional() })),
});
export type TelegramReaction = z.infer<typeof reactionShape>;

const standing = z.object({ user, status: z.string(), is_member: z.boolean().optional() });
export const memberShape = z.object({ chat, from: user, date, old_chat_member: standing, new_chat_member: standing });
export type TelegramMember = z.infer<typeof memberShape>;

export const voteShape = z.object({ poll_id: z.string().min(1), user: user.optional(), option_ids: z.array(id.min(0)) });
export type TelegramVote = z.infer<typeof voteShape>;

export const updateShape = z.object({
  update_id: id,
  message: present,
  edited_message: present,
  callback_query: present,
  message_reaction: present,
  my_chat_member: present,
  chat_member: present,
  poll_answer: present,
});

/** Enough to answer somebody of whose message we understand nothing else. */
export const senderShape = z.object({ chat: z.object({ id, type: z.literal('private') }), from: user });
export const tapperShape = z.object({ from: user });
