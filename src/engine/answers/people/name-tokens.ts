// A text as words with their places, and the names of people that may stand in it.

import { soundOf } from '../words/phrase-book.ts';
import { plain } from '../words/text-forms.ts';
import { genderOfName, isThingToo, type NamesLexicon } from './names-lexicon.ts';

export interface NameToken {
  text: string;
  start: number;
  end: number;
  sound: string;
  capital: boolean;
  /** What stands between the word before and this one. */
  gap: string;
}

/** Words from `first` to `last` that are one person's name. */
export interface Named {
  first: number;
  last: number;
  /** Sound of the first word: by it the same person is known again. */
  key: string;
  /** Where the text goes on; a full stop after an initial belongs to the name. */
  end: number;
}

const word = /[\p{L}\p{M}\p{N}]+/gu;
const mostTokens = 400;

export function tokensOf(text: string): NameToken[] {
  const tokens: NameToken[] = [];
  let before = 0;
  for (const match of text.matchAll(word)) {
    const [said] = match;
    const start = match.index;
    tokens.push({
      text: said,
      start,
      end: start + said.length,
      sound: soundOf(plain(said)),
      capital: /^\p{Lu}/u.test(said),
      gap: text.slice(before, start),
    });
    before = start + said.length;
    if (tokens.length === mostTokens) break;
  }
  return tokens;
}

/** Where every word begins with one, a capital tells nothing. */
export const tellsByCapital = (tokens: readonly NameToken[]): boolean =>
  tokens.filter(({ capital }) => capital).length * 2 <= tokens.length + 1;

export const endsSentence = (gap: string): boolean => /[.!?;:\n…]/.test(gap);

/** From this word on, a name with its second one, its surnames, its initial. */
export function nameFrom(
  tokens: readonly NameToken[],
  at: number,
  lexicon: NamesLexicon,
  capitals: boolean,
  text: string,
): Named | undefined {
  const first = tokens[at];
  if (!first) return undefined;
  let last = at;
  let end = first.end;
  for (let next = tokens[last + 1]; next && next.gap === ' ' && last - at < 3; next = tokens[last + 1]) {
    const told = capitals && next.capital;
    const second = last === at && genderOfName(lexicon, next.sound) !== undefined && (told || !isThingToo(lexicon, next.sound));
    // "Luz María": written small, "leo luz" is nobody.
    const surname = lexicon.surnames.has(next.sound) || (told && isUnknownName(next, lexicon));
    const initial = /^\p{L}$/u.test(next.text) && text[next.end] === '.';
    if (!second && !surname && !initial) break;
    last++;
    end = initial ? next.end + 1 : next.end;
    if (initial) break;
  }
  return { first: at, last, key: first.sound, end };
}

/** A word that can only be a name where one is expected: a capital, and nothing that we know. */
export const isUnknownName = ({ text, sound }: NameToken, lexicon: NamesLexicon): boolean =>
  text.length > 2 &&
  text !== text.toUpperCase() &&
  !lexicon.notNames.has(sound) &&
  !lexicon.adult.has(sound) &&
  !lexicon.child.has(sound) &&
  !lexicon.anybodyDoes.has(sound) &&
  !lexicon.between.has(sound);
