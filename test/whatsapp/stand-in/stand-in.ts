// A stand-in for WhatsApp: an HTTPS server on this computer that serves the page for web.whatsapp.com, keeps what the "phones" have, and
// tells the page what happens. The library, Chromium and our adapter are the real ones; only the other side is invented.
import { execFileSync } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createGroupChat, type GroupChat, type GroupSettings } from './group-chat.ts';
import { type Contact, createPhone, type Phone } from './phone.ts';

export type Breakage = 'messageKeys' | 'mediaDownload' | 'mediaSend';

/** What one person writes, as the page takes it in. */
export interface Written {
  chat: string;
  author?: string;
  id?: string;
  fromMe?: boolean;
  type?: string;
  body?: string;
  caption?: string;
  /** Seconds since 1970. */
  t?: number;
  quoted?: string;
  /** Who wrote what is quoted. */
  quotedOf?: string;
  mentions?: string[];
  /** Something of a group's own life: `type` is gp2 then. */
  news?: { subtype: string; recipients?: string[] };
  media?: { data: string; mimetype: string; seconds?: number; name?: string; size?: number };
  extra?: Record<string, unknown>;
  shownName?: string;
}

/** What somebody has chosen now, by the labels; none where she took her vote back. */
export interface Voted {
  /** Id of the poll. */
  id: string;
  voter: string;
  options: string[];
  /** Milliseconds since 1970. */
  at?: number;
}

/** One member of a group has a message, or has seen it; `all`: she was the last. */
export interface MemberAck {
  id: string;
  who: string;
  status: 'delivered' | 'read';
  all?: boolean;
}

export interface Sent {
  chat: string;
  key: string;
  id: string;
  fields: Record<string, unknown>;
  file?: { size: number; type: string; sha256: string };
}

export interface World {
  version: string | undefined;
  me: { phone: string; lid: string; name: string };
  people: Contact[];
  chats: {
    id: string;
    title?: string;
    participants?: { id: string; admin?: boolean }[];
    lidMode?: boolean;
    announce?: boolean;
  }[];
  broken: Breakage[];
  /** Modules that this build of the page has no more. */
  missing: string[];
  /** Numbers without an account. */
  unregistered: string[];
  usesLids: boolean;
  syncsBeforeAnybodyListens: boolean;
  /** How long a picture to scan is good. */
  pictureMs: number;
}

interface Told {
  kind: string;
  payload: Record<string, unknown>;
}

const pageFolder = new URL('./page/', import.meta.url);
const patienceMs = 60_000;

let certificate: { key: string; cert: string } | undefined;
function ownCertificate(): { key: string; cert: string } {
  if (certificate !== undefined) return certificate;
  const folder = mkdtempSync(join(tmpdir(), 'stand-in-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const whose = ['-subj', '/CN=web.whatsapp.com', '-addext', 'subjectAltName=DNS:web.whatsapp.com'];
  execFileSync('openssl', ['req', '-x509', ...kind, '-keyout', key, '-out', cert, ...whose], { stdio: 'ignore' });
  certificate = { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  rmSync(folder, { recursive: true });
  return certificate;
}

export class StandIn {
  readonly world: World;
  /** Everything that the page told, in order. */
  readonly told: Told[] = [];
  /** Hosts that were asked for: only WhatsApp's own may be. */
  readonly hosts = new Set<string>();
  /** Accepts the connection and never answers. */
  hangs = false;
  online = false;
  /** Seconds since 1970 as WhatsApp has it; undefined: as this computer has it. */
  #now: number | undefined;
  readonly #history: Written[] = [];
  /** Written after the page was served and before it is in step. */
  #onTheWay: Written[] = [];
  readonly #votes: (Voted & { at: number })[] = [];
  readonly #receipts: MemberAck[] = [];
  readonly #unread = new Map<string, number>();
  readonly #news = new EventEmitter().setMaxListeners(0);
  readonly #replies = new Map<number, (told: Told['payload']) => void>();
  #stream: ServerResponse | undefined;
  #server: Server | undefined;
  #port = 0;
  #seq = 0;

  constructor(world: Partial<World> = {}) {
    this.world = {
      version: '2.3000.1049000000',
      me: { phone: '5215500000001@c.us', lid: '900000000000001@lid', name: 'Luciérnaga' },
      people: [],
      chats: [],
      broken: [],
      missing: [],
      unregistered: [],
      usesLids: false,
      syncsBeforeAnybodyListens: false,
      pictureMs: 20_000,
      ...world,
    };
  }

  async start(): Promise<this> {
    this.#server = createServer(ownCertificate(), (request, response) => void this.#answer(request, response));
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
    return this;
  }

  async stop(): Promise<void> {
    this.#stream?.end();
    this.#server?.closeAllConnections();
    await new Promise((resolve) => this.#server?.close(resolve));
  }

  /** All that the house has to be told: where web.whatsapp.com is, and that nothing else is reachable. */
  browserArgs(): string[] {
    return [
      `--host-resolver-rules=MAP web.whatsapp.com:443 127.0.0.1:${this.#port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
      '--ignore-certificate-errors',
      '--disable-features=LocalNetworkAccessChecks',
    ];
  }

  phone(contact: Contact): Phone {
    return createPhone(this, contact);
  }

  /** A group with its members, besides the account itself. */
  group(settings: GroupSettings): GroupChat {
    return createGroupChat(this, settings);
  }

  /** Makes something happen in the page; resolves with its answer. Waits for a page where there is none. */
  async command(name: string, arg?: unknown): Promise<unknown> {
    await this.until(() => this.#stream !== undefined, `a page for "${name}"`);
    const seq = ++this.#seq;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const late = setTimeout(() => reject(new Error(`the page did not answer "${name}"`)), patienceMs);
    this.#replies.set(seq, ({ value, error }) => {
      clearTimeout(late);
      if (error === undefined) resolve(value);
      else reject(new Error(String(error)));
    });
    this.#stream?.write(`data: ${JSON.stringify({ seq, name, arg })}\n\n`);
    return promise;
  }

  /** Time goes on at WhatsApp. */
  setNow(instant: string): void {
    this.#now = Math.floor(Date.parse(instant) / 1000);
    if (this.online) this.lastCommand('now', this.#now);
  }

  /** A command to a page that may not live to answer. */
  lastCommand(name: string, arg?: unknown): void {
    this.command(name, arg).catch(() => {});
  }

  /** Somebody writes; where the page is away, it waits for it as it does at WhatsApp. */
  async write(written: Written): Promise<string> {
    const whole = { t: this.#now ?? Math.floor(Date.now() / 1000), id: newId(), ...written };
    const known = this.#history.some(({ id }) => id === whole.id);
    if (!known) {
      this.#history.push(whole);
      this.#unread.set(whole.chat, (this.#unread.get(whole.chat) ?? 0) + 1);
    }
    // A page that goes away now has it from its history when it comes back.
    if (this.online) await this.command('message', whole).catch(() => undefined);
    else this.#onTheWay.push(whole);
    return whole.id;
  }

  /** Somebody chooses in a poll; where the page is away, its database has it when it comes back. */
  async vote(voted: Voted): Promise<void> {
    const whole = { at: (this.#now ?? Date.now() / 1000) * 1000 + this.#votes.length, ...voted };
    this.#votes.push(whole);
    if (this.online) await this.command('vote', whole).catch(() => undefined);
  }

  async memberAck(given: MemberAck): Promise<void> {
    this.#receipts.push(given);
    if (this.online) await this.command('memberAck', given).catch(() => undefined);
  }

  sent(): Sent[] {
    return this.told.filter(({ kind }) => kind === 'sent').map(({ payload }) => payload as unknown as Sent);
  }

  /** Resolves with the first that the page told, or will tell. */
  async heard(kind: string, isIt: (payload: Record<string, unknown>) => boolean = () => true): Promise<Record<string, unknown>> {
    const found = (): Told | undefined => this.told.find((one) => one.kind === kind && isIt(one.payload));
    await this.until(() => found() !== undefined, `"${kind}"`);
    return found()?.payload ?? {};
  }

  async until(isSo: () => boolean, what: string): Promise<void> {
    const late = AbortSignal.timeout(patienceMs);
    while (!isSo()) {
      await once(this.#news, 'news', { signal: late }).catch(() => {
        throw new Error(`waited in vain for ${what}`);
      });
    }
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { host = '', pathname } = new URL(request.url ?? '/', `https://${request.headers.host}`);
    this.hosts.add(host);
    if (pathname === '/stand-in/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(':\n\n');
      this.#stream = response;
      response.once('close', () => {
        if (this.#stream !== response) return;
        this.#stream = undefined;
        this.online = false;
        for (const reply of this.#replies.values()) reply({ error: 'the page went away' });
        this.#replies.clear();
        this.#news.emit('news');
      });
      this.#news.emit('news');
    } else if (pathname === '/stand-in/out') {
      for (const told of JSON.parse(await text(request)) as Told[]) this.#hear(told);
      response.end('{}');
    } else if (pathname === '/') {
      if (this.hangs) return;
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
      response.end(this.#page());
    } else if (/^\/page\/\w+\.js$/.test(pathname)) {
      response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store' });
      response.end(readFileSync(new URL(pathname.slice('/page/'.length), pageFolder)));
    } else {
      response.writeHead(404);
      response.end();
    }
  }

  #page(): string {
    this.#onTheWay = [];
    const happened = { history: this.#history, votes: this.#votes, receipts: this.#receipts };
    const boot = { ...this.world, ...happened, now: this.#now, unread: Object.fromEntries(this.#unread) };
    const given = JSON.stringify(boot).replaceAll('<', '\\u003c');
    return `<!doctype html><html lang="es"><head><meta charset="utf-8"><title>WhatsApp</title><link rel="icon" href="data:,"></head>
<body><script>window.standInBoot = ${given};</script><script type="module" src="/page/commands.js"></script></body></html>`;
  }

  #hear(told: Told): void {
    const { kind, payload } = told;
    if (kind === 'reply') {
      this.#replies.get(Number(payload.seq))?.(payload);
      this.#replies.delete(Number(payload.seq));
      return;
    }
    if (kind === 'online') {
      this.online = true;
      for (const written of this.#onTheWay.splice(0)) this.lastCommand('message', written);
    }
    if (kind === 'unlinked') this.online = false;
    if (kind === 'seen') this.#unread.set(String(payload.chat), 0);
    if (kind === 'sent') {
      const { chat, id, fields } = payload as unknown as Sent;
      const { type, t, from, body, pollName, pollOptions } = fields;
      const said = {
        ...(chat.endsWith('@g.us') && { author: String(from) }),
        ...(body !== undefined && { body: String(body) }),
        ...(pollName !== undefined && { extra: { pollName, pollOptions } }),
      };
      this.#history.push({ chat, id, fromMe: true, type: String(type), t: Number(t), ...said });
    }
    this.told.push(told);
    this.#news.emit('news');
  }
}

let written = 0;
/** As long as WhatsApp's own. */
function newId(): string {
  written++;
  return `3A${written.toString(16).toUpperCase().padStart(30, '0')}`;
}
