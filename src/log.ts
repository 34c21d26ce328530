// Structured log on standard error. Ids, kinds and counts only: never texts, names, phones or tokens.
import { pino } from 'pino';

export interface Log {
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}

/** Redaction is a second fence: fields that could hold a person's words or address are cut even if somebody logs them. */
const neverLogged = ['text', 'phone', 'address', 'name', 'token', 'transcript', 'caption'];

export function createLog(level: string): Log {
  return pino(
    { level, base: undefined, redact: { paths: neverLogged.flatMap((field) => [field, `*.${field}`]), censor: '***' } },
    pino.destination({ fd: 2, sync: true }),
  );
}
