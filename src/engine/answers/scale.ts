// Reads a value of a short scale.
import type { Vocabulary } from '../../program/vocabulary-schema.ts';
import type { Reading } from './reading.ts';

export interface ScaleValue {
  key: string;
  value: number | null;
  label: string;
  hint?: string;
  synonyms?: readonly string[];
}

export function readScale(_text: string, _scale: readonly ScaleValue[], _v: Vocabulary): Reading<{ key: string; note?: string }> {
  throw new Error('not yet written');
}
