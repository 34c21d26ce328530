// Files made for who asked: whole or not at all, also where the same one is asked for twice at a time.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeFile } from '../../src/reports/made-files.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';

it('the same file can be asked for many times at once, and nothing half is left of it', async () => {
  const folder = temporaryFolder();
  const content = Buffer.alloc(300_000, 'hoja ');
  const made = await Promise.all(Array.from({ length: 8 }, () => makeFile(folder, 'hoja.pdf', content)));
  expect(new Set(made)).toEqual(new Set([0.3]));
  expect(readdirSync(join(folder, 'made'))).toEqual(['hoja.pdf']);
  expect(readFileSync(join(folder, 'made', 'hoja.pdf'))).toEqual(content);
});
