// Sheets as a workbook that Excel opens with a double click: frozen headings, filters, real dates, and no cell that could be a formula.
import type { Cell, CellObject, Feature, Sheet } from 'write-excel-file/node';
import writeExcelFile from 'write-excel-file/node';
import type { CellUnit, SheetCell } from './sheet-cells.ts';

export interface WorkbookColumn {
  heading: string;
  unit: CellUnit;
  width: number;
  wrap?: boolean;
}
export interface WorkbookSheet {
  name: string;
  columns: readonly WorkbookColumn[];
  rows(): Iterable<readonly SheetCell[]>;
  /** Columns that stay in sight while one scrolls to the right. */
  fixedColumns: number;
}

type FileContent = Parameters<typeof writeExcelFile>[0] extends Sheet<infer Content>[] ? Content : Buffer;

const formats: Readonly<Record<CellUnit, string>> = {
  // As text, a code keeps its zeros, and words that begin with a sign stay words also when somebody edits the cell.
  text: '@',
  date: 'dd/mm/yyyy',
  moment: 'dd/mm/yyyy hh:mm',
  count: '0',
  minutes: '0',
  percent: '0%',
};

/** Wall-clock times have no zone: the library takes what UTC shows. */
function wallClock(written: string): Date {
  return new Date(written.length === 10 ? `${written}T00:00:00Z` : `${written}:00Z`);
}

function cellOf(value: SheetCell, { unit, wrap }: WorkbookColumn): Cell {
  if (value === null || value === '') return null;
  const look: Pick<CellObject, 'alignVertical' | 'wrap'> = { alignVertical: 'top', ...(wrap ? { wrap } : {}) };
  if (typeof value === 'number') return { value, type: Number, format: formats[unit], ...look };
  if (unit !== 'date' && unit !== 'moment') return { value, type: String, format: formats.text, align: 'left', ...look };
  const format = value.length === 10 ? formats.date : formats.moment;
  return { value: wallClock(value), type: Date, format, align: 'left', ...look };
}

const headingOf = ({ heading }: WorkbookColumn): CellObject => ({
  value: heading,
  type: String,
  format: formats.text,
  fontWeight: 'bold',
  backgroundColor: '#E7E6E6',
  bottomBorderStyle: 'thin',
  wrap: true,
  alignVertical: 'center',
});

/** Written whole: a workbook cannot be streamed, since what is in its cells is listed before them. */
export async function writeWorkbook(sheets: readonly WorkbookSheet[]): Promise<Buffer> {
  const areas: string[] = [];
  const written = sheets.map(({ name, columns, rows, fixedColumns }): Sheet<FileContent> => {
    const data: Cell[][] = [columns.map(headingOf)];
    for (const row of rows()) data.push(columns.map((column, index) => cellOf(row[index] ?? null, column)));
    areas.push(`A1:${letters(columns.length)}${data.length}`);
    return {
      sheet: name,
      data,
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      stickyColumnsCount: fixedColumns,
      orientation: 'landscape',
    };
  });
  return writeExcelFile(written, { fontFamily: 'Calibri', fontSize: 11, features: [sheetLayout(areas)] }).toBuffer();
}

function letters(column: number): string {
  const rest = (column - 1) % 26;
  return `${column > 26 ? letters((column - 1 - rest) / 26) : ''}${String.fromCharCode(65 + rest)}`;
}

/** What the library has no option for: arrows of a filter on the headings, and pages as wide as the sheet when it is printed. */
function sheetLayout(areas: readonly string[]): Feature<FileContent> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) =>
            xml
              .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
              .replace('</sheetData>', `</sheetData><autoFilter ref="${areas[sheetIndex] ?? 'A1'}"/>`)
              .replace(/<pageSetup\b/, '<pageSetup fitToHeight="0" paperSize="1"'),
        },
      },
    },
  };
}
