// A person with Telegram on her phone: what she can do in a chat, and what she sees of the bot.
import type { Bubble, ChatWorld } from './chat-world.ts';
import { createPhoneGroups, type Group } from './group.ts';
import { entitiesIn } from './markup.ts';
import type { UpdateQueue } from './update-queue.ts';
import { type Fields, UploadedFile, type WireChat, type WireMessage, type WireUser } from './wire.ts';

export interface PhoneParts {
  world: ChatWorld;
  queue: UpdateQueue;
  openTaps: Set<string>;
  user: WireUser;
  /** Her number, for the button that shares it. */
  number: string;
}

export interface Phone {
  user: WireUser;
  chat: WireChat;
  write(text: string, more?: Fields): WireMessage;
  writeIn(group: Group, text: string): WireMessage;
  vote(group: Group, labels: readonly string[]): void;
  /** The newest message that has a button with this label; or a button where she types. */
  press(label: string): void;
  /** A button under a message so old that Telegram tells nothing of it any more but its number. */
  pressOld(label: string): void;
  edit(message: WireMessage, text: string): void;
  reply(to: { messageId: number } | WireMessage, text: string): WireMessage;
  forward(text: string): WireMessage;
  photo(caption?: string): WireMessage;
  video(caption?: string): WireMessage;
  document(name: string, caption?: string): WireMessage;
  voice(seconds: number): WireMessage;
  sticker(): WireMessage;
  location(): WireMessage;
  contact(whose: 'own' | 'foreign'): WireMessage;
  /** As many photos as captions, at once. */
  album(captions: readonly string[]): WireMessage[];
  react(to: { messageId: number } | WireMessage, emoji: string): void;
  block(): void;
  unblock(): void;
  /** Everything that the bot said in her chat, in order, as it stands now. */
  bubbles(): Bubble[];
  /** Resolves with all bubbles as soon as there are so many, or as they should be. */
  until(enough: number | ((bubbles: Bubble[]) => boolean), patienceMs?: number): Promise<Bubble[]>;
}

let albums = 0;
let taps = 0;

export function createPhone({ world, queue, openTaps, user, number }: PhoneParts): Phone {
  const chat = { id: user.id, type: 'private', first_name: user.first_name } as const;
  world.addChat(chat);
  const reactions = new Map<number, string>();
  const seconds = (): number => Math.floor(Date.parse(world.now()) / 1000);
  const numberOf = (message: { messageId: number } | WireMessage): number =>
    'messageId' in message ? Number(message.messageId) : message.message_id;

  function say(fields: Fields): WireMessage {
    const message = world.add(chat, user, fields);
    queue.push('message', message);
    return message;
  }
  const write = (text: string, more: Fields = {}): WireMessage => say({ text, ...entitiesIn(text), ...more });
  const kept = (type: string, name: string): Fields => world.fileFields(world.keepFile(type, new UploadedFile(name, 1000)));
  const captioned = (caption: string | undefined): Fields => (caption === undefined ? {} : { caption });
  const photo = (caption?: string, more: Fields = {}): WireMessage =>
    say({ photo: [{ ...kept('photo', 'foto.jpg'), width: 1280, height: 960 }], ...captioned(caption), ...more });
  const contact = (whose: 'own' | 'foreign'): WireMessage =>
    say({
      contact:
        whose === 'own'
          ? { phone_number: number, first_name: user.first_name, user_id: user.id }
          : { phone_number: '525500000000', first_name: 'Otra persona', user_id: user.id + 1 },
    });

  function press(label: string, inaccessible: boolean): void {
    const message = world.ofBot(chat.id).findLast((one) => buttonIn(one, label) !== undefined);
    const data = message && buttonIn(message, label)?.callback_data;
    if (message === undefined || data === undefined) return pressKeyboard(label);
    const id = String(4_000_000_000_000 + ++taps);
    openTaps.add(id);
    const shown = inaccessible ? { chat, message_id: message.message_id, date: 0 } : message;
    queue.push('callback_query', { id, from: user, chat_instance: String(chat.id), message: shown, data });
  }

  function pressKeyboard(label: string): void {
    const key = world.keyboards.get(chat.id)?.find(({ text }) => text === label);
    if (key === undefined) {
      const labels = world.bubbles(chat.id).flatMap(({ buttons }) => buttons);
      throw new Error(`no button "${label}" in the chat of ${user.first_name}; there are: ${[...new Set(labels)].join(' | ')}`);
    }
    if (key.request_contact === true) contact('own');
    else write(label);
  }

  function setMember(status: 'member' | 'kicked', before: 'member' | 'kicked'): void {
    const state = (one: typeof status): Fields => ({
      user: world.bot,
      status: one,
      ...(one === 'kicked' && { until_date: 0 }),
    });
    const change = { old_chat_member: state(before), new_chat_member: state(status) };
    queue.push('my_chat_member', { chat, from: user, date: seconds(), ...change });
  }

  async function until(enough: number | ((bubbles: Bubble[]) => boolean), patienceMs = 30_000): Promise<Bubble[]> {
    const isEnough = typeof enough === 'number' ? (bubbles: Bubble[]) => bubbles.length >= enough : enough;
    return new Promise((resolve, reject) => {
      const off = world.onChange(look);
      const timer = setTimeout(() => {
        off();
        const newest = world.bubbles(chat.id).slice(-5);
        reject(new Error(`${user.first_name} waited in vain; the newest bubbles: ${JSON.stringify(newest, null, 1)}`));
      }, patienceMs);
      function look(): void {
        const bubbles = world.bubbles(chat.id);
        if (!isEnough(bubbles)) return;
        off();
        clearTimeout(timer);
        resolve(bubbles);
      }
      look();
    });
  }

  return {
    user,
    chat,
    write,
    ...createPhoneGroups(world, queue, user),
    press: (label) => press(label, false),
    pressOld: (label) => press(label, true),
    edit(message, text) {
      world.edit(message, message.text === undefined ? { caption: text } : { text });
      queue.push('edited_message', message);
    },
    reply: (to, text) => write(text, { reply_to_message: world.message(chat.id, numberOf(to)) }),
    forward: (text) => write(text, { forward_origin: { type: 'hidden_user', sender_user_name: 'Alguien', date: seconds() } }),
    photo: (caption) => photo(caption),
    video: (caption) =>
      say({ video: { ...kept('video', 'v.mp4'), width: 640, height: 360, duration: 12 }, ...captioned(caption) }),
    document: (name, caption) => say({ document: { ...kept('document', name), file_name: name }, ...captioned(caption) }),
    voice: (duration) => say({ voice: { ...kept('voice', 'voz.oga'), duration, mime_type: 'audio/ogg' } }),
    sticker: () =>
      say({
        sticker: {
          ...kept('sticker', 's.webp'),
          type: 'regular',
          width: 512,
          height: 512,
          is_animated: false,
          is_video: false,
          emoji: '👍',
        },
      }),
    location: () => say({ location: { latitude: 19.4326, longitude: -99.1332 } }),
    contact,
    album(captions) {
      const media_group_id = String(13_000_000_000_000 + ++albums);
      return captions.map((caption) => photo(caption === '' ? undefined : caption, { media_group_id }));
    },
    react(to, emoji) {
      const id = numberOf(to);
      const reaction = (one: string | undefined): Fields[] => (one === undefined ? [] : [{ type: 'emoji', emoji: one }]);
      const change = { old_reaction: reaction(reactions.get(id)), new_reaction: reaction(emoji === '' ? undefined : emoji) };
      queue.push('message_reaction', { chat, message_id: id, user, date: seconds(), ...change });
      reactions.set(id, emoji);
    },
    block() {
      world.blocked.add(chat.id);
      setMember('kicked', 'member');
    },
    unblock() {
      world.blocked.delete(chat.id);
      setMember('member', 'kicked');
    },
    bubbles: () => world.bubbles(chat.id),
    until,
  };
}

const buttonIn = (message: WireMessage, label: string) =>
  message.reply_markup?.inline_keyboard.flat().find(({ text }) => text === label);
