// One writer per data folder: a lock file with the writer's process, taken over only from a process that is certainly gone.
import { randomUUID } from 'node:crypto';
import { open, readFile, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { hasCode, isMissing } from './disk.ts';

interface Holder {
  pid: number;
  /** When the process began, in the system's ticks: a number that was given out again is another process. Empty where unknown. */
  began: string;
  host: string;
  token: string;
}

export class StoreInUseError extends Error {
  constructor(dir: string, holder: string) {
    super(
      `The data folder ${dir} is in use by ${holder}. Only one process may write to it. Stop that process, or choose another folder ` +
        `with --data. If you are sure that it is gone, remove ${join(dir, lockName)}.`,
    );
    this.name = 'StoreInUseError';
  }
}

export interface Lock {
  release(): Promise<void>;
}

const lockName = 'writer.lock';

/** Who writes to the folder, as far as can be known from here. 'stale': a process that is gone; the next start takes the lock over. */
export type LockState =
  | { kind: 'free' }
  | { kind: 'held' | 'stale'; pid: number }
  | { kind: 'elsewhere'; pid: number; host: string };

/** Looks without touching anything. */
export async function lookAtLock(dir: string): Promise<LockState> {
  const holder = await readHolder(join(dir, lockName));
  if (holder === undefined) return { kind: 'free' };
  const { pid, host } = holder;
  if (host !== hostname()) return { kind: 'elsewhere', pid, host };
  return { kind: (await isAlive(holder)) ? 'held' : 'stale', pid };
}

export async function takeLock(dir: string): Promise<Lock> {
  const path = join(dir, lockName);
  const mine: Holder = { pid: process.pid, began: await beganAt(process.pid), host: hostname(), token: randomUUID() };
  if (!(await createLock(path, mine))) {
    const other = await readHolder(path);
    if (other !== undefined) {
      if (await isAlive(other)) throw new StoreInUseError(dir, describe(other));
      await takeOver(dir, path, other, mine);
    } else if (!(await createLock(path, mine))) {
      throw new StoreInUseError(dir, 'a process that took it at this moment');
    }
  }
  return {
    async release() {
      if ((await readHolder(path))?.token === mine.token) await rm(path, { force: true });
    },
  };
}

/** Only one process can hold the guard of one stale lock, so a fresh lock is never removed by somebody who read the stale one. */
async function takeOver(dir: string, path: string, stale: Holder, mine: Holder): Promise<void> {
  const guard = `${path}.${stale.token}.taking`;
  if (!(await createLock(guard, mine))) {
    const taking = await readHolder(guard);
    if (taking !== undefined && (await isAlive(taking))) throw new StoreInUseError(dir, describe(taking));
    await rm(guard, { force: true });
    if (!(await createLock(guard, mine))) throw new StoreInUseError(dir, 'a process that is starting at this moment');
  }
  try {
    if ((await readHolder(path))?.token === stale.token) await rm(path, { force: true });
    if (!(await createLock(path, mine))) throw new StoreInUseError(dir, 'a process that is starting at this moment');
  } finally {
    await rm(guard, { force: true });
  }
}

async function createLock(path: string, holder: Holder): Promise<boolean> {
  try {
    const handle = await open(path, 'wx', 0o600);
    await handle.writeFile(`${JSON.stringify(holder)}\n`);
    await handle.sync();
    await handle.close();
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** Undefined where the file is gone. A file that stays unreadable was left by a process killed while creating it. */
async function readHolder(path: string): Promise<Holder | undefined> {
  for (let attempt = 0; ; attempt++) {
    try {
      return JSON.parse(await readFile(path, 'utf8')) as Holder;
    } catch (error) {
      if (isMissing(error)) return undefined;
      if (attempt === 10) return { pid: 0, began: '', host: hostname(), token: 'unreadable' };
      await setTimeout(50);
    }
  }
}

async function isAlive(holder: Holder): Promise<boolean> {
  // Nobody can know from here about a process of another machine or container: a person has to decide.
  if (holder.host !== hostname()) return true;
  if (holder.pid === 0) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (hasCode(error, 'ESRCH')) return false;
  }
  const began = await beganAt(holder.pid);
  return began === '' || holder.began === '' || began === holder.began;
}

/** Field 22 of /proc/<pid>/stat; the name in field 2 may hold spaces and brackets. */
async function beganAt(pid: number): Promise<string> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function describe(holder: Holder): string {
  const here = holder.host === hostname();
  return here ? `process ${holder.pid}` : `process ${holder.pid} of ${holder.host} (another machine or container)`;
}
