// Starts one of our commands as a process of its own, and talks to it line by line.
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { projectRoot } from '../../src/config.ts';

export interface Running {
  child: ChildProcess;
  /** Sends lines; `until` resolves with everything printed up to the first line that holds the text. */
  send(...lines: (string | object)[]): void;
  until(text: string): Promise<string[]>;
  errors(): string;
  exit: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

export function run(
  file: string,
  args: string[] = [],
  options: { env?: NodeJS.ProcessEnv; stdin?: 'pipe' | 'ignore' } = {},
): Running {
  const child = spawn(process.execPath, [`${projectRoot}/${file}`, ...args], {
    cwd: projectRoot,
    env: { ...process.env, ...options.env },
    stdio: [options.stdin ?? 'pipe', 'pipe', 'pipe'],
  });
  const printed: string[] = [];
  let errors = '';
  let told: () => void = () => {};
  if (child.stdout) {
    createInterface({ input: child.stdout }).on('line', (line) => {
      printed.push(line);
      told();
    });
  }
  child.stderr?.on('data', (data: Buffer) => {
    errors += data.toString();
    told();
  });
  const exit = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.on('close', (code, signal) => {
      resolve({ code, signal });
      told();
    });
  });
  return {
    child,
    send(...lines) {
      for (const line of lines) child.stdin?.write(`${typeof line === 'string' ? line : JSON.stringify(line)}\n`);
    },
    async until(text) {
      for (;;) {
        const at = printed.findIndex((line) => line.includes(text));
        if (at !== -1) return printed.splice(0, at + 1);
        if (errors.includes(text)) return [];
        if (child.exitCode !== null || child.signalCode !== null)
          throw new Error(`ended without "${text}": ${printed.join('\n')}${errors}`);
        await new Promise<void>((resolve) => {
          told = resolve;
        });
      }
    },
    errors: () => errors,
    exit,
  };
}
