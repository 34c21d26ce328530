// What we read of an update of the Bot API (https://core.telegram.org/bots/api#update); the rest of it is left alone.
import { z } from 'zod';

/** Kinds of updates that we ask for, by their names in the Bot API. */
export const allowedUpdates = ['message', 'edited_message', 'callback_query', 'message_reaction', 'my_chat_member'] as const;

const id = z.int();
/** Seconds since 1970; 0 stands for a message that the platform does not show any more. */
const date = z.int().min(0).max(8_640_000_000_000);
const user = z.object({ id, is_bot: z.boolean() });
const chat = z.object({ id, type: z.string() });
const present = z.unknown().optional();

const keyboard = z.object({
  inline_keyboard: z.array(z.array(z.object({ text: z.string(), callback_data: z.string().optional() }))),
});

const quoted = z.object({
  message_id: id,
  from: z.object({ is_bot: z.boolean() }).optional(),
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

export const updateShape = z.object({
  update_id: id,
  message: present,
  edited_message: present,
  callback_query: present,
  message_reaction: present,
});

/** Enough to answer somebody of whose message we understand nothing else. */
export const senderShape = z.object({ chat: z.object({ id, type: z.literal('private') }), from: user });
export const tapperShape = z.object({ from: user });
