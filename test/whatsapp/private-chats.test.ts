// Private chats over WhatsApp, both ways, with the real library and a real browser: on the page as the library knows it, and on today's.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Arrival } from '../../src/channels/channel.ts';
import { contractMessage } from '../contracts/channel-contract.ts';
import { isFullEffort } from '../support/effort.ts';
import { mediaFolder } from '../telegram/telegram-trial.ts';
import { hasBrowser, whySkipped } from '../web/open-browser.ts';
import type { Breakage } from './stand-in/stand-in.ts';
import { ana, openWhatsApp, type TrialSettings, type WhatsAppTrial } from './whatsapp-trial.ts';

const today: Breakage[] = ['messageKeys', 'mediaDownload', 'mediaSend'];
const pages: [string, Breakage[]][] = [
  ['as the library knows it', []],
  ['since July', ['messageKeys']],
  ['since August', ['mediaDownload']],
  ['since September', ['mediaSend']],
  ['of today', today],
];
const address = ana.phone ?? '';
const thoroughly = describe.runIf(hasBrowser && isFullEffort);

async function opened(settings: TrialSettings = {}) {
  const trial = await openWhatsApp(settings);
  await trial.start();
  return { ...trial, phone: trial.standIn.phone(ana) };
}

const contents = ({ arrivals }: WhatsAppTrial): Arrival['content'][] => arrivals.map(({ content }) => content);

thoroughly.each(pages)(`a page %s${whySkipped}`, (_name, broken) => {
  it('carries everything that a person does, each once and in order', async () => {
    const trial = await opened({ world: { broken } });
    const { phone, standIn, channel } = trial;
    // A browser may need a second start on a busy computer; from here on nothing begins anew.
    const { restarts } = channel.status();
    const sent = await channel.send(contractMessage('m1', { text: '¿Cómo le fue?' }), address);
    if (sent.kind !== 'sent') throw new Error(`it was ${sent.kind}`);
    const id = sent.externalId ?? '';
    await standIn.heard('sent', (one) => one.id === id);
    await standIn.command('ack', { id, ack: 2 });
    await standIn.command('ack', { id, ack: 3 });
    const first = await phone.write('Muy bein', { quoted: id });
    await phone.edit(first, 'Muy bien');
    await phone.react(id, '👍');
    await phone.voice(7);
    await phone.image('mi letrero');
    const wrong = await phone.write('me equivoqué');
    await phone.revoke(wrong);
    await phone.write('', { type: 'sticker', media: { data: btoa('webp'), mimetype: 'image/webp' } });
    await expect.poll(() => contents(trial)).toHaveLength(10);
    expect(contents(trial)).toEqual([
      { kind: 'receipt', of: 'm1', status: 'delivered' },
      { kind: 'receipt', of: 'm1', status: 'read' },
      { kind: 'text', text: 'Muy bein', replyTo: 'm1' },
      { kind: 'edit', of: first, text: 'Muy bien' },
      { kind: 'reaction', emoji: '👍', of: 'm1' },
      { kind: 'voice', seconds: 7 },
      { kind: 'media', media: 'image', caption: 'mi letrero' },
      { kind: 'text', text: 'me equivoqué' },
      { kind: 'revoke', of: wrong },
      { kind: 'media', media: 'sticker' },
    ]);
    expect(new Set(trial.arrivals.map(({ from }) => from))).toEqual(new Set([address]));
    expect(new Set(trial.arrivals.map(({ externalId }) => externalId)).size).toBe(10);
    expect(await standIn.command('unknown')).toEqual([]);
    expect([...standIn.hosts]).toEqual(['web.whatsapp.com']);
    expect(channel.status()).toMatchObject({ state: 'ready', missing: {}, restarts });
  });

  it('sends texts, numbered options and files, whole', async () => {
    const folder = mediaFolder();
    const { phone, channel } = await opened({ world: { broken }, parts: { mediaFolder: folder } });
    const options = ['Sí', 'Todavía no'].map((label) => ({ id: label, label }));
    const video = { type: 'video', file: 'clip.mp4' } as const;
    const paper = { type: 'document', file: 'guia.pdf' } as const;
    for (const more of [{ options }, { text: 'Vea este video.', media: video }, { text: 'La guía.', media: paper }]) {
      expect(await channel.send(contractMessage(JSON.stringify(more), { text: '¿Ya?', ...more }), address)).toMatchObject({
        kind: 'sent',
      });
    }
    await expect.poll(() => phone.bubbles()).toHaveLength(3);
    const whole = (name: string): string =>
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('base64');
    expect(phone.bubbles()).toMatchObject([
      { type: 'chat', text: '¿Ya?\n\n1. Sí\n2. Todavía no' },
      { type: 'video', text: 'Vea este video.', file: { sha256: whole('clip.mp4') } },
      { type: 'document', text: 'La guía.', file: { sha256: whole('guia.pdf') } },
    ]);
  });

  it('sends on a picture that somebody sent us, with other words under it', async () => {
    const trial = await opened({ world: { broken } });
    const message = await trial.phone.image('para todas');
    await expect.poll(() => trial.arrivals).toHaveLength(1);
    const media = { type: 'image', sent: { channel: 'whatsapp', message } } as const;
    expect(await trial.channel.send(contractMessage('m1', { text: 'De su asesora:', media }), address)).toMatchObject({
      kind: 'sent',
    });
    await expect.poll(() => trial.phone.bubbles()).toHaveLength(1);
    expect(trial.phone.bubbles()).toMatchObject([{ type: 'image', text: 'De su asesora:', file: { type: 'image/png' } }]);
  });
});

thoroughly('files', () => {
  it('heavier ones than a phone is asked to load go as their link; what is not there is refused', async () => {
    const { phone, channel } = await opened({ parts: { mostMegabytes: 3 } });
    const link = 'https://example.org/clip';
    const heavy = { type: 'video', file: 'clip.mp4', link, megabytes: 9 } as const;
    expect(await channel.send(contractMessage('m1', { text: 'Vea:', media: heavy }), address)).toMatchObject({ kind: 'sent' });
    const gone = { type: 'video', file: 'otro.mp4' } as const;
    expect(await channel.send(contractMessage('m2', { media: gone }), address)).toEqual({
      kind: 'rejected',
      code: 'fileMissing',
    });
    await expect.poll(() => phone.bubbles()).toMatchObject([{ type: 'chat', text: `Vea:\n${link}` }]);
  });

  it('where the page cannot send them, texts go on', async () => {
    const { phone, channel } = await opened({ world: { missing: ['WAWebPrepRawMedia'] } });
    expect(channel.status()).toMatchObject({ state: 'degraded', why: 'media', missing: { media: ['WAWebPrepRawMedia'] } });
    const media = { type: 'video', file: 'clip.mp4', link: 'https://example.org/clip' } as const;
    expect(await channel.send(contractMessage('m1', { text: 'Vea:', media }), address)).toMatchObject({ kind: 'sent' });
    await expect.poll(() => phone.bubbles()).toMatchObject([{ type: 'chat', text: 'Vea:\nhttps://example.org/clip' }]);
  });
});

thoroughly('who she is', () => {
  const lid = ana.lid ?? '';

  it('behind a privacy id is her number, and she is answered where she writes', async () => {
    const trial = await opened({ world: { usesLids: true, people: [ana] } });
    await trial.phone.write('hola');
    await expect.poll(() => trial.arrivals).toHaveLength(1);
    expect(trial.arrivals).toMatchObject([{ from: address, aka: lid, claim: { by: 'phone', phone: '+5215512345001' } }]);
    expect(await trial.channel.send(contractMessage('m1'), address)).toMatchObject({ kind: 'sent' });
    await expect.poll(() => trial.phone.bubbles()).toHaveLength(1);
  });

  it('whose number is not told is her privacy id, until it is', async () => {
    const trial = await opened({ world: { usesLids: true, people: [{ lid }] } });
    const phone = trial.standIn.phone({ lid });
    await phone.write('hola');
    await expect.poll(() => trial.arrivals).toHaveLength(1);
    expect(trial.arrivals[0]).toMatchObject({ from: lid });
    expect(trial.arrivals[0]).not.toHaveProperty('claim');
    expect(await trial.channel.send(contractMessage('m1'), lid)).toMatchObject({ kind: 'sent' });
  });

  it('an account that is gone is told as such', async () => {
    const { channel } = await opened({ world: { usesLids: true, people: [], unregistered: [address] } });
    expect(await channel.send(contractMessage('m1'), address)).toEqual({ kind: 'blocked' });
  });

  it('states and what the account itself writes are nobody’s private words', async () => {
    const trial = await opened();
    const { standIn, phone } = trial;
    await standIn.write({ chat: 'status@broadcast', body: 'un estado' });
    await standIn.write({ chat: address, fromMe: true, body: 'desde el teléfono del bot' });
    await phone.write('hola');
    await expect.poll(() => contents(trial)).toEqual([{ kind: 'text', text: 'hola' }]);
  });

  it('what cannot be read yet comes once, when it can', async () => {
    const trial = await opened();
    const id = await trial.standIn.command('sealed', { chat: address });
    await trial.standIn.command('unseal', { id, body: 'ya se lee' });
    await expect.poll(() => contents(trial)).toEqual([{ kind: 'text', text: 'ya se lee' }]);
  });
});
