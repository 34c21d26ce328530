// Nothing that the Telegram channel logs holds the token, a text, a name or a number, whatever fails; errors of the network do hold the token.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import type { MessageMedia } from '../../src/domain/outbound-message.ts';
import { contractMessage } from '../contracts/channel-contract.ts';
import type { Fault } from './bot-api-server.ts';
import { openTrial, type Trial, until } from './telegram-trial.ts';

const secrets = {
  text: 'palabras de ella que nadie más lee',
  answer: 'palabras para ella que nadie más lee',
  firstName: 'Guadalupe',
  phone: '5215587654321',
  caption: 'debajo de la foto',
  code: 'invitacion-Kx7p2Q',
};
const video: MessageMedia = { type: 'video', file: 'clip.mp4' };

/** Everything that was logged, with what is hidden in errors and other objects. */
function logged({ lines }: Trial): string {
  const seen = new Set<unknown>();
  return JSON.stringify(lines, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return value;
    seen.add(value);
    return value instanceof Error ? { ...value, message: value.message, stack: value.stack, cause: value.cause } : value;
  });
}

function expectQuiet(trial: Trial): void {
  const all = logged(trial);
  const token = trial.server.token;
  for (const secret of [token, token.split(':')[1] ?? token, ...Object.values(secrets)]) expect(all).not.toContain(secret);
}

/** Everything that a person and the house do, so that each line of the channel that logs has something to say. */
async function live(trial: Trial): Promise<void> {
  const { server, channel } = trial;
  const person = server.phone(5587654321, secrets.firstName, secrets.phone);
  const address = String(person.user.id);
  const options = [{ id: 'a', label: secrets.answer.slice(0, 20) }];
  for (const more of [{ options }, { media: video }, { to: `stranger:telegram:${address}` }, { to: 'nobody' }]) {
    const message = contractMessage(`m-${JSON.stringify(more)}`, { text: secrets.answer, ...more });
    await channel.send(message, more.to === 'nobody' ? '999' : address);
  }
  if (person.bubbles().some(({ buttons }) => buttons.length > 0)) person.press(options[0]?.label ?? '');
  person.write(secrets.text);
  person.write(`/start ${secrets.code}`);
  person.contact('own');
  person.photo(secrets.caption);
  server.push('message', { chat: person.chat, from: person.user, text: { [secrets.text]: secrets.text } });
  server.push('message', { text: secrets.text });
  person.block();
  await channel.send(contractMessage('blocked', { text: secrets.answer }), address);
}

const failures: [string, Fault['reply'] | undefined][] = [
  ['nothing', undefined],
  ['400', { kind: 'error', code: 400, description: `Bad Request: ${secrets.answer}` }],
  ['401', { kind: 'error', code: 401 }],
  ['403', { kind: 'error', code: 403 }],
  ['404', { kind: 'error', code: 404 }],
  ['409', { kind: 'error', code: 409 }],
  ['429', { kind: 'error', code: 429, retryAfter: 1 }],
  ['500', { kind: 'error', code: 500 }],
  ['an answer of a proxy', { kind: 'html', status: 502 }],
  ['a line cut before', { kind: 'drop' }],
  ['a line cut after', { kind: 'lostReply' }],
];
const methods = ['getMe', 'deleteWebhook', 'setMyCommands', 'getUpdates', 'sendMessage', 'sendVideo', 'answerCallbackQuery'];

it.each(failures)('with %s failing everywhere, once', async (_name, reply) => {
  const trial = await openTrial();
  if (reply) for (const method of methods) trial.server.fail({ method, reply });
  await trial.start();
  await until(() => trial.channel.botName() !== '', 'the start');
  await live(trial);
  await trial.server.confirmed();
  await trial.channel.stop();
  expect(trial.arrivals.length).toBeGreaterThan(3);
  expect(trial.lines.length).toBeGreaterThan(0);
  expectQuiet(trial);
});

it('with a token that is refused', async () => {
  const trial = await openTrial();
  const wrong = trial.again({ token: `${trial.server.token}x` });
  await wrong.start(async () => 'new');
  await until(() => wrong.health().lastError === '401', 'the refusal');
  await wrong.send(contractMessage('m1', { text: secrets.answer }), '5587654321');
  await wrong.stop();
  expect(logged(trial)).toContain('@BotFather');
  expectQuiet(trial);
});

it.each([
  ['nobody listens', 'ECONNREFUSED', (port: number) => `http://127.0.0.1:${port}`],
  ['the name does not exist', 'ENOTFOUND|EAI_AGAIN', () => 'http://telegram.invalid'],
  ['what answers speaks another language', 'E', (port: number) => `https://127.0.0.1:${port}`],
])('where %s', async (_name, code, addressOf) => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const speaks = code === 'E';
  if (speaks) onTestFinished(() => void server.close());
  else await new Promise((resolve) => server.close(resolve));
  const trial = await openTrial({ apiRoot: addressOf(port) });
  await trial.start();
  await until(() => trial.channel.health().lastError !== null, 'the failure');
  expect(trial.channel.health().lastError).toMatch(new RegExp(code));
  const result = await trial.channel.send(contractMessage('m1', { text: secrets.answer }), '5587654321');
  expect(result.kind).toMatch(speaks ? /retry|unsure/ : /retry/);
  await trial.channel.stop();
  expectQuiet(trial);
});

it('where the house cannot keep what arrives', async () => {
  const trial = await openTrial();
  let left = 3;
  await trial.start(async (arrival) => {
    if (left-- > 0) throw new Error(`the disk is full: ${JSON.stringify(arrival)}`);
    trial.arrivals.push(arrival);
    return 'new';
  });
  await live(trial);
  await trial.server.confirmed();
  expectQuiet(trial);
});
