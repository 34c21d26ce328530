// Reads a yes or a no.
import type { Vocabulary } from '../../program/vocabulary-schema.ts';
import type { Reading } from './reading.ts';

export function readYesNo(_text: string, _v: Vocabulary): Reading<boolean> {
  throw new Error('not yet written');
}

export function isUnconditionalYes(_text: string, _v: Vocabulary): boolean {
  throw new Error('not yet written');
}
