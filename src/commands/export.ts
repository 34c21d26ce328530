// npm run export: participation, facts or counts of slips as a table or workbook for coordinators and evaluators, read beside a running bot.
import { createWriteStream, existsSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import type { Writable } from 'node:stream';
import { wallClock } from '../clock.ts';
import { type Config, configOrExit } from '../config.ts';
import { createLog } from '../log.ts';
import { localMoment } from '../mentoring/local-time.ts';
import type { Program } from '../program/program.ts';
import { appendAudit } from '../reports/audit-trail.ts';
import { factColumns } from '../reports/fact-columns.ts';
import { readFactLog } from '../reports/fact-log.ts';
import { participationColumnNames } from '../reports/participation-columns.ts';
import { type ParticipationReport, readParticipation } from '../reports/participation-report.ts';
import { byName, byPseudonym, codes, type PeopleNames, rowMaker } from '../reports/participation-rows.ts';
import { participationWords } from '../reports/participation-words.ts';
import { participationWorkbook, workshopTable } from '../reports/participation-workbook.ts';
import { createPseudonyms } from '../reports/pseudonym.ts';
import { readSlipResults, slipWorkbook } from '../reports/slip-results.ts';
import { workshopCodes } from '../reports/workshop-rows.ts';
import { writeCsv } from '../reports/write-csv.ts';
import { writeJsonLines } from '../reports/write-lines.ts';
import { openLowdbStore } from '../store/lowdb/lowdb-store.ts';
import type { Store } from '../store/store.ts';
import { programOf } from './chat-house.ts';
import { endWith } from './end-command.ts';
import { type ExportOptions, readExportOptions, usage } from './export-options.ts';
import { keepSecret } from './kept-secret.ts';

function help(program: Program): string {
  const words = participationWords(program);
  const ofParticipation = participationColumnNames.map((name) => `  ${name} (${words.ofColumn(name).heading})`);
  const ofFacts = Object.entries(factColumns).map(([column, meaning]) => `  ${column}: ${meaning}`);
  return [
    usage,
    'Columns of participation, in JSON and in the table; the last sheet of the workbook tells what each means:',
    ...ofParticipation,
    'Columns of facts:',
    ...ofFacts,
    '  data_*: what else is known of the fact; person ids as pseudonyms',
  ].join('\n');
}

function whoAmI(): string {
  try {
    return userInfo().username;
  } catch {
    return 'unknown';
  }
}

interface Table {
  count: number;
  write(output: Writable): Promise<void>;
  /** Instead of `write`, for what is made whole. */
  file?(): Promise<Buffer>;
}

async function factTable(store: Store, options: ExportOptions, salt: string): Promise<Table> {
  const log = await readFactLog(store, { ...options, pseudonyms: createPseudonyms(salt) });
  const { format } = options;
  return {
    count: log.count,
    write: (output) => (format === 'csv' ? writeCsv(log.columns, log.rows(), output) : writeJsonLines(log.rows(), output)),
  };
}

async function participationTable(store: Store, program: Program, options: ExportOptions, salt: string): Promise<Table> {
  const { format, named } = options;
  // A practised programme goes by the clock of its simulator.
  const now = new Date(options.now ?? (await store.readClock()) ?? wallClock.now()).toISOString();
  const report = await readParticipation(store, program, options, now);
  const names = named ? byName(report.people) : byPseudonym(createPseudonyms(salt));
  let count = 0;
  for (const _ of report.sessions()) count += 1;
  return {
    count,
    write: (output) =>
      format === 'csv' ? writeTable(report, program, names, output) : writeJsonLines(rowsOf(report, names), output),
    ...(format === 'xlsx' ? { file: () => workbookOf(report, program, names, options, now) } : {}),
  };
}

function* rowsOf({ people, history, sessions }: ParticipationReport, names: PeopleNames): Generator<object> {
  const toRow = rowMaker({ people, history, names, words: codes });
  for (const one of sessions()) yield toRow(one);
}

function sayMoment(cell: string | number | null | undefined): string | number {
  const isMoment = typeof cell === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(cell);
  return isMoment ? cell.replace('T', ' ') : (cell ?? '');
}

async function writeTable(report: ParticipationReport, program: Program, names: PeopleNames, output: Writable): Promise<void> {
  const words = participationWords(program);
  const toRow = rowMaker({ people: report.people, history: report.history, names, words });
  const headings = participationColumnNames.map((name) => words.ofColumn(name).heading);
  function* rows(): Generator<Record<string, string | number>> {
    for (const one of report.sessions()) {
      const row = toRow(one);
      yield Object.fromEntries(
        participationColumnNames.map((name, index) => {
          return [headings[index], sayMoment(row[name])];
        }),
      );
    }
  }
  await writeCsv(headings, rows(), output);
}

function workbookOf(
  report: ParticipationReport,
  program: Program,
  names: PeopleNames,
  { from, to, iteration, named }: ExportOptions,
  now: string,
): Promise<Buffer> {
  const { date, time } = localMoment(now, 'America/Mexico_City');
  const words = participationWords(program);
  const period =
    [iteration === undefined ? '' : words.iteration(iteration), from, to && `- ${to}`].filter(Boolean).join(' ') ||
    words.text('registro.periodo-todo');
  return participationWorkbook({ report, program, names, named, period, madeAt: `${date}T${time}` });
}

async function workshopRowTable(store: Store, program: Program, options: ExportOptions, salt: string): Promise<Table> {
  const now = new Date(options.now ?? (await store.readClock()) ?? wallClock.now()).toISOString();
  const report = await readParticipation(store, program, options, now);
  const names = options.named ? byName(report.people) : byPseudonym(createPseudonyms(salt));
  const { headings, rows } = workshopTable({ report, program, names });
  function* records(): Generator<Record<string, string | number>> {
    for (const row of rows()) yield Object.fromEntries(row.map((cell, index) => [headings[index] ?? '', sayMoment(cell)]));
  }
  return {
    count: [...rows()].length,
    write: (output) =>
      options.format === 'csv'
        ? writeCsv(headings, records(), output)
        : writeJsonLines(
            report.workshops((id) => names.person(id), workshopCodes),
            output,
          ),
  };
}

async function slipTable(store: Store, program: Program, { format }: ExportOptions): Promise<Table> {
  const results = await readSlipResults(store, program);
  const { headings, rows } = results;
  const records = () => rows.map((row) => Object.fromEntries(headings.map((heading, index) => [heading, row[index] ?? ''])));
  return {
    count: rows.length,
    write: (output) => (format === 'csv' ? writeCsv(headings, records(), output) : writeJsonLines(records(), output)),
    ...(format === 'xlsx' ? { file: () => slipWorkbook(program, results) } : {}),
  };
}

/** Under another name until it is whole: nobody opens half a table and takes it for the table. */
async function writeOut(table: Table, out: string | undefined): Promise<void> {
  if (out === undefined) return table.write(process.stdout);
  const partial = `${out}.partial`;
  try {
    if (table.file) await writeFile(partial, await table.file(), { mode: 0o600 });
    else await table.write(createWriteStream(partial, { mode: 0o600 }));
    await rename(partial, out);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

async function exportTable(options: ExportOptions, config: () => Config): Promise<number> {
  const dir = options.data ?? config().data;
  if (!existsSync(dir)) {
    console.error(`There is no data folder ${dir}. Name it with --data.`);
    return 1;
  }
  const { report, from, to, iteration, named, out } = options;
  const program = report === 'facts' ? undefined : programOf(config());
  if (program && iteration !== undefined && iteration !== 'none') {
    const ids = program.programme.iterations.map(({ id }) => id);
    if (!ids.includes(iteration)) {
      console.error(`There is no iteration "${iteration}". Write one of: ${ids.join(', ')}, none.`);
      return 1;
    }
  }
  const store = await openLowdbStore({ dir, log: createLog('warn'), mode: 'read' });
  try {
    const salt = await keepSecret(dir, 'pseudonym-salt');
    const table = !program
      ? await factTable(store, options, salt)
      : report === 'slips'
        ? await slipTable(store, program, options)
        : report === 'workshops'
          ? await workshopRowTable(store, program, options, salt)
          : await participationTable(store, program, options, salt);
    if (named) {
      const details = { by: whoAmI(), from: from ?? null, to: to ?? null, iteration: iteration ?? null, out: out ?? null };
      await appendAudit(dir, { at: wallClock.now(), what: `${report} exported with names`, ...details });
    }
    await writeOut(table, out);
    console.error(`${table.count} ${table.count === 1 ? 'row' : 'rows'}${out === undefined ? '' : ` in ${out}`}.`);
    return 0;
  } finally {
    await store.close();
  }
}

async function main(): Promise<number> {
  const read = readExportOptions(process.argv.slice(2));
  if (read.kind === 'problems') {
    console.error([...read.problems, usage].join('\n'));
    return 1;
  }
  if (read.kind === 'export') return exportTable(read.options, configOrExit);
  console.log(help(programOf(configOrExit())));
  return 0;
}

await endWith(main);
