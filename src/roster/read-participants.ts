// Who was in a workshop: Zoom's list of participants, as a file or as it was pasted, or names that somebody wrote one below the other.
import type { AttendanceFinding, ListProblem } from '../domain/attendance.ts';
import { bareWords } from '../domain/bare-words.ts';
import { readTable } from './read-table.ts';

/** One person of the list, with all the rows of hers. */
export interface Participant {
  /** As she was shown, and how she is called in her account where Zoom says it. */
  names: string[];
  minutes: number | null;
}

export interface ParticipantList {
  source: AttendanceFinding['source'];
  participants: Participant[];
  problems: ListProblem[];
  rows: number;
}

interface Row {
  names: string[];
  email: string;
  minutes: number;
  /** Minutes of the day, where both ends are known. */
  span: { from: number; to: number } | undefined;
}

type Column = 'name' | 'email' | 'join' | 'leave' | 'minutes' | 'waiting';

/** By words that the heading of a column holds, in whatever language Zoom writes it. */
const headings: readonly (readonly [Column, RegExp])[] = [
  ['waiting', /waiting|espera/],
  ['minutes', /duration|duracion|minutes|minutos/],
  ['email', /mail|correo/],
  ['join', /join|union|unio|entrada|ingreso|conexion/],
  ['leave', /leave|salida|abandono|desconexion/],
  ['name', /^name|^nombre|participant/],
];

const plainOf = (text: string): string => bareWords(text).join(' ');

function columnsOf(cells: readonly string[]): Map<Column, number> | undefined {
  const found = new Map<Column, number>();
  for (const [place, cell] of cells.entries()) {
    const [column] = headings.find(([, words]) => words.test(plainOf(cell))) ?? [];
    if (column && !found.has(column)) found.set(column, place);
  }
  return found.has('name') && found.has('minutes') ? found : undefined;
}

/** "Lupe (Guadalupe Hernández Ruiz)" */
function namesIn(cell: string): string[] {
  const [, shown = cell, original] = /^(.*?)\s*\(([^()]*)\)\s*(?:#.*)?$/.exec(cell.trim()) ?? [];
  return [shown, original ?? ''].map((name) => name.trim()).filter((name) => /\p{L}/u.test(name));
}

/** "02/05/2026 11:02:33 AM", "2026-02-05 13:20:11", "05/02/2026 01:20:11 p. m." */
function minuteOfDay(cell: string): number | undefined {
  const [, hours, minutes, half] = /(\d{1,2}):(\d{2})(?::\d{2})?\s*([ap])?/i.exec(cell) ?? [];
  if (hours === undefined) return undefined;
  const hour = half ? (Number(hours) % 12) + (/p/i.test(half) ? 12 : 0) : Number(hours);
  return hour * 60 + Number(minutes);
}

const dayOf = (cell: string): string => cell.trim().split(/\s/)[0] ?? '';

function spanOf(join: string, leave: string): Row['span'] {
  const [from, to] = [minuteOfDay(join), minuteOfDay(leave)];
  return from !== undefined && to !== undefined && to >= from && dayOf(join) === dayOf(leave) ? { from, to } : undefined;
}

/** Who was there with two devices at once was not there twice. */
function minutesOf(rows: readonly Row[]): number {
  const sum = rows.reduce((total, { minutes }) => total + minutes, 0);
  const spans = rows.flatMap(({ span }) => span ?? []).sort((a, b) => a.from - b.from);
  if (spans.length < rows.length) return sum;
  let total = 0;
  let until = -1;
  for (const { from, to } of spans) {
    total += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return Math.max(total, Math.max(0, ...rows.map(({ minutes }) => minutes)));
}

/** Rows of one account, or of one name where there is none. */
function together(rows: readonly Row[]): Participant[] {
  const byPerson = Map.groupBy(rows, ({ email, names }) => email || plainOf(names.at(-1) ?? ''));
  return [...byPerson.values()].map((own) => ({
    names: [...new Set(own.flatMap(({ names }) => names))],
    minutes: minutesOf(own),
  }));
}

/** Lines of a CSV file, or of a table copied out of one. */
function readRows(bytes: Uint8Array): { rows: Row[]; problems: ListProblem[] } | undefined {
  const table = readTable(bytes);
  if ('reason' in table) return undefined;
  const all = [table.header, ...table.rows];
  // Zoom may put the meeting before the participants.
  const at = all.findIndex(({ cells }) => columnsOf(cells) !== undefined);
  const columns = columnsOf(all[at]?.cells ?? []);
  if (!columns) return undefined;
  const rows: Row[] = [];
  const problems: ListProblem[] = [];
  for (const { line, cells } of all.slice(at + 1)) {
    const cell = (column: Column): string => cells[columns.get(column) ?? -1]?.trim() ?? '';
    if (/^(?:yes|si|true)$/.test(plainOf(cell('waiting')))) continue;
    const names = namesIn(cell('name'));
    const minutes = Number(cell('minutes').replace(',', '.'));
    const problem = problemOf(names, cell('minutes'), minutes);
    if (problem) problems.push({ line, reason: problem });
    else rows.push({ names, email: cell('email').toLowerCase(), minutes, span: spanOf(cell('join'), cell('leave')) });
  }
  return { rows, problems };
}

function problemOf(names: readonly string[], written: string, minutes: number): ListProblem['reason'] | undefined {
  if (names.length === 0) return 'noName';
  if (written === '') return 'noMinutes';
  return Number.isFinite(minutes) && minutes >= 0 && minutes < 24 * 60 ? undefined : 'badMinutes';
}

const spaced =
  /^(?<name>\D+?)\s+(?:(?<email>\S+@\S+)\s+)?(?<join>\d\S*\s+\d{1,2}:\d{2}\S*(?:\s*[ap]\.?\s?m\.?)?)\s+(?<leave>\d\S*\s+\d{1,2}:\d{2}\S*(?:\s*[ap]\.?\s?m\.?)?)\s+(?<minutes>\d{1,4})\b/iu;

/** A chat makes one blank of each tab, so that the columns of a pasted table are known by what is in them. */
function readPasted(text: string): Row[] {
  return text.split('\n').flatMap((line): Row[] => {
    const { name = '', email = '', join = '', leave = '', minutes = '' } = spaced.exec(line.trim())?.groups ?? {};
    const names = namesIn(name);
    return names.length > 0 ? [{ names, email: email.toLowerCase(), minutes: Number(minutes), span: spanOf(join, leave) }] : [];
  });
}

/** "Lupe, Tere de Saltillo y la maestra Alma" */
function readNames(text: string): Participant[] {
  return text
    .split(/[\n,;]|\s+y\s+/u)
    .map((name) => name.replace(/^[\s\d.)•*-]+/, '').trim())
    .filter((name) => /\p{L}/u.test(name) && name.length <= 60)
    .map((name) => ({ names: [name], minutes: null }));
}

export function readParticipants(bytes: Uint8Array): ParticipantList {
  const table = readRows(bytes);
  if (table)
    return {
      source: 'zoom',
      participants: together(table.rows),
      problems: table.problems,
      rows: table.rows.length + table.problems.length,
    };
  const text = new TextDecoder().decode(bytes);
  const pasted = readPasted(text);
  if (pasted.length > 0) {
    const known = new Set(pasted.flatMap(({ names }) => names));
    // A heading is no row; what holds a time and was not read is one.
    const problems = text.split('\n').flatMap((line, index): ListProblem[] => {
      const isRead = [...known].some((name) => line.includes(name));
      return isRead || !/\d:\d\d/.test(line) ? [] : [{ line: index + 1, reason: 'noMinutes' }];
    });
    return { source: 'zoom', participants: together(pasted), problems, rows: pasted.length + problems.length };
  }
  const participants = readNames(text);
  return { source: 'consultant', participants, problems: [], rows: participants.length };
}
