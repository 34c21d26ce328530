// Rungs of reminders that say nothing, have no moment or two, ask where nothing can be asked, or share a name.
import type { LadderName } from '../content-schema.ts';
import type { Problem } from '../problem.ts';
import { contentOf } from './content-of.ts';
import { suggestion } from './name-sets.ts';
import { type Check, problemAt } from './static-check.ts';

/** What each ladder can do besides telling. */
const does: Readonly<Record<LadderName, readonly string[]>> = {
  focusedObservation: ['ask'],
  reflection: ['ask'],
  question: ['askAgain'],
  checklist: ['askAgain'],
  plan: ['askAgain'],
  record: ['askAgain'],
  reflectionDue: [],
  workshop: [],
  course: [],
  iteration: [],
  visit: ['ask'],
  attendance: ['ask'],
  catchUp: ['ask'],
  homework: ['ask'],
};

/** Told as a line of the agenda, or asked by the flow itself. */
const needsNoLine = new Set<LadderName>(['focusedObservation', 'reflection', 'question', 'attendance', 'catchUp', 'homework']);

export const reminderLadders: Check = (files) => {
  const yaml = contentOf(files, 'recordatorios');
  const lines = Object.keys(files.texts.avisos?.value ?? {}).flatMap((key) => (key.startsWith('linea-') ? [key.slice(6)] : []));
  return Object.entries(yaml.value.ladders).flatMap(([name, ladder]) => {
    const ladderName = name as LadderName;
    return ladder.flatMap((rung, index): Problem[] => {
      const at = (message: string, fix: string): Problem => problemAt(yaml, ['ladders', name, index], message, fix);
      const said = `"${rung.rung}" of "${name}"`;
      const problems: Problem[] = [];
      if (ladder.findIndex((other) => other.rung === rung.rung) !== index)
        problems.push(at(`There are two rungs "${rung.rung}" in "${name}"`, 'Give each a name of its own.'));
      if ((rung.at === undefined) === (rung.minutes === undefined))
        problems.push(at(`${said} has no moment, or two`, 'Write either "at" or "minutes".'));
      if (rung.does !== 'tell' && !does[ladderName].includes(rung.does))
        problems.push(at(`${said} cannot "${rung.does}"`, `Write one of: ${['tell', ...does[ladderName]].join(', ')}.`));
      if (needsNoLine.has(ladderName)) return problems;
      if (rung.says === undefined || !lines.includes(rung.says))
        problems.push(
          at(
            rung.says === undefined
              ? `${said} says nothing`
              : `${said} says "${rung.says}", and avisos.yaml has no "linea-${rung.says}"`,
            suggestion(rung.says ?? '', lines),
          ),
        );
      return problems;
    });
  });
};
