// Somebody's phone: what she does in her private chat with the bot, and what she sees there.
import type { Sent, StandIn, Written } from './stand-in.ts';

export interface Contact {
  /** `5215512345678@c.us`; absent for who is known by her privacy id alone. */
  phone?: string;
  lid?: string;
  name?: string;
}

export interface Bubble {
  id: string;
  text: string;
  type: string;
  file: Sent['file'];
  /** The labels of a poll. */
  poll?: string[];
}

export interface Phone {
  /** Where her chat is at WhatsApp. */
  chat: string;
  /** Resolve with the id of the message. */
  write(text: string, more?: Partial<Written>): Promise<string>;
  voice(seconds: number): Promise<string>;
  image(caption?: string): Promise<string>;
  edit(id: string, text: string): Promise<void>;
  revoke(id: string): Promise<void>;
  react(id: string, emoji: string): Promise<void>;
  /** What she has chosen now in a poll, by the labels. */
  vote(id: string, ...options: string[]): Promise<void>;
  /** All that she sees of the bot, in order. */
  bubbles(): Bubble[];
}

const picture = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

export function createPhone(standIn: StandIn, { phone, lid, name }: Contact): Phone {
  const chat = (standIn.world.usesLids ? (lid ?? phone) : (phone ?? lid)) ?? '';
  const mine = new Set([phone, lid]);
  const said = (written: Partial<Written>): Promise<string> =>
    standIn.write({ chat, ...(name !== undefined && { shownName: name }), ...written });
  return {
    chat,
    write: (body, more = {}) => said({ body, ...more }),
    voice: (seconds) => said({ type: 'ptt', media: { data: btoa('OggS'), mimetype: 'audio/ogg; codecs=opus', seconds } }),
    image: (caption) =>
      said({ type: 'image', media: { data: picture, mimetype: 'image/png' }, ...(caption !== undefined && { caption }) }),
    edit: async (id, body) => void (await standIn.command('edit', { id, body, at: Date.now() })),
    revoke: async (id) => void (await standIn.command('revoke', { id })),
    react: async (id, emoji) => void (await standIn.command('react', { id, emoji, sender: chat })),
    vote: (id, ...options) => standIn.vote({ id, voter: chat, options }),
    bubbles: () => bubblesOf(standIn.sent().filter((one) => mine.has(one.chat))),
  };
}

export function bubblesOf(sent: readonly Sent[]): Bubble[] {
  return sent.map(({ id, fields, file }) => ({
    id,
    text: String(fields.pollName ?? (file === undefined ? fields.body : fields.caption) ?? ''),
    type: String(fields.type),
    file,
    ...(Array.isArray(fields.pollOptions) && { poll: (fields.pollOptions as { name: string }[]).map(({ name }) => name) }),
  }));
}
