// Bubbles for a terminal of 80 columns: who, when in her zone, the text and what can be tapped.
import type { DriverMessage } from './driver-output.ts';

export const terminalWidth = 80;
const indent = '  ';

export function wrapText(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, width));
}

function wrapLine(line: string, width: number): string[] {
  // What follows the mark of a list item stands below its text.
  const hanging = ' '.repeat(/^\s*(?:\d+[.)]|[-•*]|\[\w+\])?\s*/.exec(line)?.[0].length ?? 0);
  const rows: string[] = [];
  let row = '';
  for (const word of line.split(' ')) {
    const longer = row === '' && rows.length === 0 ? word : row.trim() === '' ? `${row}${word}` : `${row} ${word}`;
    if (longer.length <= width || row.trim() === '') {
      row = rows.length === 0 && row === '' && word === '' ? ' ' : longer;
      continue;
    }
    rows.push(row);
    row = `${hanging}${word}`;
  }
  return [...rows, row.trimEnd()];
}

export function describeMedia({ media }: DriverMessage): string | undefined {
  if (media === undefined) return undefined;
  const names = { video: 'video', image: 'imagen', document: 'archivo' } as const;
  const about = [
    media.file ?? media.link,
    media.seconds === undefined ? undefined : `${media.seconds} s`,
    media.megabytes === undefined ? undefined : `${media.megabytes} MB`,
  ];
  const known = about.filter((part) => part !== undefined).join(', ');
  return known === '' ? `(${names[media.type]})` : `(${names[media.type]}: ${known})`;
}

/** Options side by side where they fit, else one a line. */
export function layOptions(labels: readonly string[], width: number): string[] {
  const numbered = labels.map((label, index) => `[${index + 1}] ${label}`);
  const row = numbered.join('   ');
  return row.length <= width ? [row] : numbered.flatMap((one) => wrapText(one, width));
}

export function drawBubble(message: DriverMessage, botName: string, day: string): string {
  const width = terminalWidth - indent.length;
  const media = describeMedia(message);
  const body = [
    ...(media === undefined ? [] : [media]),
    ...(message.text === '' ? [] : wrapText(message.text, width)),
    ...(message.options.length > 0 ? ['', ...layOptions(message.options, width)] : []),
  ];
  return [`${botName} · ${day} ${message.at.slice(11, 16)}`, ...body.map((line) => `${indent}${line}`.trimEnd())].join('\n');
}
