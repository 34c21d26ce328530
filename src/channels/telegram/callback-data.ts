// What a button carries, in the 64 bytes that Telegram gives it: which message, and which of its options.
import { opaqueId } from '../../domain/opaque-id.ts';

export const writeTap = (messageId: string, option: number): string => `${opaqueId(messageId)}:${option}`;

/** `of` is the opaque id of the message: works after any restart, since it is computed. Empty for a button that is not ours. */
export function readTap(data: string): { of?: string; option?: number } {
  const match = /^([a-z0-9]+):(\d{1,3})$/.exec(data);
  return match === null ? {} : { of: match[1] ?? '', option: Number(match[2]) };
}
