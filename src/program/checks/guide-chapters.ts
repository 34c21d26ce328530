// Chapters of the guide that are there twice, or that nobody can find.
import type { Problem } from '../problem.ts';
import { contentOf } from './content-of.ts';
import { plainWords } from './plain-words.ts';
import { type Check, problemAt } from './static-check.ts';

export const guideChapters: Check = (files) => {
  const yaml = contentOf(files, 'guia-de-mentoria');
  const { chapters } = yaml.value;
  return chapters.flatMap(({ id, title, keywords }, index): Problem[] => [
    ...(chapters.findIndex((other) => other.id === id) === index
      ? []
      : [problemAt(yaml, ['chapters', index, 'id'], `There are two chapters "${id}"`, 'Give this one an id of its own.')]),
    ...(chapters.findIndex((other) => plainWords(other.title) === plainWords(title)) === index
      ? []
      : [
          problemAt(
            yaml,
            ['chapters', index, 'title'],
            `There are two chapters called "${title}"`,
            'Give this one another title.',
          ),
        ]),
    ...(keywords.length
      ? []
      : [
          problemAt(
            yaml,
            ['chapters', index, 'keywords'],
            `Nobody finds the chapter "${title}": it has no keywords`,
            'Add some words that a mentor would use.',
          ),
        ]),
  ]);
};
