// npm run eval: reads the evaluation sets and says, by category, how often the bot was right, asked, or was wrong in silence.
import { readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { harmIn } from '../../src/engine/safety/safeguarding.ts';
import { type TextRead, type TextToRead, understandText } from '../../src/engine/understand-text.ts';
import { safetyCorpus } from '../support/safety-corpora.ts';
import { houseProgram } from '../support/test-house.ts';

const usage = `npm run eval [-- --part development|report] [--only WORDS] [--failures all]
Failures of the development part are listed; those of the report part only with --failures all, by whoever will not change the code.`;

export interface EvalCase {
  category: string;
  in: TextToRead;
  out: TextRead;
  also?: TextRead[];
}
export type Outcome = 'right' | 'asked' | 'silent';

const corpora = new URL('../corpora/', import.meta.url);
/** With one of these nothing is kept: she is asked, or told that she was not understood. */
const asks = new Set<TextRead['kind']>(['doubtful', 'unclear', 'ambiguous', 'none', 'past', 'impossible']);

/** What counts when two readings are compared: the name of a holiday, the reason and the argument do not. */
function essence(read: TextRead): string {
  const warn = 'warn' in read ? (read.warn ?? []).map((one) => one.split(':')[0]).sort() : [];
  if (read.kind === 'impossible') return 'impossible';
  if (read.kind === 'names') return read.text;
  if (read.kind === 'command') return `command ${read.command}`;
  if ('candidates' in read) return JSON.stringify([read.kind, [...read.candidates].sort()]);
  const iso = 'iso' in read && read.iso.length > 10 ? new Date(read.iso).toISOString() : 'iso' in read ? read.iso : undefined;
  return JSON.stringify({ ...read, ...(iso === undefined ? {} : { iso }), warn });
}

export function judge({ out, also = [] }: EvalCase, read: TextRead): Outcome {
  const said = essence(read);
  if ([out, ...also].some((right) => essence(right) === said)) return 'right';
  return asks.has(read.kind) ? 'asked' : 'silent';
}

export function readCases(part: 'development' | 'report'): EvalCase[] {
  return readdirSync(corpora)
    .filter((name) => name.endsWith(`-${part}.jsonl`))
    .sort()
    .flatMap((name) =>
      readFileSync(new URL(name, corpora), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => JSON.parse(line) as EvalCase),
    );
}

/** How many tellings of harm are heard, and how many ordinary texts are disturbed: counts only. */
function safetyFigures(part: 'development' | 'report'): string {
  const { safeguarding } = houseProgram().program;
  const { harm, ordinary } = safetyCorpus(part);
  const at = (texts: readonly string[], level: string | undefined): number =>
    texts.filter((text) => harmIn(safeguarding, text)?.level === level).length;
  return [
    `harm: ${at(harm, 'clear')} at once, ${at(harm, 'possible')} asked about, ${at(harm, undefined)} missed, of ${harm.length}`,
    `ordinary: ${at(ordinary, 'clear')} alarms, ${at(ordinary, 'possible')} asked about, of ${ordinary.length}`,
  ].join('\n');
}

interface Tally {
  right: number;
  asked: number;
  silent: number;
}

function main(): void {
  const { values: flags } = parseArgs({
    options: {
      part: { type: 'string' },
      only: { type: 'string', default: '' },
      failures: { type: 'string', default: 'development' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (flags.help) return console.log(usage);
  const { program } = houseProgram();
  for (const part of ['development', 'report'] as const) {
    if (flags.part !== undefined && flags.part !== part) continue;
    const tallies = new Map<string, Tally>();
    const failures: string[] = [];
    const count = (name: string, outcome: Outcome): void => {
      const tally = tallies.get(name) ?? { right: 0, asked: 0, silent: 0 };
      tally[outcome]++;
      tallies.set(name, tally);
    };
    for (const one of readCases(part)) {
      const name = `${one.in.kind}: ${one.category}`;
      if (!name.includes(flags.only)) continue;
      const read = understandText(one.in, program);
      const outcome = judge(one, read);
      count(name, outcome);
      count(`${one.in.kind}, all`, outcome);
      count('all', outcome);
      if (outcome !== 'right') failures.push(failureLine(one, read, outcome));
    }
    console.log(`\n== ${part}: safety\n${safetyFigures(part)}`);
    console.log(`\n== ${part}\n${'right'.padStart(7)} ${'asked'.padStart(6)} ${'silent'.padStart(7)} ${'of'.padStart(5)}`);
    for (const [name, tally] of [...tallies].sort(([a], [b]) => a.localeCompare(b))) console.log(row(name, tally));
    if (part === 'development' || flags.failures === 'all') for (const line of failures) console.log(line);
  }
}

function row(name: string, { right, asked, silent }: Tally): string {
  const of = right + asked + silent;
  const share = (count: number): string => `${((100 * count) / of).toFixed(1)}%`;
  return `${share(right).padStart(7)} ${share(asked).padStart(6)} ${share(silent).padStart(7)} ${String(of).padStart(5)}  ${name}`;
}

function failureLine(one: EvalCase, read: TextRead, outcome: Outcome): string {
  const { text, ...rest } = one.in;
  const context =
    rest.kind === 'when' ? ` (${rest.now} ${rest.tz})` : rest.kind === 'choice' ? ` (${rest.options.join(' / ')})` : '';
  return `${outcome === 'silent' ? '✗' : '?'} ${rest.kind}: ${JSON.stringify(text)}${context}\n    ${JSON.stringify(read)} instead of ${JSON.stringify(one.out)}`;
}

if (import.meta.main) main();
