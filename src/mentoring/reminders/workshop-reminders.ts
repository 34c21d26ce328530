// Reminders of the virtual workshops. A workshop whose hour was changed is another version: everybody who had rows of the old one is told.
import type { LocalMoment } from '../../domain/local-moment.ts';
import type { Reminder } from '../../domain/reminder.ts';
import { defaultZone } from '../../domain/roster.ts';
import type { Workshop } from '../../program/content-schema.ts';
import { addMinutes, instantOf, localMoment } from '../local-time.ts';
import { type Gone, type ReminderView, rowId, rowsOf, type SourceOfReminders, type WantedRow } from './reminder-view.ts';

/** The rung that no ladder has: said as soon as it can be. */
export const movedRung = 'moved';

/** Its hour is announced in that of Mexico City, and shown in hers. */
export const workshopMoment = ({ when }: Workshop, zone: string): LocalMoment | undefined =>
  when && localMoment(instantOf(when, defaultZone), zone);

const thingOf = ({ number }: Workshop): string => `workshop:${number}`;
const versionOf = ({ when }: Workshop): string => (when ? `${when.date}T${when.time}` : '');

function movedRow(view: ReminderView, workshop: Workshop, at: string): WantedRow[] {
  const thing = thingOf(workshop);
  const version = versionOf(workshop);
  const knew = view.rows.some((row) => row.thing === thing && row.version !== version && row.rung !== movedRung);
  if (!knew) return [];
  const row = { source: 'workshop', ladder: 'workshop', thing, version, rung: movedRung, about: aboutOf(workshop) } as const;
  const known = view.rows.find(({ id }) => id === rowId(row));
  return [{ ...row, dueAt: known?.dueAt ?? view.now, until: () => at }];
}

const aboutOf = ({ number }: Workshop): Record<string, string> => ({ workshop: String(number) });

function wanted(view: ReminderView): WantedRow[] {
  return view.program.workshops.flatMap((workshop) => {
    const anchor = workshopMoment(workshop, view.contact.zone);
    const at = anchor && instantOf(anchor, view.contact.zone);
    if (!anchor || !at || at <= view.now) return [];
    const moved = movedRow(view, workshop, at);
    const rows = rowsOf(view, {
      source: 'workshop',
      ladder: 'workshop',
      thing: thingOf(workshop),
      version: versionOf(workshop),
      about: aboutOf(workshop),
      anchor,
    });
    const [first] = moved;
    // Told of today, it is not told of again today; what leads her there still comes.
    const spaced = rows.filter(({ dueAt }) => !first || dueAt > addMinutes(first.dueAt, 720) || dueAt > addMinutes(at, -120));
    return [...moved, ...spaced];
  });
}

function gone(row: Reminder, { program, now }: ReminderView): Gone {
  const workshop = program.workshops.find((one) => thingOf(one) === row.thing);
  if (!workshop?.when) return { why: 'cancelled' };
  const version = versionOf(workshop);
  if (version === row.version) return { why: 'tooLate' };
  const isAhead = instantOf(workshop.when, defaultZone) > now;
  return isAhead ? { supersededBy: rowId({ ...row, version, rung: movedRung }) } : { why: 'cancelled' };
}

export const workshopReminders: SourceOfReminders = { wanted, gone };
