// A disk that works until a chosen operation and never again after it: a full disk, a broken one, or a process that ends there.
import { type AppendFile, type Disk, realDisk } from '../../src/store/lowdb/disk.ts';

export interface FailingDisk extends Disk {
  /** Operations that change something, so far. */
  operations: number;
  failed: boolean;
  /** The next changing operation fails, and every one after it. */
  failNow(): void;
  /** The nth changing operation from here fails, and every one after it. */
  failAfter(count: number): void;
}

/** Of what the failing operation was to append, half is written. */
export function failingDisk(): FailingDisk {
  let limit = Number.POSITIVE_INFINITY;
  const step = (name: string): boolean => {
    disk.operations++;
    if (disk.operations < limit) return true;
    disk.failed = true;
    if (name === 'append') return false;
    throw new Error('ENOSPC: no space left on device');
  };
  const guarded = (file: AppendFile): AppendFile => ({
    async append(bytes) {
      if (step('append')) return file.append(bytes);
      await file.append(bytes.subarray(0, bytes.length >> 1));
      throw new Error('ENOSPC: no space left on device');
    },
    async sync() {
      step('sync');
      await file.sync();
    },
    // A full disk can still make a file shorter.
    cut: () => file.cut(),
    close: () => file.close(),
  });
  const disk: FailingDisk = {
    ...realDisk,
    operations: 0,
    failed: false,
    failNow: () => {
      limit = 0;
    },
    failAfter: (count) => {
      limit = disk.operations + count;
    },
    async create(path) {
      step('create');
      return guarded(await realDisk.create(path));
    },
    async openAppend(path, keep) {
      step('openAppend');
      return guarded(await realDisk.openAppend(path, keep));
    },
    async rename(from, to) {
      step('rename');
      await realDisk.rename(from, to);
    },
    async syncFolder(path) {
      step('syncFolder');
      await realDisk.syncFolder(path);
    },
    async remove(path) {
      step('remove');
      await realDisk.remove(path);
    },
  };
  return disk;
}
