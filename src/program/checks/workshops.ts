// Workshops that appear twice or belong to no iteration.
import type { Problem } from '../problem.ts';
import { contentOf } from './content-of.ts';
import { suggestion } from './name-sets.ts';
import { type Check, problemAt } from './static-check.ts';

export const workshops: Check = (files, program) => {
  const yaml = contentOf(files, 'talleres');
  const iterations = program.programme.iterations.map(({ id }) => id);
  return yaml.value.workshops.flatMap(({ number, iteration }, index): Problem[] => [
    ...(iterations.includes(iteration)
      ? []
      : [
          problemAt(
            yaml,
            ['workshops', index, 'iteration'],
            `Workshop ${number} belongs to the iteration "${iteration}", which does not exist`,
            suggestion(iteration, iterations),
          ),
        ]),
    ...(yaml.value.workshops.findIndex((other) => other.number === number) === index
      ? []
      : [problemAt(yaml, ['workshops', index, 'number'], `There are two workshops ${number}`, 'Give each a number of its own.')]),
  ]);
};
