// Cells of a workbook as another library reads them: kinds, zeros, dates, and names that Excel would like to run.
import { unzipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';
import { expect, it } from 'vitest';
import type { SheetCell } from '../../src/reports/sheet-cells.ts';
import { type WorkbookColumn, writeWorkbook } from '../../src/reports/write-workbook.ts';

const column = (heading: string, unit: WorkbookColumn['unit']): WorkbookColumn => ({ heading, unit, width: 12 });
const columns = [
  column('Texto', 'text'),
  column('Fecha', 'date'),
  column('Momento', 'moment'),
  column('Número', 'count'),
  column('Parte', 'percent'),
];
const write = (rows: SheetCell[][]): Promise<Buffer> =>
  writeWorkbook([{ name: 'Hoja', columns, rows: () => rows, fitsPaper: true }]);
const readBack = async (rows: SheetCell[][]): Promise<unknown[][]> =>
  (await readExcelFile(await write(rows)))[0]?.data.slice(1) ?? [];

it('each cell is of its kind', async () => {
  expect(await readBack([['0704', '2026-03-02', '2026-03-02T10:05', 20, 0.25]])).toEqual([
    ['0704', new Date('2026-03-02T00:00:00Z'), new Date('2026-03-02T10:05:00Z'), 20, 0.25],
  ]);
});

it('a moment without an hour is a date, and nothing is an empty cell', async () => {
  const [row] = await readBack([[null, null, '2026-03-02', 0, null]]);
  expect(row).toEqual([null, null, new Date('2026-03-02T00:00:00Z'), 0, null]);
});

const names = [
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://x","y")',
  '+52 55 1234 5678',
  '-1+1',
  '@SUM(A1)',
  '\t=1+1',
  'Peña & <Ñandú> "O’Higgins"',
  '1e5',
  '03/04/2026',
  'TRUE',
];

it('no name becomes a formula, a number or a date', async () => {
  const rows = names.map((name): SheetCell[] => [name, null, null, null, null]);
  expect((await readBack(rows)).map(([cell]) => String(cell).trim())).toEqual(names.map((name) => name.trim()));
  const files = unzipSync(new Uint8Array(await write(rows)));
  const sheet = new TextDecoder().decode(files['xl/worksheets/sheet1.xml']);
  expect(sheet).not.toMatch(/<f[ >/]/);
  // Every one of them is a shared text, in the format of text: it stays text when somebody edits it.
  expect([...sheet.matchAll(/<c r="A\d+" s="\d+" t="s">/g)]).toHaveLength(names.length + 1);
  expect(new TextDecoder().decode(files['xl/styles.xml'])).toContain('formatCode="@"');
});

it('a sheet without rows has its headings', async () => {
  expect(await readExcelFile(await write([]))).toEqual([{ sheet: 'Hoja', data: [columns.map(({ heading }) => heading)] }]);
});
