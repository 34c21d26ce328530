// Verbs, conditions, lists and wording checks that a flow names and mentoring does not have.

import { suggestion } from './name-sets.ts';
import { type Check, type KnownNames, type Path, problemAt } from './static-check.ts';
import { placedSteps } from './walk-steps.ts';

type Kind = 'verbs' | 'conditions' | 'lists' | 'wordingChecks';
const called: Record<Kind, string> = { verbs: 'verb', conditions: 'condition', lists: 'list', wordingChecks: 'wording check' };

export const unknownName: Check = (files, _program, names: KnownNames) =>
  Object.values(files.flows).flatMap((flow) =>
    placedSteps(flow).flatMap(({ step, path }) => {
      const used: [Kind, string, Path][] = [];
      if ('do' in step) used.push(['verbs', step.do, [...path, 'do']]);
      if ('repeat' in step) used.push(['lists', step.repeat, [...path, 'repeat']]);
      if ('branch' in step && typeof step.branch === 'string') used.push(['conditions', step.branch, [...path, 'branch']]);
      if ('ask' in step && step['options-from']) used.push(['lists', step['options-from'], [...path, 'options-from']]);
      if ('ask' in step && step.nudge) used.push(['wordingChecks', step.nudge, [...path, 'nudge']]);
      return used
        .filter(([kind, name]) => !names[kind].has(name))
        .map(([kind, name, where]) =>
          problemAt(flow, where, `There is no ${called[kind]} called "${name}"`, suggestion(name, names[kind])),
        );
    }),
  );
