// A secret is made once for a data folder, whoever asks and however many ask together.
import { mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keepSecret } from '../../src/commands/kept-secret.ts';
import { appendAudit } from '../../src/reports/audit-trail.ts';

const folder = (): Promise<string> => mkdtemp(join(tmpdir(), 'salt-'));

test('many who ask at once are given the same salt, and only the owner may read it', async () => {
  const dir = await folder();
  const salts = await Promise.all(Array.from({ length: 8 }, () => keepSecret(dir, 'pseudonym-salt')));
  expect(new Set([...salts, await keepSecret(dir, 'pseudonym-salt')]).size).toBe(1);
  expect(await readdir(dir)).toEqual(['pseudonym-salt']);
  expect((await stat(join(dir, 'pseudonym-salt'))).mode & 0o077).toBe(0);
});

test('two folders have two salts', async () => {
  expect(await keepSecret(await folder(), 'pseudonym-salt')).not.toBe(await keepSecret(await folder(), 'pseudonym-salt'));
});

test('a damaged salt is not replaced in silence', async () => {
  const dir = await folder();
  await writeFile(join(dir, 'pseudonym-salt'), '');
  await expect(keepSecret(dir, 'pseudonym-salt')).rejects.toThrow('damaged');
});

test('the audit trail only grows', async () => {
  const dir = await folder();
  await appendAudit(dir, { at: '2026-03-01T00:00:00.000Z', what: 'one' });
  await appendAudit(dir, { at: '2026-03-02T00:00:00.000Z', what: 'two' });
  const lines = (await readFile(join(dir, 'audit.jsonl'), 'utf8')).trim().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { what: string }).what)).toEqual(['one', 'two']);
});
