// Roster files as centres and people; every bad row is reported at once, and one bad row means that nothing is imported.

import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import type { RosterImport } from '../domain/roster.ts';
import { checkReferences, type ReadRow } from './check-references.ts';
import { readTable, type Table } from './read-table.ts';
import { centreColumns, type PlacedColumns, personColumns, placeColumns, type RosterTable, tableOf } from './roster-columns.ts';
import type { RosterProblem } from './roster-problem.ts';
import { centreRow, personRow } from './row-schemas.ts';

/** A folder with centres.csv and people.csv, one file (its header tells which), several of either, or each by its name. */
export type RosterPaths = string | readonly string[] | { centres?: string; people?: string };
export type ReadRoster =
  | {
      ok: true;
      roster: RosterImport;
      /** Where a centre or a person came from. */
      sourceOf(kind: 'centre' | 'person', id: string): { file: string; line: number } | undefined;
    }
  | { ok: false; problems: RosterProblem[] };

interface Source {
  file: string;
  /** What the caller says that it is. */
  expected?: RosterTable;
}

async function sourcesOf(paths: RosterPaths): Promise<Source[]> {
  if (typeof paths === 'object' && 'length' in paths) return (await Promise.all(paths.map(sourcesOf))).flat();
  if (typeof paths === 'object') {
    return [
      ...(paths.centres === undefined ? [] : [{ file: paths.centres, expected: 'centres' as const }]),
      ...(paths.people === undefined ? [] : [{ file: paths.people, expected: 'people' as const }]),
    ];
  }
  const isFolder = await stat(paths).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return [{ file: paths }];
  return [
    { file: join(paths, 'centres.csv'), expected: 'centres' },
    { file: join(paths, 'people.csv'), expected: 'people' },
  ];
}

function headerProblems(file: string, table: Table, found: RosterTable | undefined, expected?: RosterTable): RosterProblem[] {
  const { line } = table.header;
  if (!found || (expected && found !== expected)) {
    const reason = found
      ? `This is a file of ${found}, and one of ${expected} was expected.`
      : 'The header names no columns of a roster.';
    const fix = `Centres have the columns ${centreColumns.join(', ')}; people have ${personColumns.join(', ')}.`;
    return [{ file, line, reason, fix }];
  }
  const { missing, twice } = placeColumns(found, table.header.cells);
  return [
    ...missing.map((column) => ({ file, line, column, reason: 'The column is missing.', fix: 'Add it, as in data/demo.' })),
    ...twice.map((column) => ({ file, line, column, reason: 'Two columns have this meaning.', fix: 'Leave one of them.' })),
  ];
}

/** The cells of a row by column, with those that Excel leaves out at the end of a row. */
function cellsByColumn(cells: readonly string[], { places }: PlacedColumns): Record<string, string> {
  return Object.fromEntries([...places].map(([column, place]) => [column, cells[place] ?? '']));
}

function readRows<T>(
  file: string,
  table: Table,
  found: RosterTable,
  schema: z.ZodType<T>,
  problems: RosterProblem[],
): ReadRow<T>[] {
  const columns = placeColumns(found, table.header.cells);
  const spelled = (column: string): string => table.header.cells[columns.places.get(column) ?? -1] ?? column;
  return table.rows.map(({ line, cells }): ReadRow<T> => {
    const written = cellsByColumn(cells, columns);
    const row = { file, line, id: written.id ?? '', spelled };
    if (cells.slice(table.header.cells.length).some((cell) => cell !== '')) {
      const fix = 'A cell that contains the separator must stand between quotation marks.';
      problems.push({ file, line, reason: 'The row has more cells than the header.', fix });
      return { ...row, value: undefined };
    }
    const parsed = schema.safeParse(written);
    if (parsed.success) return { ...row, value: parsed.data };
    for (const issue of parsed.error.issues) {
      const fix = issue.code === 'custom' ? issue.params?.fix : undefined;
      const column = issue.path.length === 0 ? undefined : spelled(String(issue.path[0]));
      problems.push({ file, line, column, reason: issue.message, fix: typeof fix === 'string' ? fix : 'Correct it.' });
    }
    return { ...row, value: undefined };
  });
}

/** `current` is the roster that the files add to: what they refer to may be there already. */
export async function readRosterFiles(
  paths: RosterPaths,
  current: RosterImport = { centres: [], persons: [] },
): Promise<ReadRoster> {
  const problems: RosterProblem[] = [];
  const centres: ReadRow<RosterImport['centres'][number]>[] = [];
  const people: ReadRow<RosterImport['persons'][number]>[] = [];
  let unread = false;
  for (const { file, expected } of await sourcesOf(paths)) {
    const bytes = await readFile(file).catch(() => undefined);
    const table = bytes
      ? readTable(bytes)
      : { line: 0, reason: 'The file cannot be read.', fix: 'Check its name and that it may be read.' };
    if ('reason' in table) {
      problems.push({ file, ...table });
      unread = true;
      continue;
    }
    const found = tableOf(table.header.cells);
    const wrong = headerProblems(file, table, found, expected);
    problems.push(...wrong);
    unread ||= wrong.length > 0;
    if (wrong.length > 0 || !found) continue;
    if (found === 'centres') centres.push(...readRows(file, table, found, centreRow, problems));
    else people.push(...readRows(file, table, found, personRow, problems));
  }
  // Rows refer to rows of other files: without one of them everything would look unknown.
  if (!unread) problems.push(...checkReferences(centres, people, current));
  if (problems.length > 0) {
    return { ok: false, problems: problems.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line) };
  }
  const roster = { centres: centres.flatMap(({ value }) => value ?? []), persons: people.flatMap(({ value }) => value ?? []) };
  const sources = new Map<string, { file: string; line: number }>([
    ...centres.map(({ id, file, line }) => [`centre:${id}`, { file, line }] as const),
    ...people.map(({ id, file, line }) => [`person:${id}`, { file, line }] as const),
  ]);
  return { ok: true, roster, sourceOf: (kind, id) => sources.get(`${kind}:${id}`) };
}
