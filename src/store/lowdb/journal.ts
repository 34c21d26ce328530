// The append-only journal: one line per transaction, one fdatasync for all transactions that wait, segments named by their first number.
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { JournalEntry, JournalWriter } from '../journal-entry.ts';
import type { AppendFile, Disk } from './disk.ts';

interface Group {
  lines: string[];
  /** First number of the segment that this group opens, where it opens one. */
  opens: number | undefined;
  durable: Promise<void>;
  resolve: () => void;
  reject: (error: Error) => void;
}

export function segmentName(first: number): string {
  return `journal-${String(first).padStart(12, '0')}.jsonl`;
}

export function segmentNumber(name: string): number | undefined {
  const match = /^journal-(\d{12})\.jsonl$/.exec(name);
  return match ? Number(match[1]) : undefined;
}

export class Journal implements JournalWriter {
  readonly #disk: Disk;
  readonly #folder: string;
  #file: AppendFile;
  #waiting: Group[] = [];
  #newest: Promise<void> = Promise.resolve();
  #opens: number | undefined;
  #writing = false;
  #stopped: Error | undefined;
  /** Since the last rotation; characters, close enough to bytes. */
  size = 0;

  static async open(disk: Disk, folder: string, first: number): Promise<Journal> {
    const file = await disk.openAppend(join(folder, segmentName(first)), 0);
    await disk.syncFolder(folder);
    return new Journal(disk, folder, file);
  }

  private constructor(disk: Disk, folder: string, file: AppendFile) {
    this.#disk = disk;
    this.#folder = folder;
    this.#file = file;
  }

  /** Throws once the journal has failed or is closed: memory may then hold what is not durable, so nothing may be read from it. */
  assertOpen(): void {
    if (this.#stopped) throw this.#stopped;
  }

  append(entry: JournalEntry): Promise<void> {
    this.assertOpen();
    const line = `${JSON.stringify(entry)}\n`;
    let group = this.#waiting.at(-1);
    if (group === undefined || this.#opens !== undefined) {
      group = this.#newGroup();
      this.#waiting.push(group);
      this.#newest = group.durable;
    }
    group.lines.push(line);
    this.size += line.length;
    if (!this.#writing) void this.#write();
    return group.durable;
  }

  settled(): Promise<void> {
    return this.#stopped ? Promise.reject(this.#stopped) : this.#newest;
  }

  /** What is appended from now on goes to a new segment; `first` is the number of the next entry. */
  rotate(first: number): void {
    this.#opens = first;
    this.size = 0;
  }

  /** Nothing more is taken; what waits is rejected with the reason. */
  stop(reason: Error): void {
    if (this.#stopped) return;
    this.#stopped = reason;
    for (const group of this.#waiting) group.reject(reason);
    this.#waiting = [];
  }

  async close(): Promise<void> {
    await this.#newest.catch(() => {});
    this.stop(new Error('The store is closed.'));
    await this.#file.close();
  }

  #newGroup(): Group {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    // Whoever appended is told; a rejection that nobody awaits any more must not end the process a second time.
    promise.catch(() => {});
    const group = { lines: [], opens: this.#opens, durable: promise, resolve, reject };
    this.#opens = undefined;
    return group;
  }

  async #write(): Promise<void> {
    this.#writing = true;
    for (;;) {
      // Everybody who is about to append in this round of the event loop shares the sync.
      await setImmediate();
      const group = this.#waiting.shift();
      if (group === undefined) break;
      try {
        if (group.opens !== undefined) await this.#openSegment(group.opens);
        await this.#file.append(Buffer.from(group.lines.join(''), 'utf8'));
        await this.#file.sync();
      } catch (error) {
        // Half of a group may be there; it was promised to nobody.
        await this.#file.cut().catch(() => {});
        const reason = new Error(
          `The journal in ${this.#folder} could not be written (${String(error)}). What was waiting is not kept and the store takes ` +
            'nothing more. See that the disk is well and has room, then start again.',
          { cause: error },
        );
        group.reject(reason);
        this.stop(reason);
        break;
      }
      group.resolve();
    }
    this.#writing = false;
  }

  async #openSegment(first: number): Promise<void> {
    const former = this.#file;
    this.#file = await this.#disk.create(join(this.#folder, segmentName(first)));
    await former.close();
    await this.#disk.syncFolder(this.#folder);
  }
}
