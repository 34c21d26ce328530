// Each check of content: an example that it catches, with its line, and that it lets the rest pass.
import { expect, test } from 'vitest';
import { allChecks } from '../../src/program/checks/all-checks.ts';
import { newProblems, replaced } from './patched-project.ts';

const folder = 'content/es-MX/';

/** Changes one file; each line that is expected is found by a part of the changed text. */
function expectProblems(
  check: keyof typeof allChecks,
  file: string,
  patch: (text: string) => string,
  expected: [part: string, message: string | RegExp][],
): void {
  const { problems, lineOf } = newProblems(allChecks[check], { [folder + file]: patch });
  const message = (text: string | RegExp) => (typeof text === 'string' ? text : expect.stringMatching(text));
  expect(problems).toMatchObject(
    expected.map(([part, text]) => ({ file: folder + file, line: lineOf(folder + file, part), message: message(text) })),
  );
}

test('the code of an item tells its theme and age group', () => {
  const file = 'instrumentos/sensibilidad-lactantes.yaml';
  expectProblems('instrumentItems', file, replaced('code: SEN-L2', 'code: SEN-M77'), [
    ['code: SEN-M77', 'The code SEN-M77 does not belong to sensitivity, infants'],
  ]);
});

test('a code is used once', () => {
  const file = 'instrumentos/sensibilidad-lactantes.yaml';
  expectProblems('instrumentItems', file, replaced('code: SEN-L2', 'code: SEN-L1 # again'), [
    ['SEN-L1 # again', `The code SEN-L1 is taken, in ${folder}${file}`],
  ]);
});

test('scales, ids and numbers of items are right', () => {
  const file = 'instrumentos/sensibilidad-lactantes.yaml';
  expectProblems('instrumentItems', file, replaced('scale: frecuencia', 'scale: frecuensia'), [
    ['frecuensia', 'There is no scale "frecuensia"'],
  ]);
  expectProblems('instrumentItems', file, replaced('id: sensibilidad-lactantes', 'id: sensibilidad'), [
    ['id: sensibilidad', /^The file is called/],
  ]);
  expectProblems('instrumentItems', file, (text) => text.slice(0, text.indexOf('- code: SEN-L4')).replace(/\s+$/, '\n'), [
    ['items:', /^It has 3 items/],
  ]);
});

test('an iteration names a checklist for each theme, of that theme and age group', () => {
  const of = (by: string) => replaced('sensitivity: { infants: sensibilidad-lactantes, toddlers: sensibilidad-maternales }', by);
  expectProblems(
    'iterationInstruments',
    'programa.yaml',
    of('sensitivity: { infants: sensibilidad-lactante, toddlers: sensibilidad-maternales }'),
    [['sensibilidad-lactante,', 'There is no checklist "sensibilidad-lactante"']],
  );
  expectProblems(
    'iterationInstruments',
    'programa.yaml',
    of('sensitivity: { infants: sensibilidad-lactantes, toddlers: modelaje-maternales }'),
    [['toddlers: modelaje-maternales', /is for languageModeling, toddlers$/]],
  );
  expectProblems(
    'iterationInstruments',
    'programa.yaml',
    of('languageModeling: { infants: modelaje-lactantes, toddlers: modelaje-maternales }'),
    [['instruments:', /names no checklist for it$/]],
  );
});

test('iterations neither overlap nor end before they begin, and name workshops that exist', () => {
  expectProblems('iterationDates', 'programa.yaml', replaced('from: "2026-03-23"', 'from: "2026-03-20"'), [
    ['from: "2026-03-20"', /^Iteration it2 overlaps with it1/],
  ]);
  expectProblems('iterationDates', 'programa.yaml', replaced('to: "2026-03-20"', 'to: "2026-01-20"'), [
    ['to: "2026-01-20"', /ends \(2026-01-20\) before it begins/],
    ['mentoringWindow', /^The mentoring window of it1/],
  ]);
  expectProblems(
    'iterationDates',
    'programa.yaml',
    replaced('focusedObservation: "2026-03-06"', 'focusedObservation: "2026-03-14"'),
    [['expectedBy: { workPlan: "2026-02-27"', /^The days on which it1 expects each phase/]],
  );
  expectProblems('iterationDates', 'programa.yaml', replaced('workshops: [1, 2, 3]', 'workshops: [1, 2, 33]'), [
    ['[1, 2, 33]', 'There is no workshop 33'],
  ]);
});

test('dates are in the calendar and closures stand there once', () => {
  expectProblems('calendarDates', 'programa.yaml', replaced('day: "04-30"', 'day: "04-31"'), [
    ['"04-31"', '2024-04-31 is not in the calendar'],
  ]);
  expectProblems('calendarDates', 'programa.yaml', replaced('day: "04-30"', 'day: "05-10"'), [
    ['"05-10", name: Día de las Madres', '05-10 is there already, as "Día de la Niña y el Niño"'],
  ]);
});

test('closed days are in the calendar, in order, not for months, and there once', () => {
  const file = 'dias-cerrados.yaml';
  const day = 'from: "2026-12-14"';
  expectProblems('closedDays', file, replaced(day, 'from: "2026-12-44"'), [['2026-12-44', '2026-12-44 is not in the calendar']]);
  const span = (to: string): string => `from: "2026-12-14", to: "${to}"`;
  expectProblems('closedDays', file, replaced(day, span('2026-12-11')), [['2026-12-11', '2026-12-11 comes before 2026-12-14']]);
  expectProblems('closedDays', file, replaced(day, span('2027-12-15')), [['2027-12-15', 'More than 45 days']]);
});

test('workshops have a number of their own and an iteration', () => {
  expectProblems('workshops', 'talleres.yaml', replaced('number: 2', 'number: 1 # again'), [
    ['1 # again', 'There are two workshops 1'],
  ]);
  expectProblems('workshops', 'talleres.yaml', replaced('iteration: it1', 'iteration: it9'), [
    ['it9', /"it9", which does not exist$/],
  ]);
});

test('each rung of a reminder has a moment and something to say, and asks only where there is something to ask', () => {
  const file = 'recordatorios.yaml';
  expectProblems('reminderLadders', file, replaced('says: platica-ultimo', 'says: platica-ultima'), [
    ['platica-ultima', '"thirdDay" of "reflectionDue" says "platica-ultima", and avisos.yaml has no "linea-platica-ultima"'],
  ]);
  expectProblems('reminderLadders', file, replaced('rung: hourBefore, minutes: -60,', 'rung: hourBefore,'), [
    ['rung: hourBefore,', '"hourBefore" of "workshop" has no moment, or two'],
  ]);
  expectProblems('reminderLadders', file, replaced('rung: secondAsk', 'rung: after'), [
    ['rung: after, workingDays: 1', 'There are two rungs "after" in "focusedObservation"'],
  ]);
  expectProblems('reminderLadders', file, replaced('does: tell, says: iteracion', 'does: ask, says: iteracion'), [
    ['does: ask, says: iteracion', '"weekBefore" of "iteration" cannot "ask"'],
  ]);
});

test('rooms, shifts and moments are not mixed up', () => {
  expectProblems('roomsAndMoments', 'programa.yaml', replaced('aliases: [lactantes b,', 'aliases: [lactantes a,'), [
    ['aliases: [lactantes a, lactante b', '"lactantes a" means both "lactantes-a" and "lactantes-b"'],
  ]);
  expectProblems('roomsAndMoments', 'programa.yaml', replaced('from: "14:00"', 'from: "15:00"'), [
    ['from: "15:00"', /^The moment "atBreak" ends/],
  ]);
});

test('tips point to items and videos that are there', () => {
  const of = (part: string | RegExp, by: string, message: RegExp) =>
    expectProblems('tips', 'videoteca.yaml', replaced(part, by), [[by, message]]);
  of('items: [SEN-L4]', 'items: [SEN-L4, SEN-L99]', /for the item SEN-L99, which no checklist has$/);
  of('items: [SEN-L4]', 'items: [SEN-L4, LEN-L1]', /is of sensitivity, and LEN-L1 of languageModeling$/);
  of('items: [SEN-L4]', 'items: [SEN-L4, SEN-M1]', /is not for toddlers, and SEN-M1 is$/);
  of('file: clip-1.mp4', 'file: clip-9.mp4', /^There is no video data\/media\/clip-9.mp4$/);
  of('{ file: clip-1.mp4, ', '{ ', /^The video of ".*" has neither a file nor a link$/);
  of(/link: "https:/, 'link: "ftp:', /is not an address that opens$/);
  of('"papilla"', '"Papilla de bebé"', /^The keyword "Papilla de bebé" is compared without accents/);
});

test('no tip is there twice', () => {
  const double = (text: string): string => {
    const start = text.indexOf('  - id: ');
    const tip = text.slice(start, text.indexOf('  - id: ', start + 1)).replace(/\s*(#.*)?\s*$/, '\n');
    return `${text.trimEnd()}\n${tip.replace(/id: .*/, 'id: otro').replace(/title: .*/, 'title: "Otro nombre"')}`;
  };
  const { problems, lineOf } = newProblems(allChecks.alikeTips, { [`${folder}videoteca.yaml`]: double });
  expect(problems).toMatchObject([{ message: expect.stringMatching(/^The action is nearly that of "esperar-la-senal"/) }]);
  expect(problems[0]?.line).toBeGreaterThan(lineOf(`${folder}videoteca.yaml`, 'Otro nombre'));
});

test('a frequent question and its ways to ask are there once', () => {
  const more =
    '  - { id: nueva, question: ¿Nueva?, variants: [que es ser mentora, otra cosa distinta, otra cosa distinta], answer: Sí. }\n';
  expectProblems('frequentQuestions', 'preguntas-frecuentes.yaml', (text) => `${text.trimEnd()}\n${more}`, [
    ['id: nueva', /^"que es ser mentora" is asked in/],
    ['id: nueva', '"otra cosa distinta" stands twice in "nueva"'],
  ]);
});

test('chapters of the guide are there once and can be found', () => {
  expectProblems(
    'guideChapters',
    'guia-de-mentoria.yaml',
    (text) => `${text.trimEnd()}\n  - { id: nuevo, title: Nuevo, text: Hola., keywords: [] }\n`,
    [['id: nuevo', 'Nobody finds the chapter "Nuevo": it has no keywords']],
  );
});

test('a phrase of the vocabulary has one meaning', () => {
  const file = 'vocabulario.yaml';
  expectProblems('vocabularyCollisions', file, replaced('\nno:\n', '\nno:\n  - simon # again\n'), [
    ['simon # again', '"simon" means both yes and no'],
  ]);
  expectProblems('vocabularyCollisions', file, replaced('whole: [pausa,', 'whole: [menu, pausa,'), [
    ['[menu, pausa,', '"menu" means both the command menu and the command pause'],
  ]);
});

test('a phrase of protection is no short word and is on one route', () => {
  const file = 'protocolo.yaml';
  expectProblems('safeguardingPhrases', file, replaced('    - no rspira\n', '    - pego\n    - no rspira\n'), [
    ['- pego\n', /^"pego" is a single word/],
  ]);
  expectProblems('safeguardingPhrases', file, replaced('    # thoughts of', '    - no rspira\n    # thoughts of'), [
    ['- no rspira\n    # thoughts', '"no rspira" is on two routes, danger and distress'],
  ]);
});

test('a synonym of a scale stands for one value', () => {
  expectProblems('scales', 'escalas.yaml', replaced('synonyms: [pocas veces', 'synonyms: [nunca, pocas veces'), [
    ['[nunca, pocas', /^"nunca" stands for both "No lo hizo" and "Pocas veces"$/],
  ]);
});
