// What travels between a bot and the Bot API server, as far as the server looks into it.

export type Fields = Record<string, unknown>;

export interface WireUser {
  id: number;
  is_bot: boolean;
  first_name: string;
  username?: string;
  language_code?: string;
}

export interface WireChat {
  id: number;
  type: 'private' | 'group' | 'supergroup';
  title?: string;
  first_name?: string;
}

export interface WireButton {
  text: string;
  callback_data?: string;
}

export interface WireMessage {
  message_id: number;
  date: number;
  chat: WireChat;
  from?: WireUser;
  text?: string;
  caption?: string;
  edit_date?: number;
  reply_markup?: { inline_keyboard: WireButton[][] };
  [other: string]: unknown;
}

export interface WireUpdate {
  update_id: number;
  [kind: string]: unknown;
}

/** A file that came as a part of a request. */
export class UploadedFile {
  readonly name: string;
  readonly bytes: number;
  constructor(name: string, bytes: number) {
    this.name = name;
    this.bytes = bytes;
  }
}

/** A refusal as Telegram words it. */
export class Refusal extends Error {
  readonly code: number;
  readonly parameters: Fields | undefined;
  constructor(code: number, description: string, parameters?: Fields) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof UploadedFile);
