// Reaching Telegram, and not reaching it: the log says what to do, the health since when, nothing is lost, and it goes on by itself.
import { describe, expect, it } from 'vitest';
import { createBotApiServer, type Fault } from './bot-api-server.ts';
import { expectNothingTold, openTrial, textsOf, until } from './telegram-trial.ts';

const anaId = 5_512_345_001;
const asked = ['message', 'edited_message', 'callback_query', 'message_reaction', 'my_chat_member', 'chat_member', 'poll_answer'];

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
    expect(performance.now() - before).toBeLessThan(10_000);
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
