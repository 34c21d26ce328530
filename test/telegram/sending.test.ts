// How a message leaves: what each failure of Telegram means for it, how a long one is taken up again, files, and keyboards.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPace } from '../../src/channels/telegram/pace.ts';
import type { SendResult } from '../../src/domain/outbound-message.ts';
import { contractMessage } from '../contracts/channel-contract.ts';
import type { Fault } from './bot-api-server.ts';
import { mediaFolder, openTrial, type Trial, until } from './telegram-trial.ts';

const anaId = 5_512_345_001;
const words = 'La niña eligió los cubos por sí misma.';

/** Only sends, so that no question for updates is in the way. */
const sendsOnly = { mode: { kind: 'webhook', url: 'http://127.0.0.1:9/telegram', secret: 'secreto' } } as const;

async function opened(more: Parameters<typeof openTrial>[0] = {}) {
  const trial = await openTrial({ ...sendsOnly, ...more });
  const ana = trial.server.phone(anaId, 'Ana');
  const send = (id: string, message: Partial<ReturnType<typeof contractMessage>> = {}): Promise<SendResult> =>
    trial.channel.send(contractMessage(id, { text: words, ...message }), String(anaId));
  return { ...trial, ana, send };
}

function expectNothingTold({ server, lines }: Pick<Trial, 'server' | 'lines'>): void {
  const told = JSON.stringify(lines);
  for (const secret of [server.token, server.token.split(':')[1] ?? '', words, 'cubos', server.apiRoot.replace('http://', '')])
    expect(told).not.toContain(secret);
}

const error = (code: number, description?: string, retryAfter?: number): Fault['reply'] => ({
  kind: 'error',
  code,
  ...(description !== undefined && { description }),
  ...(retryAfter !== undefined && { retryAfter }),
});

describe('a failure of Telegram', () => {
  it.each<[string, Fault['reply'], SendResult]>([
    ['too many at once', error(429, undefined, 7), { kind: 'retry', afterSeconds: 7 }],
    ['too many at once, without saying how long', error(429), { kind: 'retry', afterSeconds: 5 }],
    ['its own trouble', error(500, 'Internal Server Error'), { kind: 'retry', afterSeconds: 0 }],
    ['a bad gateway, as JSON', error(502), { kind: 'retry', afterSeconds: 0 }],
    ['a bad gateway, as a page of a proxy', { kind: 'html', status: 502 }, { kind: 'unsure' }],
    ['she blocked the bot', error(403), { kind: 'blocked' }],
    ['her account is gone', error(403, 'Forbidden: user is deactivated'), { kind: 'blocked' }],
    ['no such chat', error(400, 'Bad Request: chat not found'), { kind: 'rejected', code: 'chatNotFound' }],
    ['buttons that it does not take', error(400, 'Bad Request: BUTTON_DATA_INVALID'), { kind: 'rejected', code: 'badButtons' }],
    ['a text that it finds too long', error(400, 'Bad Request: message is too long'), { kind: 'rejected', code: 'tooLong' }],
    ['something new', error(400, `Bad Request: unknown word in "${words}"`), { kind: 'rejected', code: 'telegram400' }],
    ['a file that is too large', error(413, 'Request Entity Too Large'), { kind: 'rejected', code: 'tooLarge' }],
    ['the token is refused', error(401), { kind: 'retry', afterSeconds: 60 }],
    ['the token is unknown', error(404, 'Not Found'), { kind: 'retry', afterSeconds: 60 }],
    ['a line cut before it did anything', { kind: 'drop' }, { kind: 'unsure' }],
    ['a line cut after it did it', { kind: 'lostReply' }, { kind: 'unsure' }],
  ])('%s has its result, tells nobody anything, and the next message goes out', async (_name, reply, result) => {
    const { server, channel, lines, send, ana } = await opened();
    server.fail({ method: 'sendMessage', reply });
    expect(await send('m1')).toEqual(result);
    expect(lines.some(({ fields }) => fields.message === 'm1' && fields.code !== 'unknown')).toBe(true);
    expectNothingTold({ server, lines });
    const before = ana.bubbles().length;
    expect((await send('m2')).kind).toBe('sent');
    expect(ana.bubbles()).toHaveLength(before + 1);
    expect(channel.health().failingSince).toBeNull();
  });

  it('a refused connection: surely not sent, and the health says so until it works again', async () => {
    const { server, channel, lines, send } = await opened();
    const { apiRoot } = server;
    await server.stop();
    expect(await send('m1')).toEqual({ kind: 'retry', afterSeconds: 0 });
    expect(channel.health()).toMatchObject({ lastError: 'ECONNREFUSED', failingSince: expect.any(String) });
    expect(apiRoot).not.toBe('');
    expectNothingTold({ server, lines });
  });

  it('no answer in time: nobody knows', async () => {
    const { server, lines, send, ana } = await opened({ sendTimeoutSeconds: 0.2 });
    server.fail({ method: 'sendMessage', reply: { kind: 'delay', ms: 1_000 } });
    expect(await send('m1')).toEqual({ kind: 'unsure' });
    expectNothingTold({ server, lines });
    await ana.until(1);
  });

  it('an address that is none of Telegram', async () => {
    const { channel } = await opened();
    expect(await channel.send(contractMessage('m1'), 'nadie')).toEqual({ kind: 'rejected', code: 'chatNotFound' });
  });

  it('a group that moved: the message waits a moment, and it is told where the group is now', async () => {
    const { channel, server, arrivals, start } = await opened();
    await start();
    const group = server.group(-55, 'Sala 2');
    group.upgrade();
    expect(await channel.send(contractMessage('m2'), '-55')).toEqual({ kind: 'retry', afterSeconds: 1 });
    const moved = { kind: 'groupNews', what: 'moved', to: '-10055' };
    expect(arrivals).toMatchObject([{ group: { address: '-55' }, content: moved }]);
    expect((await channel.send(contractMessage('m2'), '-10055')).kind).toBe('sent');
  });

  it('a poll of more than a poll of its own can hold goes as a message with buttons; an answer quotes what it answers', async () => {
    const { channel, server } = await opened();
    const group = server.group(-55, 'Sala 2');
    const options = Array.from({ length: 13 }, (_, place) => ({ id: String(place), label: `Opción ${place + 1}` }));
    await channel.send(contractMessage('m3', { options, poll: { multi: false }, chat: 'group:x' }), '-55');
    expect(server.callsOf('sendPoll')).toEqual([]);
    await channel.send(contractMessage('m4', { quotes: '-55:7', chat: 'group:x' }), '-55');
    expect(server.callsOf('sendMessage').at(-1)?.fields).toMatchObject({ reply_parameters: { message_id: 7 } });
    expect(group.bubbles()).toHaveLength(2);
  });
});

describe('a message of several parts', () => {
  const long = Array.from({ length: 500 }, (_, n) => `Frase número ${n}.`).join(' ');
  const options = [{ id: 'yes', label: 'Sí' }];

  it.each<[string, Fault['reply'], SendResult['kind']]>([
    ['429', error(429, undefined, 1), 'retry'],
    ['its own trouble', error(500, 'Internal Server Error'), 'retry'],
    ['a cut line', { kind: 'drop' }, 'unsure'],
  ])('goes on at the part that failed (%s), with the options under the last', async (_name, reply, kind) => {
    const { server, send, ana } = await opened();
    server.fail({ method: 'sendMessage', after: 1, reply });
    expect((await send('m1', { text: long, options })).kind).toBe(kind);
    expect(ana.bubbles()).toHaveLength(1);
    expect((await send('m1', { text: long, options })).kind).toBe('sent');
    const bubbles = ana.bubbles();
    expect(bubbles.map(({ text }) => text).join(' ')).toBe(long);
    expect(bubbles.map(({ buttons }) => buttons)).toEqual([[], [], ['Sí']]);
  });

  it('once it is through, the same message sent anew is whole again', async () => {
    const { send, ana } = await opened();
    await send('m1', { text: long });
    await send('m1', { text: long });
    expect(ana.bubbles()).toHaveLength(6);
  });
});

describe('files', () => {
  const media = { type: 'video', file: 'clip.mp4', seconds: 8 } as const;

  it('are uploaded once, and then sent by the id that Telegram gave them', async () => {
    const { server, send, ana } = await opened();
    for (const id of ['m1', 'm2']) expect((await send(id, { media })).kind).toBe('sent');
    const sent = server.callsOf('sendVideo').map(({ fields }) => typeof fields.video);
    expect(sent).toEqual(['object', 'string']);
    expect(server.callsOf('sendVideo')[0]?.fields).toMatchObject({ caption: words, duration: 8, supports_streaming: true });
    expect(ana.bubbles()).toMatchObject([
      { text: words, media: { type: 'video', file: 'clip.mp4' } },
      { text: words, media: { type: 'video', file: 'clip.mp4' } },
    ]);
  });

  it('are uploaded again when Telegram does not know its id any more, or when they were replaced', async () => {
    const folder = mediaFolder();
    const { server, send } = await opened({ mediaFolder: folder });
    await send('m1', { media });
    server.fail({ method: 'sendVideo', reply: error(400, 'Bad Request: wrong file identifier/HTTP URL specified') });
    expect(await send('m2', { media })).toEqual({ kind: 'retry', afterSeconds: 1 });
    await send('m2', { media });
    writeFileSync(join(folder, 'clip.mp4'), 'another clip, with other bytes');
    await send('m3', { media });
    expect(server.callsOf('sendVideo').map(({ fields }) => typeof fields.video)).toEqual([
      'object',
      'string',
      'object',
      'object',
    ]);
  });

  it('of each kind go out as what they are', async () => {
    const { send, ana } = await opened();
    await send('m1', { media: { type: 'image', file: 'lamina.jpg' } });
    await send('m2', { media: { type: 'document', file: 'guia.pdf' }, options: [{ id: 'yes', label: 'Ya la vi' }] });
    expect(ana.bubbles()).toMatchObject([
      { media: { type: 'photo', file: 'lamina.jpg' }, buttons: [] },
      { media: { type: 'document', file: 'guia.pdf' }, buttons: ['Ya la vi'] },
    ]);
  });

  it('that somebody sent in her chat are copied from there with other words; gone ones are refused, and a failure says so', async () => {
    const { server, send, ana } = await opened();
    const adriana = server.phone(5_512_345_002, 'Adriana');
    const photo = adriana.photo('el cartel');
    const sent = { channel: 'telegram', message: `5512345002:${photo.message_id}` } as const;
    expect((await send('m1', { text: 'De Adriana:\nel cartel', media: { type: 'image', sent } })).kind).toBe('sent');
    expect(ana.bubbles().at(-1)).toMatchObject({ text: 'De Adriana:\nel cartel', media: { type: 'photo', file: 'foto.jpg' } });
    expect((await send('m2', { text: '', media: { type: 'image', sent } })).kind).toBe('sent');
    expect(ana.bubbles().at(-1)).toMatchObject({ text: '', media: { type: 'photo' } });
    const gone = { channel: 'telegram', message: '5512345002:999999' } as const;
    expect((await send('m3', { media: { type: 'image', sent: gone } })).kind).toBe('rejected');
    server.fail({ method: 'copyMessage', reply: error(429, undefined, 7) });
    expect(await send('m4', { media: { type: 'image', sent } })).toEqual({ kind: 'retry', afterSeconds: 7 });
    // Of another channel there is nothing to copy: the words go.
    const elsewhere = { channel: 'simulator', message: 'consultora-1:in-5' } as const;
    expect((await send('m5', { media: { type: 'image', sent: elsewhere } })).kind).toBe('sent');
    expect(ana.bubbles().at(-1)).toMatchObject({ text: words });
  });

  it('that are not there are refused for good, before anything is sent', async () => {
    const folder = mediaFolder();
    rmSync(join(folder, 'clip.mp4'));
    const { server, send } = await opened({ mediaFolder: folder });
    for (const file of ['clip.mp4', '../../package.json', '/etc/hostname'])
      expect(await send('m1', { media: { ...media, file } })).toEqual({ kind: 'rejected', code: 'fileMissing' });
    expect(server.calls.filter(({ method }) => method.startsWith('send'))).toEqual([]);
  });

  it('with more words than fit under them come first; a failure after the file does not send it again', async () => {
    const { server, send, ana } = await opened();
    const text = 'Una frase de prueba. '.repeat(80).trim();
    server.fail({ method: 'sendMessage', reply: error(429, undefined, 1) });
    expect((await send('m1', { text, media })).kind).toBe('retry');
    expect((await send('m1', { text, media })).kind).toBe('sent');
    expect(ana.bubbles()).toMatchObject([{ text: '', media: { type: 'video' } }, { text }]);
  });

  it('that are only an address are written into the text, once', async () => {
    const { send, ana } = await opened();
    const link = 'https://example.org/video';
    await send('m1', { media: { type: 'video', link } });
    await send('m2', { text: `Mire ${link}`, media: { type: 'video', link } });
    expect(ana.bubbles().map(({ text }) => text)).toEqual([`${words}\n${link}`, `Mire ${link}`]);
  });
});

describe('the keyboard of somebody unknown', () => {
  const options = [{ id: 'yes', label: 'Sí' }];

  it('shares her number with one tap, and is taken away once she is known', async () => {
    const { send, ana, server } = await opened();
    await send('m1', { to: `stranger:telegram:${anaId}`, options });
    await send('m2', { options });
    await send('m3');
    await send('m4');
    const [asked, withButtons, plain, later] = ana.bubbles();
    expect(asked).toMatchObject({ keyboard: ['Compartir mi número'], buttons: [] });
    expect(asked?.text).toContain('1. Sí');
    expect(withButtons).toMatchObject({ buttons: ['Sí'] });
    expect(plain?.keyboard).toEqual([]);
    expect(later?.keyboard).toBeUndefined();
    expect(server.callsOf('sendMessage').at(-1)?.fields).not.toHaveProperty('reply_markup');
  });

  it('stays away where the house has no word for it', async () => {
    const { send, ana } = await opened({ texts: { sharePhone: '' } });
    await send('m1', { to: `stranger:telegram:${anaId}` });
    expect(ana.bubbles()[0]?.keyboard).toBeUndefined();
  });
});

describe('stopping', () => {
  it('lets a message that is on its way arrive', async () => {
    const { server, channel, send, ana } = await opened();
    server.fail({ method: 'sendMessage', reply: { kind: 'delay', ms: 300 } });
    const sending = send('m1');
    await until(() => server.callsOf('sendMessage').length === 1, 'the call');
    await channel.stop();
    expect((await sending).kind).toBe('sent');
    expect(ana.bubbles()).toHaveLength(1);
  });

  it('does not wait for one that hangs, of which nobody knows; one that was not begun waits for the next start', async () => {
    const { server, channel, send } = await opened();
    server.fail({ method: 'sendMessage', reply: { kind: 'delay', ms: 30_000 } });
    const sending = send('m1');
    await until(() => server.callsOf('sendMessage').length === 1, 'the call');
    const before = performance.now();
    await channel.stop();
    expect(performance.now() - before).toBeLessThan(15_000);
    expect(await sending).toEqual({ kind: 'unsure' });
    expect(await send('m2')).toEqual({ kind: 'retry', afterSeconds: 0 });
    expect(server.callsOf('sendMessage')).toHaveLength(1);
  });
});

it('thirty messages a second leave, a burst of one person does not wait', async () => {
  let now = 1_000;
  const waits: number[] = [];
  const turn = createPace({
    nowMs: () => now,
    async sleep(ms) {
      waits.push(ms);
    },
  });
  const { signal } = new AbortController();
  for (let n = 0; n < 45; n++) {
    await turn(signal);
    now += 10;
  }
  expect(waits).toHaveLength(15);
  expect(waits[0]).toBe(700);
  now += 2_000;
  await turn(signal);
  expect(waits).toHaveLength(15);
});
