// The linked device from its first picture to scan to the end, through everything that the library does not notice by itself.
import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../../src/channels/whatsapp/whatsapp-failure.ts';
import { virtualClock } from '../../src/clock.ts';
import { contractMessage } from '../contracts/channel-contract.ts';
import { isFullEffort } from '../support/effort.ts';
import { hasProgram } from '../support/has-program.ts';
import { hasBrowser, whySkipped } from '../web/open-browser.ts';
import { browserProcesses } from './browser-processes.ts';
import { ana, openWhatsApp, type TrialSettings, type WhatsAppTrial } from './whatsapp-trial.ts';

const address = ana.phone ?? '';
/** As who keeps it counts: a page that loads itself anew may tell once more, under the same id, what it told. */
const texts = ({ arrivals }: WhatsAppTrial): string[] =>
  [...new Map(arrivals.map(({ externalId, content }) => [externalId, content])).values()].map((content) =>
    content.kind === 'text' ? content.text : content.kind,
  );
const asked = ({ states }: WhatsAppTrial): number => states.filter((state) => state === 'linking').length;

async function opened(settings: TrialSettings = {}) {
  const trial = await openWhatsApp(settings);
  await trial.start();
  return { ...trial, phone: trial.standIn.phone(ana) };
}

/** It went away in the middle and came back by itself; what was written meanwhile arrives once, and what is sent goes out once. */
async function comesBack(trial: WhatsAppTrial, happens: () => void): Promise<void> {
  const { standIn, channel } = trial;
  const phone = standIn.phone(ana);
  await phone.write('antes');
  await expect.poll(() => texts(trial)).toEqual(['antes']);
  const links = asked(trial);
  happens();
  await trial.until(({ state }) => state !== 'ready', 'the end of it');
  await phone.write('mientras');
  expect(await channel.send(contractMessage('m1'), address)).toMatchObject({ kind: 'retry', uncounted: true });
  await trial.became('ready');
  await phone.write('después');
  await expect.poll(() => texts(trial)).toEqual(['antes', 'mientras', 'después']);
  expect(await channel.send(contractMessage('m1'), address)).toMatchObject({ kind: 'sent' });
  await expect.poll(() => phone.bubbles().map(({ text }) => text)).toEqual(['texto de m1']);
  expect(asked(trial)).toBe(links);
}

describe.runIf(hasBrowser && isFullEffort)(`the linked device${whySkipped}`, () => {
  it('comes back when the browser is killed, without being linked anew', async () => {
    const trial = await opened();
    await comesBack(trial, () => {
      for (const id of browserProcesses(trial.folder, 'browser')) process.kill(id, 'SIGKILL');
    });
    expect(trial.states).toContain('recovering(browserGone)');
  });

  it('shows a new picture when the phone ends the link; what is to be sent waits, and the new link is kept', async () => {
    const trial = await opened();
    const { standIn, channel, states, phone } = trial;
    standIn.lastCommand('unlink');
    await trial.became('loggedOut');
    await phone.write('mientras');
    expect(await channel.send(contractMessage('m1'), address)).toMatchObject({ kind: 'retry', uncounted: true });
    await trial.became('ready');
    await expect.poll(() => texts(trial)).toEqual(['mientras']);
    expect(states).toEqual([
      'starting',
      'linking',
      'starting(syncing)',
      'ready',
      'loggedOut',
      'starting',
      'linking',
      'starting(syncing)',
      'ready',
    ]);
    await channel.stop();
    const next = trial.again();
    await next.start(async () => 'new');
    await trial.became('ready');
    expect(asked(trial)).toBe(2);
    expect(await next.send(contractMessage('m1'), address)).toMatchObject({ kind: 'sent' });
    await expect.poll(() => phone.bubbles()).toHaveLength(1);
  });

  it('keeps its session where only its owner may look, and leaves no browser behind', async () => {
    const trial = await opened();
    const session = join(trial.folder, 'session');
    for (const [name, mode] of [
      ['', 0o700],
      ['account.json', 0o600],
    ] as const)
      expect(statSync(join(session, name)).mode & 0o777).toBe(mode);
    expect(browserProcesses(trial.folder, 'browser')).toHaveLength(1);
    await trial.channel.stop();
    expect(browserProcesses(trial.folder, 'browser')).toEqual([]);
    expect(trial.channel.status().state).toBe('stopped');
  });

  it('comes back when the page crashes', async () => {
    const trial = await opened();
    await comesBack(trial, () => {
      for (const id of browserProcesses(trial.folder, 'renderer')) process.kill(id, 'SIGKILL');
    });
  });

  it('comes back when another place took the account over for a while', async () => {
    const trial = await opened();
    await comesBack(trial, () => trial.standIn.lastCommand('state', 'CONFLICT'));
    expect(trial.states).toContain('recovering(CONFLICT)');
  });

  it('comes back when the page loads itself anew', async () => {
    const trial = await opened();
    const { restarts } = trial.channel.status();
    await comesBack(trial, () => trial.standIn.lastCommand('reload'));
    expect(trial.channel.status().restarts).toBe(restarts);
  });

  it('is ready once, however often the page says that it is in step', async () => {
    const trial = await opened();
    for (let times = 0; times < 5; times++) await trial.standIn.command('syncAgain');
    await trial.phone.write('una vez');
    await expect.poll(() => texts(trial)).toEqual(['una vez']);
    expect(trial.states.filter((state) => state === 'ready')).toHaveLength(1);
  });

  it('is ready though the page was in step before anybody listened', async () => {
    const trial = await opened();
    await trial.channel.stop();
    trial.standIn.world.syncsBeforeAnybodyListens = true;
    const next = trial.again();
    await next.start(async () => 'new');
    await trial.became('ready');
    expect(await next.send(contractMessage('m1'), address)).toMatchObject({ kind: 'sent' });
  });

  it('hears after a restart what was written while it was away, once', async () => {
    const trial = await opened();
    await trial.phone.write('uno');
    await expect.poll(() => texts(trial)).toEqual(['uno']);
    await trial.channel.stop();
    await trial.standIn.until(() => !trial.standIn.online, 'the end of the page');
    await trial.phone.write('dos');
    await trial.phone.write('tres');
    const known = new Set(trial.arrivals.map(({ externalId }) => externalId));
    const next = trial.again();
    await next.start(async (arrival) => {
      if (known.has(arrival.externalId)) return 'duplicate';
      known.add(arrival.externalId);
      trial.arrivals.push(arrival);
      return 'new';
    });
    await trial.became('ready');
    await expect.poll(() => texts(trial)).toEqual(['uno', 'dos', 'tres']);
  });

  it('says which build it cannot work with, keeps the session, and works when it can', async () => {
    const trial = await opened();
    trial.standIn.world.missing = ['WAWebSyncGatingUtils'];
    trial.standIn.lastCommand('reload');
    await trial.became('incompatible');
    expect(trial.channel.status()).toMatchObject({ why: 'moduleMissing' });
    trial.standIn.world.missing = [];
    await trial.became('ready');
    expect(asked(trial)).toBe(1);
  });

  it('waits for a WhatsApp that does not answer, and for a page that does not boot', async () => {
    const trial = await openWhatsApp({
      parts: { times: { startMs: 10_000, nudgeMs: 250, heartbeatMs: 10_000, backOffMs: [100, 300] } },
    });
    trial.standIn.hangs = true;
    await trial.channel.start(async () => 'new');
    await trial.until(({ state, why }) => state === 'recovering' && why === 'didNotStart', 'giving up');
    trial.standIn.hangs = false;
    trial.standIn.world.version = undefined;
    await trial.until(({ restarts }) => restarts >= 2, 'another try');
    trial.standIn.world.version = '2.3000.1049000001';
    await trial.became('ready');
    expect(trial.channel.status().build).toBe('2.3000.1049000001');
  });

  it('does not insist where WhatsApp refuses the account', async () => {
    const trial = await opened();
    trial.standIn.lastCommand('state', 'TOS_BLOCK');
    await trial.became('refused');
    await expect.poll(() => browserProcesses(trial.folder, 'browser')).toEqual([]);
    expect(trial.channel.status()).toMatchObject({ state: 'refused', why: 'TOS_BLOCK' });
    expect(trial.channel.health()).toMatchObject({ lastError: 'TOS_BLOCK' });
  });

  it('is linked with a code as well', async () => {
    const trial = await openWhatsApp({ unscanned: true, parts: { linkNumber: '5215500000001' } });
    await trial.start();
    await trial.until(() => trial.channel.offer() !== undefined, 'a code');
    expect(trial.channel.offer()).toEqual({ kind: 'code', code: 'ABCD1234' });
    expect(await trial.standIn.heard('codeAsked')).toEqual({ phone: '5215500000001' });
    await trial.standIn.command('pair');
    await trial.became('ready');
    expect(trial.channel.offer()).toBeUndefined();
  });

  it('keeps the picture fresh where nobody scans it', async () => {
    const trial = await openWhatsApp({ unscanned: true });
    await trial.start();
    await trial.until(() => trial.channel.offer() !== undefined, 'a picture');
    const first = trial.channel.offer();
    await trial.standIn.command('state', 'UNPAIRED_IDLE');
    await trial.until(() => JSON.stringify(trial.channel.offer()) !== JSON.stringify(first), 'another picture');
    expect(trial.channel.offer()).toMatchObject({ kind: 'picture', content: expect.stringMatching(/^2@/) });
  });

  it('does not repeat what had gone out when nobody could say so', async () => {
    const trial = await opened({ parts: { sendTimes: { textMs: 4_000, serverMs: 300 } } });
    const { phone, channel } = trial;
    const message = contractMessage('m1', { createdAt: new Date().toISOString() });
    await trial.standIn.command('fault', { sendHangsMs: 5_000 });
    expect(await channel.send(message, address)).toEqual({ kind: 'unsure' });
    await expect.poll(() => phone.bubbles()).toHaveLength(1);
    await channel.stop();
    const next = trial.again();
    await next.start(async () => 'new');
    await trial.became('ready');
    expect(await next.send(message, address)).toEqual({ kind: 'sent', externalId: phone.bubbles()[0]?.id });
    expect(await next.send(contractMessage('m2'), address)).toMatchObject({ kind: 'sent' });
    await expect.poll(() => phone.bubbles().map(({ text }) => text)).toEqual(['texto de m1', 'texto de m2']);
  });

  it('is opened anew each day, while nobody writes', async () => {
    const clock = virtualClock('2026-03-02T09:00:00Z');
    const trial = await opened({ parts: { clock, catchUpMs: 100 } });
    clock.moveTo('2026-03-03T06:00:00Z');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(trial.states).not.toContain('recovering(routine)');
    clock.moveTo('2026-03-03T08:00:00Z');
    await trial.until(() => trial.states.includes('recovering(routine)'), 'the end of the day');
    await trial.became('ready');
    expect(asked(trial)).toBe(1);
  });

  it('starts over a mark that a dead browser of another computer left', async () => {
    const trial = await openWhatsApp();
    const profile = join(trial.folder, 'session', 'session');
    execFileSync('mkdir', ['-p', profile]);
    execFileSync('ln', ['-s', 'another-computer-4242', join(profile, 'SingletonLock')]);
    await trial.start();
    expect(trial.channel.status().state).toBe('ready');
  });
});

/** The stand-in makes a certificate of its own. */
it.runIf(hasProgram('openssl'))('where there is no browser says so, and the rest of the house goes on', async () => {
  const trial = await openWhatsApp({ unscanned: true, parts: { chromium: '/nowhere/chromium' } });
  await trial.start();
  await trial.became('noBrowser');
  expect(await trial.channel.send(contractMessage('m1'), address)).toMatchObject({ kind: 'retry', uncounted: true });
  await trial.channel.stop();
});

it('takes what the page throws for what it is, also where it throws a text', () => {
  expect(failureOf('auth timeout').result).toEqual({ kind: 'unsure' });
  expect(failureOf(new Error('Protocol error (Runtime.callFunctionOn): Target closed')).code).toBe('targetClosed');
});
