// Tips that are there twice, by their id, title or what they tell her to do.
import type { Problem } from '../problem.ts';
import { contentOf } from './content-of.ts';
import { plainWords } from './plain-words.ts';
import { type Check, problemAt } from './static-check.ts';

/** Share of words that two actions have in common above which they are the same advice. */
const tooAlike = 0.6;

function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((word) => b.has(word)).length;
  return both / (a.size + b.size - both || 1);
}

export const alikeTips: Check = (files) => {
  const yaml = contentOf(files, 'videoteca');
  const tips = yaml.value.tips.map((tip) => ({ ...tip, words: new Set(plainWords(tip.action).split(' ')) }));
  return tips.flatMap((tip, index) =>
    tips.slice(0, index).flatMap((other): Problem[] => {
      const line = yaml.at(['tips', tips.indexOf(other)]).line;
      if (other.id === tip.id)
        return [
          problemAt(
            yaml,
            ['tips', index, 'id'],
            `There is another tip "${tip.id}", in line ${line}`,
            'Give this one an id of its own.',
          ),
        ];
      if (plainWords(other.title) === plainWords(tip.title)) {
        return [
          problemAt(
            yaml,
            ['tips', index, 'title'],
            `"${other.id}" has the same title, in line ${line}`,
            'Give this one another title.',
          ),
        ];
      }
      const share = shareOf(tip.words, other.words);
      if (share <= tooAlike) return [];
      return [
        problemAt(
          yaml,
          ['tips', index, 'action'],
          `The action is nearly that of "${other.id}" in line ${line} (${Math.round(share * 100)} % of the words)`,
          'Make it another action, or join the two tips.',
        ),
      ];
    }),
  );
};
