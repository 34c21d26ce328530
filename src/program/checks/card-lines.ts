// Cards that are longer than the eight lines which fit a small sheet of paper.
import { type Check, problemAt } from './static-check.ts';
import { placeholderSizes, textSize } from './text-size.ts';
import { writtenTexts } from './written-texts.ts';

const mostLines = 8;

export const cardLines: Check = (files, program) => {
  const sizes = placeholderSizes(program);
  return writtenTexts(files).flatMap(({ yaml, path, key, text, kind }) => {
    const { lines } = textSize(text, sizes);
    if (kind !== 'card' || lines <= mostLines) return [];
    return [
      problemAt(
        yaml,
        path,
        `The card "${key}" has ${lines} lines; it is copied by hand, so ${mostLines} is the most`,
        'Join lines or take some out.',
      ),
    ];
  });
};
