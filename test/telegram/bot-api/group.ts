// Group chats, in which a bot in privacy mode sees only what is meant for it.
import type { Bubble, ChatWorld } from './chat-world.ts';
import { entitiesIn } from './markup.ts';
import type { UpdateQueue } from './update-queue.ts';
import type { Fields, WireChat, WireMessage, WireUser } from './wire.ts';

export interface Group {
  chat: WireChat;
  /** Becomes a supergroup: it has another number from now on. */
  upgrade(): void;
  /** Somebody comes in or leaves, told as a message. */
  joins(user: WireUser): void;
  leaves(user: WireUser): void;
  rename(title: string): void;
  /** The bot is brought in, or taken out: then nothing can be sent there. */
  bring(by: WireUser): void;
  takeOut(by: WireUser): void;
  bubbles(): Bubble[];
}

export function createGroup(world: ChatWorld, queue: UpdateQueue, title: string, id: number): Group {
  const anonymous: WireUser = { id: 1087968824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' };
  const tell = (from: WireUser, fields: Fields): void => queue.push('message', world.add(group.chat, from, fields));

  function standing(by: WireUser, before: 'left' | 'member', after: 'left' | 'member'): void {
    const of = (status: string): Fields => ({ user: world.bot, status });
    const date = Math.floor(Date.parse(world.now()) / 1000);
    const change = { old_chat_member: of(before), new_chat_member: of(after) };
    queue.push('my_chat_member', { chat: group.chat, from: by, date, ...change });
  }

  const group: Group = {
    chat: { id, type: 'group', title },
    upgrade() {
      const before = group.chat;
      const next: WireChat = { id: Number(`-100${Math.abs(before.id)}`), type: 'supergroup', title };
      world.addChat(next);
      world.moved.set(before.id, next.id);
      queue.push('message', world.add(before, anonymous, { migrate_to_chat_id: next.id }));
      queue.push('message', world.add(next, anonymous, { migrate_from_chat_id: before.id }));
      group.chat = next;
    },
    joins: (user) => tell(user, { new_chat_members: [user] }),
    leaves: (user) => tell(user, { left_chat_member: user }),
    rename(next) {
      group.chat.title = next;
      tell(anonymous, { new_chat_title: next });
    },
    bring(by) {
      world.blocked.delete(group.chat.id);
      standing(by, 'left', 'member');
    },
    takeOut(by) {
      world.blocked.add(group.chat.id);
      standing(by, 'member', 'left');
    },
    bubbles: () => world.bubbles(group.chat.id),
  };
  world.addChat(group.chat);
  return group;
}

interface PhoneInGroups {
  writeIn(group: Group, text: string): WireMessage;
  /** All that she has chosen now in the newest poll of the group, by its words. */
  vote(group: Group, labels: readonly string[]): void;
}

export function createPhoneGroups(world: ChatWorld, queue: UpdateQueue, user: WireUser): PhoneInGroups {
  return {
    writeIn({ chat }, text) {
      const message = world.add(chat, user, { text, ...entitiesIn(text) });
      const meant = text.startsWith('/') || text.includes(`@${world.bot.username}`);
      if (meant || world.readsAll) queue.push('message', message);
      return message;
    },
    vote({ chat }, labels) {
      const message = world.ofBot(chat.id).findLast((one) => one.poll !== undefined);
      const poll = message?.poll as { id: string; options: { text: string; persistent_id: string }[] } | undefined;
      if (!poll) throw new Error('there is no poll in the group');
      const chosen = poll.options.flatMap((option, place) => (labels.includes(option.text) ? [{ ...option, place }] : []));
      queue.push('poll_answer', {
        poll_id: poll.id,
        user,
        option_ids: chosen.map(({ place }) => place),
        option_persistent_ids: chosen.map(({ persistent_id }) => persistent_id),
      });
    },
  };
}
