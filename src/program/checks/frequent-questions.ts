// Frequent questions that are there twice, or ways to ask that belong to two of them.
import type { Problem } from '../problem.ts';
import { contentOf } from './content-of.ts';
import { plainWords } from './plain-words.ts';
import { type Check, problemAt } from './static-check.ts';

export const frequentQuestions: Check = (files) => {
  const yaml = contentOf(files, 'preguntas-frecuentes');
  const ids = new Set<string>();
  const owner = new Map<string, string>();
  return yaml.value.questions.flatMap(({ id, question, variants }, index): Problem[] => {
    const found: Problem[] = [];
    const path = ['questions', index];
    if (ids.has(id))
      found.push(problemAt(yaml, [...path, 'id'], `There are two questions "${id}"`, 'Give this one an id of its own.'));
    ids.add(id);
    const own = new Set<string>();
    [question, ...variants].forEach((asked, place) => {
      const words = plainWords(asked);
      const where = place === 0 ? [...path, 'question'] : [...path, 'variants', place - 1];
      const other = owner.get(words);
      if (own.has(words)) found.push(problemAt(yaml, where, `"${asked}" stands twice in "${id}"`, 'Take one of them out.'));
      else if (other !== undefined)
        found.push(
          problemAt(yaml, where, `"${asked}" is asked in "${other}" too`, 'Leave it at the question that it fits better.'),
        );
      own.add(words);
      owner.set(words, id);
    });
    return found;
  });
};
