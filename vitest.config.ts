// How the tests run: files share their workers, so that each reads the program and the played transcripts once.
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** One more than there are processors: many tests wait for a process that they started, or for a browser. */
const maxWorkers = availableParallelism() + 1;

/** Many tests start the bot as a process of its own: what was compiled for one is there for the next. */
process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), 'luciernaga-compiled');

/** Ends what hangs, and nothing else: slow machines take their time. */
const patience = process.env.EFFORT === 'full' ? 1_200_000 : 120_000;

/** What a test waits for may take a while on a busy machine; the second that a vitest poll has by default does not do. */
const poll = { timeout: 15_000 };

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    isolate: false,
    testTimeout: patience,
    hookTimeout: patience,
    maxWorkers,
    expect: { poll },
  },
});
