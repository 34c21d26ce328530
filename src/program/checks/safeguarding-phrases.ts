// Phrases of the protection protocol: long enough to be no accident, and each on one route.
import type { Problem } from '../problem.ts';
import { contentOf } from './content-of.ts';
import { plainWords } from './plain-words.ts';
import { adviceAt, type Check, problemAt } from './static-check.ts';

/** Shorter words are part of ordinary notes ("pego la estampa"); longer ones can be as plain as "convulsion", and a miss is worse. */
const shortestWord = 5;

export const safeguardingPhrases: Check = (files) => {
  const yaml = contentOf(files, 'protocolo');
  const known = new Map<string, string>();
  return Object.entries(yaml.value.vocabulary).flatMap(([route, phrases]) => {
    const single = phrases.filter((phrase) => !phrase.includes(' ') && phrase.length >= shortestWord);
    const advice = single.length
      ? [
          adviceAt(
            yaml,
            ['vocabulary', route],
            `${single.length} phrases of ${route} are single words (${single.slice(0, 4).join(', ')} …)`,
            'Keep only those that no ordinary note holds.',
          ),
        ]
      : [];
    const problems = phrases.flatMap((phrase, index): Problem[] => {
      const path = ['vocabulary', route, index];
      const words = plainWords(phrase);
      const other = known.get(words);
      known.set(words, route);
      if (!words.includes(' ') && words.length < shortestWord) {
        return [
          problemAt(
            yaml,
            path,
            `"${phrase}" is a single word, which ordinary notes hold too`,
            'Write it with the words around it: "le pego a" instead of "pego".',
          ),
        ];
      }
      if (words !== phrase)
        return [problemAt(yaml, path, `"${phrase}" is compared without accents, capitals and signs`, `Write "${words}".`)];
      if (other === route) return [problemAt(yaml, path, `"${phrase}" stands twice in ${route}`, 'Take one of them out.')];
      if (other !== undefined)
        return [
          problemAt(
            yaml,
            path,
            `"${phrase}" is on two routes, ${other} and ${route}`,
            'Leave it on the more urgent one: danger, then abuse, then distress.',
          ),
        ];
      return [];
    });
    return [...problems, ...advice];
  });
};
