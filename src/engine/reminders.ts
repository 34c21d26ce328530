// Keeps her timers in step with the state, and says what is due: one agenda message, or "¿ya la hizo?".
import type { Timer } from '../domain/conversation.ts';
import { addMinutes, instantOf, isWorkingDay, localMoment, sayDay, workingDayBeside } from '../mentoring/local-time.ts';
import { momentNextDay, phoneHours } from '../mentoring/phone-moments.ts';
import { type DueReminder, remindersNow, remindersOf } from '../mentoring/reminder-ladder.ts';
import { lastWorkingDay, weekHour, workedWeek } from '../mentoring/week-summary.ts';
import { isQuiet } from './after-telling.ts';
import { doubtTimer } from './doubt-thread.ts';
import { silenceMinutes } from './harm-question.ts';
import { hasConsent } from './read-message.ts';
import { alertsDue } from './safety-alerts.ts';
import { houseText, threadContext } from './thread-context.ts';
import { activeThread, openThread, rests, resumeThread } from './threads.ts';
import type { TurnDraft } from './turn-draft.ts';

/** She wrote this recently: a question of ours would be in her way. */
const busyMinutes = 30;
const mostADay = 2;

const due = (draft: TurnDraft): DueReminder[] => remindersOf(draft.person, draft.all('cycle'), draft.centre.zone, draft.closures);

export function isPaused(draft: TurnDraft): boolean {
  const { pausedUntil } = draft.person;
  return pausedUntil !== null && draft.today.date < pausedUntil;
}

export function isBusy(draft: TurnDraft): boolean {
  const thread = activeThread(draft);
  const heard = draft.conversation.lastHeardAt;
  return Boolean(thread?.waitingFor && !rests(draft, thread) && heard && addMinutes(heard, busyMinutes) > draft.now);
}

/** Marks rungs as gone, so that they never come again for this date. */
function mark(draft: TurnDraft, reminders: readonly DueReminder[]): void {
  for (const { cycle, appointment, rung } of reminders) {
    const now = draft.get('cycle', cycle.id);
    if (!now) continue;
    draft.put({
      ...now,
      appointments: now.appointments.map((one) =>
        one.id === appointment.id ? { ...one, reminded: [...one.reminded, rung] } : one,
      ),
    });
  }
}

function nameOf(draft: TurnDraft, reminder: DueReminder): string {
  return draft.get('caregiver', reminder.cycle.caregiverId)?.name ?? '';
}

/** One line of the agenda: hour, what, with whom. No evidence and no feedback: lock screens show it. */
function agendaLine(draft: TurnDraft, reminder: DueReminder): string {
  const { date, time, phase } = reminder.appointment;
  const day = sayDay(date, draft.today.date);
  return houseText(draft, `casa.cita-${phase}`, { day, time, name: nameOf(draft, reminder) });
}

/** Whether she may be sent something today that is not about an appointment of hers. */
export function mayInitiateOther(draft: TurnDraft): boolean {
  const { initiated } = draft.conversation;
  return initiated.date !== draft.today.date || (initiated.other < 1 && initiated.count < mostADay);
}

export function countInitiated(draft: TurnDraft, about: 'appointment' | 'other'): void {
  const { initiated } = draft.conversation;
  const today = initiated.date === draft.today.date ? initiated : { date: draft.today.date, count: 0, other: 0 };
  draft.converse({ initiated: { date: today.date, count: today.count + 1, other: today.other + (about === 'other' ? 1 : 0) } });
}

export function remind(draft: TurnDraft): void {
  if (!hasConsent(draft) || isPaused(draft)) return;
  const { upcoming, toAsk, passed } = remindersNow(due(draft), draft.now, draft.centre.zone);
  mark(draft, passed);
  upcoming.sort((a, b) => (`${a.appointment.date}${a.appointment.time}` < `${b.appointment.date}${b.appointment.time}` ? -1 : 1));
  const agenda = upcoming.map((reminder) => agendaLine(draft, reminder)).join('\n');
  const text = agenda && houseText(draft, upcoming.length === 1 ? 'casa.recordatorio' : 'casa.agenda', { agenda });
  mark(draft, upcoming);
  const [first] = toAsk;
  if (first && !isBusy(draft)) {
    ask(draft, first, text);
    countInitiated(draft, 'appointment');
  } else if (text) {
    draft.say({ kind: 'reminder', text });
    countInitiated(draft, 'appointment');
  }
  for (const { appointment, rung, cycle } of upcoming) {
    draft.fact('reminderSent', {
      cycleId: cycle.id,
      caregiverId: cycle.caregiverId,
      theme: cycle.theme,
      phase: appointment.phase,
      data: { rung },
    });
  }
}

/** "¿Ya la hizo?" opens the record of that session: its question is the open one from here on. */
function ask(draft: TurnDraft, reminder: DueReminder, lead: string): void {
  mark(draft, [reminder]);
  const { cycle, appointment } = reminder;
  draft.fact('reminderSent', {
    cycleId: cycle.id,
    caregiverId: cycle.caregiverId,
    theme: cycle.theme,
    phase: appointment.phase,
    data: { rung: 'after' },
  });
  openThread(
    draft,
    appointment.phase === 'reflection' ? 'reflexion' : 'observacion',
    { caregiverId: cycle.caregiverId, cycleId: cycle.id },
    { kind: 'reminder', ...(lead ? { lead } : {}) },
  );
}

/** She has just finished something and is here: what was waiting to be asked is asked now. */
export function askWhatWaited(draft: TurnDraft): void {
  if (activeThread(draft)?.waitingFor || !hasConsent(draft) || isPaused(draft) || isQuiet(draft)) return;
  const { toAsk } = remindersNow(due(draft), draft.now, draft.centre.zone);
  const [first] = toAsk;
  if (first) ask(draft, first, '');
}

/** One nudge for a question left open since the working day before. */
export function nudge(draft: TurnDraft): void {
  const thread = activeThread(draft);
  if (
    !thread?.waitingFor ||
    thread.nudgedAt !== null ||
    rests(draft, thread) ||
    !hasConsent(draft) ||
    isPaused(draft) ||
    isBusy(draft)
  )
    return;
  if (!mayInitiateOther(draft)) return;
  if (draft.program.flows[thread.flow]?.passing) {
    draft.remove('thread', thread.id);
    draft.converse({ active: null });
    return;
  }
  const c = threadContext(draft, thread.id);
  resumeThread(draft, thread.id, { kind: 'reminder', lead: c.text(c.caregiver ? 'casa.empujon-con' : 'casa.empujon') });
  draft.patchThread(thread.id, { nudgedAt: draft.now });
  countInitiated(draft, 'other');
}

/** After every turn: exactly the timers that the state asks for, no more and no fewer. */
export function keepTimers(draft: TurnDraft): void {
  const wanted: Timer[] = [];
  const owner = draft.state.owner;
  const want = (purpose: Timer['purpose'], dueAt: string, about: Record<string, string> = {}): void => {
    wanted.push({ kind: 'timer', id: `${owner}:${purpose}`, owner, dueAt, purpose, about });
  };
  const { burst } = draft.conversation;
  if (burst) want('settle', burst.until);
  if (hasConsent(draft) && draft.person.active) {
    const next = due(draft)[0]?.dueAt;
    const reminder = next === undefined ? undefined : notBefore(draft, next, phoneHours(draft.person.phoneMoments)[0] ?? '09:30');
    if (reminder !== undefined) want('reminder', reminder);
    const weekAt = weekDue(draft);
    if (weekAt !== undefined) want('week', weekAt);
    const thread = activeThread(draft);
    if (thread?.waitingFor && thread.nudgedAt === null && !rests(draft, thread)) {
      const touched = localMoment(thread.touchedAt, draft.centre.zone);
      const moment = momentNextDay(touched.date, draft.person.phoneMoments, draft.closures);
      const nudgeAt = notOnFullDay(draft, notBefore(draft, instantOf(moment, draft.centre.zone), moment.time), weekAt);
      // What is about an appointment goes first, and then the nudge is computed anew.
      if (reminder === undefined || reminder > nudgeAt) want('nudge', nudgeAt);
    }
  }
  const { concern } = draft.conversation;
  const alertAt = [alertsDue(draft), concern ? addMinutes(concern.askedAt, silenceMinutes) : undefined]
    .filter((at) => at !== undefined)
    .sort()[0];
  if (alertAt !== undefined) want('alert', alertAt > draft.now ? alertAt : addMinutes(draft.now, 1));
  const doubtAt = doubtTimer(draft);
  if (doubtAt !== undefined) want('doubt', doubtAt > draft.now ? doubtAt : draft.now);
  for (const timer of draft.state.timers) if (!wanted.some(({ id }) => id === timer.id)) draft.remove('timer', timer.id);
  for (const timer of wanted) {
    const known = draft.state.timers.find(({ id }) => id === timer.id);
    if (known?.dueAt !== timer.dueAt) draft.put(timer);
  }
}

/** When this week is told: on its last afternoon, once, where there is something to tell and the day has room for it. */
function weekDue(draft: TurnDraft): string | undefined {
  const { today, centre, person } = draft;
  const day = person.roles.includes('mentor') ? lastWorkingDay(today.date, draft.closures) : undefined;
  if (day === undefined || today.date > day || draft.conversation.weekTold === day) return undefined;
  if (person.pausedUntil !== null && day < person.pausedUntil) return undefined;
  if (today.date === day && (today.time >= '18:00' || !mayInitiateOther(draft))) return undefined;
  if (!workedWeek(draft.all('cycle'), draft.all('caregiver'), today.date, centre.zone)) return undefined;
  const hour = asksOn(draft, day) ? weekAtLast : weekHour(person);
  return notBefore(draft, instantOf({ date: day, time: hour }, centre.zone), hour);
}

/** Told no later than this, where she was asked whether a session took place and has not said so. */
const weekAtLast = '17:30';

/** What she is asked that day is part of the week: her answer comes first. */
function asksOn(draft: TurnDraft, day: string): boolean {
  const { zone } = draft.centre;
  const isAsked = draft
    .all('cycle')
    .some(({ appointments }) =>
      appointments.some(({ status, date, reminded }) => status === 'planned' && date <= day && reminded.includes('after')),
    );
  return isAsked || due(draft).some(({ rung, dueAt }) => rung === 'after' && localMoment(dueAt, zone).date <= day);
}

/** One message a day that is about no appointment: where the day has had its own, or is to tell of the week, a nudge waits for the next. */
function notOnFullDay(draft: TurnDraft, at: string, weekAt: string | undefined): string {
  const { zone } = draft.centre;
  const { date } = localMoment(at, zone);
  const isFull = date === draft.today.date && !mayInitiateOther(draft);
  if (!isFull && (weekAt === undefined || localMoment(weekAt, zone).date !== date)) return at;
  return instantOf(momentNextDay(date, draft.person.phoneMoments, draft.closures), zone);
}

/** What is already due waits until she is free, or until this hour of the day when her pause is over. */
function notBefore(draft: TurnDraft, dueAt: string, hour: string): string {
  if (isPaused(draft) && draft.person.pausedUntil !== null) {
    const until = draft.person.pausedUntil;
    const day = isWorkingDay(until, draft.closures) ? until : workingDayBeside(until, 1, draft.closures);
    const back = instantOf({ date: day, time: hour }, draft.centre.zone);
    return dueAt > back ? dueAt : back;
  }
  return dueAt > draft.now ? dueAt : addMinutes(draft.now, busyMinutes);
}
