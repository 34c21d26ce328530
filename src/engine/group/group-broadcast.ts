// A message of staff to everybody in a group: said there once, in working hours, and each member counts by what the channel tells of her.
import type { BroadcastNews } from '../../domain/broadcast.ts';
import type { Post } from '../../domain/inbound-event.ts';
import { fillName, headed } from '../../mentoring/name-field.ts';
import { inOfficeHours } from '../../mentoring/office-hours.ts';
import { houseText } from '../thread-context.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { groupOf, patchGroup } from './group-record.ts';

/** Of the newest ones it is still known who read them. */
const mostKept = 5;

export function sayBroadcast(draft: TurnDraft, post: Post, body: Extract<Post['body'], { kind: 'broadcastWave' }>): void {
  const group = groupOf(draft);
  const tell = (news: BroadcastNews): void => draft.post(post.from, { kind: 'broadcastNews', news });
  if (!group || group.cohort === null || group.goneAt !== null) return tell({ kind: 'leftOut', reason: 'noChannel' });
  // Handed over twice, it is said once.
  if (group.broadcasts.some(({ id }) => id === post.from)) return;
  const until = inOfficeHours(draft.now, draft.centre.zone, draft.closures);
  if (!body.urgent && until !== draft.now) return tell({ kind: 'notYet', until, why: 'hours' });
  const everybody = houseText(draft, 'grupo.a-todas');
  const messages = body.parts.map(
    ({ heading, text, media }, index) =>
      draft.say({
        kind: 'broadcast',
        text: headed(heading, fillName(text, everybody)),
        ...(media ? { media } : {}),
        whenUnsure: 'drop',
        broadcast: { owner: post.from, last: index === body.parts.length - 1 },
      }).id,
  );
  patchGroup(draft, { broadcasts: [...group.broadcasts, { id: post.from, messages }].slice(-mostKept) });
}

const broadcastWith = (draft: TurnDraft, message: string) =>
  groupOf(draft)?.broadcasts.find(({ messages }) => messages.includes(message));

/** What the channel tells of one member; the last bubble stands for all of them. */
export function noteMemberReceipt(draft: TurnDraft, of: string, status: 'delivered' | 'read'): void {
  const person = draft.event.inGroup?.person;
  const broadcast = broadcastWith(draft, of);
  if (!broadcast || person === undefined || broadcast.messages.at(-1) !== of) return;
  draft.post(broadcast.id, { kind: 'broadcastNews', news: { kind: status }, of: person });
}

/** Who answers it in the group has answered it; her words are there for its sender to read, and no matter of ours. */
export function answersBroadcast(draft: TurnDraft, replyTo: string, mention: boolean): boolean {
  const person = draft.event.inGroup?.person;
  const broadcast = broadcastWith(draft, replyTo);
  if (!broadcast) return false;
  if (person !== undefined) draft.post(broadcast.id, { kind: 'broadcastNews', news: { kind: 'answered' }, of: person });
  return !mention;
}
