// What others caused in her: each kind of post is sent to where it is understood.
import type { Post } from '../domain/inbound-event.ts';
import { receiveBroadcast } from './broadcast/broadcast-receiver.ts';
import { hearBroadcast } from './broadcast/broadcast-sender.ts';
import { hearDoubtAct } from './doubts/doubt-thread.ts';
import { hearOfGroup } from './group/said-in-group.ts';
import { hearAddressAdded } from './other-channel.ts';
import { clearPin, comeIn, hearPinNews, passHarmOn, pinFailed } from './own-pin.ts';
import { readProxy, recordProxy } from './proxy-sessions.ts';
import { tellOperator } from './reachability.ts';
import { hearVisits } from './reminding/accompaniment.ts';
import { hearAttendance } from './reminding/workshop-threads.ts';
import { hearRosterNews, takeOver } from './roster-news.ts';
import { hearAcknowledged, hearCleared, receiveAlert } from './safety/safety-alerts.ts';
import { hearNews, hearReply, hearState } from './staff/doubt-cards.ts';
import { hearProxy } from './staff/proxy-request.ts';
import type { TurnDraft } from './turn-draft.ts';

export function receivePost(draft: TurnDraft, post: Post): void {
  const { body } = post;
  switch (body.kind) {
    case 'safeguardingAlert':
      return receiveAlert(draft, post, body);
    case 'safeguardingHeard':
      return hearAcknowledged(draft, body);
    case 'safeguardingCleared':
      return hearCleared(draft, body.alertId);
    case 'doubtAsked':
      return hearNews(draft, post, body);
    case 'doubtAct':
      return hearDoubtAct(draft, post, body);
    case 'doubtState':
      return hearState(draft, post, body);
    case 'doubtReply':
      return hearReply(draft, post, body);
    case 'broadcastWave':
      return receiveBroadcast(draft, post, body);
    case 'broadcastReport':
    case 'broadcastReply':
    case 'broadcastReplies':
    case 'broadcastOrdered':
    case 'broadcastAsked':
    case 'broadcastNews':
      return hearBroadcast(draft, post);
    case 'proxyTold':
      return readProxy(draft, body);
    case 'proxyConfirmed':
      return recordProxy(draft, body);
    case 'proxyHeard':
      return hearProxy(draft, body);
    case 'undelivered':
    case 'channelNews':
      return tellOperator(draft, body);
    case 'cameIn':
      return comeIn(draft, body);
    case 'pinFailed':
      return pinFailed(draft);
    case 'pinNews':
      return hearPinNews(draft, body);
    case 'pinCleared':
      return clearPin(draft);
    case 'harmAtPhone':
      return passHarmOn(draft, post, body);
    case 'wroteBefore':
    case 'harmPassedOn':
      return;
    case 'addressAdded':
      return hearAddressAdded(draft, body);
    case 'rosterChanged':
      return hearRosterNews(draft, post, body.news);
    case 'visitNews':
    case 'visitsGone':
      return hearVisits(draft, body);
    case 'attendanceTold':
      return hearAttendance(draft, body);
    case 'saidInGroup':
    case 'groupTold':
    case 'pollOrdered':
    case 'pollAsked':
    case 'pollResult':
    case 'pollSent':
    case 'notReached':
      return hearOfGroup(draft, body);
    case 'handOver':
      return takeOver(draft, body);
  }
}
