// Several bubbles within a few seconds are one answer: each is kept, and a moment waited for the next.
import type { Burst } from '../../domain/conversation.ts';
import { addMinutes } from '../../mentoring/local-time.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { bubblesWithinRoom } from './kept-notes.ts';
import { asSaid } from './left-out-names.ts';

/** Quiet time after a bubble of free words until it is read (peers: 6 to 8 seconds). */
const settleSeconds = 7;

export const mostBubbles = 20;

/** One bubble as a burst of its own, read when nothing follows it. */
export function bubbleOf({ event, now }: TurnDraft, bubble: string): Burst {
  return {
    bubbles: [bubble],
    events: [event.id],
    until: addMinutes(now, settleSeconds / 60),
    writtenAt: event.writtenAt,
  };
}

/** Keeps the bubble and waits a moment for more: several within a few seconds are one answer. */
export function addToBurst(draft: TurnDraft, text: string): void {
  const { burst } = draft.conversation;
  // On its way still: names leave it when it is read as a whole.
  const own = bubbleOf(draft, asSaid(draft, text));
  draft.converse({
    burst: {
      ...own,
      bubbles: bubblesWithinRoom([...(burst?.bubbles ?? []), ...own.bubbles].slice(-mostBubbles)),
      events: [...(burst?.events ?? []), ...own.events].slice(-mostBubbles),
      writtenAt: burst?.writtenAt ?? own.writtenAt,
    },
  });
}

const fewestGoingOn = 3;

/** A few words that do not answer may be the beginning of what does, unless they ask something. */
export const mayGoOn = (text: string): boolean => !/[?¿]/.test(text) && text.trim().split(/\s+/).length >= fewestGoingOn;
