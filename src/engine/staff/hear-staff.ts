// What a consultant or coordinator writes: an alert acknowledged, a command of her role, or an answer to what she was asked.
import { mayCommand, type StaffCommand } from '../../domain/access.ts';
import { answerQuestion } from '../answer-question.ts';
import {
  asksOfBroadcast,
  asksOfLatest,
  movesBroadcast,
  readBroadcastWish,
  stopsBroadcast,
} from '../answers/commands/broadcast-wish.ts';
import { readCommand } from '../answers/commands/command.ts';
import { readPhoneOrder } from '../answers/commands/phone-words.ts';
import { readRosterWords } from '../answers/commands/roster-words.ts';
import { readStaffCommand } from '../answers/commands/staff-command.ts';
import { readStaffSentence } from '../answers/commands/staff-sentence.ts';
import { asksAttendance, saysAttendance } from '../answers/commands/workshop-words.ts';
import { askBroadcasts } from '../broadcast/broadcast-sender.ts';
import { answersByLabel } from '../hearing/read-message.ts';
import { staffWishesChannel } from '../other-channel.ts';
import { acknowledgesAlert } from '../safety/safety-alerts.ts';
import { houseText } from '../thread-context.ts';
import { activeThread, rests } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { vocabularyOf } from '../vocabulary-of.ts';
import { hearsAtBroadcast, openBroadcast } from './broadcast-hears.ts';
import { speaksOfClosing } from './closure-request.ts';
import { hearsDoubtWords, hearsLooseAnswer, holdsDoubts } from './doubt-answers.ts';
import { hearsFollowUp } from './participation-request.ts';
import { soundsGraveByProxy } from './proxy-request.ts';
import { hearsSlipLine } from './slip-request.ts';
import { obeyStaff, sayWhatSheMay } from './staff-commands.ts';
import { asksForWords, hearAtStaffQuestion } from './staff-question.ts';
import { speaksOfWorkshop } from './workshop-request.ts';

export function hearStaff(draft: TurnDraft, text: string): void {
  if (hearsDoubtWords(draft, text) || acknowledgesAlert(draft, text) || staffWishesChannel(draft, text)) return;
  const thread = activeThread(draft);
  if (hearsAtBroadcast(draft, thread, text)) return;
  if (soundsGraveByProxy(draft, text)) return;
  const mine = (command: StaffCommand): boolean => mayCommand(draft.person.roles, command);
  const vocabulary = vocabularyOf(draft.program);
  const ofLatest = asksOfLatest(text) && mayBeOfLatest(draft) && !thread?.waitingFor;
  const said =
    readStaffCommand(text, vocabulary) ??
    (mine('closures') && speaksOfClosing(draft, text) ? { command: 'closures' as const, arg: text } : undefined) ??
    (mine('attendance') && saysAttendance(text) ? { command: 'attendance' as const, arg: text } : undefined) ??
    (mine('sharedPhone') && readPhoneOrder(text) ? { command: 'sharedPhone' as const, arg: text } : undefined) ??
    (mine('workshops') && speaksOfWorkshop(text) ? { command: 'workshops' as const, arg: text } : undefined) ??
    (asksOfBroadcast(text) || ofLatest ? undefined : readStaffSentence(text, vocabulary, mine));
  // Where her own words are asked for, they may begin like a command; only a command alone is one, and another whole order there.
  const another = said?.command === 'rosterChange' && thread?.flow === 'padron' && isWholeOrder(text) && !isBack(draft, text);
  const isProse = said?.arg !== undefined && !another && (asksForWords(draft, thread) || isBack(draft, text));
  // Doubts reach a coordinator where nobody else can be reached.
  const may = said && (mine(said.command) || (said.command === 'doubts' && holdsDoubts(draft)));
  if (said && may && !isProse) return obeyStaff(draft, said, text);
  // A command of somebody else's role is a word that nobody knows: nothing near it is offered either.
  const foreign = said !== undefined && !may;
  if (ofLatest && !foreign) return askBroadcasts(draft, 'report');
  if (mine('participation') && asksAttendance(text) && !asksForWords(draft, thread))
    return void draft.say({ kind: 'answer', text: houseText(draft, 'asistencia.en-el-registro') });
  if (hearsSlipLine(draft, text)) return;
  if (!foreign && !asksForWords(draft, thread) && hearsOfBroadcasts(draft, text)) return;
  if (thread?.waitingFor && !rests(draft, thread)) return hearAtStaffQuestion(draft, thread, text);
  // A question that may rest is in nobody's way: what does not answer it is something else.
  if (thread?.waitingFor && (answersByLabel(draft, thread, text) || answerQuestion(draft, thread, { text }, true))) return;
  if (mayCommand(draft.person.roles, 'participation') && hearsFollowUp(draft, text)) return;
  if (!foreign && hearsLooseAnswer(draft, text)) return;
  sayWhatSheMay(draft, foreign ? '' : text);
}

const minutesOfLatest = 60;

/** One that she ordered is under way, or is just out. */
const mayBeOfLatest = (draft: TurnDraft): boolean =>
  draft.all('broadcastOrder').some(({ over, at }) => !over || Date.parse(draft.now) - Date.parse(at) <= minutesOfLatest * 60_000);

/** Names what is to be done and with whom: no answer to a question about another. */
function isWholeOrder(text: string): boolean {
  const { deed, who, data } = readRosterWords(text);
  return deed !== undefined && ((who ?? data) !== undefined || text.trim().split(/\s+/).length > 4);
}

/** «Regresa a la anterior» is about her question, «regresa Lupe» about the roster. */
function isBack(draft: TurnDraft, text: string): boolean {
  const said = readCommand(text, vocabularyOf(draft.program));
  return said?.command === 'back' && said.exact;
}

/** A message for many, in a sentence of hers; how one went; that one is not to go on. */
function hearsOfBroadcasts(draft: TurnDraft, text: string): boolean {
  if (!mayCommand(draft.person.roles, 'broadcast')) return false;
  if (movesBroadcast(text) && draft.all('broadcastOrder').some(({ over }) => !over))
    draft.say({ kind: 'answer', text: houseText(draft, 'difundir.para-otra-hora') });
  else if (readBroadcastWish(text)) openBroadcast(draft, text);
  else if (asksOfBroadcast(text)) askBroadcasts(draft, 'report');
  else if (stopsBroadcast(text)) askBroadcasts(draft, 'stop');
  else return false;
  return true;
}
