// What a failed call to Telegram means for the message: the only place that reads its errors. Nothing of them is logged as it is:
// their texts hold the address that was called, and the token is part of it.
import { GrammyError, HttpError } from 'grammy';
import type { SendResult } from '../../domain/outbound-message.ts';

/** A token that is refused is a matter of the operator; he is not found in a minute. */
const refusedTokenSeconds = 60;
/** Telegram says how long; where it does not, this. */
const usualRetrySeconds = 5;

/** Failures before anything was written to Telegram: the message surely did not go out. */
const neverConnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EHOSTDOWN',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** Code of a file that Telegram does not know (any more), though it gave us the name. */
export const wrongFile = 'wrongFile';

const rejections: readonly (readonly [RegExp, string])[] = [
  [/chat not found|PEER_ID_INVALID/i, 'chatNotFound'],
  [/user not found|USER_ID_INVALID/i, 'userNotFound'],
  [/upgraded to a supergroup/i, 'chatMoved'],
  [/too long|ENTITY_TOO_LONG|MEDIA_CAPTION_TOO_LONG/i, 'tooLong'],
  [/text (is empty|must be non-empty)/i, 'empty'],
  [/BUTTON_|reply markup|inline keyboard/i, 'badButtons'],
  [/file identifier|file_id|FILE_REFERENCE/i, wrongFile],
  [/not enough rights|have no rights|CHAT_WRITE_FORBIDDEN/i, 'notAllowed'],
];

/** A short name for logs and health: a number of Telegram or a name of the network, never a sentence. */
export function errorCode(error: unknown): string {
  if (error instanceof GrammyError) return String(error.error_code);
  const cause = error instanceof HttpError ? error.error : error;
  if (!(cause instanceof Error)) return 'unknown';
  if ('code' in cause && typeof cause.code === 'string') return cause.code;
  if (cause.name === 'AbortError' || /timed out/.test(cause.message)) return 'timeout';
  if ('type' in cause && typeof cause.type === 'string') return cause.type;
  return 'unknown';
}

/** The new number of a group that was made a supergroup. */
export function movedTo(error: unknown): string | undefined {
  const to = error instanceof GrammyError ? error.parameters.migrate_to_chat_id : undefined;
  return to === undefined ? undefined : String(to);
}

export function sendResultOf(error: unknown): SendResult {
  if (error instanceof GrammyError) return answered(error);
  const code = errorCode(error);
  if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR') return { kind: 'rejected', code: 'fileUnreadable' };
  return surelyNotSent(error, code) ? { kind: 'retry', afterSeconds: 0 } : { kind: 'unsure' };
}

function answered({ error_code: code, description, parameters }: GrammyError): SendResult {
  if (code === 429) return { kind: 'retry', afterSeconds: parameters.retry_after ?? usualRetrySeconds };
  if (code === 403) return { kind: 'blocked' };
  if (code === 401 || code === 404) return { kind: 'retry', afterSeconds: refusedTokenSeconds };
  if (code >= 500) return { kind: 'retry', afterSeconds: 0 };
  if (code === 413) return { kind: 'rejected', code: 'tooLarge' };
  const known = rejections.find(([pattern]) => pattern.test(description))?.[1];
  return { kind: 'rejected', code: known ?? `telegram${code}` };
}

function surelyNotSent(error: unknown, code: string): boolean {
  if (neverConnected.has(code)) return true;
  const reason = error instanceof HttpError && error.error instanceof Error ? error.error.message : '';
  // The handshake was cut: the request waits for its end.
  if (code === 'ECONNRESET') return /before secure TLS connection/.test(reason);
  return code === 'ETIMEDOUT' && !/(read|write) ETIMEDOUT/.test(reason);
}
