// A broadcast on the embedded store, in a process that is killed at random moments: over all its lives each one is reached once.
import { spawn } from 'node:child_process';
import { describe, expect } from 'vitest';
import type { BroadcastReport, Recipients } from '../../src/domain/broadcast.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { thorough } from '../support/effort.ts';

const people = 2_400;
const kills = 12;
const worker = new URL('./broadcast-worker.ts', import.meta.url).pathname;

interface Ended {
  report: BroadcastReport;
  recipients: Recipients[];
  errors: string[];
  milliseconds: number;
}

/** One life: ends by itself, or is killed after so many bubbles were seen in it. */
function live(dir: string, seen: string[], killAfter: number): Promise<Ended | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [worker, dir, String(people)], { stdio: ['ignore', 'pipe', 'pipe'] });
    let rest = '';
    let count = 0;
    let ended: Ended | undefined;
    let trouble = '';
    child.stderr.on('data', (chunk: Buffer) => {
      trouble += chunk.toString();
    });
    child.stdout.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (line.startsWith('seen ')) {
          seen.push(line.slice(5));
          if (++count === killAfter) child.kill('SIGKILL');
        } else if (line.startsWith('end ')) ended = JSON.parse(line.slice(4)) as Ended;
      }
    });
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 || code === null ? resolve(ended) : reject(new Error(`the worker failed: ${trouble}`)),
    );
  });
}

describe('a broadcast in a process that is killed', () => {
  thorough('reaches each one once; only those counted as doubtful may have missed it', async () => {
    const folder = temporaryFolder();
    const seen: string[] = [];
    for (let kill = 0; kill < kills; kill++) {
      // Another place in each run, and never so late that it would have ended first.
      const killAfter = 1 + Math.floor((Math.random() * people * 1.2) / kills);
      await live(folder, seen, killAfter);
    }
    const ended = await live(folder, seen, Infinity);
    expect(ended).toBeDefined();
    const { report, recipients, errors, milliseconds } = ended as Ended;
    expect(errors).toEqual([]);
    expect(seen.filter((bubble, index) => seen.indexOf(bubble) !== index)).toEqual([]);
    const leftOut = Object.values(report.leftOut).reduce((sum, count) => sum + count, 0);
    expect({ ...report, sum: leftOut + report.accepted + report.unsure + report.blocked + report.rejected }).toMatchObject({
      state: 'done',
      size: people,
      waiting: 0,
      sum: people,
    });
    const bubblesOf = new Map<string, number>();
    for (const bubble of seen) bubblesOf.set(bubble.slice(0, 6), (bubblesOf.get(bubble.slice(0, 6)) ?? 0) + 1);
    for (const { ids, letters } of recipients) {
      for (const [index, id] of ids.entries()) {
        if (letters[index] === 's') expect(bubblesOf.get(id), id).toBe(2);
        else if (letters[index] !== 'u') expect(bubblesOf.get(id) ?? 0, id).toBe(0);
      }
    }
    // In each life at most as many were being sent as may be under way at a time.
    expect(report.unsure).toBeLessThanOrEqual(kills * 8);
    process.stdout.write(
      `a broadcast to ${people}, killed ${kills} times: ${report.accepted} accepted, ${report.unsure} in doubt; last life ${milliseconds} ms\n`,
    );
  });
});
