// The lowdb store keeps the contract: over its journal alone, and over checkpoints.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';
import type { Store } from '../../src/store/store.ts';
import { type StoreUnderTest, storeContract } from '../contracts/store-contract.ts';
import { silentLog } from './temporary-folder.ts';

/** A kill leaves the files as they are, so a copy of the folder without its lock is what the next process finds. */
async function openInFreshFolder(checkpointWhen: () => boolean): Promise<StoreUnderTest> {
  const root = mkdtempSync(join(tmpdir(), 'luc-store-'));
  const stores: Store[] = [];
  const folder = () => join(root, `${stores.length}`);
  const openNext = async () => {
    const store = await openLowdbStore({ dir: folder(), log: silentLog, mode: 'write', frozen: true, checkpointWhen });
    stores.push(store);
    return store;
  };
  const reopen = async () => {
    const from = join(root, `${stores.length - 1}`);
    cpSync(from, folder(), { recursive: true, filter: (path) => !path.includes('writer.lock') });
    return openNext();
  };
  const cleanUp = async () => {
    for (const store of stores) await store.close().catch(() => {});
    rmSync(root, { recursive: true, force: true });
  };
  return { store: await openNext(), reopen, cleanUp };
}

storeContract('the lowdb store, over its journal', () => openInFreshFolder(() => false));
storeContract('the lowdb store, over checkpoints at every moment', () => openInFreshFolder(() => true));
