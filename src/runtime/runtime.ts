// The house at work: what arrives is received, served and answered, and what falls due is fired, until it is stopped.
import type { Arrival, Channel, ChannelLimits, ReceiveOutcome } from '../channels/channel.ts';
import type { Clock } from '../clock.ts';
import type { Post } from '../domain/inbound-event.ts';
import type { LookUp, LookUpResult } from '../domain/look-up.ts';
import type { Turn } from '../domain/turn.ts';
import type { Log } from '../log.ts';
import type { LeasedEvent, LeasedMessage, Store } from '../store/store.ts';
import { postEvent } from '../store/turn-entry.ts';
import type { AddressBook } from './address-book.ts';
import { type Alarm, startAlarm } from './alarm.ts';
import { createLookUps } from './answer-look-ups.ts';
import { createAwayChannels } from './away-channels.ts';
import { serveMessage } from './dispatch-outbox.ts';
import { fireTimers } from './fire-timers.ts';
import { createKnock, type SayKnock } from './knock.ts';
import type { SaysLeaving } from './phone-door.ts';
import { describeError, serveEvent } from './process-inbox.ts';
import { receive } from './receive.ts';
import { createTraffic, type Traffic } from './traffic.ts';
import type { TurnTaker } from './turn-taker.ts';
import { createWorkQueue } from './work-queue.ts';

export interface RuntimeParts {
  store: Store;
  engine: TurnTaker;
  book: AddressBook;
  channels: Channel[];
  clock: Clock;
  log: Log;
  /** 'wall': works by itself, whenever something arrives or falls due. 'pumped': only when somebody calls. */
  pace: 'wall' | 'pumped';
  /** How many turns and messages may be under way at a time; 1 makes the order of a run repeatable. */
  inFlight?: number;
  committed?(leased: LeasedEvent, turn: Turn): void;
  /** Answers what turns ask of other owners and of files; without it every look-up fails. */
  lookUp?(lookUp: LookUp): Promise<LookUpResult>;
  /** What is said and read at phones that several persons use; without it they are asked for by name alone. */
  identity?: { saysLeaving: SaysLeaving; sayKnock: SayKnock };
  /** The store failed, so nothing that is promised can be kept: whoever runs the house ends it. */
  broken?(error: unknown): void;
}

export interface Runtime {
  receive(channel: ChannelLimits, arrival: Arrival): Promise<ReceiveOutcome>;
  /** What the house itself has to say to people. */
  tell(posts: readonly Post[]): Promise<void>;
  /** Fires what is due by now; returns how many. */
  fireDue(): Promise<number>;
  /** Works until inbox and outbox have nothing that is ready. */
  pump(): Promise<void>;
  /** The same, without starting anything: resolves when nothing is under way. */
  idle(): Promise<void>;
  /** When something came in and went out last. */
  traffic(): ReturnType<Traffic['read']>;
  /** Finishes what is in hand, takes nothing new, lets the channels go; the rest waits in the store for the next start. */
  stop(): Promise<void>;
}

const defaultInFlight = 64;
/** A send that hangs is left behind as doubtful rather than keeping the process alive. */
const stopGraceMs = 5_000;

export async function startRuntime(parts: RuntimeParts): Promise<Runtime> {
  const { store, clock, log, channels, pace } = parts;
  const inFlight = parts.inFlight ?? defaultInFlight;
  let alarm: Alarm | undefined;
  let stopping = false;
  const away = createAwayChannels();
  const traffic = createTraffic(clock);
  const knock = createKnock({ store, phones: parts.book.phones, clock, say: parts.identity?.sayKnock ?? (() => '') });
  /** What waited for somebody who has come in, and is being let go. */
  const releasing = new Set<Promise<void>>();
  parts.book.phones.whenIn((person) => {
    const released = knock
      .release(person)
      .then(() => outbox.kick(), failed)
      .finally(() => releasing.delete(released));
    releasing.add(released);
  });

  function failed(error: unknown): void {
    if (stopping) return;
    log.error(describeError(error), 'the store failed; the house stops');
    parts.broken?.(error);
  }

  const outbox = createWorkQueue<LeasedMessage>({
    take: () => store.leaseMessage(clock.now()),
    serve: (leased) =>
      serveMessage(
        {
          store,
          clock,
          log,
          channels,
          away,
          traffic,
          knock,
          book: parts.book,
          postponed: (until) => alarm?.expect(until),
          posted: () => inbox.kick(),
        },
        leased,
      ),
    inFlight,
    failed,
  });

  const inbox = createWorkQueue<LeasedEvent>({
    take: () => store.leaseEvent(),
    serve: (leased) => serveEvent({ store, engine: parts.engine, log, committed }, leased),
    inFlight,
    failed,
  });

  function committed(leased: LeasedEvent, turn: Turn): void {
    for (const change of turn.changes) {
      if (!('put' in change)) continue;
      if (change.put.kind === 'person') parts.book.learn(change.put);
      if (change.put.kind === 'group') parts.book.learnGroup(change.put);
      if (change.put.kind === 'groupPoll') parts.book.learnPoll(change.put);
      if (change.put.kind === 'sharedPhone') parts.book.phones.asks(change.put);
      if (change.put.kind === 'timer') alarm?.expect(change.put.dueAt);
    }
    if (turn.outbound.length > 0) outbox.kick();
    if (turn.posts.length > 0) inbox.kick();
    lookUps.committed(turn);
    parts.committed?.(leased, turn);
  }

  const lookUps = createLookUps({
    store,
    clock,
    log,
    answer: (lookUp) => parts.lookUp?.(lookUp) ?? Promise.resolve({ kind: 'failed' }),
    answered: () => inbox.kick(),
    failed,
  });

  async function take(channel: ChannelLimits, arrival: Arrival): Promise<ReceiveOutcome> {
    const concerns = parts.engine.concerns?.bind(parts.engine);
    const saysLeaving = parts.identity?.saysLeaving;
    const outcome = await receive({ store, book: parts.book, clock, log, concerns, saysLeaving }, channel, arrival);
    if (outcome === 'new') traffic.cameIn(channel.name);
    if (outcome === 'new' && pace === 'wall') inbox.kick();
    return outcome;
  }

  async function idle(): Promise<void> {
    do {
      await Promise.all(releasing);
      await inbox.settled();
      await outbox.settled();
      await lookUps.settled();
    } while (inbox.busy() || outbox.busy() || lookUps.busy() || releasing.size > 0);
  }

  async function pump(): Promise<void> {
    inbox.kick();
    outbox.kick();
    await idle();
  }

  const runtime: Runtime = {
    receive: take,
    async tell(posts) {
      await Promise.all(posts.map((post) => store.receive(postEvent(post))));
      inbox.kick();
    },
    fireDue: () => fireTimers({ store, clock, log }),
    pump,
    idle,
    traffic: traffic.read,
    async stop() {
      stopping = true;
      alarm?.stop();
      inbox.stop();
      outbox.stop();
      const finished = Promise.allSettled([idle(), ...channels.map((channel) => channel.stop())]);
      let timer: NodeJS.Timeout | undefined;
      const grace = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, stopGraceMs);
      });
      await Promise.race([finished, grace]);
      clearTimeout(timer);
    },
  };

  for (const channel of channels) await channel.start((arrival) => take(channel.limits, arrival));
  lookUps.resume();
  if (pace === 'wall') {
    inbox.kick();
    outbox.kick();
    alarm = startAlarm({
      clock,
      nextDueAt: () => store.nextDueAt(),
      async ring() {
        await runtime.fireDue();
        inbox.kick();
        outbox.kick();
      },
      failed,
    });
  }
  return runtime;
}
