// Keeps the ledger in step with the state: what is asked for now is planned, what is asked for no more has ended, and why.
import type { HeldFor, Reminder, ReminderOutcome, SuppressedFor } from '../domain/reminder.ts';
import { addDays, localMoment } from './local-time.ts';
import { type ContactAbout, nextContact } from './office-hours.ts';
import { sourcesOfReminders } from './reminders/reminder-sources.ts';
import { type Gone, type ReminderView, rowId, type WantedRow } from './reminders/reminder-view.ts';

const sources = Object.values(sourcesOfReminders);

export function wantedRows(view: ReminderView): WantedRow[] {
  const { person } = view;
  if (!person.active || person.withdrawnAt !== null) return [];
  if (person.roles.includes('consultant')) return sourcesOfReminders.visit.wanted(view);
  if (!person.consent?.given || !person.roles.includes('mentor')) return [];
  const found: WantedRow[] = [];
  for (const source of sources) for (const row of source.wanted(view)) found.push(row);
  return found;
}

/** Rows that are new, were put elsewhere, or ended because nothing asks for them any more. */
export function reconciled(view: ReminderView, owner: string): Reminder[] {
  const { rows, known, now } = view;
  const wanted = wantedRows(view);
  if (wanted.length === 0 && rows.length === 0) return [];
  const ids = new Set<string>();
  const changed: Reminder[] = [];
  for (const want of wanted) {
    const id = rowId(want);
    ids.add(id);
    const row = known.get(id);
    if (row && (row.state !== 'planned' || row.dueAt === want.dueAt)) continue;
    const { ladder: _, until, ...asked } = want;
    const planned: Reminder = { kind: 'reminder', id, owner, ...asked, until: until(), setAt: now, state: 'planned' };
    if (row || planned.until > now) changed.push(row && planned.dueAt <= now ? nextMoment(planned, view) : planned);
  }
  for (const row of rows)
    if (row.state === 'planned' && !ids.has(row.id)) changed.push(endOf(row, reasonOf(row, view, ids), now));
  return changed;
}

/** With other hours of hers its own has passed already: it goes at the next. */
function nextMoment(row: Reminder, { now, contact }: ReminderView): Reminder {
  const next = nextContact(now, row.until, contact, contactAbout(row));
  return next === undefined ? row : hold(row, next, 'quiet');
}

/** What is about something agreed may reach her at more hours than what is not. */
export const contactAbout = ({ source }: Reminder): ContactAbout =>
  source === 'appointment' || source === 'workshop' || source === 'visit' ? 'appointment' : 'other';

/** She is back before her pause was over: what was held for it need wait no longer. */
export function released(row: Reminder, now: string): Reminder {
  const { held: _, ...free } = row;
  return { ...free, setAt: now };
}

function reasonOf(row: Reminder, view: ReminderView, wanted: ReadonlySet<string>): Gone {
  if (!view.person.active || view.person.withdrawnAt !== null) return { why: 'withdrawn' };
  const gone = sourcesOfReminders[row.source].gone(row, view);
  if (!('supersededBy' in gone) || wanted.has(gone.supersededBy)) return gone;
  // The new date came too late for this rung: the first that it does have took its place.
  const version = gone.supersededBy.slice(0, gone.supersededBy.lastIndexOf(':') + 1);
  const other = [...wanted].find((id) => id.startsWith(version));
  return other === undefined ? { why: 'cancelled' } : { supersededBy: other };
}

export function endOf(row: Reminder, gone: Gone | { outcome: ReminderOutcome }, now: string): Reminder {
  const { held: _, ...rest } = row;
  const ended = { ...rest, endedAt: now };
  if ('outcome' in gone) return { ...ended, state: gone.outcome };
  return 'supersededBy' in gone
    ? { ...ended, state: 'superseded', supersededBy: gone.supersededBy }
    : { ...ended, state: 'suppressed', why: gone.why };
}

export const hold = (row: Reminder, to: string, why: HeldFor): Reminder => ({ ...row, held: { to, for: why } });

/** When a row is looked at next. */
export const ripeAt = (row: Reminder): string => row.held?.to ?? row.dueAt;

/** The reason why nothing came of a row whose time is over: what it waited for, if it did. */
export const tooLateFor = (row: Reminder): SuppressedFor => row.held?.for ?? 'tooLate';

/** How long rows that have ended are kept beside the others; facts keep them for good. */
const keptDays = 28;
const mostEnded = 60;

/** Rows that ended long ago, and those of questions that were answered: nobody misses them. */
export function forgotten(rows: readonly Reminder[], wanted: ReadonlySet<string>, now: string, zone: string): Reminder[] {
  const ended = rows.filter(({ state, id }) => state !== 'planned' && !wanted.has(id));
  if (ended.length === 0) return [];
  const since = addDays(localMoment(now, zone).date, -keptDays);
  const newest =
    ended.length > mostEnded
      ? ended
          .map(({ endedAt = '' }) => endedAt)
          .sort()
          .at(-mostEnded)
      : undefined;
  return ended.filter(({ endedAt = '' }) => endedAt < since || (newest !== undefined && endedAt < newest));
}
