// When a broadcast sends its next wave, and to whom: so small and so far apart that what has not gone can be called back.
import { type Broadcast, type Recipients, recipientLetter } from '../../domain/broadcast.ts';
import type { Timer } from '../../domain/conversation.ts';
import { addMinutes } from '../../mentoring/local-time.ts';
import { has, turnLetters } from '../../outreach/broadcast-letters.ts';
import { secondsBetweenWaves } from '../../outreach/broadcast-pace.ts';
import type { TurnDraft } from '../turn-draft.ts';

/** More than these on their way, and the next wave waits: the channel is slower than we thought, or down. */
const mostUnderWay = 100;
const longestHoldUpMinutes = 15;
/** Every message is given up within a day or so; whoever is not heard of by then is counted as doubtful. */
const mostWaitHours = 48;
/** Receipts and answers are counted for so long; then the records leave for the archive. */
const keptDays = 7;

/** In the order of the waves. */
export const recipientsOf = (draft: TurnDraft): Recipients[] => draft.all('recipients').sort((a, b) => (a.id < b.id ? -1 : 1));

const isReady = ({ letters, notBefore }: Recipients, now: string): boolean =>
  letters.includes(recipientLetter.waiting) && (notBefore === null || notBefore <= now);

/** The first record in which somebody may be tried now is handed to its people's own turns. */
export function sendWave(draft: TurnDraft): void {
  const broadcast = draft.get('broadcast', draft.state.owner);
  if (!broadcast) return;
  const list = recipientsOf(draft);
  const wave = broadcast.state === 'sending' ? list.find((one) => isReady(one, draft.now)) : undefined;
  if (!wave) return closeIfForgotten(draft, broadcast);
  if (isHeldUp(broadcast, list, draft.now)) return;
  const waiting = wave.ids.filter((_, index) => wave.letters[index] === recipientLetter.waiting);
  for (const to of wave.group === undefined ? waiting : [wave.group])
    draft.post(to, { kind: 'broadcastWave', by: broadcast.by, parts: broadcast.parts, urgent: broadcast.urgent });
  draft.put({ ...turnLetters(wave, recipientLetter.waiting, recipientLetter.handed), notBefore: null });
  draft.put({ ...broadcast, lastWaveAt: draft.now });
}

function isHeldUp({ lastWaveAt }: Broadcast, list: readonly Recipients[], now: string): boolean {
  if (lastWaveAt === null || addMinutes(lastWaveAt, longestHoldUpMinutes) <= now) return false;
  const underWay = list.reduce((sum, { letters }) => sum + letters.split(recipientLetter.handed).length - 1, 0);
  return underWay > mostUnderWay;
}

/** Nobody is left to try, and long after the last wave some were never heard of (erased meanwhile, or held). */
function closeIfForgotten(draft: TurnDraft, { lastWaveAt }: Broadcast): void {
  if (lastWaveAt === null || addMinutes(lastWaveAt, mostWaitHours * 60) > draft.now) return;
  const list = recipientsOf(draft);
  if (list.some(({ letters }) => letters.includes(recipientLetter.waiting))) return;
  for (const one of list) {
    const after = turnLetters(one, recipientLetter.handed, recipientLetter.unsure);
    if (after !== one) draft.put(after);
  }
}

/** Exactly the one timer that its state asks for. */
export function keepWaveTimer(draft: TurnDraft): void {
  const { owner } = draft.state;
  const id = `${owner}:broadcast`;
  const broadcast = draft.get('broadcast', owner);
  const [dueAt] = broadcast ? [nextAt(draft, broadcast), broadcast.repliesDue].filter((at) => at !== undefined).sort() : [];
  const known = draft.state.timers.find((timer) => timer.id === id);
  if (dueAt === undefined) {
    if (known) draft.remove('timer', id);
    return;
  }
  const timer: Timer = { kind: 'timer', id, owner, dueAt, purpose: 'broadcast', about: {} };
  if (known?.dueAt !== dueAt) draft.put(timer);
}

function nextAt(draft: TurnDraft, broadcast: Broadcast): string | undefined {
  if (broadcast.final !== null) return undefined;
  if (broadcast.finishedAt !== null) return addMinutes(broadcast.finishedAt, keptDays * 24 * 60);
  if (broadcast.state === 'scheduled') return broadcast.startsAt;
  if (broadcast.state === 'gathering') return undefined;
  const list = recipientsOf(draft);
  const last = broadcast.lastWaveAt ?? draft.now;
  const notSooner = (at: string): string => (at > draft.now ? at : addMinutes(draft.now, 1));
  if (broadcast.state === 'sending' && has(list, recipientLetter.waiting)) {
    const people = list.reduce((sum, { ids }) => sum + ids.length, 0);
    const between = secondsBetweenWaves(broadcast.secondsABubble, broadcast.parts.length, people) / 60;
    if (list.some((one) => isReady(one, draft.now))) return notSooner(addMinutes(last, between));
    const [first] = list
      .flatMap(({ letters, notBefore }) => (notBefore !== null && letters.includes(recipientLetter.waiting) ? [notBefore] : []))
      .sort();
    return first;
  }
  return notSooner(addMinutes(last, mostWaitHours * 60));
}
