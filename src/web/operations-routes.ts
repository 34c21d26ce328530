// The operators' page: how channels, queues, disk and versions stand, what to do, and what is to be scanned; for this computer only.
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { html } from 'hono/html';
import type { HouseLook } from '../commands/house-look.ts';
import { localOnly } from './local-only.ts';
import { operationsState } from './operations-rows.ts';

export interface OperationsParts {
  /** By key, `operacion.*` and `whatsapp.*`. */
  texts: Readonly<Record<string, string>>;
  look(): Promise<HouseLook>;
}

const renewSeconds = 10;

const style = `body { font: 16px/1.5 system-ui, sans-serif; max-width: 44rem; margin: 1.5rem auto; padding: 0 1rem; color: #1d2b26; background: #fff; }
h1 { font-size: 1.4rem; margin: 0; } .at, dd { color: #4b5852; } dl { margin: 1rem 0; }
.row { padding: .6rem 0 .6rem .9rem; border-left: 4px solid #2c7a5a; margin-bottom: .6rem; overflow-wrap: anywhere; }
.warning { border-color: #b7791f; } .failed { border-color: #c0392b; background: #fdf0ee; } .off { border-color: #b8c2bd; }
dt { font-weight: 600; } dd { margin: 0; } .todo { color: inherit; } img { width: min(18rem, 100%); background: #fff; }
.code { font: 700 2rem/1.5 ui-monospace, monospace; letter-spacing: .15em; }
@media (prefers-color-scheme: dark) { body { color: #e6efe9; background: #16201b; } .at, dd { color: #a9b8b0; } .failed { background: #3a201c; } .todo { color: inherit; } }`;

export function operationsRoutes({ texts, look }: OperationsParts): Hono {
  const routes = new Hono<{ Bindings: HttpBindings }>();
  const fence = localOnly(texts['whatsapp.solo-aqui'] ?? '');
  routes.use('/operacion', fence);
  routes.use('/operacion/*', fence);

  routes.get('/operacion/estado', async (c) => {
    c.header('cache-control', 'no-store');
    return c.json(operationsState(texts, await look()));
  });

  routes.get('/operacion/page.css', (c) => c.body(style, 200, { 'content-type': 'text/css; charset=utf-8' }));

  routes.get('/operacion', async (c) => {
    const { title, at, rows, states } = operationsState(texts, await look());
    c.header('cache-control', 'no-store');
    return c.html(html`<!doctype html>
      <html lang="es-MX">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width" />
          <meta http-equiv="refresh" content="${renewSeconds}" />
          <title>${title}</title>
          <link rel="stylesheet" href="/operacion/page.css" />
        </head>
        <body>
          <h1>${title}</h1>
          <p class="at">${at}</p>
          <dl>
            ${rows.map(
              ({ name, value, state, todo, picture, code }) => html`<div class="row ${state}">
                <dt>${name}${state === 'ok' || state === 'off' ? '' : `: ${states[state]}`}</dt>
                <dd>${value}</dd>
                ${todo === undefined ? '' : html`<dd class="todo">${todo}</dd>`}
                ${picture === undefined ? '' : html`<dd><img src="${picture}" alt="${todo ?? ''}" /></dd>`}
                ${code === undefined ? '' : html`<dd class="code">${code}</dd>`}
              </div>`,
            )}
          </dl>
        </body>
      </html>`);
  });
  return new Hono().route('/', routes as unknown as Hono);
}
