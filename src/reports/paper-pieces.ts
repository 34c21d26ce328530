// The pieces that pages to print are put together from: a heading with its code, fields, lines to write on, tables, boxes.
import type { Content, ContentTable, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js';
import { pageWidth } from './paper-print.ts';

/** Thin lines are lost in a photocopy; these are not. */
const rule = 0.8;

const grid: CustomTableLayout = {
  hLineWidth: () => rule,
  vLineWidth: () => rule,
  paddingLeft: () => 5,
  paddingRight: () => 5,
  paddingTop: () => 3,
  paddingBottom: () => 3,
};

export const bare: CustomTableLayout = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => 0,
  paddingTop: () => 0,
  paddingBottom: () => 0,
};

export function table(widths: (string | number)[], body: TableCell[][], more: Partial<ContentTable['table']> = {}): ContentTable {
  return { table: { widths, body, dontBreakRows: true, ...more }, layout: grid, margin: [0, 0, 0, 8] };
}

export interface Heading {
  over: string;
  title: string;
  under: string;
  code: string | null;
  codeLabel: string;
}

/** The code stands where a thumb that leafs through papers finds it. */
export function heading({ over, title, under, code, codeLabel }: Heading): Content {
  const words = {
    stack: [
      { text: over, fontSize: 8.5 },
      { text: title, fontSize: 20, bold: true, margin: [0, 1, 0, 1] as [number, number, number, number], lineHeight: 1 },
      { text: under, fontSize: 11 },
    ],
  };
  if (code === null) return { ...words, margin: [0, 0, 0, 8] };
  const box = codeBox({ code, codeLabel }, 96, 32);
  return {
    columns: [
      { ...words, width: '*' },
      { ...box, width: 110 },
    ],
    columnGap: 12,
    margin: [0, 0, 0, 8],
  };
}

/** As large as the place beside the words allows: it is copied by hand. */
export function codeBox({ code, codeLabel }: { code: string; codeLabel: string }, width: number, fontSize: number): ContentTable {
  const stack = [
    { text: codeLabel, fontSize: 8, alignment: 'center' as const },
    { text: code, fontSize, bold: true, alignment: 'center' as const, lineHeight: 0.95, characterSpacing: 2 },
  ];
  return { table: { widths: [width], body: [[{ stack }]] }, layout: { ...grid, hLineWidth: () => 1.6, vLineWidth: () => 1.6 } };
}

/** Fields to fill in by hand, each with its name small above the room for it; what is known already is printed. */
export function blanks(fields: readonly { label: string; value?: string; share?: number }[]): Content {
  const shares = fields.map(({ share }) => share ?? 1);
  const all = shares.reduce((sum, share) => sum + share, 0);
  const room = pageWidth - fields.length * 10 - rule * (fields.length + 1);
  const cells = fields.map(({ label, value }) => ({
    stack: [
      { text: label, fontSize: 7.5 },
      { text: value || ' ', fontSize: 11, margin: [0, 2, 0, 0] as [number, number, number, number] },
    ],
  }));
  return table(
    shares.map((share) => (room * share) / all),
    [cells],
  );
}

export const label = (text: string): Content => ({ text, bold: true, fontSize: 10.5, margin: [0, 2, 0, 3] });
export const paragraph = (text: string): Content => ({ text, margin: [0, 0, 0, 6] });

export function list(items: readonly string[], fontSize = 9.5): Content {
  return { ul: [...items], fontSize, margin: [0, 0, 0, 6] };
}

/** Lines to write on, as far apart as handwriting needs. */
export function writingLines(count: number, gap = 21, width = pageWidth): Content {
  if (count < 1) return { text: '' };
  return {
    canvas: Array.from({ length: count }, (_, index) => ({
      type: 'line' as const,
      x1: 0,
      x2: width,
      y1: (index + 1) * gap,
      y2: (index + 1) * gap,
      lineWidth: 0.7,
    })),
    margin: [0, 0, 0, 8],
  };
}

export function box(content: Content[], fontSize: number): Content {
  return { ...table(['*'], [[{ stack: content, fontSize, margin: [3, 2, 3, 2] }]]), margin: [0, 2, 0, 6] };
}
