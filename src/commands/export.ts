// npm run export: the participation log as a file for coordinators and evaluators, read beside a running bot.
import { createWriteStream, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { wallClock } from '../clock.ts';
import { configOrExit } from '../config.ts';
import { createLog } from '../log.ts';
import { appendAudit } from '../reports/audit-trail.ts';
import { participationColumns } from '../reports/participation-columns.ts';
import { type ParticipationLog, readParticipation } from '../reports/participation-log.ts';
import { createPseudonyms } from '../reports/pseudonym.ts';
import { writeCsv } from '../reports/write-csv.ts';
import { openLowdbStore } from '../store/lowdb/lowdb-store.ts';
import { keepSecret } from './kept-secret.ts';

const usage = `npm run --silent export -- participation [--format csv] [--from YYYY-MM-DD] [--to YYYY-MM-DD] [--iteration it1]
                                        [--out FILE] [--data DIR] [--named]
Dates are local dates of the centre, both included, of when it happened. Without --out the table goes to standard output.
--named adds the names of the mentors and leaves a line in audit.jsonl of the data folder.`;

const columnsHelp = [
  ...Object.entries(participationColumns),
  ['data_*', 'what else is known of the fact; person ids as pseudonyms'],
]
  .map(([column, meaning]) => `  ${column}: ${meaning}`)
  .join('\n');

const isDate = (written: string): boolean => {
  const day = new Date(`${written}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(written) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(written);
};

function problemsOf(values: { from?: string; to?: string; format: string }, positionals: string[]): string[] {
  const { from, to, format } = values;
  const problems: string[] = [];
  if (positionals.length !== 1 || positionals[0] !== 'participation')
    problems.push('Name one report; there is one: participation.');
  if (format !== 'csv') problems.push(`There is no format "${format}". Write --format csv.`);
  for (const [option, date] of Object.entries({ from, to })) {
    if (date !== undefined && !isDate(date)) problems.push(`--${option} ${date} is not a date. Write it as 2026-03-31.`);
  }
  if (problems.length === 0 && from !== undefined && to !== undefined && from > to) problems.push('--from is later than --to.');
  return problems;
}

function whoAmI(): string {
  try {
    return userInfo().username;
  } catch {
    return 'unknown';
  }
}

/** Under another name until it is whole: nobody opens half a table and takes it for the table. */
async function writeOut(log: ParticipationLog, out: string | undefined): Promise<void> {
  if (out === undefined) return writeCsv(log.columns, log.rows(), process.stdout);
  const partial = `${out}.partial`;
  try {
    await writeCsv(log.columns, log.rows(), createWriteStream(partial, { mode: 0o600 }));
    await rename(partial, out);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'csv' },
      from: { type: 'string' },
      to: { type: 'string' },
      iteration: { type: 'string' },
      out: { type: 'string' },
      data: { type: 'string' },
      named: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    console.log(`${usage}\nColumns:\n${columnsHelp}`);
    return 0;
  }
  const problems = problemsOf(values, positionals);
  if (problems.length > 0) {
    console.error([...problems, usage].join('\n'));
    return 1;
  }
  const dir = values.data ?? configOrExit().data;
  if (!existsSync(dir)) {
    console.error(`There is no data folder ${dir}. Name it with --data.`);
    return 1;
  }
  const { from, to, iteration, named, out } = values;
  const store = await openLowdbStore({ dir, log: createLog('warn'), mode: 'read' });
  try {
    const pseudonyms = createPseudonyms(await keepSecret(dir, 'pseudonym-salt'));
    const log = await readParticipation(store, { from, to, iteration, named, pseudonyms });
    if (named) {
      const details = { by: whoAmI(), from: from ?? null, to: to ?? null, iteration: iteration ?? null, out: out ?? null };
      await appendAudit(dir, { at: wallClock.now(), what: 'participation exported with names', ...details });
    }
    await writeOut(log, out);
    console.error(`${log.count} ${log.count === 1 ? 'row' : 'rows'}${out === undefined ? '' : ` in ${out}`}.`);
    return 0;
  } finally {
    await store.close();
  }
}

process.exitCode = await main().catch((error: unknown) => {
  // Whoever reads our output may stop early, as head does.
  if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return 0;
  console.error(error instanceof Error ? error.message : String(error));
  return 1;
});
