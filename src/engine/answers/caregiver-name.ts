// Finds which caregiver a sentence names.
import type { Reading } from './reading.ts';

export function readCaregiverName(_text: string, _names: readonly { id: string; name: string }[]): Reading<string> {
  throw new Error('not yet written');
}
