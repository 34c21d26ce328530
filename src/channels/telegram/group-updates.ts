// What only groups and polls have in the Bot API: whether we are meant, who came and went, what became of the group, what somebody votes.
import type { GroupMember, GroupNews } from '../../domain/group.ts';
import type { EventContent } from '../../domain/inbound-event.ts';
import type { Arrival } from '../channel.ts';
import type { TelegramMember, TelegramMessage, TelegramVote } from './update-shape.ts';

/** Ourselves, as far as Telegram has told; the name is without @. */
export interface OwnAccount {
  id: number | undefined;
  name: string;
}

type Chat = TelegramMessage['chat'];

export const isGroupChat = ({ type }: Pick<Chat, 'type'>): boolean => type === 'group' || type === 'supergroup';

export const groupAt = ({ id, title }: Chat): NonNullable<Arrival['group']> => ({
  address: String(id),
  ...(title !== undefined && { title }),
});

/** A command without a name behind it is for every bot that is there. */
const bareCommand = /^\/[a-z]\w*(?=\s|$)/i;

/** Our name is left out of the words: they are read by somebody who knows that she is meant. */
export function turnedToUs(text: string, { name }: OwnAccount): { text: string; mention?: true } {
  if (name === '') return { text };
  const ours = new RegExp(`(^|[\\s(¿¡,])@${name}(?![\\w@])[,:]?`, 'giu');
  const command = new RegExp(`^/[a-z]\\w*@${name}(?=\\s|$)`, 'iu');
  const meant = ours.test(text) || command.test(text) || bareCommand.test(text);
  if (!meant) return { text };
  return {
    text: text
      .replace(ours, '$1')
      .replace(/\s+/gu, (blank) => (blank.includes('\n') ? '\n' : ' '))
      .trim(),
    mention: true,
  };
}

/** News that come as messages of the chat itself; undefined where it is none. */
export function newsOfMessage(message: TelegramMessage, own: OwnAccount): { group: Chat; news: GroupNews } | undefined {
  const { chat, new_chat_members: joined, left_chat_member: left, new_chat_title: title } = message;
  const news = (what: GroupNews, group = chat) => ({ group, news: what });
  if (message.migrate_to_chat_id !== undefined) return news({ what: 'moved', to: String(message.migrate_to_chat_id) });
  // The new group tells of the old one, whose owner goes on.
  if (message.migrate_from_chat_id !== undefined)
    return news({ what: 'moved', to: String(chat.id) }, { ...chat, id: message.migrate_from_chat_id });
  if (joined !== undefined) {
    if (joined.some(({ id }) => id === own.id)) return news({ what: 'here' });
    return news({ what: 'members', joined: peopleOf(joined), left: [] });
  }
  if (left !== undefined)
    return news(left.id === own.id ? { what: 'gone' } : { what: 'members', joined: [], left: peopleOf([left]) });
  return title === undefined ? undefined : news({ what: 'renamed', title });
}

const peopleOf = (users: readonly { id: number; is_bot: boolean }[]): GroupMember[] =>
  users.flatMap(({ id, is_bot }) => (is_bot ? [] : [{ address: String(id) }]));

const isThere = ({ status, is_member }: TelegramMember['new_chat_member']): boolean =>
  status === 'member' || status === 'administrator' || status === 'creator' || (status === 'restricted' && is_member === true);

/** Somebody's standing in a group changed, ours (`ours`) or another's; undefined where she is as much in it as before. */
export function newsOfMember(change: TelegramMember, ours: boolean): GroupNews | undefined {
  const { old_chat_member: before, new_chat_member: after } = change;
  const there = isThere(after);
  if (there === isThere(before)) return undefined;
  if (ours) return { what: there ? 'here' : 'gone' };
  const members = peopleOf([after.user]);
  if (members.length === 0) return undefined;
  return { what: 'members', joined: there ? members : [], left: there ? [] : members };
}

export const asNews = (news: GroupNews): EventContent => ({ kind: 'groupNews', ...news });

/** Where a poll of ours is, as far as this process remembers it. */
export interface PollPlace {
  chat: string;
  message: string;
}

/** Telegram names neither the message nor the chat of a vote. */
export function voteOf({ poll_id, option_ids }: TelegramVote, place: PollPlace | undefined): Pick<Arrival, 'content' | 'group'> {
  const content: EventContent = { kind: 'vote', of: place?.message ?? poll_id, options: [...option_ids].sort((a, b) => a - b) };
  return { content, ...(place?.chat.startsWith('-') && { group: { address: place.chat } }) };
}
