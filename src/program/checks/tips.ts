// Tips that point to items, or to videos, that are not there.
import type { Problem } from '../problem.ts';
import { contentOf } from './content-of.ts';
import { suggestion } from './name-sets.ts';
import { plainWords } from './plain-words.ts';
import { adviceAt, type Check, problemAt } from './static-check.ts';

export const tips: Check = (files, program, names) => {
  const yaml = contentOf(files, 'videoteca');
  const instruments = Object.values(program.instruments);
  const codes = new Map(instruments.flatMap((instrument) => instrument.items.map(({ code }) => [code, instrument])));
  const found = yaml.value.tips.flatMap((tip, index): Problem[] => {
    const path = ['tips', index];
    const problems: Problem[] = [];
    tip.items.forEach((code, place) => {
      const instrument = codes.get(code);
      const where = [...path, 'items', place];
      if (!instrument)
        problems.push(
          problemAt(
            yaml,
            where,
            `The tip "${tip.id}" is for the item ${code}, which no checklist has`,
            suggestion(code, codes.keys()),
          ),
        );
      else if (instrument.theme !== tip.theme) {
        problems.push(
          problemAt(
            yaml,
            where,
            `The tip "${tip.id}" is of ${tip.theme}, and ${code} of ${instrument.theme}`,
            'Correct the theme or the item.',
          ),
        );
      } else if (!tip.ageGroups.includes(instrument.ageGroup)) {
        problems.push(
          problemAt(
            yaml,
            where,
            `The tip "${tip.id}" is not for ${instrument.ageGroup}, and ${code} is`,
            'Add the age group, or take out the item.',
          ),
        );
      }
    });
    const { file, link } = tip.video;
    if (!file && !link)
      problems.push(
        problemAt(
          yaml,
          [...path, 'video'],
          `The video of "${tip.id}" has neither a file nor a link`,
          'Add "file:" (in data/media) or "link:".',
        ),
      );
    if (file && !names.media.has(file)) {
      problems.push(
        problemAt(
          yaml,
          [...path, 'video', 'file'],
          `There is no video data/media/${file}`,
          names.media.size ? suggestion(file, names.media) : 'Put it there, or use "link:".',
        ),
      );
    }
    if (link && !/^https:\/\/[^\s/]+\.[^\s/]+/.test(link))
      problems.push(
        problemAt(
          yaml,
          [...path, 'video', 'link'],
          `"${link}" is not an address that opens`,
          'Write the whole address, beginning with https://',
        ),
      );
    tip.keywords.forEach((keyword, place) => {
      if (plainWords(keyword) === keyword) return;
      problems.push(
        problemAt(
          yaml,
          [...path, 'keywords', place],
          `The keyword "${keyword}" is compared without accents, capitals and signs`,
          `Write "${plainWords(keyword)}".`,
        ),
      );
    });
    return problems;
  });
  const served = new Set(yaml.value.tips.flatMap(({ items }) => items));
  const without = [...codes.keys()].filter((code) => !served.has(code));
  return without.length
    ? [
        ...found,
        adviceAt(
          yaml,
          ['tips'],
          `No tip is for ${without.join(', ')}`,
          'Add one for each, so that every focus has an idea to offer.',
        ),
      ]
    : found;
};
