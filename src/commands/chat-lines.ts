// Lines typed in a terminal or piped in, one at a time; none is lost while the one before is still being answered.
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

export interface TypedLines {
  /** The next line; undefined when the input has ended or nobody wants more. */
  next(): Promise<string | undefined>;
  /** Lines that wait are dropped, and whoever waits for one gets undefined. */
  end(): void;
}

export function readLines(input: Readable, output: Writable, isTerminal: boolean, prompt: string): TypedLines {
  const reader = createInterface({ input, output, terminal: isTerminal, prompt });
  const waiting: string[] = [];
  let isOver = false;
  let wake: () => void = () => {};
  reader.on('line', (line) => {
    waiting.push(line);
    wake();
  });
  reader.on('close', () => {
    isOver = true;
    wake();
  });
  reader.on('SIGINT', () => reader.close());
  return {
    async next() {
      if (waiting.length === 0 && !isOver) {
        reader.prompt();
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return waiting.shift();
    },
    end() {
      waiting.length = 0;
      reader.close();
    },
  };
}
