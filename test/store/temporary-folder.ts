// Folders for store tests that go away with the test, and a log that says nothing.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Log } from '../../src/log.ts';

export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} };

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'luc-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
