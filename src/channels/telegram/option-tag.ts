// What a button carries: which message it belongs to and which of its options it is, in the 64 bytes that Telegram leaves for it.
import { opaqueId } from '../../domain/opaque-id.ts';

/** Telegram limits callback_data to 64 bytes; our ids are longer and name a chat. */
export function optionTag(messageId: string, option: number): string {
  return `${opaqueId(messageId)}:${option}`;
}

/** Undefined for what is not ours: a button of another version, or of another program with the same token. */
export function readOptionTag(tag: string): { of: string; option: number } | undefined {
  const match = /^([a-z0-9]{14,20}):(\d{1,3})$/.exec(tag);
  return match ? { of: match[1] ?? '', option: Number(match[2]) } : undefined;
}
