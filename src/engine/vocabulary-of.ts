// The vocabulary of the program, prepared once.
import type { Program } from '../program/program.ts';
import type { Vocabulary } from '../program/vocabulary-schema.ts';
import { compileVocabulary } from './answers/words/compile-vocabulary.ts';

const compiled = new WeakMap<Program['vocabulary'], Vocabulary>();

export function vocabularyOf(program: Program): Vocabulary {
  let vocabulary = compiled.get(program.vocabulary);
  if (!vocabulary) {
    vocabulary = compileVocabulary(program.vocabulary);
    compiled.set(program.vocabulary, vocabulary);
  }
  return vocabulary;
}
