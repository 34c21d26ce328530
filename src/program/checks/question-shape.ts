// Questions whose keys do not fit how the answer is read.
import type { AskStep, QuestionKind } from '../flow-schema.ts';
import { suggestion } from './name-sets.ts';
import { type Check, problemAt } from './static-check.ts';
import { askSteps, asksWithin } from './walk-steps.ts';

/** The moments that the reader of phone-moments knows. */
const phoneMoments = ['antes', 'descanso', 'salida', 'todos'];

/** Keys that only some kinds of question read. */
const readBy: Partial<Record<keyof AskStep, readonly QuestionKind[]>> = {
  max: ['text', 'caregivers'],
  nudge: ['text'],
  confirm: ['when'],
  tense: ['when'],
  hour: ['when'],
  facts: ['facts'],
  corrects: ['recap'],
};

export const questionShape: Check = (files) =>
  Object.entries(files.flows).flatMap(([name, flow]) => {
    const within = asksWithin(files.flows, name);
    return askSteps(flow).flatMap(({ step, path, repeats }) => {
      const wrong = (key: string, message: string, fix: string) =>
        problemAt(flow, [...path, key], `"${step.ask}": ${message}`, fix);
      const options = step.options ?? [];
      const found = Object.entries(readBy).flatMap(([key, kinds]) =>
        step[key as keyof AskStep] === undefined || kinds.includes(step.as)
          ? []
          : [
              wrong(
                key,
                `"${key}" does nothing for a question of kind ${step.as}`,
                `Take it out; it is for: ${kinds.join(', ')}.`,
              ),
            ],
      );
      if (step.as === 'choice' && !options.length && !step['options-from']) {
        found.push(
          wrong(
            'as',
            'a choice without options',
            'Add "options: [...]" with their labels in the texts, or "options-from" with a list.',
          ),
        );
      }
      if (step.as === 'consent' && options.length !== 2) {
        found.push(
          wrong('as', 'consent has two options: the first accepts, the second declines', 'Write "options: [acepto, no-acepto]".'),
        );
      }
      if (step.as === 'recap' && (options.length < 2 || !options.includes('corregir'))) {
        found.push(
          wrong('as', 'a recap needs an option that keeps it, and "corregir"', 'Write for example "options: [si, corregir]".'),
        );
      }
      if (step.as === 'recap' && !step.corrects?.length) {
        found.push(
          wrong('as', 'a recap without "corrects" has nothing to correct', 'Add "corrects: [...]" with the steps it shows.'),
        );
      }
      if (step.as === 'facts' && !step.facts?.length)
        found.push(wrong('as', 'a facts question without facts', 'Add "facts: [when, minutes]" or others.'));
      if (step.as === 'phone-moments') {
        for (const option of options.filter((one) => !phoneMoments.includes(one))) {
          found.push(wrong('options', `"${option}" is not one of the moments that are known`, suggestion(option, phoneMoments)));
        }
      }
      if (step.as === 'scale' && !repeats.some(({ one }) => one === 'item')) {
        found.push(
          wrong('as', 'a scale rates the item at hand, and there is none', 'Put it in "repeat: unrated-items" with "one: item".'),
        );
      }
      if (step.also && within.get(step.also)?.as !== 'facts') {
        found.push(wrong('also', `"${step.also}" is not a facts question of this flow`, 'Name a question asked "as: facts".'));
      }
      const own = new Set(askSteps(flow).map((one) => one.step.ask));
      for (const corrected of step.corrects ?? []) {
        if (!own.has(corrected))
          found.push(wrong('corrects', `"${corrected}" is not a question of this flow`, suggestion(corrected, own)));
      }
      for (const option of options.filter((one, index) => options.indexOf(one) !== index)) {
        found.push(wrong('options', `the option "${option}" is offered twice`, 'Take one of them out.'));
      }
      return found;
    });
  });
