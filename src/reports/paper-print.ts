// Makes a PDF in letter size of what a page says, with the open font of the house: black on white, nothing fetched, nothing else read.
import type { Content, DynamicContent, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { houseFont, houseFontFiles } from './house-font.ts';

/** Points: half an inch and a little, which every printer reaches. */
export const pageMargin = 40;
export const pageWidth = 612 - 2 * pageMargin;

export interface PrintedPages {
  title: string;
  content: Content[];
  /** In small print at the foot of every page. */
  foot: string;
  /** Said at the foot with the number of the page, where there are several. */
  pageLabel?: (page: number, pages: number) => string;
  /** UTC. */
  madeAt: string;
  fontSize?: number;
}

export interface Printed {
  pdf: Buffer;
  pages: number;
}

let printer: Promise<typeof import('pdfmake')> | undefined;
/** Loaded at the first page: loading it takes long, and most processes print nothing. */
function thePrinter(): Promise<typeof import('pdfmake')> {
  printer ??= import('pdfmake').then(({ default: pdfmake }) => prepared(pdfmake));
  return printer;
}

/** The printer is one for the process: it is allowed no address, and of files only the two of the font. */
function prepared(pdfmake: typeof import('pdfmake')): typeof import('pdfmake') {
  const { normal, bold } = houseFontFiles();
  pdfmake.setFonts({ [houseFont]: { normal, bold, italics: normal, bolditalics: bold } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path === normal || path === bold);
  return pdfmake;
}

/** What the font cannot draw would be an empty box: arrows become its own, pictures go. */
function printable<T>(piece: T): T {
  if (typeof piece === 'string')
    return piece
      .replaceAll('→', '›')
      .replace(/[^\n\u0020-\u017f\u2010-\u2027\u2030\u2039\u203a\u20ac\u2212\u2264\u2265]/gu, '')
      .replaceAll('  ', ' ') as T;
  if (Array.isArray(piece)) return piece.map(printable) as T;
  if (typeof piece === 'object' && piece !== null)
    return Object.fromEntries(Object.entries(piece).map(([key, value]) => [key, printable(value)])) as T;
  return piece;
}

export async function printPages({ title, content, foot, pageLabel, madeAt, fontSize = 10 }: PrintedPages): Promise<Printed> {
  const pdfmake = await thePrinter();
  let pages = 0;
  const footer: DynamicContent = (page, count) => {
    pages = count;
    const label = pageLabel?.(page, count) ?? '';
    return {
      margin: [pageMargin, 8, pageMargin, 0],
      fontSize: 7.5,
      columns: [{ text: foot }, ...(label === '' ? [] : [{ text: label, alignment: 'right' as const, width: 90 }])],
    };
  };
  const definition: TDocumentDefinitions = {
    pageSize: 'LETTER',
    pageMargins: [pageMargin, 34, pageMargin, 34],
    info: { title, author: 'Luciérnaga', creationDate: new Date(madeAt) },
    language: 'es-MX',
    defaultStyle: { font: houseFont, fontSize, lineHeight: 1.15, color: 'black' },
    content: printable(content),
    footer,
  };
  const pdf = await pdfmake.createPdf(definition).getBuffer();
  return { pdf, pages };
}
