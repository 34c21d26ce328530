// The mentor's side of a doubt: her turns decide who has it, give her the answers, pass on what she adds, and end it.
import type { Doubt, Taken } from '../../domain/conversation.ts';
import type { DoubtOutcome, EventContent, Post } from '../../domain/inbound-event.ts';
import { opaqueId } from '../../domain/opaque-id.ts';
import { addToDoubt, askConsultants, doubtUnderWay, newsOf, whoHears } from '../../mentoring/doubt-telling.ts';
import { closesAt, nudgeAt, workingMinutes } from '../../outreach/doubt-waiting.ts';
import { readDoubtWords } from '../answers/commands/doubt-words.ts';
import { askAmong } from '../ask-question.ts';
import { questionAt } from '../run-thread.ts';
import { houseText, threadContext } from '../thread-context.ts';
import { activeThread, openThread, repeatQuestion, rests } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';

type Act = Extract<Post['body'], { kind: 'doubtAct' }>;

const mostKept = 20;
const mostClosed = 5;
const kept = (list: readonly string[], one: string): string[] => [...list, one].slice(-mostKept);

/** What a consultant did with her doubt. */
export function hearDoubtAct(draft: TurnDraft, post: Post, { doubtId, name, act }: Act): void {
  const who: Taken = { by: post.from, name };
  const reply = (outcome: DoubtOutcome, text = '', holder = ''): void =>
    draft.post(post.from, { kind: 'doubtReply', doubtId, outcome, text, holder });
  const doubt = draft.get('doubt', doubtId);
  if (!doubt) return reply('gone');
  if (doubt.heard.includes(post.id)) return;
  draft.put({ ...doubt, heard: kept(doubt.heard, post.id) });
  if (draft.person.withdrawnAt !== null) {
    close(draft, doubtId, who, 'staff');
    return reply('withdrawn');
  }
  const others = doubt.taken !== null && doubt.taken.by !== who.by;
  switch (act.do) {
    case 'take':
      if (others) return reply('held', '', doubt.taken?.name);
      take(draft, doubtId, who, 'taken');
      return reply('taken');
    case 'answer':
      if (others && !act.knowing) return reply('held', act.text, doubt.taken?.name);
      giveAnswer(draft, doubtId, who, act.text);
      return reply('sent');
    case 'close':
      if (doubt.status === 'open') {
        close(draft, doubtId, who, 'staff');
        draft.say({ kind: 'notice', text: houseText(draft, 'dudas.se-cerro', { who: who.name }) });
      }
      return reply('closed');
  }
}

/** Somebody whose chat is over has no answers any more: who wrote one is told. */
export function turnAway(draft: TurnDraft, { from, body }: Post): void {
  if (body.kind === 'doubtAct')
    draft.post(from, { kind: 'doubtReply', doubtId: body.doubtId, outcome: 'withdrawn', text: '', holder: '' });
}

/** Who was to answer is told that she is gone, and who is there now: her words stay with whom she gave them to. */
export function leaveDoubts(draft: TurnDraft, replacedBy: string): void {
  const who = { by: draft.state.owner, name: replacedBy };
  for (const doubt of draft.all('doubt')) {
    if (doubt.status === 'closed') continue;
    draft.put({ ...doubt, status: 'closed', waitingSince: null, nudgedAt: null });
    draft.fact('doubtClosed', { data: { by: 'left', waitingMinutes: waited(draft, doubt), answers: doubt.answers } });
    const holders = doubt.taken ? [doubt.taken.by] : doubt.told;
    for (const to of doubt.told)
      draft.post(to, { kind: 'doubtState', doubtId: doubt.id, what: 'left', who, aloud: holders.includes(to) });
  }
}

const waited = (draft: TurnDraft, doubt: Doubt): number =>
  workingMinutes(doubt.waitingSince ?? doubt.at, draft.now, draft.centre.zone, draft.closures);

function tell(draft: TurnDraft, doubt: Doubt, what: 'taken' | 'answered' | 'closed', who: Taken, aloud: (to: string) => boolean) {
  for (const to of doubt.told)
    if (to !== who.by) draft.post(to, { kind: 'doubtState', doubtId: doubt.id, what, who, aloud: aloud(to) });
}

function take(draft: TurnDraft, id: string, who: Taken, how: 'taken' | 'answered'): void {
  const doubt = draft.get('doubt', id);
  if (!doubt || doubt.taken) return;
  const told = doubt.told.includes(who.by) ? doubt.told : [...doubt.told, who.by];
  const taken: Doubt = { ...doubt, taken: who, told, status: 'open' };
  draft.put(taken);
  draft.fact('doubtTaken', { data: { by: who.by, waitingMinutes: waited(draft, doubt) } });
  if (how === 'taken') tell(draft, taken, 'taken', who, () => true);
}

function giveAnswer(draft: TurnDraft, id: string, who: Taken, text: string): void {
  take(draft, id, who, 'answered');
  const doubt = draft.get('doubt', id);
  if (!doubt) return;
  const options = [
    { id: 'seguir', label: houseText(draft, 'dudas.opcion-seguir') },
    { id: 'quedo', label: houseText(draft, 'dudas.opcion-quedo') },
  ];
  const message = draft.say({
    kind: 'notice',
    text: houseText(draft, 'dudas.le-contesta', { who: who.name, answer: text }),
    options,
  });
  const minutes = waited(draft, doubt);
  const first = doubt.answers === 0;
  draft.fact('doubtAnswered', { data: { by: who.by, waitingMinutes: minutes, first } });
  const answered: Doubt = {
    ...doubt,
    status: 'open',
    waitingSince: null,
    nudgedAt: null,
    answeredAt: draft.now,
    answers: doubt.answers + 1,
    messages: kept(doubt.messages, message.id),
  };
  draft.put(answered);
  draft.converse({ answeredDoubt: id });
  // The first answer is news to everybody; a second one only to who has it, when it is somebody else's.
  tell(draft, answered, 'answered', who, (to) => first || (to === doubt.taken?.by && doubt.taken.by !== who.by));
  repeatWhatWasOpen(draft);
}

/** Her open question once more after what came in between; a choice that waits stays that choice. */
export function repeatWhatWasOpen(draft: TurnDraft): void {
  // What she is just writing is read in a moment, and what follows it is asked then.
  if (draft.conversation.burst) return;
  const thread = activeThread(draft);
  if (!thread?.pending) return repeatQuestion(draft);
  const c = threadContext(draft, thread.id);
  const question = questionAt(c);
  if (question) askAmong(c, question, c.text('dudas.sigue-en-pie'), thread.pending.labels);
}

function close(draft: TurnDraft, id: string, who: Taken, by: 'mentor' | 'staff' | 'silence'): void {
  const doubt = draft.get('doubt', id);
  if (doubt?.status !== 'open') return;
  const closed: Doubt = { ...doubt, status: 'closed', waitingSince: null, nudgedAt: null };
  draft.put(closed);
  const minutes = workingMinutes(doubt.at, draft.now, draft.centre.zone, draft.closures);
  draft.fact('doubtClosed', { data: { by, waitingMinutes: minutes, answers: doubt.answers } });
  // What closes by itself is news to nobody.
  tell(draft, closed, 'closed', who, (to) => by !== 'silence' && to === doubt.taken?.by);
  const old = draft.all('doubt').filter(({ status }) => status === 'closed');
  for (const one of old.slice(0, -mostClosed)) draft.archive('doubt', one.id);
}

export function addTo(draft: TurnDraft, doubt: Doubt, text: string): void {
  const name = addToDoubt(threadContext(draft, undefined), doubt, text);
  draft.say({
    kind: 'answer',
    text: name === undefined ? houseText(draft, 'dudas.pasada') : houseText(draft, 'dudas.pasada-a', { who: name }),
  });
}

const quoted = (draft: TurnDraft, of: string | undefined): Doubt | undefined =>
  of === undefined
    ? undefined
    : draft.all('doubt').find(({ messages }) => messages.some((id) => id === of || opaqueId(id) === of));

function settled(draft: TurnDraft, doubt: Doubt): void {
  close(draft, doubt.id, { by: draft.state.owner, name: draft.person.calledAs || draft.person.name }, 'mentor');
  draft.say({ kind: 'answer', text: houseText(draft, 'dudas.cerrada') });
  repeatQuestion(draft);
}

/** Nothing that she could be answering: then a bare "ya quedó", and more words, are about her doubt. */
function nothingElseIsAsked(draft: TurnDraft): boolean {
  const thread = activeThread(draft);
  return !thread?.waitingFor || thread.flow === 'menu' || rests(draft, thread);
}

/** Words that can only be about her doubt, by what she replies to or by what they say. True where they were taken up. */
export function takesUpDoubt(draft: TurnDraft, text: string): boolean {
  const { content } = draft.event;
  const about = quoted(draft, content.kind === 'text' ? content.replyTo : undefined);
  const words = readDoubtWords(text);
  if (about) {
    if (words?.kind === 'close') settled(draft, about);
    else if (words?.kind === 'thanks') draft.say({ kind: 'answer', text: houseText(draft, 'dudas.con-gusto') });
    else {
      addTo(draft, about, words?.kind === 'more' && words.words !== '' ? words.words : text);
      repeatWhatWasOpen(draft);
    }
    return true;
  }
  const doubt = doubtUnderWay(draft.all('doubt'));
  if (!doubt) return false;
  // Where more words to it are asked for, they are the answer.
  if (words?.kind === 'more' && activeThread(draft)?.flow !== 'sigo-duda') {
    goOn(draft, words.words);
    return true;
  }
  const closes = words?.kind === 'close' && (words.named || (doubt.answers > 0 && nothingElseIsAsked(draft)));
  if (!closes || doubt.status !== 'open') return false;
  settled(draft, doubt);
  return true;
}

function goOn(draft: TurnDraft, words: string): void {
  const doubt = doubtUnderWay(draft.all('doubt'));
  if (words === '' || !doubt) return openThread(draft, 'sigo-duda', {});
  addTo(draft, doubt, words);
  repeatWhatWasOpen(draft);
}

/** While nothing is asked and the last word was an answer to her doubt, hers go on with it. */
export function continuesDoubt(draft: TurnDraft, text: string): boolean {
  const doubt = doubtUnderWay(draft.all('doubt'));
  if (doubt?.status !== 'open' || doubt.answers === 0 || doubt.waitingSince !== null || !nothingElseIsAsked(draft)) return false;
  addTo(draft, doubt, text);
  return true;
}

/** A tap under an answer. */
export function tapsAnswer(draft: TurnDraft, { of, label, option }: Extract<EventContent, { kind: 'tap' }>): boolean {
  const doubt = quoted(draft, of);
  if (!doubt) return false;
  const done = label === houseText(draft, 'dudas.opcion-quedo') || (label === '' && option === 1);
  if (done && doubt.status === 'open') settled(draft, doubt);
  else if (done) draft.say({ kind: 'answer', text: houseText(draft, 'dudas.cerrada') });
  else openThread(draft, 'sigo-duda', { answers: { duda: doubt.id } });
  return true;
}

/** A question that nobody here could answer, which she wants passed on. */
export function passOn(draft: TurnDraft, text: string): void {
  const doubt = doubtUnderWay(draft.all('doubt'));
  if (doubt?.status === 'open' && doubt.answers > 0 && doubt.waitingSince === null) return addTo(draft, doubt, text);
  const c = threadContext(draft, draft.conversation.active ?? undefined);
  askConsultants(c, text, { about: 'doubt' });
  draft.say({ kind: 'answer', text: c.text('dudas.pasada') });
}

/** When the consultants are to be reminded of what waits, or an answered one is over. */
export function doubtTimer(draft: TurnDraft): string | undefined {
  if (draft.person.withdrawnAt !== null) return undefined;
  const { zone } = draft.centre;
  const due = draft
    .all('doubt')
    .flatMap((doubt) => nudgeAt(doubt, zone, draft.closures) ?? closesAt(doubt, zone, draft.closures) ?? []);
  return due.sort()[0];
}

/** Says it to everybody who hears of her doubts by now, for consultants come and go; what was answered and left closes. */
export function tendDoubts(draft: TurnDraft): void {
  const c = threadContext(draft, undefined);
  for (const doubt of draft.all('doubt')) {
    const over = closesAt(doubt, draft.centre.zone, draft.closures);
    if (over !== undefined && over <= draft.now) {
      close(draft, doubt.id, { by: draft.state.owner, name: draft.person.name }, 'silence');
      continue;
    }
    const due = nudgeAt(doubt, draft.centre.zone, draft.closures);
    if (due === undefined || due > draft.now) continue;
    const now = whoHears(draft.state.directory, draft.person.accompaniedBy);
    const nudged: Doubt = { ...doubt, nudgedAt: draft.now, told: [...new Set([...doubt.told, ...now])] };
    draft.put(nudged);
    for (const to of now) draft.post(to, newsOf(c, nudged, 'waiting', doubt.latest ?? doubt.text));
  }
}
