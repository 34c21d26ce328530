// Reminders of an observation or a conversation that was agreed, and the questions after it. Each date agreed is a version.
import type { Appointment } from '../../domain/mentoring-cycle.ts';
import type { Reminder } from '../../domain/reminder.ts';
import { instantOf } from '../local-time.ts';
import {
  type Gone,
  isBeingTold,
  type ReminderView,
  rowAtOnce,
  rowId,
  rowKnown,
  rowsOf,
  type SourceOfReminders,
  type WantedRow,
} from './reminder-view.ts';

/** Her centre closes on that day; it opens after all, which is told where the first was. */
export const closedRung = 'closed';
export const openedRung = 'opened';

export const thingOfAppointment = (cycleId: string, phase: string): string => `appointment:${cycleId}:${phase}`;

function wanted(view: ReminderView): WantedRow[] {
  const found: WantedRow[] = [];
  for (const { id, caregiverId, appointments } of view.cycles) {
    if (appointments.length === 0) continue;
    const versions = { focusedObservation: 0, reflection: 0 };
    for (const appointment of appointments) {
      const { phase, status, date, time, agreedAt } = appointment;
      const version = ++versions[phase];
      if (status !== 'planned' || isBeingTold(view, id, phase)) continue;
      const about = { cycleId: id, caregiverId, phase };
      found.push(
        ...ofClosure(view, appointment, { thing: thingOfAppointment(id, phase), version: String(version), about }),
        ...rowsOf(view, {
          source: 'appointment',
          ladder: phase,
          thing: thingOfAppointment(id, phase),
          version: String(version),
          about,
          anchor: { date, time },
          knownSince: agreedAt,
        }),
      );
    }
  }
  return found;
}

/** What a day that was closed since it was agreed asks for. */
function ofClosure(
  view: ReminderView,
  { phase, date, time, onClosedDay }: Appointment,
  row: Pick<WantedRow, 'thing' | 'version' | 'about'>,
): WantedRow[] {
  const at = instantOf({ date, time }, view.contact.zone);
  if (at <= view.now) return [];
  const named = { source: 'appointment', ladder: phase, ...row } as const;
  const closed = { ...named, rung: closedRung };
  if (view.contact.closures.has(date)) return onClosedDay ? [] : [rowAtOnce(view, closed, at)];
  // Where another took its place, that one told it.
  const before = rowKnown(view, rowId(closed))?.state ?? 'planned';
  return before !== 'planned' && before !== 'suppressed' ? [rowAtOnce(view, { ...named, rung: openedRung }, at)] : [];
}

function gone(row: Reminder, view: ReminderView): Gone {
  const { cycleId, caregiverId, phase } = row.about;
  const cycle = view.cycles.find(({ id }) => id === cycleId);
  if (!cycle) return { why: view.caregivers.some(({ id }) => id === caregiverId) ? 'done' : 'handedOver' };
  const dates = cycle.appointments.filter((appointment) => appointment.phase === phase);
  const mine = dates[Number(row.version) - 1];
  if (mine?.status === 'held' || (mine?.status === 'planned' && isBeingTold(view, cycle.id, phase ?? ''))) return { why: 'done' };
  const next = Number(row.version) + 1;
  return mine?.status === 'moved' && dates.length >= next
    ? { supersededBy: rowId({ ...row, version: String(next) }) }
    : { why: 'cancelled' };
}

export const appointmentReminders: SourceOfReminders = { wanted, gone };
