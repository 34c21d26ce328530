// A change of the roster reaches the person it is about: her own turn writes down what it means for her records.
import type { Post } from '../domain/inbound-event.ts';
import type { RosterNews } from '../domain/roster-change.ts';
import { handedOver } from '../mentoring/hand-over.ts';
import { refuseBroadcast } from './broadcast/broadcast-receiver.ts';
import { leaveDoubts, turnAway } from './doubts/doubt-thread.ts';
import { hasConsent } from './hearing/read-message.ts';
import { tellCompanions } from './reminding/accompaniment.ts';
import { keepLedger } from './reminding/ledger.ts';
import { houseText } from './thread-context.ts';
import type { TurnDraft } from './turn-draft.ts';

export function hearRosterNews(draft: TurnDraft, { from }: Post, news: RosterNews): void {
  switch (news.what) {
    case 'enrolled':
      return draft.fact('enrolled', { data: { replaces: news.replaces, by: from } });
    case 'moved':
      draft.fact('centreChanged', { data: { before: news.before, by: from } });
      if (hasConsent(draft))
        draft.say({ kind: 'notice', text: houseText(draft, 'padron.la-cambiaron', { centre: news.centre }) });
      return;
    case 'left':
      return leave(draft, from, news);
  }
}

/** What still comes for somebody who takes part no more: whoever waits for her is told, and what is hers goes to who comes after her. */
export function hearWhenGone(draft: TurnDraft, post: Post): void {
  turnAway(draft, post);
  if (post.body.kind === 'broadcastWave') refuseBroadcast(draft, post);
  if (post.body.kind === 'rosterChanged' && post.body.news.what === 'left') leave(draft, post.from, post.body.news);
}

/** She takes part no more: nothing is asked of her or said to her, and who comes after her gets her caregivers. */
function leave(draft: TurnDraft, by: string, { reason, replacedBy }: Extract<RosterNews, { what: 'left' }>): void {
  const { person } = draft;
  if (person.erasedAt !== null) return;
  if (person.withdrawnAt === null) {
    draft.put({ ...person, withdrawnAt: draft.now });
    draft.fact('withdrawn', { data: { erase: false, reason, replacedBy, by } });
  }
  // Before her records go, of which its rows are.
  keepLedger(draft);
  tellCompanions(draft);
  for (const thread of draft.all('thread')) draft.remove('thread', thread.id);
  for (const timer of draft.all('timer')) draft.remove('timer', timer.id);
  draft.converse({ active: null, interrupted: [], burst: null });
  leaveDoubts(draft, draft.state.directory.find(({ id }) => id === replacedBy)?.name ?? '');
  if (replacedBy === null) return;
  draft.fact('replaced', { data: { by: replacedBy, reason } });
  for (const caregiver of draft.all('caregiver')) {
    if (caregiver.status !== 'active') continue;
    const records = handedOver(caregiver, draft.all('cycle'), replacedBy, draft.today.date);
    draft.post(replacedBy, { kind: 'handOver', caregiverId: caregiver.id, name: caregiver.name, mentor: person.name, records });
    draft.fact('caregiverHandedOver', { caregiverId: caregiver.id, data: { to: replacedBy } });
    for (const record of records) draft.remove(record.kind, record.id);
  }
}

/** A caregiver of another mentor is hers now, with all that belongs to her. */
export function takeOver(draft: TurnDraft, { records, mentor, name }: Extract<Post['body'], { kind: 'handOver' }>): void {
  for (const record of records) draft.put(record);
  // Before she has agreed to be written to, they only wait for her.
  if (hasConsent(draft)) draft.say({ kind: 'notice', text: houseText(draft, 'casa.le-pasan', { mentor, name }) });
}
