// npm run bench:reading: how long one message takes to be read, and what twice the length costs. Figures, never a verdict.
import { understandText } from '../../src/engine/understand-text.ts';
import { hostileTexts, readers } from '../answers/all-readers.ts';
import { readCases } from '../eval/eval.ts';
import { houseProgram } from '../support/test-house.ts';

const { program } = houseProgram();
const rounds = 30;

/** Microseconds of the calls in the middle, and of the slowest hundredth. */
function spread(times: readonly number[]): { median: number; p99: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { median: at(0.5), p99: at(0.99) };
}

function micros(act: () => void): number {
  const began = performance.now();
  for (let round = 0; round < rounds; round++) act();
  return ((performance.now() - began) / rounds) * 1000;
}

const cases = readCases('development');
for (let warm = 0; warm < 20; warm++) for (const one of cases) understandText(one.in, program);
/** Each text after all the others, so that nothing that is remembered of it helps: the best of its rounds. */
const alone = cases.map(() => Number.POSITIVE_INFINITY);
for (let round = 0; round < rounds; round++)
  for (const [i, one] of cases.entries()) {
    const began = performance.now();
    understandText(one.in, program);
    alone[i] = Math.min(alone[i] ?? 0, (performance.now() - began) * 1000);
  }
console.log('one message, safeguarding and commands included (µs)    again: median     p99   new: median     p99');
for (const kind of ['yesno', 'choice', 'number', 'duration', 'when'] as const) {
  const again = spread(
    cases.filter((one) => one.in.kind === kind).map((one) => micros(() => void understandText(one.in, program))),
  );
  const fresh = spread(alone.filter((_, i) => cases[i]?.in.kind === kind));
  const told = [again.median, again.p99, fresh.median, fresh.p99].map((one) => one.toFixed(1).padStart(9)).join(' ');
  console.log(`  ${kind.padEnd(52)} ${told}`);
}

/** The best of a few, so that a busy machine counts for both lengths alike. */
const best = (act: () => unknown): number =>
  Math.min(
    ...Array.from({ length: 5 }, () => {
      const began = performance.now();
      act();
      return performance.now() - began;
    }),
  );
console.log('\n10,000 characters: milliseconds, and against half of them (2 is linear, 4 is not)');
for (const [name, read] of Object.entries(readers)) {
  const measured = hostileTexts.map((text) => {
    const whole = best(() => read(text));
    return {
      whole,
      ratio:
        whole /
        Math.max(
          best(() => read(text.slice(0, text.length / 2))),
          0.05,
        ),
    };
  });
  const slowest = Math.max(...measured.map(({ whole }) => whole));
  const steepest = Math.max(...measured.map(({ ratio }) => ratio));
  console.log(`  ${name.padEnd(24)} ${slowest.toFixed(2).padStart(8)} ms  x${steepest.toFixed(1)}`);
}
