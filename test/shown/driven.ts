// Runs the driver as a process on a file of lines, and the export on what it left.
import { spawn } from 'node:child_process';
import { root } from '../support/test-house.ts';

export interface Ran {
  code: number | null;
  out: string;
  errors: string;
}

export function runNode(args: readonly string[], input: string): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...args], { cwd: root, stdio: ['pipe', 'pipe', 'pipe'] });
    let out = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      out += part;
    });
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      errors += part;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, errors }));
    child.stdin.end(input);
  });
}

export type Output = Record<string, unknown>;

/** What the driver wrote, with the lines' own counting left out: a restart counts as a line too. */
export async function drive(lines: readonly string[], data: string): Promise<Output[]> {
  const ran = await runNode(
    ['src/commands/chat.ts', '--json', '--now', '2026-03-02T09:00:00-06:00', '--data', data],
    `${lines.join('\n')}\n`,
  );
  if (ran.code !== 0) throw new Error(`the driver ended with ${ran.code}: ${ran.errors}`);
  return ran.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Output);
}

export const exported = (data: string): Promise<Ran> =>
  runNode(['src/commands/export.ts', 'facts', '--format', 'csv', '--data', data], '');
