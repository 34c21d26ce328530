// WhatsApp as an operator has it: linked from the terminal, then the whole house with its page, its health and its doctor.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkChromium, checkLink, checkSession } from '../../src/commands/doctor/whatsapp-checks.ts';
import type { KeptState } from '../../src/commands/whatsapp-house.ts';
import { run } from '../driver/run-process.ts';
import { isFullEffort } from '../support/effort.ts';
import { rosterPhone } from '../support/roster-phone.ts';
import { hasBrowser, whySkipped } from '../web/open-browser.ts';
import { StandIn } from './stand-in/stand-in.ts';

const number = rosterPhone('G04-mentora');
const mentor = { phone: `${number}@c.us`, name: 'Guadalupe' };

describe.runIf(hasBrowser && isFullEffort)(`the house on WhatsApp${whySkipped}`, () => {
  it('is linked in the terminal, then answers who is in the roster, and shows how it is doing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'whatsapp-house-'));
    const standIn = await new StandIn({ people: [mentor] }).start();
    onTestFinished(async () => {
      await standIn.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    });
    // Where WhatsApp is, is nothing that an operator sets.
    const chromium = join(folder, 'chromium');
    const args = [...standIn.browserArgs(), '--no-sandbox'].map((arg) => `'${arg}'`).join(' ');
    writeFileSync(chromium, `#!/bin/sh\nexec ${process.env.CHROMIUM ?? '/usr/bin/chromium'} "$@" ${args}\n`);
    chmodSync(chromium, 0o700);
    const env = {
      LUCIERNAGA_DATA: join(folder, 'data'),
      LUCIERNAGA_WHATSAPP: 'yes',
      LUCIERNAGA_CHROMIUM: chromium,
      LUCIERNAGA_PORT: '0',
    };

    const link = run('src/commands/whatsapp.ts', ['link'], { env });
    await standIn.heard('picture');
    await link.until('Linked devices');
    await standIn.command('pair');
    await link.until('Linked.');
    expect((await link.exit).code).toBe(0);
    const before = run('src/commands/whatsapp.ts', ['status'], { env });
    expect(await before.until('Last message')).toEqual(expect.arrayContaining([expect.stringMatching(/^Not running/)]));

    const house = run('src/main.ts', [], { env, stdin: 'ignore' });
    // A trial that fails half-way leaves nothing running.
    onTestFinished(() => void house.child.kill('SIGKILL'));
    const page = await pageOf(house);
    await standIn.until(() => standIn.online, 'the house');
    await expect.poll(() => fetchText(page)).toContain('Funciona');
    const seen = await fetchText(page);
    expect(seen).toContain('2.3000.1049000000');
    expect(seen).not.toContain('<svg');
    expect((await fetch(`${page}/picture.svg`)).status).toBe(404);
    const phone = standIn.phone(mentor);
    await phone.write('hola');
    await expect.poll(() => phone.bubbles().length).toBeGreaterThan(0);
    const channels = async (): Promise<object> =>
      ((await (await fetch(page.replace(/whatsapp$/, 'health'))).json()) as { channels: object }).channels;
    const lasts = { lastIn: expect.any(String), lastOut: expect.any(String) };
    // The phone has it before the house knows that it went out.
    await expect.poll(channels).toEqual({ whatsapp: { failingSince: null, lastError: null, ...lasts } });
    const beside = run('src/commands/whatsapp.ts', ['link'], { env });
    expect((await beside.exit).code).toBe(1);
    expect(beside.errors()).toContain('/whatsapp');

    standIn.lastCommand('unlink');
    await expect.poll(() => fetchText(page)).toContain('picture.svg');
    expect(await fetchText(`${page}/picture.svg`)).toContain('<svg');
    house.child.kill('SIGTERM');
    expect((await house.exit).code).toBe(0);
    for (const secret of [number.slice(-10), 'hola', 'Guadalupe']) expect(house.errors()).not.toContain(secret);
  });
});

async function fetchText(url: string): Promise<string> {
  return (await fetch(url)).text();
}

/** As the log names it. */
async function pageOf(house: ReturnType<typeof run>): Promise<string> {
  for (const end = Date.now() + 60_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const [, page] = /"page":"([^"]+)"/.exec(house.errors()) ?? [];
    if (page !== undefined) return page;
  }
  throw new Error(`the house named no page: ${house.errors()}`);
}

describe('the doctor', () => {
  const kept: KeptState = {
    state: 'ready',
    since: '2026-03-02T15:00:00.000Z',
    why: null,
    build: '2.3000.1',
    browser: '156',
    missing: {},
    repairs: {},
    lastIn: null,
    lastOut: null,
    restarts: 0,
    pid: 1,
  };

  it('tells of Chromium, of the link and of the session, each with what to do', () => {
    expect(checkChromium(undefined, null)).toMatchObject({ state: 'failed', todo: expect.stringContaining('apt install') });
    expect(checkChromium('/usr/bin/chromium', '156.0')).toMatchObject({ state: 'ok' });
    expect(checkLink(undefined, false)).toMatchObject({ state: 'failed', todo: expect.stringContaining('link') });
    expect(checkLink(kept, true)).toMatchObject({ state: 'ok' });
    expect(checkLink({ ...kept, state: 'stopped' }, false)).toMatchObject({
      state: 'ok',
      result: expect.stringContaining('linked'),
    });
    expect(checkLink({ ...kept, state: 'degraded', missing: { media: ['X'] } }, true)).toMatchObject({ state: 'warning' });
    expect(checkLink({ ...kept, restarts: 50 }, true)).toMatchObject({ state: 'warning' });
    for (const state of ['linking', 'loggedOut', 'refused', 'incompatible', 'noBrowser'] as const)
      expect(checkLink({ ...kept, state }, true)).toMatchObject({ state: 'failed', todo: expect.any(String) });
    expect(checkSession(0o40755)).toMatchObject({ state: 'failed' });
    expect(checkSession(0o40700)).toBeUndefined();
  });
});
