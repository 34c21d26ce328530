// What the simulated phones remember is there when another process opens the same folder.
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ShownMessage } from '../../src/channels/simulator/simulator-channel.ts';
import { createPhones } from '../../src/commands/driver-phones.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'phones-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const bubble = (id: string, label: string): ShownMessage => ({
  id,
  messageId: id,
  to: 'ana',
  chat: 'private',
  kind: 'question',
  text: 'secreto',
  options: [{ id: label, label }],
});

it('another process finds options, groups, ids and the number of the last line, and no text', () => {
  const file = join(folder, 'simulator', 'phones.jsonl');
  const phones = createPhones(file);
  phones.shown(bubble('m1', 'Sí'));
  phones.group('g1', ['ana']);
  phones.use('a');
  phones.read(41);
  phones.imported('f');
  appendFileSync(file, '{"line":99');
  const again = createPhones(file);
  expect(again.offering({ to: 'ana', chat: 'private' }, ' Sí')?.bubble.id).toBe('m1');
  expect(again.membersOf('g1')).toEqual(['ana']);
  expect([again.used('a'), again.used('b'), again.lastLine(), again.roster()]).toEqual([true, false, 41, 'f']);
  expect(readFileSync(file, 'utf8')).not.toContain('secreto');
});

it('a repeated bubble is the newest once more, and only the last 500 of a chat are kept', () => {
  const phones = createPhones();
  for (let count = 0; count < 502; count++) phones.shown(bubble(`m${count}`, 'Sí'));
  phones.shown(bubble('m10', 'Sí'));
  expect(phones.offering({ to: 'ana', chat: 'private' }, 'Sí')?.bubble.id).toBe('m10');
  expect(phones.bubble('m1')).toBeUndefined();
});
