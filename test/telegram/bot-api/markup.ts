// Keyboards and texts of a call, held to Telegram's limits.
import { type Fields, isFields, Refusal, type WireButton } from './wire.ts';

/** Bot API: sendMessage, 1-4096 characters. Counted in UTF-16, the stricter way. */
export function checkedText(text: unknown, most: number, what: 'message text' | 'message caption'): string {
  const trimmed = String(text ?? '').trim();
  if (trimmed === '' && what === 'message text') throw new Refusal(400, 'Bad Request: message text is empty');
  if (trimmed.length > most)
    throw new Refusal(
      400,
      what === 'message text' ? 'Bad Request: message is too long' : 'Bad Request: message caption is too long',
    );
  return trimmed;
}

export interface ReadMarkup {
  inline?: WireButton[][];
  /** Labels that replace the keyboard on which one types; empty to give it back. */
  keyboard?: { text: string; request_contact?: boolean }[];
}

export function readMarkup(markup: unknown): ReadMarkup {
  if (!isFields(markup)) return {};
  if (Array.isArray(markup.inline_keyboard)) return { inline: checkedButtons(markup.inline_keyboard as WireButton[][]) };
  if (Array.isArray(markup.keyboard)) return { keyboard: (markup.keyboard as { text: string }[][]).flat() };
  return markup.remove_keyboard === true ? { keyboard: [] } : {};
}

function checkedButtons(rows: WireButton[][]): WireButton[][] {
  if (rows.flat().length > 100) throw new Refusal(400, 'Bad Request: inline keyboard has too many buttons');
  for (const { text, callback_data: data } of rows.flat()) {
    if (text.trim() === '') throw new Refusal(400, 'Bad Request: inline keyboard button text must be non-empty');
    if (data === undefined) throw new Refusal(400, 'Bad Request: Text buttons are unallowed in the inline keyboard');
    if (data === '' || Buffer.byteLength(data) > 64) throw new Refusal(400, 'Bad Request: BUTTON_DATA_INVALID');
  }
  return rows;
}

/** Our texts are plain: nothing in them may be read as formatting, so nothing here can read it. */
export function refuseFormatting({ parse_mode, entities, caption_entities }: Fields): void {
  if (parse_mode !== undefined || entities !== undefined || caption_entities !== undefined)
    throw new Refusal(501, 'formatted texts are not built into this server');
}

/** Telegram marks commands itself. */
export function entitiesIn(text: string): Fields {
  const [command] = /^\/\w+/.exec(text) ?? [];
  return command === undefined ? {} : { entities: [{ type: 'bot_command', offset: 0, length: command.length }] };
}
