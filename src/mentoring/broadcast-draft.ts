// A broadcast while it is written, as the answers of its thread: whom it is for, how many that is, and its bubbles so far.
import type { Audience, BroadcastPart } from '../domain/broadcast.ts';
import type { AnswerValue, Thread } from '../domain/conversation.ts';
import type { CountedAudience } from '../domain/look-up.ts';
import type { Phase } from '../domain/mentoring-cycle.ts';
import type { MessageMedia } from '../domain/outbound-message.ts';
import type { ChannelName } from '../domain/roster.ts';
import type { Tip } from '../program/content-schema.ts';
import { iterationOn } from './iteration.ts';
import type { Condition, List, MentoringContext } from './mentoring-context.ts';
import { nameField } from './name-field.ts';

/** More bubbles than these are a document, not a message. */
const mostBubbles = 5;
const mostTries = 5;
const mostTips = 5;

const phaseOfOption: Readonly<Record<string, Phase>> = {
  plan: 'workPlan',
  observacion: 'focusedObservation',
  reflexion: 'reflection',
};

const tries = (thread: Thread): number => {
  let count = 0;
  while (thread.answers[`nombres:${count + 1}`] != null) count++;
  return count;
};

/** What was answered of whom it is for: what was counted for other answers does not count. */
export function audienceKey({ answers, ...thread }: Thread): string {
  const typed = answers[`nombres:${tries({ ...thread, answers })}`];
  return [answers['a-quien'], answers.fase, typed].map((answer) => String(answer ?? '')).join('|');
}

export function audienceAsked(c: MentoringContext): Audience | { kind: 'named'; said: string } | { kind: 'groups' } {
  const { answers } = c.thread;
  switch (answers['a-quien']) {
    case 'intensivo':
      return { kind: 'intensive' };
    case 'sin-terminar':
      return {
        kind: 'unfinished',
        phase: phaseOfOption[String(answers.fase)] ?? 'workPlan',
        iteration: iterationOn(c.program, c.today.date)?.id ?? 'none',
      };
    case 'grupo':
      return { kind: 'groups' };
    case 'lista':
      return { kind: 'named', said: String(answers[`nombres:${tries(c.thread)}`] ?? '') };
    default:
      return { kind: 'everyone' };
  }
}

/** As counted for the answers that stand now. */
export function counted({ thread }: MentoringContext): CountedAudience | undefined {
  const { cuenta } = thread.answers;
  if (typeof cuenta !== 'object' || cuenta === null || Array.isArray(cuenta)) return undefined;
  return cuenta.de === audienceKey(thread) ? (cuenta as unknown as CountedAudience) : undefined;
}

/** The audience as it is ordered: of a typed list the ids that were read back. */
export function audienceOf(c: MentoringContext): Audience {
  const asked = audienceAsked(c);
  const ids = counted(c)?.ids ?? [];
  if (asked.kind === 'groups') return { kind: 'inGroups', ids };
  return asked.kind === 'named' ? { kind: 'listed', ids } : asked;
}

type Bubble =
  | { kind: 'text'; text: string; media?: MessageMedia }
  | { kind: 'tip'; tip: Tip; video: boolean }
  | { kind: 'nothing' }
  | { kind: 'end' };

/** A picture, video or document that she sent for them. */
function sentIn({ media, of }: Readonly<Record<string, AnswerValue>>): { media?: MessageMedia } {
  if (media !== 'image' && media !== 'video' && media !== 'document') return {};
  const [channel = '', ...message] = String(of).split(':');
  return { media: { type: media, sent: { channel: channel as ChannelName, message: message.join(':') } } };
}

function bubbleAt({ thread, program }: MentoringContext, place: number): Bubble | undefined {
  const { answers } = thread;
  const value: AnswerValue | undefined = answers[`mensaje:${place}`] ?? answers[`otro:${place}`];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'object' && !Array.isArray(value)) return { kind: 'text', text: String(value.text), ...sentIn(value) };
  if (value === 'listo') return { kind: 'end' };
  const found = answers[`hallados:${place}`];
  if (Array.isArray(found) && found.length === 0) return { kind: 'nothing' };
  const chosen = answers[`cual:${place}`];
  if (chosen === undefined || chosen === null) return undefined;
  const tip = program.tips.find(({ id }) => id === chosen);
  if (!tip) return { kind: 'nothing' };
  const video = answers[`video:${place}`];
  return video === undefined ? undefined : { kind: 'tip', tip, video: video === 'con-video' };
}

function bubbles(c: MentoringContext): { written: Bubble[]; next: number | undefined } {
  const written: Bubble[] = [];
  for (let place = 1; ; place++) {
    const bubble = bubbleAt(c, place);
    if (bubble === undefined) return { written, next: place };
    if (bubble.kind === 'end') return { written, next: undefined };
    if (bubble.kind !== 'nothing') written.push(bubble);
    if (written.length >= mostBubbles) return { written, next: undefined };
  }
}

/** What is sent, with who writes above the first bubble. */
export function draftParts(c: MentoringContext): BroadcastPart[] {
  const { roles, calledAs, name } = c.person;
  const role = roles.includes('consultant') ? 'consultora' : 'coordinacion';
  const heading = c.text(`difundir.de-${role}`, { name: calledAs || name });
  return unsigned(c).map((part, index) => (index === 0 ? { ...part, heading } : part));
}

function unsigned(c: MentoringContext): BroadcastPart[] {
  return bubbles(c).written.flatMap((bubble): BroadcastPart[] => {
    if (bubble.kind === 'text') return [{ text: bubble.text, ...(bubble.media ? { media: bubble.media } : {}) }];
    if (bubble.kind !== 'tip') return [];
    const { title, text, video } = bubble.tip;
    const words = c.text('difundir.parte-consejo', { title, tip: text });
    if (!bubble.video) return [{ text: words }];
    const { file, link, seconds, megabytes } = video;
    const where = { ...(file ? { file } : {}), ...(link ? { link } : {}) };
    return [{ text: words, media: { type: 'video', ...where, seconds, megabytes } }];
  });
}

const chosenNow = (c: MentoringContext): AnswerValue | undefined => {
  const place = c.thread.current.parte ?? '';
  return c.thread.answers[`mensaje:${place}`] ?? c.thread.answers[`otro:${place}`];
};

export const broadcastConditions = {
  'audience-uncounted': (c) => counted(c) === undefined,
  'audience-empty': (c) => (counted(c)?.reached ?? 0) === 0,
  /** Where the message is to be written yet, and she has not been told. */
  'audience-untold': (c) => c.thread.answers['a-quien:dicho'] !== audienceKey(c.thread) && bubbles(c).next !== undefined,
  'names-unknown': (c) => (counted(c)?.unknown.length ?? 0) > 0,
  'no-bubble-yet': (c) => bubbles(c).written.length === 0,
  'bubble-is-tip': (c) => chosenNow(c) === 'consejo',
  'broadcast-tips-found': (c) => {
    const found = c.thread.answers[`hallados:${c.thread.current.parte ?? ''}`];
    return Array.isArray(found) && found.length > 0;
  },
  'broadcast-tip-chosen': (c) => c.program.tips.some(({ id }) => id === c.thread.answers[`cual:${c.thread.current.parte ?? ''}`]),
  /** In a group's chat everybody reads the same. */
  'names-in-bubbles': (c) =>
    c.thread.answers['a-quien'] !== 'grupo' && draftParts(c).some(({ text }) => text.includes(nameField)),
} satisfies Record<string, Condition>;

export const broadcastLists = {
  /** Once more while somebody of the typed list was not found. */
  'name-tries': (c) => {
    const known = counted(c);
    const count = tries(c.thread);
    // A list that came with her first words is counted before another is asked for.
    if (count > 0 && known === undefined) return [{ id: String(count), label: '' }];
    if (count >= mostTries || (known && known.unknown.length === 0)) return [];
    return [{ id: String(count + 1), label: '' }];
  },
  'bubble-places': (c) => {
    const { next } = bubbles(c);
    return next === undefined ? [] : [{ id: String(next), label: '' }];
  },
  'open-broadcasts': (c) =>
    c.broadcastOrders
      .filter(({ over }) => !over)
      .sort((a, b) => (a.at < b.at ? -1 : 1))
      .map(({ id, gist }) => ({ id, label: shortened(gist ?? '…') })),
  'broadcast-tips': (c) => {
    const found = c.thread.answers[`hallados:${c.thread.current.parte ?? ''}`];
    return (Array.isArray(found) ? found : []).slice(0, mostTips).flatMap((id) => {
      const tip = c.program.tips.find((one) => one.id === id);
      return tip ? [{ id: tip.id, label: shortened(tip.title) }] : [];
    });
  },
} satisfies Record<string, List>;

const mostLabel = 30;
const shortened = (title: string): string =>
  title.length <= mostLabel ? title : `${title.slice(0, mostLabel - 1).replace(/\s+\S*$/, '')}…`;
