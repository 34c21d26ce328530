// Iterations whose themes have no checklist, or one of another theme or age group.
import { ageGroups } from '../../domain/mentoring-cycle.ts';
import type { Problem } from '../problem.ts';
import { contentOf } from './content-of.ts';
import { suggestion } from './name-sets.ts';
import { type Check, problemAt } from './static-check.ts';

export const iterationInstruments: Check = (files, program) => {
  const yaml = contentOf(files, 'programa');
  return yaml.value.iterations.flatMap((iteration, index) =>
    iteration.themes.flatMap((theme): Problem[] => {
      const path = ['iterations', index, 'instruments'];
      const named = iteration.instruments[theme];
      if (!named) {
        return [
          problemAt(
            yaml,
            path,
            `Iteration ${iteration.id} works on ${theme} and names no checklist for it`,
            `Add "${theme}: { infants: …, toddlers: … }".`,
          ),
        ];
      }
      return ageGroups.flatMap((group) => {
        const name = named[group];
        const instrument = program.instruments[name];
        if (!instrument) {
          return [
            problemAt(
              yaml,
              [...path, theme, group],
              `There is no checklist "${name}"`,
              suggestion(name, Object.keys(program.instruments)),
            ),
          ];
        }
        if (instrument.theme === theme && instrument.ageGroup === group) return [];
        return [
          problemAt(
            yaml,
            [...path, theme, group],
            `The checklist "${name}" is for ${instrument.theme}, ${instrument.ageGroup}`,
            `Name one for ${theme}, ${group}.`,
          ),
        ];
      });
    }),
  );
};
