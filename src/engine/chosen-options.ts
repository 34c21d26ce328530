// What she chooses of what was shown to her: taps of one option, and votes in a poll, where she may choose several one after the other.
import type { Conversation, Thread } from '../domain/conversation.ts';
import type { EventContent } from '../domain/inbound-event.ts';
import { opaqueId } from '../domain/opaque-id.ts';
import { answerQuestion } from './answer-question.ts';
import { tapsReply } from './broadcast/broadcast-reply.ts';
import { correctAnswer } from './change-answer.ts';
import { tapsAnswer } from './doubts/doubt-thread.ts';
import { bubbleOf } from './hearing/burst.ts';
import { overtakenOption } from './hearing/give-way.ts';
import { tapsLeftOut } from './hearing/left-out-names.ts';
import { settle } from './hearing/read-message.ts';
import type { AnswerInput } from './questions/question-reader.ts';
import { tapsCard } from './staff/doubt-answers.ts';
import { houseText, threadContext } from './thread-context.ts';
import { activeThread } from './threads.ts';
import type { TurnDraft } from './turn-draft.ts';

type Offered = Conversation['offered'][number];

/** `hear`: what is done with a text of hers. */
export function hearTap(
  draft: TurnDraft,
  tapped: Extract<EventContent, { kind: 'tap' }>,
  hear: (draft: TurnDraft, text: string) => void,
): void {
  if (tapsLeftOut(draft, tapped) || tapsCard(draft, tapped) || tapsAnswer(draft, tapped) || tapsReply(draft, tapped)) return;
  const { label: shown, of, option: place } = tapped;
  const marked = of === undefined ? undefined : offeredIn(draft, of);
  const label = shown === '' && place !== undefined ? (marked?.options[place]?.label ?? '') : shown;
  const chosen =
    of === undefined ? draft.conversation.offered.find(({ options }) => options.some((one) => one.label === label)) : marked;
  const optionId = chosen?.options.find((option) => option.label === label)?.id;
  const thread = chosen && draft.get('thread', chosen.threadId);
  const possible = optionId?.startsWith('posible-') === true;
  // An option of a "¿quiso decir?" that is over stands for its words; a mere "sí" says nothing without its question.
  const over = possible && thread?.pending == null;
  const newest = draft.conversation.offered.find(({ threadId }) => threadId === thread?.id);
  const overtaken = possible && thread?.pending != null && chosen !== newest;
  if (label === '' || overtaken || (over && isMereYesOrNo(draft, label))) return overtakenOption(draft);
  if (!chosen || optionId === undefined || over) return hear(draft, label);
  if (!thread) return overtakenOption(draft);
  if (draft.conversation.burst) settle(draft);
  const input = { text: label, optionId };
  if (thread.waitingFor !== chosen.key) return changesAnswer(draft, thread, chosen, input);
  takeFloor(draft, thread);
  answerNow(draft, thread.id, input);
}

/** Each of several comes by itself, with those before: a moment is waited for the next, then all of them are the answer. */
export function hearVote(draft: TurnDraft, { of, options }: Extract<EventContent, { kind: 'vote' }>): void {
  const { burst } = draft.conversation;
  const chosen = offeredIn(draft, of);
  const labels = options.flatMap((place) => chosen?.options[place]?.label ?? []);
  // Taken back: nothing of it is left to be read, and what was answered already stays until she chooses anew.
  if (labels.length === 0) return burst?.poll === of ? draft.converse({ burst: null }) : undefined;
  if (burst && burst.poll !== of) settle(draft);
  const thread = chosen && draft.get('thread', chosen.threadId);
  if (!thread) return overtakenOption(draft);
  const text = labels.join(', ');
  if (thread.waitingFor !== chosen.key) return changesAnswer(draft, thread, chosen, { text });
  takeFloor(draft, thread);
  draft.converse({ burst: { ...bubbleOf(draft, text), poll: of } });
}

const offeredIn = (draft: TurnDraft, of: string): Offered | undefined =>
  draft.conversation.offered.find(({ messageId }) => of === messageId || of === opaqueId(messageId));

const isMereYesOrNo = (draft: TurnDraft, label: string): boolean =>
  ['casa.si', 'casa.si-es-correcto', 'casa.no-otra'].some((key) => houseText(draft, key) === label);

/** An option of a question already answered: that answer is what she wants to change. */
function changesAnswer(draft: TurnDraft, thread: Thread, { key }: Offered, input: AnswerInput): void {
  const answered = thread.history.some((asked) => asked.key === key);
  if (answered && activeThread(draft)?.id === thread.id && correctAnswer(threadContext(draft, thread.id), key))
    answerNow(draft, thread.id, input);
  else overtakenOption(draft);
}

function takeFloor(draft: TurnDraft, { id }: Thread): void {
  const active = activeThread(draft);
  if (active?.id !== id)
    draft.converse({ active: id, interrupted: [...draft.conversation.interrupted, ...(active ? [active.id] : [])] });
}

function answerNow(draft: TurnDraft, threadId: string, input: AnswerInput): void {
  const thread = draft.get('thread', threadId);
  if (!thread) return;
  // What correcting asked again is answered in the same turn: asking it would be noise.
  draft.outbound.splice(0);
  answerQuestion(draft, thread, input);
}
