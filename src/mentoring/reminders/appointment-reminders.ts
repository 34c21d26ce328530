// Reminders of an observation or a conversation that was agreed, and the questions after it. Each date agreed is a version.
import type { Reminder } from '../../domain/reminder.ts';
import { type Gone, type ReminderView, rowId, rowsOf, type SourceOfReminders, type WantedRow } from './reminder-view.ts';

export const thingOfAppointment = (cycleId: string, phase: string): string => `appointment:${cycleId}:${phase}`;

function wanted(view: ReminderView): WantedRow[] {
  const found: WantedRow[] = [];
  for (const { id, caregiverId, appointments } of view.cycles) {
    if (appointments.length === 0) continue;
    const versions = { focusedObservation: 0, reflection: 0 };
    for (const { phase, status, date, time, agreedAt } of appointments) {
      const version = ++versions[phase];
      if (status !== 'planned') continue;
      found.push(
        ...rowsOf(view, {
          source: 'appointment',
          ladder: phase,
          thing: thingOfAppointment(id, phase),
          version: String(version),
          about: { cycleId: id, caregiverId, phase },
          anchor: { date, time },
          knownSince: agreedAt,
        }),
      );
    }
  }
  return found;
}

function gone(row: Reminder, view: ReminderView): Gone {
  const { cycleId, caregiverId, phase } = row.about;
  const cycle = view.cycles.find(({ id }) => id === cycleId);
  if (!cycle) return { why: view.caregivers.some(({ id }) => id === caregiverId) ? 'done' : 'handedOver' };
  const dates = cycle.appointments.filter((appointment) => appointment.phase === phase);
  const mine = dates[Number(row.version) - 1];
  if (mine?.status === 'held') return { why: 'done' };
  const next = Number(row.version) + 1;
  return mine?.status === 'moved' && dates.length >= next
    ? { supersededBy: rowId({ ...row, version: String(next) }) }
    : { why: 'cancelled' };
}

export const appointmentReminders: SourceOfReminders = { wanted, gone };
