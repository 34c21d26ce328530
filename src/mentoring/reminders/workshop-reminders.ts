// Reminders of the workshops to come. One whose hour was changed is another version: everybody who had rows of the old one is told.
import type { Reminder } from '../../domain/reminder.ts';
import type { Workshop } from '../../program/workshop-schema.ts';
import { addMinutes, localMoment } from '../local-time.ts';
import { workshopStart, workshopsAhead, workshopVersion } from '../workshop-dates.ts';
import {
  type Gone,
  type ReminderView,
  rowAtOnce,
  rowId,
  rowsOf,
  type SourceOfReminders,
  type WantedRow,
} from './reminder-view.ts';

/** The rungs that no ladder has: said as soon as they can be. */
export const movedRung = 'moved';
export const calledOffRung = 'calledOff';

/** So many to come have rows; those after them when one of these is over. The whole year of them would crowd her list. */
const mostAhead = 2;

export const workshopThing = (number: number): string => `workshop:${number}`;
const aboutOf = ({ number }: Workshop): Record<string, string> => ({ workshop: String(number) });

/** What was said or planned of it in another version than this one. */
const ofOthers = (view: ReminderView, workshop: Workshop, version: string): Reminder[] =>
  view.rows.filter((row) => row.thing === workshopThing(workshop.number) && row.source === 'workshop' && row.version !== version);

const named = (workshop: Workshop, version: string, rung: string) =>
  ({
    source: 'workshop',
    ladder: 'workshop',
    thing: workshopThing(workshop.number),
    version,
    rung,
    about: aboutOf(workshop),
  }) as const;

/** It has no date any more, and she knew of one that is still to come. */
function calledOff(view: ReminderView, workshop: Workshop): WantedRow[] {
  const version = offVersion(workshop);
  const last = ofOthers(view, workshop, version)
    .filter(({ rung }) => rung !== calledOffRung)
    .reduce((latest, { until }) => (until > latest ? until : latest), '');
  return last > view.now ? [rowAtOnce(view, named(workshop, version, calledOffRung), last)] : [];
}

/** Apart from those of a date. */
const offVersion = (workshop: Workshop): string => (workshop.calledOff ? `${workshopVersion(workshop)}-off` : 'undated');

function ofWorkshop(view: ReminderView, workshop: Workshop): WantedRow[] {
  const at = workshopStart(workshop);
  if (at === undefined) return calledOff(view, workshop);
  if (at <= view.now) return [];
  const version = workshopVersion(workshop);
  const knew = ofOthers(view, workshop, version).some(({ rung }) => rung !== movedRung);
  const moved = knew ? [rowAtOnce(view, named(workshop, version, movedRung), at)] : [];
  const rows = rowsOf(view, { ...named(workshop, version, ''), anchor: localMoment(at, view.contact.zone) });
  const [first] = moved;
  // Told of today, it is not told of again today; what leads her there still comes.
  const spaced = rows.filter(({ dueAt }) => !first || dueAt > addMinutes(first.dueAt, 720) || dueAt > addMinutes(at, -120));
  return [...moved, ...spaced];
}

function wanted(view: ReminderView): WantedRow[] {
  const next = workshopsAhead(view).slice(0, mostAhead);
  return view.workshops.flatMap((workshop) => {
    const isNear = next.includes(workshop) || view.rows.some(({ thing }) => thing === workshopThing(workshop.number));
    return isNear ? ofWorkshop(view, workshop) : [];
  });
}

function gone(row: Reminder, { workshops, now }: ReminderView): Gone {
  const workshop = workshops.find((one) => workshopThing(one.number) === row.thing);
  if (!workshop) return { why: 'cancelled' };
  const at = workshopStart(workshop);
  if (at === undefined) return { supersededBy: rowId({ ...row, version: offVersion(workshop), rung: calledOffRung }) };
  const version = workshopVersion(workshop);
  if (version === row.version) return { why: 'tooLate' };
  return at > now ? { supersededBy: rowId({ ...row, version, rung: movedRung }) } : { why: 'cancelled' };
}

export const workshopReminders: SourceOfReminders = { wanted, gone };
