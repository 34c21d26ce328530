// Reads a PDF back with poppler, which no code of the house has a part in: its text, its pages, and whether anything on them is coloured.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasProgram } from './has-program.ts';

/** False where it is not installed: such tests are skipped, and say why. */
export const hasPoppler = hasProgram('pdftotext');
export const whySkipped = hasPoppler ? '' : ' (skipped: there is no poppler; "apt install poppler-utils" brings it)';

export interface ReadPdf {
  /** Of all pages, as it runs over the page, spaces and line breaks made one. */
  text: string;
  pages: number;
  /** In points. */
  size: string;
  /** The first few colours that are no grey. */
  colours: string[];
}

export function readPdf(pdf: Uint8Array): ReadPdf {
  const folder = mkdtempSync(join(tmpdir(), 'pdf-'));
  try {
    const file = join(folder, 'read.pdf');
    writeFileSync(file, pdf);
    const run = (command: string, ...options: string[]): string => execFileSync(command, options, { encoding: 'utf8' });
    const info = run('pdfinfo', file);
    run('pdftoppm', '-r', '40', file, join(folder, 'page'));
    const pages = Number(/^Pages:\s+(\d+)/m.exec(info)?.[1]);
    const pictures = Array.from({ length: pages }, (_, index) => {
      const number = String(index + 1).padStart(String(pages).length, '0');
      return readFileSync(join(folder, `page-${number}.ppm`));
    });
    return {
      text: run('pdftotext', '-layout', file, '-').replace(/\s+/g, ' '),
      pages,
      size: /^Page size:\s+([\d.]+ x [\d.]+)/m.exec(info)?.[1] ?? '',
      colours: pictures.flatMap(coloursOf).slice(0, 5),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A binary picture of three bytes a point after a head of three lines. */
function coloursOf(picture: Buffer): string[] {
  let head = 0;
  for (let lines = 0; lines < 3; head++) if (picture[head] === 10) lines++;
  const found = new Set<string>();
  for (let at = head; at + 2 < picture.length && found.size < 5; at += 3) {
    const [red = 0, green = 0, blue = 0] = picture.subarray(at, at + 3);
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > 8) found.add(`${red},${green},${blue}`);
  }
  return [...found];
}
