// WhatsApp as a channel: private chats and groups of a linked device, through a real browser. This folder is the only place that knows the library.
import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import type { Channel, Receive } from '../channel.ts';
import { createKeptMap } from '../kept-map.ts';
import { openAccountFile } from './account-file.ts';
import { byNumber, waitingAt } from './by-number.ts';
import { type BudgetSettings, isUnasked, spend, usualBudget } from './daily-budget.ts';
import { createPace, type PaceSettings, usualPace } from './human-pace.ts';
import { fetchRecent, type Heard, type ListenParts, listen } from './listen.ts';
import { loadLibrary } from './load-library.ts';
import { createOurGroups } from './our-groups.ts';
import type { ReadingParts } from './payload-reading.ts';
import { openSentFile } from './sent-file.ts';
import { failureName } from './session-end.ts';
import { type SessionTimes, usualTimes } from './session-times.ts';
import { hearVendorFailures } from './vendor-failures.ts';
import { maxText } from './whatsapp-parts.ts';
import { createSender, type SendTimes, usualSendTimes } from './whatsapp-sender.ts';
import { createSession } from './whatsapp-session.ts';
import { isUp, type LinkOffer, needsSomebody, type WhatsAppStatus } from './whatsapp-status.ts';
import { createWhoWrites } from './who-writes.ts';

export interface WhatsAppParts {
  /** Where the session is kept; whoever has it is the account. */
  folder: string;
  /** Undefined: where Debian and its relatives put Chromium. */
  chromium?: string | undefined;
  chromiumArgs?: readonly string[];
  /** Digits of the account, where a code is to be typed instead of a picture scanned. */
  linkNumber?: string | undefined;
  mediaFolder: string;
  madeFolder?: string;
  /** Heavier files go as a link where there is one. */
  mostMegabytes: number;
  clock: Clock;
  log: Log;
  /** What arrived could not be made durable. */
  failed?(error: unknown): void;
  changed?(status: WhatsAppStatus): void;
  offered?(offer: LinkOffer | undefined): void;
  budget?: BudgetSettings;
  pace?: PaceSettings;
  times?: Partial<SessionTimes>;
  sendTimes?: Partial<SendTimes>;
  catchUpMs?: number;
  chance?(): number;
}

export interface WhatsAppChannel extends Channel {
  status(): WhatsAppStatus;
  /** What is to be scanned or typed now; never logged. */
  offer(): LinkOffer | undefined;
  health(): { failingSince: string | null; lastError: string | null };
}

type Route = 'told' | 'fetched';

const usualCatchUpMs = 5 * 60_000;
/** Asked for once more than needed: clocks differ, and who keeps it knows what it has. */
const catchUpMarginSeconds = 10 * 60;
/** It comes back by itself in seconds; by somebody's hand, not so soon. */
const soonSeconds = 5;
const laterSeconds = 300;
const budgetSeconds = 900;
const stopGraceMs = 4_000;
const mostRemembered = 20_000;
/** A device that is linked anew is given the history in portions. */
const historyMs = 30 * 60_000;
const pageLifeMs = 22 * 3_600_000;
const quietMs = 10 * 60_000;

export function createWhatsAppChannel(parts: WhatsAppParts): WhatsAppChannel {
  const { clock, log } = parts;
  const chance = parts.chance ?? Math.random;
  const account = openAccountFile(parts.folder);
  const sentFile = openSentFile(parts.folder, clock.now);
  const nowMs = (): number => performance.now();
  const stopped = new AbortController();
  const inHand = new Set<Promise<unknown>>();
  /** When somebody last wrote, in milliseconds; by her address. */
  const lastWrote = createKeptMap<number>(mostRemembered);
  /** How what is durable came here: told while we listened, or fetched. What comes both ways is handed over once. */
  const takenBy = createKeptMap<Route>(mostRemembered);
  /** Told before what came earlier was fetched. */
  const early: Heard[] = [];
  let receive: Receive | undefined;
  let tail: Promise<void> = Promise.resolve();
  let readySince = '';
  /** What was heard last before the page was ready; what came after it may be slow to show up there. */
  let missedSince: number | null = null;
  let offer: LinkOffer | undefined;
  let catchingUp: NodeJS.Timeout | undefined;
  let ended: Promise<void> | undefined;
  let deafen: () => void = () => undefined;

  const session = createSession({
    folder: parts.folder,
    browser: { executable: parts.chromium, args: parts.chromiumArgs ?? [] },
    linkNumber: parts.linkNumber,
    times: { ...usualTimes, ...parts.times },
    clock,
    log,
    chance,
    equip: (client, isCurrent) => listen(client, isCurrent, listening),
    ready() {
      readySince = clock.now();
      if (account.read().linkedAt === null) account.write({ linkedAt: readySince, heardUntil: seconds(readySince) });
      missedSince = account.read().heardUntil;
      catchUp();
      for (const heard of early.splice(0)) hear(heard, 'told');
    },
    changed: (status) => parts.changed?.(status),
    offered(given) {
      offer = given;
      parts.offered?.(given);
    },
  });
  const who = createWhoWrites(session.client, nowMs);
  const sender = createSender({
    library: loadLibrary,
    folders: { library: parts.mediaFolder, made: parts.madeFolder },
    pace: createPace({
      settings: parts.pace ?? usualPace,
      nowMs,
      sleep: (ms, signal) => wait(ms, undefined, { signal }),
      chance,
    }),
    kept: sentFile,
    plan() {
      const { missing } = session.status();
      return { mostMegabytes: parts.mostMegabytes, files: missing.media === undefined, polls: missing.votes === undefined };
    },
    times: { ...usualSendTimes, ...parts.sendTimes },
    doubt: session.doubt,
    sent: () => session.note('lastOut'),
    log,
  });
  const groups = createOurGroups(session.client, sentFile, () => reading());
  const reading = (): ReadingParts => ({ now: clock.now(), own: session.own(), messageAt: sender.messageAt });
  const listening: ListenParts = {
    reading,
    heard: (heard) => (isUp(session.status()) ? hear(heard, 'told') : early.push(heard)),
    acknowledged: sender.acknowledged,
    toGroup: () => lookFor(groups.standing),
  };

  function kept<T>(work: Promise<T>): Promise<T> {
    const watched = work.finally(() => inHand.delete(watched));
    inHand.add(watched);
    return watched;
  }

  /** One after the other: what she wrote first is kept first. */
  function inTurn(work: () => Promise<void>): void {
    if (stopped.signal.aborted) return;
    tail = kept(tail.then(work)).catch((error: unknown) => {
      // It stays at WhatsApp, and is caught up with at the next start.
      log.error({ why: failureName(error) }, 'what arrived could not be kept');
      parts.failed?.(error);
    });
  }

  const hear = (heard: Heard, route: Route): void => inTurn(() => takeIn(heard, route));

  async function takeIn({ reading, t }: Heard, route: Route): Promise<void> {
    if (receive === undefined) return;
    if ('leftOut' in reading) {
      if (reading.leftOut === 'malformed') log.warn({}, 'something of WhatsApp could not be read at all');
      return;
    }
    const { content, externalId } = reading.arrival;
    const before = takenBy.get(externalId);
    if (before !== undefined && route === 'fetched') return;
    // It has come both ways now. What is told once more is handed over once more: whoever keeps it knows it.
    if (before === 'fetched') return takenBy.set(externalId, 'told');
    if (content.kind === 'unsupported' && content.what === 'malformed') log.warn({}, 'a message of somebody could not be read');
    const arrival = await byNumber(groups.titled(reading.arrival), who);
    for (const address of waitingAt(arrival)) lastWrote.set(address, nowMs());
    const outcome = await receive(arrival);
    // Whoever keeps it may come to know that group later.
    if (content.kind !== 'groupNews' || outcome !== 'stranger') takenBy.set(externalId, route);
    if (content.kind !== 'groupNews') session.note('lastIn');
    if (t !== undefined && t > (account.read().heardUntil ?? 0)) account.write({ heardUntil: t });
    const { group } = arrival;
    if (group && content.kind === 'groupNews' && content.what === 'here')
      lookFor(() => groups.membersOf(group.address, { by: reading.arrival.from, id: externalId }));
  }

  /** Before anything that is told from now on. */
  function catchUp(): void {
    const client = session.client();
    const late = Date.parse(clock.now()) - Date.parse(readySince) < historyMs;
    const heardUntil = late ? missedSince : account.read().heardUntil;
    if (client === undefined || heardUntil === null || session.status().missing.catchUp !== undefined) return;
    lookFor(groups.members);
    lookFor(async () => {
      const votes = groups.standing().catch(unseen);
      return inOrder([...(await votes), ...(await fetchRecent(client, heardUntil - catchUpMarginSeconds, reading()))]);
    });
  }

  /** In the page, for what nobody told. */
  function lookFor(ask: () => Promise<Heard[]>): void {
    inTurn(async () => {
      for (const heard of await ask().catch(unseen)) await takeIn(heard, 'fetched');
    });
  }

  function unseen(error: unknown): Heard[] {
    log.warn({ why: failureName(error) }, 'what may have been missed could not be looked for');
    return [];
  }

  /** Its memory grows for as long as the page is open: it is opened anew each day, while nobody writes. */
  function freshen(): void {
    const { lastIn, lastOut } = session.status();
    const now = Date.parse(clock.now());
    const quietSince = Math.max(...[readySince, lastIn, lastOut].map((at) => (at ? Date.parse(at) : 0)));
    if (session.client() !== undefined && now - Date.parse(readySince) > pageLifeMs && now - quietSince > quietMs)
      session.doubt('routine');
  }

  async function end(): Promise<void> {
    stopped.abort();
    clearInterval(catchingUp);
    await Promise.race([Promise.allSettled([...inHand]), wait(stopGraceMs, undefined, { ref: false })]);
    await session.end();
    deafen();
  }

  function withinBudget(message: Parameters<Channel['send']>[0], address: string): boolean {
    const now = clock.now();
    const wrote = lastWrote.get(address);
    const wroteAt = wrote === undefined ? undefined : Date.parse(now) - (nowMs() - wrote);
    if (!isUnasked(message, wroteAt, now)) return true;
    const spent = spend(parts.budget ?? usualBudget, account.read(), now);
    if (spent !== undefined) account.write(spent);
    return spent !== undefined;
  }

  return {
    limits: { name: 'whatsapp', maxText, tapsOptions: false, sendsVideo: true, openToStrangers: false },
    async start(listener) {
      receive = listener;
      deafen = hearVendorFailures(log);
      session.begin();
      catchingUp = setInterval(() => {
        catchUp();
        freshen();
      }, parts.catchUpMs ?? usualCatchUpMs);
    },
    async send(message, address) {
      const client = session.client();
      if (stopped.signal.aborted) return { kind: 'retry', afterSeconds: 0, uncounted: true };
      if (client === undefined) {
        return { kind: 'retry', afterSeconds: needsSomebody(session.status()) ? laterSeconds : soonSeconds, uncounted: true };
      }
      if (!withinBudget(message, address)) {
        log.warn({ message: message.id }, 'the messages that may leave unasked today are used up');
        return { kind: 'retry', afterSeconds: budgetSeconds, uncounted: true };
      }
      return kept(sender.send(message, address, { client, since: readySince }, stopped.signal));
    },
    stop() {
      ended ??= end();
      return ended;
    },
    isUp: () => isUp(session.status()),
    status: session.status,
    offer: () => offer,
    health() {
      const status = session.status();
      const fails = !isUp(status) && status.state !== 'stopped';
      return { failingSince: fails ? status.since : null, lastError: fails ? (status.why ?? status.state) : null };
    },
  };
}

const seconds = (instant: string): number => Math.floor(Date.parse(instant) / 1000);

/** As it was written; WhatsApp tells messages by the second, and a vote of the same second comes before what is asked about it. */
const inOrder = (found: readonly Heard[]): Heard[] => found.toSorted((one, other) => writtenSecond(one) - writtenSecond(other));
const writtenSecond = ({ reading }: Heard): number => ('arrival' in reading ? seconds(reading.arrival.writtenAt) : 0);
