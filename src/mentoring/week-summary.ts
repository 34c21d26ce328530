// What a mentor did this week, what comes next week and one thing that went well: told from dates and counts, never from her words.
import type { DayNames } from '../domain/day-names.ts';
import type { LocalMoment } from '../domain/local-moment.ts';
import type { Caregiver, MentoringCycle, Phase, Session } from '../domain/mentoring-cycle.ts';
import type { Person } from '../domain/roster.ts';
import { addDays, addMinutes, daysBetween, isWorkingDay, localMoment, weekdayOf } from './local-time.ts';
import { phoneHours } from './phone-moments.ts';

export interface WorkedWeek {
  checklists: number;
  sessions: Readonly<Record<Phase, number>>;
  closed: number;
  good: GoodThing;
}

/** By the end of the name of its text; `name`: of the caregiver it is about. */
export interface GoodThing {
  kind: 'ciclo' | 'pronto' | 'movida' | 'idea' | 'modelo' | 'plan' | 'lista' | 'observo' | 'platico';
  name: string;
}

const mondayOf = (date: string): string => addDays(date, -((weekdayOf(date) + 6) % 7));

/** The last working day of the week of this date: Friday, or the day before where Friday is closed. */
export function lastWorkingDay(date: string, closures: DayNames): string | undefined {
  const monday = mondayOf(date);
  for (let days = 4; days >= 0; days--) {
    const day = addDays(monday, days);
    if (isWorkingDay(day, closures)) return day;
  }
  return undefined;
}

/** Hours in which the house may begin something (rhythm of the design). */
const earliest = '09:30';
const latest = '18:00';

/** The last moment of that day at which she sees her phone, so that the day itself counts. */
export function weekHour({ phoneMoments }: Pick<Person, 'phoneMoments'>): string {
  return phoneHours(phoneMoments).findLast((hour) => hour >= earliest && hour < latest) ?? '14:00';
}

/** Told no later than this, where she was asked whether a session took place and has not said so. */
const atLast = '17:30';
const roomToAnswer = 20;

/** Before she puts her phone away for the day: what comes after that she reads on Monday. */
export function weekAtLast({ phoneMoments }: Pick<Person, 'phoneMoments'>): string {
  const { atBreak, afterWork, beforeWork } = phoneMoments ?? {};
  const ends = [beforeWork, atBreak, afterWork].flatMap((window) => {
    if (!window || window.from < earliest || window.from >= latest) return [];
    const answered = addMinutes(`2000-01-01T${window.from}:00.000Z`, roomToAnswer).slice(11, 16);
    return [window.to > answered ? window.to : answered];
  });
  const last = ends.sort().at(-1);
  return last !== undefined && last < atLast ? last : atLast;
}

/** Undefined where she did nothing from Monday to `today`. Of cycles in the archive only their closing is known. */
export function workedWeek(
  cycles: readonly MentoringCycle[],
  caregivers: readonly Caregiver[],
  today: string,
  zone: string,
): WorkedWeek | undefined {
  const monday = mondayOf(today);
  const isThisWeek = (date: string): boolean => date >= monday && date <= today;
  const at = (instant: string): boolean => isThisWeek(localMoment(instant, zone).date);
  const nameOf = (id: string): string => caregivers.find((caregiver) => caregiver.id === id)?.name ?? '';
  const good: GoodThing[] = [];
  const sessions: Record<Phase, number> = { workPlan: 0, focusedObservation: 0, reflection: 0 };
  let checklists = 0;
  for (const cycle of cycles) {
    const name = nameOf(cycle.caregiverId);
    if (cycle.checklist && at(cycle.checklist.recordedAt)) {
      checklists++;
      good.push({ kind: 'lista', name });
    }
    for (const session of cycle.sessions) {
      if (!isThisWeek(session.heldOn)) continue;
      sessions[session.phase]++;
      good.push({ kind: goodOf(cycle, session), name });
    }
  }
  const digests = caregivers.flatMap(({ name, digests: all }) => all.map((digest) => ({ name, digest })));
  const closed = digests.filter(({ digest }) => at(digest.closedAt));
  for (const { name } of closed) good.push({ kind: 'ciclo', name });
  const [best] = good.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  return best && { checklists, sessions, closed: closed.length, good: best };
}

/** Days after which it is not asked for any more. */
const askedForDays = 28;

/** Dates that were agreed, have passed, and of which nobody has told how it was; the oldest first. */
export function toBeTold(cycles: readonly MentoringCycle[], { date: today, time: now }: LocalMoment): UntoldSession[] {
  const since = addDays(today, -askedForDays);
  return cycles
    .flatMap(({ caregiverId, appointments }) => appointments.map((appointment) => ({ caregiverId, ...appointment })))
    .filter(({ status, date, time }) => status === 'planned' && date >= since && (date < today || (date === today && time < now)))
    .map(({ caregiverId, phase, date }) => ({ caregiverId, phase, date }))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

export interface UntoldSession {
  caregiverId: string;
  phase: Exclude<Phase, 'workPlan'>;
  date: string;
}

const order: readonly GoodThing['kind'][] = [
  'ciclo',
  'pronto',
  'movida',
  'idea',
  'modelo',
  'platico',
  'plan',
  'observo',
  'lista',
];

function goodOf(cycle: MentoringCycle, session: Session): GoodThing['kind'] {
  const { phase, heldOn } = session;
  const seen = cycle.sessions.findLast((other) => other.phase === 'focusedObservation' && other.heldOn <= heldOn);
  if (phase === 'reflection' && seen && daysBetween(seen.heldOn, heldOn) <= 1) return 'pronto';
  const kept = cycle.appointments.find(({ phase: of, status }) => of === phase && status === 'held');
  if (kept && kept.timesMoved > 0) return 'movida';
  if (phase === 'focusedObservation' && cycle.tipTried === 'yes') return 'idea';
  if (session.modelled) return 'modelo';
  return phase === 'reflection' ? 'platico' : phase === 'workPlan' ? 'plan' : 'observo';
}
