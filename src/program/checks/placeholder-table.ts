// Keeps the table of placeholders in the guide for authors current; what each means is written there, by hand.
import type { LoadedFiles } from '../load-program.ts';
import { template } from './text-template.ts';
import { writtenTexts } from './written-texts.ts';

const begin = '<!-- marcadores: inicio (la tabla se actualiza con «npm run check -- --schema») -->';
const end = '<!-- marcadores: fin -->';
const undescribed = '(por describir)';

/** The guide with the rows of its table as they should be: a row for each name, and the files that use it. */
export function placeholderTable(guide: string, files: LoadedFiles, names: ReadonlySet<string>): string {
  const from = guide.indexOf(begin);
  const to = guide.indexOf(end);
  if (from < 0 || to < from) return guide;
  const meaning = new Map(
    [...guide.slice(from, to).matchAll(/^\| `\{(\w+)\}` \| (.*?) \|/gm)].map(([, name = '', text = '']) => [name, text]),
  );
  const users = new Map<string, Set<string>>();
  for (const { key, text } of writtenTexts(files)) {
    const read = template(text);
    for (const name of read.ok ? read.names : [])
      users.set(name, (users.get(name) ?? new Set()).add(key.slice(0, key.indexOf('.'))));
  }
  const rows = [...names]
    .sort()
    .map(
      (name) =>
        `| \`{${name}}\` | ${meaning.get(name) ?? undescribed} | ${[...(users.get(name) ?? [])].sort().join(', ') || '—'} |`,
    );
  const table = ['| Se escribe | Qué aparece | Lo usan |', '|---|---|---|', ...rows].join('\n');
  return `${guide.slice(0, from)}${begin}\n\n${table}\n\n${guide.slice(to)}`;
}
