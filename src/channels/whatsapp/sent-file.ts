// What was sent to groups and as polls: votes and receipts of it come days later, and after restarts. Ids only, no words.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isGroup } from './payload-reading.ts';

const shape = z.array(
  z.object({
    id: z.string(),
    /** The whole key, by which the page finds it. */
    key: z.string(),
    /** Id of the outbox message. */
    message: z.string(),
    /** UTC. */
    at: z.string(),
    isPoll: z.boolean(),
    toGroup: z.boolean(),
  }),
);
type SentOnce = z.infer<typeof shape>[number];

export interface SentFile {
  add(sent: Pick<SentOnce, 'id' | 'key' | 'message' | 'isPoll'>, address: string): void;
  messageAt(id: string): string | undefined;
  /** Keys of polls that may still be voted in, and of what members may still have to receive. */
  open(): { polls: string[]; toGroups: string[] };
}

const mostKept = 500;
const dayMs = 86_400_000;
const pollDays = 21;
const receiptDays = 2;

export function openSentFile(folder: string, now: () => string): SentFile {
  const path = join(folder, 'sent.json');
  let kept: SentOnce[] | undefined;

  function read(): SentOnce[] {
    if (kept !== undefined) return kept;
    let found: unknown;
    try {
      found = JSON.parse(readFileSync(path, 'utf8'));
    } catch {
      // None yet, or one that a crash cut: later votes of those are nobody's any more.
    }
    kept = shape.safeParse(found).data ?? [];
    return kept;
  }

  const within = (days: number) => (one: SentOnce) => Date.parse(now()) - Date.parse(one.at) < days * dayMs;

  return {
    add(sent, address) {
      const toGroup = isGroup(address);
      if (!toGroup && !sent.isPoll) return;
      kept = [...read().filter(within(pollDays)), { ...sent, toGroup, at: now() }].slice(-mostKept);
      writeFileSync(`${path}.new`, `${JSON.stringify(kept)}\n`, { mode: 0o600 });
      renameSync(`${path}.new`, path);
    },
    messageAt: (id) => read().find((one) => one.id === id)?.message,
    open() {
      const polls = read().filter((one) => one.isPoll && within(pollDays)(one));
      const toGroups = read().filter((one) => one.toGroup && within(receiptDays)(one));
      return { polls: polls.map(({ key }) => key), toGroups: toGroups.map(({ key }) => key) };
    },
  };
}
