// The runtime on the memory store with a stub engine: order, one turn per person at a time, failures, and waking by the clock.
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ReceiveOutcome } from '../../src/channels/channel.ts';
import {
  createSimulatorChannel,
  type ShownMessage,
  type SimulatorChannel,
} from '../../src/channels/simulator/simulator-channel.ts';
import { type Clock, virtualClock, wallClock } from '../../src/clock.ts';
import type { Fact } from '../../src/domain/fact.ts';
import type { OutboundMessage, SendResult } from '../../src/domain/outbound-message.ts';
import { readAddressBook } from '../../src/runtime/address-book.ts';
import { maxAttempts } from '../../src/runtime/retry-policy.ts';
import { type Runtime, startRuntime } from '../../src/runtime/runtime.ts';
import type { TurnTaker } from '../../src/runtime/turn-taker.ts';
import { createMemoryStore } from '../../src/store/memory/memory-store.ts';
import type { Store } from '../../src/store/store.ts';
import { echoEngine } from './echo-engine.ts';
import { type RememberedLog, rememberingLog, smallRoster } from './house-fixture.ts';

interface Trial {
  store: Store;
  runtime: Runtime;
  channel: SimulatorChannel;
  shown: ShownMessage[];
  log: RememberedLog;
}

interface TrialParts {
  engine?: TurnTaker;
  clock?: Clock;
  pace?: 'wall' | 'pumped';
  answer?(message: OutboundMessage): SendResult | undefined;
  wrapStore?(store: Store): Store;
}

const morning = '2026-03-02T15:00:00.000Z';

async function openTrial(parts: TrialParts = {}): Promise<Trial> {
  const inner = createMemoryStore();
  const store = parts.wrapStore?.(inner) ?? inner;
  await store.importRoster(smallRoster);
  const shown: ShownMessage[] = [];
  const log = rememberingLog();
  const channel = createSimulatorChannel({
    platform: 'simulator',
    shown: (message) => void shown.push(message),
    ...(parts.answer === undefined ? {} : { answer: parts.answer }),
  });
  const runtime = await startRuntime({
    store,
    engine: parts.engine ?? echoEngine,
    book: await readAddressBook(store),
    channels: [channel],
    clock: parts.clock ?? virtualClock(morning),
    log,
    pace: parts.pace ?? 'pumped',
  });
  return { store, runtime, channel, shown, log };
}

function write(trial: Trial, from: string, text: string, id = `${from}:${text}`): Promise<ReceiveOutcome> {
  return trial.channel.hand({ externalId: id, from, writtenAt: morning, content: { kind: 'text', text } });
}

const texts = (trial: Trial, to?: string): string[] =>
  trial.shown.filter((one) => to === undefined || one.to === to).map(({ text }) => text);

afterEach(() => void vi.useRealTimers());

describe('runtime', () => {
  it('answers a person in the order in which she wrote, and each answer whole', async () => {
    const trial = await openTrial();
    for (let count = 0; count < 30; count++) for (const from of ['ana', 'bea']) await write(trial, from, `eco ${count}`);
    await trial.runtime.pump();
    const expected = Array.from({ length: 30 }, (_, count) => [`1 ${count}`, `2 ${count}`]).flat();
    expect(texts(trial, 'ana')).toEqual(expected);
    expect(texts(trial, 'bea')).toEqual(expected);
  });

  it('never takes two turns of one person at a time, and does take those of several', async () => {
    const serving = new Map<string, number>();
    let most = 0;
    const trial = await openTrial({
      wrapStore: (store) =>
        new Proxy(store, {
          get(target, name) {
            if (name === 'commitTurn') {
              return async (...args: Parameters<Store['commitTurn']>) => {
                const owner = args[1].owner;
                expect(serving.get(owner) ?? 0).toBe(0);
                serving.set(owner, 1);
                most = Math.max(
                  most,
                  [...serving.values()].reduce((sum, one) => sum + one, 0),
                );
                await new Promise((resolve) => setTimeout(resolve, 1));
                serving.set(owner, 0);
                return target.commitTurn(...args);
              };
            }
            const value: unknown = Reflect.get(target, name);
            return typeof value === 'function' ? value.bind(target) : value;
          },
        }),
    });
    for (let count = 0; count < 5; count++) for (const from of ['ana', 'bea', 'coord']) await write(trial, from, `eco ${count}`);
    await trial.runtime.pump();
    expect(trial.shown).toHaveLength(30);
    expect(most).toBe(3);
  });

  it('tells a platform that repeats itself that we have it already, and answers once', async () => {
    const trial = await openTrial();
    expect(await write(trial, 'ana', 'eco hola', 'x')).toBe('new');
    expect(await write(trial, 'ana', 'eco hola', 'x')).toBe('duplicate');
    await trial.runtime.pump();
    expect(await write(trial, 'ana', 'eco hola', 'x')).toBe('duplicate');
    await trial.runtime.pump();
    expect(texts(trial)).toEqual(['1 hola', '2 hola']);
  });

  it('knows nobody who is not in the roster', async () => {
    const trial = await openTrial();
    expect(await write(trial, 'zoe', 'eco hola')).toBe('stranger');
    expect((await trial.store.health()).inbox).toBe(0);
  });

  it('keeps an arrival of the wrong shape as something unsupported', async () => {
    const trial = await openTrial();
    const content = { kind: 'text', text: 7 } as unknown as { kind: 'text'; text: string };
    await trial.channel.hand({ externalId: 'x', from: 'ana', writtenAt: 'yesterday', content });
    await trial.runtime.pump();
    expect(texts(trial)).toEqual(['{"kind":"unsupported","what":"malformed"}']);
  });

  it('apologises where the engine throws, writes a fact, and logs no word of hers', async () => {
    const trial = await openTrial();
    await write(trial, 'ana', 'falla secretísimo');
    await write(trial, 'ana', 'eco sigue');
    await trial.runtime.pump();
    expect(texts(trial)).toEqual(['perdón', '1 sigue', '2 sigue']);
    const facts: Fact[] = [];
    for await (const fact of trial.store.readFacts({})) facts.push(fact);
    expect(facts.map(({ kind, mentorId }) => [kind, mentorId])).toEqual([['flowBroken', 'ana']]);
    expect(trial.log.lines.some(({ level, message }) => level === 'error' && message === 'the engine threw')).toBe(true);
    expect(JSON.stringify(trial.log.lines.map(({ fields, message }) => ({ ...fields, event: '', message })))).not.toContain(
      'secretísimo',
    );
  });

  it('delivers what one person causes in another', async () => {
    const trial = await openTrial();
    await write(trial, 'ana', 'avisa coord');
    await trial.runtime.pump();
    expect(texts(trial, 'ana')).toEqual(['avisado']);
    expect(texts(trial, 'coord')).toEqual(['aviso de ana']);
  });

  it('tries again when the platform says when, and keeps the order of the chat meanwhile', async () => {
    const clock = virtualClock(morning);
    let refusals = 2;
    const trial = await openTrial({ clock, answer: () => (refusals-- > 0 ? { kind: 'retry', afterSeconds: 30 } : undefined) });
    await write(trial, 'ana', 'eco hola');
    await trial.runtime.pump();
    expect(trial.shown).toEqual([]);
    expect(await trial.store.nextDueAt()).toBe('2026-03-02T15:00:30.000Z');
    clock.moveTo('2026-03-02T15:00:30.000Z');
    await trial.runtime.pump();
    expect(trial.shown).toEqual([]);
    clock.moveTo('2026-03-02T15:01:00.000Z');
    await trial.runtime.pump();
    expect(texts(trial)).toEqual(['1 hola', '2 hola']);
  });

  it('gives a message up after its last attempt, says so, and goes on with the next', async () => {
    const clock = virtualClock(morning);
    const trial = await openTrial({
      clock,
      answer: ({ text }) => (text.startsWith('1') ? { kind: 'retry', afterSeconds: 0 } : undefined),
    });
    await write(trial, 'ana', 'eco hola');
    await trial.runtime.pump();
    let attempts = 1;
    for (let due = await trial.store.nextDueAt(); due !== undefined; due = await trial.store.nextDueAt()) {
      clock.moveTo(due);
      await trial.runtime.pump();
      attempts++;
    }
    expect(attempts).toBe(maxAttempts);
    expect(texts(trial).toSorted()).toEqual(['2 hola', 'aviso de ana']);
    expect(trial.log.lines.filter(({ level }) => level === 'error').map(({ fields }) => fields.code)).toEqual([
      'tooManyAttempts',
    ]);
    const hours = (Date.parse(clock.now()) - Date.parse(morning)) / 3_600_000;
    expect(hours).toBeGreaterThan(20);
  });

  it('sends the next message to a person after one that was refused for good, and tells the coordinators once a day', async () => {
    const trial = await openTrial({ answer: ({ text }) => (text === '1 hola' ? { kind: 'rejected', code: 'x' } : undefined) });
    await write(trial, 'ana', 'eco hola');
    await trial.runtime.pump();
    await write(trial, 'ana', 'eco hola', 'again');
    await trial.runtime.pump();
    expect(trial.shown.map(({ to, text }) => `${to}: ${text}`)).toEqual(['ana: 2 hola', 'coord: aviso de ana', 'ana: 2 hola']);
  });

  it('tells nobody that the message to the only one who could be told has failed', async () => {
    const trial = await openTrial({ answer: () => ({ kind: 'blocked' }) });
    await write(trial, 'coord', 'eco hola');
    await trial.runtime.pump();
    expect(texts(trial)).toEqual([]);
    expect(await trial.store.health()).toMatchObject({ outbox: 0, blocked: 2 });
  });

  it('keeps a message for somebody who has no address yet', async () => {
    const clock = virtualClock(morning);
    const trial = await openTrial({ clock });
    await write(trial, 'ana', 'avisa dora');
    await trial.runtime.pump();
    expect(await trial.store.health()).toMatchObject({ outbox: 1, rejected: 0 });
  });

  it('repeats once what got no answer, with the same id', async () => {
    const clock = virtualClock(morning);
    const seen: string[] = [];
    const trial = await openTrial({
      clock,
      answer({ id }) {
        seen.push(id);
        return { kind: 'unsure' };
      },
    });
    await write(trial, 'ana', 'pregunta', 'q');
    await trial.runtime.pump();
    clock.moveTo('2026-03-02T16:00:00.000Z');
    await trial.runtime.pump();
    expect(seen.slice(0, 2)).toEqual(['simulator:q:out:0', 'simulator:q:out:0']);
    expect(seen.slice(2)).toEqual(['undelivered:ana:unsure:2026-03-02:coord:out:0']);
    clock.moveTo('2026-03-02T17:00:00.000Z');
    await trial.runtime.pump();
    expect(seen).toHaveLength(4);
    expect(await trial.store.nextDueAt()).toBeUndefined();
    expect((await trial.store.health()).unsure).toBe(2);
  });

  it('lets one person wait without holding up another', async () => {
    const held = Promise.withResolvers<void>();
    const trial = await openTrial();
    const send = trial.channel.send.bind(trial.channel);
    trial.channel.send = async (message, address) => {
      if (message.to === 'ana') await held.promise;
      return send(message, address);
    };
    await write(trial, 'ana', 'eco hola');
    await write(trial, 'bea', 'eco hola');
    const pumped = trial.runtime.pump();
    await vi.waitFor(() => expect(texts(trial)).toEqual(['1 hola', '2 hola']));
    expect(trial.shown.every(({ to }) => to === 'bea')).toBe(true);
    held.resolve();
    await pumped;
    expect(trial.shown).toHaveLength(4);
  });

  it('finishes what is in hand when it stops, and leaves the rest for the next start', async () => {
    const trial = await openTrial({ pace: 'wall', clock: wallClock });
    const sending = Promise.withResolvers<void>();
    const held = Promise.withResolvers<void>();
    const send = trial.channel.send.bind(trial.channel);
    trial.channel.send = async (message, address) => {
      sending.resolve();
      await held.promise;
      return send(message, address);
    };
    await write(trial, 'ana', 'eco hola');
    await sending.promise;
    const stopped = trial.runtime.stop();
    held.resolve();
    await stopped;
    expect(texts(trial)).toEqual(['1 hola']);
    expect(await trial.store.health()).toMatchObject({ inbox: 0, outbox: 1, unsure: 0 });
  });

  it('says that the house is broken when the store fails, and takes nothing more', async () => {
    const trial = await openTrial({
      wrapStore(store) {
        store.leaseEvent = () => Promise.reject(new Error('disk full'));
        return store;
      },
    });
    await write(trial, 'ana', 'eco hola');
    await expect(trial.runtime.pump()).rejects.toThrow('disk full');
    expect(trial.log.lines.at(-1)?.message).toBe('the store failed; the house stops');
  });
});

describe('runtime by the wall clock', () => {
  it('works by itself when something arrives', async () => {
    const trial = await openTrial({ pace: 'wall', clock: wallClock });
    await write(trial, 'ana', 'eco hola');
    await vi.waitFor(() => expect(texts(trial)).toEqual(['1 hola', '2 hola']));
    await trial.runtime.stop();
  });

  it('wakes at the instant at which something is due, even after more days than a timer can hold', async () => {
    vi.useFakeTimers({ now: new Date(morning), toFake: ['Date', 'setTimeout', 'clearTimeout'] });
    const trial = await openTrial({ pace: 'wall', clock: wallClock });
    await write(trial, 'ana', `recuerda ${40 * 86_400}`);
    await write(trial, 'bea', 'recuerda 90');
    await vi.advanceTimersByTimeAsync(89_000);
    expect(texts(trial)).toEqual(['bien', 'bien']);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(texts(trial)).toEqual(['bien', 'bien', 'te recuerdo 90']);
    await vi.advanceTimersByTimeAsync(39 * 86_400_000);
    expect(trial.shown).toHaveLength(3);
    await vi.advanceTimersByTimeAsync(86_400_000);
    expect(trial.shown).toHaveLength(4);
    await trial.runtime.stop();
  });

  it('puts out at the start what was waiting in the store', async () => {
    const trial = await openTrial();
    await write(trial, 'ana', 'eco hola');
    const shown: string[] = [];
    const channel = createSimulatorChannel({ platform: 'simulator', shown: ({ text }) => void shown.push(text) });
    const runtime = await startRuntime({
      store: trial.store,
      engine: echoEngine,
      book: await readAddressBook(trial.store),
      channels: [channel],
      clock: wallClock,
      log: trial.log,
      pace: 'wall',
    });
    await vi.waitFor(() => expect(shown).toEqual(['1 hola', '2 hola']));
    await runtime.stop();
  });
});
