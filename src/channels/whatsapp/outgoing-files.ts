// Files on their way out: of the programme's library, of what the house made, or sent on from another chat of this account.
import { stat } from 'node:fs/promises';
import type { Client, MessageMedia } from 'whatsapp-web.js';
import { type MediaFolders, mediaPath } from '../media-path.ts';
import type { Library } from './load-library.ts';
import { type MessagePart, maxMegabytes } from './whatsapp-parts.ts';

export type FileFound = { media: MessageMedia } | { code: 'fileMissing' | 'tooLarge' };

const maxBytes = maxMegabytes * 1024 * 1024;

export async function findFile(
  { file, copy }: Pick<MessagePart, 'file' | 'copy'>,
  client: Client,
  library: Library,
  folders: MediaFolders,
): Promise<FileFound> {
  if (copy !== undefined) return sentBefore(copy, client);
  const path = mediaPath(folders, file?.name ?? '');
  const found = path === undefined ? undefined : await stat(path).catch(() => undefined);
  if (path === undefined || !found?.isFile()) return { code: 'fileMissing' };
  if (found.size > maxBytes) return { code: 'tooLarge' };
  return { media: library.MessageMedia.fromFilePath(path) };
}

/** Fetched from WhatsApp and handed on, kept nowhere; its size is looked at before: a large one brings the page down. */
async function sentBefore(id: string, client: Client): Promise<FileFound> {
  const key = await keyOf(id, client);
  const message = key ? await client.getMessageById(key) : undefined;
  if (!message?.hasMedia) return { code: 'fileMissing' };
  const { size } = message.rawData as { size?: number };
  if ((size ?? 0) > maxBytes) return { code: 'tooLarge' };
  const media = await message.downloadMedia();
  return media ? { media } : { code: 'fileMissing' };
}

/** The whole key of a message that the page has, by which the library knows it. */
export async function keyOf(id: string, client: Client): Promise<string | undefined> {
  const ask = `window.require('WAWebCollections').Msg.getModelsArray().find(({ id }) => id.id === ${JSON.stringify(id)})?.id.toString()`;
  return (await client.pupPage?.evaluate(ask)) as string | undefined;
}
