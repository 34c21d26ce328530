// "No se agacha", "no lee", where that is what is asked about: the deed of the question, denied and nothing more.
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import { emptyWords } from '../choices/option-words.ts';
import { pronouns } from '../words/absent-moment.ts';
import { withoutPhrases } from '../words/phrase-book.ts';
import { words } from '../words/text-forms.ts';

const longest = 6;
const shortestVerb = 3;
const stem = 4;

export function deniesAsked(text: string, asked: string, v: Vocabulary): boolean {
  if (text.length > 60 || text.includes('?')) return false;
  const list = withoutPhrases(words(text), v.courtesy);
  if (list[0] !== 'no' || list.length < 2 || list.length > longest) return false;
  let at = 1;
  while (pronouns.has(list[at] ?? '')) at++;
  const verb = list[at] ?? '';
  if (verb.length < shortestVerb || emptyWords.has(verb)) return false;
  const question = words(asked);
  const own = (word: string): boolean =>
    question.some((other) => other === word || (word.length >= stem && other.slice(0, stem) === word.slice(0, stem)));
  // What stands behind it says more, unless the question says it too.
  return own(verb) && list.slice(at + 1).every((word) => emptyWords.has(word) || own(word));
}
