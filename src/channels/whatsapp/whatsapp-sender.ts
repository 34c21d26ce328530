// One attempt at one message: its parts in order, at the pace of a person, each at most once as far as this process and the page know.
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Client, Message } from 'whatsapp-web.js';
import type { OutboundMessage, SendResult } from '../../domain/outbound-message.ts';
import type { Log } from '../../log.ts';
import { createKeptMap } from '../kept-map.ts';
import type { MediaFolders } from '../media-path.ts';
import type { Pace } from './human-pace.ts';
import { fetchGroups } from './listen.ts';
import type { Library } from './load-library.ts';
import { findFile, keyOf } from './outgoing-files.ts';
import { isGroup } from './payload-reading.ts';
import type { SentFile } from './sent-file.ts';
import { closedGroup, type Failure, failureOf, noAnswer, noMessage } from './whatsapp-failure.ts';
import { type MessagePart, type PlanSettings, planParts } from './whatsapp-parts.ts';
import { NoAnswer, within } from './within.ts';

export interface SenderParts {
  library(): Promise<Library>;
  folders: MediaFolders;
  pace: Pace;
  plan(): PlanSettings;
  kept: SentFile;
  times: SendTimes;
  /** The page does not answer, so it is not to be trusted. */
  doubt(why: string): void;
  sent(): void;
  log: Log;
}

export interface SendTimes {
  textMs: number;
  fileMs: number;
  /** Until WhatsApp's server has it; afterwards the page goes on trying by itself. */
  serverMs: number;
}

export const usualSendTimes: SendTimes = { textMs: 30_000, fileMs: 120_000, serverMs: 10_000 };

export interface Sender {
  send(message: OutboundMessage, address: string, page: ReadyPage, signal: AbortSignal): Promise<SendResult>;
  /** Id of the outbox message that a message of ours is (part of), as far back as it is remembered. */
  messageAt(id: string): string | undefined;
  /** What WhatsApp tells of a message of ours: -1 failed, 0 waits, 1 with the server, 2 on the phone, 3 seen. */
  acknowledged(id: string, ack: number): void;
}

type Own = Pick<Parameters<SentFile['add']>[0], 'id' | 'key'>;

export interface ReadyPage {
  client: Client;
  /** UTC; what was written before may have been sent by a process or a page that is gone. */
  since: string;
}

const mostRemembered = 20_000;
/** One message may hang by itself; when the next one does, it is the page. */
const mostSilences = 2;
/** After a failure that WhatsApp tells of. */
const failedSeconds = 30;
const ownScript = readFileSync(new URL('./page/own.js', import.meta.url), 'utf8');

export function createSender(parts: SenderParts): Sender {
  const { log, times } = parts;
  /** Ids of the parts of a message that went out before it failed. */
  const begun = createKeptMap<string[]>(mostRemembered);
  const sentAs = createKeptMap<string>(mostRemembered);
  const acks = createKeptMap<number>(mostRemembered);
  const waiting = new Map<string, (ack: number) => void>();
  let silences = 0;

  async function send(message: OutboundMessage, address: string, page: ReadyPage, signal: AbortSignal): Promise<SendResult> {
    const done = begun.get(message.id) ?? [];
    if (isGroup(address) && !(await isOpen(address, page.client))) return failed(message, done, closedGroup);
    const all = planParts(message, parts.plan());
    for (const part of all.slice(done.length)) {
      const outcome =
        (await alreadySent(message, part, address, page)) ?? (await sendPart(part, message, address, page.client, signal));
      if (typeof outcome !== 'string') return failed(message, done, outcome);
      parts.sent();
      silences = 0;
      done.push(outcome);
      sentAs.set(outcome, message.id);
    }
    begun.delete(message.id);
    const externalId = done.at(-1);
    return { kind: 'sent', ...(externalId !== undefined && { externalId }) };
  }

  function failed(message: OutboundMessage, done: string[], { result, code }: Failure): SendResult {
    if (done.length > 0 && (result.kind === 'retry' || result.kind === 'unsure')) begun.set(message.id, done);
    else begun.delete(message.id);
    log.info({ message: message.id, code, sentParts: done.length }, 'WhatsApp did not take a message');
    silences = code === noAnswer.code ? silences + 1 : 0;
    if (silences >= mostSilences) {
      silences = 0;
      parts.doubt(code);
    }
    return result;
  }

  /** A crash may have come between its leaving and our knowing: the page remembers what it sent. */
  async function alreadySent(
    { id: message, createdAt }: OutboundMessage,
    { text, file, copy, poll }: MessagePart,
    address: string,
    { client, since }: ReadyPage,
  ): Promise<string | undefined> {
    if (createdAt >= since || text === '' || file !== undefined || copy !== undefined) return undefined;
    const seconds = Math.floor(Date.parse(createdAt) / 1000);
    const ask = `${ownScript}\nwindow.luciernagaOwn(${[address, text, seconds].map((given) => JSON.stringify(given)).join()})`;
    const own = (await within(client.pupPage?.evaluate(ask), times.textMs).catch(() => undefined)) as Own[] | undefined;
    const unclaimed = own?.find(({ id }) => sentAs.get(id) === undefined);
    if (unclaimed === undefined) return undefined;
    log.info({}, 'a message that was doubtful had gone out');
    parts.kept.add({ ...unclaimed, message, isPoll: poll !== undefined }, address);
    return unclaimed.id;
  }

  /** Where nobody can tell, it is tried. */
  async function isOpen(address: string, client: Client): Promise<boolean> {
    const [group] = (await within(fetchGroups(client, address), times.textMs).catch(() => undefined)) ?? [{ canWrite: true }];
    return group?.canWrite === true;
  }

  async function sendPart(
    part: MessagePart,
    message: OutboundMessage,
    address: string,
    client: Client,
    signal: AbortSignal,
  ): Promise<string | Failure> {
    const isFile = part.file !== undefined || part.copy !== undefined;
    try {
      await parts.pace.turn(address, signal);
    } catch {
      return { code: 'stopped', result: { kind: 'retry', afterSeconds: 0, uncounted: true } };
    }
    if (!isFile) await type(part, address, client, signal);
    if (signal.aborted) return { code: 'stopped', result: { kind: 'retry', afterSeconds: 0, uncounted: true } };
    try {
      const sending = isFile ? sendFile(part, address, client) : sendWords(part, message, address, client);
      const sent = await within(sending, isFile ? times.fileMs : times.textMs);
      if (sent === undefined || sent === null) return noMessage;
      if ('result' in sent) return sent;
      const { id, _serialized: key } = sent.id;
      parts.kept.add({ id, key, message: message.id, isPoll: part.poll !== undefined }, address);
      const ack = await acknowledgement(id, sent.ack);
      return ack < 0 ? { code: 'failed', result: { kind: 'retry', afterSeconds: failedSeconds } } : id;
    } catch (error) {
      return error instanceof NoAnswer ? noAnswer : failureOf(error);
    }
  }

  async function type({ text }: MessagePart, address: string, { pupPage }: Client, signal: AbortSignal): Promise<void> {
    const ms = parts.pace.typing(text);
    if (ms < 1) return;
    const asked = pupPage?.evaluate(`window.WWebJS.sendChatstate('typing', ${JSON.stringify(address)})`);
    // That nobody sees us type is no harm.
    asked?.catch(() => undefined);
    await wait(ms, undefined, { signal }).catch(() => undefined);
  }

  async function sendWords(
    { text, poll }: MessagePart,
    { quotes }: OutboundMessage,
    address: string,
    client: Client,
  ): Promise<Message | undefined> {
    const { Poll } = await parts.library();
    // The types of the library ask for more than it does.
    const settings = { allowMultipleAnswers: poll?.multi === true } as ConstructorParameters<typeof Poll>[2];
    const content = poll === undefined ? text : new Poll(text, poll.options, settings);
    // That nobody sees what it answers is no harm.
    const quotedMessageId = quotes && (await keyOf(quotes.replace(/^whatsapp:/, ''), client).catch(() => undefined));
    const options = { linkPreview: false, ...(quotedMessageId && { quotedMessageId }) };
    try {
      return await client.sendMessage(address, content, options);
    } catch (error) {
      const elsewhere = await otherAddress(error, address, client);
      return client.sendMessage(elsewhere, content, options);
    }
  }

  /** An account that knows people by their privacy ids has to look a number up before it can write to it. */
  async function otherAddress(error: unknown, address: string, client: Client): Promise<string> {
    if (!/No LID for user/.test(error instanceof Error ? error.message : '')) throw error;
    const found = await client.getNumberId(address.replace(/@.*/, ''));
    if (found === null) throw new Error('not registered');
    if (found._serialized === address) throw error;
    return found._serialized;
  }

  async function sendFile(part: MessagePart, address: string, client: Client): Promise<Message | Failure | undefined> {
    const found = await findFile(part, client, await parts.library(), parts.folders);
    if ('code' in found) return { code: found.code, result: { kind: 'rejected', code: found.code } };
    const { text: caption, file } = part;
    return client.sendMessage(address, found.media, {
      ...(caption !== '' && { caption }),
      ...(file?.type === 'document' && { sendMediaAsDocument: true }),
    });
  }

  async function acknowledgement(id: string, already: number | undefined): Promise<number> {
    const known = acks.get(id) ?? already ?? 0;
    if (known !== 0) return known;
    const told = Promise.withResolvers<number>();
    waiting.set(id, told.resolve);
    try {
      return await within(told.promise, times.serverMs).catch(() => 0);
    } finally {
      waiting.delete(id);
    }
  }

  return {
    send,
    messageAt: (id) => sentAs.get(id) ?? parts.kept.messageAt(id),
    acknowledged(id, ack) {
      acks.set(id, ack);
      if (ack !== 0) waiting.get(id)?.(ack);
    },
  };
}
