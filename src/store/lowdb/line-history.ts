// Reads facts and archived records from their files and from what is not in a file yet, as of the moment of asking.
import { join } from 'node:path';
import type { Log } from '../../log.ts';
import type { NumberedFact, NumberedRecord } from '../erasure.ts';
import { factFilter } from '../fact-range.ts';
import type { RecordTable } from '../record-table.ts';
import type { History } from '../table-store.ts';
import { type Disk, isMissing, type OpenLines } from './disk.ts';
import { archiveGroup } from './line-files.ts';
import type { LineFiles, Manifest } from './manifest.ts';

export function lineHistory(disk: Disk, dir: string, table: RecordTable, manifest: () => Manifest, log: Log): History {
  return {
    async *facts(range) {
      const wanted = factFilter(range);
      const [files, tail] = await openFiles(disk, dir, () => [monthsOf(manifest().facts, range), table.facts]);
      try {
        for (const file of files) {
          for await (const line of file.lines()) {
            const row = readRow<NumberedFact>(line, log);
            if (row !== undefined && wanted(row.fact)) yield row.fact;
          }
        }
      } finally {
        for (const file of files) await file.close();
      }
      for (const { fact } of tail) if (wanted(fact)) yield fact;
    },
    async archive(owner) {
      const group = archiveGroup(owner);
      const [files, tail] = await openFiles(disk, dir, () => {
        const known = manifest().archive[group];
        return [known ? [known] : [], table.archive];
      });
      const named = JSON.stringify(owner);
      const rows: NumberedRecord[] = [];
      try {
        for (const file of files) {
          for await (const line of file.lines()) {
            const row = line.includes(named) ? readRow<NumberedRecord>(line, log) : undefined;
            if (row !== undefined) rows.push(row);
          }
        }
      } finally {
        for (const file of files) await file.close();
      }
      return [...rows, ...tail].filter(({ record }) => record.owner === owner).map(({ record }) => record);
    },
  };
}

function monthsOf(files: LineFiles, range: { from?: string; to?: string }): LineFiles[string][] {
  const from = range.from === undefined ? '' : new Date(range.from).toISOString().slice(0, 7);
  const to = range.to === undefined ? '9999-99' : new Date(range.to).toISOString().slice(0, 7);
  return Object.keys(files)
    .filter((month) => month >= from && month <= to)
    .sort()
    .map((month) => files[month]!);
}

/** An erasure may replace a file between the question and the opening; then both are asked anew. */
async function openFiles<T>(
  disk: Disk,
  dir: string,
  ask: () => [LineFiles[string][], readonly T[]],
): Promise<[OpenLines[], T[]]> {
  for (let attempt = 0; ; attempt++) {
    const [files, rows] = ask();
    const tail = [...rows];
    const opened: OpenLines[] = [];
    try {
      for (const { file, bytes } of files) opened.push(await disk.openLines(join(dir, file), bytes));
      return [opened, tail];
    } catch (error) {
      for (const file of opened) await file.close();
      if (!isMissing(error) || attempt === 5) throw error;
    }
  }
}

/** One line that was damaged on the disk must not hide all the others. */
function readRow<T>(line: string, log: Log): T | undefined {
  try {
    return JSON.parse(line) as T;
  } catch {
    // What JSON.parse complains of holds a piece of the line, and the archive holds words of hers.
    log.error({ length: line.length }, 'a line of facts or archive cannot be read and is passed over');
    return undefined;
  }
}
