// Videos, pictures and documents of the media folder, in the pieces that a player asks for.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { type MediaFolders, mediaPath } from '../channels/media-path.ts';

const types: Readonly<Record<string, string>> = {
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.pdf': 'application/pdf',
  '.ics': 'text/calendar; charset=utf-8',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Undefined where there is no such file. Only plain names of known kinds: nothing outside the folder has one. */
export async function mediaResponse(
  folders: MediaFolders,
  name: string,
  range: string | undefined,
): Promise<Response | undefined> {
  const type = types[extname(name).toLowerCase()];
  const path = mediaPath(folders, name);
  if (type === undefined || path === undefined) return undefined;
  const found = await stat(path).catch(() => undefined);
  if (found === undefined || !found.isFile()) return undefined;
  const { size } = found;
  const headers: Record<string, string> = { 'content-type': type, 'accept-ranges': 'bytes', 'cache-control': 'no-cache' };
  const wanted = range === undefined ? undefined : pieceOf(range, size);
  if (wanted === 'impossible') return new Response(null, { status: 416, headers: { 'content-range': `bytes */${size}` } });
  const { start, end } = wanted ?? { start: 0, end: size - 1 };
  headers['content-length'] = String(Math.max(0, end - start + 1));
  if (wanted !== undefined) headers['content-range'] = `bytes ${start}-${end}/${size}`;
  const body = size === 0 ? null : (Readable.toWeb(createReadStream(path, { start, end })) as ReadableStream<Uint8Array>);
  return new Response(body, { status: wanted === undefined ? 200 : 206, headers });
}

/** Undefined for what we do not understand: then the whole file is right. */
function pieceOf(range: string, size: number): { start: number; end: number } | 'impossible' | undefined {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return undefined;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return start > end || start >= size ? 'impossible' : { start, end };
}
