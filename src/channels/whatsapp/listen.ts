// What the library tells while it listens, as readings; and what was written while nobody listened, fetched from the page.
import { readFileSync } from 'node:fs';
import type { Client, Message, Reaction } from 'whatsapp-web.js';
import {
  type Reading,
  type ReadingParts,
  readEdit,
  readMessage,
  readReaction,
  readReceipt,
  readRevoked,
} from './read-payload.ts';

export interface Heard {
  reading: Reading;
  /** Seconds since 1970 by WhatsApp's clock, of a message. */
  t?: number;
}

export interface ListenParts {
  reading(): ReadingParts;
  heard(heard: Heard): void;
  acknowledged(id: string, ack: number): void;
}

const recentScript = readFileSync(new URL('./page/recent.js', import.meta.url), 'utf8');
const mostOfOneChat = 50;

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
  on('message_ack', (message: Message, ack: unknown) => {
    const { id } = message.rawData as { id?: { id?: string } };
    if (id?.id !== undefined && typeof ack === 'number') parts.acknowledged(id.id, ack);
    parts.heard({ reading: readReceipt(message.rawData, ack, parts.reading()) });
  });
}

/** All that was written since a moment, oldest first, whether it was told or not: who keeps it knows what it has. */
export async function fetchRecent(client: Client, sinceSeconds: number, parts: ReadingParts): Promise<Heard[]> {
  const ask = `${recentScript}\nwindow.luciernagaRecent(${sinceSeconds}, ${mostOfOneChat})`;
  const found = (await client.pupPage?.evaluate(ask)) as unknown[] | undefined;
  return (found ?? []).map((raw) => heardOf(raw, parts));
}

function heardOf(raw: unknown, parts: ReadingParts): Heard {
  const { t } = raw as { t?: unknown };
  return { reading: readMessage(raw, parts), ...(typeof t === 'number' && { t }) };
}
