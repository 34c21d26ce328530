// What becomes of the rows whose hour has come: said now, held until it can be said, or ended, and why.
import type { HeldFor, Reminder } from '../domain/reminder.ts';
import { addMinutes, instantOf, isWorkingDay, localMoment, workingDayBeside } from './local-time.ts';
import { type Contact, mayContact, nextContact } from './office-hours.ts';
import { phoneHours } from './phone-moments.ts';
import { contactAbout, endOf, hold, tooLateFor } from './reminder-ledger.ts';

export interface Circumstances {
  now: string;
  contact: Contact;
  /** Local date on which she can be written to again, where she cannot today. */
  pausedUntil: string | undefined;
  /** She told of harm: questions rest until this local date. */
  quietUntil: string | undefined;
  /** The day has had all its messages, or the one that is about no appointment (or is to tell of the week). */
  dayIsFull: boolean;
  othersAreFull: boolean;
  /** UTC: until then she is in the middle of something. */
  busyUntil: string | undefined;
  /** She has just written: nothing is begun, so neither hours nor counts matter. */
  isHere: boolean;
  asks(row: Reminder): boolean;
}

export interface Verdicts {
  /** In order of their hour. */
  say: Reminder[];
  /** Held or ended, to be put. */
  put: Reminder[];
}

export function verdicts(ripe: readonly Reminder[], circumstances: Circumstances): Verdicts {
  const found: Verdicts = { say: [], put: [] };
  const sorted = [...ripe].sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : a.id < b.id ? -1 : 1));
  for (const row of sorted) {
    const { now } = circumstances;
    const last = sorted.findLast(({ thing, version, until }) => thing === row.thing && version === row.version && until > now);
    const verdict =
      row.until <= now
        ? endOf(row, { why: tooLateFor(row) }, now)
        : last && last !== row
          ? endOf(row, { supersededBy: last.id }, now)
          : waits(row, circumstances);
    if (verdict) found.put.push(verdict);
    else found.say.push(row);
  }
  return found;
}

/** Undefined where it is to be said now. */
function waits(row: Reminder, at: Circumstances): Reminder | undefined {
  const { now, contact } = at;
  const about = contactAbout(row);
  const here = localMoment(now, contact.zone);
  const heldTo = (to: string | undefined, why: HeldFor): Reminder =>
    to === undefined || to >= row.until ? endOf(row, { why }, now) : hold(row, to, why);
  if (at.pausedUntil !== undefined) return heldTo(dayOf(at.pausedUntil, row, at), 'paused');
  if (at.quietUntil !== undefined && at.asks(row)) return heldTo(dayOf(at.quietUntil, row, at), 'quiet');
  if (at.isHere) return undefined;
  if (!mayContact(here, contact, about)) return heldTo(nextContact(now, row.until, contact, about), 'quiet');
  if (at.dayIsFull || (about === 'other' && at.othersAreFull)) {
    const tomorrow = instantOf({ date: here.date, time: '23:59' }, contact.zone);
    return heldTo(nextContact(tomorrow, row.until, contact, about), 'enough');
  }
  if (at.busyUntil === undefined) return undefined;
  const later = mayContact(localMoment(at.busyUntil, contact.zone), contact, about)
    ? at.busyUntil
    : nextContact(at.busyUntil, row.until, contact, about);
  // What will not wait is woven in; a question always waits.
  return later !== undefined && later < row.until
    ? hold(row, later, 'answering')
    : at.asks(row)
      ? heldTo(later, 'answering')
      : undefined;
}

/** Her first moment of that day, or of the working day after it. */
function dayOf(date: string, row: Reminder, { contact }: Circumstances): string | undefined {
  const { zone, closures, moments } = contact;
  const day = isWorkingDay(date, closures) ? date : workingDayBeside(date, 1, closures);
  const before = addMinutes(instantOf({ date: day, time: phoneHours(moments)[0] ?? '09:30' }, zone), -1);
  return nextContact(before, row.until, contact, contactAbout(row));
}
