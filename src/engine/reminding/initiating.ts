// Whether the house may begin a conversation with her now, and what it began today.
import { addMinutes } from '../../mentoring/local-time.ts';
import { activeThread, rests } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';

/** She wrote this recently: a question of ours would be in her way. */
export const busyMinutes = 30;
const mostADay = 2;

export function isPaused(draft: TurnDraft): boolean {
  const { pausedUntil } = draft.person;
  return pausedUntil !== null && draft.today.date < pausedUntil;
}

/** UTC: until when she is in the middle of something; undefined where she is not. */
export function busyUntil(draft: TurnDraft): string | undefined {
  const thread = activeThread(draft);
  const heard = draft.conversation.lastHeardAt;
  if (!thread?.waitingFor || heard === null || rests(draft, thread)) return undefined;
  const until = addMinutes(heard, busyMinutes);
  return until > draft.now ? until : undefined;
}

export const isBusy = (draft: TurnDraft): boolean => busyUntil(draft) !== undefined;

/** Whether she may be sent something today that is not about an appointment of hers. */
export function mayInitiateOther(draft: TurnDraft): boolean {
  const { initiated } = draft.conversation;
  return initiated.date !== draft.today.date || (initiated.other < 1 && initiated.count < mostADay);
}

export function mayInitiate(draft: TurnDraft): boolean {
  const { initiated } = draft.conversation;
  return initiated.date !== draft.today.date || initiated.count < mostADay;
}

export function countInitiated(draft: TurnDraft, about: 'appointment' | 'other'): void {
  const { initiated } = draft.conversation;
  const today = initiated.date === draft.today.date ? initiated : { date: draft.today.date, count: 0, other: 0 };
  draft.converse({ initiated: { date: today.date, count: today.count + 1, other: today.other + (about === 'other' ? 1 : 0) } });
}
