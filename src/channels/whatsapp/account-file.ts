// What has to outlive a restart beside the browser's own profile: since when the account is ours, what it sent today, what it heard last.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { emptyBudget } from './daily-budget.ts';

const shape = z.object({
  linkedAt: z.string().nullable(),
  day: z.string(),
  sent: z.number(),
  /** Seconds since 1970, by WhatsApp's clock: of the newest message that we have. */
  heardUntil: z.number().nullable(),
});
export type Account = z.infer<typeof shape>;

const empty: Account = { ...emptyBudget, heardUntil: null };

export interface AccountFile {
  read(): Account;
  write(change: Partial<Account>): void;
}

export function openAccountFile(folder: string): AccountFile {
  const path = join(folder, 'account.json');
  let account: Account | undefined;

  function read(): Account {
    if (account !== undefined) return account;
    let kept: unknown;
    try {
      kept = JSON.parse(readFileSync(path, 'utf8'));
    } catch {
      // None yet, or one that a crash cut: counting begins anew.
    }
    account = shape.safeParse(kept).data ?? empty;
    return account;
  }

  function write(change: Partial<Account>): void {
    account = { ...read(), ...change };
    writeFileSync(`${path}.new`, `${JSON.stringify(account)}\n`, { mode: 0o600 });
    renameSync(`${path}.new`, path);
  }

  return { read, write };
}
