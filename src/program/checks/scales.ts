// Scales whose keys or synonyms stand for two values, or whose keys cannot be typed as one figure.
import type { Problem } from '../problem.ts';
import { contentOf } from './content-of.ts';
import { plainWords } from './plain-words.ts';
import { type Check, problemAt } from './static-check.ts';

export const scales: Check = (files) => {
  const yaml = contentOf(files, 'escalas');
  return Object.entries(yaml.value).flatMap(([name, { values }]) => {
    const meaning = new Map<string, string>();
    const keys = new Set<string>();
    return values.flatMap(({ key, label, synonyms }, index): Problem[] => {
      const path = [name, 'values', index];
      const found: Problem[] = [];
      if (keys.has(key))
        found.push(
          problemAt(yaml, [...path, 'key'], `Two values of "${name}" have the key ${key}`, 'Give each a key of its own.'),
        );
      keys.add(key);
      (synonyms ?? []).forEach((synonym, place) => {
        const where = [...path, 'synonyms', place];
        const other = meaning.get(plainWords(synonym));
        meaning.set(plainWords(synonym), label);
        if (plainWords(synonym) !== synonym)
          found.push(
            problemAt(
              yaml,
              where,
              `"${synonym}" is compared without accents, capitals and signs`,
              `Write "${plainWords(synonym)}".`,
            ),
          );
        else if (other === label)
          found.push(problemAt(yaml, where, `"${synonym}" stands twice for "${label}"`, 'Take one of them out.'));
        else if (other !== undefined)
          found.push(
            problemAt(
              yaml,
              where,
              `"${synonym}" stands for both "${other}" and "${label}"`,
              'Leave it at the value that people mean.',
            ),
          );
      });
      return found;
    });
  });
};
