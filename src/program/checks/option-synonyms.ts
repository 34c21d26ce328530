// Synonyms of options: one that stands for two options settles nothing, one with accents is never found.
import type { Problem } from '../problem.ts';
import { plainWords } from './plain-words.ts';
import { type Check, problemAt } from './static-check.ts';

export const optionSynonyms: Check = (files) =>
  Object.values(files.texts).flatMap((yaml) =>
    Object.entries(yaml.value).flatMap(([id, entry]): Problem[] => {
      if (typeof entry === 'string') return [];
      const meaning = new Map<string, string>();
      return Object.entries(entry.synonyms ?? {}).flatMap(([option, list]) =>
        list.flatMap((synonym, index): Problem[] => {
          const path = [id, 'synonyms', option, index];
          const other = meaning.get(plainWords(synonym));
          meaning.set(plainWords(synonym), option);
          if (plainWords(synonym) !== synonym) {
            return [
              problemAt(
                yaml,
                path,
                `The synonym "${synonym}" is compared without accents, capitals and signs`,
                `Write "${plainWords(synonym)}".`,
              ),
            ];
          }
          if (other === option)
            return [problemAt(yaml, path, `The synonym "${synonym}" stands twice for "${option}"`, 'Take one of them out.')];
          if (other === undefined) return [];
          return [
            problemAt(
              yaml,
              path,
              `The synonym "${synonym}" stands for both "${other}" and "${option}"`,
              'Leave it at the one that people mean.',
            ),
          ];
        }),
      );
    }),
  );
