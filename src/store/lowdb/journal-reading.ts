// Reads a journal segment back: its entries, where a torn end begins, and lines in the middle that cannot be read.
import type { JournalEntry } from '../journal-entry.ts';

export interface SegmentReading {
  entries: JournalEntry[];
  /** Bytes up to which every line is whole. */
  whole: number;
  /** Lines that cannot be read although readable ones follow: that is damage, not a kill while writing. */
  damagedLines: string[];
}

const newline = 10;

export function readSegment(bytes: Buffer): SegmentReading {
  const reading: SegmentReading = { entries: [], whole: 0, damagedLines: [] };
  let doubtful: string[] = [];
  let from = 0;
  // A last line without its end was never acknowledged: it is not read even if it happens to be complete.
  for (let to = bytes.indexOf(newline); to !== -1; to = bytes.indexOf(newline, from)) {
    const line = bytes.toString('utf8', from, to);
    from = to + 1;
    const entry = readEntry(line);
    if (entry === undefined) {
      doubtful.push(line);
      continue;
    }
    reading.damagedLines.push(...doubtful);
    doubtful = [];
    reading.entries.push(entry);
    reading.whole = from;
  }
  return reading;
}

function readEntry(line: string): JournalEntry | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isEntry(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isEntry(value: unknown): value is JournalEntry {
  return typeof value === 'object' && value !== null && 'n' in value && Number.isSafeInteger(value.n);
}

/** Best effort: whoever is named in what cannot be read. */
export function ownersNamed(lines: string[]): string[] {
  const owners = new Set<string>();
  for (const line of lines) {
    for (const match of line.matchAll(/"(?:owner|to)":"((?:[^"\\]|\\.)+)"/g)) {
      const owner = match[1]!;
      if (owner !== 'programme') owners.add(owner);
    }
  }
  return [...owners];
}
