// The turns of a broadcast itself: it gathers its audience, sends wave after wave, hears what became of each, and reports.
import type { Broadcast, BroadcastReply, Recipients } from '../../domain/broadcast.ts';
import { recipientLetter } from '../../domain/broadcast.ts';
import type { Post } from '../../domain/inbound-event.ts';
import type { LookUpResult } from '../../domain/look-up.ts';
import { gistOf } from '../../mentoring/broadcast-gist.ts';
import { addMinutes } from '../../mentoring/local-time.ts';
import { has, reportOf, turnLetters, withNews } from '../../outreach/broadcast-letters.ts';
import { peopleInAWave } from '../../outreach/broadcast-pace.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { keepWaveTimer, recipientsOf, sendWave } from './broadcast-waves.ts';

export function takeBroadcastTurn(draft: TurnDraft): void {
  const { content } = draft.event;
  if (content.kind === 'post' && content.post.body.kind === 'broadcastOrdered')
    order(draft, content.post.from, content.post.body);
  const broadcast = broadcastOf(draft);
  if (!broadcast) return;
  if (content.kind === 'lookedUp') gather(draft, broadcast, content.lookUp, content.result);
  else if (content.kind === 'timer') ring(draft, broadcast);
  else if (content.kind === 'post') {
    const { body, from } = content.post;
    if (body.kind === 'broadcastNews') {
      hearNews(draft, broadcast, from, body);
      tellHeld(draft);
    } else if (body.kind === 'broadcastReply') {
      keepReply(draft, broadcast, body);
    } else if (body.kind === 'broadcastAsked' && from === broadcast.by) {
      if (body.what === 'stop') stop(draft, broadcast);
      handOnReplies(draft);
      tell(draft);
    }
  }
  finishIfOver(draft);
  keepWaveTimer(draft);
}

/** Of one receiver, or of all who hear it together in a group. */
function hearNews(draft: TurnDraft, { state }: Broadcast, from: string, { news, of }: NewsPost): void {
  const list = recipientsOf(draft);
  const known =
    list.find(({ group, ids }) => group === from && (of === undefined || ids.includes(of))) ??
    list.find(({ ids }) => ids.includes(of ?? from));
  if (!known) return;
  const who = of !== undefined ? [of] : known.group === from ? known.ids : [from];
  const after = who.reduce((record, id) => withNews(record, id, news, state === 'stopped'), known);
  if (after !== known) draft.put(after);
}
type NewsPost = Extract<Post['body'], { kind: 'broadcastNews' }>;

const broadcastOf = (draft: TurnDraft): Broadcast | undefined => draft.get('broadcast', draft.state.owner);

interface Ordered {
  audience: Broadcast['audience'];
  parts: Broadcast['parts'];
  urgent: boolean;
  startsAt: string | null;
}

function order(draft: TurnDraft, by: string, { audience, parts, urgent, startsAt }: Ordered): void {
  // The same order twice is one broadcast.
  if (broadcastOf(draft)) return;
  const { owner } = draft.state;
  const later = startsAt !== null && startsAt > draft.now;
  draft.put({
    kind: 'broadcast',
    id: owner,
    owner,
    by,
    audience,
    parts,
    urgent,
    state: later ? 'scheduled' : 'gathering',
    startsAt: later ? startsAt : draft.now,
    secondsABubble: 0,
    lastWaveAt: null,
    finishedAt: null,
    final: null,
  });
  if (!later) askFor(draft, null);
}

function askFor(draft: TurnDraft, after: string | null): void {
  const broadcast = broadcastOf(draft);
  if (broadcast) draft.lookUp({ kind: 'recipients', audience: broadcast.audience, by: broadcast.by, after });
}

/** A page of the audience: kept in records of one wave each, and the next page asked for, or the first wave sent. */
function gather(draft: TurnDraft, broadcast: Broadcast, lookUp: string, result: LookUpResult): void {
  if (!draft.get('lookUp', lookUp)) return;
  draft.remove('lookUp', lookUp);
  if (broadcast.state !== 'gathering') return;
  if (result.kind !== 'recipients') {
    draft.put({ ...broadcast, state: 'stopped', finishedAt: draft.now });
    tell(draft, true);
    return;
  }
  const known = draft.all('recipients').length;
  const { group } = result;
  // Who hears it together is one wave.
  const wave = group === undefined ? peopleInAWave : Math.max(1, result.ids.length);
  for (let at = 0; at < result.ids.length; at += wave) {
    const place = String(known + at / wave).padStart(5, '0');
    draft.put({
      kind: 'recipients',
      id: place,
      owner: broadcast.owner,
      ids: result.ids.slice(at, at + wave),
      letters: result.letters.slice(at, at + wave),
      ...(result.names ? { names: result.names.slice(at, at + wave) } : {}),
      ...(group === undefined ? {} : { group }),
      notBefore: null,
    });
  }
  const secondsABubble = broadcast.secondsABubble + result.secondsABubble;
  const isAll = result.next === null;
  draft.put({ ...broadcast, secondsABubble, state: isAll ? 'sending' : 'gathering' });
  if (isAll) sendWave(draft);
  else askFor(draft, result.next);
}

const together = 10;
const mostTogether = 5;

/** Answers are handed on some minutes after the first, so that forty of them are not forty bubbles. */
function keepReply(draft: TurnDraft, broadcast: Broadcast, { text, mentor, centre }: BroadcastReply): void {
  const replies = [...(broadcast.replies ?? []), { text, mentor, centre }];
  draft.put({ ...broadcast, replies, repliesDue: broadcast.repliesDue ?? addMinutes(draft.now, together) });
  if (replies.length >= mostTogether) handOnReplies(draft);
}

function handOnReplies(draft: TurnDraft): void {
  const broadcast = broadcastOf(draft);
  if (!broadcast?.replies?.length) return;
  const { replies, repliesDue: _, ...rest } = broadcast;
  draft.put(rest);
  draft.post(broadcast.by, { kind: 'broadcastReplies', gist: gistOf(broadcast.parts[0]?.text ?? ''), replies });
}

function ring(draft: TurnDraft, broadcast: Broadcast): void {
  if (broadcast.repliesDue !== undefined && broadcast.repliesDue <= draft.now) handOnReplies(draft);
  else if (broadcast.state === 'scheduled') {
    draft.put({ ...broadcast, state: 'gathering', startsAt: draft.now });
    askFor(draft, null);
  } else if (broadcast.finishedAt !== null) {
    // What it says is with its readers; only how it ended stays.
    draft.put({ ...broadcast, parts: [], final: reportOf(broadcast, recipientsOf(draft)) });
    for (const { id } of draft.all('recipients')) draft.archive('recipients', id);
  } else sendWave(draft);
}

function stop(draft: TurnDraft, broadcast: Broadcast): void {
  if (broadcast.finishedAt !== null) return;
  for (const { id } of draft.all('lookUp')) draft.remove('lookUp', id);
  for (const one of recipientsOf(draft)) {
    const after = turnLetters(one, recipientLetter.waiting, recipientLetter.stopped);
    if (after !== one) draft.put(after);
  }
  draft.put({ ...broadcast, state: 'stopped' });
}

/** Once everybody was tried: who has it now, and who will have it when. */
function tellHeld(draft: TurnDraft): void {
  const broadcast = broadcastOf(draft);
  if (broadcast?.state !== 'sending' || broadcast.toldHeld) return;
  const list = recipientsOf(draft);
  const isTried = ({ ids, letters, held }: Recipients): boolean =>
    ids.every((id, at) => letters[at] !== recipientLetter.waiting || held?.[id] !== undefined);
  if (has(list, recipientLetter.handed) || !has(list, recipientLetter.waiting) || !list.every(isTried)) return;
  draft.put({ ...broadcast, toldHeld: true });
  tell(draft);
}

/** Over when nobody waits and nothing is on its way; the sender is told once. */
function finishIfOver(draft: TurnDraft): void {
  const broadcast = broadcastOf(draft);
  if (!broadcast || broadcast.finishedAt !== null || (broadcast.state !== 'sending' && broadcast.state !== 'stopped')) return;
  const list = recipientsOf(draft);
  if (has(list, recipientLetter.waiting) || has(list, recipientLetter.handed)) return;
  draft.put({ ...broadcast, state: broadcast.state === 'stopped' ? 'stopped' : 'done', finishedAt: draft.now });
  tell(draft);
}

function tell(draft: TurnDraft, failed = false): void {
  const broadcast = broadcastOf(draft);
  if (!broadcast) return;
  // Asked for in the turn in which it is over: told once, as it is at the end.
  const told = draft.posts.findIndex(({ body }) => body.kind === 'broadcastReport');
  if (told >= 0) draft.posts.splice(told, 1);
  draft.post(broadcast.by, {
    kind: 'broadcastReport',
    report: broadcast.final ?? reportOf(broadcast, recipientsOf(draft), failed),
  });
}
