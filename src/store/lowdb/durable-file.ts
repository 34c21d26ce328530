// A lowdb adapter that keeps its promise: written beside, synced, renamed, folder synced; in slices, so that nobody has to wait long.
import { dirname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Adapter } from 'lowdb';
import type { AppendFile, Disk } from './disk.ts';

export interface DocumentText<T> {
  /** In pieces; each piece is made when it is asked for. */
  write(document: T): Iterable<string>;
  /** Throws on text that is not such a document. */
  read(text: string): T;
}

const sliceMilliseconds = 4;
const pieceBytes = 256 * 1024;

export class DurableFile<T> implements Adapter<T> {
  readonly #disk: Disk;
  readonly #path: string;
  readonly #text: DocumentText<T>;
  /** Size of what was written last. */
  bytes = 0;

  constructor(disk: Disk, path: string, text: DocumentText<T>) {
    this.#disk = disk;
    this.#path = path;
    this.#text = text;
  }

  async read(): Promise<T | null> {
    const bytes = await this.#disk.read(this.#path);
    if (bytes === undefined) return null;
    try {
      return this.#text.read(bytes.toString('utf8'));
    } catch (error) {
      // The message of a SyntaxError quotes the text, and the text holds names and numbers.
      throw error instanceof SyntaxError ? new Error('it is not valid JSON') : error;
    }
  }

  async write(document: T): Promise<void> {
    const beside = `${this.#path}.tmp`;
    const file = await this.#disk.create(beside);
    try {
      this.bytes = await appendSliced(file, this.#text.write(document));
      await file.sync();
    } finally {
      await file.close();
    }
    await this.#disk.rename(beside, this.#path);
    await this.#disk.syncFolder(dirname(this.#path));
  }
}

/** Appends the pieces and lets others run in between; returns the bytes appended. */
export async function appendSliced(file: AppendFile, pieces: Iterable<string>): Promise<number> {
  let written = 0;
  let waiting: string[] = [];
  let length = 0;
  let sliceEnd = performance.now() + sliceMilliseconds;
  const flush = async () => {
    const bytes = Buffer.from(waiting.join(''), 'utf8');
    waiting = [];
    length = 0;
    written += bytes.length;
    await file.append(bytes);
  };
  for (const piece of pieces) {
    waiting.push(piece);
    length += piece.length;
    if (length >= pieceBytes) await flush();
    if (performance.now() >= sliceEnd) {
      await setImmediate();
      sliceEnd = performance.now() + sliceMilliseconds;
    }
  }
  if (length > 0) await flush();
  return written;
}

/** For small documents: indented, as a person would want to read it. */
export function plainJson<T>(read: (value: unknown) => T): DocumentText<T> {
  return {
    write: (document) => [`${JSON.stringify(document, null, 1)}\n`],
    read: (text) => read(JSON.parse(text)),
  };
}
