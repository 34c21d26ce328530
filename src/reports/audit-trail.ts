// Who took what with names out of the data folder: one line of JSON each, written before anything leaves.
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface AuditEntry {
  /** UTC. */
  at: string;
  what: string;
  [detail: string]: string | boolean | null;
}

export async function appendAudit(dataDir: string, entry: AuditEntry): Promise<void> {
  const handle = await open(join(dataDir, 'audit.jsonl'), 'a', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(entry)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** One line for each order, also where it comes again after a kill. */
export async function appendAuditOnce(dataDir: string, order: string, entry: AuditEntry): Promise<void> {
  const written = await readFile(join(dataDir, 'audit.jsonl'), 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  });
  if (!written.includes(`"order":${JSON.stringify(order)}`)) await appendAudit(dataDir, { ...entry, order });
}
