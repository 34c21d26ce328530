// The simulator's addresses without a browser: who may ask, what is refused, what is served, and how a stream is taken up again.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { StartProblem } from '../../src/commands/chat-house.ts';
import type { ChatEntry, PageState } from '../../src/web/page/page-protocol.ts';
import { startWebServer } from '../../src/web/web-server.ts';
import { silentLog } from '../runtime/house-fixture.ts';
import { openWebHouse, type WebHouse } from './web-house.ts';

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

let house: WebHouse;
beforeAll(async () => {
  house = await openWebHouse();
});
afterAll(() => house.close());

/** Unlike fetch, sends any Host and any path as they are. */
function send(method: string, path: string, headers: Record<string, string> = {}, body?: string): Promise<Answer> {
  const { port } = house.server;
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, method, path, headers: { host: `localhost:${port}`, ...headers } },
      (answer) => {
        const pieces: Buffer[] = [];
        answer.on('data', (piece: Buffer) => pieces.push(piece));
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: Buffer.concat(pieces).toString() }),
        );
        answer.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
const get = (path: string, headers: Record<string, string> = {}) => send('GET', path, headers);
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  send(
    'POST',
    path,
    { origin: `http://localhost:${house.server.port}`, 'content-type': 'application/json', ...headers },
    typeof body === 'string' ? body : JSON.stringify(body),
  );
const refusalOf = (answer: Answer): unknown => (JSON.parse(answer.text) as { refusal?: string }).refusal;

describe('who may ask', () => {
  it('a host that is not this computer is refused, whatever leads to our address', async () => {
    for (const host of [
      'evil.example',
      `evil.example:${house.server.port}`,
      'localhost:1',
      'localhost',
      'localhost.evil.example',
    ]) {
      for (const path of ['/', '/simulador/api/state', '/simulador/page/style.css']) {
        expect([host, path, (await get(path, { host })).status]).toEqual([host, path, 403]);
      }
    }
  });

  it('this computer is served under each of its names', async () => {
    for (const name of ['localhost', '127.0.0.1', '[::1]', 'LOCALHOST']) {
      expect((await get('/', { host: `${name}:${house.server.port}` })).status).toBe(200);
    }
  });

  it('a post from another page is refused, and so is one that is not JSON', async () => {
    const line = { from: 'G04-mentora', text: 'hola' };
    for (const origin of ['http://evil.example', 'null', `https://localhost:${house.server.port}`, 'http://localhost:1', '']) {
      const answer = await post('/simulador/api/lines', line, { origin });
      expect([origin, answer.status, refusalOf(answer)]).toEqual([origin, 403, 'badOrigin']);
    }
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', '']) {
      expect((await post('/simulador/api/lines', line, { 'content-type': type })).status).toBe(415);
    }
    expect(house.chatLog.last()).toBe(0);
  });

  it('scripts and pictures of other sites read nothing, a link may open the page', async () => {
    for (const site of ['cross-site', 'same-site']) {
      const from = { 'sec-fetch-site': site };
      expect((await get('/simulador/api/state', { ...from, 'sec-fetch-mode': 'no-cors' })).status).toBe(403);
      expect((await get('/', { ...from, 'sec-fetch-mode': 'navigate' })).status).toBe(200);
    }
  });

  it('the page may load nothing from elsewhere and run nothing inline', async () => {
    const { headers, text } = await get('/');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toMatch(/unsafe|\*|https?:|data:/);
    expect(text).not.toMatch(/<script>|<style|style=|\son\w+=|https?:\/\//);
    expect(text).toContain('<title>Luciérnaga: simulador</title>');
  });
});

describe('what is refused', () => {
  it('lines that are no JSON, no line of the driver, or too long', async () => {
    for (const body of [
      '',
      '{',
      '[]',
      '{}',
      '"hola"',
      { from: 'G04-mentora' },
      { from: 'G04-mentora', text: 'a', choose: 'b' },
    ]) {
      const answer = await post('/simulador/api/lines', body);
      expect([answer.status, refusalOf(answer)]).toEqual([400, 'badRequest']);
    }
    expect((await post('/simulador/api/lines', { from: 'G04-mentora', text: 'a'.repeat(70_000) })).status).toBe(413);
  });

  it('people and chats that nobody knows', async () => {
    expect((await post('/simulador/api/lines', { from: 'nadie', text: 'hola' })).status).toBe(404);
    expect((await post('/simulador/api/groups', { name: 'Grupo', members: ['nadie'] })).status).toBe(404);
    expect((await post('/simulador/api/lines', { from: 'G04-mentora', chat: 'nada', text: 'hola' })).status).toBe(404);
    for (const path of ['people/nadie/known', 'people/__proto__/known', 'chats/nadie', 'chats/constructor']) {
      expect([path, (await get(`/simulador/api/${path}`)).status]).toEqual([path, 404]);
    }
  });

  it('an option that nobody offered; its bubble shows that it did not go out', async () => {
    const answer = await post('/simulador/api/lines', { from: 'G08-mentora', id: 'tap', choose: 'Nada' });
    expect([answer.status, refusalOf(answer)]).toEqual([409, 'refused']);
    const entries = house.chatLog.of('G08-mentora');
    expect(entries.map((entry) => (entry.type === 'state' ? entry.state : entry.type))).toEqual(['said', 'delivered', 'failed']);
  });

  it('groups without a name or without people, receipts that are none', async () => {
    for (const body of [{ name: ' ', members: ['G04-mentora'] }, { name: 'Grupo', members: [] }, { name: 'Grupo' }, 7]) {
      expect((await post('/simulador/api/groups', body)).status).toBe(400);
    }
    expect((await post('/simulador/api/receipts', { ids: ['x'], status: 'sent' })).status).toBe(400);
    expect((await post('/simulador/api/receipts', { ids: ['of nobody'], status: 'read' })).status).toBe(200);
  });

  it('a clock that is set back changes nothing', async () => {
    const answer = await post('/simulador/api/lines', { now: '2020-01-01T00:00:00Z' });
    expect([answer.status, refusalOf(answer)]).toEqual([409, 'refused']);
    expect(house.driver.now()).toBe('2026-03-02T15:00:00.000Z');
  });

  it('addresses that do not exist, in words of their own', async () => {
    for (const path of ['/nada', '/simulador', '/simulador/api/nada', '/simulador/page/nada.ts']) {
      expect([path, (await get(path)).status]).toEqual([path, 404]);
    }
  });
});

describe('files', () => {
  it('nothing outside the media folder has a name', async () => {
    for (const name of [
      '../README.md',
      '..%2FREADME.md',
      '..%2f..%2fpackage.json',
      '%2e%2e/demo/people.csv',
      '..%5c..%5cpackage.json',
      'README.md',
      '.clip-1.mp4',
      'clip-1.mp4%00.png',
      '%2Fetc%2Fpasswd',
      'clip-9.mp4',
      '%',
    ]) {
      const { status } = await get(`/simulador/media/${name}`);
      expect([name, status >= 400 && status < 500]).toEqual([name, true]);
    }
    for (const name of ['../simulator-routes.ts', '..%2Fsimulator-routes.ts', 'tsconfig.json']) {
      expect((await get(`/simulador/page/${name}`)).status).toBe(404);
    }
  });

  it('a video is served whole, and in the pieces that a player asks for', async () => {
    const whole = await get('/simulador/media/clip-1.mp4');
    const size = Number(whole.headers['content-length']);
    expect([whole.status, whole.headers['content-type'], whole.headers['accept-ranges']]).toEqual([200, 'video/mp4', 'bytes']);
    const pieces: [string, number, string | undefined][] = [
      ['bytes=0-99', 206, `bytes 0-99/${size}`],
      ['bytes=100-', 206, `bytes 100-${size - 1}/${size}`],
      ['bytes=-50', 206, `bytes ${size - 50}-${size - 1}/${size}`],
      [`bytes=10-${size * 2}`, 206, `bytes 10-${size - 1}/${size}`],
      [`bytes=${size}-`, 416, `bytes */${size}`],
      ['bytes=9-1', 416, `bytes */${size}`],
      ['pages=1-2', 200, undefined],
    ];
    for (const [range, status, content] of pieces) {
      const { headers, status: given } = await get('/simulador/media/clip-1.mp4', { range });
      expect([range, given, headers['content-range']]).toEqual([range, status, content]);
    }
  });

  it("the page's TypeScript comes as JavaScript, without a warning", async () => {
    const { text, headers } = await get('/simulador/page/simulator-page.ts');
    expect(headers['content-type']).toContain('text/javascript');
    expect(text).toContain("from './chat-pane.ts'");
    expect(text).not.toMatch(/import type|: string\b/);
    expect((await get('/simulador/page/simulator-page.ts', { 'if-none-match': String(headers.etag) })).status).toBe(304);
  });

  it('the words of the page are all there is of content', async () => {
    const state = JSON.parse((await get('/simulador/api/state')).text) as PageState;
    expect(Object.keys(state.texts).every((key) => key.startsWith('simulador.'))).toBe(true);
    expect(state.people.find(({ id }) => id === 'G01-mentora')).toMatchObject({ role: 'Mentora', zone: 'America/Tijuana' });
    expect(JSON.stringify(state)).not.toContain('+52');
  });
});

describe('the stream', () => {
  async function readStream(headers: Record<string, string>, until: (text: string) => boolean): Promise<string> {
    const stop = new AbortController();
    const answer = await fetch(`${house.url}simulador/api/events`, { headers, signal: stop.signal });
    let text = '';
    for await (const piece of answer.body!.pipeThrough(new TextDecoderStream())) {
      text += piece;
      if (until(text)) break;
    }
    stop.abort();
    return text;
  }
  const entriesOf = (text: string): ChatEntry[] =>
    [...text.matchAll(/^event: entry\ndata: (.*)$/gm)].map(([, data]) => JSON.parse(data ?? '') as ChatEntry);

  it('begins after the number that the window has', async () => {
    await post('/simulador/api/lines', { from: 'G05-mentora', id: 'w1', text: 'hola' });
    const all = house.chatLog.of('G05-mentora');
    const since = `${house.chatLog.history}:${all[1]!.n}`;
    const text = await readStream({ 'last-event-id': since }, (read) => read.includes('event: clock'));
    expect(entriesOf(text).map(({ n }) => n)).toEqual(all.slice(2).map(({ n }) => n));
  });

  it('says that everything is to be read anew where the window has another history', async () => {
    for (const since of ['', 'other:3', `${house.chatLog.history}:999999`, `${house.chatLog.history}:x`]) {
      const text = await readStream({ 'last-event-id': since }, (read) => read.includes('event: clock'));
      expect(text).toContain('event: reset');
    }
  });

  it('the same line twice is one bubble', async () => {
    const line = { from: 'G06-mentora', id: 'twice', text: 'hola' };
    await post('/simulador/api/lines', line);
    const count = house.chatLog.of('G06-mentora').length;
    await post('/simulador/api/lines', line);
    expect(house.chatLog.of('G06-mentora').filter(({ type }) => type !== 'state').length).toBeLessThanOrEqual(count);
    expect(house.chatLog.of('G06-mentora').filter(({ type }) => type === 'said').length).toBe(1);
  });

  it('lines of several faces wait their turn', async () => {
    const outputs = await Promise.all(
      ['hola', 'ayuda', '¿dónde voy?'].map((text, index) =>
        house.driver.line({ from: 'G07-mentora', id: `turn-${index}`, text }),
      ),
    );
    expect(outputs.map((one) => one.filter((output) => 'done' in output).length)).toEqual([1, 1, 1]);
    const done = outputs.flatMap((one) => one.flatMap((output) => ('done' in output ? [output.done] : [])));
    expect(done).toEqual([...done].sort((a, b) => a - b));
  });
});

describe('the server', () => {
  const app = new Hono().get('/events', (context) =>
    context.body(new ReadableStream(), 200, { 'content-type': 'text/event-stream' }),
  );

  it('a port that is taken is a problem that says which setting to change', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const started = startWebServer({ port, routes: app, log: silentLog });
    await expect(started).rejects.toThrow(StartProblem);
    await expect(started).rejects.toThrow(/LUCIERNAGA_PORT/);
    const server = await startWebServer({ port, routes: [app], log: silentLog, tryNext: 20 });
    expect(server.port).toBeGreaterThan(port);
    await server.stop();
    other.close();
  });

  it('stops at once although event streams are open, and twice is once', async () => {
    const server = await startWebServer({ port: 0, routes: app, log: silentLog });
    const answer = await fetch(`${server.url}events`, { headers: { accept: 'text/event-stream' } });
    const reading = answer.body!.getReader().read();
    const began = performance.now();
    await Promise.all([server.stop(), server.stop()]);
    await expect(reading).rejects.toThrow();
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it('what goes wrong inside is logged without words of hers', async () => {
    const error = vi.fn();
    const broken = new Hono().get('/broken', () => {
      throw new Error('hola, soy Lupita');
    });
    const server = await startWebServer({ port: 0, routes: broken, log: { ...silentLog, error } });
    expect((await fetch(`${server.url}broken`)).status).toBe(500);
    expect((await fetch(`${server.url}nada`)).status).toBe(404);
    expect(JSON.stringify(error.mock.calls)).not.toContain('Lupita');
    await server.stop();
  });
});

describe('what was shown', () => {
  it('is there after a start, without a line that was torn', async () => {
    const { createChatLog } = await import('../../src/web/chat-log.ts');
    const file = join(mkdtempSync(join(tmpdir(), 'luciernaga-log-')), 'chats.jsonl');
    const log = createChatLog(file);
    log.append({ type: 'group', chat: 'g', name: 'Grupo', members: ['ana'] });
    log.append({
      type: 'said',
      chat: 'g',
      id: '1',
      from: 'ana',
      at: '2026-03-02T15:00:00Z',
      content: { kind: 'text', text: 'hola' },
    });
    writeFileSync(file, '{"type":"said","chat":"g","id"', { flag: 'a' });
    const again = createChatLog(file);
    expect([again.history, again.last(), again.of('g').length, again.groups().length]).toEqual([log.history, 2, 2, 1]);
    expect(again.after(2)).toEqual([]);
    expect(again.after(1)?.map(({ n }) => n)).toEqual([2]);
    again.append({ type: 'revoked', chat: 'g', id: '1' });
    expect(again.after(2)?.map(({ n }) => n)).toEqual([3]);
    expect(createChatLog(file).last()).toBe(3);
  });
});
