// «registro»: which period or iteration is meant, and the look-up that makes its workbook.

import { addDays, months, weekdayOf } from '../../mentoring/local-time.ts';
import type { Iteration } from '../../program/content-schema.ts';
import type { Program } from '../../program/program.ts';
import { words } from '../answers/text-forms.ts';
import { houseText } from '../thread-context.ts';
import type { TurnDraft } from '../turn-draft.ts';

export interface AskedPeriod {
  from?: string;
  to?: string;
  iteration?: string;
}

export function askParticipation(draft: TurnDraft, arg: string | undefined): void {
  const { program } = draft;
  const today = draft.today.date;
  const period = arg === undefined ? currentIteration(program, today) : readPeriod(arg, program, today);
  if (!period) return void draft.say({ kind: 'answer', text: houseText(draft, 'registro.no-entendi-periodo') });
  draft.lookUp({ kind: 'participation', ...period });
}

/** The iteration under way; between two of them the one that ended last; before the first, the first. */
function currentIteration(program: Program, today: string): AskedPeriod {
  const all = inOrder(program);
  const current = all.findLast(({ from }) => from <= today) ?? all[0];
  return current ? { iteration: current.id } : {};
}

const inOrder = (program: Program): Iteration[] => [...program.programme.iterations].sort((a, b) => (a.from < b.from ? -1 : 1));

const monthNames = new Map([...months.map((name, at): [string, number] => [name, at + 1]), ['setiembre', 9]]);
const ordinals = ['primera', 'segunda', 'tercera', 'cuarta', 'quinta', 'sexta'];
const numbers = ['uno', 'dos', 'tres', 'cuatro', 'cinco', 'seis'];
/** Words between those that matter. */
const filler = new Set([
  'la',
  'el',
  'lo',
  'los',
  'las',
  'de',
  'del',
  'al',
  'a',
  'hasta',
  'desde',
  'entre',
  'y',
  'dia',
  'dias',
  'mes',
  'ano',
  'que',
  'va',
  'por',
  'favor',
]);

/** Undefined where it is none that can be understood for certain. What is said without a year is the last one that has begun. */
export function readPeriod(said: string, program: Program, today: string): AskedPeriod | undefined {
  const all = words(said);
  const list = all.filter((word) => !filler.has(word));
  const text = list.join(' ');
  return named(text, program, today) ?? readIteration(text, program, today) ?? readMonth(list, today) ?? readDays(list, today);
}

function named(text: string, program: Program, today: string): AskedPeriod | undefined {
  const week = (date: string): AskedPeriod => {
    const monday = addDays(date, -((weekdayOf(date) + 6) % 7));
    return { from: monday, to: addDays(monday, 6) };
  };
  switch (text) {
    case 'esta semana':
    case 'semana':
      return week(today);
    case 'semana pasada':
    case 'semana anterior':
    case 'semana paso':
      return week(addDays(today, -7));
    case 'hoy':
      return { from: today, to: today };
    case 'ayer':
      return { from: addDays(today, -1), to: addDays(today, -1) };
    case 'este':
    case 'actual':
      return monthOf(today.slice(0, 7));
    case 'pasado':
    case 'anterior':
      return monthOf(addDays(`${today.slice(0, 7)}-01`, -1).slice(0, 7));
    case 'todo':
    case 'todas':
    case 'todo programa':
    case 'todas iteraciones':
    case 'siempre':
      return {};
    case 'esta iteracion':
    case 'iteracion actual':
    case 'iteracion':
      return currentIteration(program, today);
    default:
      return undefined;
  }
}

function readIteration(text: string, program: Program, today: string): AskedPeriod | undefined {
  const all = inOrder(program);
  if (text === 'iteracion pasada' || text === 'iteracion anterior') {
    const current = all.findLastIndex(({ from }) => from <= today);
    const before = current < 1 ? undefined : all[current - 1];
    return before && { iteration: before.id };
  }
  const said = /^(?:iteracion (\w+)|(\w+) iteracion)$/.exec(text);
  const which = said?.[1] ?? said?.[2] ?? '';
  const byName = all.find(({ id, name }) => words(name).join(' ') === text || id === text);
  if (byName) return { iteration: byName.id };
  const at = /^\d$/.test(which) ? Number(which) - 1 : Math.max(ordinals.indexOf(which), numbers.indexOf(which));
  const found = said ? all[at] : undefined;
  return found && { iteration: found.id };
}

/** "marzo", "marzo 2026". */
function readMonth(list: readonly string[], today: string): AskedPeriod | undefined {
  const [name = '', year, more] = list;
  const month = monthNames.get(name);
  if (month === undefined || more !== undefined || (year !== undefined && !isYear(year))) return undefined;
  const first = dateOf(1, month, year, today);
  return first === undefined ? undefined : monthOf(first.slice(0, 7));
}

/** "15 marzo", "1 15 marzo", "28 febrero 6 marzo", "28 febrero 2026 6 marzo 2026". */
function readDays(list: readonly string[], today: string): AskedPeriod | undefined {
  const said = /^(\d{1,2})(?: (\p{L}+)(?: (\d{4}))?)?(?: (\d{1,2}) (\p{L}+)(?: (\d{4}))?)?$/u.exec(
    list.map((word) => (/^(primero|1o|1ro)$/.test(word) ? '1' : word)).join(' '),
  );
  if (!said) return undefined;
  const [, day, name, year, lastDay, lastName, lastYear] = said;
  const month = monthNames.get(name ?? lastName ?? '');
  const lastMonth = monthNames.get(lastName ?? name ?? '');
  if (month === undefined || lastMonth === undefined) return undefined;
  const to = dateOf(Number(lastDay ?? day), lastMonth, lastYear ?? year, today, lastDay !== undefined);
  if (to === undefined) return undefined;
  // A stretch over the turn of the year begins in the year before.
  const yearOfFrom = year ?? lastYear ?? String(Number(to.slice(0, 4)) - (month > lastMonth ? 1 : 0));
  const from = dateOf(Number(day), month, yearOfFrom, today);
  return from === undefined || from > to ? undefined : { from, to };
}

const isYear = (word: string): boolean => /^20\d\d$/.test(word);

/** Without a year: the last one in which it is not still to come; the end of a stretch may lie in the days ahead. */
function dateOf(day: number, month: number, year: string | undefined, today: string, isEnd = false): string | undefined {
  const thisYear = Number(today.slice(0, 4));
  const text = (of: number): string => `${of}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const horizon = isEnd ? addDays(today, 92) : today;
  const date = year !== undefined ? text(Number(year)) : text(thisYear) <= horizon ? text(thisYear) : text(thisYear - 1);
  const read = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(date) ? date : undefined;
}

function monthOf(month: string): AskedPeriod {
  const from = `${month}-01`;
  const next = addDays(`${month}-28`, 4).slice(0, 7);
  return { from, to: addDays(`${next}-01`, -1) };
}
