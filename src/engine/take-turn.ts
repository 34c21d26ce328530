// The only entry of the engine: one event of one owner, and what it does to her. Pure: no clock, no chance, no I/O.
import { isBroadcastOwner } from '../domain/broadcast.ts';
import { isGroupOwner } from '../domain/group.ts';
import type { InboundEvent } from '../domain/inbound-event.ts';
import { opaqueId } from '../domain/opaque-id.ts';
import type { OwnerState, Turn } from '../domain/turn.ts';
import type { Program } from '../program/program.ts';
import { answerQuestion } from './answer-question.ts';
import { noteAnswer, noteReceipt, passOnReply } from './broadcast/broadcast-receiver.ts';
import { hearsReply } from './broadcast/broadcast-reply.ts';
import { takeBroadcastTurn } from './broadcast/broadcast-turn.ts';
import { hearTap, hearVote } from './chosen-options.ts';
import { keepAsked } from './doubts/doubt-replies.ts';
import { tendDoubts } from './doubts/doubt-thread.ts';
import { holdGroup, takeGroupTurn } from './group/group-turn.ts';
import { asWrittenHere, leadIn } from './group/said-in-group.ts';
import { addToBurst } from './hearing/burst.ts';
import { asHeard, bubblesWithinRoom, mostOfStaff } from './hearing/kept-notes.ts';
import { leaveNamesOut, takesWordBack, tellLeftOutElsewhere } from './hearing/left-out-names.ts';
import { hasConsent, readMessage, settle } from './hearing/read-message.ts';
import { repliesToOlder, revisesEdited } from './hearing/revised-answers.ts';
import { hearMedia, hearVoice } from './hearing/sent-media.ts';
import { repeatsOwnCode } from './other-channel.ts';
import { hearHeld, takePin } from './own-pin.ts';
import { takePhoneTurn } from './phone-turn.ts';
import { join, meetStranger, writeHereFromNowOn } from './reachability.ts';
import { receivePost } from './receive-post.ts';
import { tellCompanions } from './reminding/accompaniment.ts';
import { keepTimers } from './reminding/keep-timers.ts';
import { keepLedger } from './reminding/ledger.ts';
import { keepCalendar } from './reminding/phone-calendar.ts';
import { askWhatWaited, remind } from './reminding/reminders.ts';
import { tellWeek } from './reminding/week-lines.ts';
import { hearWhenGone } from './roster-news.ts';
import { questionAt } from './run-thread.ts';
import { alertAtSilence, takesUpHarm } from './safety/harm-question.ts';
import { harmIn } from './safety/safeguarding.ts';
import { repeatAlerts } from './safety/safety-alerts.ts';
import { hearsMedia } from './staff/broadcast-media.ts';
import { hearStaff } from './staff/hear-staff.ts';
import { hearAnswer } from './staff/look-up-answer.ts';
import { asideToStaff } from './staff/staff-question.ts';
import { houseText, threadContext } from './thread-context.ts';
import { activeThread } from './threads.ts';
import { TurnDraft } from './turn-draft.ts';

/** `trace` hears of every step gone through, for the coverage of flows by transcripts, and of the reader that took a text. */
export function takeTurn(program: Program, state: OwnerState, given: InboundEvent, trace?: (step: string) => void): Turn {
  const event = asWrittenHere(given) ?? given;
  const draft = new TurnDraft(program, state, event, trace);
  if (!state.person) {
    if (isGroupOwner(state.owner)) takeGroupTurn(draft);
    if (event.content.kind === 'stranger') meetStranger(draft, event.content.claimed);
    if (isBroadcastOwner(state.owner)) takeBroadcastTurn(draft);
    takePhoneTurn(draft);
    return draft.finish();
  }
  if (state.person.erasedAt !== null || !state.person.active) {
    if (isWriting(event)) draft.say({ kind: 'notice', text: program.texts['casa.ya-no-participa'] ?? '' });
    if (event.content.kind === 'post') hearWhenGone(draft, event.content.post);
    if (event.content.kind === 'timer') keepLedger(draft);
    return draft.finish();
  }
  happen(draft);
  leadIn(draft, given);
  tellLeftOutElsewhere(draft);
  if (isWriting(event)) {
    writeHereFromNowOn(draft);
    draft.converse({ lastHeardAt: draft.now, answeredDoubt: null });
  }
  const isHere = isWriting(event) || (event.content.kind === 'timer' && event.content.timer.purpose === 'settle');
  if (isHere && state.person.roles.includes('mentor')) askWhatWaited(draft);
  keepCalendar(draft, isHere);
  tellCompanions(draft);
  keepTimers(draft);
  return draft.finish();
}

/** What a turn says when a flow is broken: an apology, and what was written is not lost. */
export function apologyTurn(program: Program, state: OwnerState, event: InboundEvent): Turn {
  const draft = new TurnDraft(program, state, event);
  // A broadcast reads nothing, and to a group nobody has to apologise.
  if (isBroadcastOwner(state.owner) || isGroupOwner(state.owner)) return draft.finish();
  draft.say({ kind: 'notice', text: program.texts['casa.falla'] ?? '' });
  if (state.person) draft.fact('flowBroken', { data: {} });
  return draft.finish();
}

/** What is said once to a person whose records were in a damaged file. */
export function heldTurn(program: Program, state: OwnerState, event: InboundEvent): Turn {
  const draft = new TurnDraft(program, state, event);
  if (isGroupOwner(state.owner)) holdGroup(draft);
  else if (isWriting(event)) draft.say({ kind: 'notice', text: program.texts['casa.en-espera'] ?? '' });
  return draft.finish();
}

/** Whether words are a matter of safety: asked of every word in a group, before anything of it is kept. */
export const concernsSafety = (program: Program, text: string): boolean => harmIn(program.safeguarding, text) !== undefined;

function isWriting(event: InboundEvent): boolean {
  const { kind } = event.content;
  return (
    kind === 'text' ||
    kind === 'tap' ||
    kind === 'vote' ||
    kind === 'voice' ||
    kind === 'media' ||
    kind === 'edit' ||
    kind === 'reaction' ||
    kind === 'joined' ||
    kind === 'newPin' ||
    kind === 'unsupported' ||
    (kind === 'post' && event.content.post.body.kind === 'wroteBefore')
  );
}

function happen(draft: TurnDraft): void {
  const { content } = draft.event;
  const quoted = isWriting(draft.event) ? noteAnswer(draft) : undefined;
  switch (content.kind) {
    case 'text':
      return hearText(draft, content.text, quoted);
    case 'tap':
      return hearTap(draft, content, hear);
    case 'vote':
      return hearVote(draft, content);
    case 'voice':
      if (content.transcript) return hearText(draft, content.transcript);
      return isStaff(draft) ? aside(draft, 'casa.voz') : hearVoice(draft, content.seconds);
    case 'media':
      if (isStaff(draft)) return hearsMedia(draft, content) ? undefined : aside(draft, 'casa.imagen');
      return hearMedia(draft, content);
    case 'edit':
      return edited(draft, content.text);
    case 'reaction':
      return react(draft, content.emoji, content.of);
    case 'unsupported':
      return aside(draft, 'casa.no-leo');
    case 'newPin':
      return takePin(draft, content.pin);
    case 'joined':
      return join(draft, content.by);
    case 'timer':
      if (content.timer.purpose === 'settle') return ripeSettle(draft);
      if (content.timer.purpose === 'reminder' || content.timer.purpose === 'nudge') return remind(draft);
      if (content.timer.purpose === 'week') return tellWeek(draft);
      if (content.timer.purpose === 'doubt') return tendDoubts(draft);
      alertAtSilence(draft);
      return repeatAlerts(draft);
    case 'post':
      if (content.post.body.kind === 'wroteBefore')
        return hearHeld(draft, content.post.body.text, (text) => hearText(draft, text));
      return receivePost(draft, content.post);
    case 'receipt':
      return noteReceipt(draft, content.of, content.status);
    case 'revoke':
    case 'stranger':
    case 'atSharedPhone':
    case 'groupNews':
      return;
    case 'lookedUp':
      return hearAnswer(draft, content.lookUp, content.result);
  }
}

const isStaff = (draft: TurnDraft): boolean => !draft.person.roles.includes('mentor');

function hearText(draft: TurnDraft, whole: string, quoted?: ReturnType<typeof noteAnswer>): void {
  const said = asHeard(whole, isStaff(draft) ? mostOfStaff : undefined);
  if (isStaff(draft)) return passOnReply(draft, quoted, said) ? undefined : hear(draft, said);
  if (takesWordBack(draft, said) || repeatsOwnCode(draft, said)) return;
  const text = leaveNamesOut(draft, said);
  const replyTo = draft.event.content.kind === 'text' ? draft.event.content.replyTo : undefined;
  if (passOnReply(draft, quoted, text) || (replyTo !== undefined && repliesToOlder(draft, replyTo, text))) return;
  hear(draft, text);
}

function hear(draft: TurnDraft, text: string): void {
  if (isStaff(draft)) return hearStaff(draft, text);
  if (hearsReply(draft, text)) return;
  const said = asHeard(text);
  readMessage(draft, said);
  keepAsked(draft, said);
  // What she wrote is never left without a word, unless more of it is awaited.
  const { burst, concern } = draft.conversation;
  const awaits = burst != null || concern != null || draft.all('lookUp').some(({ askedAt }) => askedAt === draft.now);
  if (draft.outbound.length === 0 && !awaits) draft.say({ kind: 'statement', text: houseText(draft, 'casa.luego-libre') });
}

/** Something that is no answer: said kindly, and the open question stays. */
function aside(draft: TurnDraft, key: string): void {
  draft.say({ kind: 'answer', text: houseText(draft, isStaff(draft) ? asideToStaff(draft) : key) });
}

/** 👍 to a yes/no question is a yes; other reactions are only seen. */
function react(draft: TurnDraft, emoji: string, of: string): void {
  const thread = activeThread(draft);
  if (!thread?.waitingFor || isStaff(draft)) return;
  const c = threadContext(draft, thread.id);
  const question = questionAt(c);
  const last = draft.conversation.offered.find(({ threadId, key }) => threadId === thread.id && key === thread.waitingFor);
  if (last === undefined || (last.messageId !== of && opaqueId(last.messageId) !== of)) return;
  if (question?.step.as === 'yes-no' || (question?.step.as === 'recap' && /👍|👌|✅/u.test(emoji)))
    answerQuestion(draft, thread, { text: emoji }, true);
}

function edited(draft: TurnDraft, whole: string): void {
  if (isStaff(draft)) return;
  const text = asHeard(whole);
  const { burst } = draft.conversation;
  const of = draft.event.content.kind === 'edit' ? `${draft.event.channel}:${draft.event.content.of}` : '';
  const at = burst ? burst.events.indexOf(of) : -1;
  if (burst && at >= 0) {
    const bubbles = burst.bubbles.map((bubble, index) => (index === at ? text : bubble));
    draft.converse({ burst: { ...burst, bubbles: bubblesWithinRoom(bubbles) } });
    takesUpHarm(draft, leaveNamesOut(draft, text), (words) => addToBurst(draft, words));
    return;
  }
  const kept = leaveNamesOut(draft, text);
  if (!hasConsent(draft)) return readMessage(draft, kept);
  if (takesUpHarm(draft, kept, () => {})) return;
  if (!revisesEdited(draft, of, kept)) aside(draft, 'casa.editado');
}

function ripeSettle(draft: TurnDraft): void {
  const { burst, concern } = draft.conversation;
  if (!concern && burst && burst.until <= draft.now) settle(draft);
}
