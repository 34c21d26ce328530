// The bytes of a CSV file, as any Excel or text editor in Mexico may have written them, as a header and rows of trimmed text.
import { parse } from 'csv-parse/sync';
import type { CellProblem } from './roster-problem.ts';

export interface TableRow {
  /** Where the row begins, as an editor counts. */
  line: number;
  cells: string[];
}
export interface Table {
  header: TableRow;
  rows: TableRow[];
}
export type TableProblem = CellProblem & { line: number };

const saveAsCsv = 'Open it in Excel and save it as "CSV UTF-8 (comma delimited)".';

/** Excel writes UTF-8 with a mark, Windows-1252 or, as "Unicode text", UTF-16; what is not valid UTF-8 was the second. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Counted in the header only: semicolons and commas are frequent inside the cells of the rows. */
function separatorOf(text: string): string {
  const header = (text.split('\n', 1)[0] ?? '').replace(/"[^"]*"/g, '');
  const times = (separator: string): number => header.split(separator).length - 1;
  return [',', ';', '\t'].reduce((best, next) => (times(next) > times(best) ? next : best));
}

export function readTable(bytes: Uint8Array): Table | TableProblem {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    return { line: 1, reason: 'This is an Excel workbook, not a CSV file.', fix: saveAsCsv };
  // One kind of line end, or the parser would count the CRLF inside a quoted cell as two lines.
  const text = decode(bytes).replace(/\r\n?/g, '\n');
  if (text.includes('\0')) return { line: 1, reason: 'This is not a text file.', fix: saveAsCsv };
  const declared = /^"?sep=(.)"?\n/i.exec(text);
  // The line stays, empty, so that the lines keep their numbers.
  const body = declared ? text.slice(declared[0].length - 1) : text;
  try {
    // The types of csv-parse do not follow `info` and `raw`, which wrap each record.
    const records = parse(body, {
      delimiter: declared?.[1] ?? separatorOf(body),
      record_delimiter: '\n',
      info: true,
      raw: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    }) as unknown as { record: string[]; info: { lines: number }; raw: string }[];
    const rows = records.map(({ record, info, raw }): TableRow => {
      const linesInside = raw.trim().split('\n').length - 1;
      return { line: info.lines - linesInside, cells: record };
    });
    const header = rows.shift();
    if (!header) return { line: 1, reason: 'The file is empty.', fix: 'Begin with a row of column names, as in data/demo.' };
    return { header, rows };
  } catch (error) {
    const line = typeof error === 'object' && error !== null && 'lines' in error ? Number(error.lines) : 1;
    return {
      line,
      reason: 'A quotation mark is opened and not closed.',
      fix: 'Close it, or write "" for a quotation mark inside a cell.',
    };
  }
}
