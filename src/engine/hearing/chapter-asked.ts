// The chapter of the mentoring guide that words are about: asked for by its name, or the one that answers a question.
import type { Program } from '../../program/program.ts';
import { plain } from '../answers/words/text-forms.ts';

type Chapter = Program['guide'][number];

const shortest = 4;
const stem = 6;

const wanted = (words: string): string[] =>
  plain(words)
    .split(' ')
    .filter((word) => word.length >= shortest);

/** The one that most of the words name; undefined where none does. */
export function chapterNamed({ guide }: Program, words: string): Chapter | undefined {
  const list = wanted(words);
  const scored = guide
    .map((chapter) => {
      const known = plain(`${chapter.title} ${chapter.keywords.join(' ')}`);
      return { chapter, score: list.filter((word) => known.includes(word.slice(0, stem))).length };
    })
    .sort((a, b) => b.score - a.score)[0];
  return scored && scored.score > 0 ? scored.chapter : undefined;
}

const fewest = 2;
const asking = new Set(
  'como cuando donde porque cual cuales quien cuanto cuanta hace hacer hago debo puedo tengo para esta este'.split(' '),
);

/** For a question of hers: nearly all that it says is of one chapter, whose beginning answers it. */
export function chapterAsked(program: Program, question: string): { title: string; text: string } | undefined {
  const list = wanted(question).filter((word) => !asking.has(word));
  const chapter = chapterNamed(program, list.join(' '));
  if (!chapter) return undefined;
  const known = plain(`${chapter.title} ${chapter.keywords.join(' ')}`);
  const hits = list.filter((word) => known.includes(word.slice(0, stem))).length;
  if (hits < fewest || hits < list.length) return undefined;
  return { title: chapter.title, text: chapter.text.split('\n\n')[0] ?? '' };
}
