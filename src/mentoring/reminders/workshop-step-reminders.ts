// After a workshop: whether she was there and how it was, what to make up for, and the homework before the next one.
import { type Attendance, attendanceId, attendanceKnown } from '../../domain/attendance.ts';
import type { ReminderSource } from '../../domain/reminder.ts';
import type { Workshop } from '../../program/workshop-schema.ts';
import { addMinutes, localMoment } from '../local-time.ts';
import { asksAttendance, homeworkDue, missesCatchUp, workshopEnd, workshopsAhead, workshopVersion } from '../workshop-dates.ts';
import { type ReminderView, rowId, rowsOf, type SourceOfReminders, type WantedRow } from './reminder-view.ts';

type StepSource = Extract<ReminderSource, 'attendance' | 'catchUp' | 'homework'>;

/** What was a month ago is asked of nobody any more. */
const keptMinutes = 30 * 24 * 60;

const attendanceAt = ({ attendances }: ReminderView, number: number): Attendance | undefined =>
  attendances.find(({ id }) => id === attendanceId(number));

function rows(
  view: ReminderView,
  source: StepSource,
  workshop: Workshop,
  at: string,
  more: { oneByOne?: true } = {},
): WantedRow[] {
  return rowsOf(view, {
    source,
    ladder: source,
    thing: `${source}:${workshop.number}`,
    version: source === 'catchUp' ? at : `${workshopVersion(workshop)}${source === 'homework' ? `-${at}` : ''}`,
    about: { workshop: String(workshop.number) },
    anchor: localMoment(at, view.contact.zone),
    ...more,
  });
}

/** The next one to come too, so that it is there whatever else happens; and those of the last month in which she took part. */
function reached(view: ReminderView): Workshop[] {
  let list = reachedIn.get(view);
  if (!list) {
    list = findReached(view);
    reachedIn.set(view, list);
  }
  return list;
}

/** Three sources ask the same of one view. */
const reachedIn = new WeakMap<ReminderView, Workshop[]>();

function findReached(view: ReminderView): Workshop[] {
  const [next] = workshopsAhead(view);
  const since = view.person.consent?.at ?? view.now;
  const oldest = addMinutes(view.now, -keptMinutes);
  return view.workshops.filter((workshop) => {
    const end = workshopEnd(workshop);
    if (end === undefined) return false;
    return workshop === next || (end <= view.now && end > since && end > oldest);
  });
}

const isDoneOrOff =
  (isDone: (attendance: Attendance | undefined) => boolean): SourceOfReminders['gone'] =>
  ({ about }, view) => ({ why: isDone(attendanceAt(view, Number(about.workshop))) ? 'done' : 'cancelled' });

export const attendanceReminders: SourceOfReminders = {
  wanted: (view) =>
    reached(view).flatMap((workshop) => {
      const end = workshopEnd(workshop);
      return end !== undefined && asksAttendance(attendanceAt(view, workshop.number))
        ? rows(view, 'attendance', workshop, end)
        : [];
    }),
  gone(row, view) {
    const workshop = view.workshops.find(({ number }) => String(number) === row.about.workshop);
    const isMoved = workshop && workshopEnd(workshop) !== undefined && workshopVersion(workshop) !== row.version;
    if (isMoved && asksAttendance(attendanceAt(view, workshop.number)))
      return { supersededBy: rowId({ ...row, version: workshopVersion(workshop) }) };
    return isDoneOrOff((attendance) => !asksAttendance(attendance))(row, view);
  },
};

export const catchUpReminders: SourceOfReminders = {
  wanted: (view) =>
    reached(view).flatMap((workshop) => {
      const attendance = attendanceAt(view, workshop.number);
      const told = attendanceKnown(attendance?.told);
      return told && missesCatchUp(workshop, attendance) ? rows(view, 'catchUp', workshop, told.at, { oneByOne: true }) : [];
    }),
  gone: isDoneOrOff((attendance) => attendance?.caughtUp !== undefined || attendanceKnown(attendance?.told)?.attended !== 'none'),
};

export const homeworkReminders: SourceOfReminders = {
  wanted: (view) =>
    reached(view).flatMap((workshop) => {
      const due = homeworkDue(view, workshop);
      const end = workshopEnd(workshop) ?? view.now;
      if (due === undefined || due <= view.now || end > view.now) return [];
      return attendanceAt(view, workshop.number)?.homeworkDoneAt ? [] : rows(view, 'homework', workshop, due);
    }),
  gone: isDoneOrOff((attendance) => attendance?.homeworkDoneAt !== undefined),
};
