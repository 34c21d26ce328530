// Phrases of the vocabulary that mean two things: the bot would take one of them in silence.
import type { Problem } from '../problem.ts';
import { contentOf } from './content-of.ts';
import { type Check, type Path, problemAt } from './static-check.ts';

interface Meaning {
  means: string;
  path: Path;
  phrases: readonly string[];
}

export const vocabularyCollisions: Check = (files) => {
  const yaml = contentOf(files, 'vocabulario');
  const file = yaml.value;
  const of = (means: string, path: Path, phrases: readonly string[]): Meaning => ({ means, path, phrases });
  const within = (key: string, group: Readonly<Record<string, readonly string[]>>, base: Path = [key]): Meaning[] =>
    Object.entries(group).map(([name, phrases]) => of(name, [...base, name], phrases));
  const commands = (how: 'whole' | 'opening' | 'within'): Meaning[] =>
    Object.entries(file.commands).map(([name, phrases]) => of(`the command ${name}`, ['commands', name, how], phrases[how]));
  const { phases, ...report } = file.report;
  // Within each of these groups a phrase has one meaning.
  const groups: Meaning[][] = [
    [of('yes', ['yes'], file.yes), of('no', ['no'], file.no), of('neither', ['neither'], file.neither)],
    [of('yes', ['yesEmoji'], file.yesEmoji), of('no', ['noEmoji'], file.noEmoji), of('doubt', ['doubtEmoji'], file.doubtEmoji)],
    commands('whole'),
    commands('opening'),
    commands('within'),
    within('report', report),
    within('phases', phases, ['report', 'phases']),
    within('reasons', file.reasons),
    within('methods', file.methods),
    within('modelled', file.modelled),
    file.ordinals.map((phrases, index) => of(`place ${index + 1}`, ['ordinals', index], phrases)),
    file.frequency.map((phrases, index) => of(`frequency ${index + 1}`, ['frequency', index], phrases)),
  ];
  return groups.flatMap((group) => {
    const known = new Map<string, string>();
    return group.flatMap(({ means, path, phrases }) =>
      phrases.flatMap((phrase, index): Problem[] => {
        const other = known.get(phrase);
        known.set(phrase, means);
        if (other === undefined) return [];
        if (other === means)
          return [problemAt(yaml, [...path, index], `"${phrase}" stands twice in ${means}`, 'Take one of them out.')];
        return [
          problemAt(
            yaml,
            [...path, index],
            `"${phrase}" means both ${other} and ${means}`,
            'Leave it where people mean it more often, and make the other longer.',
          ),
        ];
      }),
    );
  });
};
