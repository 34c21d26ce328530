// Prepares the vocabulary once, so that no reader builds a set while a message waits.
import type { Vocabulary, VocabularyFile } from '../../program/vocabulary-schema.ts';

export function compileVocabulary(_file: VocabularyFile): Vocabulary {
  throw new Error('not yet written');
}
