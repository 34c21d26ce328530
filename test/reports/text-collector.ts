// Everything that is written to a stream, as text.
import { Writable } from 'node:stream';

export async function collectText(write: (output: Writable) => Promise<void>): Promise<string> {
  const chunks: Buffer[] = [];
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(Buffer.from(chunk));
      done();
    },
  });
  await write(output);
  return Buffer.concat(chunks).toString('utf8');
}
