// A store that can die: what was journalled is there when it is opened again, leases are not, and a dead one never answers.

import type { JournalEntry } from '../../src/store/journal-entry.ts';
import { RecordTable } from '../../src/store/record-table.ts';
import type { Store } from '../../src/store/store.ts';
import { TableStore } from '../../src/store/table-store.ts';

export interface Life {
  store: Store;
  /** Counts a step of the process; at the step of its death, and from then on, it does not return. */
  step(): Promise<void>;
  dead: Promise<void>;
}

export function createCrashingStore(): { open(diesAtStep?: number): Life } {
  const journal: JournalEntry[] = [];

  function openTable(): Store {
    const table = new RecordTable();
    for (const entry of journal) table.apply(structuredClone(entry));
    const durable = Promise.resolve();
    return new TableStore({
      table,
      journal: {
        append(entry) {
          journal.push(structuredClone(entry));
          return durable;
        },
        settled: () => durable,
        assertOpen() {},
      },
      history: {
        async *facts() {
          for (const { fact } of table.facts) yield fact;
        },
        archive: async () => [],
      },
      damaged: [],
      erased: () => durable,
      close: () => durable,
      frozen: true,
    });
  }

  return {
    open(diesAtStep = Infinity) {
      const { promise: dead, resolve: die } = Promise.withResolvers<void>();
      let steps = 0;
      const step = (): Promise<void> => {
        if (++steps < diesAtStep) return Promise.resolve();
        die();
        return new Promise(() => {});
      };
      const store = openTable();
      const mortal = new Proxy(store, {
        get(target, name) {
          const method: unknown = Reflect.get(target, name);
          if (typeof method !== 'function' || name === 'readFacts') return method;
          return async (...args: unknown[]) => {
            await step();
            const result: unknown = await Reflect.apply(method, target, args);
            await step();
            return result;
          };
        },
      });
      return { store: mortal, step, dead };
    },
  };
}
