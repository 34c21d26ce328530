// Why a session of the linked device ended, and what that means for the next one.
import type { WhatsAppState } from './whatsapp-status.ts';

export type SessionEnd =
  /** The browser or the page went away, or stopped answering. */
  | { kind: 'gone'; why: string }
  | { kind: 'loggedOut' }
  /** WhatsApp does not want us: no more tries by itself. */
  | { kind: 'refused'; why: string }
  /** The build of the page is not one that the library fits. */
  | { kind: 'incompatible'; why: string }
  | { kind: 'noBrowser'; why: string }
  | { kind: 'stopped' };

const refusals = new Set(['TOS_BLOCK', 'SMB_TOS_BLOCK', 'PROXYBLOCK', 'DEPRECATED_VERSION']);

/** What the library tells when it lets go of the page. */
export function endOfDisconnect(reason: unknown): SessionEnd {
  const why = String(reason);
  // UNPAIRED: the phone has ended the link while we were away.
  if (why === 'LOGOUT' || why === 'UNPAIRED') return { kind: 'loggedOut' };
  return refusals.has(why) ? { kind: 'refused', why } : { kind: 'gone', why: /^[A-Z_]+$/.test(why) ? why : 'disconnected' };
}

export const stateAfter: Readonly<Record<Exclude<SessionEnd['kind'], 'stopped'>, WhatsAppState>> = {
  gone: 'recovering',
  loggedOut: 'loggedOut',
  refused: 'refused',
  incompatible: 'incompatible',
  noBrowser: 'noBrowser',
};

/** A short name of a failure of the library, the browser or its driver; their sentences may hold words and numbers of people. */
export function failureName(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const known: readonly (readonly [RegExp, string])[] = [
    [/auth timeout|ready timeout/, 'pageDidNotBoot'],
    [/Requiring unknown module/, 'moduleMissing'],
    [/Failed to launch|ENOENT|EACCES/, 'browserDidNotStart'],
    [/already running/, 'profileInUse'],
    [/net::ERR/, 'network'],
    [/Target closed|Session closed|Connection closed|TargetCloseError/, 'targetClosed'],
    [/detached Frame/i, 'frameDetached'],
    [/Execution context|Cannot find context/, 'contextGone'],
    [/ProtocolError|timed out|TimeoutError/, 'timeout'],
  ];
  return known.find(([pattern]) => pattern.test(text))?.[1] ?? 'unknown';
}
