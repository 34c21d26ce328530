// What really happened in the centre: follows from the seed and the appointment, so that asking twice gives the same.
import type { Appointment } from '../domain/mentoring-cycle.ts';
import { addMinutes, instantOf, isWorkingDay, localMoment, workingDayBeside } from '../mentoring/local-time.ts';
import type { RehearsedMentor } from './rehearsed-mentor.ts';
import { chanceOf } from './seeded-chance.ts';

/** Ids of the options by which a mentor says why a session did not take place. */
export type NotHeld = 'falto-la-maestra' | 'sin-quien-cubra' | 'evento' | 'sin-tiempo';

export interface RealSession {
  outcome: 'held' | 'moved' | NotHeld;
  minutes: number;
  /** UTC, when she means to tell it: at once, or from her paper on a later day. */
  tellsFrom: string;
}

const settledMinutes = 20;
const laterTellings = 0.2;

export function realSession(mentor: RehearsedMentor, caregiver: string, { id, date, time }: Appointment): RealSession {
  const { scenario, zone, closures } = mentor;
  const chance = chanceOf(`${mentor.seed}:${id}:${date}:${time}`);
  const draw = chance.unit();
  const minutes = chance.pick([10, 15, 15, 20, 20, 25]);
  const isLate = chance.is(mentor.late);
  const over = addMinutes(instantOf({ date, time }, zone), settledMinutes);
  let day = workingDayBeside(date, 1, closures);
  if (chance.is(laterTellings)) day = workingDayBeside(day, 1, closures);
  const tellsFrom = isLate ? instantOf({ date: day, time: '00:00' }, zone) : over;
  return { outcome: outcomeOf(), minutes, tellsFrom };

  function outcomeOf(): RealSession['outcome'] {
    const { drill, mishaps } = scenario;
    if (!isWorkingDay(date, closures)) return 'moved';
    if (drill && date === drill.date && time >= drill.from && time < drill.to) return 'evento';
    if (isAbsent(mentor, caregiver, date)) return 'falto-la-maestra';
    const kinds = [
      ['falto-la-maestra', mishaps.absent],
      ['sin-quien-cubra', mishaps.noCover],
      ['evento', mishaps.event],
      ['sin-tiempo', mishaps.noTime],
      ['moved', mishaps.moved],
    ] as const;
    let upTo = 0;
    for (const [kind, share] of kinds) {
      upTo += share;
      if (draw < upTo) return kind;
    }
    return 'held';
  }
}

export const isAbsent = (mentor: RehearsedMentor, caregiver: string, date: string): boolean =>
  mentor.caregivers.some(({ name, absentOn }) => name === caregiver && absentOn === date);

/** She has had a morning in the room since she was given the sheet, and the caregiver was there. */
export function hasLooked(mentor: RehearsedMentor, caregiver: string, openedAt: string, now: string): boolean {
  const { zone, closures } = mentor;
  const today = localMoment(now, zone);
  const opened = localMoment(openedAt, zone);
  const first =
    opened.time < '09:00' && isWorkingDay(opened.date, closures) ? opened.date : workingDayBeside(opened.date, 1, closures);
  const day = isAbsent(mentor, caregiver, first) ? workingDayBeside(first, 1, closures) : first;
  return today.date > day || (today.date === day && today.time >= '12:00');
}
