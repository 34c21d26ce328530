// A broadcast reaches each one exactly once, whenever the house dies: all of the audience is accounted for.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SendResult } from '../../src/domain/outbound-message.ts';
import { type BroadcastEnd, type BroadcastRun, manyMentors, runBroadcast } from '../support/broadcast-house.ts';
import { effort } from '../support/effort.ts';
import { createCrashingStore } from './crashing-store.ts';

const people = effort(60, 600);
const runs = effort(8, 40);

/** What a platform may say of some; the rest are sent. */
function answer(to: string): SendResult | undefined {
  const number = Number(to.slice(1));
  if (number % 31 === 5) return { kind: 'blocked' };
  if (number % 37 === 6) return { kind: 'rejected', code: '400' };
  if (number % 41 === 7) return { kind: 'unsure' };
  return undefined;
}

function run(parts: Partial<BroadcastRun>, deaths: readonly number[] = []): Promise<BroadcastEnd> {
  const durable = createCrashingStore();
  const left = [...deaths];
  let imported = false;
  return runBroadcast({
    people,
    answer,
    async open() {
      if (!imported) {
        imported = true;
        await durable.open().store.importRoster(manyMentors(parts.people ?? people));
      }
      return durable.open(left.shift());
    },
    ...parts,
  });
}

function checkAccounts({ report, recipients, shown, errors }: BroadcastEnd): void {
  // That a platform refuses a message is an error of the log, and not one of ours.
  expect(errors.filter((error) => !error.startsWith('a message was given up'))).toEqual([]);
  const leftOut = Object.values(report.leftOut).reduce((sum, count) => sum + count, 0);
  expect(report.waiting).toBe(0);
  expect(leftOut + report.accepted + report.unsure + report.blocked + report.rejected).toBe(report.size);
  const letterOf = new Map(
    recipients.flatMap(({ ids, letters }) => ids.map((id, index) => [id, letters[index] ?? '?'] as const)),
  );
  expect(letterOf.size).toBe(report.size);
  const twice = [...shown].filter(([, times]) => times !== 1);
  expect(twice).toEqual([]);
  const bubblesOf = new Map<string, number>();
  for (const key of shown.keys()) bubblesOf.set(key.slice(0, 6), (bubblesOf.get(key.slice(0, 6)) ?? 0) + 1);
  for (const [id, letter] of letterOf) {
    const got = bubblesOf.get(id) ?? 0;
    // Whoever is counted as reached has both bubbles; in doubt she may have any of them; all others have none.
    if (letter === 's') expect(got, id).toBe(2);
    else if (letter !== 'u') expect(got, `${id} ${letter}`).toBe(0);
  }
}

describe('a broadcast', () => {
  it('reaches each one of its audience once, and tells what became of everybody', async () => {
    const end = await run({});
    checkAccounts(end);
    expect(end.report).toMatchObject({ state: 'done', size: people });
    expect(end.report.accepted).toBeGreaterThan(people / 2);
    const leftOut = Object.values(end.report.leftOut).reduce((sum, count) => sum + count, 0);
    expect(end.told.at(-1)).toContain(`Salieron ${end.report.accepted} de ${people - leftOut}.`);
  });

  it('stops where it is told to: what has not gone does not go', async () => {
    const end = await run({ stopAfter: 20 });
    checkAccounts(end);
    expect(end.report.state).toBe('stopped');
    expect(end.report.leftOut.stopped).toBeGreaterThan(0);
    expect(end.report.accepted).toBeLessThan(60);
  });

  it('reaches each one once whenever the house dies; only what is counted as doubtful may be missing', async () => {
    const whole = await run({});
    let unsure = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: Math.floor(whole.steps / 2) }), { minLength: 1, maxLength: effort(6, 10) }),
        fc.option(fc.integer({ min: 1, max: people }), { nil: undefined }),
        async (deaths, stopAfter) => {
          const end = await run(stopAfter === undefined ? {} : { stopAfter }, deaths);
          checkAccounts(end);
          unsure += end.report.unsure;
          // Each death can leave as many in doubt as were being sent at that moment.
          expect(end.report.unsure).toBeLessThanOrEqual(whole.report.unsure + end.deaths * 8);
          if (stopAfter === undefined) {
            expect(end.report.size).toBe(people);
            expect(end.report.accepted + end.report.unsure).toBeGreaterThanOrEqual(
              whole.report.accepted + whole.report.unsure - end.deaths * 8,
            );
          }
        },
      ),
      { numRuns: runs, seed: 20260302 },
    );
    process.stdout.write(`broadcasts of ${people} in ${runs} lives that end: ${unsure} in doubt in all\n`);
  });
});
