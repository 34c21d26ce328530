// The fence of pages that have no log-in: only this computer's own pages may ask, no page from elsewhere in its browser.
import type { HttpBindings } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';
import type { Refusal } from './page/page-protocol.ts';

const localNames = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * `explanation`: for whoever opens the page from another computer.
 * A page elsewhere can make the browser post to us, or lead a name of its own to this address; neither can make it send our name as
 * Host, or our address as Origin.
 */
export function localOnly(explanation: string): MiddlewareHandler<{ Bindings: HttpBindings }> {
  return async (context, next) => {
    const refuse = (refusal: Refusal, status: 403 | 415) => context.json({ refusal }, status);
    const host = context.req.header('host') ?? '';
    const port = String(context.env.incoming.socket.localPort ?? '');
    if (!isLocal(host, port)) {
      const isPage = context.req.header('accept')?.includes('text/html') ?? false;
      return isPage ? context.text(explanation, 403) : refuse('badHost', 403);
    }
    if (context.req.method !== 'GET' && context.req.method !== 'HEAD') {
      if (context.req.header('origin') !== `http://${host}`) return refuse('badOrigin', 403);
      const type = (context.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
      if (type !== 'application/json') return refuse('badRequest', 415);
    } else if (!['same-origin', 'none', undefined].includes(context.req.header('sec-fetch-site'))) {
      // A link from elsewhere may open the page; a script, a picture or a frame elsewhere may not read from it.
      if (context.req.header('sec-fetch-mode') !== 'navigate') return refuse('badOrigin', 403);
    }
    await next();
    const { headers } = context.res;
    headers.set('content-security-policy', contentPolicy);
    headers.set('x-content-type-options', 'nosniff');
    headers.set('referrer-policy', 'no-referrer');
    headers.set('cross-origin-resource-policy', 'same-origin');
    headers.set('cross-origin-opener-policy', 'same-origin');
  };
}

const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

function isLocal(host: string, port: string): boolean {
  const [, name = '', given = '80'] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(host.toLowerCase()) ?? [];
  return localNames.has(name) && given === port;
}
