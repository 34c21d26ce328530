// Workshops that appear twice, belong to no iteration, or have a zone or a right answer that is none.
import type { Problem } from '../problem.ts';
import { contentOf } from './content-of.ts';
import { suggestion } from './name-sets.ts';
import { type Check, problemAt } from './static-check.ts';

export const workshops: Check = (files, program) => {
  const yaml = contentOf(files, 'talleres');
  const iterations = program.programme.iterations.map(({ id }) => id);
  return yaml.value.workshops.flatMap(({ number, iteration, zone, catchUp }, index): Problem[] => [
    ...(zone === undefined || isZone(zone)
      ? []
      : [problemAt(yaml, ['workshops', index, 'zone'], `There is no time zone "${zone}"`, 'Write one such as America/Tijuana.')]),
    ...(catchUp === undefined || catchUp.check.right <= catchUp.check.options.length
      ? []
      : [
          problemAt(
            yaml,
            ['workshops', index, 'catchUp', 'check', 'right'],
            `The question on workshop ${number} has ${catchUp.check.options.length} answers, and none is number ${catchUp.check.right}`,
            'Count the options from 1.',
          ),
        ]),
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

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('es-MX', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
