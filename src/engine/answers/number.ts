// Reads one number, in digits or words.
import type { Reading } from './reading.ts';

export function readNumber(_text: string): Reading<number> {
  throw new Error('not yet written');
}
