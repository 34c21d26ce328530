// Rooms, shifts and moments: ids and names that people would mix up, and hours that end before they begin.
import type { LoadedFiles } from '../load-program.ts';
import type { Problem } from '../problem.ts';
import { contentOf } from './content-of.ts';
import { plainWords } from './plain-words.ts';
import { adviceAt, type Check, problemAt } from './static-check.ts';

/** The list of options that a question shows holds no more. */
const mostRooms = 9;

export const roomsAndMoments: Check = (files) => {
  const yaml = contentOf(files, 'programa');
  const { rooms, phoneMoments } = yaml.value;
  return [
    ...(['rooms', 'shifts', 'routineMoments'] as const).flatMap((kind) => sameAlias(files, kind)),
    ...phoneMoments.flatMap(({ id, from, to }, index) =>
      from < to
        ? []
        : [
            problemAt(
              yaml,
              ['phoneMoments', index, 'to'],
              `The moment "${id}" ends (${to}) before it begins (${from})`,
              'Correct one of the two hours.',
            ),
          ],
    ),
    ...rooms
      .slice(mostRooms)
      .map(({ name }, index) =>
        adviceAt(
          yaml,
          ['rooms', mostRooms + index, 'name'],
          `"${name}" is room ${mostRooms + index + 1} and is not shown as an option; it has to be typed`,
          `Keep at most ${mostRooms} rooms, with the most usual ones first.`,
        ),
      ),
  ];
};

function sameAlias(files: LoadedFiles, kind: 'rooms' | 'shifts' | 'routineMoments'): Problem[] {
  const yaml = contentOf(files, 'programa');
  const owner = new Map<string, string>();
  return yaml.value[kind].flatMap(({ id, aliases }, index): Problem[] => {
    const found: Problem[] = [];
    aliases.forEach((alias, place) => {
      const path = [kind, index, 'aliases', place];
      const other = owner.get(plainWords(alias));
      owner.set(plainWords(alias), id);
      if (plainWords(alias) !== alias) {
        found.push(
          problemAt(yaml, path, `"${alias}" is compared without accents, capitals and signs`, `Write "${plainWords(alias)}".`),
        );
      } else if (other !== undefined && other !== id) {
        found.push(problemAt(yaml, path, `"${alias}" means both "${other}" and "${id}"`, 'Leave it at one of them.'));
      }
    });
    return found;
  });
}
