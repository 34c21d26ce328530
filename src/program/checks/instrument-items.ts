// Checklists: eight or nine items, each with a scale that exists and a code of its own that tells theme and age group.
import type { Problem } from '../problem.ts';
import { suggestion } from './name-sets.ts';
import { type Check, problemAt } from './static-check.ts';

const themeLetters = { sensitivity: 'SEN', languageModeling: 'LEN', feedbackQuality: 'RET' } as const;
const ageLetters = { infants: 'L', toddlers: 'M' } as const;
const fewest = 8;
const most = 9;

export const instrumentItems: Check = (files, program) => {
  const seen = new Map<string, string>();
  return Object.entries(files.instruments).flatMap(([name, instrument]): Problem[] => {
    const { id, items, scale, theme, ageGroup } = instrument.value;
    const found: Problem[] = [];
    if (id !== name)
      found.push(
        problemAt(
          instrument,
          ['id'],
          `The file is called "${name}" and its id is "${id}"`,
          `Write "id: ${name}", or rename the file.`,
        ),
      );
    if (items.length < fewest || items.length > most) {
      found.push(
        problemAt(
          instrument,
          ['items'],
          `It has ${items.length} items; a checklist that fits a card has ${fewest} or ${most}`,
          'Take some out, or put some back.',
        ),
      );
    }
    if (!program.scales[scale])
      found.push(
        problemAt(instrument, ['scale'], `There is no scale "${scale}"`, suggestion(scale, Object.keys(program.scales))),
      );
    const prefix = `${themeLetters[theme]}-${ageLetters[ageGroup]}`;
    items.forEach((item, index) => {
      const path = ['items', index];
      if (item.scale !== undefined && !program.scales[item.scale]) {
        found.push(
          problemAt(
            instrument,
            [...path, 'scale'],
            `There is no scale "${item.scale}"`,
            suggestion(item.scale, Object.keys(program.scales)),
          ),
        );
      }
      if (!item.code.startsWith(prefix)) {
        found.push(
          problemAt(
            instrument,
            [...path, 'code'],
            `The code ${item.code} does not belong to ${theme}, ${ageGroup}`,
            `Begin it with ${prefix}, such as ${prefix}${index + 1}.`,
          ),
        );
      }
      const before = seen.get(item.code);
      seen.set(item.code, instrument.file);
      if (before !== undefined) {
        found.push(
          problemAt(
            instrument,
            [...path, 'code'],
            `The code ${item.code} is taken, in ${before}`,
            'Give it a number that is free: codes are never used again for another item.',
          ),
        );
      }
    });
    return found;
  });
};
