// Texts that the code says by key and that the files of the house do not hold.
import { factNames, questionKinds } from '../flow-schema.ts';
import type { LoadedFiles } from '../load-program.ts';
import { includesKey } from './name-sets.ts';
import { type Check, problemAt } from './static-check.ts';
import { askSteps } from './walk-steps.ts';

/** Texts for every kind of question in use and every fact that is asked for. */
function ofUsedKinds(files: LoadedFiles): string[] {
  const asked = Object.values(files.flows).flatMap((flow) => askSteps(flow).map(({ step }) => step));
  return [
    ...questionKinds.filter((kind) => asked.some((step) => step.as === kind)).map((kind) => `casa.otra-vez-${kind}`),
    ...factNames.filter((fact) => asked.some((step) => step.facts?.includes(fact))).map((fact) => `casa.dato-${fact}`),
  ];
}

export const missingHouseText: Check = (files, program, names) => {
  const families = ofUsedKinds(files).filter((key) => includesKey(names.houseTexts, key));
  return [...new Set([...names.houseTexts, ...families])].flatMap((key) => {
    const [file = '', id = ''] = key.split('.');
    const yaml = files.texts[file];
    if (!yaml) return [];
    const entryIsThere = id in yaml.value;
    const isThere = key.endsWith('*')
      ? Object.keys(program.texts).some((text) => text.startsWith(key.slice(0, -1)))
      : entryIsThere;
    if (isThere) return [];
    return [problemAt(yaml, [], `The program says "${key}", and there is no such text`, `Add "${id}: …" to ${yaml.file}.`)];
  });
};
