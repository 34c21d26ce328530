// Checks of the computer: its Node, its disk, the data folder and who writes to it, and who may read the settings.
import { existsSync } from 'node:fs';
import { access, constants, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { LockState } from '../../store/lowdb/lock-file.ts';
import type { Finding } from './finding.ts';

const oldestNode = 24;

export function checkNode(version: string): Finding {
  const name = 'Node';
  if (Number(version.split('.')[0]) >= oldestNode) return { name, state: 'ok', result: version };
  const todo = `Run "npm ci" in the project's folder: it brings Node ${oldestNode}. Start the bot with npm, never with another node.`;
  return { name, state: 'failed', result: `${version} is too old; ${oldestNode} or later is needed.`, todo };
}

export interface FolderLook {
  dir: string;
  kind: 'there' | 'missing' | 'notAFolder';
  /** Of the folder, or of the one in which it would be made. */
  writable: boolean;
  hasData: boolean;
  freeBytes: number;
}

export async function lookAtFolder(dir: string): Promise<FolderLook> {
  const found = await stat(dir).catch(() => undefined);
  let nearest = dir;
  while (!existsSync(nearest)) nearest = dirname(nearest);
  const writable = await access(nearest, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
  const { bavail, bsize } = await statfs(nearest);
  const kind = found === undefined ? 'missing' : found.isDirectory() ? 'there' : 'notAFolder';
  return { dir, kind, writable, hasData: existsSync(join(dir, 'manifest.json')), freeBytes: bavail * bsize };
}

export function checkFolder({ dir, kind, writable, hasData }: FolderLook): Finding {
  const name = 'Data folder';
  if (kind === 'notAFolder') {
    return { name, state: 'failed', result: `${dir} is not a folder.`, todo: 'Name another one in LUCIERNAGA_DATA.' };
  }
  if (!writable) {
    const todo = `Give it to the account that runs the bot, e.g. sudo chown -R luciernaga ${dir}, or run this as that account.`;
    return { name, state: 'failed', result: `${dir} cannot be written to by this account.`, todo };
  }
  const what = kind === 'missing' ? 'is made by the first start' : hasData ? 'is there and can be written to' : 'is empty';
  return { name, state: 'ok', result: `${dir} ${what}.` };
}

const megabyte = 1_000_000;

export function checkDisk({ freeBytes }: Pick<FolderLook, 'freeBytes'>): Finding {
  const name = 'Disk space';
  const free =
    freeBytes >= 1000 * megabyte ? `${(freeBytes / 1e9).toFixed(1)} GB free` : `${Math.floor(freeBytes / megabyte)} MB free`;
  const todo = 'Make room. On a full disk the bot stops rather than lose a message; start it again afterwards.';
  if (freeBytes < 100 * megabyte) return { name, state: 'failed', result: `only ${free}.`, todo };
  if (freeBytes < 1000 * megabyte) return { name, state: 'warning', result: `only ${free}.`, todo };
  return { name, state: 'ok', result: `${free}.` };
}

export function checkWriter(lock: LockState, dir: string): Finding {
  const name = 'Bot';
  switch (lock.kind) {
    case 'free':
      return { name, state: 'ok', result: 'is not running on this data folder.' };
    case 'held':
      return { name, state: 'ok', result: `is running (process ${lock.pid} writes to the data folder).` };
    case 'stale': {
      const result = `is not running; process ${lock.pid} ended without saying so (a kill or a power cut).`;
      return {
        name,
        state: 'warning',
        result,
        todo: 'Start it: nothing that was acknowledged is lost, and the lock is taken over.',
      };
    }
    case 'elsewhere': {
      const result = `process ${lock.pid} of ${lock.host}, another machine or container, holds the data folder.`;
      const todo = `If that one is gone for certain, remove ${join(dir, 'writer.lock')}. Two bots on one folder would spoil it.`;
      return { name, state: 'warning', result, todo };
    }
  }
}

/** `mode`: permissions of .env, undefined where there is none. */
export function checkSecretsFile(mode: number | undefined, hasToken: boolean): Finding | undefined {
  if (mode === undefined || !hasToken || (mode & 0o077) === 0) return undefined;
  return {
    name: 'File .env',
    state: 'warning',
    result: 'other accounts of this computer can read it, and with it the token.',
    todo: 'chmod 600 .env',
  };
}
