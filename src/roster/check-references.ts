// What no row can know alone: ids written twice, centres and persons that nobody knows, and numbers that two persons hold.
import type { Centre, Person, RosterImport } from '../domain/roster.ts';
import { maskPhone } from './roster-phone.ts';
import type { RosterProblem } from './roster-problem.ts';

/** A row of a file; `value` is undefined where a cell of it is wrong, and its id is still known to the other rows. */
export interface ReadRow<T> {
  file: string;
  line: number;
  id: string;
  value: T | undefined;
  /** The name of a column as the file's header spells it. */
  spelled(column: string): string;
}

function problemAt(row: ReadRow<unknown>, column: string, reason: string, fix: string): RosterProblem {
  return { file: row.file, line: row.line, column: row.spelled(column), reason, fix };
}

function checkIds(rows: readonly ReadRow<unknown>[], currentIds: readonly string[]): RosterProblem[] {
  const seen = new Map<string, ReadRow<unknown>>();
  const known = new Map(currentIds.map((id) => [id.toLowerCase(), id]));
  return rows.flatMap((row) => {
    if (row.id === '') return [];
    const before = seen.get(row.id.toLowerCase());
    if (before) {
      return [
        problemAt(row, 'id', `The id ${row.id} is already in ${before.file}:${before.line}.`, 'Leave one of the two rows.'),
      ];
    }
    seen.set(row.id.toLowerCase(), row);
    // Two ids that differ in capitals only are one person to everybody but a computer.
    const other = known.get(row.id.toLowerCase());
    if (other === undefined || other === row.id) return [];
    return [problemAt(row, 'id', `The roster has ${other}, which differs from ${row.id} in capitals only.`, `Write ${other}.`)];
  });
}

function checkPhones(people: readonly ReadRow<Person>[]): RosterProblem[] {
  const holders = new Map<string, ReadRow<Person>>();
  return people.flatMap((row) => {
    const phone = row.value?.phone;
    if (!phone) return [];
    const holder = holders.get(phone);
    if (!holder) {
      holders.set(phone, row);
      return [];
    }
    // Same id twice is reported once, as that.
    if (holder.id === row.id || (holder.value?.phoneShared && row.value?.phoneShared)) return [];
    const reason = `The number ${maskPhone(phone)} is also that of ${holder.id} in ${holder.file}:${holder.line}.`;
    return [
      problemAt(
        row,
        'phone',
        reason,
        'A number belongs to one person, unless both rows say yes under phoneShared: empty it where it is wrong, or where she leaves.',
      ),
    ];
  });
}

export function checkReferences(
  centres: readonly ReadRow<Centre>[],
  people: readonly ReadRow<Person>[],
  current: RosterImport,
): RosterProblem[] {
  const centreIds = new Set([...centres, ...current.centres].map(({ id }) => id));
  const personIds = new Set([...people, ...current.persons].map(({ id }) => id));
  const unknownCentre = people.flatMap((row) => {
    const { centreId } = row.value ?? {};
    if (!centreId || centreIds.has(centreId)) return [];
    const fix = 'Write the id of a centre of the roster, or give the file of the centres as well.';
    return [problemAt(row, 'centreId', `There is no centre ${centreId}.`, fix)];
  });
  const unknownPerson = (row: ReadRow<unknown>, column: string, ids: readonly string[] = []): RosterProblem[] =>
    ids
      .filter((id) => !personIds.has(id))
      .map((id) => {
        const fix = 'Write the id of a person of the roster, or give the file of the people as well.';
        return problemAt(row, column, `There is no person ${id}.`, fix);
      });
  return [
    ...checkIds(
      centres,
      current.centres.map(({ id }) => id),
    ),
    ...checkIds(
      people,
      current.persons.map(({ id }) => id),
    ),
    ...checkPhones(people),
    ...unknownCentre,
    ...people.flatMap((row) => unknownPerson(row, 'accompaniedBy', row.value?.accompaniedBy)),
    ...centres.flatMap((row) => unknownPerson(row, 'safeguardingContacts', row.value?.safeguardingContacts)),
  ];
}
