// Keeps one linked device going: a browser with the page in it, started anew whenever it ends, and one client of the library a life.
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from 'whatsapp-web.js';
import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import { ended, findChromium, heldBy, ownerMark, prepareFolder, userAgentOf, usualArgs, versionOf } from './chromium.ts';
import { createClient, type HouseClient, type Library, loadLibrary } from './load-library.ts';
import { endOfDisconnect, failureName, type SessionEnd, stateAfter } from './session-end.ts';
import { backOff, type SessionTimes } from './session-times.ts';
import { watchPage } from './watch-page.ts';
import { isUp, type LinkOffer, type WhatsAppState, type WhatsAppStatus } from './whatsapp-status.ts';

export interface SessionParts {
  /** Where the session is kept: who has it is the account. */
  folder: string;
  browser: { executable: string | undefined; args: readonly string[] };
  /** Digits of the account; with them a code is offered instead of a picture. */
  linkNumber?: string | undefined;
  times: SessionTimes;
  clock: Clock;
  log: Log;
  chance(): number;
  /** Attaches what listens to a client that was just made. */
  equip(client: Client, isCurrent: () => boolean): void;
  /** The library listens, and everything that we rely on was looked at. */
  ready(client: Client): void;
  changed(status: WhatsAppStatus): void;
  offered(offer: LinkOffer | undefined): void;
}

export interface WhatsAppSession {
  begin(): void;
  end(): Promise<void>;
  status(): WhatsAppStatus;
  /** Undefined while nothing can be sent. */
  client(): Client | undefined;
  /** Addresses of this account, once they are known. */
  own(): readonly string[];
  /** Something answered so that the page is not to be trusted any more. */
  doubt(why: string): void;
  note(what: 'lastIn' | 'lastOut'): void;
}

const inPage = (name: string): string => readFileSync(new URL(`./page/${name}.js`, import.meta.url), 'utf8');
const scripts = { repair: inPage('repair'), me: inPage('me'), probe: inPage('probe') };
const closingMs = 60_000;
const launchMs = 30_000;
/** The driver's own limit for a call to the page; ours are shorter. */
const protocolTimeoutMs = 150_000;

interface Probed {
  build: string;
  missing: Record<string, string[]>;
}

export function createSession(parts: SessionParts): WhatsAppSession {
  const { times, clock, log, folder } = parts;
  const stopping = new AbortController();
  let running: Promise<void> = Promise.resolve();
  let current: HouseClient | undefined;
  let own: readonly string[] = [];
  let endNow: (end: SessionEnd) => void = () => undefined;
  let status: WhatsAppStatus = {
    state: 'stopped',
    since: clock.now(),
    why: null,
    build: null,
    browser: null,
    missing: {},
    repairs: {},
    lastIn: null,
    lastOut: null,
    restarts: 0,
  };

  function become(state: WhatsAppState, more: Partial<WhatsAppStatus> = {}): void {
    const same = state === status.state && (more.why ?? null) === status.why;
    status = { ...status, why: null, ...more, state, since: same ? status.since : clock.now() };
    if (same) return;
    const { why, build } = status;
    log[isUp(status) || state === 'stopped' || state === 'starting' ? 'info' : 'warn']({ state, why, build }, 'WhatsApp');
    parts.changed(status);
  }

  function optionsFor(executablePath: string, version: string): ConstructorParameters<Library['Client']>[0] {
    return {
      userAgent: userAgentOf(version),
      authTimeoutMs: times.startMs,
      puppeteer: {
        executablePath,
        headless: true,
        timeout: launchMs,
        // The house ends its browser itself, in its own order.
        handleSIGINT: false,
        handleSIGTERM: false,
        handleSIGHUP: false,
        protocolTimeout: protocolTimeoutMs,
        args: [...usualArgs, ownerMark(process.pid), ...parts.browser.args],
      },
    };
  }

  /** Resolves with why this life is over; everything of it is gone by then. */
  async function live(library: Library): Promise<SessionEnd> {
    const executable = findChromium(parts.browser.executable);
    if (executable === undefined) return { kind: 'noBrowser', why: 'notFound' };
    const version = await versionOf(executable).catch(() => undefined);
    if (version === undefined) return { kind: 'noBrowser', why: 'doesNotRun' };
    prepareFolder(folder);
    if (heldBy(folder) !== undefined) return { kind: 'gone', why: 'profileInUse' };
    become('starting', { browser: version });

    const over = Promise.withResolvers<SessionEnd>();
    let isOver = false;
    void over.promise.then(() => {
      isOver = true;
    });
    const life = new AbortController();
    const isCurrent = (): boolean => !isOver && !stopping.signal.aborted;
    endNow = over.resolve;
    const client = createClient(library, {
      folder,
      options: optionsFor(executable, version) ?? {},
      async beforeListening({ pupPage }) {
        const repairs = (await pupPage?.evaluate(scripts.repair)) as Record<string, string> | undefined;
        status = { ...status, repairs: repairs ?? {} };
        own = ((await pupPage?.evaluate(scripts.me)) as string[] | undefined) ?? [];
      },
      failed(where, error) {
        const kind = where === 'listening' && isUnfit(error) ? 'incompatible' : 'gone';
        over.resolve({ kind, why: failureName(error) });
      },
    });
    let codeAsked = false;
    client.on('qr', (content: string) => {
      if (!isCurrent()) return;
      become(status.state === 'loggedOut' ? 'loggedOut' : 'linking');
      if (parts.linkNumber === undefined) return parts.offered({ kind: 'picture', content });
      if (codeAsked) return;
      codeAsked = true;
      client.requestPairingCode(parts.linkNumber).catch((error: unknown) => {
        codeAsked = false;
        log.warn({ why: failureName(error) }, 'WhatsApp gave no code to link with');
      });
    });
    client.on('code', (code: string) => isCurrent() && parts.offered({ kind: 'code', code }));
    client.on('authenticated', () => {
      if (!isCurrent() || isUp(status)) return;
      parts.offered(undefined);
      become('starting', { why: 'syncing' });
    });
    client.on('ready', () => {
      // Told again at every turn of the page, and sometimes before the library listens.
      if (isCurrent() && client.listens && current !== client) void begun(client);
    });
    client.on('disconnected', (reason: unknown) => over.resolve(endOfDisconnect(reason)));
    parts.equip(client, isCurrent);

    function reloads(): void {
      if (current === client) current = undefined;
      if (isUp(status)) become('recovering', { why: 'pageReloads' });
    }

    async function begun(client: HouseClient): Promise<void> {
      current = client;
      try {
        const { build, missing } = await probe(client);
        if (!isCurrent() || current !== client) return;
        if (missing.texts !== undefined) return over.resolve({ kind: 'incompatible', why: missing.texts[0] ?? 'texts' });
        const features = Object.keys(missing);
        become(features.length > 0 ? 'degraded' : 'ready', {
          build,
          missing,
          why: features.length > 0 ? features.join(',') : null,
        });
        parts.ready(client);
      } catch (error) {
        over.resolve({ kind: 'gone', why: failureName(error) });
      }
    }

    const limit = setTimeout(() => over.resolve({ kind: 'gone', why: 'didNotStart' }), times.startMs);
    let launching = true;
    const beginning = client.initialize();
    void beginning
      .catch(() => undefined)
      .finally(() => {
        launching = false;
      });
    beginning.then(
      () => {
        clearTimeout(limit);
        if (isCurrent())
          watchPage({ client, times, isReady: () => current === client, reloads, over: over.resolve }, life.signal);
      },
      (error: unknown) => over.resolve({ kind: isUnfit(error) ? 'incompatible' : 'gone', why: failureName(error) }),
    );
    const end = await over.promise;
    clearTimeout(limit);
    life.abort();
    current = undefined;
    parts.offered(undefined);
    // One that was asked for comes, although nobody waits for it any more.
    for (let waited = 0; launching && !client.pupBrowser && waited < launchMs; waited += 50) await pause(50);
    const browser = client.pupBrowser?.process() ?? null;
    await Promise.race([ended(browser, () => client.destroy()), pause(closingMs)]);
    if (end.kind === 'loggedOut') client.wipeIfLoggedOut();
    return end;
  }

  async function run(): Promise<void> {
    const library = await loadLibrary();
    let failures = 0;
    while (!stopping.signal.aborted) {
      const begun = performance.now();
      const end = await live(library);
      if (end.kind === 'stopped' || stopping.signal.aborted) break;
      failures = performance.now() - begun > times.steadyMs ? 1 : failures + 1;
      status = { ...status, restarts: status.restarts + 1 };
      become(stateAfter[end.kind], 'why' in end ? { why: end.why } : {});
      // Who was logged out is shown a new picture at once; who is refused has to be looked at by somebody.
      if (end.kind === 'refused') break;
      const slow = end.kind === 'incompatible' || end.kind === 'noBrowser';
      const ms = slow ? times.incompatibleMs : backOff(times.backOffMs, failures, parts.chance);
      await wait(ms, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  return {
    begin() {
      running = run().catch((error: unknown) => {
        log.error({ why: failureName(error) }, 'WhatsApp cannot be used');
        become('incompatible', { why: 'libraryDoesNotLoad' });
      });
    },
    async end() {
      stopping.abort();
      endNow({ kind: 'stopped' });
      await running;
      become('stopped');
    },
    status: () => status,
    own: () => own,
    client: () => (isUp(status) && current?.listens ? current : undefined),
    doubt: (why) => endNow({ kind: 'gone', why }),
    note(what) {
      status = { ...status, [what]: clock.now() };
    },
  };
}

async function probe({ pupPage }: Client): Promise<Probed> {
  return ((await pupPage?.evaluate(scripts.probe)) as Probed | undefined) ?? { build: '', missing: {} };
}

/** The page has not what the library asks of it; everything else may pass. */
const isUnfit = (error: unknown): boolean => failureName(error) === 'moduleMissing' || error instanceof TypeError;

const pause = (ms: number): Promise<void> => wait(ms, undefined, { ref: false });
