// A broadcast in the turns of who receives it: whether, when, as which bubbles; what the channel tells of them, and her answer.
import type { BroadcastNews, BroadcastPart, Held, ReceivedBroadcast } from '../../domain/broadcast.ts';
import type { Post } from '../../domain/inbound-event.ts';
import { opaqueId } from '../../domain/opaque-id.ts';
import { addMinutes, instantOf, workingDayBeside } from '../../mentoring/local-time.ts';
import { fillName, headed } from '../../mentoring/name-field.ts';
import { inOfficeHours, officeHours } from '../../mentoring/office-hours.ts';
import { reasonAgainst } from '../../outreach/audience-members.ts';
import { type Command, readCommand } from '../answers/commands/command.ts';
import { asSaid } from '../hearing/left-out-names.ts';
import { countInitiated, mayInitiateOther } from '../reminding/initiating.ts';
import { harmIn } from '../safety/safeguarding.ts';
import { houseText } from '../thread-context.ts';
import { activeThread, repeatQuestion, rests } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { vocabularyOf } from '../vocabulary-of.ts';

const answersWithinHours = 48;
/** Of the newest ones her receipts and answers are still told apart. */
const mostKept = 5;

const received = (draft: TurnDraft): ReceivedBroadcast[] =>
  draft.all('receivedBroadcast').sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1));

const tell = (draft: TurnDraft, broadcast: string, news: BroadcastNews): void =>
  draft.post(broadcast, { kind: 'broadcastNews', news });

export function receiveBroadcast(draft: TurnDraft, post: Post, body: Extract<Post['body'], { kind: 'broadcastWave' }>): void {
  const broadcast = post.from;
  // Handed over twice, it is said once.
  if (draft.get('receivedBroadcast', broadcast)) return;
  const reason = reasonAgainst(draft.person, draft.today.date);
  if (reason !== undefined) return tell(draft, broadcast, { kind: 'leftOut', reason });
  const held = body.urgent ? undefined : heldNow(draft);
  if (held !== undefined) return tell(draft, broadcast, { kind: 'notYet', ...held });
  const messages = say(draft, broadcast, body.parts);
  draft.put({
    kind: 'receivedBroadcast',
    id: broadcast,
    owner: draft.state.owner,
    by: body.by,
    at: draft.now,
    messages,
    told: 'nothing',
    answered: false,
    asks: body.parts.some(({ text }) => asksBack.test(text)),
  });
  for (const { id } of received(draft).slice(0, -mostKept)) draft.remove('receivedBroadcast', id);
  countInitiated(draft, 'other');
  draft.fact('broadcastSent', { data: { broadcast, bubbles: messages.length, urgent: body.urgent } });
}

/** She is not in the programme any more: nothing is said, and the sender counts her. */
export function refuseBroadcast(draft: TurnDraft, post: Post): void {
  if (post.body.kind === 'broadcastWave') tell(draft, post.from, { kind: 'leftOut', reason: 'left' });
}

function say(draft: TurnDraft, owner: string, parts: readonly BroadcastPart[]): string[] {
  const name = draft.person.calledAs || draft.person.name;
  return parts.map(
    ({ heading, text, media }, index) =>
      draft.say({
        kind: 'broadcast',
        text: headed(heading, fillName(text, name)),
        ...(media ? { media } : {}),
        whenUnsure: 'drop',
        broadcast: { owner, last: index === parts.length - 1 },
      }).id,
  );
}

/** Undefined where it may be now: working hours, and not more a day than she is promised. */
function heldNow(draft: TurnDraft): Held | undefined {
  const { zone } = draft.centre;
  const until = inOfficeHours(draft.now, zone, draft.closures);
  if (until !== draft.now) return { until, why: 'hours' };
  if (mayInitiateOther(draft)) return undefined;
  const date = workingDayBeside(draft.today.date, 1, draft.closures);
  return { until: instantOf({ date, time: officeHours.opens }, zone), why: 'oneADay' };
}

/** What the channel says of a bubble of ours: the last one stands for all of them. */
export function noteReceipt(draft: TurnDraft, of: string, status: 'delivered' | 'read'): void {
  const known = received(draft).find(({ messages }) => isIt(messages.at(-1), of));
  if (!known || known.told === 'read' || known.told === status) return;
  draft.put({ ...known, told: status });
  tell(draft, known.id, { kind: status });
}

const isIt = (messageId: string | undefined, of: string): boolean =>
  messageId !== undefined && (messageId === of || opaqueId(messageId) === of);

/** Her first words after it: they quote it, or nothing else was open for them. Returns the broadcast that they quote. */
export function noteAnswer(draft: TurnDraft): ReceivedBroadcast | undefined {
  const { content } = draft.event;
  const of = content.kind === 'text' ? content.replyTo : content.kind === 'reaction' ? content.of : undefined;
  const quoted = of === undefined ? undefined : received(draft).find(({ messages }) => messages.some((id) => isIt(id, of)));
  const newest = received(draft).at(-1);
  const answers =
    quoted ?? (newest && of === undefined && mayAnswer(draft) && nothingElseIsOpen(draft, newest) ? newest : undefined);
  if (answers && !answers.answered && addMinutes(answers.at, answersWithinHours * 60) > draft.now) {
    draft.put({ ...answers, answered: true });
    tell(draft, answers.id, { kind: 'answered' });
  }
  return quoted;
}

const elsewhere: ReadonlySet<Command | undefined> = new Set<Command>(['doubt', 'help', 'menu', 'restart', 'where']);

/** An option that she taps, a doubt and the way to something else do not answer it. */
function mayAnswer(draft: TurnDraft): boolean {
  const { content } = draft.event;
  if (content.kind !== 'text') return content.kind === 'voice' || content.kind === 'media';
  return !elsewhere.has(readCommand(content.text, vocabularyOf(draft.program))?.command);
}

function nothingElseIsOpen(draft: TurnDraft, { at }: ReceivedBroadcast): boolean {
  const heard = draft.conversation.lastHeardAt;
  const thread = activeThread(draft);
  return (heard === null || heard < at) && !draft.conversation.burst && (!thread?.waitingFor || rests(draft, thread));
}

const mostPassedOn = 500;
const asksBack = /[?¿]|confirm|av[ií]s[ae]n|respond|contest|d[ií]ganme|me dicen/i;
const mereThanks =
  /^\W*(muchas |mil )?(gracias|enterada|enterado|ok|okis?|va|sale|vale|recibido|de acuerdo|entendido|listo|bien)\W*$/iu;

export const isMereThanks = (text: string): boolean => mereThanks.test(text);
export const newestReceived = (draft: TurnDraft): ReceivedBroadcast | undefined => received(draft).at(-1);

/** Words that quote a broadcast are for its sender, never for the question that happens to be open. True where they were taken so. */
export function passOnReply(draft: TurnDraft, quoted: ReceivedBroadcast | undefined, text: string): boolean {
  if (!quoted || harmIn(draft.program.safeguarding, asSaid(draft, text))) return false;
  passOn(draft, quoted, text);
  repeatQuestion(draft);
  return true;
}

/** Counted once as an answer; her words go to the broadcast, which hands them on together. */
export function passOn(draft: TurnDraft, broadcast: ReceivedBroadcast, text: string): void {
  const known = draft.get('receivedBroadcast', broadcast.id) ?? broadcast;
  if (!known.answered && addMinutes(known.at, answersWithinHours * 60) > draft.now) {
    draft.put({ ...known, answered: true });
    tell(draft, known.id, { kind: 'answered' });
  }
  if (!isMereThanks(text)) {
    const words = text.trim().slice(0, mostPassedOn);
    draft.post(known.id, { kind: 'broadcastReply', text: words, mentor: draft.person.name, centre: draft.centre.name });
  }
  draft.say({ kind: 'answer', text: houseText(draft, 'difundir.respuesta-recibida') });
}
