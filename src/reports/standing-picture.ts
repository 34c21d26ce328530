// The picture of «avance» as SVG: a bar for each centre, patterns instead of colours, legible on a phone and on a black and white print.
import { houseFont } from './house-font.ts';
import type { Stage } from './standing-mentors.ts';
import { stages } from './standing-mentors.ts';
import type { ProgressFigures, ProgressRow } from './standing-progress.ts';

export interface PictureTexts {
  title: string;
  date: string;
  total: string;
  note: string;
  others: string;
  stages: Record<Stage, string>;
}

/** Shown over the width of a phone, letters of thirty are as large as those of a message. */
const width = 900;
const margin = 32;
const ink = '#111111';
const soft = '#555555';
const labelWidth = 326;
const totalWidth = 60;
const rowHeight = 58;
const barHeight = 40;
const legendRow = 58;
const legendColumns = [margin, margin + 430];

/** The further on, the darker: a bar fills up from the left also where patterns blur. */
const fills: Readonly<Record<Stage, string>> = {
  closed: ink,
  reflection: 'url(#reflection)',
  observation: 'url(#observation)',
  plan: 'url(#plan)',
  notBegun: '#ffffff',
};

const patterns = `<defs>
<pattern id="reflection" width="10" height="10" patternUnits="userSpaceOnUse"><rect width="10" height="10" fill="#ffffff"/><path d="M0 0H10M0 0V10M0 5H10M5 0V10" stroke="${ink}" stroke-width="2.6"/></pattern>
<pattern id="observation" width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="12" height="12" fill="#ffffff"/><path d="M0 0V12" stroke="${ink}" stroke-width="8"/></pattern>
<pattern id="plan" width="14" height="14" patternUnits="userSpaceOnUse"><rect width="14" height="14" fill="#ffffff"/><circle cx="4" cy="4" r="2.4" fill="${ink}"/><circle cx="11" cy="11" r="2.4" fill="${ink}"/></pattern>
</defs>`;

export function progressPicture(figures: ProgressFigures, texts: PictureTexts): string {
  const { rows, counts } = figures;
  const legendTop = 214;
  const barsTop = legendTop + Math.ceil(stages.length / legendColumns.length) * legendRow + 30;
  const height = barsTop + rows.length * rowHeight + 84;
  const most = Math.max(1, ...rows.map(({ total }) => total));
  const legend = stages.map((stage, index) => {
    const x = legendColumns[index % legendColumns.length] ?? margin;
    const y = legendTop + Math.floor(index / legendColumns.length) * legendRow;
    return `${box(stage, x, y, 44, 34)}${said(`${texts.stages[stage]}: ${counts[stage]}`, x + 58, y + 28, 30)}`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${houseFont}" fill="${ink}">`,
    patterns,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    said(texts.title, margin, 86, 56, 'font-weight="700"'),
    said(texts.date, margin, 134, 32, `fill="${soft}"`),
    said(texts.total, margin, 176, 32, `fill="${soft}"`),
    ...legend,
    ...rows.map((row, index) => bar(row, barsTop + index * rowHeight, most, texts)),
    said(texts.note, margin, height - 36, 26, `fill="${soft}"`),
    '</svg>',
  ].join('\n');
}

function bar(row: ProgressRow, top: number, most: number, texts: PictureTexts): string {
  const left = margin + labelWidth;
  const unit = (width - left - margin - totalWidth) / most;
  const middle = top + barHeight / 2 + 11;
  const parts = [fitted(row.label || texts.others, margin, middle, labelWidth - 14)];
  let x = left;
  for (const stage of stages) {
    const count = row.counts[stage];
    if (count === 0) continue;
    const wide = count * unit;
    parts.push(box(stage, x, top, wide, barHeight), numberIn(stage, String(count), x + wide / 2, middle, wide));
    x += wide;
  }
  parts.push(said(String(row.total), x + 14, middle, 30, 'font-weight="700"'));
  return parts.join('');
}

function box(stage: Stage, x: number, y: number, wide: number, high: number): string {
  return `<rect x="${tidy(x)}" y="${tidy(y)}" width="${tidy(wide)}" height="${high}" fill="${fills[stage]}" stroke="${ink}" stroke-width="3"/>`;
}

/** With a rim of paper, so that no pattern runs into it; left out where too little of the pattern would be seen beside it. */
function numberIn(stage: Stage, number: string, x: number, y: number, wide: number): string {
  const size = 28;
  const beside = stage === 'closed' || stage === 'notBegun' ? 12 : 21;
  if (wide < number.length * 16 + beside) return '';
  const colour =
    stage === 'closed' ? 'fill="#ffffff"' : 'stroke="#ffffff" stroke-width="13" stroke-linejoin="round" paint-order="stroke"';
  return said(number, x, y - 1, size, `text-anchor="middle" font-weight="700" ${colour}`);
}

/** The size at which it fits, down to what can still be read; beyond that it is cut. */
function fitted(text: string, x: number, y: number, wide: number): string {
  const most = Math.floor(wide / (smallest * perLetter));
  const shown = text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
  return said(shown, x, y, Math.max(smallest, Math.min(30, Math.floor(wide / (shown.length * perLetter)))));
}

const smallest = 24;
/** Width of a letter, as it is on the whole, in parts of the size of the type. */
const perLetter = 0.5;

function said(text: string, x: number, y: number, size: number, more = ''): string {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return `<text x="${tidy(x)}" y="${tidy(y)}" font-size="${size}" ${more}>${escaped}</text>`;
}

const tidy = (number: number): string => String(Math.round(number * 10) / 10);
