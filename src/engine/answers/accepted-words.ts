// Whether a sentence surely says that a caregiver accepted: her yes is never made out of a word that happens to be in it.
import type { Vocabulary } from '../../program/vocabulary-schema.ts';
import { spokenWords, withoutPhrases } from './phrase-book.ts';
import { isPlainYesOrNo } from './yes-no.ts';

/** Words that are of an acceptance and hardly of anything else. */
const strong = /^(?:asept|kis|kier|dijo|akuerdo|partisip|anim|interes)/;
const fewestStrong = 3;
/** Beside words of a weaker kind ("muy dispuesta") there is hardly room for anything else. */
const mostBeside = 2;

/** `names`: what the option is called, in her words. */
export function surelyAccepted(text: string, names: readonly string[], v: Vocabulary): boolean {
  if (isPlainYesOrNo(text, v) || /^\s*\d\s*$/.test(text)) return true;
  const said = withoutPhrases(spokenWords(text, v.abbreviations), v.courtesy);
  return names.some((name) => {
    const words = withoutPhrases(spokenWords(name, v.abbreviations), v.courtesy);
    const at = words.length === 0 ? -1 : said.findIndex((_, i) => words.every((word, k) => said[i + k] === word));
    if (at < 0) return false;
    const beside = said.length - words.length;
    if (words.length === 1) return beside === 0 || (beside <= mostBeside && strong.test(words[0] ?? ''));
    return beside <= mostBeside || words.length >= fewestStrong || words.some((word) => strong.test(word));
  });
}
