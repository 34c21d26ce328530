// A picture, video or document that a sender gives for her message: a bubble of it, with its words under it.
import type { EventContent } from '../../domain/inbound-event.ts';
import { withMedia, writtenCount } from '../../mentoring/broadcast-edits.ts';
import { askAgain } from '../ask-question.ts';
import { longestBubble } from '../questions/bubble-question.ts';
import { questionAt } from '../run-thread.ts';
import { threadContext } from '../thread-context.ts';
import { activeThread } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { reopen } from './broadcast-remarks.ts';

const sendable: ReadonlySet<string> = new Set(['image', 'video', 'document']);
const mostBubbles = 5;

/** True where it was taken for the message, or she was told why not. */
export function hearsMedia(draft: TurnDraft, { media, caption }: Extract<EventContent, { kind: 'media' }>): boolean {
  const thread = activeThread(draft);
  if (thread?.flow !== 'difundir' || !thread.waitingFor || !sendable.has(media)) return false;
  const c = threadContext(draft, thread.id);
  const question = questionAt(c);
  const isEnd = question?.id === 'confirmar';
  if (!question || (question.step.as !== 'bubble' && !isEnd)) return false;
  const { channel, externalId } = draft.event;
  const words = caption?.trim() ?? '';
  const trouble = externalId.includes(':album:')
    ? c.text('difundir.una-por-una')
    : words.length > longestBubble
      ? c.text('difundir.muy-largo', { length: words.length, most: longestBubble })
      : writtenCount(thread.answers) >= mostBubbles
        ? c.text('difundir.no-caben-mas')
        : undefined;
  if (trouble !== undefined) {
    askAgain(c, question, trouble);
    return true;
  }
  draft.say({ kind: 'answer', text: c.text('difundir.va-el-archivo') });
  const answers = withMedia(thread.answers, media, `${channel}:${externalId}`, words);
  reopen(c, answers, isEnd);
  return true;
}
