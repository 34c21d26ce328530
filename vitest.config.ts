// How the tests run: files share their workers, because none leaves anything behind for the next.
import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { isolate: false, include: ['test/**/*.test.ts'], testTimeout: 20_000 } });
