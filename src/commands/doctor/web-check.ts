// Check of the web port: free, taken by another program, or ours; and what our own /health says.
import { once } from 'node:events';
import { createServer } from 'node:net';
import { z } from 'zod';
import type { Finding } from './finding.ts';
import type { HouseChannel } from './roster-checks.ts';

const health = z.object({
  status: z.enum(['ok', 'failing']),
  store: z.object({ inbox: z.number(), damagedFiles: z.number() }),
  channels: z.record(
    z.string(),
    z.object({
      failingSince: z.string().nullable(),
      lastError: z.string().nullable(),
      lastIn: z.string().nullable().optional(),
      lastOut: z.string().nullable().optional(),
    }),
  ),
});
export type Health = z.infer<typeof health>;

export type PortLook =
  | { kind: 'free' | 'taken'; port: number }
  | { kind: 'ours'; port: number; health: Health }
  | { kind: 'refused'; port: number; code: string };

/** Where no port is set, the bot takes the first free one of these. */
const firstPort = 8080;
const portsTried = 20;
const patienceMs = 3_000;

/** The port of our bot if one answers, else the first one that it could take. */
export async function lookAtPorts(host: string, port: number | undefined): Promise<PortLook> {
  const ports = port === undefined ? Array.from({ length: portsTried }, (_, index) => firstPort + index) : [port];
  const looks = await Promise.all(ports.map((one) => lookAtPort(host, one)));
  return looks.find(({ kind }) => kind === 'ours') ?? looks.find(({ kind }) => kind === 'free') ?? looks[0]!;
}

async function lookAtPort(host: string, port: number): Promise<PortLook> {
  const code = await tryToListen(host, port);
  if (code === undefined) return { kind: 'free', port };
  if (code !== 'EADDRINUSE') return { kind: 'refused', port, code };
  const name = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host;
  try {
    const answer = await fetch(`http://${name.includes(':') ? `[${name}]` : name}:${port}/health`, {
      signal: AbortSignal.timeout(patienceMs),
      redirect: 'error',
    });
    const parsed = health.safeParse(await answer.json());
    return parsed.success ? { kind: 'ours', port, health: parsed.data } : { kind: 'taken', port };
  } catch {
    return { kind: 'taken', port };
  }
}

/** Undefined where it worked. */
async function tryToListen(host: string, port: number): Promise<string | undefined> {
  const server = createServer().listen(port, host);
  try {
    await once(server, 'listening');
    server.close();
    await once(server, 'close');
    return undefined;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  }
}

export function checkPort(look: PortLook, running: boolean): Finding {
  const name = 'Web port';
  const setPort = 'Set LUCIERNAGA_PORT to one that is free, above 1023.';
  switch (look.kind) {
    case 'ours':
      return checkHealth(look.port, look.health, running);
    case 'refused':
      return {
        name,
        state: 'failed',
        result: `${look.port} cannot be used (${look.code}).`,
        todo: `${setPort} Leave LUCIERNAGA_HOST out.`,
      };
    case 'taken': {
      const result = `${look.port} is used by another program.`;
      return { name, state: 'failed', result, todo: setPort };
    }
    case 'free':
      if (!running) return { name, state: 'ok', result: `${look.port} is free.` };
      return {
        name,
        state: 'warning',
        result: `the bot is running, and /health does not answer at ${look.port}.`,
        todo: 'If only "npm run chat" or "npm run roster" is running, that is right. Else look at the log of the bot.',
      };
  }
}

/** Of the bot that runs: when something came in and went out last. */
export function checkTraffic(look: PortLook, running: boolean): Finding | undefined {
  if (look.kind !== 'ours' || !running) return undefined;
  const lines = Object.entries(look.health.channels).map(
    ([channel, { lastIn, lastOut }]) => `${channel}: last in ${lastIn ?? 'none'}, last out ${lastOut ?? 'none'}`,
  );
  if (lines.length === 0) return undefined;
  const todo = `http://127.0.0.1:${look.port}/operacion shows all of this, with what to do.`;
  return { name: 'Messages', state: 'ok', result: `since the start, ${lines.join('; ')}.`, todo };
}

function checkHealth(port: number, { status, channels, store }: Health, running: boolean): Finding {
  const name = 'Web port';
  if (!running) {
    const result = `at ${port} a bot answers that does not use this data folder.`;
    return {
      name,
      state: 'warning',
      result,
      todo: 'Was LUCIERNAGA_DATA changed? One token can serve one bot only: stop the one that is not wanted.',
    };
  }
  if (status === 'ok') return { name, state: 'ok', result: `/health answers ok at ${port}.` };
  const failing = Object.entries(channels)
    .filter(([, { failingSince }]) => failingSince !== null)
    .map(([channel, { failingSince, lastError }]) => `${channel} since ${failingSince} (${lastError ?? 'no code'})`);
  const damaged = store.damagedFiles > 0 ? [`${store.damagedFiles} damaged in the store`] : [];
  const result = `/health at ${port} says failing: ${[...failing, ...damaged].join('; ')}.`;
  const waits = failing.length > 0 ? 'What is written meanwhile waits at the platform. ' : '';
  return { name, state: 'failed', result, todo: `${waits}The other lines tell more.` };
}

const onThisMachine = ['127.0.0.1', 'localhost', '::1'];

/** The page of the simulator has no log-in; on Telegram nothing is served that others may not know. */
export function checkHost(host: string, channel: HouseChannel): Finding | undefined {
  if (channel !== 'simulator' || onThisMachine.includes(host)) return undefined;
  return {
    name: 'Web address',
    state: 'warning',
    result: `${host}: other computers can open the simulator, and write as anybody.`,
    todo: 'Leave LUCIERNAGA_HOST out.',
  };
}
