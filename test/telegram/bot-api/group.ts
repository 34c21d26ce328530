// Group chats, in which a bot in privacy mode sees only what is meant for it.
import type { ChatWorld } from './chat-world.ts';
import { entitiesIn } from './markup.ts';
import type { UpdateQueue } from './update-queue.ts';
import type { WireChat, WireMessage, WireUser } from './wire.ts';

export interface Group {
  chat: WireChat;
  /** Becomes a supergroup: it has another number from now on. */
  upgrade(): void;
}

export function createGroup(world: ChatWorld, queue: UpdateQueue, title: string, id: number): Group {
  const group: Group = {
    chat: { id, type: 'group', title },
    upgrade() {
      const before = group.chat;
      const next: WireChat = { id: Number(`-100${Math.abs(before.id)}`), type: 'supergroup', title };
      world.addChat(next);
      world.moved.set(before.id, next.id);
      const anonymous: WireUser = { id: 1087968824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' };
      queue.push('message', world.add(before, anonymous, { migrate_to_chat_id: next.id }));
      queue.push('message', world.add(next, anonymous, { migrate_from_chat_id: before.id }));
      group.chat = next;
    },
  };
  world.addChat(group.chat);
  return group;
}

export function createPhoneGroups(
  world: ChatWorld,
  queue: UpdateQueue,
  user: WireUser,
): { writeIn(group: Group, text: string): WireMessage } {
  return {
    writeIn({ chat }, text) {
      const message = world.add(chat, user, { text, ...entitiesIn(text) });
      const meant = text.startsWith('/') || text.includes(`@${world.bot.username}`);
      if (meant) queue.push('message', message);
      return message;
    },
  };
}
