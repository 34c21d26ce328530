// Phrases of the protection protocol: long enough to be no accident, and each on one route.
import { harmFeatures, knownFamilies } from '../../domain/harm-names.ts';
import type { Problem } from '../problem.ts';
import { contentOf } from './content-of.ts';
import { plainWords } from './plain-words.ts';
import { adviceAt, type Check, problemAt } from './static-check.ts';

/** Shorter words are part of ordinary notes ("pego la estampa"); longer ones can be as plain as "convulsion", and a miss is worse. */
const shortestWord = 5;

type Protocol = ReturnType<typeof contentOf<'protocolo'>>;

export const safeguardingPhrases: Check = (files) => {
  const yaml = contentOf(files, 'protocolo');
  const known = new Map<string, string>();
  const ofPhrases = Object.entries(yaml.value.vocabulary).flatMap(([route, phrases]) => {
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
  return [...ofPhrases, ...unknownFamilies(yaml)];
};

/** A sign that names a family that is not there would never be found. */
function unknownFamilies(yaml: Protocol): Problem[] {
  const { families, signs } = yaml.value;
  const known = new Set<string>([...Object.keys(families), ...harmFeatures]);
  const missing = knownFamilies.filter((name) => families[name] === undefined);
  return [
    ...missing.map((name) =>
      problemAt(yaml, ['families'], `There is no family "${name}", which the reader knows by name`, 'Write its words.'),
    ),
    ...signs.flatMap(({ all, unless }, index) =>
      [...all, ...(unless ?? [])]
        .filter((name) => !known.has(name))
        .map((name) => problemAt(yaml, ['signs', index], `There is no family "${name}"`, 'Name one of the families above.')),
    ),
  ];
}
