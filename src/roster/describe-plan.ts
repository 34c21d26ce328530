// An import plan and a roster as lines for the operator's terminal; telephone numbers never in full.
import type { RosterImport } from '../domain/roster.ts';
import type { ImportPlan, PlannedRow } from './plan-import.ts';
import { maskPhone } from './roster-phone.ts';

function sayRows(mark: string, title: string, rows: readonly PlannedRow[]): string[] {
  if (rows.length === 0) return [];
  const lines = rows.flatMap(({ kind, id, name, changes }) => [
    `  ${mark} ${kind} ${id}  ${name}`,
    ...changes.map(({ field, from, to }) => `      ${field}: ${from} -> ${to}`),
  ]);
  return [`${title} (${rows.length})`, ...lines];
}

export function describePlan(plan: ImportPlan): string {
  return [
    ...sayRows('+', 'New', plan.added),
    ...sayRows('~', 'Changed', plan.changed),
    ...sayRows('-', 'Leaving', plan.leaving),
    `Unchanged: ${plan.unchanged.length}. Rows that are in no file stay as they are.`,
  ].join('\n');
}

export function describeRoster({ centres, persons }: RosterImport): string {
  const mark = (active: boolean): string => (active ? ' ' : '-');
  const byId = (a: { id: string }, b: { id: string }): number => a.id.localeCompare(b.id);
  return [
    `Centres (${centres.length}; - is closed)`,
    ...centres.toSorted(byId).map(({ id, centreKey, name, zone, intensive, active }) => {
      return `${mark(active)} ${id}  ${centreKey}  ${name}  ${zone}${intensive ? '  intensive' : ''}`;
    }),
    `People (${persons.length}; - has left)`,
    ...persons.toSorted(byId).map(({ id, name, roles, centreId, phone, active }) => {
      return `${mark(active)} ${id}  ${name}  ${roles.join(', ')}  ${centreId ?? 'no centre'}  phone ${maskPhone(phone)}`;
    }),
  ].join('\n');
}
