// The whole cycle over the Bot API, with the process killed between its steps and in the middle of them: the same lines in the same order.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it, vi } from 'vitest';
import { durationMs } from '../../src/commands/driver-duration.ts';
import { thoroughly } from '../support/effort.ts';
import { rosterNumber } from '../support/roster-phone.ts';
import { beginning, expectedOn, expectQuiet, lines, mentor, withoutCodes } from '../support/shown-cycle.ts';
import { root } from '../support/test-house.ts';
import { createBotApiServer, testToken } from './bot-api-server.ts';
import type { ChildReply, ChildRequest } from './house-child.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

interface Killing {
  /** Before which lines the process is killed while it rests. */
  between(line: number): boolean;
  /** How many milliseconds after a line came in it is killed; undefined for not at all. */
  within(line: number): number | undefined;
}

interface Played {
  shown: string[];
  kills: number;
  /** All that the processes logged, from the first start to the last. */
  logged: string;
}

async function play(killing: Killing): Promise<Played> {
  const data = mkdtempSync(join(tmpdir(), 'telegram-cycle-'));
  folders.push(data);
  let now = new Date(beginning).toISOString();
  const api = createBotApiServer();
  api.now = () => now;
  await api.start();
  const phone = api.phone(5550001, 'Lupe', number);
  let kills = 0;
  let seq = 0;
  let logged = '';
  let child = await start();

  async function start(): Promise<ChildProcess> {
    const started = spawn(process.execPath, [join(root, 'test/telegram/house-child.ts'), now], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: {
        PATH: process.env.PATH ?? '',
        NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? '',
        LUCIERNAGA_DATA: data,
        LUCIERNAGA_TELEGRAM_TOKEN: api.token,
        LUCIERNAGA_TELEGRAM_API: api.apiRoot,
      },
    });
    started.stderr?.setEncoding('utf8').on('data', (text: string) => {
      logged += text;
    });
    await new Promise<void>((resolve, reject) => {
      started.once('message', () => resolve());
      started.once('exit', (code) => reject(new Error(`the house ended with ${code} at its start: ${logged.slice(-2000)}`)));
    });
    return started;
  }

  async function kill(): Promise<void> {
    kills++;
    if (child.exitCode === null && child.signalCode === null) {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
    }
    child = await start();
  }

  /** Asked again of the next process where this one dies before it answers. */
  async function ask(request: Omit<ChildRequest, 'seq'>): Promise<void> {
    for (;;) {
      const number = ++seq;
      const asked = child;
      const answer = await new Promise<ChildReply | undefined>((resolve) => {
        const hear = (reply: ChildReply): void => {
          if (reply.seq !== number) return;
          asked.off('exit', gone);
          asked.off('message', hear);
          resolve(reply);
        };
        const gone = (): void => resolve(undefined);
        asked.on('message', hear);
        asked.once('exit', gone);
        asked.send({ ...request, seq: number }, () => {});
      });
      if (answer !== undefined) {
        now = answer.now;
        return;
      }
      await vi.waitFor(() => expect(child).not.toBe(asked), { timeout: 60_000 });
    }
  }

  async function passUntil(to: string): Promise<void> {
    await ask({ to: new Date(to).toISOString(), settle: false });
  }

  for (const [index, line] of lines.entries()) {
    if (killing.between(index)) await kill();
    const after = killing.within(index);
    const killed = after === undefined ? undefined : new Promise((resolve) => setTimeout(resolve, after)).then(kill);
    // She joins by sharing her number, which the house answers as if she had greeted.
    if (index === 0) phone.contact('own');
    else if (line.choose !== undefined) phone.press(line.choose);
    else if (line.text !== undefined) phone.write(line.text);
    if (line.from !== undefined) {
      await api.confirmed();
      await killed;
      await api.confirmed();
      if (line.more !== true) await ask({ to: now, settle: true });
    } else if (line.now !== undefined) await passUntil(line.now);
    else if (line.advance !== undefined)
      await passUntil(new Date(Date.parse(now) + (durationMs(line.advance) ?? 0)).toISOString());
    await killed;
    // The answer has to be there before she goes on: people read before they answer.
    await ask({ to: now, settle: line.more !== true });
  }
  child.removeAllListeners('exit');
  child.kill('SIGKILL');
  await api.stop();
  return { shown: phone.bubbles().map(({ text, buttons }) => withoutCodes(text, buttons)), kills, logged };
}

/** The number of the demonstration roster, as Telegram writes it. */
const number = rosterNumber(mentor);
const secrets = [number, number.slice(-10), testToken, testToken.split(':')[1] ?? ''];

/** Lines without those that are the same as the one right before them, and how many those were. */
function withoutRepeats(shown: readonly string[]): { lines: string[]; repeats: number } {
  const kept = shown.filter((one, index) => one !== shown[index - 1]);
  return { lines: kept, repeats: shown.length - kept.length };
}

thoroughly('the cycle over Telegram', () => {
  it('says what the driver says', async () => {
    const [wanted, { shown }] = [await expectedOn(), await play({ between: () => false, within: () => undefined })];
    expect(shown).toEqual(wanted);
  });

  it('says the same with the process killed between any two steps', async () => {
    const wanted = await expectedOn();
    const { shown, kills, logged } = await play({
      between: (line) => line > 0,
      within: () => undefined,
    });
    expect(shown).toEqual(wanted);
    expect(kills).toBeGreaterThan(35);
    expectQuiet(logged, secrets);
  });

  it('says the same with the process killed at any moment, and repeats only what was doubtful', async () => {
    const wanted = withoutRepeats(await expectedOn());
    const seeds = 3;
    for (const [seed] of Array.from({ length: seeds }, (_, n) => [n])) {
      const moments = fc.sample(fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined, freq: 3 }), {
        seed: 1000 + (seed ?? 0),
        numRuns: lines.length,
      });
      const { shown, kills } = await play({
        between: () => false,
        within: (line) => moments[line],
      });
      const played = withoutRepeats(shown);
      expect(kills).toBeGreaterThan(3);
      expect(played.lines).toEqual(wanted.lines);
      expect(played.repeats - wanted.repeats).toBeLessThanOrEqual(kills);
    }
  });
});
