// After every turn: exactly the timers that the state asks for, one a purpose, no more and no fewer.
import type { Timer } from '../../domain/conversation.ts';
import { addMinutes } from '../../mentoring/local-time.ts';
import { ripeAt } from '../../mentoring/reminder-ledger.ts';
import { doubtTimer } from '../doubts/doubt-thread.ts';
import { hasConsent } from '../hearing/read-message.ts';
import { silenceMinutes } from '../safety/harm-question.ts';
import { alertsDue } from '../safety/safety-alerts.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { busyMinutes } from './initiating.ts';
import { keepLedger } from './ledger.ts';
import { weekDue } from './week-due.ts';

export function keepTimers(draft: TurnDraft): void {
  keepLedger(draft);
  const wanted: Timer[] = [];
  const owner = draft.state.owner;
  const want = (purpose: Timer['purpose'], dueAt: string): void => {
    wanted.push({ kind: 'timer', id: `${owner}:${purpose}`, owner, dueAt, purpose, about: {} });
  };
  const { burst } = draft.conversation;
  if (burst) want('settle', burst.until);
  const reminderAt = nextRow(draft);
  // Staff write seldom: what has come up for them is not in the way of anything.
  const isMentor = draft.person.roles.includes('mentor');
  if (reminderAt !== undefined) want('reminder', later(draft, reminderAt, isMentor ? busyMinutes : 1));
  if (hasConsent(draft) && draft.person.active) {
    const weekAt = weekDue(draft);
    if (weekAt !== undefined) want('week', later(draft, weekAt));
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

/** UTC, when the next row of the ledger is to be looked at. */
function nextRow(draft: TurnDraft): string | undefined {
  let next: string | undefined;
  for (const row of draft.all('reminder')) {
    if (row.state !== 'planned') continue;
    const at = ripeAt(row);
    if (next === undefined || at < next) next = at;
  }
  return next;
}

/** What is due already waits until she is free. */
const later = (draft: TurnDraft, at: string, minutes = busyMinutes): string =>
  at > draft.now ? at : addMinutes(draft.now, minutes);
