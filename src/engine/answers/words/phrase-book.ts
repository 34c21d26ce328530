// Finds known phrases in a message by how they sound, so that "ciempre", "vueno" and "ay" need no entry of their own.
import type { PhraseBook } from '../../../program/vocabulary-schema.ts';
import { words } from './text-forms.ts';
import { memoOfText } from './text-memo.ts';

export interface PhraseHit<T> {
  at: number;
  end: number;
  means: T;
}

/** Letters that sound alike written as one; also for patterns, in which doubled signs mean something. */
export const heardSpelling = (text: string): string =>
  text
    .replace(/ch/g, '1')
    .replace(/h/g, '')
    .replace(/ll/g, 'y')
    .replace(/c(?=[ei])|z/g, 's')
    .replace(/qu|q|c/g, 'k')
    .replace(/v/g, 'b');

/** Seseo, b/v, ll/y, silent h, k/qu: spellings that mentors mix are one sound. Numbers stay whole: "11" is not "1". */
export const soundOf = memoOfText(20_000, (word) => heardSpelling(word).replace(/(\D)\1/g, '$1'));

/** The sounds of all words of a text; shared by all readers. */
export const soundsOf = memoOfText(2_000, (text): readonly string[] => words(text).map(soundOf));

const spoken = new WeakMap<ReadonlyMap<string, string>, (text: string) => readonly string[]>();

/** Shared by all readers. */
export function spokenWords(text: string, abbreviations: ReadonlyMap<string, string>): readonly string[] {
  let soundsOf = spoken.get(abbreviations);
  if (!soundsOf) {
    soundsOf = memoOfText(256, (said) => soundsIn(said, abbreviations));
    spoken.set(abbreviations, soundsOf);
  }
  return soundsOf(text);
}

const spokenLines = new WeakMap<ReadonlyMap<string, string>, (text: string) => string>();

/** The same as one line, to be compared. */
export function spokenLine(text: string, abbreviations: ReadonlyMap<string, string>): string {
  let lineOf = spokenLines.get(abbreviations);
  if (!lineOf) {
    lineOf = memoOfText(2_000, (said) => soundsIn(said, abbreviations).join(' '));
    spokenLines.set(abbreviations, lineOf);
  }
  return lineOf(text);
}

function soundsIn(text: string, abbreviations: ReadonlyMap<string, string>): string[] {
  const list = words(text).slice(0, 300);
  return list.flatMap((word) => (abbreviations.get(word) ?? word).split(' ')).map(soundOf);
}

const stemLetters = 3;

export function bookOf<T>(entries: readonly (readonly [means: T, phrases: readonly string[]])[]): PhraseBook<T> {
  const book = new Map<string, { words: readonly string[]; means: T }[]>();
  for (const [means, phrases] of entries) {
    for (const phrase of phrases) {
      const sounds = soundsOf(phrase);
      const open = phrase.endsWith('*');
      const first = open && sounds.length === 1 ? `${sounds[0]?.slice(0, stemLetters)}*` : sounds[0];
      if (first === undefined) continue;
      const list = open ? [...sounds.slice(0, -1), `${sounds.at(-1)}*`] : sounds;
      const shelf = book.get(first) ?? [];
      shelf.push({ words: list, means });
      book.set(first, shelf);
    }
  }
  for (const shelf of book.values()) shelf.sort((a, b) => b.words.length - a.words.length);
  return book;
}

export function phraseAt<T>(list: readonly string[], at: number, book: PhraseBook<T>): PhraseHit<T> | undefined {
  const shelf = book.get(list[at] ?? '');
  if (shelf === undefined) return undefined;
  // Loops and no closures: this is asked of every word, of some twenty books.
  for (const { words, means } of shelf) {
    let k = 1;
    while (k < words.length && list[at + k] === words[k]) k++;
    if (k >= words.length) return { at, end: at + words.length, means };
  }
  return undefined;
}

/** As phraseAt, for books in which "*" leaves the end of a last word open. */
export function openPhraseAt<T>(list: readonly string[], at: number, book: PhraseBook<T>): PhraseHit<T> | undefined {
  const word = list[at] ?? '';
  const fits = (said: string | undefined, known: string): boolean =>
    said === known || (said !== undefined && known.endsWith('*') && said.startsWith(known.slice(0, -1)));
  for (const shelf of [book.get(word), book.get(`${word.slice(0, stemLetters)}*`)]) {
    const found = shelf?.find((entry) => entry.words.every((known, k) => fits(list[at + k], known)));
    if (found) return { at, end: at + found.words.length, means: found.means };
  }
  return undefined;
}

/** From left to right, the longest phrase at each place, without overlaps. */
export function findPhrases<T>(list: readonly string[], book: PhraseBook<T>): PhraseHit<T>[] {
  const hits: PhraseHit<T>[] = [];
  for (let i = 0; i < list.length; ) {
    const hit = phraseAt(list, i, book);
    if (hit) hits.push(hit);
    i = hit ? hit.end : i + 1;
  }
  return hits;
}

/** The message without courtesy at its ends and in between. */
export function withoutPhrases(list: readonly string[], book: PhraseBook<true>): string[] {
  const left: string[] = [];
  for (let i = 0; i < list.length; ) {
    const hit = phraseAt(list, i, book);
    if (!hit) left.push(list[i] ?? '');
    i = hit?.end ?? i + 1;
  }
  return left;
}
