// The doctor: each check by itself, then the command as an operator runs it, against a stand-in of the Bot API, beside a running bot.
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { askTelegram } from '../../src/commands/ask-telegram.ts';
import { sayFinding, saySummary } from '../../src/commands/doctor/finding.ts';
import {
  checkDisk,
  checkFolder,
  checkNode,
  checkSecretsFile,
  checkWriter,
  lookAtFolder,
} from '../../src/commands/doctor/machine-checks.ts';
import { checkMedia, checkProgram, checkSettings } from '../../src/commands/doctor/program-checks.ts';
import {
  checkOperators,
  checkPractice,
  checkReach,
  checkRoster,
  checkSafeguarding,
} from '../../src/commands/doctor/roster-checks.ts';
import { checkDamage, checkUndelivered, checkWaiting } from '../../src/commands/doctor/store-checks.ts';
import { checkClock, checkToken, checkWebhook } from '../../src/commands/doctor/telegram-checks.ts';
import { checkHost, checkPort, checkTraffic, lookAtPorts } from '../../src/commands/doctor/web-check.ts';
import { type ChannelLook, createHouseLook } from '../../src/commands/house-look.ts';
import { checkConfig } from '../../src/config.ts';
import type { Person } from '../../src/domain/roster.ts';
import type { Program } from '../../src/program/program.ts';
import { readRosterFiles } from '../../src/roster/read-roster.ts';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';
import { healthRoutes } from '../../src/web/health-routes.ts';
import { startWebServer } from '../../src/web/web-server.ts';
import { centreOf, personOf } from '../store/store-samples.ts';
import { silentLog, temporaryFolder } from '../store/temporary-folder.ts';
import { thorough } from '../support/effort.ts';
import { wellLook } from '../support/house-look.ts';
import { run } from './run-process.ts';

describe('the machine', () => {
  it('an old Node is named with what to do', () => {
    expect(checkNode('24.21.0')).toMatchObject({ state: 'ok' });
    expect(checkNode('20.19.1')).toMatchObject({ state: 'failed', todo: expect.stringContaining('npm ci') });
  });

  it('a data folder may be there, be made, be a file, or belong to somebody else', async () => {
    const dir = temporaryFolder();
    expect(checkFolder(await lookAtFolder(dir))).toMatchObject({ state: 'ok', result: `${dir} is empty.` });
    const deep = join(dir, 'a/b/c');
    expect(checkFolder(await lookAtFolder(deep))).toMatchObject({ state: 'ok', result: `${deep} is made by the first start.` });
    writeFileSync(join(dir, 'file'), '');
    expect(checkFolder(await lookAtFolder(join(dir, 'file')))).toMatchObject({ state: 'failed' });
    const locked = { dir, kind: 'there', writable: false, hasData: true, freeBytes: 1 } as const;
    expect(checkFolder(locked)).toMatchObject({ state: 'failed', todo: expect.stringContaining('chown') });
  });

  it.each([
    [50e6, 'failed', 'only 50 MB free.'],
    [700e6, 'warning', 'only 700 MB free.'],
    [83.2e9, 'ok', '83.2 GB free.'],
  ])('with %d bytes free the disk is %s', (freeBytes, state, result) => {
    expect(checkDisk({ freeBytes })).toMatchObject({ state, result });
  });

  it('a lock is nobody, a running bot, one that was killed, or one of another machine', () => {
    expect(checkWriter({ kind: 'free' }, '/d')).toMatchObject({ state: 'ok', result: expect.stringContaining('not running') });
    expect(checkWriter({ kind: 'held', pid: 7 }, '/d')).toMatchObject({
      state: 'ok',
      result: expect.stringContaining('process 7'),
    });
    expect(checkWriter({ kind: 'stale', pid: 7 }, '/d')).toMatchObject({
      state: 'warning',
      todo: expect.stringContaining('Start it'),
    });
    expect(checkWriter({ kind: 'elsewhere', pid: 7, host: 'otra' }, '/d')).toMatchObject({
      state: 'warning',
      result: expect.stringContaining('otra'),
      todo: expect.stringContaining('/d/writer.lock'),
    });
  });

  it('a .env that others can read is told of only where it holds a token', () => {
    expect(checkSecretsFile(0o100644, true)).toMatchObject({ state: 'warning', todo: 'chmod 600 .env' });
    expect([checkSecretsFile(0o100600, true), checkSecretsFile(0o100644, false), checkSecretsFile(undefined, true)]).toEqual(
      Array(3).fill(undefined),
    );
  });
});

describe('what is written by hand', () => {
  it('all problems of the settings are listed', () => {
    const finding = checkSettings(checkConfig({ LUCIERNAGA_PORT: 'x', LUCIERNAGA_LOUD: 'y' }));
    expect(finding).toMatchObject({ state: 'failed', result: expect.stringMatching(/^2 problems\n.*LOUD.*\n.*PORT/) });
  });

  it('a program that does not load fails, one with mistakes is a warning', () => {
    const problem = { file: 'flows/a.yaml', line: 3, column: 1, message: 'No such step', fix: 'Name one.' };
    expect(checkProgram({ ok: false, problems: [problem] }, [])).toMatchObject({
      state: 'failed',
      result: expect.stringContaining('flows/a.yaml'),
    });
    const loaded = { ok: true, program: { flows: { a: {} }, tips: [] }, files: {} } as unknown as Parameters<
      typeof checkProgram
    >[0];
    expect(checkProgram(loaded, [problem])).toMatchObject({ state: 'warning', result: '1 thing to mend.' });
    expect(checkProgram(loaded, [{ ...problem, severity: 'advice' }])).toMatchObject({ state: 'ok', result: '1 flows, 0 tips.' });
  });

  it('videos are counted; missing, empty and too large ones are named', () => {
    const tips = [
      { video: { file: 'a.mp4' } },
      { video: { file: 'b.mp4' } },
      { video: { link: 'https://x' } },
    ] as unknown as Program['tips'];
    const check = (a: number | undefined) => checkMedia({ tips }, (file) => (file === 'a.mp4' ? a : 2_000_000));
    expect(check(1_000_000)).toMatchObject({ state: 'ok', result: '2 files, 3.0 MB together; 1 tip has a link instead.' });
    expect(check(undefined)).toMatchObject({ state: 'failed', result: 'not in data/media: a.mp4.' });
    expect(check(0)).toMatchObject({ state: 'failed', result: 'empty: a.mp4.' });
    expect(check(60e6)).toMatchObject({ state: 'failed', result: expect.stringContaining('a.mp4') });
  });
});

describe('the store', () => {
  it('damaged files are named with whom they hold and where the copy is', () => {
    expect(checkDamage({ damaged: [] })).toMatchObject({ state: 'ok' });
    const kept = {
      file: 'state/1-g2.json',
      setAside: 'state/1-g2.json.damaged-x',
      owners: ['ana', 'eva', 'stranger:telegram:700000001'],
    };
    const seen = { file: 'house/pins-g2.json', setAside: 'house/pins-g2.json', owners: [] };
    expect(checkDamage({ damaged: [kept, seen] })).toMatchObject({
      state: 'failed',
      result:
        '2 files are damaged.\nstate/1-g2.json (kept as state/1-g2.json.damaged-x; held: ana, eva, 1 stranger)\n' +
        'house/pins-g2.json (the next start keeps a copy; nobody is held)',
      todo: expect.stringContaining('operacion.md'),
    });
  });

  it('what waits is right while the bot runs, and a reason to start it while it does not', () => {
    expect(checkWaiting({ inbox: 3, outbox: 2 }, true)).toMatchObject({ state: 'ok', result: '3 to be answered, 2 to be sent.' });
    expect(checkWaiting({ inbox: 0, outbox: 2 }, false)).toMatchObject({
      state: 'warning',
      todo: expect.stringContaining('Start'),
    });
    expect(checkWaiting({ inbox: 0, outbox: 0 }, false)).toMatchObject({ state: 'ok' });
    expect(checkWaiting({ inbox: 9000, outbox: 0 }, true)).toMatchObject({ state: 'warning' });
    expect(checkWaiting({ inbox: 0, outbox: 9000 }, true)).toMatchObject({ state: 'warning' });
  });

  it('what did not arrive is counted, without an alarm that never ends', () => {
    expect(checkUndelivered({ unsure: 0, blocked: 0, rejected: 0 })).not.toHaveProperty('todo');
    expect(checkUndelivered({ unsure: 1, blocked: 2, rejected: 3 })).toMatchObject({
      state: 'ok',
      result: 'since the beginning 2 to who blocked the bot, 3 refused, 1 unsure.',
    });
  });
});

describe('the people', () => {
  const telegram = [{ channel: 'telegram' as const, address: '700000001' }];
  const centre = { ...centreOf('c1'), safeguardingContacts: ['dir'] };
  const mentor = personOf('ana', { addresses: [], phone: '+525512345678' });
  const head = personOf('dir', { addresses: [], phone: '+525512345679', roles: ['consultant'], centreId: null });
  const coordinator = personOf('cora', { addresses: [], phone: '+525512345670', roles: ['coordinator'], centreId: null });
  const rosterOf = (...persons: Person[]) => ({ centres: [centre], persons });
  const joined = (person: Person): Person => ({ ...person, addresses: telegram });

  it('are counted; an empty roster fails, and invented numbers are no roster for Telegram', () => {
    expect(checkRoster(rosterOf(mentor, coordinator), 'store', 'telegram')).toMatchObject({
      state: 'ok',
      result: '1 centre, 2 persons (1 mentor).',
    });
    expect(checkRoster({ centres: [], persons: [] }, 'store', 'telegram')).toMatchObject({ state: 'failed' });
    const invented = rosterOf({ ...mentor, phone: '+520000000101' });
    expect(checkRoster(invented, 'files', 'telegram')).toMatchObject({
      state: 'warning',
      todo: expect.stringContaining('LUCIERNAGA_ROSTER'),
    });
    expect(checkRoster(invented, 'files', 'simulator')).toMatchObject({ state: 'ok' });
  });

  it('a store in which somebody practised is no store for Telegram', () => {
    const practised = rosterOf(personOf('ana'));
    expect([checkPractice(practised, 'simulator'), checkPractice(rosterOf(joined(mentor)), 'telegram')]).toEqual([
      undefined,
      undefined,
    ]);
    expect(checkPractice(practised, 'telegram')).toMatchObject({
      state: 'warning',
      todo: expect.stringContaining('LUCIERNAGA_DATA'),
    });
  });

  it('who has neither number nor address is named by id', () => {
    expect(checkReach(rosterOf(joined(mentor), { ...coordinator, phone: '' }), 'telegram')).toMatchObject({
      state: 'warning',
      result: '1 of 2 on telegram. Without a number, only a link lets them in: cora.',
    });
    expect(checkReach(rosterOf(joined(mentor)), 'telegram')).toEqual({
      name: 'Joined',
      state: 'ok',
      result: '1 of 1 on telegram.',
    });
  });

  it('with nobody to alert it is loud; with coordinators only it is told; with a contact of the centre it is well', () => {
    const check = (...persons: Person[]) => checkSafeguarding(rosterOf(...persons), 'telegram');
    expect(check(mentor, head, coordinator)).toMatchObject({
      state: 'failed',
      result: 'NOBODY WOULD BE ALERTED of a child in danger in 1 of 1 centres: c1.',
      todo: expect.stringContaining('dir'),
    });
    expect(check(mentor, head, joined(coordinator))).toMatchObject({
      state: 'warning',
      result: expect.stringContaining('coordinators'),
    });
    expect(check(mentor, joined(head), coordinator)).toMatchObject({ state: 'ok' });
    expect(check(mentor, { ...joined(head), active: false }, coordinator)).toMatchObject({ state: 'failed' });
    // A mentor of another centre is in nobody's directory here: the engine would not find her.
    expect(check(mentor, { ...joined(head), roles: ['mentor'], centreId: 'c2' })).toMatchObject({ state: 'failed' });
    expect(checkSafeguarding(rosterOf(mentor, coordinator), 'simulator')).toMatchObject({ state: 'warning' });
  });

  it('operators must be known; without a name they are the coordinators', () => {
    const check = (named: string[], ...persons: Person[]) => checkOperators(rosterOf(...persons), named, 'telegram');
    expect(check(['cora', 'nadie'], coordinator)).toMatchObject({
      state: 'failed',
      result: expect.stringContaining('names nadie'),
    });
    expect(check([], mentor)).toMatchObject({ state: 'failed' });
    expect(check([], coordinator)).toMatchObject({
      state: 'warning',
      result: 'none can be reached yet: cora (the coordinators).',
    });
    expect(check(['ana'], joined(mentor))).toMatchObject({ state: 'ok', result: 'ana.' });
  });
});

describe('the web port', () => {
  it('is free, taken by another program, or ours', async () => {
    const other = createTcpServer((socket) => void socket.destroy()).listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    expect(checkPort(await lookAtPorts('127.0.0.1', port), false)).toMatchObject({
      state: 'failed',
      result: `${port} is used by another program.`,
    });
    other.close();
    await once(other, 'close');
    expect(checkPort(await lookAtPorts('127.0.0.1', port), false)).toMatchObject({ state: 'ok', result: `${port} is free.` });
    expect(checkPort(await lookAtPorts('127.0.0.1', port), true)).toMatchObject({ state: 'warning' });
  });

  it('tells what our own /health answers', async () => {
    const channels: Record<string, ChannelLook> = {};
    const routes = healthRoutes(async () => ({ ...wellLook, channels }));
    const server = await startWebServer({ port: 0, routes, log: silentLog });
    onTestFinished(() => server.stop());
    const check = async (running: boolean) => checkPort(await lookAtPorts('127.0.0.1', server.port), running);
    expect(await check(true)).toMatchObject({ state: 'ok', result: `/health answers ok at ${server.port}.` });
    expect(await check(false)).toMatchObject({ state: 'warning', todo: expect.stringContaining('LUCIERNAGA_DATA') });
    channels.telegram = {
      failingSince: '2026-03-04T12:00:00.000Z',
      lastError: '409',
      lastIn: '2026-03-04T11:59:00.000Z',
      lastOut: null,
    };
    expect(checkTraffic(await lookAtPorts('127.0.0.1', server.port), true)).toMatchObject({
      result: 'since the start, telegram: last in 2026-03-04T11:59:00.000Z, last out none.',
    });
    expect(await check(true)).toMatchObject({
      state: 'failed',
      result: `/health at ${server.port} says failing: telegram since 2026-03-04T12:00:00.000Z (409).`,
    });
  });

  it('a page that others can open is told of', () => {
    expect([checkHost('127.0.0.1', 'simulator'), checkHost('0.0.0.0', 'telegram')]).toEqual([undefined, undefined]);
    expect(checkHost('0.0.0.0', 'simulator')).toMatchObject({
      state: 'warning',
      todo: expect.stringContaining('LUCIERNAGA_HOST'),
    });
  });
});

const token = '123456:abcdefghijklmnopqrstuvwxyz-0123';

/** Answers like the Bot API where the token is right. */
async function botApi(answers: { webhook?: object; status?: number; date?: string; silent?: boolean } = {}): Promise<string> {
  const server = createServer((request, response) => {
    if (answers.silent) return;
    const right = request.url?.startsWith(`/bot${token}/`);
    const status = answers.status ?? (right ? 200 : 401);
    const result = request.url?.endsWith('/getMe')
      ? { id: 1, is_bot: true, first_name: 'Luciérnaga', username: 'luciernaga_bot' }
      : { url: '', has_custom_certificate: false, pending_update_count: 0, ...answers.webhook };
    const body =
      status === 200
        ? { ok: true, result }
        : { ok: false, error_code: status, description: `Unauthorized ${request.url?.split('/')[1]?.slice(3)}` };
    response.writeHead(status, { 'content-type': 'application/json', ...(answers.date ? { date: answers.date } : {}) });
    response.end(JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('Telegram', () => {
  const shape = z.object({ username: z.string() });
  const ask = (apiRoot: string, given = token) => askTelegram({ token: given, apiRoot }, 'getMe', shape, 300);

  it('accepts the token, refuses it, is silent, is down or is something else; the token is never told', async () => {
    expect(checkToken(await ask(await botApi()))).toMatchObject({
      state: 'ok',
      result: expect.stringContaining('@luciernaga_bot'),
    });
    const refused = await ask(await botApi(), `${token}x`);
    expect(refused).toMatchObject({ kind: 'refused', code: 401 });
    expect(checkToken(refused)).toMatchObject({ state: 'failed', todo: expect.stringContaining('@BotFather') });
    const busy = await ask(await botApi({ status: 502 }));
    expect(checkToken(busy)).toMatchObject({ state: 'warning', result: 'answers 502: Unauthorized ***.' });
    const silent = await ask(await botApi({ silent: true }));
    expect(silent).toEqual({ kind: 'unreachable', why: 'no answer within 0.3 seconds' });
    expect(checkToken(silent)).toMatchObject({ state: 'failed' });
    const other = createServer((_request, response) => response.end('<html>')).listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    expect(await ask(`http://127.0.0.1:${port}`)).toMatchObject({
      kind: 'unreachable',
      why: expect.stringContaining('no Bot API'),
    });
    other.closeAllConnections();
    other.close();
    await once(other, 'close');
    const down = await ask(`http://127.0.0.1:${port}`);
    expect(down).toEqual({ kind: 'unreachable', why: 'no connection (ECONNREFUSED)' });
    expect(JSON.stringify([refused, busy, silent, down])).not.toContain('abcdef');
  });

  const now = Date.parse('2026-03-04T18:00:00Z');
  const info = (url: string, more: object = {}) =>
    ({ kind: 'answered', at: now, result: { url, pending_update_count: 0, ...more } }) as const;
  const webhook = { url: 'https://bot.example.org/secreto', secret: 's' };

  it('with long polling there is no webhook', () => {
    const check = (url: string, more: object, running: boolean) =>
      checkWebhook(info(url, more), { webhook: undefined }, running, now);
    expect(check('', {}, true)).toMatchObject({ state: 'ok', result: expect.stringContaining('long polling') });
    expect(check('', { pending_update_count: 3 }, false)).toMatchObject({
      state: 'warning',
      todo: expect.stringContaining('24 hours'),
    });
    expect(check('', { pending_update_count: 3 }, true)).toMatchObject({ state: 'ok' });
    const elsewhere = check('https://otra.example.org/secreto', {}, false);
    expect(elsewhere).toMatchObject({ state: 'warning', result: expect.stringContaining('otra.example.org') });
    expect(sayFinding(elsewhere)).not.toContain('secreto');
    expect(check('https://otra.example.org/secreto', {}, true)).toMatchObject({ state: 'failed' });
  });

  it('with a webhook it is ours, and its last failure is told', () => {
    const check = (url: string, more: object, running: boolean) => checkWebhook(info(url, more), { webhook }, running, now);
    expect(check(webhook.url, {}, true)).toMatchObject({ state: 'ok' });
    expect(check('', {}, false)).toMatchObject({ state: 'warning', result: expect.stringContaining('not set') });
    expect(check('https://otra.example.org/x', {}, true)).toMatchObject({ state: 'failed' });
    const failure = { last_error_date: now / 1000 - 300, last_error_message: 'Wrong response from the webhook: 502 Bad Gateway' };
    expect(check(webhook.url, { ...failure, pending_update_count: 4 }, true)).toMatchObject({
      state: 'failed',
      result:
        'Telegram could not hand one over 5 minutes ago (Wrong response from the webhook: 502 Bad Gateway); 4 wait at Telegram.',
    });
    expect(check(webhook.url, failure, true)).toMatchObject({ state: 'warning' });
    expect(check(webhook.url, { ...failure, last_error_date: now / 1000 - 86_400 }, true)).toMatchObject({ state: 'ok' });
  });

  it('clocks are compared with the slack of a header in whole seconds and a slow answer', () => {
    const check = (ours: number) => checkClock(now, ours, ours + 4_000);
    expect(check(now)).toMatchObject({ state: 'ok' });
    expect(check(now + 900)).toMatchObject({ state: 'ok' });
    expect(check(now - 4_000)).toMatchObject({ state: 'ok' });
    expect(check(now + 61_000)).toMatchObject({ state: 'warning', result: "is 60 seconds ahead of Telegram's." });
    expect(check(now - 304_000)).toMatchObject({ state: 'failed', result: "is 300 seconds behind Telegram's." });
    expect(checkClock(undefined, now, now)).toMatchObject({ state: 'warning' });
  });
});

describe('npm run doctor', () => {
  const examined = async (env: Record<string, string>) => {
    const lines: string[] = [];
    const running = run('src/commands/doctor.ts', [], { stdin: 'ignore', env });
    running.child.stdout?.on('data', (data: Buffer) => lines.push(data.toString()));
    const { code } = await running.exit;
    return { code, out: lines.join('') + running.errors() };
  };

  it('beside a running bot finds everything in order, and shows no token, number or name', async () => {
    const dir = temporaryFolder();
    const read = await readRosterFiles('data/demo');
    if (!read.ok) throw new Error('no demo');
    const persons = read.roster.persons.map((person, index) => ({
      ...person,
      phone: `+5255123456${10 + index}`,
      addresses: [{ channel: 'telegram' as const, address: `70000000${10 + index}` }],
    }));
    const store = await openLowdbStore({ dir, log: silentLog, mode: 'write' });
    await store.importRoster({ ...read.roster, persons });
    const look = createHouseLook({
      config: { data: dir, telegram: undefined, whatsapp: undefined },
      clock: { now: () => new Date().toISOString() },
      health: () => store.health(),
      traffic: () => ({ telegram: { lastIn: '2026-03-04T11:59:00.000Z', lastOut: null } }),
      channels: () => ({ telegram: { failingSince: null, lastError: null } }),
    });
    const routes = healthRoutes(look);
    const web = await startWebServer({ port: 0, routes, log: silentLog });
    onTestFinished(() => web.stop());
    const { code, out } = await examined({
      LUCIERNAGA_DATA: dir,
      LUCIERNAGA_TELEGRAM_TOKEN: token,
      LUCIERNAGA_TELEGRAM_API: await botApi(),
      LUCIERNAGA_PORT: String(web.port),
    });
    await store.close();
    for (const line of [
      '✓ Settings: can be used.',
      `✓ Bot: is running (process ${process.pid} writes to the data folder).`,
      '✓ Store: opens, no file is damaged.',
      '✓ Roster: 16 centres, 19 persons (16 mentors).',
      '✓ Joined: 19 of 19 on telegram.',
      '✓ Safeguarding: somebody who can be reached is alerted in each of 16 centres.',
      `✓ Web port: /health answers ok at ${web.port}.`,
      '✓ Messages: since the start, telegram: last in 2026-03-04T11:59:00.000Z, last out none.',
      '✓ Telegram: accepts the token; the bot is @luciernaga_bot.',
      '✓ Updates: the bot asks for them (long polling); 0 wait at Telegram.',
      '✓ Clock: ',
    ]) {
      expect(out).toContain(line);
    }
    expect(code).toBe(0);
    expect(out).not.toMatch(/abcdef|5512345|7000000|Verónica|Guadalupe/);
  });

  thorough('ends with 1 where nobody would be alerted and the token is wrong, and still looks at the rest', async () => {
    const { code, out } = await examined({
      LUCIERNAGA_DATA: join(temporaryFolder(), 'none'),
      LUCIERNAGA_TELEGRAM_TOKEN: `${token}wrong`,
      LUCIERNAGA_TELEGRAM_API: await botApi(),
    });
    expect(code).toBe(1);
    expect(out).toMatch(/✓ Data folder: .* is made by the first start\./);
    expect(out).toMatch(/! Roster: not imported yet; .*19 persons have invented numbers\./);
    expect(out).toMatch(/✗ Safeguarding: NOBODY WOULD BE ALERTED .* in 16 of 16 centres/);
    expect(out).toMatch(/✗ Telegram: does not accept the token \(401\)\./);
    expect(out).toMatch(/\d to mend \(✗\), \d to look at \(!\)\./);
    expect(out).not.toContain('abcdef');
  });

  thorough('with settings that are wrong it lists them all and stops there', async () => {
    const { code, out } = await examined({ LUCIERNAGA_LOG: 'loud', LUCIERNAGA_TELEGRAM_TOKEN: 'mi-token-secreto' });
    expect(code).toBe(1);
    expect(out).toMatch(/✗ Settings: 2 problems\n {4}LUCIERNAGA_LOG="loud".*\n {4}LUCIERNAGA_TELEGRAM_TOKEN="\*\*\*"/);
    expect(out).not.toMatch(/secreto|Store|Web port/);
  });

  thorough('a roster that cannot be read is told without a word of what is in it', async () => {
    const dir = temporaryFolder();
    const store = await openLowdbStore({ dir, log: silentLog, mode: 'write' });
    await store.importRoster({ centres: [], persons: [personOf('ana', { name: 'Ana Secreta', phone: '+525512345678' })] });
    await store.close();
    const people = join(dir, 'people');
    for (const file of readdirSync(people)) {
      const text = readFileSync(join(people, file), 'utf8');
      writeFileSync(join(people, file), text.replace('"phone":"', '"phone":+'));
    }
    const { code, out } = await examined({ LUCIERNAGA_DATA: dir });
    expect(code).toBe(1);
    expect(out).toMatch(/✗ Store: .*cannot be read \(Error: it is not valid JSON\)/);
    expect(out).not.toMatch(/Secreta|5512|\+52/);
  });
});

it('a finding is a mark, a line, and what to do below; the last line counts', () => {
  const findings = [
    { name: 'A', state: 'ok', result: 'fine.' },
    { name: 'B', state: 'warning', result: 'so.\nso.', todo: 'Look.' },
    { name: 'C', state: 'failed', result: 'bad.' },
  ] as const;
  expect(findings.map(sayFinding)).toEqual(['✓ A: fine.', '! B: so.\n    so.\n    Look.', '✗ C: bad.']);
  expect(saySummary(findings)).toBe('1 to mend (✗), 1 to look at (!).');
  expect(saySummary(findings.slice(0, 1))).toBe('All is well.');
});
