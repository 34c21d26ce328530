// A consultant's reminders of the sessions she accompanies: before, when one was moved or two meet, and afterwards whether she was there.
import type { Reminder } from '../../domain/reminder.ts';
import type { Visit } from '../../domain/visit.ts';
import { instantOf, localMoment } from '../local-time.ts';
import {
  type Gone,
  type ReminderView,
  rowAtOnce,
  rowId,
  rowsOf,
  type SourceOfReminders,
  type WantedRow,
} from './reminder-view.ts';
import { movedRung } from './workshop-reminders.ts';

/** Two of hers that begin within so many minutes of each other. */
const clashMinutes = 60;
export const clashRung = 'clash';

export const visitInstant = ({ date, time, zone }: Visit): string => instantOf({ date, time }, zone);

const thingOf = ({ id }: Visit): string => `visit:${id}`;

/** Another planned one that meets it; only one of the two warns. */
export function clashOf(visits: readonly Visit[], visit: Visit): Visit | undefined {
  const at = Date.parse(visitInstant(visit));
  return visits.find(
    (other) =>
      other.id < visit.id && other.status === 'planned' && Math.abs(Date.parse(visitInstant(other)) - at) < clashMinutes * 60_000,
  );
}

function atOnce(view: ReminderView, visit: Visit, rung: string): WantedRow {
  const about = { visit: visit.id };
  const row = { source: 'visit', ladder: 'visit', thing: thingOf(visit), version: String(visit.version), rung, about } as const;
  return rowAtOnce(view, row, visitInstant(visit));
}

function wanted(view: ReminderView): WantedRow[] {
  return view.visits.flatMap((visit) => {
    if (visit.status === 'cancelled' || visit.accompanied) return [];
    const rows = rowsOf(view, {
      source: 'visit',
      ladder: 'visit',
      thing: thingOf(visit),
      version: String(visit.version),
      about: { visit: visit.id },
      anchor: localMoment(visitInstant(visit), view.contact.zone),
      knownSince: visit.agreedAt,
    });
    // What was held earlier than agreed needs no word before it.
    if (visit.status === 'held') return rows.filter(({ rung }) => rung === 'after');
    const isAhead = visitInstant(visit) > view.now;
    const older = view.rows.some(({ thing, version }) => thing === thingOf(visit) && version !== String(visit.version));
    return [
      ...(isAhead && older ? [atOnce(view, visit, movedRung)] : []),
      ...(isAhead && clashOf(view.visits, visit) ? [atOnce(view, visit, clashRung)] : []),
      ...rows,
    ];
  });
}

function gone(row: Reminder, { visits }: ReminderView): Gone {
  const visit = visits.find((one) => one.id === row.about.visit);
  if (!visit || visit.status === 'cancelled') return { why: 'cancelled' };
  const version = String(visit.version);
  if (version !== row.version) return { supersededBy: rowId({ ...row, version, rung: movedRung }) };
  return { why: visit.accompanied || visit.status === 'held' ? 'done' : 'cancelled' };
}

export const visitReminders: SourceOfReminders = { wanted, gone };
