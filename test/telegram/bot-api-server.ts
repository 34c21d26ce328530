// A Bot API server for tests, over real HTTP: a bot that believes it speaks with Telegram, and people with phones on the other side.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createChatWorld } from './bot-api/chat-world.ts';
import { checkCall, isMethod } from './bot-api/check-shape.ts';
import { createFaults, type Fault } from './bot-api/faults.ts';
import { createGroup, type Group } from './bot-api/group.ts';
import { createMethods } from './bot-api/methods.ts';
import { createPhone, type Phone } from './bot-api/phone.ts';
import { createWebhookPusher } from './bot-api/push-webhook.ts';
import { readCall } from './bot-api/read-call.ts';
import { createUpdateQueue } from './bot-api/update-queue.ts';
import { type Fields, Refusal } from './bot-api/wire.ts';

export type { Bubble } from './bot-api/chat-world.ts';
export type { Fault } from './bot-api/faults.ts';
export type { Group } from './bot-api/group.ts';
export type { Phone } from './bot-api/phone.ts';

/** A call that came, and what became of it: 'done', Telegram's refusal, or the failure that was asked for. */
export interface Call {
  method: string;
  fields: Fields;
  outcome: string;
}

export interface BotApiServer {
  token: string;
  /** Empty until it is started. */
  apiRoot: string;
  /** Clock of what Telegram dates, UTC: may be set at any time. */
  now: () => string;
  start(port?: number): Promise<void>;
  stop(): Promise<void>;
  /** The same person for the same id; her id is the number of her private chat as well. */
  phone(id: number, firstName: string, number?: string): Phone;
  group(id: number, title: string): Group;
  /** The bot's privacy mode is off from now on. */
  readAllInGroups(): void;
  /** An update as it is, whatever its shape. */
  push(kind: string, value: unknown): void;
  /** Number of updates that the bot has not confirmed. */
  pending(): number;
  /** Resolves when the bot has confirmed everything. */
  confirmed(): Promise<void>;
  /** Ids of the updates that were handed over, each as often as it was. */
  handed(): readonly number[];
  fail(fault: Fault): void;
  clearFaults(): void;
  /** Every call but getUpdates, in order. */
  calls: Call[];
  callsOf(method: string): Call[];
  /** The menu that the bot has set. */
  commands: readonly Fields[];
  /** What the newest getUpdates or setWebhook asked for. */
  asked(): Fields;
}

export const testToken = '7000000001:AAE-prueba_de_la_casa_no_es_secreto';

export function createBotApiServer(token = testToken): BotApiServer {
  const queue = createUpdateQueue();
  const world = createChatWorld(() => api.now());
  const webhook = createWebhookPusher(queue, () => api.now());
  const openTaps = new Set<string>();
  const commands: Fields[] = [];
  const methods = createMethods({ world, queue, webhook, openTaps, commands });
  const faults = createFaults();
  const stopping = new AbortController();
  const phones = new Map<number, Phone>();
  let asked: Fields = {};
  const server = createServer((request, response) => void serve(request, response));
  // Node's own 5 seconds would cut lines that Telegram keeps, just when a bot writes to them.
  server.keepAliveTimeout = 75_000;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, given, method = ''] = /^\/bot([^/]+)\/(\w+)(?:\?|$)/.exec(request.url ?? '') ?? [];
    if (given !== token) {
      request.resume();
      const wellFormed = /^\d+:[\w-]{20,}$/.test(given ?? '');
      return refuse(response, wellFormed ? new Refusal(401, 'Unauthorized') : new Refusal(404, 'Not Found'));
    }
    const call: Call = { method, fields: {}, outcome: 'under way' };
    if (method !== 'getUpdates') api.calls.push(call);
    try {
      await carryOut(call, request, response);
    } catch (error) {
      call.outcome = error instanceof Error ? error.message : 'failed';
      refuse(response, error instanceof Refusal ? error : new Refusal(500, 'Internal Server Error'));
    }
  }

  async function carryOut(call: Call, request: IncomingMessage, response: ServerResponse): Promise<void> {
    call.fields = await readCall(call.method, request);
    if (['getUpdates', 'setWebhook'].includes(call.method)) asked = call.fields;
    const fault = faults.take(call.method);
    if (fault?.kind === 'drop') return cut(call, request, 'dropped');
    if (fault?.kind === 'html') {
      call.outcome = `html ${fault.status}`;
      response.writeHead(fault.status, { 'content-type': 'text/html' });
      return void response.end('<html><head><title>Bad Gateway</title></head><body><hr>nginx</body></html>');
    }
    if (fault?.kind === 'error') throw refusalOf(fault);
    if (fault?.kind === 'delay') await sleep(fault.ms, undefined, { signal: stopping.signal }).catch(() => {});
    const result = await perform(call, response);
    if (fault?.kind === 'lostReply') return cut(call, request, 'done, reply lost');
    call.outcome = 'done';
    reply(response, 200, { ok: true, result });
  }

  async function perform({ method, fields }: Call, response: ServerResponse): Promise<unknown> {
    if (!isMethod(method)) throw new Refusal(404, 'Not Found: method not found');
    const problems = checkCall(method, fields);
    if (problems.length > 0) throw new Refusal(400, `Bad Request: ${problems.join('; ')}`);
    const gone = new AbortController();
    if (response.destroyed) gone.abort();
    response.on('close', () => gone.abort());
    return methods[method]?.(fields, AbortSignal.any([gone.signal, stopping.signal]));
  }

  const api: BotApiServer = {
    token,
    apiRoot: '',
    now: () => new Date().toISOString(),
    async start(port = 0) {
      await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
      api.apiRoot = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    },
    async stop() {
      webhook.stop();
      stopping.abort();
      server.closeAllConnections();
      if (server.listening) await new Promise((resolve) => server.close(resolve));
    },
    phone(id, firstName, number = `52155${String(id).padStart(8, '0').slice(-8)}`) {
      const user = { id, is_bot: false, first_name: firstName, language_code: 'es' };
      const phone = phones.get(id) ?? createPhone({ world, queue, openTaps, user, number });
      phones.set(id, phone);
      return phone;
    },
    readAllInGroups() {
      world.readsAll = true;
    },
    group: (id, title) => createGroup(world, queue, title, id),
    push: queue.pushUnchecked,
    pending: () => queue.pending().length,
    confirmed: queue.confirmed,
    handed: () => queue.given,
    fail: faults.add,
    clearFaults: faults.clear,
    calls: [],
    callsOf: (method) => api.calls.filter((call) => call.method === method),
    commands,
    asked: () => asked,
  };
  return api;
}

/** The same, started. */
export async function startBotApi({ token = testToken, now, port = 0 }: BotApiOptions = {}): Promise<BotApiServer> {
  const api = createBotApiServer(token);
  if (now !== undefined) api.now = now;
  await api.start(port);
  return api;
}
export interface BotApiOptions {
  token?: string;
  now?: () => string;
  port?: number;
}

/** Telegram's words for its own failures. */
const usual: Record<number, string> = {
  400: 'Bad Request: chat not found',
  401: 'Unauthorized',
  403: 'Forbidden: bot was blocked by the user',
  409: 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  429: 'Too Many Requests',
  502: 'Bad Gateway',
};

function refusalOf({ code, description = usual[code] ?? 'Internal Server Error', retryAfter }: FaultError): Refusal {
  if (retryAfter === undefined) return new Refusal(code, description);
  return new Refusal(code, `${description}: retry after ${retryAfter}`, { retry_after: retryAfter });
}
type FaultError = Extract<Fault['reply'], { kind: 'error' }>;

function reply(response: ServerResponse, status: number, body: Fields): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

function refuse(response: ServerResponse, { code, message, parameters }: Refusal): void {
  reply(response, code, { ok: false, error_code: code, description: message, ...(parameters && { parameters }) });
}

function cut(call: Call, request: IncomingMessage, outcome: string): void {
  call.outcome = outcome;
  request.socket.destroy();
}
