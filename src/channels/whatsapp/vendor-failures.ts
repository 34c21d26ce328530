// Failures that the library and its driver leave behind, which would end the house.
import type { Log } from '../../log.ts';
import { failureName } from './session-end.ts';

/**
 * The library and its driver leave promises behind that nobody hears when the page goes away; such a failure would end the house, though
 * the session is being started anew already. Whatever is not theirs ends it as ever. Returns what stops hearing them.
 */
export function hearVendorFailures(log: Log): () => void {
  const listener = (reason: unknown): void => {
    const theirs =
      typeof reason === 'string' || (reason instanceof Error && /whatsapp-web\.js|puppeteer/.test(reason.stack ?? ''));
    if (theirs) log.info({ why: failureName(reason) }, 'the library left a failure behind');
    else
      setImmediate(() => {
        throw reason;
      });
  };
  process.on('unhandledRejection', listener);
  return () => void process.off('unhandledRejection', listener);
}
