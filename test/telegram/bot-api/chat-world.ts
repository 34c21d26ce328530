// Chats and what was said in them, as Telegram keeps it and as the people see it.
import { type Fields, Refusal, type UploadedFile, type WireChat, type WireMessage, type WireUser } from './wire.ts';

/** A message of the bot as it stands in a chat now. */
export interface Bubble {
  messageId: number;
  text: string;
  /** Labels under the message, row after row. */
  buttons: string[];
  media?: { type: string; file: string };
  /** Labels that replace the keyboard on which one types; empty when it is given back. */
  keyboard?: string[];
}

export interface KeptFile {
  id: string;
  type: string;
  name: string;
  bytes: number;
}

export interface ChatWorld {
  bot: WireUser;
  now(): string;
  chat(id: unknown): WireChat;
  addChat(chat: WireChat): void;
  /** The group goes on as a supergroup with another id. */
  moved: Map<number, number>;
  blocked: Set<number>;
  /** The bot's privacy mode is off: it is given every word of its groups. */
  readsAll: boolean;
  add(chat: WireChat, from: WireUser, fields: Fields): WireMessage;
  message(chatId: number, messageId: unknown): WireMessage | undefined;
  remove(message: WireMessage): void;
  edit(message: WireMessage, fields: Fields): void;
  keepFile(type: string, file: UploadedFile): KeptFile;
  file(id: unknown): KeptFile | undefined;
  fileFields(file: KeptFile): Fields;
  /** The bot's messages in a chat, in the order in which they came. */
  ofBot(chatId: number): WireMessage[];
  bubbles(chatId: number): Bubble[];
  /** Reply keyboard that a chat shows, as it was sent. */
  keyboards: Map<number, { text: string; request_contact?: boolean }[]>;
  onChange(listener: () => void): () => void;
}

export function createChatWorld(now: () => string): ChatWorld {
  const bot = { id: 7_000_000_001, is_bot: true, first_name: 'Bot de prueba', username: 'de_prueba_bot' };
  const chats = new Map<number, WireChat>();
  const messages = new Map<string, WireMessage>();
  const counters = new Map<number | 'shared', number>();
  const files = new Map<string, KeptFile>();
  const moved = new Map<number, number>();
  const blocked = new Set<number>();
  const keyboards: ChatWorld['keyboards'] = new Map();
  const listeners = new Set<() => void>();
  const seconds = (): number => Math.floor(Date.parse(now()) / 1000);
  const changed = (): void => {
    for (const listener of [...listeners]) listener();
  };

  /** Supergroups count their own messages; all other chats of a bot share one count. */
  function nextId({ id, type }: WireChat): number {
    const counter = type === 'supergroup' ? id : 'shared';
    const next = (counters.get(counter) ?? (counter === 'shared' ? 40 : 0)) + 1;
    counters.set(counter, next);
    return next;
  }

  const ofBot = (chatId: number): WireMessage[] =>
    [...messages.values()].filter(({ chat, from }) => chat.id === chatId && from?.id === bot.id);

  return {
    bot,
    now,
    chat(id) {
      const chat = chats.get(Number(id));
      if (chat === undefined) throw new Refusal(400, 'Bad Request: chat not found');
      const elsewhere = moved.get(chat.id);
      if (elsewhere !== undefined)
        throw new Refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', { migrate_to_chat_id: elsewhere });
      if (blocked.has(chat.id)) throw new Refusal(403, 'Forbidden: bot was blocked by the user');
      return chat;
    },
    addChat: (chat) => void chats.set(chat.id, chat),
    moved,
    blocked,
    readsAll: false,
    add(chat, from, fields) {
      const message: WireMessage = { message_id: nextId(chat), date: seconds(), chat, from, ...fields };
      messages.set(`${chat.id}:${message.message_id}`, message);
      changed();
      return message;
    },
    message: (chatId, messageId) => messages.get(`${chatId}:${Number(messageId)}`),
    remove({ chat, message_id }) {
      messages.delete(`${chat.id}:${message_id}`);
      changed();
    },
    edit(message, fields) {
      Object.assign(message, fields, { edit_date: seconds() });
      changed();
    },
    keepFile(type, { name, bytes }) {
      const file = { id: `AgAC-${type}-${files.size + 1}`, type, name, bytes };
      files.set(file.id, file);
      return file;
    },
    file: (id) => files.get(String(id)),
    fileFields: ({ id, bytes }) => ({ file_id: id, file_unique_id: `u-${id}`, file_size: bytes }),
    ofBot,
    bubbles: (chatId) => ofBot(chatId).map((message) => bubbleOf(message, files)),
    keyboards,
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

const mediaFields = ['video', 'document', 'photo'] as const;

/** Reply keyboards are no part of a message that Telegram gives back; here they are kept beside it for the people to see. */
export const shownKeyboard = new WeakMap<WireMessage, string[]>();

function bubbleOf(message: WireMessage, files: ReadonlyMap<string, KeptFile>): Bubble {
  const type = mediaFields.find((field) => message[field] !== undefined);
  const keyboard = shownKeyboard.get(message);
  return {
    messageId: message.message_id,
    text: message.text ?? message.caption ?? questionIn(message.poll),
    buttons: (message.reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text),
    ...(type !== undefined && { media: { type, file: files.get(fileIdIn(message[type]))?.name ?? '' } }),
    ...(keyboard !== undefined && { keyboard }),
  };
}

const questionIn = (poll: unknown): string => (poll as { question?: string } | undefined)?.question ?? '';

function fileIdIn(value: unknown): string {
  const file: unknown = Array.isArray(value) ? value.at(-1) : value;
  return String((file as { file_id?: unknown } | undefined)?.file_id);
}
