// What the log says when Telegram does not answer as it should, and how long to wait before asking again. Never the error itself.
import { GrammyError } from 'grammy';
import type { Log } from '../../log.ts';
import { errorCode } from './send-result.ts';

const firstWaitMs = 1_000;
const longestWaitMs = 60_000;

const whatToDo: Readonly<Record<string, string>> = {
  '400':
    'Telegram refuses a setting: the address of a webhook has to be https, on port 443, 80, 88 or 8443, and reachable from outside',
  '401': 'Telegram does not accept the token: take the current one from @BotFather, put it into the settings and start again',
  '404': 'Telegram does not know the token: take the current one from @BotFather, put it into the settings and start again',
  '409': 'another process asks for the updates of this bot, or set a webhook for it: stop that one; one token serves one bot',
  ENOTFOUND: 'the name of the Telegram server is not found: look at the network and its name servers',
  EAI_AGAIN: 'the name of the Telegram server is not found: look at the network and its name servers',
  ECONNREFUSED: 'the Telegram server refuses the connection: look at the firewall, and at the address in the settings',
};

/** Logs it, and says how many milliseconds to wait. `failures`: how many there were in a row, this one included. */
export function reportTrouble(log: Log, error: unknown, doing: string, failures: number): { code: string; waitMs: number } {
  const code = errorCode(error);
  const waitMs = waitAfter(error, failures);
  const advice = whatToDo[code] ?? 'Telegram cannot be asked just now; it is asked again by itself';
  // The first is told loudly; what goes on for hours must not fill the disk.
  const level = failures === 1 || failures % 30 === 0 ? 'warn' : 'info';
  log[level]({ code, doing, failures, waitSeconds: Math.round(waitMs / 1000) }, advice);
  return { code, waitMs };
}

function waitAfter(error: unknown, failures: number): number {
  const asked = error instanceof GrammyError ? error.parameters.retry_after : undefined;
  if (asked !== undefined) return asked * 1000;
  return Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(failures - 1, 10));
}
