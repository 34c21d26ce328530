// The command line of the export: which report, of what, in which format and for whom.
import { parseArgs } from 'node:util';

export const reports = ['participation', 'facts', 'slips', 'workshops'] as const;
export type ReportName = (typeof reports)[number];
export const formats = ['csv', 'jsonl', 'xlsx'] as const;
export type ExportFormat = (typeof formats)[number];

export interface ExportOptions {
  report: ReportName;
  format: ExportFormat;
  from: string | undefined;
  to: string | undefined;
  iteration: string | undefined;
  now: string | undefined;
  out: string | undefined;
  data: string | undefined;
  named: boolean;
}

export const usage = `npm run --silent export -- participation [--format xlsx|csv|jsonl] [--from YYYY-MM-DD] [--to YYYY-MM-DD] [--iteration it1]
                                        [--named] [--now ISO] [--out FILE] [--data DIR]
npm run --silent export -- facts [--format csv|jsonl] [the same options]
npm run --silent export -- workshops [--format csv|jsonl] [the same options]
npm run --silent export -- slips [--format xlsx|csv|jsonl] [--out FILE] [--data DIR]
participation: one row for each session that the programme expects, also where nothing happened. facts: one row for each thing recorded.
workshops: one row for each mentor and workshop that took place: attendance by whose word, minutes, catch-up, homework.
slips: what caregivers answered on paper, as counts of five or more by theme and state office; all of them, with no period and no names.
Dates are local dates of the centre, both included. With no period and no iteration: everything that has begun.
Without --out the table goes to standard output; a workbook (xlsx) needs --out.
--named adds names and leaves a line in audit.jsonl of the data folder. --now: the moment by which sessions count as due.`;

const isDate = (written: string): boolean => {
  const day = new Date(`${written}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(written) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(written);
};

export type ReadOptions =
  | { kind: 'help' }
  | { kind: 'problems'; problems: string[] }
  | { kind: 'export'; options: ExportOptions };

/** Throws where an option is unknown. */
export function readExportOptions(args: readonly string[]): ReadOptions {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'csv' },
      from: { type: 'string' },
      to: { type: 'string' },
      iteration: { type: 'string' },
      now: { type: 'string' },
      out: { type: 'string' },
      data: { type: 'string' },
      named: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return { kind: 'help' };
  const report = reports.find((name) => positionals.length === 1 && positionals[0] === name);
  const format = formats.find((name) => name === values.format);
  const problems = problemsOf(values, report, format);
  if (problems.length > 0 || report === undefined || format === undefined) return { kind: 'problems', problems };
  const { from, to, iteration, now, out, data, named } = values;
  return { kind: 'export', options: { report, format, from, to, iteration, now, out, data, named } };
}

interface Written {
  format: string;
  iteration?: string;
  named: boolean;
  from?: string;
  to?: string;
  now?: string;
  out?: string;
}

/** Of two parts that overlap, the difference would tell of few. */
function problemsOfSlips({ from, to, iteration, now, named }: Written): string[] {
  const parts = [from, to, iteration, now].some((part) => part !== undefined);
  return [
    ...(parts ? ['Slips are counted whole. Leave out --from, --to, --iteration and --now.'] : []),
    ...(named ? ['Slips have no names. Leave out --named.'] : []),
  ];
}

function problemsOf(written: Written, report: ReportName | undefined, format: ExportFormat | undefined): string[] {
  const { from, to, now, out } = written;
  const problems: string[] = [];
  if (report === undefined) problems.push(`Name one report: ${reports.join(' or ')}.`);
  if (format === undefined) problems.push(`There is no format "${written.format}". Write --format ${formats.join(', ')}.`);
  if (format === 'xlsx' && report === 'facts') problems.push('The facts are no workbook. Write --format csv or jsonl.');
  if (format === 'xlsx' && report === 'workshops')
    problems.push('The workshops are a sheet of the participation workbook. Write --format csv or jsonl.');
  if (report === 'slips') problems.push(...problemsOfSlips(written));
  if (format === 'xlsx' && out === undefined) problems.push('A workbook needs a file. Name it with --out registro.xlsx.');
  for (const [option, date] of Object.entries({ from, to })) {
    if (date !== undefined && !isDate(date)) problems.push(`--${option} ${date} is not a date. Write it as 2026-03-31.`);
  }
  if (now !== undefined && !/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(now))
    problems.push(`--now ${now} is not a moment. Write it as 2026-03-31T09:00:00-06:00.`);
  if (problems.length === 0 && from !== undefined && to !== undefined && from > to) problems.push('--from is later than --to.');
  return problems;
}
