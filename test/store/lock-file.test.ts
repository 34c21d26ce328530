// One writer per data folder: also against other processes, dead ones, and process numbers that were given out again.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lookAtLock, StoreInUseError, takeLock } from '../../src/store/lowdb/lock-file.ts';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';
import { silentLog, temporaryFolder } from './temporary-folder.ts';

const worker = join(import.meta.dirname, 'kill-worker.ts');

it('a second writer is refused with folder, process and what to do; a reader is not', async () => {
  const dir = temporaryFolder();
  const store = await openLowdbStore({ dir, log: silentLog, mode: 'write' });
  const second = openLowdbStore({ dir, log: silentLog, mode: 'write' });
  await expect(second).rejects.toThrow(StoreInUseError);
  await expect(openLowdbStore({ dir, log: silentLog, mode: 'write' })).rejects.toThrow(
    new RegExp(`${dir} is in use by process ${process.pid}.*writer\\.lock`, 's'),
  );
  const reader = await openLowdbStore({ dir, log: silentLog, mode: 'read' });
  await reader.close();
  await store.close();
  expect(existsSync(join(dir, 'writer.lock'))).toBe(false);
});

it('another process that holds the folder is respected while it lives, and followed when it was killed', async () => {
  const dir = temporaryFolder();
  const child = fork(worker, [dir], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  await once(child.stdout!, 'data');
  await expect(takeLock(dir)).rejects.toThrow(`process ${child.pid}`);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const lock = await takeLock(dir);
  await lock.release();
});

it('a lock of a process number that now belongs to another process is stale; one of another machine is not', async () => {
  const dir = temporaryFolder();
  const path = join(dir, 'writer.lock');
  const lock = await takeLock(dir);
  const mine = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  writeFileSync(path, JSON.stringify({ ...mine, host: `${hostname()}-other` }));
  await expect(takeLock(dir)).rejects.toThrow(/another machine/);
  // Where the system does not tell when a process began, the number alone has to do, and nothing can be found stale here.
  if (mine.began !== '') {
    writeFileSync(path, JSON.stringify({ ...mine, began: '1', token: 'former' }));
    const taken = await takeLock(dir);
    await lock.release();
    expect(existsSync(path)).toBe(true);
    await taken.release();
    expect(existsSync(path)).toBe(false);
  }
});

it('who looks at the lock learns who holds it, and changes nothing', async () => {
  const dir = temporaryFolder();
  const path = join(dir, 'writer.lock');
  expect(await lookAtLock(dir)).toEqual({ kind: 'free' });
  const lock = await takeLock(dir);
  expect(await lookAtLock(dir)).toEqual({ kind: 'held', pid: process.pid });
  const mine = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  await lock.release();
  writeFileSync(path, JSON.stringify({ ...mine, host: 'other-machine' }));
  expect(await lookAtLock(dir)).toEqual({ kind: 'elsewhere', pid: process.pid, host: 'other-machine' });
  writeFileSync(path, JSON.stringify({ ...mine, pid: 2 ** 22 + 1 }));
  expect(await lookAtLock(dir)).toEqual({ kind: 'stale', pid: 2 ** 22 + 1 });
  expect(existsSync(path)).toBe(true);
});

it('of many that find the same stale lock exactly one gets it', async () => {
  const dir = temporaryFolder();
  const stale = { pid: 2 ** 22 - 1, began: '1', host: hostname(), token: 'stale' };
  writeFileSync(join(dir, 'writer.lock'), JSON.stringify(stale));
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => takeLock(dir)));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});
