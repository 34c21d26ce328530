// The notice that asks the director for somebody in the room: time and place of a session, never a name or what it is for.
import type { Appointment, Caregiver } from '../domain/mentoring-cycle.ts';
import { addMinutes, instantOf, localMoment, sayDate } from './local-time.ts';
import type { MentoringContext } from './mentoring-context.ts';
import { roomName } from './room-name.ts';

/** Minutes for which the room needs somebody: as the cards say, 15 to 20 to observe, 12 to 25 to talk. */
const coverMinutes: Readonly<Record<Appointment['phase'], number>> = { focusedObservation: 20, reflection: 25 };

type Read = Pick<MentoringContext, 'program' | 'centre' | 'today' | 'text'>;

export function coverLine(c: Read, caregiver: Caregiver | undefined, { date, time, phase }: Appointment): string {
  const room = roomName(c.program.programme.rooms, caregiver?.room);
  const until = localMoment(addMinutes(instantOf({ date, time }, c.centre.zone), coverMinutes[phase]), c.centre.zone).time;
  const [day, from] = [sayDate(date, c.today.date), time];
  return room === undefined
    ? c.text('papeles.cobertura-sin-sala', { day, from, until })
    : c.text('papeles.cobertura', { room, day, from, until });
}

/** Of the appointment that was agreed last with the caregiver; empty where there is none. */
export function coverOfAgreed(c: Read & Pick<MentoringContext, 'caregiver' | 'cycle'>): string {
  const planned = c.cycle?.appointments.filter(({ status }) => status === 'planned') ?? [];
  const [newest] = planned.toSorted((a, b) => (a.agreedAt < b.agreedAt ? 1 : -1));
  return newest ? coverLine(c, c.caregiver, newest) : '';
}
