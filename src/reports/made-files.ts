// Files that the house makes for somebody who asked: in a folder of their own beside the data, whole or not at all, and gone after a week.
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { wallClock } from '../clock.ts';
import { opaqueId } from '../domain/opaque-id.ts';

const folderName = 'made';
const keptDays = 7;

/** Megabytes of the file. The name must be a bare one. */
export async function makeFile(dataDir: string, name: string, content: Uint8Array): Promise<number> {
  const folder = join(dataDir, folderName);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await removeOld(folder);
  // Of its own: the same file may be asked for twice at a time.
  const partial = join(folder, `.${randomUUID()}.partial`);
  const handle = await open(partial, 'w', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(partial, join(folder, name));
  return Math.max(0.01, Math.round(content.byteLength / 10_000) / 100);
}

/** By which her files are told from those of others: codes are hers alone, and others have the same ones. */
const ownerMark = (owner: string): string => opaqueId(owner).slice(0, 8);

export const isHers = (name: string, owner: string): boolean => /-(\w{8})\.(?:pdf|ics)$/.exec(name)?.[1] === ownerMark(owner);

/** A file of one owner alone, which goes with her. */
export async function keptFor(
  dataDir: string,
  owner: string,
  title: string,
  ending: 'pdf' | 'ics',
  content: Uint8Array,
): Promise<{ name: string; type: 'document'; megabytes: number }> {
  const name = `${title.replace(/[^\p{L}\d]+/gu, '-')}-${ownerMark(owner)}.${ending}`;
  return { name, type: 'document', megabytes: await makeFile(dataDir, name, content) };
}

/** When each folder was gone through last, in milliseconds: going through all its files for each new one would cost more and more. */
const lookedThroughAt = new Map<string, number>();
const lookThroughEveryMs = 3_600_000;

/** By the clock of the machine, as the dates of files are: a simulated clock tells nothing of them. */
async function removeOld(folder: string): Promise<void> {
  const now = Date.parse(wallClock.now());
  if (now - (lookedThroughAt.get(folder) ?? 0) < lookThroughEveryMs) return;
  lookedThroughAt.set(folder, now);
  const oldest = now - keptDays * 86_400_000;
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found?.isFile() && found.mtimeMs < oldest) await rm(path, { force: true });
  }
}
