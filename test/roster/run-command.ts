// Runs a command of the house in a process of its own, without a terminal, and collects what it says.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

export async function runCommand(name: string, args: string[]): Promise<{ code: number; out: string; errors: string }> {
  const child = spawn(process.execPath, [`src/commands/${name}.ts`, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    out += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    errors += chunk;
  });
  const [code] = (await once(child, 'close')) as [number];
  return { code, out, errors };
}
