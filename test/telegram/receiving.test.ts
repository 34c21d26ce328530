// How updates come in: none lost and none believed before it is durable; buttons, answers and reactions; stopping.
import { describe, expect, it } from 'vitest';
import type { Arrival } from '../../src/channels/channel.ts';
import { opaqueId } from '../../src/domain/opaque-id.ts';
import { contractMessage } from '../contracts/channel-contract.ts';
import { expectNothingTold, openTrial, textsOf, until } from './telegram-trial.ts';

const anaId = 5_512_345_001;

describe('an update', () => {
  it('is confirmed only once it is durable', async () => {
    const trial = await openTrial();
    const durable = Promise.withResolvers<void>();
    let received = 0;
    await trial.start(async () => {
      received++;
      await durable.promise;
      return 'new';
    });
    trial.server.phone(anaId, 'Ana').write('hola');
    await until(() => received === 1, 'the update');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(trial.server.pending()).toBe(1);
    durable.resolve();
    await trial.server.confirmed();
  });

  it('of a process that dies before confirming comes again, as the same event', async () => {
    const { server, channel, again } = await openTrial();
    const ana = server.phone(anaId, 'Ana');
    const seen: Arrival[] = [];
    await channel.start(async (arrival) => {
      seen.push(arrival);
      // As good as killed: it was durable, and no further question leaves.
      server.fail({ method: 'getUpdates', times: Number.POSITIVE_INFINITY, reply: { kind: 'drop' } });
      return 'new';
    });
    ana.write('hola');
    await until(() => server.asked().offset !== undefined, 'the question that would confirm it');
    await channel.stop();
    server.clearFaults();
    expect(server.pending()).toBe(1);
    await again().start(async (arrival) => {
      seen.push(arrival);
      return 'duplicate';
    });
    await server.confirmed();
    expect(seen).toHaveLength(2);
    expect(seen[1]).toEqual(seen[0]);
  });

  it('of a process that dies before it is durable is not lost', async () => {
    const { server, channel, again, arrivals } = await openTrial();
    await channel.start(() => new Promise(() => {}));
    for (const text of ['uno', 'dos', 'tres']) server.phone(anaId, 'Ana').write(text);
    await until(() => server.handed().length > 0, 'the update');
    await again().start(async (arrival) => {
      arrivals.push(arrival);
      return 'new';
    });
    await until(() => server.pending() === 0, 'all confirmed');
    expect(textsOf(arrivals)).toEqual(['uno', 'dos', 'tres']);
  });

  it('stays at Telegram where the store is broken, in its order, and whoever runs the house is told', async () => {
    const failures: unknown[] = [];
    const trial = await openTrial({ failed: (error) => void failures.push(error) });
    const { server, lines, channel, arrivals } = trial;
    let broken = true;
    await trial.start(async (arrival) => {
      if (broken) throw new Error('disk full while writing "no me alcanza"');
      arrivals.push(arrival);
      return 'new';
    });
    server.phone(anaId, 'Ana').write('no me alcanza');
    server.phone(anaId, 'Ana').write('y otra cosa');
    await until(() => failures.length > 0, 'the failure');
    expect(server.pending()).toBe(2);
    expect(channel.health()).toMatchObject({ lastError: 'notDurable', failingSince: expect.any(String) });
    expect(lines.some(({ level }) => level === 'error')).toBe(true);
    expectNothingTold(trial, 'no me alcanza');
    broken = false;
    await server.confirmed();
    expect(textsOf(arrivals)).toEqual(['no me alcanza', 'y otra cosa']);
    await until(() => channel.health().failingSince === null, 'good health');
  });

  it('of many comes in its order, each once', async () => {
    const { server, start, arrivals } = await openTrial();
    const ana = server.phone(anaId, 'Ana');
    const texts = Array.from({ length: 250 }, (_, n) => `mensaje ${n}`);
    for (const text of texts) ana.write(text);
    await start();
    await server.confirmed();
    expect(textsOf(arrivals)).toEqual(texts);
  });
});

describe('what happens in a group', () => {
  it('is handed over with the group, which goes on under its new number; her private chat goes on', async () => {
    const { server, start, arrivals } = await openTrial();
    await start();
    const ana = server.phone(anaId, 'Ana');
    const group = server.group(-55, 'Mentoras del Norte');
    ana.writeIn(group, '/menu');
    group.upgrade();
    ana.writeIn(group, '/ayuda');
    ana.write('hola');
    await server.confirmed();
    expect(arrivals.map(({ content, group: where }) => [where?.address, content])).toEqual([
      ['-55', { kind: 'text', text: 'menu', mention: true }],
      ['-55', { kind: 'groupNews', what: 'moved', to: '-10055' }],
      ['-55', { kind: 'groupNews', what: 'moved', to: '-10055' }],
      ['-10055', { kind: 'text', text: 'ayuda', mention: true }],
      [undefined, { kind: 'text', text: 'hola' }],
    ]);
  });
});

describe('an album', () => {
  it('is one happening, apart from its captions: she is not told the same for each photo', async () => {
    const { server, start, arrivals } = await openTrial();
    await start();
    const ana = server.phone(anaId, 'Ana');
    ana.album(['', '', '']);
    ana.album(['las dos salas', '', '']);
    await server.confirmed();
    expect(arrivals.map(({ content }) => content)).toEqual(
      ['', '', '', 'las dos salas', '', ''].map((caption) => ({ kind: 'media', media: 'image', ...(caption && { caption }) })),
    );
    const ids = arrivals.map(({ externalId }) => externalId);
    expect(new Set(ids.slice(0, 3)).size).toBe(1);
    expect(new Set(ids).size).toBe(3);
  });
});

describe('an update that is pushed', () => {
  const message = { message_id: 9, date: 1_772_463_600, chat: { id: anaId, type: 'private' } };
  const update = { update_id: 7, message: { ...message, from: { id: anaId, is_bot: false, first_name: 'Ana' }, text: 'hola' } };
  const mode = { kind: 'webhook', url: 'http://127.0.0.1:9/telegram', secret: 'secreto' } as const;

  it('before the start and after the stop is refused, so that Telegram comes again', async () => {
    const { channel, start, arrivals } = await openTrial({ mode });
    await expect(channel.accept(update)).rejects.toThrow();
    await start();
    await channel.accept(update);
    await channel.stop();
    await expect(channel.accept(update)).rejects.toThrow();
    expect(arrivals).toHaveLength(1);
  });

  it('is refused where the store is broken', async () => {
    const { channel, start } = await openTrial({ mode });
    await start(async () => {
      throw new Error('disk full');
    });
    await expect(channel.accept(update)).rejects.toThrow('disk full');
  });
});

describe('a button', () => {
  const options = ['Sí', 'Todavía no'].map((label) => ({ id: label, label }));

  it('stops waiting as soon as its tap is durable, each time', async () => {
    const { server, channel, start } = await openTrial();
    const ana = server.phone(anaId, 'Ana');
    await start();
    await channel.send(contractMessage('m1', { options }), String(anaId));
    ana.press('Sí');
    ana.press('Sí');
    await until(() => server.callsOf('answerCallbackQuery').filter(({ outcome }) => outcome === 'done').length === 2, 'answers');
  });

  it('works after a restart, and under a message of which Telegram tells nothing any more', async () => {
    const { server, channel, again, arrivals } = await openTrial();
    const ana = server.phone(anaId, 'Ana');
    await channel.send(contractMessage('m1', { options }), String(anaId));
    await channel.stop();
    await again().start(async (arrival) => {
      arrivals.push(arrival);
      return 'new';
    });
    ana.press('Todavía no');
    ana.pressOld('Todavía no');
    await server.confirmed();
    const tap = { kind: 'tap', of: opaqueId('m1'), option: 1 };
    expect(arrivals.map(({ content }) => content)).toEqual([
      { ...tap, label: 'Todavía no' },
      { ...tap, label: '' },
    ]);
    expect(arrivals.map(({ from }) => from)).toEqual([String(anaId), String(anaId)]);
  });

  it('whose wait cannot be stopped does no harm', async () => {
    const { server, channel, start, arrivals } = await openTrial();
    const ana = server.phone(anaId, 'Ana');
    server.fail({
      method: 'answerCallbackQuery',
      reply: { kind: 'error', code: 400, description: 'Bad Request: query is too old' },
    });
    await start();
    await channel.send(contractMessage('m1', { options }), String(anaId));
    ana.press('Sí');
    await server.confirmed();
    expect(arrivals).toHaveLength(1);
    expect(channel.health().failingSince).toBeNull();
  });
});

describe('what she answers or reacts to', () => {
  it('is known by the id of the message, also of each part of a long one', async () => {
    const { server, channel, start, arrivals } = await openTrial();
    const ana = server.phone(anaId, 'Ana');
    await start();
    // Telegram keeps no reactions for a bot that has not asked for them yet.
    await until(() => server.asked().allowed_updates !== undefined, 'the first question');
    await channel.send(contractMessage('m1', { text: 'Una frase de prueba. '.repeat(300) }), String(anaId));
    const [first, last] = ana.bubbles();
    if (first === undefined || last === undefined) throw new Error('two bubbles were expected');
    ana.reply(first, 'sobre esto');
    ana.react(last, '👍');
    ana.react(last, '');
    await server.confirmed();
    expect(arrivals.map(({ content }) => content)).toEqual([
      { kind: 'text', text: 'sobre esto', replyTo: 'm1' },
      { kind: 'reaction', emoji: '👍', of: 'm1' },
    ]);
  });
});

describe('stopping', () => {
  it('does not wait for a question that Telegram holds', async () => {
    const { server, channel, start } = await openTrial({ pollSeconds: 30 });
    await start();
    await until(() => server.asked().timeout === 30, 'the question');
    const before = performance.now();
    await channel.stop();
    expect(performance.now() - before).toBeLessThan(10_000);
  });

  it('does not wait for Telegram where it never answered', async () => {
    const { server, channel, start } = await openTrial();
    server.fail({ method: 'getMe', reply: { kind: 'delay', ms: 30_000 } });
    await start();
    await until(() => server.callsOf('getMe').length === 1, 'the question');
    const before = performance.now();
    await channel.stop();
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});
