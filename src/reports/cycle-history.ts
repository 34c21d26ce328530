// What the facts tell of each cycle and of who left. Facts outlive hand-over, archive and erasure; records do not.
import type { Fact } from '../domain/fact.ts';
import {
  type CaptureMode,
  type EvidenceMethod,
  type NotHeldReason,
  type Phase,
  phases,
  type Theme,
} from '../domain/mentoring-cycle.ts';
import type { Store } from '../store/store.ts';

export interface HeldSession {
  mentorId: string;
  centreId: string | null;
  zone: string;
  /** UTC; noon of the day at the centre where the hour is not known. */
  heldAt: string;
  hourKnown: boolean;
  recordedAt: string;
  recordedBy: string;
  minutes: number | null;
  number: number;
  captureMode: CaptureMode | null;
  evidenceMethod: EvidenceMethod | null;
  /** Local 'YYYY-MM-DDTHH:MM' that was agreed for it. */
  plannedFor: string | null;
  timesMoved: number;
}

export interface PhaseHistory {
  held: HeldSession[];
  /** Since the last session of this phase: the date agreed last, whether it still stands, and how often it was moved. */
  plannedFor: string | null;
  stands: boolean;
  timesMoved: number;
  cancelled: NotHeldReason | null;
  /** Why it did not take place when it was agreed last, also after another date was given. */
  notHeld: NotHeldReason | null;
}

export interface CycleHistory {
  id: string;
  caregiverId: string;
  theme: Theme | null;
  /** The one it began in, whatever the date of its sessions. */
  iteration: string;
  diagnosed: boolean;
  phases: Record<Phase, PhaseHistory>;
}

export interface Withdrawal {
  /** Code of content's `baja-`. */
  why: string;
  replacedBy: string | null;
}

export interface Enrolment {
  /** UTC. */
  at: string;
  /** In whose place she came. */
  replaces: string | null;
}

export interface CentreMove {
  /** UTC. */
  at: string;
  before: string | null;
}

export interface ParticipationHistory {
  /** By caregiver, in the order in which they began. */
  cycles: ReadonlyMap<string, readonly CycleHistory[]>;
  /** By mentor: the last time she left. */
  withdrawals: ReadonlyMap<string, Withdrawal>;
  /** By mentor, where she was put on the roster later than the others. */
  enrolments: ReadonlyMap<string, Enrolment>;
  /** By mentor, in the order in which she changed her centre. */
  moves: ReadonlyMap<string, readonly CentreMove[]>;
}

const noHistory = (): PhaseHistory => ({
  held: [],
  plannedFor: null,
  stands: false,
  timesMoved: 0,
  cancelled: null,
  notHeld: null,
});
const textOf = (value: Fact['data'][string] | undefined): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

/** Reads every fact: a cycle may have begun long before its sessions. */
export async function readHistory(store: Pick<Store, 'readFacts'>): Promise<ParticipationHistory> {
  const cycles = new Map<string, CycleHistory>();
  const byCaregiver = new Map<string, CycleHistory[]>();
  const withdrawals = new Map<string, Withdrawal>();
  const enrolments = new Map<string, Enrolment>();
  const moves = new Map<string, CentreMove[]>();
  for await (const fact of store.readFacts({})) {
    const { cycleId, caregiverId, data } = fact;
    if (fact.kind === 'enrolled') enrolments.set(fact.mentorId, { at: fact.recordedAt, replaces: textOf(data.replaces) });
    if (fact.kind === 'centreChanged')
      moves.set(fact.mentorId, [...(moves.get(fact.mentorId) ?? []), { at: fact.recordedAt, before: textOf(data.before) }]);
    if (fact.kind === 'withdrawn')
      withdrawals.set(fact.mentorId, { why: textOf(data.reason) ?? 'own', replacedBy: textOf(data.replacedBy) });
    if (fact.kind === 'replaced') {
      const why = withdrawals.get(fact.mentorId)?.why ?? textOf(data.reason) ?? 'other';
      withdrawals.set(fact.mentorId, { why, replacedBy: textOf(data.by) });
    }
    if (cycleId === undefined || caregiverId === undefined) continue;
    let cycle = cycles.get(cycleId);
    if (cycle === undefined) {
      cycle = {
        id: cycleId,
        caregiverId,
        theme: fact.theme ?? null,
        iteration: fact.iteration,
        diagnosed: false,
        phases: { workPlan: noHistory(), focusedObservation: noHistory(), reflection: noHistory() },
      };
      cycles.set(cycleId, cycle);
      const hers = byCaregiver.get(caregiverId);
      if (hers) hers.push(cycle);
      else byCaregiver.set(caregiverId, [cycle]);
    }
    follow(cycle, fact);
  }
  return { cycles: byCaregiver, withdrawals, enrolments, moves };
}

function follow(cycle: CycleHistory, fact: Fact): void {
  if (fact.kind === 'checklistRecorded') {
    cycle.diagnosed = true;
    return;
  }
  if (fact.kind === 'checklistCorrected' && fact.data.moved === true) {
    cycle.diagnosed = false;
    return;
  }
  if (fact.kind === 'cycleAbandoned') {
    for (const phase of phases) cycle.phases[phase] = { ...noHistory(), held: cycle.phases[phase].held };
    return;
  }
  const history = fact.phase && cycle.phases[fact.phase];
  if (!history) return;
  const { data } = fact;
  if (fact.kind === 'sessionHeld') {
    const session = sessionOf(fact, history.held.length + 1);
    // One that she corrected is told again with its number.
    const others = data.corrects === true ? history.held.filter(({ number }) => number !== session.number) : history.held;
    Object.assign(history, noHistory(), { held: [...others, session] });
  } else if (fact.kind === 'sessionRetracted') {
    // Recorded by mistake: what was agreed for it stands again.
    history.held = history.held.filter(({ number }) => number !== fact.sessionNumber);
    history.plannedFor = textOf(data.plannedFor);
    history.stands = history.plannedFor !== null;
  } else if (fact.kind === 'appointmentSet' || fact.kind === 'appointmentMoved') {
    history.plannedFor = textOf(data.plannedFor);
    history.stands = true;
    history.cancelled = null;
    if (textOf(data.before) !== null) history.timesMoved += 1;
    history.notHeld = (textOf(data.reason) as NotHeldReason | null) ?? history.notHeld;
  } else if (fact.kind === 'appointmentCancelled') {
    history.plannedFor = textOf(data.plannedFor) ?? history.plannedFor;
    history.stands = false;
    history.cancelled = (textOf(data.reason) ?? 'other') as NotHeldReason;
    history.notHeld = history.cancelled;
  }
}

function sessionOf(fact: Fact, number: number): HeldSession {
  const { data } = fact;
  return {
    mentorId: fact.mentorId,
    centreId: fact.centreId,
    zone: fact.zone,
    heldAt: fact.heldAt,
    hourKnown: data.hourKnown !== false,
    recordedAt: fact.recordedAt,
    recordedBy: textOf(data.recordedBy) ?? fact.mentorId,
    minutes: fact.minutes ?? null,
    number: fact.sessionNumber ?? number,
    captureMode: fact.captureMode ?? null,
    evidenceMethod: textOf(data.evidenceMethod) as EvidenceMethod | null,
    plannedFor: textOf(data.plannedFor),
    timesMoved: typeof data.timesMoved === 'number' ? data.timesMoved : 0,
  };
}
