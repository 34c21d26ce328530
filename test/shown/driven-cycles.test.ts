// The two driven cycles that are kept: one from hola to its end, and three caregivers with a silence and a restart between any two lines.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isFullEffort, thorough } from '../support/effort.ts';
import { drive, exported, type Output } from './driven.ts';

const folders: string[] = [];
function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'driven-'));
  folders.push(made);
  return made;
}
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});

const linesOf = (name: string): string[] =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .trim()
    .split('\n');
const messages = (outputs: readonly Output[]): Output[] => outputs.filter((output) => 'text' in output);
const errors = (outputs: readonly Output[]): Output[] => outputs.filter((output) => 'error' in output);

/** How many rows of the export tell of each fact. */
async function factsIn(data: string): Promise<Record<string, number>> {
  const { code, out } = await exported(data);
  expect(code).toBe(0);
  const [head = '', ...rows] = out.trim().split('\r\n');
  const at = head
    .replace(/^\uFEFF/, '')
    .split(',')
    .indexOf('fact');
  const counts: Record<string, number> = {};
  for (const row of rows) {
    const fact = row.split(',')[at] ?? '';
    counts[fact] = (counts[fact] ?? 0) + 1;
  }
  return counts;
}

describe('a driven cycle', () => {
  it('goes from hola to a closed cycle and leaves its facts', async () => {
    const data = folder();
    const outputs = await drive(linesOf('one-cycle.jsonl'), data);
    expect(errors(outputs)).toEqual([]);
    expect(messages(outputs).filter(({ text }) => String(text).startsWith('Ciclo cerrado con Lupita'))).toHaveLength(1);
    const facts = await factsIn(data);
    expect(facts).toMatchObject({
      consentAnswered: 1,
      caregiverAdded: 1,
      checklistRecorded: 1,
      planRecorded: 1,
      sessionHeld: 3,
      cycleClosed: 1,
    });
  });

  thorough(
    'with three caregivers, two weeks of silence and a restart between any two lines says the same as without',
    async () => {
      const lines = linesOf('three-caregivers.jsonl');
      const [calm, restarted] = [folder(), folder()];
      const [plain, broken] = await Promise.all([
        drive(lines, calm),
        drive(
          lines.flatMap((line, index) => (isFullEffort || index % 6 === 0 ? [line, '{"restart":true}'] : [line])),
          restarted,
        ),
      ]);
      expect(errors(plain)).toEqual([]);
      expect(messages(broken)).toEqual(messages(plain));
      const facts = await factsIn(restarted);
      expect(facts).toEqual(await factsIn(calm));
      expect(facts).toMatchObject({ caregiverAdded: 3, sessionHeld: 3, cycleClosed: 1 });
      expect(messages(plain).filter(({ text }) => String(text).startsWith('Ciclo cerrado con Lupita'))).toHaveLength(1);
    },
  );
});
