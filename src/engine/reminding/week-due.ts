// When this week is told: on its last afternoon, once, where there is something to tell and the day has room for it.
import { instantOf } from '../../mentoring/local-time.ts';
import { officeHours } from '../../mentoring/office-hours.ts';
import { lastWorkingDay, toBeTold, weekAtLast, weekHour, workedWeek } from '../../mentoring/week-summary.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { mayInitiateOther } from './initiating.ts';

/** UTC; undefined where it is not to be told, or not any more. */
export function weekDue(draft: TurnDraft): string | undefined {
  const { today, centre, person } = draft;
  const day = person.roles.includes('mentor') ? lastWorkingDay(today.date, draft.closures) : undefined;
  if (day === undefined || today.date > day || draft.conversation.weekTold === day) return undefined;
  if (person.pausedUntil !== null && day < person.pausedUntil) return undefined;
  if (today.date === day && (today.time >= officeHours.closes || !mayInitiateOther(draft))) return undefined;
  const worked = workedWeek(draft.all('cycle'), draft.all('caregiver'), today.date, centre.zone);
  if (!worked && toBeTold(draft.all('cycle'), { date: day, time: weekAtLast(person) }).length === 0) return undefined;
  const hour = asksOn(draft, day) ? weekAtLast(person) : weekHour(person);
  return instantOf({ date: day, time: hour }, centre.zone);
}

/** What else is about no appointment waits for another day than this. */
export const weekIsToday = (draft: TurnDraft): boolean =>
  lastWorkingDay(draft.today.date, draft.closures) === draft.today.date && weekDue(draft) !== undefined;

/** What she is asked that day is part of the week: her answer comes first. */
function asksOn(draft: TurnDraft, day: string): boolean {
  const { zone } = draft.centre;
  const isOpen = (cycleId: string | undefined, phase: string | undefined): boolean =>
    draft
      .get('cycle', cycleId ?? '')
      ?.appointments.some(({ phase: of, status, date }) => of === phase && status === 'planned' && date <= day) === true;
  const endOfDay = instantOf({ date: day, time: '23:59' }, zone);
  return draft
    .all('reminder')
    .some(
      ({ source, rung, state, dueAt, about }) =>
        source === 'appointment' &&
        rung === 'after' &&
        (state === 'planned' ? dueAt <= endOfDay : state === 'sent' || state === 'caughtUp') &&
        isOpen(about.cycleId, about.phase),
    );
}
