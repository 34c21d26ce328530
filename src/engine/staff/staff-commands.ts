// What the commands of consultants and coordinators do; each has its own file, this one only sends it there.
import { commandsFor } from '../../domain/access.ts';
import type { StaffCommandReading } from '../answers/staff-command.ts';
import { askBroadcasts } from '../broadcast/broadcast-sender.ts';
import { houseText } from '../thread-context.ts';
import { openThread } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { listDoubts } from './doubt-answers.ts';
import { askParticipation } from './participation-request.ts';
import { askProxy } from './proxy-request.ts';
import { askRosterChange } from './roster-request.ts';
import { askSlips } from './slip-request.ts';

export function obeyStaff(draft: TurnDraft, { command, arg }: StaffCommandReading, text: string): void {
  switch (command) {
    case 'pending':
      return lookUpStanding(draft, 'due');
    case 'progress':
      return lookUpStanding(draft, 'progress');
    case 'mentors':
      return lookUpStanding(draft, 'mentors');
    case 'broadcast':
      return openThread(draft, 'difundir', {});
    case 'broadcastReport':
      return askBroadcasts(draft, 'report');
    case 'broadcastStop':
      return askBroadcasts(draft, 'stop');
    case 'doubts':
      return listDoubts(draft);
    case 'proxy':
      return askProxy(draft, text);
    case 'participation':
      return askParticipation(draft, arg);
    case 'rosterChange':
      return askRosterChange(draft, text);
    case 'slip':
      return askSlips(draft, text);
  }
}

/** What she can ask of the bot, by her roles: also the answer to what is not understood. */
export function sayWhatSheMay(draft: TurnDraft): void {
  const lines = commandsFor(draft.person.roles).map((command) => houseText(draft, `equipo.puede-${command}`));
  draft.say({ kind: 'answer', text: [houseText(draft, 'equipo.puede'), ...lines].join('\n') });
}

function lookUpStanding(draft: TurnDraft, of: 'due' | 'progress' | 'mentors'): void {
  draft.lookUp({ kind: 'standing', of });
}
