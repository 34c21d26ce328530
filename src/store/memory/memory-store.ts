// The store without files: for tests and trials. The same table as lowdb's, with a journal that keeps nothing.
import { factFilter } from '../fact-range.ts';
import type { JournalEntry } from '../journal-entry.ts';
import { RecordTable } from '../record-table.ts';
import type { Store } from '../store.ts';
import { TableStore } from '../table-store.ts';

export interface MemoryStoreOptions {
  /** Whoever changes a record that the store gave or got is thrown at; on by default, off for measurements. */
  frozen?: boolean;
  /** Keeps every transaction as a line; a store created over the same list goes on where the one before stood, like after a kill. */
  lines?: string[];
}

export function createMemoryStore(options: MemoryStoreOptions = {}): Store {
  const table = new RecordTable();
  const { lines } = options;
  for (const line of lines ?? []) table.apply(JSON.parse(line) as JournalEntry);
  const durable = Promise.resolve();
  return new TableStore({
    table,
    journal: {
      assertOpen: () => {},
      append(entry) {
        lines?.push(JSON.stringify(entry));
        return durable;
      },
      settled: () => durable,
    },
    history: {
      async *facts(range) {
        const wanted = factFilter(range);
        for (const { fact } of [...table.facts]) if (wanted(fact)) yield fact;
      },
      archive: async (owner) => table.archive.filter(({ record }) => record.owner === owner).map(({ record }) => record),
    },
    damaged: [],
    erased: async () => table.erasures.clear(),
    close: () => durable,
    frozen: options.frozen ?? true,
  });
}
