// What an import would change in the roster that is there, before anything is changed.
import type { Centre, Person, RosterImport } from '../domain/roster.ts';
import { centreColumns, personColumns } from './roster-columns.ts';
import { maskPhone } from './roster-phone.ts';
import type { CellProblem } from './roster-problem.ts';

export interface FieldChange {
  field: string;
  /** For people to read: telephone numbers are masked. */
  from: string;
  to: string;
}
export interface PlannedRow {
  kind: 'centre' | 'person';
  id: string;
  name: string;
  changes: FieldChange[];
}
export interface PlanProblem extends CellProblem {
  kind: 'centre' | 'person';
  id: string;
  column: string;
}
export interface ImportPlan {
  added: PlannedRow[];
  changed: PlannedRow[];
  /** Active in the roster, and not in the files. */
  leaving: PlannedRow[];
  unchanged: PlannedRow[];
  problems: PlanProblem[];
  /** What is to be imported: of a person who is there, everything that no roster file holds is kept. */
  records: RosterImport;
}

function say(field: string, value: unknown): string {
  if (field === 'phone') return maskPhone(String(value));
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join(', ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value === null || value === '' ? 'none' : String(value);
}

function changesOf<T extends Centre | Person>(fields: readonly (keyof T & string)[], before: T, after: T): FieldChange[] {
  return fields
    .filter((field) => after[field] !== undefined && JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => ({ field, from: say(field, before[field]), to: say(field, after[field]) }));
}

/** Sorts the rows of one kind into the plan, and returns those that are to be written. */
function sortRows<T extends Centre | Person>(
  plan: Omit<ImportPlan, 'records'>,
  fields: readonly (keyof T & string)[],
  current: readonly T[],
  next: readonly T[],
): T[] {
  const known = new Map(current.map((row) => [row.id, row]));
  return next.flatMap((row) => {
    const before = known.get(row.id);
    const planned = { kind: row.kind, id: row.id, name: row.name };
    if (!before) {
      plan.added.push({ ...planned, changes: [] });
      return [row];
    }
    const changes = changesOf(fields, before, row);
    if (changes.length === 0) {
      plan.unchanged.push({ ...planned, changes });
      return [];
    }
    (before.active && !row.active ? plan.leaving : plan.changed).push({ ...planned, changes });
    // A file without a column says nothing of it.
    const given = fields.filter((field) => row[field] !== undefined);
    return [{ ...before, ...Object.fromEntries(given.map((field) => [field, row[field]])) }];
  });
}

/** Within the files numbers were compared already: here, with those who are in the roster and in none of the files. */
function heldPhones(current: readonly Person[], next: readonly Person[]): PlanProblem[] {
  const inFiles = new Set(next.map(({ id }) => id));
  const holders = new Map(
    current.filter(({ id, phone }) => phone !== '' && !inFiles.has(id)).map((person) => [person.phone, person]),
  );
  return next.flatMap(({ id, phone, phoneShared }) => {
    const { id: holder, phoneShared: others } = holders.get(phone) ?? {};
    if (holder === undefined || (others && phoneShared)) return [];
    const reason = `The number ${maskPhone(phone)} is that of ${holder} in the roster.`;
    const fix = `Check the number; if ${holder} no longer has it, add her row with an empty phone.`;
    return [{ kind: 'person', id, column: 'phone', reason, fix }];
  });
}

/** Her records are gone and her id is not used again; a file that still names her would bring her back. */
function erasedPersons(current: readonly Person[], next: readonly Person[]): PlanProblem[] {
  const erased = new Set(current.filter(({ erasedAt }) => erasedAt !== null).map(({ id }) => id));
  return next
    .filter(({ id }) => erased.has(id))
    .map(({ id }) => {
      const fix = 'Take the row out of the file. If she takes part again, give her a new id.';
      return { kind: 'person', id, column: 'id', reason: `The records of ${id} were erased because she asked for it.`, fix };
    });
}

/** Excel reads 0301 as 301 unless the column is text, and nothing else in the row shows it. */
function lostZeros(current: readonly Centre[], next: readonly Centre[]): PlanProblem[] {
  const keys = new Map(current.map(({ id, centreKey }) => [id, centreKey]));
  return next.flatMap(({ id, centreKey }) => {
    const before = keys.get(id);
    if (before === undefined || before === centreKey || before.replace(/^0+/, '') !== centreKey) return [];
    const reason = `The key ${before} of the roster is ${centreKey} here: its leading zeros were lost.`;
    return [{ kind: 'centre', id, column: 'centreKey', reason, fix: `Give the column the format Text and write ${before}.` }];
  });
}

export function planImport(current: RosterImport, next: RosterImport): ImportPlan {
  const problems = [
    ...heldPhones(current.persons, next.persons),
    ...erasedPersons(current.persons, next.persons),
    ...lostZeros(current.centres, next.centres),
  ];
  const plan: Omit<ImportPlan, 'records'> = { added: [], changed: [], leaving: [], unchanged: [], problems };
  const centres = sortRows(plan, centreColumns, current.centres, next.centres);
  const persons = sortRows(plan, personColumns, current.persons, next.persons);
  return { ...plan, records: { centres, persons } };
}
