// The machine face of the driver: a JSON object a line, in and out, one line at a time.
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Driver } from './driver-core.ts';

/** Outputs are written by the driver's `emit`, at the moment at which they happen. Resolves at the end of the input. */
export async function runJson(driver: Driver, input: Readable): Promise<void> {
  await driver.start();
  // Opened only now: lines that came before the start are still in the stream, none is lost.
  let first = true;
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    await driver.line(first ? line.replace(/^\uFEFF/, '') : line);
    first = false;
  }
}

export function jsonWriter(output: Writable): (value: object) => void {
  return (value) => {
    output.write(`${JSON.stringify(value)}\n`);
  };
}
