// Rows as JSON Lines: one object a line, for programs.
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** `output` is ended, except where it is the terminal's. */
export async function writeJsonLines(rows: Iterable<object> | AsyncIterable<object>, output: Writable): Promise<void> {
  async function* lines() {
    for await (const row of rows) yield `${JSON.stringify(row)}\n`;
  }
  await pipeline(Readable.from(lines()), output, { end: output !== process.stdout });
}
