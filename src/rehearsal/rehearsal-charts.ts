// Charts of a rehearsal as plain SVG: stacked columns with patterns for a black and white print. Too little for a library of its own.

export interface Chart {
  title: string;
  note: string;
  /** One a column, from left to right; an empty label is not written. */
  columns: { label: string; values: number[] }[];
  /** From the bottom of a column to its top. */
  series: string[];
  /** Room for labels below the columns; a little more than a date by itself. */
  below?: number;
}

const width = 960;
const margin = { left: 64, right: 24, top: 96 };
const plot = { width: width - margin.left - margin.right, height: 300 };
const ink = '#111111';
const soft = '#666666';
/** Told apart by their pattern as much as by their grey. */
const fills = ['#111111', '#8a8a8a', 'url(#lines)', 'url(#dots)', '#ffffff', 'url(#grid)', '#c9c9c9'];

const patterns = `<defs>
<pattern id="lines" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="8" height="8" fill="#ffffff"/><path d="M0 0V8" stroke="${ink}" stroke-width="5"/></pattern>
<pattern id="dots" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="#ffffff"/><circle cx="4" cy="4" r="2" fill="${ink}"/></pattern>
<pattern id="grid" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#ffffff"/><path d="M0 0H6M0 0V6" stroke="${ink}" stroke-width="1.6"/></pattern>
</defs>`;

export function columnChart({ title, note, columns, series, below = 110 }: Chart): string {
  const legend = series.length > 1 ? legendOf(series) : { rows: 1, drawn: [] };
  const top = margin.top + (legend.rows - 1) * legendRow;
  const height = top + plot.height + below;
  const most = niceTop(Math.max(0, ...columns.map(({ values }) => values.reduce((sum, value) => sum + value, 0))));
  const step = plot.width / Math.max(1, columns.length);
  const wide = Math.max(1, Math.min(56, step * 0.8));
  const bottom = top + plot.height;
  const y = (value: number): number => (value / most) * plot.height;
  const lines = [0, 0.25, 0.5, 0.75, 1].map((part) => {
    const at = bottom - part * plot.height;
    return (
      `<path d="M${margin.left} ${tidy(at)}H${width - margin.right}" stroke="#dddddd"/>` +
      said(written(most * part), margin.left - 8, at + 5, 15, `text-anchor="end" fill="${soft}"`)
    );
  });
  const bars = columns.map(({ label, values }, index) => {
    const x = margin.left + index * step + (step - wide) / 2;
    let at = bottom;
    const parts = values.map((value, part) => {
      if (value === 0) return '';
      at -= y(value);
      return `<rect x="${tidy(x)}" y="${tidy(at)}" width="${tidy(wide)}" height="${tidy(y(value))}" fill="${fills[part % fills.length]}" stroke="${ink}" stroke-width="0.8"/>`;
    });
    const middle = x + wide / 2;
    const name =
      label === ''
        ? ''
        : said(label, middle, bottom + 16, 14, `text-anchor="end" transform="rotate(-40 ${tidy(middle)} ${bottom + 16})"`);
    return parts.join('') + name;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Lato, sans-serif" fill="${ink}">`,
    patterns,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    said(title, 24, 40, 26, 'font-weight="700"'),
    ...legend.drawn,
    ...lines,
    ...bars,
    `<path d="M${margin.left} ${bottom}H${width - margin.right}" stroke="${ink}"/>`,
    said(note, 24, height - 14, 15, `fill="${soft}"`),
    '</svg>',
    '',
  ].join('\n');
}

const legendRow = 28;

/** In as many rows as it takes. */
function legendOf(series: readonly string[]): { rows: number; drawn: string[] } {
  let x = margin.left;
  let row = 0;
  const drawn = series.map((name, part) => {
    const wide = 40 + name.length * 8.2;
    if (x > margin.left && x + wide > width) {
      x = margin.left;
      row += 1;
    }
    const y = 60 + row * legendRow;
    const box = `<rect x="${tidy(x)}" y="${y}" width="18" height="18" fill="${fills[part % fills.length]}" stroke="${ink}"/>`;
    const text = said(name, x + 25, y + 15, 16);
    x += wide;
    return box + text;
  });
  return { rows: row + 1, drawn };
}

/** The next of 1, 2, 4, 5, 8, 10 with its zeros, so that a quarter of it can be said. */
function niceTop(value: number): number {
  if (value <= 0) return 1;
  const unit = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 4, 5, 8, 10].find((times) => times * unit >= value) ?? 10) * unit;
}

const written = (number: number): string => String(Math.round(number * 100) / 100);
const tidy = (number: number): string => String(Math.round(number * 10) / 10);

function said(text: string, x: number, y: number, size: number, more = ''): string {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return `<text x="${tidy(x)}" y="${tidy(y)}" font-size="${size}"${more === '' ? '' : ` ${more}`}>${escaped}</text>`;
}

export interface DayMap {
  title: string;
  note: string;
  /** What one, two ... and the last or more are called, from the lightest to the darkest. */
  legend: string[];
  columns: string[];
  rows: { label: string; values: number[] }[];
}

/** The darker, the more; from the third on with its number, so that nobody has to compare greys. */
const shades = ['#ffffff', '#d2d2d2', '#8a8a8a', '#111111'];

/** A row for each mentor, a column for each day. */
export function dayMap({ title, note, legend, columns, rows }: DayMap): string {
  const top = 100;
  const left = 190;
  const cell = Math.max(5, Math.min(26, Math.floor((1200 - left - 24) / Math.max(1, columns.length))));
  const high = Math.max(12, Math.min(22, cell + 6));
  const wide = Math.max(700, left + cell * columns.length + 24);
  const height = top + high * rows.length + 110;
  const bottom = top + high * rows.length;
  const cells = rows.map(({ label, values }, row) => {
    const y = top + row * high;
    const boxes = values.map((value, column) => {
      if (value === 0) return '';
      const shade = shades[Math.min(value, shades.length - 1)];
      const x = left + column * cell;
      const number =
        value >= shades.length && cell >= 9
          ? said(String(value), x + cell / 2, y + high - 6, 11, 'text-anchor="middle" fill="#ffffff"')
          : '';
      return `<rect x="${x}" y="${y}" width="${cell}" height="${high}" fill="${shade}"/>${number}`;
    });
    return `${said(label, 24, y + high - 5, 13)}${boxes.join('')}<path d="M${left} ${y + high}h${cell * columns.length}" stroke="#dddddd"/>`;
  });
  const names = columns.map((name, column) => {
    if (name === '') return '';
    const x = left + column * cell + cell / 2;
    return said(name, x, bottom + 16, 13, `text-anchor="end" transform="rotate(-40 ${tidy(x)} ${bottom + 16})"`);
  });
  const keys = legend.map((name, index) => {
    const x = left + index * 130;
    return `<rect x="${x}" y="60" width="18" height="18" fill="${shades[index + 1]}" stroke="${ink}"/>${said(name, x + 25, 75, 16)}`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${height}" viewBox="0 0 ${wide} ${height}" font-family="Lato, sans-serif" fill="${ink}">`,
    `<rect width="${wide}" height="${height}" fill="#ffffff"/>`,
    said(title, 24, 40, 26, 'font-weight="700"'),
    ...keys,
    ...cells,
    ...names,
    said(note, 24, height - 14, 15, `fill="${soft}"`),
    '</svg>',
    '',
  ].join('\n');
}
