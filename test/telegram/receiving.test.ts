// How updates come in: none lost and none believed before it is durable, whatever Telegram, the line or the store do meanwhile.
import { describe, expect, it } from 'vitest';
import type { Arrival } from '../../src/channels/channel.ts';
import { opaqueId } from '../../src/domain/opaque-id.ts';
import { contractMessage } from '../contracts/channel-contract.ts';
import { createBotApiServer, type Fault } from './bot-api-server.ts';
import { openTrial, type Trial, until } from './telegram-trial.ts';

const anaId = 5_512_345_001;
const asked = ['message', 'edited_message', 'callback_query', 'message_reaction', 'my_chat_member'];

const textsOf = (arrivals: readonly Arrival[]): string[] =>
  arrivals.map(({ content }) => (content.kind === 'text' ? content.text : content.kind));

function expectNothingTold({ server, lines }: Trial, words: string): void {
  const told = JSON.stringify(lines);
  for (const secret of [server.token, words, server.apiRoot.replace('http://', '')]) expect(told).not.toContain(secret);
}

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

describe('trouble with Telegram', () => {
  it.each<[string, Fault['reply'], string, RegExp]>([
    ['another process with the same token', { kind: 'error', code: 409 }, '409', /another process/],
    ['a token that is refused', { kind: 'error', code: 401 }, '401', /BotFather/],
    ['its own failure', { kind: 'error', code: 500 }, '500', /asked again/],
    ['too many questions', { kind: 'error', code: 429, retryAfter: 2 }, '429', /asked again/],
    ['a page of a proxy', { kind: 'html', status: 502 }, 'invalid-json', /asked again/],
    ['a line that is cut', { kind: 'drop' }, 'ECONNRESET', /asked again/],
    ['an answer that is lost', { kind: 'lostReply' }, 'ECONNRESET', /asked again/],
  ])('%s: the log says what to do, the health since when, and nothing is lost', async (_name, reply, code, advice) => {
    const trial = await openTrial();
    const { server, channel, lines, arrivals } = trial;
    server.fail({ method: 'getUpdates', times: 3, reply });
    server.phone(anaId, 'Ana').write('la niña se quedó sola');
    await trial.start();
    await until(() => channel.health().failingSince !== null, 'the trouble');
    expect(channel.health()).toMatchObject({ lastError: code });
    await server.confirmed();
    expect(textsOf(arrivals)).toEqual(['la niña se quedó sola']);
    expect(channel.health()).toMatchObject({ failingSince: null, lastError: null, lastPollAt: expect.any(String) });
    const [first, ...later] = lines.filter(({ fields }) => fields.code === code);
    expect(first).toMatchObject({ level: 'warn', message: expect.stringMatching(advice) });
    expect(later.map(({ level }) => level)).toEqual(['info', 'info']);
    expect(lines.some(({ message }) => message === 'Telegram answers again')).toBe(true);
    expectNothingTold(trial, 'sola');
  });

  it('waits as long as Telegram asks, and longer each time where it does not', async () => {
    const waits: number[] = [];
    const { server, start } = await openTrial({
      async sleep(ms) {
        waits.push(ms);
      },
    });
    server.fail({ method: 'getUpdates', reply: { kind: 'error', code: 429, retryAfter: 9 } });
    server.fail({ method: 'getUpdates', times: 8, reply: { kind: 'error', code: 502 } });
    await start();
    await until(() => waits.length === 9, 'nine waits');
    expect(waits).toEqual([9_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000]);
  });

  it('two processes with one token: both say so, and everything arrives', async () => {
    const { server, start, again, lines, arrivals } = await openTrial();
    await start();
    const other = again();
    await other.start(async (arrival) => {
      arrivals.push(arrival);
      return 'new';
    });
    await until(() => lines.some(({ fields }) => fields.code === '409'), 'a conflict');
    server.phone(anaId, 'Ana').write('hola');
    await server.confirmed();
    expect(new Set(textsOf(arrivals))).toEqual(new Set(['hola']));
    expect(new Set(arrivals.map(({ externalId }) => externalId)).size).toBe(1);
  });
});

describe('starting', () => {
  it('does not wait for Telegram: what it has to be told is told when it can be reached', async () => {
    const gone = createBotApiServer();
    await gone.start();
    await gone.stop();
    const trial = await openTrial({ apiRoot: gone.apiRoot });
    const { channel, lines, arrivals } = trial;
    const before = performance.now();
    await trial.start();
    expect(performance.now() - before).toBeLessThan(1_000);
    await until(() => lines.some(({ fields }) => fields.code === 'ECONNREFUSED'), 'the refusal');
    expect(channel.health()).toMatchObject({ lastError: 'ECONNREFUSED', lastPollAt: null });
    expect(channel.botName()).toBe('');
    const back = createBotApiServer(trial.server.token);
    await back.start(Number(new URL(gone.apiRoot).port));
    back.phone(anaId, 'Ana').write('hola');
    await back.confirmed();
    expect(textsOf(arrivals)).toEqual(['hola']);
    expect(back.commands).toEqual([{ command: 'ayuda', description: 'Cómo escribirme' }]);
    expect(channel.botName()).toBe('de_prueba_bot');
    expect(channel.health().failingSince).toBeNull();
    await channel.stop();
    await back.stop();
  });

  it('with a token that Telegram refuses says what to do, and goes on when it is taken', async () => {
    const trial = await openTrial();
    const { server, channel, lines, arrivals } = trial;
    server.fail({ method: 'getMe', times: 2, reply: { kind: 'error', code: 401 } });
    await trial.start();
    await until(() => channel.health().lastError === '401', 'the refusal');
    expect(lines[0]).toMatchObject({ level: 'warn', message: expect.stringMatching(/BotFather/) });
    server.phone(anaId, 'Ana').write('hola');
    await server.confirmed();
    expect(arrivals).toHaveLength(1);
    expectNothingTold(trial, 'hola');
  });

  it('works without the menu where Telegram does not take it', async () => {
    const { server, start, arrivals } = await openTrial();
    server.fail({
      method: 'setMyCommands',
      reply: { kind: 'error', code: 400, description: 'Bad Request: BOT_COMMAND_INVALID' },
    });
    await start();
    server.phone(anaId, 'Ana').write('hola');
    await server.confirmed();
    expect(arrivals).toHaveLength(1);
  });

  it('by polling takes a webhook away, and asks for the kinds of updates that it reads', async () => {
    const { server, start, arrivals } = await openTrial();
    await fetch(`${server.apiRoot}/bot${server.token}/setWebhook?url=http://127.0.0.1:9/x`);
    server.phone(anaId, 'Ana').write('mientras tanto');
    await start();
    await server.confirmed();
    expect(textsOf(arrivals)).toEqual(['mientras tanto']);
    expect(server.asked()).toMatchObject({ allowed_updates: asked, timeout: 1, limit: 100 });
  });

  it('by webhook gives Telegram the address, the secret and the kinds, and drops nothing that waits', async () => {
    const url = 'http://127.0.0.1:9/telegram';
    const { server, start } = await openTrial({ mode: { kind: 'webhook', url, secret: 'secreto-de-prueba' } });
    server.phone(anaId, 'Ana').write('mientras tanto');
    await start();
    await until(() => server.commands.length > 0, 'the commands');
    expect(server.asked()).toEqual({ url, secret_token: 'secreto-de-prueba', allowed_updates: asked });
    expect(server.pending()).toBe(1);
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
    expect(performance.now() - before).toBeLessThan(500);
  });

  it('does not wait for Telegram where it never answered', async () => {
    const { server, channel, start } = await openTrial();
    server.fail({ method: 'getMe', reply: { kind: 'delay', ms: 30_000 } });
    await start();
    await until(() => server.callsOf('getMe').length === 1, 'the question');
    const before = performance.now();
    await channel.stop();
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});
