// The addresses of the simulator: the page and its files, what was said, the driver's lines, and a stream of what happens.
import { join } from 'node:path';
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { BadLine, type DriverInput, parseInput } from '../commands/driver-input.ts';
import type { DriverOutput } from '../commands/driver-output.ts';
import type { SharedDriver } from '../commands/shared-driver.ts';
import { projectRoot } from '../config.ts';
import type { Program } from '../program/program.ts';
import type { ChatLog } from './chat-log.ts';
import { eventStream } from './event-stream.ts';
import { knownOfPerson } from './known-of-person.ts';
import { localOnly } from './local-only.ts';
import { mediaResponse } from './media-files.ts';
import type { Refusal } from './page/page-protocol.ts';
import { type PageFile, readPageFiles } from './page-files.ts';
import { peopleOf } from './page-people.ts';
import { watchClock } from './watch-clock.ts';

export interface SimulatorParts {
  /** Started already. */
  driver: SharedDriver;
  program: Program;
  /** Written by `recordChats`. */
  chatLog: ChatLog;
  mediaFolder?: string;
  madeFolder?: string;
}

const mostBytes = 64 * 1024;
const receiptsBody = z.strictObject({ ids: z.array(z.string().min(1)).max(500), status: z.enum(['delivered', 'read']) });
const groupBody = z.strictObject({ name: z.string().trim().min(1).max(60), members: z.array(z.string()).min(1).max(100) });

type Route = Context<{ Bindings: HttpBindings }>;

export function simulatorRoutes({
  driver,
  program,
  chatLog,
  mediaFolder = join(projectRoot, 'data/media'),
  madeFolder,
}: SimulatorParts): Hono {
  const texts = Object.fromEntries(Object.entries(program.texts).filter(([key]) => key.startsWith('simulador.')));
  const files = readPageFiles({
    title: program.texts['simulador.titulo'] ?? '',
    noServer: program.texts['simulador.no-carga'] ?? '',
    noScript: program.texts['simulador.sin-javascript'] ?? '',
  });
  const clock = watchClock(driver);
  const app = new Hono<{ Bindings: HttpBindings }>();

  const refuse = (context: Route, refusal: Refusal, status: 400 | 404 | 409 | 413) => context.json({ refusal }, status);
  const isPerson = (id: string): boolean => driver.persons().some((person) => person.id === id);
  const isChat = (id: string): boolean => isPerson(id) || chatLog.groups().some((group) => group.id === id);

  async function giveBody<T>(context: Route, schema: z.ZodType<T>): Promise<T | undefined> {
    const given: unknown = await context.req.json().catch(() => undefined);
    return schema.safeParse(given).data;
  }

  function answer(context: Route, outputs: readonly DriverOutput[]): Response {
    return outputs.some((output) => 'error' in output) ? refuse(context, 'refused', 409) : context.json({ ok: true });
  }

  function serveFile(context: Route, file: PageFile | undefined): Response {
    if (file === undefined) return context.body(null, 404);
    if (context.req.header('if-none-match') === file.etag) return context.body(null, 304);
    return context.body(file.body, 200, { 'content-type': file.type, etag: file.etag, 'cache-control': 'no-cache' });
  }

  const fence = localOnly(program.texts['simulador.solo-aqui'] ?? '');
  app.use('/', fence);
  app.use(
    '/simulador/*',
    fence,
    bodyLimit({ maxSize: mostBytes, onError: (context) => context.json({ refusal: 'badRequest' }, 413) }),
  );

  app.get('/', (context) => serveFile(context, files.get('index.html')));
  app.get('/simulador/page/:name', (context) => serveFile(context, files.get(context.req.param('name'))));
  app.get('/simulador/media/:name', async (context) => {
    const found = await mediaResponse(
      { library: mediaFolder, made: madeFolder },
      context.req.param('name'),
      context.req.header('range'),
    );
    return found ?? context.body(null, 404);
  });

  app.get('/simulador/api/state', (context) =>
    driver.look(async (still) => {
      const { history } = chatLog;
      const people = peopleOf(still, await still.store().readRoster(), program);
      const state = { history, last: chatLog.last(), people, groups: chatLog.groups(), newest: chatLog.newest() };
      return context.json({ ...state, clock: clock.status(), texts });
    }),
  );
  app.get('/simulador/api/chats/:chat', (context) => {
    const chat = context.req.param('chat');
    if (!isChat(chat)) return refuse(context, 'unknownChat', 404);
    return context.json({ last: chatLog.last(), entries: chatLog.of(chat) });
  });
  app.get('/simulador/api/people/:id/known', (context) =>
    driver.look(async (still) => {
      const id = context.req.param('id');
      const state = await still.store().readState(id);
      if (state === undefined) return refuse(context, 'unknownPerson', 404);
      return context.json({ sections: knownOfPerson(state, program, still.now(), still.zoneOf(id)) });
    }),
  );
  app.get('/simulador/api/events', (context) =>
    eventStream({
      chatLog,
      since: context.req.header('last-event-id') ?? context.req.query('since') ?? '',
      clock: clock.status,
      listenClock: clock.listen,
      signal: context.req.raw.signal,
    }),
  );

  app.post('/simulador/api/lines', async (context) => {
    let input: DriverInput;
    try {
      input = parseInput(await context.req.text());
    } catch (error) {
      if (error instanceof BadLine) return refuse(context, 'badRequest', 400);
      throw error;
    }
    if ('from' in input) {
      if (!isPerson(input.from)) return refuse(context, 'unknownPerson', 404);
      if (input.chat !== undefined && input.chat !== 'private' && !isChat(input.chat)) return refuse(context, 'unknownChat', 404);
    }
    return answer(context, await driver.line(input));
  });
  app.post('/simulador/api/next', async (context) => answer(context, await driver.advanceToNext()));
  app.post('/simulador/api/receipts', async (context) => {
    const body = await giveBody(context, receiptsBody);
    if (body === undefined) return refuse(context, 'badRequest', 400);
    const { ids, status } = body;
    for (const receipt of ids) {
      if (chatLog.chatShowing(receipt) === undefined || chatLog.hasReceipt(receipt, status)) continue;
      // The phones forget sooner than the page: what they do not know any more is no mistake of who looks at it.
      await driver.line({ receipt, status });
    }
    return context.json({ ok: true });
  });
  app.post('/simulador/api/groups', async (context) => {
    const body = await giveBody(context, groupBody);
    if (body === undefined) return refuse(context, 'badRequest', 400);
    const members = [...new Set(body.members)];
    if (!members.every(isPerson)) return refuse(context, 'unknownPerson', 404);
    const group = freeGroupId();
    chatLog.append({ type: 'group', chat: group, name: body.name, members });
    const outputs = await driver.line({ group, members });
    return outputs.some((output) => 'error' in output) ? refuse(context, 'refused', 409) : context.json({ id: group });
  });

  function freeGroupId(): string {
    const taken = new Set(chatLog.groups().map(({ id }) => id));
    for (let number = taken.size + 1; ; number++) {
      const id = `grupo-${number}`;
      if (!taken.has(id) && !isPerson(id)) return id;
    }
  }

  return app as unknown as Hono;
}
