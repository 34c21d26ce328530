// A question of a turn to what it cannot see (other owners, files), durable with the turn and answered by an event of its own.
import type { AttendanceFinding, WorkshopOrder } from './attendance.ts';
import type { Audience, LeftOutReason } from './broadcast.ts';
import type { CalendarEntry, CalendarHow } from './calendar-entry.ts';
import type { ClosureOrder } from './closure.ts';
import type { ClosurePlace } from './closure-place.ts';
import type { Cohort, GroupAct } from './group.ts';
import type { Phase } from './mentoring-cycle.ts';
import type { ChannelName } from './roster.ts';
import type { RosterChange, RosterFinding, RosterOutcome, RosterSaid } from './roster-change.ts';
import type { SheetPage } from './sheet-page.ts';
import type { FoundSlip, SlipLine } from './slip.ts';

/** What is asked. Dates are local dates of the centres, both included. */
export type LookUpRequest =
  /** `centre`: as she calls it; `named`: false for pseudonyms. */
  | { kind: 'participation'; from?: string; to?: string; iteration?: string; centre?: string; named?: boolean }
  /** `said`: her words, which may name a centre or a mentor. */
  | { kind: 'standing'; of: 'due' | 'progress' | 'mentors'; said?: string }
  /** Which mentor the beginning of `said` means, of those the asker may record for. */
  | { kind: 'mentorNamed'; said: string }
  /** What reminders a mentor has; `said`: how she was called. */
  | { kind: 'reminders'; said: string }
  /** How many an audience is; `named`: whom a typed list means. `thread`: where the answer belongs. */
  | { kind: 'audience'; audience: Audience | { kind: 'named'; said: string } | { kind: 'groups' }; thread: string }
  /** A broadcast asks for its audience, a page at a time, in order of their ids; `by`: who ordered it. */
  | { kind: 'recipients'; audience: Audience; by: string; after: string | null }
  /** What a change of the roster comes to, so far as it was said; `thread`: where the answer belongs. */
  | { kind: 'rosterCheck'; said: RosterSaid; thread: string }
  /** A change of the roster that was confirmed; `person`: how the one it is about is called, to tell of it. */
  | { kind: 'rosterChange'; change: RosterChange; person: string; thread: string }
  /** Which place the words mean, and whom closing it on these days touches. */
  | { kind: 'closurePlace'; said: string; days: { from: string; to: string }; name: string }
  /** Days closed or opened again, as they were confirmed; a new one has no id. `where`: how its place was called. */
  | { kind: 'closureOrder'; order: ClosureOrder; where: string }
  /** A workshop moved or called off, as it was confirmed. */
  | { kind: 'workshopOrder'; order: WorkshopOrder; thread: string }
  /** Who the participants of a pasted list are. */
  | { kind: 'attendanceList'; workshop: number; text: string; thread: string }
  /** Which closed or open cycles the codes of slips stand for. */
  | { kind: 'slips'; lines: SlipLine[]; thread: string }
  /** A page to print for work with a caregiver of hers; `thread`: what goes on when it has come. */
  | { kind: 'sheet'; page: SheetPage; thread: string }
  /** Plans and agreements of the asker with each of her caregivers, to print and sign. */
  | { kind: 'logbook' }
  /** Appointments of the asker as a file for the calendar of her phone. */
  | { kind: 'calendarFile'; entries: CalendarEntry[]; how: CalendarHow }
  /** Slips of her caregivers, to print; `text`: what is said with them. */
  /** `text` goes with the file, `more` after it. */
  | { kind: 'slipPages'; cycleIds: string[]; text: string; more: string[] }
  /** The same for staff, of a centre as it was written. */
  | { kind: 'slipPrint'; centre: string }
  /** What was answered on slips, as distributions. */
  | { kind: 'slipResults' }
  /** Whose PIN is to be chosen anew; `said`: how she was called. */
  | { kind: 'pinOf'; said: string }
  /** The mentors of a centre, as it was called, have one phone for all of them; or not any more. */
  | { kind: 'phoneShared'; said: string; shared: boolean }
  /** A code by which the asker is known on another channel, this one where she named it. */
  | { kind: 'linkCode'; channel?: ChannelName }
  /** What all mentors of a group did this week, together. */
  | { kind: 'groupWeek'; cohort: Cohort }
  /** To which groups something can be put; `act`: what it is, for the answer. */
  | { kind: 'groups'; act: GroupAct }
  /** Papers made for who is forgotten go too. Never a record: nobody is there to hear an answer. */
  | { kind: 'forgetPapers' };

/** A record of the owner from the turn that asks to the turn that hears the answer. */
export interface LookUp {
  kind: 'lookUp';
  id: string;
  owner: string;
  askedAt: string;
  request: LookUpRequest;
}

/** `file`: a name in the folder of files that the house makes, to be sent; `text`: what is said, in content's words; `more`: bubbles after it. */
export type LookUpResult =
  | { kind: 'found'; text: string; more?: string[]; file?: { name: string; type: 'document' | 'image'; megabytes: number } }
  | { kind: 'audience'; counted: CountedAudience }
  /** `rest`: what is told of her. */
  | { kind: 'mentorNamed'; mentors: { id: string; name: string }[]; rest: string }
  /** `letters`: those who get nothing are marked already. */
  | {
      kind: 'recipients';
      ids: string[];
      names?: string[];
      letters: string;
      secondsABubble: number;
      next: string | null;
      group?: string;
    }
  | { kind: 'rosterFound'; finding: RosterFinding }
  | { kind: 'rosterDone'; outcome: RosterOutcome }
  | { kind: 'closurePlace'; places: ClosurePlace[]; mentors: number; appointments: number }
  | { kind: 'closureDone'; mentors: number }
  | { kind: 'workshopDone'; mentors: number }
  | { kind: 'attendanceList'; finding: AttendanceFinding }
  | { kind: 'slips'; found: FoundSlip[] }
  /** `link`: opens the other chat with the code, where the house knows how that is called. */
  | { kind: 'linkCode'; code: string; link?: string }
  | { kind: 'groupWeek'; checklists: number; sessions: Record<Phase, number>; closed: number }
  | { kind: 'groups'; groups: { id: string; title: string }[] }
  | { kind: 'phoneShared'; outcome: PhoneSharedOutcome; centre: string; names: string[] }
  | { kind: 'nothing' }
  | { kind: 'refused' }
  | { kind: 'failed' };

/** `alone`: she is the only one there; `noNumber`, `severalNumbers`: nobody knows which phone it is. */
export type PhoneSharedOutcome = 'shared' | 'unshared' | 'whichCentre' | 'alone' | 'noNumber' | 'severalNumbers';

export interface CountedAudience {
  size: number;
  /** Those who would get it now. */
  reached: number;
  leftOut: Partial<Record<LeftOutReason, number>>;
  /** What the channels need for one bubble to all of them. */
  secondsABubble: number;
  /** Of a typed list. */
  ids: string[];
  names: string[];
  unknown: string[];
}
