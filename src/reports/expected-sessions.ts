// Every session that the programme expects, and every one that was held: mentor, caregiver, phase and iteration, also where nothing happened.
import type { LocalMoment } from '../domain/local-moment.ts';
import { type Caregiver, type Phase, phases, type Theme } from '../domain/mentoring-cycle.ts';
import type { Centre, Person } from '../domain/roster.ts';
import { localMoment } from '../mentoring/local-time.ts';
import type { Iteration } from '../program/content-schema.ts';
import type { Program } from '../program/program.ts';
import type { CycleHistory, HeldSession, ParticipationHistory, PhaseHistory } from './cycle-history.ts';
import { type Ending, type Hindrance, type SessionReason, type SessionStatus, statusOf } from './participation-status.ts';
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

const defaultZone = 'America/Mexico_City';
const noCycles: readonly CycleHistory[] = [];

/** In the order of iterations as given, then centre and mentor, then caregiver, then phase. */
export function* expectedSessions(
  parts: ExpectationParts,
  iterations: readonly (Iteration | 'none')[],
): Generator<ExpectedSession> {
  const { program, people, history, now } = parts;
  const closures = new Map(program.programme.holidays.filter(({ statutory }) => statutory).map(({ date, name }) => [date, name]));
  const known = new Set(people.caregivers.map(({ id }) => id));
  const centreOf = (person: Person | undefined): Centre | undefined => people.centres.get(person?.centreId ?? '');

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
      const centre = centreOf(mentor);
      const zone = centre?.zone ?? defaultZone;
      const today = localMoment(now, zone);
      const ended = endOf(mentor, centre, zone);
      const hers = byMentor.get(mentor.id) ?? [];
      const goneBefore =
        iteration !== 'none' && mentor.withdrawnAt !== null && localMoment(mentor.withdrawnAt, zone).date < iteration.from;
      const enrolledAt = history.enrolments.get(mentor.id);
      const cameAfter = iteration !== 'none' && enrolledAt !== undefined && localMoment(enrolledAt, zone).date > iteration.to;
      let places =
        iteration === 'none' || goneBefore || cameAfter ? 0 : mentor.expectedCaregivers - (handedOn.get(mentor.id) ?? 0);
      const place = { iteration, mentor, centre, zone, today, closures };
      for (const { caregiver, closedOn } of hers) {
        const cycles = cyclesOf(caregiver.id);
        const hindrance = hindranceOf(mentor, today, cycles);
        const sessions = phases.flatMap((phase) =>
          ofPhase({ ...place, caregiver, cycles, ended: ended ?? endOfWork(caregiver, closedOn), hindrance }, phase),
        );
        const nothing = !sessions.some(({ session }) => session);
        // Who left before it began, and nothing was done with her in it, is not expected in it.
        if (nothing && (goneBefore || (iteration !== 'none' && closedOn !== null && closedOn < iteration.from))) continue;
        // Whoever left in the middle of it leaves her place to another.
        if (!sessions.some(({ reason }) => reason === 'caregiverClosed')) places -= 1;
        yield* sessions;
      }
      const nobody = {
        ...place,
        caregiver: null,
        cycles: noCycles,
        // Whom she had not registered yet is expected of who came in her place.
        ended: ended && history.withdrawals.get(mentor.id)?.replacedBy ? { ...ended, on: null } : ended,
        hindrance: mentorHindrance(mentor, today) ?? 'caregiverUnknown',
      } as const;
      for (; places > 0; places -= 1) for (const phase of phases) yield* ofPhase(nobody, phase);
    }
    yield* ofTheForgotten(parts, id, known);
  }
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

/** Why nothing more is held, and since which local date where that is known. */
interface Ended {
  why: Ending;
  on: string | null;
}

function endOf(mentor: Person, centre: Centre | undefined, zone: string): Ended | null {
  if (centre?.active === false) return { why: 'centreClosed', on: null };
  if (mentor.withdrawnAt !== null) return { why: 'mentorWithdrawn', on: localMoment(mentor.withdrawnAt, zone).date };
  if (!mentor.active) return { why: 'mentorWithdrawn', on: null };
  return mentor.consent?.given === false ? { why: 'mentorDeclined', on: null } : null;
}

const endOfWork = ({ status }: Caregiver, on: string | null): Ended | null =>
  status === 'closed' ? { why: 'caregiverClosed', on } : null;

function mentorHindrance(mentor: Person, today: LocalMoment): Hindrance | null {
  if (mentor.consent === null) return 'notEnrolled';
  return mentor.pausedUntil !== null && today.date < mentor.pausedUntil ? 'mentorPaused' : null;
}

function hindranceOf(mentor: Person, today: LocalMoment, cycles: readonly CycleHistory[]): Hindrance | null {
  return mentorHindrance(mentor, today) ?? (cycles.some(({ diagnosed }) => diagnosed) ? 'diagnosisDone' : null);
}

interface Place {
  iteration: Iteration | 'none';
  mentor: Person;
  centre: Centre | undefined;
  zone: string;
  today: LocalMoment;
  closures: ReadonlyMap<string, string>;
  caregiver: Caregiver | null;
  cycles: readonly CycleHistory[];
  ended: Ended | null;
  hindrance: Hindrance | null;
}

/** Held sessions first, then what is agreed on top of them; one row at least in an iteration that expects it. */
function ofPhase(place: Place, phase: Phase): ExpectedSession[] {
  const { iteration, mentor, centre, zone, today, caregiver, cycles } = place;
  const expectedBy = iteration === 'none' ? null : (iteration.expectedBy?.[phase] ?? iteration.mentoringWindow.to);
  const base = {
    iteration: iteration === 'none' ? 'none' : iteration.id,
    mentorId: mentor.id,
    centre,
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
  const due = appointment?.date ?? expectedBy;
  // What was due before somebody left was expected of her.
  const ended = place.ended && (due === null || place.ended.on === null || place.ended.on <= due) ? place.ended.why : null;
  if (!appointment && (held.length > 0 || expectedBy === null)) return held;
  if (held.length > 0 && ended !== null) return held;
  const expected = expectedBy !== null && held.length === 0;
  const standing = {
    held: false,
    ended,
    appointment,
    cancelled: history?.cancelled ?? null,
    hindrance: place.hindrance === 'diagnosisDone' && phase !== 'workPlan' ? null : place.hindrance,
    expectedBy: expected ? expectedBy : null,
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

/** Sessions whose mentor asked to be forgotten: what was done stays counted. */
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
        yield { ...heldRow(session, theme, phase, base), expected: id !== 'none' && index === 0 };
      }
    }
  }
}
