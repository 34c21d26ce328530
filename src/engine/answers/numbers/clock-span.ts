// How long it was from one hour to another: "de 11:50 a 12:30", "empezamos 9:40 y acabamos 10:10".
import { numberAt } from './number-words.ts';

interface Clock {
  at: number;
  end: number;
  /** Of twelve hours. */
  minutes: number;
  /** Only a number: an hour if the other of the two is surely one. */
  bare: boolean;
}

const halfDay = 720;
const longestSpan = 300;
const beforeHour = new Set(
  'las la a alas hasta de desde termine terminamos acabe acabamos sali salimos empece empeze empezamos inicie iniciamos entramos entrado'.split(
    ' ',
  ),
);
const ending = /^(?:sal|termin|acab)/;

function small(t: readonly string[], i: number, most: number): { value: number; end: number } | undefined {
  const token = t[i] ?? '';
  const hit = /^\d{1,2}$/.test(token) ? { value: Number(token), length: 1 } : numberAt(t, i);
  if (!hit || hit.value > most) return undefined;
  // "diez y cuarto", never "diez y cinco" as one number.
  return { value: hit.value, end: i + hit.length };
}

function clockAt(t: readonly string[], at: number): Clock | undefined {
  const clock = (hour: number, minutes: number, end: number, bare = false): Clock => ({
    at,
    end,
    minutes: ((hour % 12) * 60 + minutes + halfDay) % halfDay,
    bare,
  });
  // "cuarto para las 10", "20 para las 10"
  const quarter = t[at] === 'cuarto' ? { value: 15, end: at + 1 } : small(t, at, 59);
  if (quarter && (t[quarter.end] === 'para' || t[quarter.end] === 'pa') && /^las?$/.test(t[quarter.end + 1] ?? '')) {
    const hour = small(t, quarter.end + 2, 24);
    if (hour) return clock(hour.value, -quarter.value, hour.end);
  }
  if (t[at] === 'mediodia') return clock(12, 0, at + 1);
  if (t[at] === 'medio' && t[at + 1] === 'dia') return clock(12, 0, at + 2);
  const hour = small(t, at, 24);
  if (!hour || hour.value === 0) return undefined;
  const { value, end } = hour;
  if ((t[end] === ':' || t[end] === '.') && /^[0-5]\d$/.test(t[end + 1] ?? '')) return clock(value, Number(t[end + 1]), end + 2);
  if (t[end] === 'y' && t[end + 1] === 'media') return clock(value, 30, end + 2);
  if (t[end] === 'y' && t[end + 1] === 'cuarto') return clock(value, 15, end + 2);
  if (t[end] === 'menos' && t[end + 1] === 'cuarto') return clock(value, -15, end + 2);
  const named = beforeHour.has(t[at - 1] ?? '');
  const joined = t[end] === 'y' || t[end] === 'con' ? end + 1 : end;
  const more = named && (joined > end || /^[0-5][05]$/.test(t[end] ?? '')) ? small(t, joined, 59) : undefined;
  if (more) return clock(value, more.value, more.end);
  return clock(value, 0, end, !/^las?$/.test(t[at - 1] ?? ''));
}

const halves = new Set(['am', 'pm']);

export function findClocks(said: readonly string[]): Clock[] {
  const clocks: Clock[] = [];
  const t = said.filter((token) => !halves.has(token) && token !== ';');
  const sure = t.length < said.length && said.some((token) => halves.has(token));
  for (let i = 0; i < t.length; ) {
    const clock = clockAt(t, i);
    if (clock) clocks.push(sure ? { ...clock, bare: false } : clock);
    i = clock ? clock.end : i + 1;
  }
  return clocks;
}

const longestBare = 180;

/** "De 9 a 10", "de 11 a 1": hours that follow each other, though nothing else says so. */
function bareSpan(t: readonly string[], from: Clock, to: Clock): number | undefined {
  const told = t[from.at - 1] === 'de' && to.at === from.end + 1 && t[from.end] === 'a';
  const small = Number(t[from.at]) <= 12 && Number(t[to.at]) <= 12 && from.end === from.at + 1 && to.end === to.at + 1;
  const span = (to.minutes - from.minutes + halfDay) % halfDay;
  return told && small && !/^(?:min|nin|maes)/.test(t[to.end] ?? '') && span > 0 && span <= longestBare ? span : undefined;
}

/** Undefined where it names no two hours, or only two numbers. */
export function clockSpan(t: readonly string[]): number | undefined {
  const clocks = findClocks(t);
  const [from, to] = clocks;
  if (clocks.length !== 2 || !from || !to) return undefined;
  if (from.bare && to.bare) return bareSpan(t, from, to);
  // "Salimos 11:10, habíamos entrado 10:30"
  const backwards = t.slice(Math.max(0, from.at - 3), from.at).some((token) => ending.test(token));
  const span = ((backwards ? from.minutes - to.minutes : to.minutes - from.minutes) + halfDay) % halfDay;
  return span > 0 && span <= longestSpan ? span : undefined;
}
