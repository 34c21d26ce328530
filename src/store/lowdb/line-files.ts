// Facts by month and archived records by owner's hash, as JSON lines: appended by checkpoints, read on demand, rewritten for an erasure.
import { dirname, join } from 'node:path';
import { eraseArchive, eraseFact, type NumberedFact, type NumberedRecord } from '../erasure.ts';
import { idHash } from '../id-hash.ts';
import type { Disk } from './disk.ts';
import { appendSliced } from './durable-file.ts';
import type { LineFiles } from './manifest.ts';

const archiveShards = 256;

export function factGroup({ fact }: NumberedFact): string {
  return fact.recordedAt.slice(0, 7);
}

export function archiveGroup(owner: string): string {
  return String(idHash(owner) % archiveShards).padStart(3, '0');
}

/** The lines go behind the known end of each group's file, and are durable afterwards; returns where the ends are then. */
export async function appendRows<T>(
  disk: Disk,
  dir: string,
  folder: 'facts' | 'archive',
  files: LineFiles,
  rows: readonly T[],
  groupOf: (row: T) => string,
): Promise<LineFiles> {
  const grown = { ...files };
  for (const [group, members] of Object.entries(Object.groupBy(rows, groupOf))) {
    const known = files[group] ?? { file: `${folder}/${group}.jsonl`, bytes: 0 };
    const path = join(dir, known.file);
    const file = await disk.openAppend(path, known.bytes);
    try {
      const bytes = await appendSliced(file, jsonLines(members ?? []));
      await file.sync();
      grown[group] = { file: known.file, bytes: known.bytes + bytes };
    } finally {
      await file.close();
    }
    if (files[group] === undefined) await disk.syncFolder(dirname(path));
  }
  return grown;
}

function* jsonLines(rows: readonly unknown[]): Iterable<string> {
  for (const row of rows) yield `${JSON.stringify(row)}\n`;
}

export async function eraseFromFacts(disk: Disk, dir: string, files: LineFiles, owners: Set<string>, generation: number) {
  const rewrite = (line: string) => {
    let row = JSON.parse(line) as NumberedFact;
    for (const owner of owners) row = eraseFact(row, owner);
    return JSON.stringify(row);
  };
  return eraseFrom(disk, dir, files, Object.keys(files), owners, generation, rewrite);
}

export async function eraseFromArchive(disk: Disk, dir: string, files: LineFiles, owners: Set<string>, generation: number) {
  const rewrite = (line: string) => {
    let rows = [JSON.parse(line) as NumberedRecord];
    for (const owner of owners) rows = eraseArchive(rows, owner);
    return rows.length === 0 ? undefined : line;
  };
  const groups = [...new Set([...owners].map(archiveGroup))].filter((group) => files[group] !== undefined);
  return eraseFrom(disk, dir, files, groups, owners, generation, rewrite);
}

/** Into a file of a new name, because the old one belongs to the old manifest until the new one is written. */
async function eraseFrom(
  disk: Disk,
  dir: string,
  files: LineFiles,
  groups: string[],
  owners: Set<string>,
  generation: number,
  rewrite: (line: string) => string | undefined,
): Promise<LineFiles> {
  const left = { ...files };
  const names = [...owners].map((owner) => JSON.stringify(owner));
  for (const group of groups) {
    const known = files[group]!;
    const lines = await allLines(disk, join(dir, known.file), known.bytes);
    if (!lines.some((line) => names.some((name) => line.includes(name)))) continue;
    const name = `${known.file.replace(/(-g\d+)?\.jsonl$/, '')}-g${generation}.jsonl`;
    const file = await disk.create(join(dir, name));
    try {
      const bytes = await appendSliced(file, rewritten(lines, names, rewrite));
      await file.sync();
      left[group] = { file: name, bytes };
    } finally {
      await file.close();
    }
    await disk.syncFolder(dirname(join(dir, name)));
  }
  return left;
}

function* rewritten(lines: string[], names: string[], rewrite: (line: string) => string | undefined): Iterable<string> {
  for (const line of lines) {
    if (!names.some((name) => line.includes(name))) {
      yield `${line}\n`;
      continue;
    }
    const kept = isJson(line) ? rewrite(line) : undefined;
    // A line that names her and cannot be read is not kept: better a fact less than her words.
    if (kept !== undefined) yield `${kept}\n`;
  }
}

async function allLines(disk: Disk, path: string, bytes: number): Promise<string[]> {
  const opened = await disk.openLines(path, bytes);
  const lines: string[] = [];
  try {
    for await (const line of opened.lines()) lines.push(line);
  } finally {
    await opened.close();
  }
  return lines;
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
