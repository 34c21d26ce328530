// The days off of one centre: rest days of the law, feast days, and what it is closed for, by the file and by who ordered it in the chat.
import type { Closure } from '../domain/closure.ts';
import type { DayNames } from '../domain/day-names.ts';
import type { Centre } from '../domain/roster.ts';
import type { Program } from '../program/program.ts';
import { addDays } from './local-time.ts';

export interface Calendar {
  /** Days that people are warned of when they choose them. */
  holidays: DayNames;
  /** Days on which the centre is closed, by law or otherwise: nothing is begun on them. */
  closures: DayNames;
}
export type Place = Pick<Centre, 'id' | 'ooad' | 'state'>;
type Days = Pick<Program, 'days' | 'closures'>;

const none: readonly Closure[] = [];
const nowhere: Place = { id: '', ooad: '', state: '' };

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

export function concerns({ scope, place }: Pick<Closure, 'scope' | 'place'>, centre: Place): boolean {
  if (scope === 'programme') return true;
  if (scope === 'centre') return centre.id !== '' && place === centre.id;
  return centre[scope] !== '' && folded(place) === folded(centre[scope]);
}

/** Those in force, in order of their first day: what was ordered goes before what the file says under the same id. */
export function closuresInForce({ closures }: Days, ordered: readonly Closure[] = none): Closure[] {
  const known = new Map(closures.map((closure) => [closure.id, closure]));
  for (const closure of ordered) known.set(closure.id, closure);
  return [...known.values()]
    .filter(({ takenBack }) => !takenBack)
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

/** Closed days of a few places, one calendar each; those of the same orders are the same value. */
const calendars = new WeakMap<readonly Closure[], WeakMap<Program['days'], Map<string, Calendar>>>();

/** `ordered`: of the chat; of who belongs to no centre only what is closed for the whole programme counts. */
export function calendarOf(program: Days, ordered: readonly Closure[] = none, centre: Place = nowhere): Calendar {
  const places = kept(
    kept(calendars, ordered, () => new WeakMap()),
    program.days,
    () => new Map<string, Calendar>(),
  );
  return kept(places, `${centre.id}|${centre.ooad}|${centre.state}`, () => make(program, ordered, centre));
}

interface Keeping<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): unknown;
}
function kept<K, V>(of: Keeping<K, V>, key: K, make: () => V): V {
  const known = of.get(key);
  if (known !== undefined) return known;
  const made = make();
  of.set(key, made);
  return made;
}

function make(program: Days, ordered: readonly Closure[], centre: Place): Calendar {
  const { all, statutory } = program.days;
  const closed = new Map<string, string>();
  for (const closure of closuresInForce(program, ordered)) {
    if (!concerns(closure, centre)) continue;
    for (let date = closure.from; date <= closure.to; date = addDays(date, 1))
      if (!closed.has(date)) closed.set(date, closure.name);
  }
  if (closed.size === 0) return { holidays: all, closures: statutory };
  return { holidays: both(closed, all), closures: both(statutory, closed) };
}

const both = (first: DayNames, second: DayNames): DayNames => ({
  has: (date) => first.has(date) || second.has(date),
  get: (date) => first.get(date) ?? second.get(date),
});
