// Every session that the programme expects, and every one that was held: mentor, caregiver, phase and iteration, also where nothing happened.
import type { DayNames } from '../domain/day-names.ts';
import { type Caregiver, type Phase, phases, type Theme } from '../domain/mentoring-cycle.ts';
import type { Centre, Person } from '../domain/roster.ts';
import { calendarOf } from '../mentoring/calendar.ts';
import { localMoment } from '../mentoring/local-time.ts';
import type { Iteration } from '../program/content-schema.ts';
import type { Program } from '../program/program.ts';
import type { CycleHistory, HeldSession, ParticipationHistory, PhaseHistory } from './cycle-history.ts';
import { dueDate, type Ended, type MentorDebt, mentorDebts } from './expected-due.ts';
import { type Hindrance, type SessionReason, type SessionStatus, statusOf } from './participation-status.ts';
import type { ProgrammePeople } from './programme-people.ts';

export interface ExpectedSession {
  /** Id, or 'none' for what was begun outside any. */
  iteration: string;
  mentorId: string;
  centre: Centre | undefined;
  zone: string;
  /** Null where the roster expects somebody whom the mentor has not registered. */
  caregiverId: string | null;
  /** Undefined also where she was erased with her mentor. */
  caregiver: Caregiver | undefined;
  phase: Phase;
  theme: Theme | null;
  /** False for what comes on top: a second session of a phase, or a cycle outside any iteration. */
  expected: boolean;
  status: SessionStatus;
  reason: SessionReason | null;
  expectedBy: string | null;
  /** Local 'YYYY-MM-DDTHH:MM' agreed last, also where it was called off. */
  plannedFor: string | null;
  timesMoved: number;
  session: HeldSession | null;
  /** Local date that decides its week and period: held, else agreed, else expected by, else the day of the report. */
  on: string;
}

export interface ExpectationParts {
  program: Program;
  people: ProgrammePeople;
  history: ParticipationHistory;
  /** UTC. */
  now: string;
}

const noCycles: readonly CycleHistory[] = [];

/** In the order of iterations as given, then centre and mentor, then caregiver, then phase. */
export function* expectedSessions(
  parts: ExpectationParts,
  iterations: readonly (Iteration | 'none')[],
): Generator<ExpectedSession> {
  const { program, people, history } = parts;
  const known = new Set(people.caregivers.map(({ id }) => id));
  const owes = mentorDebts(parts);

  for (const iteration of iterations) {
    const id = iteration === 'none' ? 'none' : iteration.id;
    const cyclesOf = (caregiverId: string): readonly CycleHistory[] =>
      (history.cycles.get(caregiverId) ?? noCycles).filter((cycle) => cycle.iteration === id);
    /** Caregivers who were hers and are another's now: nobody else is expected in their place. */
    const handedOn = new Map<string, number>();
    const byMentor = new Map<string, { caregiver: Caregiver; closedOn: string | null }[]>();
    for (const caregiver of people.caregivers) {
      const span = spanIn(caregiver, iteration);
      if (!span && cyclesOf(caregiver.id).length === 0) continue;
      const mentorId = span?.personId ?? caregiver.owner;
      const hers = byMentor.get(mentorId) ?? [];
      hers.push({ caregiver, closedOn: caregiver.status === 'closed' ? (span?.to ?? null) : null });
      byMentor.set(mentorId, hers);
      for (const before of mentorsIn(caregiver, iteration))
        if (before !== mentorId) handedOn.set(before, (handedOn.get(before) ?? 0) + 1);
    }

    for (const mentor of people.mentors) {
      const debt = owes(mentor);
      const hers = byMentor.get(mentor.id) ?? [];
      const { leftOn } = debt;
      const cameOn = debt.beganOn ?? debt.enrolledOn;
      const goneBefore = iteration !== 'none' && leftOn !== null && leftOn < iteration.from;
      const cameAfter = iteration !== 'none' && cameOn !== null && cameOn > iteration.to;
      let places =
        iteration === 'none' || goneBefore || cameAfter ? 0 : mentor.expectedCaregivers - (handedOn.get(mentor.id) ?? 0);
      const { closures } = calendarOf(program, people.closures, people.centres.get(mentor.centreId ?? ''));
      const place = { iteration, debt, closures };
      for (const { caregiver, closedOn } of hers) {
        const cycles = cyclesOf(caregiver.id);
        const sessions = phases.flatMap((phase) => {
          const whose = iteration === 'none' ? debt : whoOwes(caregiver, iteration, phase, debt, owes, people);
          const ended = whose?.ended ?? endOfWork(caregiver, closedOn);
          const hindrance = whose && hindranceOf(whose, cycles);
          return ofPhase({ ...place, debt: whose ?? debt, caregiver, cycles, ended, hindrance, unowed: !whose }, phase);
        });
        const nothing = !sessions.some(({ session }) => session);
        // Who left before it began, and nothing was done with her in it, is not expected in it.
        if (nothing && (goneBefore || (iteration !== 'none' && closedOn !== null && closedOn < iteration.from))) continue;
        // Whoever left in the middle of it leaves her place to another.
        if (!sessions.some(({ reason }) => reason === 'caregiverClosed')) places -= 1;
        yield* sessions;
      }
      const hindrance = mentorHindrance(debt) ?? 'caregiverUnknown';
      const nobody = { ...place, caregiver: null, cycles: noCycles, ended: debt.ended, hindrance, unowed: false };
      const ofHers = phases.filter((phase) => iteration === 'none' || !isOfPredecessor(iteration, phase, debt, owes, people));
      for (; places > 0; places -= 1) for (const phase of ofHers) yield* ofPhase(nobody, phase);
    }
    yield* ofTheForgotten(parts, id, known);
  }
}

/**
 * Whose a session is that nobody held: of the mentor who worked with her when it was due. Undefined where it was due before
 * the only one who ever did came in another's place: it stays with the other's places.
 */
function whoOwes(
  caregiver: Caregiver,
  iteration: Iteration,
  phase: Phase,
  debt: MentorDebt,
  owes: (mentor: Person) => MentorDebt,
  people: ProgrammePeople,
): MentorDebt | undefined {
  for (const { personId, to } of caregiver.mentors) {
    if (personId === debt.mentor.id || to === null) break;
    const before = people.mentors.find(({ id }) => id === personId);
    if (before && dueDate(iteration, phase, owes(before)).deadline < to) return owes(before);
  }
  const isFirst = caregiver.mentors[0]?.personId === debt.mentor.id;
  return isFirst && isOfPredecessor(iteration, phase, debt, owes, people) ? undefined : debt;
}

/** Due before the day on which she came in another's place: the other still owes it. */
function isOfPredecessor(
  iteration: Iteration,
  phase: Phase,
  { predecessor, enrolledOn }: MentorDebt,
  owes: (mentor: Person) => MentorDebt,
  people: ProgrammePeople,
): boolean {
  const before = predecessor === null ? undefined : people.mentors.find(({ id }) => id === predecessor);
  return before !== undefined && enrolledOn !== null && dueDate(iteration, phase, owes(before)).deadline < enrolledOn;
}

/** The last stretch of her work with a mentor that had begun by the end of the iteration. */
function spanIn(caregiver: Caregiver, iteration: Iteration | 'none'): Caregiver['mentors'][number] | undefined {
  return iteration === 'none' ? undefined : caregiver.mentors.findLast(({ from }) => from <= iteration.to);
}

/** All who worked with her in it. */
function mentorsIn(caregiver: Caregiver, iteration: Iteration | 'none'): Set<string> {
  if (iteration === 'none') return new Set();
  const spans = caregiver.mentors.filter(({ from, to }) => from <= iteration.to && (to === null || to >= iteration.from));
  return new Set(spans.map(({ personId }) => personId));
}

const endOfWork = ({ status }: Caregiver, on: string | null): Ended | null =>
  status === 'closed' ? { why: 'caregiverClosed', on } : null;

function mentorHindrance({ mentor, today }: MentorDebt): Hindrance | null {
  if (mentor.consent === null) return 'notEnrolled';
  return mentor.pausedUntil !== null && today.date < mentor.pausedUntil ? 'mentorPaused' : null;
}

function hindranceOf(debt: MentorDebt, cycles: readonly CycleHistory[]): Hindrance | null {
  return mentorHindrance(debt) ?? (cycles.some(({ diagnosed }) => diagnosed) ? 'diagnosisDone' : null);
}

interface Place {
  iteration: Iteration | 'none';
  /** Of the mentor whose it is while nobody has held it. */
  debt: MentorDebt;
  closures: DayNames;
  caregiver: Caregiver | null;
  cycles: readonly CycleHistory[];
  ended: Ended | null;
  hindrance: Hindrance | null | undefined;
  /** Nobody owes it on this caregiver's account; what is held or agreed all the same is more than was expected. */
  unowed: boolean;
}

/** Held sessions first, then what is agreed on top of them; one row at least in an iteration that expects it. */
function ofPhase(place: Place, phase: Phase): ExpectedSession[] {
  const { iteration, debt, caregiver, cycles } = place;
  const { mentor, zone, today } = debt;
  const due = iteration === 'none' || place.unowed ? null : dueDate(iteration, phase, debt);
  const expectedBy = due?.shown ?? null;
  const base = {
    iteration: iteration === 'none' ? 'none' : iteration.id,
    mentorId: mentor.id,
    centre: debt.centreOn(caregiver, due?.deadline ?? today.date),
    zone,
    caregiverId: caregiver?.id ?? null,
    caregiver: caregiver ?? undefined,
    phase,
    expectedBy,
  };
  const held = heldIn(cycles, phase).map(({ session, theme }, index) => ({
    ...heldRow(session, theme, phase, base),
    expected: expectedBy !== null && index === 0,
  }));
  const open = cycles.findLast((cycle) => cycle.phases[phase].stands) ?? (held.length === 0 ? cycles.at(-1) : undefined);
  const history = open?.phases[phase];
  const appointment = appointmentOf(history);
  const last = appointment?.date ?? due?.deadline ?? null;
  // What was due before somebody left was expected of her.
  const ended = place.ended && (last === null || place.ended.on === null || place.ended.on <= last) ? place.ended.why : null;
  if (!appointment && (held.length > 0 || expectedBy === null)) return held;
  if (held.length > 0 && ended !== null) return held;
  const expected = expectedBy !== null && held.length === 0;
  const standing = {
    held: false,
    ended,
    appointment,
    cancelled: history?.cancelled ?? null,
    notHeld: history?.notHeld ?? null,
    hindrance: place.hindrance === 'diagnosisDone' && phase !== 'workPlan' ? null : (place.hindrance ?? null),
    expectedBy: expected ? (due?.deadline ?? null) : null,
  };
  const { status, reason } = statusOf(standing, today, place.closures);
  const plannedFor = history?.plannedFor ?? null;
  const agreed = status === 'notApplicable' ? null : appointment?.date;
  return [
    ...held,
    {
      ...base,
      theme: open?.theme ?? null,
      expected,
      status,
      reason,
      plannedFor,
      timesMoved: history?.timesMoved ?? 0,
      session: null,
      on: agreed ?? expectedBy ?? today.date,
    },
  ];
}

function appointmentOf(history: PhaseHistory | undefined): { date: string; time: string } | null {
  if (!history?.stands || history.plannedFor === null) return null;
  return { date: history.plannedFor.slice(0, 10), time: history.plannedFor.slice(11, 16) };
}

function heldIn(cycles: readonly CycleHistory[], phase: Phase): { session: HeldSession; theme: Theme | null }[] {
  return cycles
    .flatMap((cycle) => cycle.phases[phase].held.map((session) => ({ session, theme: cycle.theme })))
    .sort((a, b) => (a.session.heldAt < b.session.heldAt ? -1 : a.session.heldAt > b.session.heldAt ? 1 : 0));
}

function heldRow(
  session: HeldSession,
  theme: Theme | null,
  phase: Phase,
  base: Omit<
    ExpectedSession,
    'phase' | 'theme' | 'expected' | 'status' | 'reason' | 'plannedFor' | 'timesMoved' | 'session' | 'on'
  >,
): Omit<ExpectedSession, 'expected'> {
  const { plannedFor, timesMoved } = session;
  const on = localMoment(session.heldAt, session.zone).date;
  // Whoever held it is named, also where another mentor works with this caregiver now.
  return { ...base, phase, mentorId: session.mentorId, theme, status: 'held', reason: null, plannedFor, timesMoved, session, on };
}

/** Sessions whose mentor asked to be forgotten, or did not agree to take part: what was done stays counted. */
function* ofTheForgotten(
  { people, history }: ExpectationParts,
  id: string,
  known: ReadonlySet<string>,
): Generator<ExpectedSession> {
  for (const [caregiverId, all] of history.cycles) {
    if (known.has(caregiverId)) continue;
    const cycles = all.filter((cycle) => cycle.iteration === id);
    for (const phase of phases) {
      for (const [index, { session, theme }] of heldIn(cycles, phase).entries()) {
        const centre = people.centres.get(session.centreId ?? '');
        const base = {
          iteration: id,
          mentorId: '',
          centre,
          zone: session.zone,
          caregiverId,
          caregiver: undefined,
          expectedBy: null,
        };
        yield { ...heldRow(session, theme, phase, base), mentorId: '', expected: id !== 'none' && index === 0 };
      }
    }
  }
}
