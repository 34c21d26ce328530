// How the tests run: each file in a worker of its own, because played transcripts are remembered within one.
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** One more than there are processors: many tests wait for a process that they started, or for a browser. */
const maxWorkers = availableParallelism() + 1;

/** Ends what hangs, and nothing else: slow machines take their time. */
const patience = process.env.EFFORT === 'full' ? 1_200_000 : 120_000;

/** What a test waits for may take a while on a busy machine; the second that a vitest poll has by default does not do. */
const poll = { timeout: 15_000 };

export default defineConfig({
  test: { include: ['test/**/*.test.ts'], testTimeout: patience, hookTimeout: patience, maxWorkers, expect: { poll } },
});
