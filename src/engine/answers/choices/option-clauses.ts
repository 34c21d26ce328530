// Her words as clauses, with what she joined or mistyped mended after the words of the shown options.
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import { type SaidClauses, saidClauses } from '../words/said-clauses.ts';
import { type Lexicon, lexiconOf, mendWords } from './mend-words.ts';
import type { PreparedOption } from './option-words.ts';

const lexicons = new WeakMap<readonly PreparedOption[], Lexicon>();
const small = ['medio', 'la', 'el', 'los', 'las', 'y', 'a', 'no', 'de', 'menos', 'todas', 'todos', 'todo', 'ninguna', 'la', 'en'];

export function optionClauses(text: string, options: readonly PreparedOption[], v: Vocabulary): SaidClauses {
  let lexicon = lexicons.get(options);
  if (!lexicon) {
    const own = [...small, ...options.flatMap(({ names }) => names.flat())].filter((word) => word !== '');
    // A word that means something else is no slip: "manos" is not "menos".
    lexicon = lexiconOf([...own, ...v.meanings.words], own, own);
    lexicons.set(options, lexicon);
  }
  const known = lexicon;
  return saidClauses(text, v, (words) => mendWords(words, known));
}
