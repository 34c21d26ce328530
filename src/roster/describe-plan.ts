// An import plan and a roster as lines for the operator's terminal; telephone numbers never in full.
import type { Person, RosterImport } from '../domain/roster.ts';
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
    ...persons.toSorted(byId).map(({ id, name, roles, centreId, phone, active, addresses }) => {
      const joined = channelsOf(addresses).join(', ') || 'not yet';
      return `${mark(active)} ${id}  ${name}  ${roles.join(', ')}  ${centreId ?? 'no centre'}  phone ${maskPhone(phone)}  joined ${joined}`;
    }),
    describeJoined(persons),
  ].join('\n');
}

const channelsOf = (addresses: Person['addresses']): string[] => [...new Set(addresses.map(({ channel }) => channel))].sort();

/** How many of those who take part can be reached, and where. */
function describeJoined(persons: readonly Person[]): string {
  const active = persons.filter((person) => person.active && person.erasedAt === null);
  const counts = new Map<string, number>();
  for (const { addresses } of active) {
    for (const channel of channelsOf(addresses)) counts.set(channel, (counts.get(channel) ?? 0) + 1);
  }
  // The simulator reaches everybody, and nobody's own chat.
  const notYet = active.filter(({ addresses }) => addresses.every(({ channel }) => channel === 'simulator')).length;
  const joined = [...counts].toSorted().map(([channel, count]) => `${count} on ${channel}`);
  return `Joined: ${joined.join(', ') || 'nobody'}; in no chat of their own yet: ${notYet} of ${active.length} who take part.`;
}
