// Reads which of the options she means.
import type { Vocabulary } from '../../program/vocabulary-schema.ts';
import type { Reading } from './reading.ts';

export interface ChoiceOption {
  id: string;
  label: string;
  key?: string;
  synonyms?: readonly string[];
}

export function readChoices(_text: string, _options: readonly ChoiceOption[], _v: Vocabulary): Reading<string[]> {
  throw new Error('not yet written');
}

export function readChoice(_text: string, _options: readonly ChoiceOption[], _v: Vocabulary): Reading<string> {
  throw new Error('not yet written');
}
