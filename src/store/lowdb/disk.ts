// The few file operations that the store is built of, behind one interface, so that tests can let any of them fail or be the last.
import { constants } from 'node:fs';
import { copyFile, type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';

export interface AppendFile {
  append(bytes: Buffer): Promise<void>;
  sync(): Promise<void>;
  /** Takes back what was appended since the last sync. */
  cut(): Promise<void>;
  close(): Promise<void>;
}

export interface OpenLines {
  lines(): AsyncIterable<string>;
  close(): Promise<void>;
}

export interface Disk {
  makeFolder(path: string): Promise<void>;
  list(folder: string): Promise<string[]>;
  /** Undefined where there is none. */
  read(path: string): Promise<Buffer | undefined>;
  /** The lines of the first `bytes` bytes; the file is opened at once, so a removal afterwards does no harm. */
  openLines(path: string, bytes: number): Promise<OpenLines>;
  /** An empty file, whatever was there. */
  create(path: string): Promise<AppendFile>;
  /** To write on after the first `keep` bytes; what comes after them is cut off. */
  openAppend(path: string, keep: number): Promise<AppendFile>;
  rename(from: string, to: string): Promise<void>;
  /** Makes what was created, renamed or removed in the folder durable. */
  syncFolder(path: string): Promise<void>;
  /** Copies the file beside itself, named by when it was last written; copying the same state of it again changes nothing. */
  setAside(path: string): Promise<string>;
  remove(path: string): Promise<void>;
}

const ownerOnly = 0o600;
const newline = 10;

export const realDisk: Disk = {
  async makeFolder(path) {
    await mkdir(path, { recursive: true, mode: 0o700 });
  },
  async list(folder) {
    return (await readdir(folder)).sort();
  },
  async read(path) {
    try {
      return await readFile(path);
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  },
  async openLines(path, bytes) {
    const handle = await open(path, 'r');
    return { lines: () => linesOf(handle, bytes), close: () => handle.close() };
  },
  async create(path) {
    return appendFile(await open(path, 'w', ownerOnly), 0);
  },
  async openAppend(path, keep) {
    const handle = await open(path, constants.O_RDWR | constants.O_CREAT, ownerOnly);
    const { size } = await handle.stat();
    if (size < keep) {
      await handle.close();
      throw new Error(`${path} has ${size} bytes and should have ${keep}: it was cut`);
    }
    if (size > keep) {
      await handle.truncate(keep);
      await handle.sync();
    }
    return appendFile(handle, keep);
  },
  rename,
  async syncFolder(path) {
    const handle = await open(path, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
  async setAside(path) {
    const { mtime } = await stat(path);
    const copy = `${path}.damaged-${mtime.toISOString().replace(/[:.]/g, '-')}`;
    try {
      await copyFile(path, copy, constants.COPYFILE_EXCL);
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error;
    }
    const handle = await open(copy, 'r');
    await handle.sync();
    await handle.close();
    return copy;
  },
  async remove(path) {
    await rm(path, { force: true });
  },
};

export function isMissing(error: unknown): boolean {
  return hasCode(error, 'ENOENT');
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

export async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function appendFile(handle: FileHandle, start: number): AppendFile {
  let at = start;
  let synced = start;
  return {
    async append(bytes) {
      // A full disk may take a part of it without an error.
      for (let done = 0; done < bytes.length; ) {
        const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, at);
        done += bytesWritten;
        at += bytesWritten;
      }
    },
    async sync() {
      await handle.datasync();
      synced = at;
    },
    cut: () => handle.truncate(synced),
    close: () => handle.close(),
  };
}

async function* linesOf(handle: FileHandle, bytes: number): AsyncIterable<string> {
  const chunk = Buffer.alloc(1 << 20);
  let rest: Buffer = Buffer.alloc(0);
  for (let at = 0; at < bytes; ) {
    const { bytesRead } = await handle.read(chunk, 0, Math.min(chunk.length, bytes - at), at);
    if (bytesRead === 0) break;
    at += bytesRead;
    const text = Buffer.concat([rest, chunk.subarray(0, bytesRead)]);
    let from = 0;
    for (let to = text.indexOf(newline); to !== -1; to = text.indexOf(newline, from)) {
      yield text.toString('utf8', from, to);
      from = to + 1;
    }
    rest = text.subarray(from);
  }
}
