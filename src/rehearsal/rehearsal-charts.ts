// Charts of a rehearsal as plain SVG: stacked columns with patterns for a black and white print. Too little for a library of its own.

export interface Chart {
  title: string;
  note: string;
  /** One a column, from left to right; an empty label is not written. */
  columns: { label: string; values: number[] }[];
  /** From the bottom of a column to its top. */
  series: string[];
}

const width = 960;
const margin = { left: 64, right: 24, top: 96, bottom: 110 };
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

export function columnChart({ title, note, columns, series }: Chart): string {
  const height = margin.top + plot.height + margin.bottom;
  const most = niceTop(Math.max(0, ...columns.map(({ values }) => values.reduce((sum, value) => sum + value, 0))));
  const step = plot.width / Math.max(1, columns.length);
  const wide = Math.max(1, Math.min(56, step * 0.8));
  const bottom = margin.top + plot.height;
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
  let legendAt = margin.left;
  const legend = series.map((name, part) => {
    const x = legendAt;
    legendAt += 40 + name.length * 8.2;
    return `<rect x="${tidy(x)}" y="60" width="18" height="18" fill="${fills[part % fills.length]}" stroke="${ink}"/>${said(name, x + 25, 75, 16)}`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Lato, sans-serif" fill="${ink}">`,
    patterns,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    said(title, 24, 40, 26, 'font-weight="700"'),
    ...(series.length > 1 ? legend : []),
    ...lines,
    ...bars,
    `<path d="M${margin.left} ${bottom}H${width - margin.right}" stroke="${ink}"/>`,
    said(note, 24, height - 14, 15, `fill="${soft}"`),
    '</svg>',
    '',
  ].join('\n');
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
