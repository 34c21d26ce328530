// The HTTP server of the house: listens where it is told, says plainly when it cannot, and stops without waiting for open streams.
import { once } from 'node:events';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { StartProblem } from '../commands/chat-house.ts';
import type { Log } from '../log.ts';

export interface WebServerParts {
  /** Loopback unless told otherwise: there is no log-in. */
  host?: string;
  /** 0 for any that is free. */
  port: number;
  routes: Hono | readonly Hono[];
  log: Log;
  /** How many ports after `port` are tried where it is taken; for a port that nobody asked for. */
  tryNext?: number;
}

export interface WebServer {
  url: string;
  port: number;
  /** Open event streams end at once; requests under way have a moment. */
  stop(): Promise<void>;
}

const graceMs = 2_000;

/** Throws StartProblem. */
export async function startWebServer(parts: WebServerParts): Promise<WebServer> {
  const { host = '127.0.0.1', port, log, tryNext = 0 } = parts;
  const app = new Hono();
  for (const routes of 'fetch' in parts.routes ? [parts.routes] : parts.routes) app.route('/', routes);
  app.notFound((context) => context.body(null, 404));
  app.onError((error, context) => {
    log.error({ path: context.req.path, reason: error.name }, 'a request failed');
    return context.json({ refusal: 'broken' }, 500);
  });
  const server = await listenSomewhere(app, host, port, tryNext);
  const streams = new Set<ServerResponse>();
  server.on('request', (request, response) => {
    if (!request.headers.accept?.includes('text/event-stream')) return;
    streams.add(response);
    response.once('close', () => streams.delete(response));
  });
  const { port: taken } = server.address() as AddressInfo;
  // By number: a name may lead to another program that listens on the other family of addresses.
  const named = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  let stopped: Promise<void> | undefined;

  async function stop(): Promise<void> {
    const closed = once(server, 'close');
    server.close();
    for (const response of streams) response.destroy();
    server.closeIdleConnections();
    const late = setTimeout(() => server.closeAllConnections(), graceMs);
    await closed;
    clearTimeout(late);
  }

  return {
    url: `http://${named}:${taken}/`,
    port: taken,
    stop() {
      stopped ??= stop();
      return stopped;
    },
  };
}

async function listenSomewhere(app: Hono, host: string, port: number, tryNext: number): Promise<Server> {
  for (let candidate = port; ; candidate++) {
    const server = createAdaptorServer({ fetch: app.fetch, hostname: host }) as Server;
    server.listen(candidate, host);
    try {
      await once(server, 'listening');
      return server;
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? '';
      if (code === 'EADDRINUSE' && candidate < port + tryNext) continue;
      throw new StartProblem(explain(code, host, port, tryNext));
    }
  }
}

function explain(code: string, host: string, port: number, tryNext: number): string {
  const ports = tryNext > 0 ? `Ports ${port} to ${port + tryNext} are` : `Port ${port} is`;
  switch (code) {
    case 'EADDRINUSE':
      return `${ports} in use by another program. Set LUCIERNAGA_PORT to one that is free, e.g. LUCIERNAGA_PORT=${port + tryNext + 1}.`;
    case 'EACCES':
      return `Port ${port} may not be used by this account. Set LUCIERNAGA_PORT to one above 1023, e.g. LUCIERNAGA_PORT=8080.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `This computer has no address ${host}. Leave the setting for the host out, and the page is served on this computer only.`;
    default:
      return `The page cannot be served at ${host}, port ${port} (${code || 'unknown reason'}). Set LUCIERNAGA_PORT to another port.`;
  }
}
