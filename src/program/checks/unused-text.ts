// Texts that nothing says, options that nothing offers, and whole files that belong to no flow.
import type { Problem } from '../problem.ts';
import { includesKey, suggestion } from './name-sets.ts';
import { type Check, problemAt } from './static-check.ts';
import { placedSteps } from './walk-steps.ts';

export const unusedText: Check = (files, _program, names) =>
  Object.entries(files.texts).flatMap(([name, texts]): Problem[] => {
    const flow = files.flows[name];
    const steps = flow ? placedSteps(flow) : [];
    const said = new Set(steps.flatMap(({ step }) => ('say' in step ? [step.say] : 'ask' in step ? [step.ask] : [])));
    const byCode = (id: string): boolean =>
      [...names.houseTexts].some((key) => key === `${name}.${id}` || key.startsWith(`${name}.${id}.`)) ||
      includesKey(names.houseTexts, `${name}.${id}`);
    const ids = Object.keys(texts.value);
    if (!flow && !ids.some(byCode)) {
      return [
        {
          ...problemAt(
            texts,
            [],
            `There is no flow "${name}", and nothing else says these texts`,
            suggestion(name, Object.keys(files.flows)),
          ),
          line: 1,
          column: 1,
        },
      ];
    }
    return ids.flatMap((id): Problem[] => {
      const entry = texts.value[id];
      if (byCode(id)) return [];
      if (!said.has(id)) {
        return [
          problemAt(texts, [id], `Nothing says "${id}"`, `Take it out, or use it in a step of ${flow ? flow.file : 'a flow'}.`),
        ];
      }
      if (typeof entry !== 'object') return [];
      const asks = steps.flatMap(({ step }) => ('ask' in step && step.ask === id ? [step] : []));
      const offered = new Set(asks.flatMap((step) => step.options ?? []));
      const open = asks.some((step) => step['options-from']);
      const found = Object.keys(entry.options ?? {})
        .filter((option) => !offered.has(option))
        .map((option) =>
          problemAt(
            texts,
            [id, 'options', option],
            `"${id}" offers no option "${option}"`,
            'Take it out, or name it in the options of the flow.',
          ),
        );
      for (const option of Object.keys(entry.synonyms ?? {})) {
        if (offered.has(option) || open) continue;
        found.push(
          problemAt(
            texts,
            [id, 'synonyms', option],
            `Synonyms for "${option}", which "${id}" does not offer`,
            'Take them out, or correct the id.',
          ),
        );
      }
      if (entry.nudge && !asks.some((step) => step.nudge)) {
        found.push(
          problemAt(
            texts,
            [id, 'nudge'],
            `Nothing says the nudge of "${id}"`,
            'Take it out, or add "nudge:" with a wording check to the question.',
          ),
        );
      }
      return found;
    });
  });
