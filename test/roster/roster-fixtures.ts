// Roster files for the tests, written by code so that every encoding and separator is there byte by byte.
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ReadRoster, readRosterFiles } from '../../src/roster/read-roster.ts';
import type { RosterProblem } from '../../src/roster/roster-problem.ts';
import type { RosterImport } from '../../src/store/store.ts';

export const centresHeader = 'id,centreKey,name,ooad,provision,region,state,locality,zone,intensive,safeguardingContacts,active';
export const peopleHeader = 'id,name,calledAs,roles,centreId,phone,expectedCaregivers,accompaniedBy,active';
export const tijuana =
  'G01,0301,Guardería Uno,Baja California,indirect,Occidente,Baja California,Tijuana,America/Tijuana,no,,yes';
export const lupe = 'G01-mentora,Guadalupe Peña,maestra Lupe,mentor,G01,55 1234 5678,10,,yes';

type Content = string | Uint8Array | readonly string[];
const toBytes = (content: Content): string | Uint8Array =>
  typeof content === 'string' || content instanceof Uint8Array ? content : `${content.join('\n')}\n`;

/** Rows given as a list get line ends; bytes and text are written as they are. */
export async function folderOf(files: Record<string, Content>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'roster-'));
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), toBytes(content));
  return folder;
}

export async function read(centres: Content, people: Content, current?: RosterImport): Promise<ReadRoster> {
  return readRosterFiles(await folderOf({ 'centres.csv': centres, 'people.csv': people }), current);
}

export function rosterOf(result: ReadRoster): RosterImport {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.roster;
}

/** With the file's name instead of its path. */
export function problemsOf(result: ReadRoster): RosterProblem[] {
  if (result.ok) throw new Error('It was read without a problem.');
  return result.problems.map((problem) => ({ ...problem, file: problem.file.slice(problem.file.lastIndexOf('/') + 1) }));
}

export async function readPeople(...rows: string[]): Promise<ReadRoster> {
  return read([centresHeader, tijuana], [peopleHeader, ...rows]);
}
export async function readCentres(...rows: string[]): Promise<ReadRoster> {
  return read([centresHeader, ...rows], [peopleHeader, lupe]);
}
