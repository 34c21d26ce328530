// What commands that change the store share: taking it for writing, or saying that the bot runs, and a question on the terminal.
import { createInterface } from 'node:readline';
import { createLog } from '../log.ts';
import { openLowdbStore } from '../store/lowdb/lowdb-store.ts';
import type { Store } from '../store/store.ts';

const stopTheBot = 'Stop the bot first, repeat this, and start it again. Nothing was changed.';

/** Empty where the input ended. */
export function askTerminal(question: string): Promise<string> {
  return new Promise((resolve) => {
    const terminal = createInterface({ input: process.stdin, output: process.stderr });
    terminal.once('close', () => resolve(''));
    terminal.question(question, (answer) => {
      resolve(answer.trim());
      terminal.close();
    });
  });
}

export const isYes = (answer: string): boolean => /^(?:y|yes|s|si|sí)$/i.test(answer);

/** Beside a running bot nothing is changed, and `otherwise` shows what can be shown. */
export async function withWriter(
  dir: string,
  work: (store: Store) => Promise<number>,
  otherwise: () => Promise<void> = async () => {},
): Promise<number> {
  let store: Store;
  try {
    store = await openLowdbStore({ dir, log: createLog('warn'), mode: 'write' });
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'StoreInUseError') throw error;
    await otherwise();
    console.error(`${error.message}\n${stopTheBot}`);
    return 1;
  }
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
