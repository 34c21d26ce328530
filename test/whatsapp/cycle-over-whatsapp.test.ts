// The whole cycle of a mentor over WhatsApp, while the page crashes, the browser is killed and the house is killed: the same lines.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { numberOptions } from '../../src/channels/number-options.ts';
import { durationMs } from '../../src/commands/driver-duration.ts';
import type { MessageOption } from '../../src/domain/outbound-message.ts';
import { isFullEffort } from '../support/effort.ts';
import { rosterPhone } from '../support/roster-phone.ts';
import { beginning, expectedOn, expectQuiet, lines, mentor, withoutCodes } from '../support/shown-cycle.ts';
import { root } from '../support/test-house.ts';
import { hasBrowser, whySkipped } from '../web/open-browser.ts';
import { browserProcesses } from './browser-processes.ts';
import type { HouseReply, HouseRequest } from './house-on-whatsapp.ts';
import { StandIn } from './stand-in/stand-in.ts';

const optionOf = (label: string): MessageOption => ({ id: label, label });

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

type Blow = 'page' | 'browser' | 'house';

async function play(blowBefore: (line: number) => Blow | undefined): Promise<{ shown: string[]; blows: number; logged: string }> {
  const data = mkdtempSync(join(tmpdir(), 'whatsapp-cycle-'));
  folders.push(data);
  const person = { phone: `${rosterPhone(mentor)}@c.us`, lid: '800000000000044@lid', name: 'Lupe' };
  const standIn = await new StandIn({
    people: [person],
    broken: ['messageKeys', 'mediaDownload', 'mediaSend'],
    usesLids: true,
  }).start();
  const phone = standIn.phone(person);
  let now = new Date(beginning).toISOString();
  standIn.setNow(now);
  let logged = '';
  let seq = 0;
  let blows = 0;
  let restarts = 0;
  let child = await start();
  await standIn.heard('picture');
  await standIn.command('pair');

  async function start(): Promise<ChildProcess> {
    const args = [join(root, 'test/whatsapp/house-on-whatsapp.ts'), now, JSON.stringify(standIn.browserArgs())];
    const started = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: {
        PATH: process.env.PATH ?? '',
        HOME: data,
        NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? '',
        LUCIERNAGA_DATA: data,
        LUCIERNAGA_WHATSAPP: 'yes',
        ...(process.env.CHROMIUM !== undefined && { LUCIERNAGA_CHROMIUM: process.env.CHROMIUM }),
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

  async function strike(blow: Blow): Promise<void> {
    blows++;
    if (blow === 'house') {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
      restarts = 0;
      child = await start();
      return;
    }
    restarts++;
    for (const id of browserProcesses(data, blow === 'page' ? 'renderer' : 'browser')) process.kill(id, 'SIGKILL');
  }

  async function ask(request: Omit<HouseRequest, 'seq' | 'restarts'>): Promise<void> {
    const number = ++seq;
    const answer = await new Promise<HouseReply>((resolve, reject) => {
      const gone = (code: number | null): void => reject(new Error(`the house ended with ${code}: ${logged.slice(-2000)}`));
      const hear = (reply: HouseReply): void => {
        if (reply.seq !== number) return;
        child.off('message', hear);
        child.off('exit', gone);
        resolve(reply);
      };
      child.on('message', hear);
      child.once('exit', gone);
      child.send({ ...request, seq: number, restarts }, () => {});
    });
    now = answer.now;
    standIn.setNow(now);
  }

  for (const [index, line] of lines.entries()) {
    const blow = blowBefore(index);
    if (blow !== undefined) await strike(blow);
    const words = line.choose ?? line.text;
    if (words !== undefined) {
      const received = await phone.write(words);
      await ask({ to: now, settle: line.more !== true, received });
    } else if (line.now !== undefined) await ask({ to: new Date(line.now).toISOString(), settle: false });
    else if (line.advance !== undefined)
      await ask({ to: new Date(Date.parse(now) + (durationMs(line.advance) ?? 0)).toISOString(), settle: false });
    // The answer has to be there before she goes on: people read before they answer.
    await ask({ to: now, settle: line.more !== true });
  }
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
  expect(browserProcesses(data, 'browser')).toEqual([]);
  // A poll shows what the driver writes with its numbers.
  const shown = phone.bubbles().map(({ text, poll }) => withoutCodes(numberOptions(text, (poll ?? []).map(optionOf))));
  await standIn.stop();
  return { shown, blows, logged };
}

describe.runIf(hasBrowser && isFullEffort)(`the cycle over WhatsApp${whySkipped}`, () => {
  it('says what the driver says', async () => {
    const wanted = await expectedOn('whatsapp');
    const { shown, logged } = await play(() => undefined);
    expect(shown).toEqual(wanted);
    expectQuiet(logged, [rosterPhone(mentor).slice(-10), '800000000000044']);
  });

  it('says the same while page, browser and house are killed between its steps', async () => {
    const wanted = await expectedOn('whatsapp');
    const turns: Blow[] = ['browser', 'house', 'page'];
    const { shown, blows, logged } = await play((line) => (line % 6 === 3 ? turns[((line - 3) / 6) % 3] : undefined));
    expect(blows).toBe(6);
    expect(shown).toEqual(wanted);
    expectQuiet(logged, [rosterPhone(mentor).slice(-10), '800000000000044']);
  });
});
