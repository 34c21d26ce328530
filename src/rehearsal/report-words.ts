// What the codes of a rehearsal are called in its report.
import type { CycleState } from '../domain/mentoring-cycle.ts';
import type { Program } from '../program/program.ts';

/** States that the report shows as one, by the name of the first of them. */
export const cycleColumns: readonly (readonly CycleState[])[] = [
  ['begun'],
  ['planned'],
  ['observed'],
  ['reflected'],
  ['closed'],
  ['abandoned', 'handedOver'],
];

/** "Cita: el mismo día". Rungs are content: one that has no name here is shown by its own. */
export function rungName({ texts }: Pick<Program, 'texts'>, key: string): string {
  const [source = '', rung = ''] = key.split(':');
  return `${texts[`ensayo.de-${source}`] ?? source}: ${texts[`ensayo.escalon-${rung}`] ?? rung}`;
}

const endings = ['sent', 'caughtUp', 'superseded', 'suppressed'];

/** What was said first, then what was not, and why. */
export function outcomesOf(reminders: Readonly<Record<string, Record<string, number>>>): string[] {
  const all = [...new Set(Object.values(reminders).flatMap((counts) => Object.keys(counts)))];
  const place = (outcome: string): number => endings.indexOf(outcome.split(':')[0] ?? '');
  return all.sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
}

export function outcomeName({ texts }: Pick<Program, 'texts'>, outcome: string): string {
  const [ending = '', why] = outcome.split(':');
  const name = texts[`ensayo.fin-${ending}`] ?? ending;
  return why === undefined ? name : `${name}: ${texts[`ensayo.razon-${why}`] ?? why}`;
}
