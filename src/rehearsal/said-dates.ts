// How an invented mentor says a day and an hour, and which ones she proposes.
import type { LocalMoment } from '../domain/local-moment.ts';
import type { MentoringCycle } from '../domain/mentoring-cycle.ts';
import { addDays, daysBetween, isWorkingDay, months, weekdayOf, workingDayBeside } from '../mentoring/local-time.ts';
import { weekdayWords } from './mentor-words.ts';
import type { RehearsedMentor } from './rehearsed-mentor.ts';
import type { Chance } from './seeded-chance.ts';

const slots = ['09:00', '09:30', '10:00', '10:30', '11:00', '11:30', '12:00', '12:30', '13:00', '13:30'] as const;

/** A day and an hour of hers that no appointment has yet. */
export function freeSlot(mentor: RehearsedMentor, cycles: readonly MentoringCycle[], today: LocalMoment): LocalMoment {
  const { chance, closures, scenario } = mentor;
  const taken = new Set(
    cycles.flatMap(({ appointments }) => appointments.map(({ date, time, status }) => (status === 'planned' ? date + time : ''))),
  );
  let date = today.date;
  const isToday = scenario.intense && today.time < '10:00' && isWorkingDay(date, closures) && chance.is(0.6);
  if (!isToday) {
    date = workingDayBeside(date, 1, closures);
    for (let more = scenario.intense ? 0 : chance.between(0, 3); more > 0; more--) date = workingDayBeside(date, 1, closures);
  }
  for (;;) {
    const open = slots.filter((time) => !taken.has(date + time) && (date !== today.date || time >= '10:30'));
    if (open.length > 0) return { date, time: chance.pick(open) };
    date = workingDayBeside(date, 1, closures);
  }
}

export function sayMoment({ date, time }: LocalMoment, today: string, chance: Chance): string {
  return `${sayDay(date, today, chance)} ${sayTime(time, chance)}`;
}

function sayDay(date: string, today: string, chance: Chance): string {
  const ahead = daysBetween(today, date);
  const weekday = weekdayWords[weekdayOf(date)];
  if (ahead === 0) return 'hoy';
  if (ahead === 1) return 'mañana';
  if (ahead < 7 && chance.is(0.7)) return `el ${weekday}`;
  return `el ${weekday} ${Number(date.slice(8))} de ${months[Number(date.slice(5, 7)) - 1]}`;
}

function sayTime(time: string, chance: Chance): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const hour = hours > 12 ? hours - 12 : hours;
  const at = hour === 1 ? 'a la' : 'a las';
  if (minutes === 0) return `${at} ${hour}`;
  return chance.is(0.5) ? `${at} ${hour} y media` : `${at} ${hour}:${String(minutes).padStart(2, '0')}`;
}

/** "hoy", "ayer", "el lunes": of what was. */
export function sayPastDay(date: string, today: string): string {
  if (date === today) return 'hoy';
  if (date === addDays(today, -1)) return 'ayer';
  const weekday = weekdayWords[weekdayOf(date)];
  return daysBetween(date, today) < 7
    ? `el ${weekday}`
    : `el ${weekday} ${Number(date.slice(8))} de ${months[Number(date.slice(5, 7)) - 1]}`;
}
