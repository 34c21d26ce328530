// The answer to a look-up arrives: said, with its file, and no longer waited for.
import type { LookUpResult } from '../../domain/look-up.ts';
import { hearAudience } from '../broadcast/broadcast-sender.ts';
import { hearPaper } from '../hearing/paper-requests.ts';
import { giveCode } from '../other-channel.ts';
import { sayFound } from '../say-found.ts';
import { houseText } from '../thread-context.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { hearClosureDone, hearClosurePlace } from './closure-request.ts';
import { hearPhoneShared, hearPinOf } from './phone-request.ts';
import { hearGroups } from './poll-request.ts';
import { hearMentorNamed } from './proxy-request.ts';
import { hearRosterDone, hearRosterFinding } from './roster-request.ts';
import { hearSlips } from './slip-request.ts';
import { hearAttendanceList, hearWorkshopDone } from './workshop-request.ts';

export function hearAnswer(draft: TurnDraft, lookUp: string, result: LookUpResult): void {
  const asked = draft.get('lookUp', lookUp);
  if (!asked) return;
  draft.remove('lookUp', lookUp);
  if (asked.request.kind === 'audience' && result.kind !== 'recipients') return hearAudience(draft, asked.request.thread, result);
  if (asked.request.kind === 'mentorNamed') return hearMentorNamed(draft, asked.request, result);
  if (asked.request.kind === 'sheet' || asked.request.kind === 'logbook' || asked.request.kind === 'slipPages')
    return hearPaper(draft, asked.request, result);
  if (asked.request.kind === 'rosterCheck') return hearRosterFinding(draft, asked.request.thread, result);
  if (asked.request.kind === 'rosterChange') return hearRosterDone(draft, asked.request, result);
  if (asked.request.kind === 'closurePlace') return hearClosurePlace(draft, asked.request, result);
  if (asked.request.kind === 'closureOrder') return hearClosureDone(draft, asked.request, result);
  if (asked.request.kind === 'workshopOrder') return hearWorkshopDone(draft, asked.request, result);
  if (asked.request.kind === 'attendanceList') return hearAttendanceList(draft, asked.request.thread, result);
  if (asked.request.kind === 'slips') return hearSlips(draft, asked.request.thread, result);
  if (asked.request.kind === 'pinOf') return hearPinOf(draft, asked.request, result);
  if (asked.request.kind === 'phoneShared') return hearPhoneShared(draft, result);
  if (asked.request.kind === 'linkCode') return giveCode(draft, asked.request.channel, result);
  if (asked.request.kind === 'groups') return hearGroups(draft, asked.request.act, result);
  switch (result.kind) {
    case 'found':
      return sayFound(draft, result);
    case 'audience':
    case 'recipients':
    case 'mentorNamed':
    case 'rosterFound':
    case 'rosterDone':
    case 'slips':
    case 'closurePlace':
    case 'closureDone':
    case 'workshopDone':
    case 'attendanceList':
    case 'linkCode':
    case 'groups':
    case 'groupWeek':
    case 'phoneShared':
      return;
    case 'nothing':
      return void draft.say({ kind: 'answer', text: houseText(draft, 'equipo.nada-que-mostrar') });
    case 'refused':
    case 'failed':
      return void draft.say({ kind: 'answer', text: houseText(draft, 'equipo.no-se-pudo') });
  }
}
