// Each mistake in a roster file is reported with file, line and remedy, all of them at once.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readRosterFiles } from '../../src/roster/read-roster.ts';
import {
  centresHeader,
  folderOf,
  lupe,
  peopleHeader,
  problemsOf,
  read,
  readCentres,
  readPeople,
  rosterOf,
  tijuana,
} from './roster-fixtures.ts';

const another = (row: string): string => row.replace('G01-mentora', 'G02-mentora');

test('every bad row is reported at once and none is imported', async () => {
  const result = await readPeople(
    lupe.replace('mentor,', 'maestra,'),
    'consultora-1,Ana Ruiz,Ana,consultant,,33 1234 5678,0,,yes',
    another(lupe).replace(',yes', ',quizá').replace('G01,', 'G77,'),
  );
  expect(problemsOf(result)).toEqual([
    { file: 'people.csv', line: 2, column: 'roles', reason: 'There is no role "maestra".', fix: expect.any(String) },
    { file: 'people.csv', line: 4, column: 'active', reason: '"quizá" is neither yes nor no.', fix: 'Write yes or no.' },
  ]);
});

test('an id that is there twice is reported with the place of the first', async () => {
  const problems = problemsOf(await readPeople(lupe, lupe));
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({
    line: 3,
    column: 'id',
    reason: expect.stringMatching(/G01-mentora is already in .*people\.csv:2/),
  });
});

test('an id that differs from another in capitals only is taken for a mistake', async () => {
  const { centres, persons } = rosterOf(await readPeople(lupe));
  const result = await read([centresHeader, tijuana], [peopleHeader, lupe.replace('G01-mentora', 'g01-Mentora')], {
    centres,
    persons,
  });
  expect(problemsOf(result)).toMatchObject([{ column: 'id', fix: 'Write G01-mentora.' }]);
});

test('a centre that nobody knows is reported, and one that the roster knows is not', async () => {
  const folder = await folderOf({ 'people.csv': [peopleHeader, lupe] });
  const alone = await readRosterFiles({ people: join(folder, 'people.csv') });
  expect(problemsOf(alone)).toMatchObject([{ line: 2, column: 'centreId', reason: 'There is no centre G01.' }]);
  const current = { centres: rosterOf(await readPeople(lupe)).centres, persons: [] };
  expect(rosterOf(await readRosterFiles({ people: join(folder, 'people.csv') }, current)).persons).toHaveLength(1);
});

test('unknown ids of consultants and of safeguarding contacts are reported', async () => {
  expect(problemsOf(await readPeople(lupe.replace('10,,', '10,consultora-9,')))).toMatchObject([
    { column: 'accompaniedBy', reason: 'There is no person consultora-9.' },
  ]);
  expect(problemsOf(await readCentres(tijuana.replace('no,,', 'no,G01-mentora|nadie,')))).toMatchObject([
    { file: 'centres.csv', column: 'safeguardingContacts', reason: 'There is no person nadie.' },
  ]);
});

test('a person whose row is wrong elsewhere is still known to the rows that name her', async () => {
  const consultant = 'consultora-1,Ana Ruiz,Ana,consultant,,123,0,,yes';
  const problems = problemsOf(await readPeople(lupe.replace('10,,', '10,consultora-1,'), consultant));
  expect(problems).toMatchObject([{ line: 3, column: 'phone' }]);
});

test('a number belongs to one person however it is written, and is not shown in full', async () => {
  for (const same of [
    '+52 1 55 1234 5678',
    '+525512345678',
    '5512345678',
    '525512345678',
    '044 55 1234 5678',
    '(55) 1234-5678',
  ]) {
    const problems = problemsOf(await readPeople(lupe, another(lupe).replace('55 1234 5678', same)));
    expect(problems, same).toMatchObject([
      { line: 3, column: 'phone', reason: expect.stringContaining('also that of G01-mentora') },
    ]);
    expect(JSON.stringify(problems)).not.toContain('1234');
  }
});

test('a phone in scientific notation is an error of its row with what to do', async () => {
  for (const phone of ['5.25E+11', '5.25512E+12']) {
    const [problem] = problemsOf(await readPeople(lupe.replace('55 1234 5678', phone)));
    expect(problem).toMatchObject({
      line: 2,
      column: 'phone',
      reason: expect.stringContaining('scientific'),
      fix: expect.stringContaining('Text'),
    });
  }
  expect(problemsOf(await readPeople(lupe.replace('55 1234 5678', '"5,25E+11"')))).toMatchObject([
    { reason: expect.stringContaining('scientific') },
  ]);
});

test('phones that cannot be are refused', async () => {
  for (const phone of ['12345', '1234567890', '0234567890', 'no tiene', '+521551234567', '5512345678 / 3312345678', '+1 23']) {
    expect(problemsOf(await readPeople(lupe.replace('55 1234 5678', phone))), phone).toMatchObject([{ column: 'phone' }]);
  }
});

test('numbers of other countries stay as they are, and nobody needs to have one', async () => {
  const roster = rosterOf(
    await readPeople(lupe.replace('55 1234 5678', '+1 202 623 1000'), another(lupe).replace('55 1234 5678', '')),
  );
  expect(roster.persons.map(({ phone }) => phone)).toEqual(['+12026231000', '']);
});

test('a time zone that does not exist, or that is an offset, is refused', async () => {
  for (const zone of ['America/Tijuanna', 'GMT-8', '-08:00', 'Hora del Pacífico', 'Etc/GMT+6']) {
    const problems = problemsOf(await readCentres(tijuana.replace('America/Tijuana', zone)));
    expect(problems, zone).toMatchObject([{ file: 'centres.csv', line: 2, column: 'zone' }]);
  }
});

test('missing columns are named, and no row is judged without them', async () => {
  const result = await read([centresHeader.replace(',zone', ''), tijuana], [peopleHeader.replace('active', 'calledAs'), lupe]);
  expect(problemsOf(result)).toMatchObject([
    { file: 'centres.csv', line: 1, column: 'zone', reason: 'The column is missing.' },
    { file: 'people.csv', line: 1, column: 'active', reason: 'The column is missing.' },
    { file: 'people.csv', line: 1, column: 'calledAs', reason: 'Two columns have this meaning.' },
  ]);
});

test('a problem names the column as the file spells it', async () => {
  const result = await read(
    [centresHeader, tijuana],
    [peopleHeader.replace('phone', 'Teléfono'), lupe.replace('55 1234 5678', '12')],
  );
  expect(problemsOf(result)).toMatchObject([{ column: 'Teléfono' }]);
});

test('a number of several persons is right where each row says that it is shared', async () => {
  const header = `${peopleHeader},phoneShared`;
  const irma = lupe.replace('G01-mentora', 'G01-colega');
  const both = (one: string, other: string) => read([centresHeader, tijuana], [header, `${lupe},${one}`, `${irma},${other}`]);
  expect(rosterOf(await both('yes', 'sí')).persons.map(({ phoneShared }) => phoneShared)).toEqual([true, true]);
  expect(problemsOf(await both('yes', ''))).toMatchObject([{ column: 'phone' }]);
});

test('a separator without quotation marks is noticed', async () => {
  expect(problemsOf(await readPeople(lupe.replace('Guadalupe Peña', 'Peña, Guadalupe')))).toMatchObject([
    { line: 2, reason: 'The row has more cells than the header.' },
  ]);
});

test('a mentor without a centre, a cell left empty and an id with spaces are reported', async () => {
  expect(problemsOf(await readPeople(lupe.replace('G01,', ',')))).toMatchObject([{ column: 'centreId' }]);
  expect(problemsOf(await readPeople(lupe.replace('maestra Lupe', '').replace('G01-mentora', 'G01 mentora')))).toMatchObject([
    { column: 'id' },
    { column: 'calledAs', reason: 'This cell is empty.' },
  ]);
});

test('a file alone tells by its header what it is, and a file that is none of them is refused', async () => {
  const folder = await folderOf({ 'a.csv': [centresHeader, tijuana], 'b.csv': [peopleHeader, lupe], 'c.csv': ['x,y', '1,2'] });
  expect(rosterOf(await readRosterFiles(join(folder, 'a.csv'))).centres).toHaveLength(1);
  const both = rosterOf(await readRosterFiles([join(folder, 'b.csv'), join(folder, 'a.csv')]));
  expect(both.persons).toHaveLength(1);
  expect(problemsOf(await readRosterFiles(join(folder, 'c.csv')))).toMatchObject([{ file: 'c.csv', line: 1 }]);
  expect(problemsOf(await readRosterFiles({ centres: join(folder, 'b.csv') }))).toMatchObject([
    { reason: expect.stringContaining('file of people') },
  ]);
  expect(problemsOf(await readRosterFiles(join(folder, 'd.csv')))).toMatchObject([
    { file: 'd.csv', reason: 'The file cannot be read.' },
  ]);
});

test('what was read tells where it stood', async () => {
  const result = await readPeople('', lupe);
  expect(result.ok && result.sourceOf('person', 'G01-mentora')).toMatchObject({ line: 3 });
});
