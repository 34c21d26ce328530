// What the commands of consultants and coordinators do; each has its own file, this one only sends it there.
import { commandsFor, type StaffCommand } from '../../domain/access.ts';
import type { StaffCommandReading } from '../answers/commands/staff-command.ts';
import { plain } from '../answers/words/text-forms.ts';
import { askBroadcasts } from '../broadcast/broadcast-sender.ts';
import { sendCalendar, stopCalendar } from '../reminding/phone-calendar.ts';
import { listReminders } from '../reminding/reminder-list.ts';
import { houseText } from '../thread-context.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { openBroadcast } from './broadcast-hears.ts';
import { askClosure } from './closure-request.ts';
import { listDoubts } from './doubt-answers.ts';
import { askParticipation } from './participation-request.ts';
import { askPhones } from './phone-request.ts';
import { askGroupPoll } from './poll-request.ts';
import { askProxy } from './proxy-request.ts';
import { askRosterChange } from './roster-request.ts';
import { askSlipPrint, askSlips, asksSlipResults } from './slip-request.ts';
import { askAttendance, askWorkshopChange } from './workshop-request.ts';

export function obeyStaff(draft: TurnDraft, { command, arg }: StaffCommandReading, text: string): void {
  switch (command) {
    case 'pending':
      return lookUpStanding(draft, 'due', arg);
    case 'progress':
      return lookUpStanding(draft, 'progress');
    case 'mentors':
      return lookUpStanding(draft, 'mentors', arg);
    case 'broadcast':
      return openBroadcast(draft, text);
    case 'broadcastReport':
      return askBroadcasts(draft, 'report');
    case 'broadcastStop':
      return askBroadcasts(draft, 'stop');
    case 'calendar':
      return /\b(?:no|quitar)\b/i.test(text) ? stopCalendar(draft) : sendCalendar(draft);
    case 'closures':
      return askClosure(draft, text);
    case 'doubts':
      return listDoubts(draft);
    case 'poll':
      return askGroupPoll(draft, text);
    case 'proxy':
      return askProxy(draft, text);
    case 'reminders':
      // Her own, of the sessions that she accompanies.
      if (arg === undefined && draft.all('reminder').length > 0) return listReminders(draft);
      return draft.lookUp({ kind: 'reminders', said: (arg ?? '').slice(0, 200) });
    case 'participation':
      return askParticipation(draft, arg);
    case 'rosterChange':
      return askRosterChange(draft, text);
    case 'sharedPhone':
      return askPhones(draft, text);
    case 'slip':
      return asksSlipResults(draft, text) ? draft.lookUp({ kind: 'slipResults' }) : askSlips(draft, text);
    case 'slipPrint':
      return askSlipPrint(draft, arg);
    case 'slipResults':
      return draft.lookUp({ kind: 'slipResults' });
    case 'workshops':
      return askWorkshopChange(draft, text);
    case 'attendance':
      return askAttendance(draft, text);
  }
}

/** What she can ask of the bot, by her roles; of what is not understood first what comes nearest to it. */
export function sayWhatSheMay(draft: TurnDraft, text = ''): void {
  const may = commandsFor(draft.person.roles);
  const near = nearest(draft, may, text);
  const lines = (near.length > 0 ? near : may).map((command) => houseText(draft, `equipo.puede-${command}`));
  const [head, end] = near.length > 0 ? ['equipo.quiza', [houseText(draft, 'equipo.quiza-menu')]] : ['equipo.puede', []];
  draft.say({ kind: 'answer', text: [houseText(draft, head), ...lines, ...end].join('\n') });
}

const mostNear = 2;

function nearest({ program }: TurnDraft, may: readonly StaffCommand[], text: string): StaffCommand[] {
  const said = ` ${plain(text)}`;
  const hits = may.map((command) => {
    const { near } = program.vocabulary.staffCommands[command];
    return { command, count: near.filter((word) => said.includes(` ${word}`)).length };
  });
  const best = hits.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  return best.slice(0, mostNear).map(({ command }) => command);
}

function lookUpStanding(draft: TurnDraft, of: 'due' | 'progress' | 'mentors', said?: string): void {
  draft.lookUp({ kind: 'standing', of, ...(said === undefined ? {} : { said: said.slice(0, 200) }) });
}
