// How the tests run: each file in a worker of its own, because played transcripts are remembered within one.
import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { include: ['test/**/*.test.ts'], testTimeout: 20_000 } });
