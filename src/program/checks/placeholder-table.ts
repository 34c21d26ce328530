// Keeps the table of placeholders in the guide for authors current; what each means is written there, by hand.

const begin = '<!-- marcadores: inicio (la tabla se actualiza con «npm run check -- --schema») -->';
const end = '<!-- marcadores: fin -->';
const columns = 5;

/** Stands in the table until somebody says what a new placeholder means. */
export const undescribed = '(por describir)';

/** The guide with the cells of its table as they should be: one for each name, in alphabetical order. */
export function placeholderTable(guide: string, names: ReadonlySet<string>): string {
  const from = guide.indexOf(begin);
  const to = guide.indexOf(end);
  if (from < 0 || to < from) return guide;
  const meaning = new Map(
    [...guide.slice(from, to).matchAll(/`\{(\w+)\}` \| ([^|]*?) \|/g)].map(([, name = '', text = '']) => [name, text]),
  );
  const cells = [...names].sort().map((name) => `\`{${name}}\` | ${meaning.get(name) ?? undescribed}`);
  while (cells.length % columns) cells.push(' | ');
  const rows = Array.from(
    { length: cells.length / columns },
    (_, row) => `| ${cells.slice(row * columns, (row + 1) * columns).join(' | ')} |`,
  );
  const table = [`|${' Se escribe | Aparece |'.repeat(columns)}`, `|${'---|---|'.repeat(columns)}`, ...rows].join('\n');
  return `${guide.slice(0, from)}${begin}\n${table}\n${guide.slice(to)}`;
}
