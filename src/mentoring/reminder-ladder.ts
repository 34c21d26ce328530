// Which reminders a person's appointments still ask for, and when. Computed anew from the state at each turn, so nothing old can fire.
import type { Appointment, MentoringCycle } from '../domain/mentoring-cycle.ts';
import type { Person } from '../domain/roster.ts';
import { addMinutes, instantOf } from './local-time.ts';
import { momentAfter, momentDayBefore, momentSameDay } from './phone-moments.ts';

export type Rung = 'dayBefore' | 'sameDay' | 'after';
export interface DueReminder {
  cycle: MentoringCycle;
  appointment: Appointment;
  rung: Rung;
  /** UTC. */
  dueAt: string;
}

/** Minutes after the hour agreed until one may ask whether it took place. */
const settledAfter = 20;

export function remindersOf(
  person: Person,
  cycles: readonly MentoringCycle[],
  zone: string,
  holidays: ReadonlyMap<string, string>,
): DueReminder[] {
  if (!person.active || person.withdrawnAt || !person.consent?.given) return [];
  const due: DueReminder[] = [];
  for (const cycle of cycles) {
    for (const appointment of cycle.appointments) {
      if (appointment.status !== 'planned') continue;
      const at = { date: appointment.date, time: appointment.time };
      const add = (rung: Rung, dueAt: string): void => {
        const agreedTooLate = rung !== 'after' && dueAt <= appointment.agreedAt;
        if (!agreedTooLate && !appointment.reminded.includes(rung)) due.push({ cycle, appointment, rung, dueAt });
      };
      add('dayBefore', instantOf(momentDayBefore(at.date, person.phoneMoments, holidays), zone));
      const sameDay = momentSameDay(at, person.phoneMoments);
      if (sameDay) add('sameDay', instantOf(sameDay, zone));
      const settled = addMinutes(instantOf(at, zone), settledAfter);
      const after = instantOf(momentAfter(at, person.phoneMoments, holidays), zone);
      add('after', after > settled ? after : settled);
    }
  }
  return due.sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : a.appointment.id < b.appointment.id ? -1 : 1));
}

export interface RemindersNow {
  /** To be said now, one line each. */
  upcoming: DueReminder[];
  /** "¿Ya la hizo?", the oldest first. */
  toAsk: DueReminder[];
  /** Rungs that are over without being said: a later one of the same appointment took their place, or its hour came. */
  passed: DueReminder[];
}

/** What is due at `now`. A late rung is said only while it still helps. */
export function remindersNow(due: readonly DueReminder[], now: string, zone: string): RemindersNow {
  const result: RemindersNow = { upcoming: [], toAsk: [], passed: [] };
  const ripe = due.filter(({ dueAt }) => dueAt <= now);
  for (const reminder of ripe) {
    const at = instantOf({ date: reminder.appointment.date, time: reminder.appointment.time }, zone);
    if (reminder.rung === 'after') result.toAsk.push(reminder);
    else if (
      now >= at ||
      ripe.some(
        (other) => other.rung === 'sameDay' && reminder.rung === 'dayBefore' && other.appointment === reminder.appointment,
      )
    ) {
      result.passed.push(reminder);
    } else result.upcoming.push(reminder);
  }
  return result;
}
