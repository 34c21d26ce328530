// The library as it is, without our repairs, shows on the stand-in what its users report of today's page: so the repairs have something to mend.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Client, Message } from 'whatsapp-web.js';
import { loadLibrary } from '../../src/channels/whatsapp/load-library.ts';
import { isFullEffort } from '../support/effort.ts';
import { hasBrowser, whySkipped } from '../web/open-browser.ts';
import { type Breakage, StandIn } from './stand-in/stand-in.ts';
import { ana } from './whatsapp-trial.ts';

const address = ana.phone ?? '';

async function stock(
  broken: Breakage[],
): Promise<{ client: Client; standIn: StandIn; library: Awaited<ReturnType<typeof loadLibrary>> }> {
  const standIn = await new StandIn({ people: [ana], broken }).start();
  const folder = mkdtempSync(join(tmpdir(), 'stock-'));
  const library = await loadLibrary();
  const client = new library.Client({
    authStrategy: new library.LocalAuth({ dataPath: folder }),
    webVersionCache: { type: 'none' },
    puppeteer: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [...standIn.browserArgs(), '--no-sandbox', '--disable-gpu'],
    },
  });
  onTestFinished(async () => {
    await client.destroy();
    await standIn.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  const ready = new Promise<void>((resolve) => client.once('ready', () => resolve()));
  client.once('qr', () => standIn.lastCommand('pair'));
  await client.initialize();
  await ready;
  return { client, standIn, library };
}

const received = (client: Client): Promise<Message> => new Promise((resolve) => client.once('message', resolve));

describe.runIf(hasBrowser && isFullEffort)(`the library without repairs${whySkipped}`, () => {
  it('works on the page that it knows', async () => {
    const { client, library } = await stock([]);
    expect(await client.sendMessage(address, 'hola')).toMatchObject({ body: 'hola' });
    const file = new library.MessageMedia('image/png', btoa('png'), 'a.png');
    expect(await client.sendMessage(address, file)).toMatchObject({ hasMedia: true });
  });

  it('since July does not know what it sent', async () => {
    const { client, standIn } = await stock(['messageKeys']);
    const sent = await client.sendMessage(address, 'hola').catch((error: unknown) => ({ error }));
    expect((sent as Message | undefined)?.id?._serialized).toBeUndefined();
    await standIn.heard('sent');
  });

  it('since August downloads no file', async () => {
    const { client, standIn } = await stock(['mediaDownload']);
    const message = received(client);
    await standIn.phone(ana).image('mire');
    await expect((await message).downloadMedia()).rejects.toThrow();
  });

  it('since September sends no file', async () => {
    const { client, library } = await stock(['mediaSend']);
    const file = new library.MessageMedia('image/png', btoa('png'), 'a.png');
    await expect(client.sendMessage(address, file)).rejects.toThrow(/include an id property/);
    expect(await client.sendMessage(address, 'hola')).toMatchObject({ body: 'hola' });
  });
});
