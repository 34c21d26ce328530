// Whether each session whose hour came was announced, and once: follows the appointments from the day they are agreed.
import type { Fact } from '../domain/fact.ts';
import type { Appointment, MentoringCycle } from '../domain/mentoring-cycle.ts';
import type { Turn } from '../domain/turn.ts';
import { instantOf } from '../mentoring/local-time.ts';

export interface DueSessions {
  /** Their hour came while they were planned. */
  due: number;
  announced: number;
  /** Agreed so late that she did not see her phone any more before their hour, or the bot was down when she did. */
  agreedShortBefore: number;
  /** She rested, or takes part no more: the ledger says so. */
  excused: number;
  /** Nobody said anything although there was time; in brackets when it was agreed. */
  unannounced: string[];
  /** The same rung said twice for the same date. */
  announcedTwice: string[];
}

interface Watched {
  owner: string;
  at: string;
  agreedAt: string;
  /** UTC, from when this mentor could be told of it: it may have been handed over to her. */
  since: string;
  /** UTC, when it was given another date or called off. */
  goneAt: string | undefined;
  rungs: string[];
  excused: boolean;
}

export interface AppointmentWatch {
  committed(turn: Turn, zone: string, now: string): void;
  result(end: string): DueSessions;
}

/** Rungs before the hour; those after it ask. */
const announcing = ['dayBefore', 'sameDay'];
const excuses = ['paused', 'withdrawn', 'handedOver'];

/** `hadMoment`: whether somebody could have been told between these two instants. */
export function watchAppointments(hadMoment: (owner: string, from: string, to: string) => boolean): AppointmentWatch {
  const watched = new Map<string, Watched>();
  /** Key of the planned date by cycle and phase, for facts that name no appointment. */
  const planned = new Map<string, string>();
  const consented = new Map<string, string>();

  function see(cycle: MentoringCycle, appointment: Appointment, zone: string, now: string): void {
    const place = `${cycle.id}:${appointment.phase}`;
    const key = `${cycle.owner}/${place} ${appointment.date} ${appointment.time}`;
    const before = planned.get(place);
    const isPlanned = appointment.status === 'planned';
    if (before !== undefined && (before !== key ? isPlanned : !isPlanned)) {
      const old = watched.get(before);
      if (old && old.goneAt === undefined) old.goneAt = now;
    }
    if (!isPlanned) return;
    planned.set(place, key);
    if (!watched.has(key))
      watched.set(key, {
        owner: cycle.owner,
        at: instantOf(appointment, zone),
        agreedAt: appointment.agreedAt,
        since: now,
        goneAt: undefined,
        rungs: [],
        excused: false,
      });
  }

  /** The cycle is over, or somebody else's. */
  function endCycle(cycleId: string, now: string): void {
    for (const phase of ['focusedObservation', 'reflection']) {
      const one = watched.get(planned.get(`${cycleId}:${phase}`) ?? '');
      if (one && one.goneAt === undefined) one.goneAt = now;
    }
  }

  function announce({ kind, data, cycleId, phase }: Fact): void {
    const rung = String(data.rung ?? '');
    if (kind !== 'reminderEnded' || !announcing.includes(rung) || cycleId === undefined) return;
    const one = watched.get(planned.get(`${cycleId}:${phase ?? ''}`) ?? '');
    if (data.outcome === 'sent' || data.outcome === 'caughtUp') one?.rungs.push(rung);
    else if (one && excuses.includes(String(data.why))) one.excused = true;
  }

  return {
    committed({ changes, facts }, zone, now) {
      for (const fact of facts) {
        announce(fact);
        if (fact.kind === 'consentAnswered') consented.set(fact.mentorId, fact.recordedAt);
      }
      for (const change of changes) {
        if ('put' in change && change.put.kind === 'cycle') {
          for (const appointment of change.put.appointments) see(change.put, appointment, zone, now);
        }
        const gone = 'remove' in change ? change.remove : 'archive' in change ? change.archive : undefined;
        if (gone?.kind === 'cycle') endCycle(gone.id, now);
      }
    },
    result(end) {
      const result: DueSessions = { due: 0, announced: 0, agreedShortBefore: 0, excused: 0, unannounced: [], announcedTwice: [] };
      for (const [key, { owner, at, agreedAt, since, goneAt, rungs, excused }] of watched) {
        if (at > end || agreedAt >= at || (goneAt !== undefined && goneAt < at)) continue;
        result.due += 1;
        if (new Set(rungs).size < rungs.length) result.announcedTwice.push(key);
        if (rungs.length > 0) result.announced += 1;
        else if (excused) result.excused += 1;
        else if (hadMoment(owner, later(since, consented.get(owner) ?? end), at))
          result.unannounced.push(`${key} (${agreedAt.slice(0, 16)}Z)`);
        else result.agreedShortBefore += 1;
      }
      return result;
    },
  };
}

const later = (one: string, other: string): string => (one > other ? one : other);
