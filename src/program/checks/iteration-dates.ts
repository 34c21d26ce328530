// Iterations that overlap, end before they begin, or name workshops that do not exist.
import type { Problem } from '../problem.ts';
import { contentOf } from './content-of.ts';
import { type Check, problemAt } from './static-check.ts';

export const iterationDates: Check = (files, program) => {
  const yaml = contentOf(files, 'programa');
  const { iterations } = yaml.value;
  const numbers = program.workshops.map(({ number }) => number);
  return iterations.flatMap((iteration, index): Problem[] => {
    const path = ['iterations', index];
    const { id, from, to, mentoringWindow, expectedBy } = iteration;
    const found: Problem[] = [];
    if (from > to)
      found.push(
        problemAt(
          yaml,
          [...path, 'to'],
          `Iteration ${id} ends (${to}) before it begins (${from})`,
          'Correct one of the two dates.',
        ),
      );
    if (mentoringWindow.from > mentoringWindow.to || mentoringWindow.from < from || mentoringWindow.to > to) {
      found.push(
        problemAt(
          yaml,
          [...path, 'mentoringWindow'],
          `The mentoring window of ${id} is not within its dates (${from} to ${to})`,
          'Correct the window, or the dates of the iteration.',
        ),
      );
    }
    const due = expectedBy ? [expectedBy.workPlan, expectedBy.focusedObservation, expectedBy.reflection] : [];
    if (due.some((date, place) => date < (due[place - 1] ?? mentoringWindow.from) || date > mentoringWindow.to)) {
      found.push(
        problemAt(
          yaml,
          [...path, 'expectedBy'],
          `The days on which ${id} expects each phase are not one after the other within its mentoring window`,
          'Correct expectedBy, or the window: plan first, then observation, then reflection.',
        ),
      );
    }
    for (const other of iterations.slice(0, index)) {
      if (other.id === id)
        found.push(problemAt(yaml, [...path, 'id'], `There are two iterations "${id}"`, 'Give this one an id of its own.'));
      if (other.from <= to && from <= other.to) {
        found.push(
          problemAt(
            yaml,
            [...path, 'from'],
            `Iteration ${id} overlaps with ${other.id} (${other.from} to ${other.to})`,
            'A day belongs to one iteration at most: move one of the dates.',
          ),
        );
      }
    }
    iteration.workshops.forEach((number, place) => {
      if (numbers.includes(number)) return;
      found.push(
        problemAt(
          yaml,
          [...path, 'workshops', place],
          `There is no workshop ${number}`,
          `The workshops are ${numbers.join(', ')}; add it to talleres.yaml, or correct the number.`,
        ),
      );
    });
    return found;
  });
};
