// A participation workbook as another library reads it, and what the store held when it was made.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import readExcelFile from 'read-excel-file/node';
import type { Fact } from '../../src/domain/fact.ts';
import type { OwnerState } from '../../src/domain/turn.ts';
import { createLog } from '../../src/log.ts';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';

export type Sheets = Awaited<ReturnType<typeof readExcelFile>>;

export interface Kept {
  facts: Fact[];
  states: Map<string, OwnerState>;
  /** UTC, as the driver left its clock. */
  now: string;
}

export async function readKept(dir: string): Promise<Kept> {
  const store = await openLowdbStore({ dir, log: createLog('silent'), mode: 'read' });
  const facts: Fact[] = [];
  for await (const fact of store.readFacts({})) facts.push(fact);
  const states = new Map<string, OwnerState>();
  for (const { id } of (await store.readRoster()).persons) {
    const state = await store.readState(id);
    if (state) states.set(id, state);
  }
  const now = (await store.readClock()) ?? '';
  await store.close();
  return { facts, states, now };
}

export const workbookOf = (dir: string): string => join(dir, 'made', 'registro-iteracion-1.xlsx');

/** The driver makes it anew each time: what was read is kept by the reader. */
export const readSheets = async (dir: string): Promise<Sheets> => readExcelFile(await readFile(workbookOf(dir)));

/** Days and their fractions are binary: Excel rounds them to the second, this reader does not. */
export const written = (cell: unknown): string | number | null =>
  cell instanceof Date
    ? new Date(Math.round(cell.getTime() / 1000) * 1000).toISOString().slice(0, 16).replace('T00:00', '')
    : (cell as string | number | null);

export function rowsOf(sheets: Sheets, name: string): Record<string, string | number | null>[] {
  const [headings = [], ...rows] = sheets.find(({ sheet }) => sheet === name)?.data ?? [];
  return rows.map((row) => Object.fromEntries(headings.map((heading, index) => [String(heading), written(row[index] ?? null)])));
}

/** Rows as lines to be compared whatever their order; each names its headings. */
export const sorted = (rows: readonly unknown[]): string[] => rows.map((row) => JSON.stringify(row)).sort();

/** The sheet of weeks, as other code counts it. */
export const weekRowsOf = (sheets: Sheets) =>
  rowsOf(sheets, 'Por semana').map((row) => [
    `${row['Semana del']} ${row.Clave}`,
    row.Esperadas,
    row.Realizadas,
    row.Vencidas,
    row.Porcentaje,
    row['A quién llamar'],
  ]);
