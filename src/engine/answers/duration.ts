// Reads how long something took, in minutes.
import type { Reading } from './reading.ts';

export function readMinutes(_text: string): Reading<number> {
  throw new Error('not yet written');
}
