// Sheets as a workbook that Excel opens with a double click: frozen headings, filters, real dates, and no cell that could be a formula.
import type { Cell, CellObject, Feature, Sheet } from 'write-excel-file/node';
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
  /** Printed as wide as the paper; a sheet of many columns would be too small to read. */
  fitsPaper: boolean;
}

type FileContent = Parameters<typeof import('write-excel-file/node').default>[0] extends Sheet<infer Content>[]
  ? Content
  : Buffer;

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
  if (typeof value === 'number') return { value, type: Number, format: formats[unit], align: 'center', ...look };
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
  const layouts: SheetLayout[] = [];
  const written = sheets.map(({ name, columns, rows, fitsPaper }): Sheet<FileContent> => {
    const headings = columns.map(headingOf);
    const data: Cell[][] = [
      withHeight(
        headings,
        linesOf(
          columns,
          columns.map(({ heading }) => heading),
          true,
        ) + 0.3,
      ),
    ];
    for (const row of rows())
      data.push(
        withHeight(
          columns.map((column, index) => cellOf(row[index] ?? null, column)),
          linesOf(columns, row, false),
        ),
      );
    layouts.push({ name, lastColumn: letters(columns.length), lastRow: data.length, fitsPaper });
    return {
      sheet: name,
      data,
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      orientation: 'landscape',
    };
  });
  // Loaded here: most processes write no workbook, and each would wait for it.
  const { default: writeExcelFile } = await import('write-excel-file/node');
  return writeExcelFile(written, { fontFamily: 'Calibri', fontSize: 11, features: [sheetLayout(layouts)] }).toBuffer();
}

const lineHeight = 15;

/** Rows of one line are left to the program that opens the file. */
function withHeight(row: Cell[], lines: number): Cell[] {
  const [first, ...rest] = row;
  if (lines <= 1) return row;
  const height = lines * lineHeight;
  return [typeof first === 'object' && first !== null && 'value' in first ? { ...first, height } : { height }, ...rest];
}

/** How many lines the longest text takes that may break; a word that does not fit begins the next line, so some room is lost. */
function linesOf(columns: readonly WorkbookColumn[], row: readonly SheetCell[], isHeading: boolean): number {
  return Math.max(
    1,
    ...columns.map(({ width, wrap }, index) => {
      const cell = row[index];
      return typeof cell === 'string' && (wrap || isHeading) ? Math.ceil(cell.length / (width * (isHeading ? 0.9 : 1.05))) : 1;
    }),
  );
}

function letters(column: number): string {
  const rest = (column - 1) % 26;
  return `${column > 26 ? letters((column - 1 - rest) / 26) : ''}${String.fromCharCode(65 + rest)}`;
}

interface SheetLayout {
  name: string;
  lastColumn: string;
  lastRow: number;
  fitsPaper: boolean;
}

/** What the library has no option for: arrows of a filter on the headings, and how the sheets are printed. */
function sheetLayout(layouts: readonly SheetLayout[]): Feature<FileContent> {
  const fits = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform(xml, _options, { sheetIndex }) {
            const layout = layouts[sheetIndex];
            if (layout === undefined) return xml;
            return xml
              .replace(/<worksheet[^>]*>/, (tag) => (layout.fitsPaper ? tag + fits : tag))
              .replace('</sheetData>', `</sheetData><autoFilter ref="A1:${layout.lastColumn}${layout.lastRow}"/>`)
              .replace(
                /<pageSetup\b[^>]*\/>/,
                `<pageSetup paperSize="1" orientation="landscape"${layout.fitsPaper ? ' fitToHeight="0"' : ''}/>`,
              );
          },
        },
        'xl/workbook.xml': {
          transform: (xml) =>
            xml.replace('<definedNames/>', `<definedNames>${layouts.map(definedNames).join('')}</definedNames>`),
        },
      },
    },
  };
}

/** Excel keeps the area of a filter, and the heading that it repeats on every page, as names of their own. */
function definedNames({ name, lastColumn, lastRow }: SheetLayout, sheet: number): string {
  const at = `'${name}'!`;
  return [
    `<definedName name="_xlnm._FilterDatabase" localSheetId="${sheet}" hidden="1">${at}$A$1:$${lastColumn}$${lastRow}</definedName>`,
    `<definedName name="_xlnm.Print_Titles" localSheetId="${sheet}">${at}$1:$1</definedName>`,
  ].join('');
}
