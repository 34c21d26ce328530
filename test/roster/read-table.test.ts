// Roster files in every encoding, with every separator and line end that Excel in Mexico writes.
import { expect, test } from 'vitest';
import { readTable } from '../../src/roster/read-table.ts';
import { centresHeader, lupe, peopleHeader, problemsOf, read, readPeople, rosterOf, tijuana } from './roster-fixtures.ts';

const centres = `${centresHeader}\r\n${tijuana}\r\n`;
const people = `${peopleHeader}\r\n${lupe}\r\n`;
const withSeparator = (text: string, separator: string): string => text.replaceAll(',', separator);

async function expectRead(encode: (text: string) => Uint8Array, separator = ','): Promise<void> {
  const roster = rosterOf(await read(encode(withSeparator(centres, separator)), encode(withSeparator(people, separator))));
  expect(roster.centres[0]).toMatchObject({ id: 'G01', centreKey: '0301', name: 'Guardería Uno', zone: 'America/Tijuana' });
  expect(roster.persons[0]).toMatchObject({
    id: 'G01-mentora',
    name: 'Guadalupe Peña',
    phone: '+525512345678',
    roles: ['mentor'],
  });
}

test('UTF-8 with and without its mark is read', async () => {
  await expectRead((text) => Buffer.from(text));
  await expectRead((text) => Buffer.from(`\ufeff${text}`));
});

test('Windows-1252 is read where the bytes are not UTF-8', async () => {
  await expectRead((text) => Buffer.from(text, 'latin1'));
  // 0x93 and 0x94 are curly quotation marks in Windows-1252 and control characters in Latin 1.
  const table = readTable(Buffer.from([0x69, 0x64, 0x0a, 0x93, 0xf1, 0x94]));
  expect(table).toMatchObject({ rows: [{ cells: ['“ñ”'] }] });
});

test('UTF-16 of the "Unicode text" of Excel is read', async () => {
  await expectRead((text) => Buffer.from(`\ufeff${text}`, 'utf16le'), '\t');
});

test('semicolons and tabs separate cells as well as commas do', async () => {
  for (const separator of [';', '\t']) await expectRead((text) => Buffer.from(text), separator);
});

test('a first line sep= names the separator', async () => {
  await expectRead((text) => Buffer.from(`sep=;\r\n${text}`), ';');
  expect(readTable(Buffer.from('sep=;\nid;name\n1;2\n'))).toMatchObject({ header: { line: 2 }, rows: [{ line: 3 }] });
});

test('quoted cells hold separators, quotation marks and line ends, and lines are counted as an editor counts', () => {
  const table = readTable(Buffer.from('id;name\r\n1;"Ana; ""la maestra""\r\nPeña"\r\n\r\n;\r\n2;Eva\r\n;;;\r\n\r\n'));
  expect(table).toMatchObject({
    rows: [
      { line: 2, cells: ['1', 'Ana; "la maestra"\nPeña'] },
      { line: 6, cells: ['2', 'Eva'] },
    ],
  });
});

test('a name with a line end in it becomes one line', async () => {
  const roster = rosterOf(await readPeople(lupe.replace('Guadalupe Peña', '"Guadalupe\r\nPeña"')));
  expect(roster.persons[0]?.name).toBe('Guadalupe Peña');
});

test('a row may lack the empty cells at its end', async () => {
  const header = 'id,name,calledAs,roles,centreId,phone,active,expectedCaregivers,accompaniedBy';
  const roster = rosterOf(await read([centresHeader, tijuana], [header, 'c-1,Ana Ruiz,Ana,consultant,,,yes']));
  expect(roster.persons[0]).toMatchObject({ active: true, expectedCaregivers: 0, accompaniedBy: [] });
});

test('a quotation mark that is not closed, an empty file and a workbook are named', async () => {
  expect(readTable(Buffer.from('id,name\n1,"Ana\n2,Eva\n'))).toMatchObject({ reason: expect.stringContaining('not closed') });
  expect(readTable(Buffer.from('\r\n'))).toMatchObject({ line: 1, reason: 'The file is empty.' });
  const [problem] = problemsOf(await read(Buffer.from('PK\u0003\u0004'), people));
  expect(problem).toMatchObject({ file: 'centres.csv', reason: expect.stringContaining('workbook') });
});

test('headers and values may be Spanish', async () => {
  const roster = rosterOf(
    await read(
      [
        'ID;Clave;Nombre;OOAD;Prestación;Región;Entidad;Localidad;Zona horaria;Intensiva;Contactos de protección;Activa',
        'G01;0301;Guardería Uno;BC;Directa;Norte;BC;Tijuana;America/Tijuana;x;coord-1;Sí',
      ],
      [
        'Id;Nombre completo;Cómo la llamamos;Rol;Guardería;Teléfono;Maestras;Acompañada por;Activa',
        'G01-m;Ana Ruiz;maestra Ana;Mentora;G01;5512345678;8,0;cons-1;SI',
        'cons-1;Eva Paz;Eva;Consultora|Coordinadora;;;;;1',
        'coord-1;Luz Gil;Luz;coordinadora;;;;;no',
      ],
    ),
  );
  expect(roster.centres[0]).toMatchObject({
    provision: 'direct',
    intensive: true,
    safeguardingContacts: ['coord-1'],
    active: true,
  });
  expect(roster.persons.map(({ roles, active }) => ({ roles, active }))).toEqual([
    { roles: ['mentor'], active: true },
    { roles: ['consultant', 'coordinator'], active: true },
    { roles: ['coordinator'], active: false },
  ]);
  expect(roster.persons[0]).toMatchObject({ expectedCaregivers: 8, accompaniedBy: ['cons-1'], calledAs: 'maestra Ana' });
});
