// The operators' page of WhatsApp: how the link is doing, what to do, and what is to be scanned; for this computer only. It needs no script.
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { html } from 'hono/html';
import { renderSVG } from 'uqr';
import type { LinkOffer, WhatsAppStatus } from '../channels/whatsapp/whatsapp-status.ts';
import { localOnly } from './local-only.ts';

export interface WhatsAppPageParts {
  /** By key, `whatsapp.*`. */
  texts: Readonly<Record<string, string>>;
  status(): WhatsAppStatus;
  offer(): LinkOffer | undefined;
  /** Messages that wait to be sent. */
  waiting(): Promise<number>;
}

/** A picture to scan is good for about so long. */
const renewSeconds = 5;

const style = `body { font: 16px/1.5 system-ui, sans-serif; max-width: 40rem; margin: 2rem auto; padding: 0 1rem; color: #1d2b26; background: #fff; }
h1 { font-size: 1.4rem; } .state { font-weight: 600; } dt { color: #55635d; } dd { margin: 0 0 .5rem; }
img { width: min(20rem, 100%); background: #fff; } .code { font: 700 2rem/1.5 ui-monospace, monospace; letter-spacing: .15em; }
@media (prefers-color-scheme: dark) { body { color: #e6efe9; background: #16201b; } dt { color: #a9b8b0; } }`;

export function whatsappRoutes({ texts, status, offer, waiting }: WhatsAppPageParts): Hono {
  const say = (text: string | undefined): string => text ?? '';
  const nothing = texts['whatsapp.nada'];
  const routes = new Hono<{ Bindings: HttpBindings }>();
  routes.use('/whatsapp/*', localOnly(say(texts['whatsapp.solo-aqui'])));
  routes.use('/whatsapp', localOnly(say(texts['whatsapp.solo-aqui'])));

  function whatToDo(now: WhatsAppStatus, offered: LinkOffer | undefined): string {
    if (offered?.kind === 'code') return say(texts['whatsapp.que-hacer-codigo']);
    return say(texts[`whatsapp.que-hacer-${offered === undefined ? now.state : 'linking'}`]);
  }

  routes.get('/whatsapp', async (c) => {
    const now = status();
    const offered = offer();
    const { since, why, build, browser, lastIn, lastOut, restarts, missing } = now;
    const rows: [string | undefined, string | number | null][] = [
      [texts['whatsapp.desde'], since],
      [texts['whatsapp.por'], why],
      [texts['whatsapp.ultimo-in'], lastIn],
      [texts['whatsapp.ultimo-out'], lastOut],
      [texts['whatsapp.esperan'], await waiting()],
      [texts['whatsapp.falta'], Object.keys(missing).join(', ') || null],
      [texts['whatsapp.version'], build],
      [texts['whatsapp.navegador'], browser],
      [texts['whatsapp.reinicios'], restarts],
    ];
    const title = say(texts['whatsapp.titulo']);
    c.header('cache-control', 'no-store');
    return c.html(html`<!doctype html>
      <html lang="es-MX">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width" />
          <meta http-equiv="refresh" content="${renewSeconds}" />
          <title>${title}</title>
          <link rel="stylesheet" href="/whatsapp/page.css" />
        </head>
        <body>
          <h1>${title}</h1>
          <p class="state">${texts[`whatsapp.estado-${now.state}`] ?? now.state}</p>
          <p>${whatToDo(now, offered)}</p>
          ${offered?.kind === 'picture' ? html`<img src="/whatsapp/picture.svg" alt="${whatToDo(now, offered)}" />` : ''}
          ${offered?.kind === 'code' ? html`<p class="code">${offered.code}</p>` : ''}
          <dl>
            ${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value ?? nothing}</dd>`)}
          </dl>
        </body>
      </html>`);
  });

  routes.get('/whatsapp/page.css', (c) => c.body(style, 200, { 'content-type': 'text/css; charset=utf-8' }));

  /** Whoever scans it links her own account to this house: it is shown here, and kept nowhere. */
  routes.get('/whatsapp/picture.svg', (c) => {
    const offered = offer();
    if (offered?.kind !== 'picture') return c.body(null, 404);
    const picture = renderSVG(offered.content, { border: 4 });
    return c.body(picture, 200, { 'content-type': 'image/svg+xml', 'cache-control': 'no-store' });
  });
  return new Hono().route('/', routes as unknown as Hono);
}
