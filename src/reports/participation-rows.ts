// Expected sessions as rows of the participation sheet: with names or pseudonyms, in the words of content or as codes.
import type { Person } from '../domain/roster.ts';
import { localMoment } from '../mentoring/local-time.ts';
import type { ParticipationHistory } from './cycle-history.ts';
import type { ExpectedSession } from './expected-sessions.ts';
import type { ParticipationColumn } from './participation-columns.ts';
import type { ParticipationWords } from './participation-words.ts';
import { hasDeclined, type ProgrammePeople } from './programme-people.ts';
import type { Pseudonyms } from './pseudonym.ts';
import type { SheetCell } from './sheet-cells.ts';
import { mondayOf } from './week-rows.ts';

export type SheetRow<Column extends string = string> = Record<Column, SheetCell>;

/** What codes are called in the cells. */
export type CellWords = Pick<
  ParticipationWords,
  | 'status'
  | 'reason'
  | 'phase'
  | 'provision'
  | 'captureMode'
  | 'evidence'
  | 'role'
  | 'mentorRole'
  | 'withdrawal'
  | 'iteration'
  | 'room'
  | 'shift'
  | 'theme'
  | 'unregistered'
  | 'forgotten'
>;

const same = <T extends string>(code: T): string => code;
const sameOrNone = (code: string | null): string | null => code;
/** For machines: the identifiers of the glossary. */
export const codes: CellWords = {
  status: same,
  reason: same,
  phase: same,
  provision: same,
  captureMode: same,
  evidence: same,
  role: same,
  mentorRole: same,
  withdrawal: same,
  iteration: same,
  room: sameOrNone,
  shift: sameOrNone,
  theme: sameOrNone,
  unregistered: () => 'unregistered',
  forgotten: () => 'erased',
};

/** How people are called: by their names, or by pseudonyms. */
export interface PeopleNames {
  person(id: string): string;
  caregiver(id: string, name: string | undefined): string;
}

export const byName = (people: ProgrammePeople): PeopleNames => ({
  person: (id) => people.persons.get(id)?.name ?? '',
  caregiver: (_id, name) => name ?? '',
});

export const byPseudonym = (pseudonyms: Pseudonyms): PeopleNames => ({
  person: (id) => pseudonyms.person(id),
  caregiver: (id) => pseudonyms.caregiver(id),
});

export interface RowParts {
  people: ProgrammePeople;
  history: ParticipationHistory;
  names: PeopleNames;
  words: CellWords;
}

export function rowMaker({ people, history, names, words }: RowParts): (one: ExpectedSession) => SheetRow<ParticipationColumn> {
  const nameOf = (id: string): string => {
    const person = people.persons.get(id);
    return person === undefined || person.erasedAt !== null || hasDeclined(person) ? words.forgotten() : names.person(id);
  };
  const moment = (instant: string | null | undefined, zone: string, hourKnown = true): string | null => {
    if (instant == null) return null;
    const { date, time } = localMoment(instant, zone);
    return hourKnown ? `${date}T${time}` : date;
  };

  return (one) => {
    const { session, centre, zone } = one;
    const person: Person | undefined = people.persons.get(one.mentorId);
    const withdrawal = person?.withdrawnAt || person?.active === false ? history.withdrawals.get(person.id) : undefined;
    return {
      iteration: words.iteration(one.iteration),
      ooad: centre?.ooad ?? null,
      centreKey: centre?.centreKey ?? null,
      centre: centre?.name ?? null,
      provision: centre ? words.provision(centre.provision) : null,
      region: centre?.region ?? null,
      state: centre?.state ?? null,
      mentor: nameOf(one.mentorId),
      role: person?.mentorRole
        ? words.mentorRole(person.mentorRole)
        : (person?.roles.map((role) => words.role(role)).join(', ') ?? null),
      enrolledOn: person?.consent?.given ? localMoment(person.consent.at, zone).date : null,
      withdrawnOn: person?.withdrawnAt ? localMoment(person.withdrawnAt, zone).date : null,
      withdrawnWhy: person?.withdrawnAt || person?.active === false ? words.withdrawal(withdrawal?.why ?? 'roster') : null,
      replacedBy: withdrawal?.replacedBy ? nameOf(withdrawal.replacedBy) : null,
      caregiver:
        one.caregiverId === null
          ? words.unregistered()
          : names.caregiver(one.caregiverId, one.caregiver?.name) || words.forgotten(),
      room: words.room(one.caregiver?.room ?? null),
      shift: words.shift(one.caregiver?.shift ?? null),
      phase: words.phase(one.phase),
      theme: words.theme(one.theme),
      expected: one.expected ? 1 : 0,
      status: words.status(one.status),
      reason: one.reason === null ? null : words.reason(one.reason),
      expectedBy: one.expectedBy,
      plannedAt: one.plannedFor,
      timesMoved: one.timesMoved,
      heldAt: session && moment(session.heldAt, session.zone, session.hourKnown),
      recordedAt: session && moment(session.recordedAt, session.zone),
      minutes: session?.minutes ?? null,
      sessionNumber: session?.number ?? null,
      captureMode: session?.captureMode ? words.captureMode(session.captureMode) : null,
      recordedBy: session && nameOf(session.recordedBy),
      evidenceMethod: session?.evidenceMethod ? words.evidence(session.evidenceMethod) : null,
      accompaniedBy: person?.accompaniedBy.length ? person.accompaniedBy.map(nameOf).join(', ') : null,
      lastContact: moment(people.lastHeardAt.get(one.mentorId), zone),
      week: mondayOf(one.on),
    };
  };
}
