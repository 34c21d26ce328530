// What each method of the Bot API does here.
import { type ChatWorld, shownKeyboard } from './chat-world.ts';
import { checkedText, readMarkup, refuseFormatting } from './markup.ts';
import type { WebhookPusher } from './push-webhook.ts';
import type { UpdateQueue } from './update-queue.ts';
import { type Fields, Refusal, UploadedFile, type WireMessage } from './wire.ts';

export interface MethodParts {
  world: ChatWorld;
  queue: UpdateQueue;
  webhook: WebhookPusher;
  /** Callback queries that nobody answered yet. */
  openTaps: Set<string>;
  /** What setMyCommands left, as it came. */
  commands: Fields[];
}

let polls = 0;

export type Method = (fields: Fields, gone: AbortSignal) => unknown;

export function createMethods({ world, queue, webhook, openTaps, commands }: MethodParts): Record<string, Method> {
  function post(fields: Fields, content: Fields): WireMessage {
    refuseFormatting(fields);
    const chat = world.chat(fields.chat_id);
    const { inline, keyboard } = readMarkup(fields.reply_markup);
    const message = world.add(chat, world.bot, { ...content, ...(inline && { reply_markup: { inline_keyboard: inline } }) });
    if (keyboard !== undefined) {
      world.keyboards.set(chat.id, keyboard);
      shownKeyboard.set(
        message,
        keyboard.map(({ text }) => text),
      );
    }
    return message;
  }

  const sendFile =
    (type: 'photo' | 'video' | 'document'): Method =>
    (fields) => {
      world.chat(fields.chat_id);
      const given = fields[type];
      const file = given instanceof UploadedFile ? world.keepFile(type, given) : world.file(given);
      if (file === undefined) throw new Refusal(400, 'Bad Request: wrong file identifier/HTTP URL specified');
      if (file.type !== type) throw new Refusal(400, `Bad Request: can't use file of type ${file.type} as ${type}`);
      const caption = checkedText(fields.caption, 1024, 'message caption');
      const size = { width: 640, height: 360 };
      const kept = world.fileFields(file);
      const media = {
        photo: [
          { ...kept, file_id: `${file.id}-small`, width: 90, height: 51 },
          { ...kept, ...size },
        ],
        video: { ...kept, ...size, duration: fields.duration ?? 0, file_name: file.name, mime_type: 'video/mp4' },
        document: { ...kept, file_name: file.name },
      };
      return post(fields, { [type]: media[type], ...(caption !== '' && { caption }) });
    };

  /** Without a keyboard in the call the message loses the one it had. */
  const edit =
    (change: (fields: Fields, message: WireMessage) => Fields): Method =>
    (fields) => {
      refuseFormatting(fields);
      const chat = world.chat(fields.chat_id);
      const message = world.message(chat.id, fields.message_id);
      if (message === undefined) throw new Refusal(400, 'Bad Request: message to edit not found');
      if (message.from?.id !== world.bot.id) throw new Refusal(400, "Bad Request: message can't be edited");
      const { inline } = readMarkup(fields.reply_markup);
      const after = { reply_markup: inline && { inline_keyboard: inline }, ...change(fields, message) };
      if (Object.entries(after).every(([name, value]) => JSON.stringify(value) === JSON.stringify(message[name])))
        throw new Refusal(
          400,
          'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
        );
      world.edit(message, after);
      return message;
    };

  function listen(url: string, fields: Fields): true {
    if (fields.drop_pending_updates === true) queue.dropAll();
    if (url !== '') queue.interrupt('terminated by setWebhook request');
    queue.allow(fields.allowed_updates);
    webhook.set(url, typeof fields.secret_token === 'string' ? fields.secret_token : undefined);
    return true;
  }

  return {
    getMe: () => ({
      ...world.bot,
      can_join_groups: true,
      can_read_all_group_messages: world.readsAll,
      supports_inline_queries: false,
    }),
    getUpdates(fields, gone) {
      if (webhook.url() !== '')
        throw new Refusal(
          409,
          "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        );
      return queue.poll(fields, gone);
    },
    setWebhook: (fields) => listen(String(fields.url), fields),
    deleteWebhook: (fields) => listen('', fields),
    getWebhookInfo: () => webhook.info(),
    sendMessage: (fields) => post(fields, { text: checkedText(fields.text, 4096, 'message text') }),
    sendPoll(fields) {
      const question = checkedText(fields.question, 300, 'message text');
      const options = fields.options as { text: string }[];
      if (options.length < 2 || options.length > 12) throw new Refusal(400, 'Bad Request: poll must have 2-12 options');
      const poll = {
        id: String(5_000_000_000_000_000_000n + BigInt(++polls)),
        question,
        options: options.map(({ text }, place) => ({ text, persistent_id: String(place), voter_count: 0 })),
        is_anonymous: fields.is_anonymous !== false,
        allows_multiple_answers: fields.allows_multiple_answers === true,
      };
      return post(fields, { poll });
    },
    sendPhoto: sendFile('photo'),
    sendVideo: sendFile('video'),
    sendDocument: sendFile('document'),
    copyMessage(fields) {
      const message = world.message(world.chat(fields.from_chat_id).id, fields.message_id);
      if (message === undefined) throw new Refusal(400, 'Bad Request: message to copy not found');
      const { text, photo, video, document, caption } = message;
      const shown = checkedText(fields.caption ?? caption, 1024, 'message caption');
      const content = Object.entries({ text, photo, video, document }).filter(([, value]) => value !== undefined);
      const { message_id } = post(fields, { ...Object.fromEntries(content), ...(shown !== '' && { caption: shown }) });
      return { message_id };
    },
    editMessageText: edit((fields) => ({ text: checkedText(fields.text, 4096, 'message text') })),
    editMessageCaption: edit((fields) => ({ caption: checkedText(fields.caption, 1024, 'message caption') })),
    editMessageReplyMarkup: edit(() => ({})),
    deleteMessage(fields) {
      const message = world.message(world.chat(fields.chat_id).id, fields.message_id);
      if (message === undefined) throw new Refusal(400, 'Bad Request: message to delete not found');
      world.remove(message);
      return true;
    },
    answerCallbackQuery(fields) {
      if (!openTaps.delete(String(fields.callback_query_id)))
        throw new Refusal(400, 'Bad Request: query is too old and response timeout expired or query ID is invalid');
      return true;
    },
    sendChatAction(fields) {
      world.chat(fields.chat_id);
      return true;
    },
    setMyCommands(fields) {
      commands.splice(0, commands.length, ...(fields.commands as Fields[]));
      return true;
    },
  };
}
