// A group's turn: safety first, then what is said to the bot, votes, and what happens to the group. It is quiet unless it is asked.
import type { GroupNews } from '../../domain/group.ts';
import type { Post } from '../../domain/inbound-event.ts';
import { harmIn } from '../safety/safeguarding.ts';
import { houseText } from '../thread-context.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { answersBroadcast, noteMemberReceipt, sayBroadcast } from './group-broadcast.ts';
import { hearInGroup } from './group-hears.ts';
import { askPoll, closeDuePolls, hearVote, keepPlatformId, openPoll, votesByWords } from './group-polls.ts';
import { come, groupOf, isOfStaff, leave, meetGroup, patchGroup } from './group-record.ts';
import { keepGroupTimer, sayShared, sayWeek } from './group-shared.ts';

export function takeGroupTurn(draft: TurnDraft): void {
  if (!meetGroup(draft)) return;
  const { content } = draft.event;
  switch (content.kind) {
    case 'text':
    case 'edit':
      hearWords(draft, content.text);
      break;
    case 'voice':
      hearWords(draft, content.transcript ?? '');
      break;
    case 'media':
      hearWords(draft, content.caption ?? '');
      break;
    case 'vote':
    case 'tap':
      hearVote(draft, content);
      break;
    case 'groupNews':
      hearNews(draft, content);
      break;
    case 'timer':
      closeDuePolls(draft);
      sayShared(draft);
      break;
    case 'lookedUp':
      sayWeek(draft, content.lookUp, content.result);
      break;
    case 'post':
      receivePost(draft, content.post);
      break;
    case 'receipt':
      noteMemberReceipt(draft, content.of, content.status);
      break;
    case 'reaction':
    case 'revoke':
    case 'joined':
    case 'stranger':
    case 'atSharedPhone':
    case 'newPin':
    case 'unsupported':
      break;
  }
  keepGroupTimer(draft);
}

/** Of a group whose records are damaged: it is silent, and what is grave does not wait until they are mended. */
export function holdGroup(draft: TurnDraft): void {
  const { content } = draft.event;
  if (content.kind === 'text' || content.kind === 'edit') passGrave(draft, content.text);
}

/** True where the words are a matter of safety: it is seen to, and nothing of it is said in the group. */
function passGrave(draft: TurnDraft, text: string): boolean {
  const { inGroup } = draft.event;
  const title = groupOf(draft)?.title ?? '';
  // Consultants and coordinators are those who are alerted.
  if (isOfStaff(draft, inGroup?.person) || !harmIn(draft.program.safeguarding, text)) return false;
  if (inGroup?.person !== undefined) draft.post(inGroup.person, { kind: 'saidInGroup', text, why: 'harm', title });
  else
    for (const { id, roles } of draft.state.directory)
      if (roles.includes('coordinator')) draft.post(id, { kind: 'groupTold', what: 'grave', title });
  return true;
}

/** Every word of everybody is looked at. */
function hearWords(draft: TurnDraft, text: string): void {
  const { content } = draft.event;
  if (passGrave(draft, text)) return;
  if (content.kind !== 'text' || (content.mention !== true && content.replyTo === undefined)) return;
  if (votesByWords(draft, content.replyTo, text)) return;
  if (content.replyTo !== undefined && answersBroadcast(draft, content.replyTo, content.mention === true)) return;
  hearInGroup(draft, text);
}

function hearNews(draft: TurnDraft, news: GroupNews): void {
  const group = groupOf(draft);
  if (!group) return;
  const { inGroup } = draft.event;
  switch (news.what) {
    case 'members':
      come(draft, news.joined);
      return leave(draft, news.left);
    case 'here':
      patchGroup(draft, { goneAt: null, addedBy: inGroup?.person ?? null });
      if (inGroup?.person !== undefined && group.cohort === null && group.addedBy !== inGroup.person)
        draft.post(inGroup.person, { kind: 'groupTold', what: 'added', title: group.title });
      return;
    case 'gone': {
      // Who is in it now is learnt anew where it comes back.
      patchGroup(draft, { goneAt: draft.now, members: [], strangers: [], toldHow: [] });
      if (group.linkedBy !== null && group.cohort !== null && group.goneAt === null)
        draft.post(group.linkedBy, { kind: 'groupTold', what: 'gone', title: group.title });
      return;
    }
    case 'renamed':
      return patchGroup(draft, { title: news.title });
    case 'moved':
      return patchGroup(draft, { address: news.to });
  }
}

function receivePost(draft: TurnDraft, post: Post): void {
  const { body, from } = post;
  if (body.kind === 'pollOrdered') openPoll(draft, from, body.poll);
  else if (body.kind === 'pollAsked') askPoll(draft, from, body.what);
  else if (body.kind === 'broadcastWave') sayBroadcast(draft, post, body);
  else if (body.kind === 'pollSent') keepPlatformId(draft, body.poll, body.platformId);
  else if (body.kind === 'notReached' && groupOf(draft)?.cohort != null)
    draft.say({ kind: 'answer', text: houseText(draft, 'grupo.abra-chat') });
}
