// What the library tells while it listens, as readings; and what was written while nobody listened, fetched from the page.
import { readFileSync } from 'node:fs';
import type { Client, GroupNotification, Message, PollVote, Reaction } from 'whatsapp-web.js';
import { isGroup, type Reading, type ReadingParts } from './payload-reading.ts';
import { readMessageInfo, readVote } from './read-group.ts';
import { readEdit, readMessage, readReaction, readReceipt, readRevoked } from './read-payload.ts';

export interface Heard {
  reading: Reading;
  /** Seconds since 1970 by WhatsApp's clock, of a message. */
  t?: number;
}

export interface ListenParts {
  reading(): ReadingParts;
  heard(heard: Heard): void;
  acknowledged(id: string, ack: number): void;
  /** Members have something that we sent to their group. */
  toGroup(): void;
}

const inPage = (name: string): string => readFileSync(new URL(`./page/${name}.js`, import.meta.url), 'utf8');
const scripts = { recent: inPage('recent'), groups: inPage('groups') };
/** In a private chat, and in a group, where many write. */
const mostOfOneChat = [50, 300] as const;

export function listen(client: Client, isCurrent: () => boolean, parts: ListenParts): void {
  const on = (event: string, told: (...given: never[]) => void): void => {
    client.on(event, (...given: unknown[]) => {
      if (isCurrent()) told(...(given as never[]));
    });
  };
  on('message', (message: Message) => parts.heard(heardOf(message.rawData, parts.reading())));
  on('message_edit', (message: Message, text: unknown) =>
    parts.heard({ reading: readEdit(message.rawData, String(text ?? ''), parts.reading()) }),
  );
  on('message_revoke_everyone', (message: Message) => parts.heard({ reading: readRevoked(message.rawData, parts.reading()) }));
  on('message_reaction', (reaction: Reaction) => parts.heard({ reading: readReaction(reaction, parts.reading()) }));
  const news = (told: GroupNotification): void => parts.heard(heardOf(asMessage(told), parts.reading()));
  for (const event of ['group_join', 'group_leave', 'group_update']) on(event, news);
  on('vote_update', (vote: PollVote) => parts.heard({ reading: readVote(vote, parts.reading()) }));
  on('message_ack', (message: Message, ack: unknown) => {
    const { id } = message.rawData as { id?: { id?: string; remote?: unknown } };
    if (id?.id !== undefined && typeof ack === 'number') parts.acknowledged(id.id, ack);
    if (typeof ack === 'number' && ack >= 2 && isGroup(String(id?.remote))) return parts.toGroup();
    parts.heard({ reading: readReceipt(message.rawData, ack, parts.reading()) });
  });
}

/** What the library makes of a message of a group's own life, as the message that it was. */
function asMessage({ id, type: subtype, author, recipientIds: recipients, body, timestamp: t }: GroupNotification): object {
  return { id, type: 'gp2', subtype, recipients, body, t, ...(author && { author }) };
}

/** All that was written since a moment, oldest first, whether it was told or not: who keeps it knows what it has. */
export async function fetchRecent(client: Client, sinceSeconds: number, parts: ReadingParts): Promise<Heard[]> {
  const ask = `${scripts.recent}\nwindow.luciernagaRecent(${sinceSeconds}, ${mostOfOneChat.join()})`;
  const found = (await client.pupPage?.evaluate(ask)) as unknown[] | undefined;
  return (found ?? []).map((raw) => heardOf(raw, parts));
}

export interface GroupSeen {
  address: string;
  title: string;
  /** Without the account itself. */
  members: string[];
  /** We are in it, and may write there. */
  canWrite: boolean;
  isIn: boolean;
}

/** As the page has them now; without an address all of them. */
export async function fetchGroups(client: Client, address?: string): Promise<GroupSeen[]> {
  const ask = `${scripts.groups}\nwindow.luciernagaGroups(${JSON.stringify(address ?? null)})`;
  return ((await client.pupPage?.evaluate(ask)) as GroupSeen[] | undefined) ?? [];
}

/** Votes in polls of ours, and which members have messages of ours, by their keys. */
export async function fetchStanding(
  client: Client,
  asked: { polls: string[]; toGroups: string[] },
  parts: ReadingParts,
): Promise<Heard[]> {
  const ask = `${scripts.groups}\nwindow.luciernagaStanding(${JSON.stringify(asked)})`;
  const found = (await client.pupPage?.evaluate(ask)) as { votes: unknown[]; infos: unknown[] } | undefined;
  const readings = [
    ...(found?.votes ?? []).map((vote) => readVote(vote, parts)),
    ...(found?.infos ?? []).flatMap((info) => readMessageInfo(info, parts)),
  ];
  return readings.map((reading) => ({ reading }));
}

function heardOf(raw: unknown, parts: ReadingParts): Heard {
  const { t } = raw as { t?: unknown };
  return { reading: readMessage(raw, parts), ...(typeof t === 'number' && { t }) };
}
