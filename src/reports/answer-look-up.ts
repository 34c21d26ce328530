// Answers what turns ask of other people's records: who asks is checked against the access table, then each kind has its own file.
import { mayCommand, type StaffCommand } from '../domain/access.ts';
import { isGroupOwner } from '../domain/group.ts';
import type { LookUp, LookUpRequest, LookUpResult } from '../domain/look-up.ts';
import type { Person } from '../domain/roster.ts';
import type { Program } from '../program/program.ts';
import type { Store } from '../store/store.ts';
import { answerParticipation } from './answer-participation.ts';
import { countAudience, pageOfRecipients } from './audience-answer.ts';
import { answerCalendar } from './calendar-file.ts';
import { linkedGroups, weekOfGroup } from './group-answer.ts';
import { answerMentorNamed } from './mentor-answer.ts';
import { answerPaper, forgetPapers } from './paper-answer.ts';
import { answerReminders } from './reminder-answer.ts';
import { findSlips } from './slip-answer.ts';
import { printSlips } from './slip-print.ts';
import { answerSlipResults } from './slip-results.ts';
import { answerStanding } from './standing-answer.ts';

export interface LookUpAnswerParts {
  store: Store;
  program: Program;
  /** Folder of the embedded database: files that are made go into `made/` in it. */
  dataDir: string;
  /** UTC. */
  now(): string;
  /** Salt of pseudonyms; without it no file without names can be made. */
  pseudonymSalt?(): Promise<string>;
  /** Finds the place of closed days, or closes and opens them; without it that fails. */
  changeClosures?(lookUp: LookUp): Promise<LookUpResult>;
  /** Moves a workshop or calls it off; without it that fails. */
  changeWorkshop?(lookUp: LookUp): Promise<LookUpResult>;
  /** Finds who the participants of a list are; without it that fails. */
  readAttendance?(lookUp: LookUp): Promise<LookUpResult>;
  /** Looks into the roster or changes it for a coordinator; without it that fails. */
  changeRoster?(lookUp: LookUp): Promise<LookUpResult>;
  /** Says whose phone is shared; without it that fails. */
  sharePhone?(lookUp: LookUp): Promise<LookUpResult>;
  /** Makes a code for another channel; without it that fails. */
  makeLinkCode?(lookUp: LookUp): Promise<LookUpResult>;
}

/** Which right a look-up needs. */
const needed = (
  request: Exclude<
    LookUpRequest,
    { kind: 'sheet' | 'logbook' | 'slipPages' | 'calendarFile' | 'linkCode' | 'forgetPapers' | 'groupWeek' }
  >,
): StaffCommand => {
  if (request.kind === 'groups') return 'poll';
  if (request.kind === 'participation') return 'participation';
  if (request.kind === 'mentorNamed') return 'proxy';
  if (request.kind === 'pinOf' || request.kind === 'phoneShared') return 'sharedPhone';
  if (request.kind === 'reminders') return 'reminders';
  if (request.kind === 'rosterCheck' || request.kind === 'rosterChange') return 'rosterChange';
  if (request.kind === 'closurePlace' || request.kind === 'closureOrder') return 'closures';
  if (request.kind === 'slips') return 'slip';
  if (request.kind === 'workshopOrder') return 'workshops';
  if (request.kind === 'attendanceList') return 'attendance';
  if (request.kind === 'slipPrint' || request.kind === 'slipResults') return request.kind;
  if (request.kind === 'audience' || request.kind === 'recipients') return 'broadcast';
  return request.of === 'due' ? 'pending' : request.of === 'progress' ? 'progress' : 'mentors';
};

export function createLookUpAnswers(parts: LookUpAnswerParts): (lookUp: LookUp) => Promise<LookUpResult> {
  const { store } = parts;
  return async (lookUp) => {
    const { owner, request } = lookUp;
    if (request.kind === 'forgetPapers') return forgetPapers(parts.dataDir, owner);
    // A group asks for counts of all its mentors, and for nothing else.
    if (request.kind === 'groupWeek') return isGroupOwner(owner) ? weekOfGroup(parts, request) : { kind: 'refused' };
    const asker: Person | undefined = (await store.readState(request.kind === 'recipients' ? request.by : owner))?.person;
    if (asker === undefined || !asker.active) return { kind: 'refused' };
    if (request.kind === 'calendarFile') return answerCalendar(parts, lookUp);
    if (request.kind === 'linkCode') return parts.makeLinkCode?.(lookUp) ?? { kind: 'failed' };
    // Paper is made of her own records alone; that she is a mentor is all it needs.
    if (request.kind === 'sheet' || request.kind === 'logbook' || request.kind === 'slipPages')
      return asker.roles.includes('mentor') && asker.withdrawnAt === null ? answerPaper(parts, lookUp) : { kind: 'refused' };
    if (!mayCommand(asker.roles, needed(request))) return { kind: 'refused' };
    if (request.kind === 'groups') return linkedGroups(parts);
    if (request.kind === 'standing') return answerStanding(parts, asker, request.of, request.said);
    if (request.kind === 'reminders') return answerReminders(parts, asker, request.said);
    if (request.kind === 'pinOf') return answerMentorNamed(store, asker, request.said);
    if (request.kind === 'phoneShared') return parts.sharePhone?.(lookUp) ?? { kind: 'failed' };
    if (request.kind === 'mentorNamed') return answerMentorNamed(store, asker, request.said);
    if (request.kind === 'audience') return countAudience(parts, request.audience, owner);
    if (request.kind === 'recipients') return pageOfRecipients(parts, request);
    if (request.kind === 'participation') return answerParticipation(parts, owner, request);
    if (request.kind === 'slipPrint') return printSlips(parts, asker, request.centre);
    if (request.kind === 'slipResults') return answerSlipResults(parts);
    if (request.kind === 'slips') return { kind: 'slips', found: await findSlips(store, request.lines) };
    if (request.kind === 'closurePlace' || request.kind === 'closureOrder')
      return parts.changeClosures?.(lookUp) ?? { kind: 'failed' };
    if (request.kind === 'workshopOrder') return parts.changeWorkshop?.(lookUp) ?? { kind: 'failed' };
    if (request.kind === 'attendanceList') return parts.readAttendance?.(lookUp) ?? { kind: 'failed' };
    return parts.changeRoster?.(lookUp) ?? { kind: 'failed' };
  };
}
