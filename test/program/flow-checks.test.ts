// Each check of flows: an example that it catches, with its line, and one that it lets pass.
import { expect, test } from 'vitest';
import { allChecks } from '../../src/program/checks/all-checks.ts';
import { newProblems, prueba } from './patched-project.ts';

const flow = 'flows/prueba.yaml';
const texts = 'content/es-MX/prueba.yaml';

/** What the check says of a flow "prueba", as "line: message". */
function found(check: keyof typeof allChecks, steps: string, text = 'a: Hola.', more: Record<string, string> = {}): string[] {
  const { problems } = newProblems(allChecks[check], { ...prueba(steps, text), ...more });
  return problems.map(({ file, line, message }) => `${file}:${line} ${message}`);
}

test('a verb, a condition, a list and a wording check that do not exist are named with what was meant', () => {
  const steps = `
  - do: save-plann
  - branch: has-plam
    then:
      - say: a
  - repeat: unrated-itens
    one: item
    steps:
      - ask: b
        as: text
        nudge: goal-cleer
  - ask: c
    as: choice
    options-from: roms
`;
  const { problems } = newProblems(allChecks.unknownName, prueba(steps, 'a: Hola.'));
  expect(problems.map(({ line, message, fix }) => [line, message, fix])).toEqual([
    [3, 'There is no verb called "save-plann"', 'Did you mean "save-plan"?'],
    [4, 'There is no condition called "has-plam"', 'Did you mean "has-plan"?'],
    [7, 'There is no list called "unrated-itens"', 'Did you mean "unrated-items"?'],
    [12, 'There is no wording check called "goal-cleer"', 'Did you mean "goal-clear"?'],
    [15, 'There is no list called "roms"', 'Did you mean "rooms"?'],
  ]);
  expect(found('unknownName', '  - do: save-plan')).toEqual([]);
});

test('a flow that is called or gone to must exist', () => {
  expect(found('unknownFlow', '  - call: ubicasion\n  - go: menuu')).toEqual([
    `${flow}:3 There is no flow called "ubicasion"`,
    `${flow}:4 There is no flow called "menuu"`,
  ]);
  expect(found('unknownFlow', '  - call: ubicacion\n  - go: menu')).toEqual([]);
});

test('flows that call each other in a circle are told with the circle', () => {
  const other = { 'flows/otra.yaml': 'flow: otra\nsteps:\n  - call: prueba\n' };
  expect(found('callCycle', '  - say: a\n  - call: otra', 'a: Hola.', other)).toEqual([
    'flows/otra.yaml:3 This call goes in a circle: otra → prueba → otra',
    `${flow}:4 This call goes in a circle: prueba → otra → prueba`,
  ]);
  expect(found('callCycle', '  - call: ubicacion\n  - call: ubicacion')).toEqual([]);
});

test('a round of a repeat must ask or do something on every way', () => {
  const round = (inside: string): string => `  - repeat: unrated-items\n    one: item\n    steps:\n${inside}`;
  const sometimes = '      - branch: has-plan\n        then:\n          - do: save-plan\n';
  expect(found('endlessRepeat', round(`${sometimes}      - say: a`))).toEqual([
    `${flow}:3 A round of "unrated-items" may pass without asking or doing anything, so that the list never gets shorter`,
  ]);
  expect(found('endlessRepeat', round(`${sometimes}        otherwise:\n          - do: save-plan`))).toEqual([]);
});

test('flows must not hand over to each other without a question', () => {
  const other = { 'flows/otra.yaml': 'flow: otra\nsteps:\n  - say: a\n  - go: prueba\n' };
  expect(found('endlessGo', '  - go: otra', 'a: Hola.', other)).toHaveLength(2);
  expect(found('endlessGo', '  - ask: b\n    as: text\n  - go: otra', 'a: Hola.', other)).toEqual([]);
});

test('a question asked twice on one way is told, on ways that exclude each other it is fine', () => {
  const ask = (indent: string, id = 'b'): string => `${indent}- ask: ${id}\n${indent}  as: text\n`;
  expect(found('duplicateStep', ask('  ') + ask('  '))).toEqual([
    `${flow}:5 "b" was asked already, in line 3; its answer is known, so this question would never be put`,
  ]);
  expect(found('duplicateStep', `${ask('  ', 'sala')}  - call: ubicacion\n${ask('  ', 'tema')}`)[0]).toContain(
    'the flow "ubicacion"',
  );
  const branch = (test: string, end = ''): string => `  - branch: ${test}\n    then:\n${ask('      ')}${end}`;
  expect(found('duplicateStep', branch('has-plan', '      - end: true\n') + ask('  '))).toEqual([]);
  expect(found('duplicateStep', `${branch('has-plan')}    otherwise:\n${ask('      ')}`)).toEqual([]);
  expect(found('duplicateStep', branch('{ answer: x, is: [si] }') + branch('{ answer: x, is: [no] }'))).toEqual([]);
  expect(found('duplicateStep', branch('has-plan') + branch('has-focus'))).toHaveLength(1);
});

test('a key is a sentence or a question, not both', () => {
  expect(found('duplicateStep', '  - ask: b\n    as: text\n  - say: b')).toEqual([`${flow}:5 "b" is the id of a question too`]);
});

test('steps after every way has ended are never come to', () => {
  expect(found('unreachableStep', '  - go: menu\n  - say: a')).toEqual([
    `${flow}:4 This step is never come to: every way before it ends or goes to another flow`,
  ]);
  const both = '  - branch: has-plan\n    then:\n      - end: true\n    otherwise:\n      - go: menu\n  - say: a';
  expect(found('unreachableStep', both)).toHaveLength(1);
  expect(found('unreachableStep', both.replace('    otherwise:\n      - go: menu\n', ''))).toEqual([]);
});

test('a branch tests an answer that was asked for before, and one of its options', () => {
  const ask = '  - ask: b\n    as: choice\n    options: [uno, dos]\n';
  const branch = '  - branch: { answer: b, is: [tres] }\n    then:\n      - say: a\n';
  expect(found('branchAnswer', branch + ask)).toEqual([`${flow}:3 Nothing asks "b" before this branch`]);
  expect(found('branchAnswer', ask + branch)).toEqual([`${flow}:6 The question "b" has no option "tres"`]);
  expect(found('branchAnswer', ask + branch.replace('tres', 'dos'))).toEqual([]);
  expect(found('branchAnswer', `  - ask: b\n    as: text\n${branch}`)[0]).toContain('free words');
  expect(found('branchAnswer', `  - call: ubicacion\n${branch.replace('answer: b', 'answer: sala')}`)).toEqual([]);
});

test('keys of a question fit how its answer is read', () => {
  const shape = (steps: string): string[] => found('questionShape', steps);
  expect(shape('  - ask: b\n    as: choice')).toEqual([`${flow}:4 "b": a choice without options`]);
  expect(shape('  - ask: b\n    as: yes-no\n    max: 20')).toEqual([
    `${flow}:5 "b": "max" does nothing for a question of kind yes-no`,
  ]);
  expect(shape('  - ask: b\n    as: consent\n    options: [si]')).toHaveLength(1);
  expect(shape('  - ask: b\n    as: recap\n    options: [si, corregir]')).toHaveLength(1);
  expect(shape('  - ask: b\n    as: scale')).toEqual([`${flow}:4 "b": a scale rates the item at hand, and there is none`]);
  expect(shape('  - ask: b\n    as: facts')).toHaveLength(1);
  expect(shape('  - ask: b\n    as: phone-moments\n    options: [antes, noche]')[0]).toContain('"noche"');
  expect(shape('  - ask: b\n    as: choice\n    options: [x]\n    also: c')[0]).toContain('"c" is not a facts question');
  expect(shape('  - ask: b\n    as: choice\n    options: [x, x]')[0]).toContain('offered twice');
  expect(shape('  - ask: b\n    as: recap\n    options: [si, corregir]\n    corrects: [z]')[0]).toContain(
    '"z" is not a question',
  );
  expect(shape('  - ask: b\n    as: choice\n    options: [x, y]')).toEqual([]);
});

test('a required question says why, or rests', () => {
  const ask = '  - ask: b\n    as: text\n';
  expect(found('wayOut', ask, 'b: { ask: Diga. }')).toEqual([`${flow}:3 "b" is required and does not say why`]);
  expect(found('wayOut', ask, 'b: { ask: Diga., why: Es importante. }')).toEqual([]);
  expect(found('wayOut', `${ask}    rests: true`, 'b: { ask: Diga. }')).toEqual([]);
  expect(found('wayOut', `${ask}    needed: optional`, 'b: { ask: Diga. }')).toEqual([]);
});

test('a flow that nothing opens is advice, one that the program opens and is gone a problem', () => {
  const alone = newProblems(allChecks.unopenedFlow, prueba('  - say: a', 'a: Hola.'));
  expect(alone.problems).toMatchObject([{ file: flow, line: 1, severity: 'advice' }]);
  const named = { 'flows/otra.yaml': 'flow: otra\nsteps:\n  - go: prueba\n' };
  expect(found('unopenedFlow', '  - go: otra', 'a: Hola.', named)).toEqual([]);
  const { problems } = newProblems(allChecks.unopenedFlow, { 'flows/menu.yaml': null });
  expect(problems).toMatchObject([
    { file: 'flows/menu.yaml', message: 'The program opens the flow "menu", and it is not there' },
  ]);
});

test('labels of options fit and differ', () => {
  const ask = '  - ask: b\n    as: choice\n    options: [x, y]';
  const labels = (x: string, y: string): string => `b:\n  ask: ¿Cuál?\n  options:\n    x: ${x}\n    y: ${y}\n`;
  expect(found('optionLabels', ask, labels('Ésta', 'Una opción que de tan larga no cabe'))).toEqual([
    `${texts}:5 "Una opción que de tan larga no cabe" has 35 characters and is tapped; the most is 30`,
  ]);
  expect(found('optionLabels', ask, labels('Ésta', 'ésta'))).toEqual([
    `${texts}:5 "y" and "x" of "b" have the same label "ésta"`,
  ]);
  expect(found('optionLabels', ask, labels('Ésta', 'La otra'))).toEqual([]);
  const many = `  - ask: b\n    as: choice\n    options: [${[...'abcdefghijk'].join(', ')}]`;
  expect(found('optionLabels', many)[0]).toContain('offers 11 options');
});
