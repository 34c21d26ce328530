// The test server keeps to the rules of the Bot API that a bot relies on.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type BotApiServer, createBotApiServer } from './bot-api-server.ts';

interface Answer {
  ok: boolean;
  result?: unknown;
  error_code?: number;
  description?: string;
  parameters?: Record<string, unknown>;
}

let server: BotApiServer;
beforeEach(async () => {
  server = createBotApiServer();
  await server.start();
});
afterEach(() => server.stop());

async function call(method: string, fields: Record<string, unknown> = {}): Promise<Answer> {
  const response = await fetch(`${server.apiRoot}/bot${server.token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(fields),
  });
  return (await response.json()) as Answer;
}

async function updates(fields: Record<string, unknown> = {}): Promise<Record<string, unknown>[]> {
  return (await call('getUpdates', fields)).result as Record<string, unknown>[];
}

const idOf = (update: Record<string, unknown> | undefined): number => Number(update?.update_id);

it('gives an update again until it is asked with a higher offset', async () => {
  const ana = server.phone(11, 'Ana');
  ana.write('uno');
  ana.write('dos');
  expect(await updates()).toHaveLength(2);
  const [first] = await updates();
  expect(server.pending()).toBe(2);
  expect(await updates({ offset: idOf(first) + 1 })).toHaveLength(1);
  expect(server.pending()).toBe(1);
  await updates({ offset: idOf(first) + 2 });
  await server.confirmed();
  expect(server.pending()).toBe(0);
});

it('holds a question until somebody writes, and for no longer than asked', async () => {
  const ana = server.phone(11, 'Ana');
  const question = updates({ timeout: 20 });
  setTimeout(() => ana.write('hola'), 50);
  expect(await question).toMatchObject([{ message: { text: 'hola', chat: { id: 11, type: 'private' } } }]);
  const started = performance.now();
  expect(await updates({ offset: 800_000_000, timeout: 1 })).toEqual([]);
  expect(performance.now() - started).toBeGreaterThan(900);
});

it('answers 409 to the older of two pollers, and to any beside a webhook', async () => {
  const older = call('getUpdates', { timeout: 20 });
  await new Promise((resolve) => setTimeout(resolve, 50));
  const newer = call('getUpdates', { timeout: 20 });
  expect(await older).toMatchObject({ ok: false, error_code: 409 });
  await call('setWebhook', { url: 'http://127.0.0.1:1/x' });
  expect(await newer).toMatchObject({ ok: false, error_code: 409 });
  expect(await call('getUpdates')).toMatchObject({ error_code: 409 });
  await call('deleteWebhook');
  expect(await call('getUpdates')).toMatchObject({ ok: true });
});

it('refuses what is not in the Bot API, and words it as Telegram does', async () => {
  server.phone(11, 'Ana');
  const send = (fields: Record<string, unknown>) => call('sendMessage', { chat_id: 11, text: 'hola', ...fields });
  expect(await send({ disable_web_page_preview: true })).toMatchObject({ error_code: 400 });
  expect(await send({ chat_id: 12 })).toMatchObject({ description: 'Bad Request: chat not found' });
  expect(await send({ text: 'x'.repeat(4097) })).toMatchObject({ description: 'Bad Request: message is too long' });
  const buttons = [[{ text: 'Sí', callback_data: 'x'.repeat(65) }]];
  expect(await send({ reply_markup: { inline_keyboard: buttons } })).toMatchObject({
    description: 'Bad Request: BUTTON_DATA_INVALID',
  });
  expect(await call('sendDice', { chat_id: 11 })).toMatchObject({ error_code: 404 });
  server.phone(11, 'Ana').block();
  expect(await send({})).toMatchObject({ error_code: 403 });
});

it('shows the bot to the person: bubbles, buttons, edits, keyboards', async () => {
  const ana = server.phone(11, 'Ana');
  const inline_keyboard = [[{ text: 'Sí', callback_data: 'a' }], [{ text: 'No', callback_data: 'b' }]];
  await call('sendMessage', { chat_id: 11, text: '¿Viene? ', reply_markup: { inline_keyboard } });
  const share = { text: 'Compartir', request_contact: true };
  await call('sendMessage', { chat_id: '11', text: '¿Quién es?', reply_markup: { keyboard: [[share]] } });
  const [first, second] = await ana.until(2);
  expect(first).toMatchObject({ text: '¿Viene?', buttons: ['Sí', 'No'] });
  expect(second).toMatchObject({ keyboard: ['Compartir'], buttons: [] });
  ana.press('No');
  ana.press('Compartir');
  const [tap, contact] = await updates();
  expect(tap).toMatchObject({ callback_query: { data: 'b', from: { id: 11 }, message: { text: '¿Viene?' } } });
  expect(contact).toMatchObject({ message: { contact: { user_id: 11 } } });
  const id = String((tap?.callback_query as { id: string } | undefined)?.id);
  expect(await call('answerCallbackQuery', { callback_query_id: id })).toMatchObject({ ok: true });
  expect(await call('answerCallbackQuery', { callback_query_id: id })).toMatchObject({ error_code: 400 });
  await call('editMessageText', { chat_id: 11, message_id: first?.messageId, text: 'Ya.' });
  expect(ana.bubbles()[0]).toMatchObject({ text: 'Ya.', buttons: [] });
  expect(() => ana.press('No')).toThrow('no button');
});

it('keeps an uploaded file under an id, which can be sent again as what it is', async () => {
  const ana = server.phone(11, 'Ana');
  const form = new FormData();
  form.set('chat_id', '11');
  form.set('caption', '5');
  form.set('duration', '9');
  form.set('video', new Blob(['abc']), 'uno.mp4');
  const url = `${server.apiRoot}/bot${server.token}/sendVideo`;
  const { result } = (await (await fetch(url, { method: 'POST', body: form })).json()) as Answer;
  expect(result).toMatchObject({ caption: '5', video: { duration: 9, file_size: 3 } });
  const { file_id } = (result as { video: { file_id: string } }).video;
  expect(await call('sendVideo', { chat_id: 11, video: file_id })).toMatchObject({ ok: true });
  expect(await call('sendPhoto', { chat_id: 11, photo: file_id })).toMatchObject({ error_code: 400 });
  expect(ana.bubbles().map(({ media }) => media?.file)).toEqual(['uno.mp4', 'uno.mp4']);
});

it('fails as it is told to, and so often', async () => {
  const ana = server.phone(11, 'Ana');
  const send = () => call('sendMessage', { chat_id: 11, text: 'hola' });
  server.fail({ method: 'sendMessage', reply: { kind: 'error', code: 429, retryAfter: 3 } });
  expect(await send()).toMatchObject({ error_code: 429, parameters: { retry_after: 3 } });
  server.fail({ times: 2, reply: { kind: 'drop' } });
  await expect(send()).rejects.toThrow();
  await expect(send()).rejects.toThrow();
  expect(ana.bubbles()).toEqual([]);
  server.fail({ reply: { kind: 'lostReply' } });
  await expect(send()).rejects.toThrow();
  expect(ana.bubbles()).toHaveLength(1);
  expect(server.calls.map(({ outcome }) => outcome)).toEqual([
    'Too Many Requests: retry after 3',
    'dropped',
    'dropped',
    'done, reply lost',
  ]);
});

it('hands updates to a webhook with its secret, until they are taken', async () => {
  const heard: string[] = [];
  const bot = createServer((request, response) => {
    heard.push(String(request.headers['x-telegram-bot-api-secret-token']));
    request.resume();
    response.writeHead(heard.length === 1 ? 500 : 200).end();
  });
  await new Promise<void>((resolve) => bot.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(bot.address() as AddressInfo).port}/telegram`;
  await call('setWebhook', { url, secret_token: 'abc' });
  server.phone(11, 'Ana').write('hola');
  await server.confirmed();
  expect(heard).toEqual(['abc', 'abc']);
  expect(await call('getWebhookInfo')).toMatchObject({
    result: { url, last_error_message: 'Wrong response from the webhook: 500' },
  });
  await new Promise((resolve) => bot.close(resolve));
});

it('in a group gives a bot only what is meant for it, and moves the group when it grows', async () => {
  const ana = server.phone(11, 'Ana');
  const group = server.group(-77, 'Sala 2');
  ana.writeIn(group, 'entre nosotras');
  ana.writeIn(group, '/menu');
  group.upgrade();
  expect(await updates()).toMatchObject([
    { message: { text: '/menu', chat: { id: -77, type: 'group' } } },
    { message: { migrate_to_chat_id: -10077 } },
    { message: { migrate_from_chat_id: -77, chat: { id: -10077, type: 'supergroup' } } },
  ]);
  expect(await call('sendMessage', { chat_id: -77, text: 'hola' })).toMatchObject({ parameters: { migrate_to_chat_id: -10077 } });
});

it('sends what people do only in the shapes that Telegram has, with the time of its clock', async () => {
  server.now = () => '2026-03-02T15:00:00.000Z';
  await call('getUpdates', { allowed_updates: ['message', 'edited_message', 'message_reaction', 'my_chat_member'] });
  const ana = server.phone(11, 'Ana');
  const said = ana.write('hola');
  ana.edit(said, 'hola, buenas');
  ana.reply(said, 'sí');
  ana.forward('de otra');
  ana.photo('foto');
  ana.video();
  ana.document('plan.pdf');
  ana.voice(4);
  ana.sticker();
  ana.location();
  ana.contact('own');
  ana.contact('foreign');
  ana.album(['uno', '']);
  ana.react(said, '👍');
  ana.react(said, '');
  ana.block();
  ana.unblock();
  const all = await updates();
  expect(all).toHaveLength(18);
  expect(all[0]).toMatchObject({ message: { date: Date.parse('2026-03-02T15:00:00.000Z') / 1000 } });
});
