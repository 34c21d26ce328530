// Rows as CSV that Excel opens with a double click: UTF-8 with its mark, CRLF, and no cell that it would run as a formula.
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';

type Row = Record<string, string | number | boolean>;

/** `output` is ended, except where it is the terminal's, which the process needs until its end. */
export async function writeCsv(
  columns: readonly string[],
  rows: Iterable<Row> | AsyncIterable<Row>,
  output: Writable,
): Promise<void> {
  const csv = stringify({
    bom: true,
    header: true,
    columns: [...columns],
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: { boolean: (value) => (value ? 'yes' : 'no') },
  });
  const ends = output !== process.stdout;
  await pipeline(Readable.from(rows), csv, output, { end: ends });
}
