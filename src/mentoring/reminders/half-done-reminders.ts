// What is half done: a checklist, the record of a session, a plan (also one not begun after its checklist). One nudge, then weekly.
import type { MentoringCycle } from '../../domain/mentoring-cycle.ts';
import type { Reminder } from '../../domain/reminder.ts';
import { localMoment } from '../local-time.ts';
import { type HalfDone, halfDoneFlows } from './question-reminders.ts';
import { type Gone, type ReminderView, rowsOf, type SourceOfReminders, versionSince, type WantedRow } from './reminder-view.ts';

function rows(view: ReminderView, source: HalfDone, thing: string, since: string, about: Record<string, string>) {
  return rowsOf(view, {
    source,
    ladder: source,
    thing,
    version: versionSince(view, thing, since),
    about,
    anchor: localMoment(since, view.contact.zone),
    oneByOne: true,
  });
}

function halfDone(view: ReminderView, source: HalfDone): WantedRow[] {
  return view.threads.flatMap((thread) => {
    const { id, flow, caregiverId, waitingFor, history, touchedAt } = thread;
    if (halfDoneFlows[flow] !== source || waitingFor === null || history.length === 0 || caregiverId === null) return [];
    // A sheet on paper, or a session that is still to come, is not half done.
    if (view.rests(thread)) return [];
    return rows(view, source, `${source}:${caregiverId}`, touchedAt, { caregiverId, threadId: id });
  });
}

const wantsPlan = ({ checklist, plan, sessions, dosageOnly }: MentoringCycle): boolean =>
  checklist !== null && plan === null && !dosageOnly && sessions.length === 0;

/** With the caregiver still hers, what is not asked for any more was done or let go. */
function gone(row: Reminder, view: ReminderView): Gone {
  const { caregiverId } = row.about;
  if (!view.caregivers.some(({ id, status }) => id === caregiverId && status === 'active')) return { why: 'handedOver' };
  return { why: 'done' };
}

export const checklistReminders: SourceOfReminders = { wanted: (view) => halfDone(view, 'checklist'), gone };

export const recordReminders: SourceOfReminders = { wanted: (view) => halfDone(view, 'record'), gone };

export const planReminders: SourceOfReminders = {
  wanted(view) {
    const begun = halfDone(view, 'plan');
    const others = view.cycles.filter(
      (cycle) =>
        wantsPlan(cycle) &&
        !begun.some(({ about }) => about.caregiverId === cycle.caregiverId) &&
        view.open?.caregiverId !== cycle.caregiverId,
    );
    const notBegun = others.flatMap(({ caregiverId, checklist }) =>
      rows(view, 'plan', `plan:${caregiverId}`, checklist?.recordedAt ?? view.now, { caregiverId }),
    );
    return [...begun, ...notBegun];
  },
  gone,
};
