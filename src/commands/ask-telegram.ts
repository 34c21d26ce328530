// One question to the Bot API, for commands that look and change nothing; its answer, its refusal, or why there is none.
import type { z } from 'zod';
import type { TelegramSettings } from '../config.ts';

export type TelegramAnswer<T> =
  | { kind: 'answered'; result: T /** Telegram's own clock, in milliseconds, where it said so. */; at: number | undefined }
  | { kind: 'refused'; code: number; why: string }
  | { kind: 'unreachable'; why: string };

const patienceMs = 5_000;

/** Never throws, and nothing that it returns holds the token. */
export async function askTelegram<T>(
  { token, apiRoot }: Pick<TelegramSettings, 'token' | 'apiRoot'>,
  method: 'getMe' | 'getWebhookInfo',
  shape: z.ZodType<T>,
  timeoutMs = patienceMs,
): Promise<TelegramAnswer<T>> {
  try {
    const response = await fetch(`${apiRoot.replace(/\/+$/, '')}/bot${token}/${method}`, {
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
    });
    const at = Date.parse(response.headers.get('date') ?? '');
    const body = (await response.json().catch(() => undefined)) as
      | { ok?: boolean; result?: unknown; error_code?: number; description?: string }
      | undefined;
    if (body?.ok === false) {
      const why = String(body.description ?? '').replaceAll(token, '***');
      return { kind: 'refused', code: body.error_code ?? response.status, why };
    }
    const parsed = shape.safeParse(body?.result);
    if (body?.ok !== true || !parsed.success) {
      return { kind: 'unreachable', why: `what answers there is no Bot API (status ${response.status})` };
    }
    return { kind: 'answered', result: parsed.data, at: Number.isNaN(at) ? undefined : at };
  } catch (error) {
    return { kind: 'unreachable', why: reasonOf(error, timeoutMs) };
  }
}

/** The message of an error may hold the address, and the address holds the token. */
function reasonOf(error: unknown, timeoutMs: number): string {
  if (!(error instanceof Error)) return 'no connection';
  if (error.name === 'TimeoutError') return `no answer within ${timeoutMs / 1000} seconds`;
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return code === '' ? 'no connection' : `no connection (${code})`;
}
