// The cycle that is kept in test/shown, as each channel plays it: its lines, and what they give in the driver.
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { isMessage } from '../../src/commands/driver-output.ts';
import { openTestHouse } from './test-house.ts';

export const beginning = '2026-03-02T09:00:00-06:00';
export const mentor = 'G04-mentora';

export interface ShownLine {
  from?: string;
  text?: string;
  choose?: string;
  more?: boolean;
  now?: string;
  advance?: string;
}

export const lines = readFileSync(new URL('../shown/one-cycle.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as ShownLine);

/** Codes of sheets come from the ids of events, which each channel gives in its own way. */
export const withoutCodes = (text: string, labels: readonly string[] = []): string =>
  [text.replace(/\b[A-Z]\d[A-Z]\b/g, 'CODE'), ...labels.map((label) => `[${label}]`)].join('\n');

/** What the driver says to the mentor. On WhatsApp options are a part of the text. */
export async function expectedOn(platform?: 'whatsapp'): Promise<string[]> {
  const { house } = await openTestHouse({ now: beginning, ...(platform && { platform }) });
  const shown: string[] = [];
  for (const line of lines) {
    for (const output of await house.line(line)) {
      expect(output).not.toHaveProperty('error');
      if (isMessage(output) && output.to === mentor)
        shown.push(withoutCodes(output.text, platform === 'whatsapp' ? [] : output.options));
    }
  }
  await house.driver.close();
  return shown;
}

/** The whole house logs, and nothing of what she wrote or who she is; `secrets`: of the channel. */
export function expectQuiet(logged: string, secrets: readonly string[]): void {
  expect(logged).toContain('"msg":');
  const hers = lines.flatMap(({ text }) => (text === undefined || text.length < 8 ? [] : [text]));
  for (const secret of [...hers, 'Lupe', 'Lupita', 'Guadalupe', ...secrets]) expect(logged).not.toContain(secret);
}
