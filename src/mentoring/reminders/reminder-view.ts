// What a source of reminders reads of her state, and what it gives back: the rows that the state asks for now.
import type { Attendance } from '../../domain/attendance.ts';
import type { Thread } from '../../domain/conversation.ts';
import type { LocalMoment } from '../../domain/local-moment.ts';
import type { Caregiver, MentoringCycle } from '../../domain/mentoring-cycle.ts';
import type { Reminder, ReminderSource, SuppressedFor } from '../../domain/reminder.ts';
import type { Person } from '../../domain/roster.ts';
import type { Visit } from '../../domain/visit.ts';
import type { LadderName, LadderRung } from '../../program/content-schema.ts';
import type { Program } from '../../program/program.ts';
import type { Workshop } from '../../program/workshop-schema.ts';
import { localMoment } from '../local-time.ts';
import type { Contact } from '../office-hours.ts';
import { laterSameDay, rungDueAt, rungUntil } from '../reminder-ladder.ts';

export interface ReminderView {
  program: Program;
  person: Person;
  contact: Contact;
  now: string;
  today: LocalMoment;
  caregivers: readonly Caregiver[];
  cycles: readonly MentoringCycle[];
  threads: readonly Thread[];
  /** With what staff changed of them. */
  workshops: readonly Workshop[];
  /** Her part in them. */
  attendances: readonly Attendance[];
  /** Sessions of others that she accompanies. */
  visits: readonly Visit[];
  /** The thread whose question is open and may not rest. */
  open: Thread | undefined;
  /** Whether its question may wait for days. */
  rests(thread: Thread): boolean;
  rows: readonly Reminder[];
  /** The same, by their ids. */
  known: ReadonlyMap<string, Reminder>;
}

export interface WantedRow {
  source: ReminderSource;
  ladder: LadderName;
  thing: string;
  version: string;
  rung: string;
  about: Record<string, string>;
  /** UTC. */
  dueAt: string;
  /** Costs days of the calendar: asked only of rows that are new or were put elsewhere. */
  until(): string;
}

/** Why a planned row is not wanted any more. */
export type Gone = { why: SuppressedFor } | { supersededBy: string };

export interface SourceOfReminders {
  wanted(view: ReminderView): WantedRow[];
  gone(row: Reminder, view: ReminderView): Gone;
}

const recording: Readonly<Record<string, string>> = { focusedObservation: 'observacion', reflection: 'reflexion' };

/** She has begun to tell of it, though it is not saved yet: nobody asks her again whether it took place. */
export const isBeingTold = ({ threads }: ReminderView, cycleId: string, phase: string): boolean =>
  threads.some(
    (thread) =>
      thread.cycleId === cycleId &&
      thread.flow === recording[phase] &&
      thread.answers.guardada == null &&
      String(thread.answers.hecha).startsWith('si'),
  );

export const rowId = (row: { thing: string; version: string; rung: string }): string =>
  `${row.thing}:v${row.version}:${row.rung}`;

interface Thing {
  source: ReminderSource;
  ladder: LadderName;
  thing: string;
  version: string;
  about: Record<string, string>;
  anchor: LocalMoment;
  /** UTC: what was due before this was known is not said late; now where it is not given. */
  knownSince?: string;
  /** The next rung is planned when the one before it has ended: most of these are done long before. */
  oneByOne?: true;
}

/** A row that is there already: many things ask of one list. */
export const rowKnown = ({ known }: ReminderView, id: string): Reminder | undefined => known.get(id);

/** The rows of a thing, by its ladder. */
export function rowsOf(view: ReminderView, { anchor, knownSince, ladder, oneByOne, ...thing }: Thing): WantedRow[] {
  const { contact, program } = view;
  const since = knownSince ?? view.now;
  const toRow = (rung: LadderRung): WantedRow[] => {
    const named = { ...thing, ladder, rung: rung.rung };
    const id = rowId(named);
    const known = rowKnown(view, id);
    // With other hours she may have no such moment any more, and have it again with others.
    const usual = rungDueAt(rung, anchor, contact) ?? known?.dueAt;
    if (usual === undefined) return [];
    const missed = rung.at === 'last' && knownSince !== undefined && usual <= knownSince;
    const dueAt = missed ? (laterSameDay(usual, knownSince, contact) ?? usual) : usual;
    if (rung.does === 'tell' && dueAt <= since && !known) return [];
    const row = { ...named, dueAt };
    const until = (): string => rungUntil(rung, anchor, localMoment(dueAt, contact.zone).date, contact);
    return [{ ...row, until }];
  };
  const rungs = program.reminders.ladders[ladder];
  const found = rungs.length === 1 && rungs[0] ? toRow(rungs[0]) : rungs.flatMap(toRow);
  if (!oneByOne) return found;
  const ended = (row: WantedRow): boolean => (rowKnown(view, rowId(row))?.state ?? 'planned') !== 'planned';
  const [next] = found.filter((row) => !ended(row) && (row.dueAt > view.now || row.until() > view.now));
  return found.filter((row) => row === next || ended(row));
}

/** A rung that no ladder has: said as soon as it can be, until that instant. */
export function rowAtOnce(view: ReminderView, row: Omit<WantedRow, 'dueAt' | 'until'>, until: string): WantedRow {
  const id = rowId(row);
  const known = rowKnown(view, id);
  return { ...row, dueAt: known?.dueAt ?? view.now, until: () => until };
}

/**
 * The version of something that has no version of its own: that of the rows still planned for it. Once all have ended, what she did
 * since begins anew.
 */
export function versionSince(view: ReminderView, thing: string, touchedAt: string): string {
  const known = view.rows.filter((row) => row.thing === thing);
  const planned = known.find(({ state }) => state === 'planned');
  if (planned) return planned.version;
  const last = known.reduce<Reminder | undefined>(
    (latest, row) => (latest && (latest.endedAt ?? '') > (row.endedAt ?? '') ? latest : row),
    undefined,
  );
  return last && touchedAt <= (last.endedAt ?? '') ? last.version : touchedAt;
}
