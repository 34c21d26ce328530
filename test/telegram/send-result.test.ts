// What each error of Telegram or of the line means for a message, where no server can be made to give it.
import { GrammyError, HttpError } from 'grammy';
import { describe, expect, it } from 'vitest';
import { errorCode, sendResultOf } from '../../src/channels/telegram/send-result.ts';
import type { SendResult } from '../../src/domain/outbound-message.ts';

function refusal(error_code: number, description: string, parameters: object = {}): GrammyError {
  return new GrammyError('Call failed', { ok: false, error_code, description, parameters }, 'sendMessage', {});
}

/** As the client of grammY gives what its fetch threw. */
function lineError(message: string, more: object = {}): HttpError {
  const address = 'https://api.telegram.org/bot123456:secret/sendMessage';
  return new HttpError(
    "Network request for 'sendMessage' failed!",
    Object.assign(new Error(`request to ${address} failed, reason: ${message}`), more),
  );
}

describe('a refusal', () => {
  it.each<[number, string, SendResult]>([
    [400, 'Bad Request: chat not found', { kind: 'rejected', code: 'chatNotFound' }],
    [400, 'Bad Request: message is too long', { kind: 'rejected', code: 'tooLong' }],
    [400, 'Bad Request: message caption is too long', { kind: 'rejected', code: 'tooLong' }],
    [400, 'Bad Request: message text is empty', { kind: 'rejected', code: 'empty' }],
    [400, 'Bad Request: BUTTON_DATA_INVALID', { kind: 'rejected', code: 'badButtons' }],
    [400, 'Bad Request: group chat was upgraded to a supergroup chat', { kind: 'rejected', code: 'chatMoved' }],
    [400, 'Bad Request: not enough rights to send text messages to the chat', { kind: 'rejected', code: 'notAllowed' }],
    [400, 'Bad Request: something new with the words of somebody', { kind: 'rejected', code: 'telegram400' }],
    [403, 'Forbidden: bot was blocked by the user', { kind: 'blocked' }],
    [403, 'Forbidden: user is deactivated', { kind: 'blocked' }],
    [403, "Forbidden: bot can't initiate conversation with a user", { kind: 'blocked' }],
    [413, 'Request Entity Too Large', { kind: 'rejected', code: 'tooLarge' }],
    [401, 'Unauthorized', { kind: 'retry', afterSeconds: 60 }],
    [404, 'Not Found', { kind: 'retry', afterSeconds: 60 }],
    [500, 'Internal Server Error', { kind: 'retry', afterSeconds: 0 }],
    [504, 'Gateway Timeout', { kind: 'retry', afterSeconds: 0 }],
  ])('%i %s', (code, description, result) => {
    expect(sendResultOf(refusal(code, description))).toEqual(result);
    expect(errorCode(refusal(code, description))).toBe(String(code));
  });

  it('of too many at once is waited for as long as Telegram says, and a while where it does not say', () => {
    expect(sendResultOf(refusal(429, 'Too Many Requests', { retry_after: 37 }))).toEqual({ kind: 'retry', afterSeconds: 37 });
    expect(sendResultOf(refusal(429, 'Too Many Requests'))).toEqual({ kind: 'retry', afterSeconds: 5 });
  });
});

describe('a failure of the line', () => {
  it.each([
    ['connect ECONNREFUSED 149.154.167.220:443', 'ECONNREFUSED'],
    ['getaddrinfo ENOTFOUND api.telegram.org', 'ENOTFOUND'],
    ['getaddrinfo EAI_AGAIN api.telegram.org', 'EAI_AGAIN'],
    ['connect ENETUNREACH 149.154.167.220:443', 'ENETUNREACH'],
    ['connect ETIMEDOUT 149.154.167.220:443', 'ETIMEDOUT'],
    ['', 'ETIMEDOUT'],
    ['certificate has expired', 'CERT_HAS_EXPIRED'],
    ['Client network socket disconnected before secure TLS connection was established', 'ECONNRESET'],
  ])('before anything was written (%s): surely not sent', (message, code) => {
    expect(sendResultOf(lineError(message, { code }))).toEqual({ kind: 'retry', afterSeconds: 0 });
  });

  it.each([
    ['socket hang up', { code: 'ECONNRESET' }, 'ECONNRESET'],
    ['read ECONNRESET', { code: 'ECONNRESET' }, 'ECONNRESET'],
    ['read ETIMEDOUT', { code: 'ETIMEDOUT' }, 'ETIMEDOUT'],
    ['write EPIPE', { code: 'EPIPE' }, 'EPIPE'],
    ['Premature close', { code: 'ERR_STREAM_PREMATURE_CLOSE' }, 'ERR_STREAM_PREMATURE_CLOSE'],
    ['invalid json response body', { type: 'invalid-json' }, 'invalid-json'],
    ["Request to 'sendMessage' timed out after 120 seconds", {}, 'timeout'],
    ['The user aborted a request.', { name: 'AbortError' }, 'timeout'],
    ['something that nobody has seen', {}, 'unknown'],
  ])('after it may have been written (%s): nobody knows', (message, more, code) => {
    const error = lineError(message, more);
    expect(sendResultOf(error)).toEqual({ kind: 'unsure' });
    expect(errorCode(error)).toBe(code);
  });

  it('is named without a word of the error, since that holds the token', () => {
    expect(errorCode(lineError('secret', { type: 'system' }))).toBe('system');
    for (const thrown of ['secret', { secret: 1 }, undefined, new Error('secret')]) expect(errorCode(thrown)).toBe('unknown');
  });

  it('of the file, which could not be read, is for good', () => {
    const error = lineError("ENOENT: no such file or directory, open 'clip.mp4'", { code: 'ENOENT' });
    expect(sendResultOf(error)).toEqual({ kind: 'rejected', code: 'fileUnreadable' });
  });
});
