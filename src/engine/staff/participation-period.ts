// Which days or which iteration a coordinator means: what cannot be read for certain is nothing, never another period.

import { addDays, weekdayOf } from '../../mentoring/local-time.ts';
import type { Iteration } from '../../program/content-schema.ts';
import type { Program } from '../../program/program.ts';
import { numberAt } from '../answers/numbers/number-words.ts';
import { addMonths } from '../answers/when/calendar-days.ts';
import { dayAt } from '../answers/when/when-days.ts';
import { isMonth, whenTokens } from '../answers/when/when-tokens.ts';
import { monthShiftAt, weekAt } from '../answers/when/when-week.ts';
import { calendarTokens } from '../answers/when/when-words.ts';
import { words } from '../answers/words/text-forms.ts';

/** Local dates, both included; empty: everything. */
export interface AskedPeriod {
  from?: string;
  to?: string;
  iteration?: string;
}

const inOrder = (program: Program): Iteration[] => [...program.programme.iterations].sort((a, b) => (a.from < b.from ? -1 : 1));

/** The iteration under way; between two of them the one that ended last; before the first, the first. */
export function currentIteration(program: Program, today: string): AskedPeriod {
  const all = inOrder(program);
  const current = all.findLast(({ from }) => from <= today) ?? all[0];
  return current ? { iteration: current.id } : {};
}

const ordinals = ['primera', 'segunda', 'tercera', 'cuarta', 'quinta', 'sexta'];
/** Never part of what is meant. */
const idle = new Set(['la', 'el', 'lo', 'los', 'las', 'dia', 'por', 'favor', 'porfa', 'porfavor', 'gracias', 'me']);

export function readPeriod(said: string, program: Program, today: string): AskedPeriod | undefined {
  const list = words(said).filter((word) => !idle.has(word));
  while (/^(?:de|del|en|toda|todo|completo)$/.test(list[0] ?? '') && list.length > 1) list.shift();
  const text = list.join(' ');
  const calendar: Calendar = { today, begins: inOrder(program)[0]?.from ?? today, ends: inOrder(program).at(-1)?.to ?? today };
  return (
    named(text, program, today) ??
    readIteration(text, program, today) ??
    readLastDays(text, today) ??
    readMonths(text, calendar) ??
    readStretch(text, calendar)
  );
}

interface Calendar {
  today: string;
  /** Of the programme. */
  begins: string;
  ends: string;
}

const weekOf = (date: string): AskedPeriod => {
  const monday = addDays(date, -((weekdayOf(date) + 6) % 7));
  return { from: monday, to: addDays(monday, 6) };
};
const yearOf = (year: number): AskedPeriod => ({ from: `${year}-01-01`, to: `${year}-12-31` });

/** "Semana pasada", "el mes que viene": how many weeks or months from this one. */
function shiftOf(text: string): { unit: 'week' | 'month'; by: number } | undefined {
  if (/^(?:esta )?semana(?: actual)?$|^semana que va$/.test(text)) return { unit: 'week', by: 0 };
  if (/^(?:este )?mes(?: actual)?$|^mes que va$/.test(text)) return { unit: 'month', by: 0 };
  const t = whenTokens(text.replace(/que termino$/, 'que paso'));
  const week = weekAt(t, 0);
  if (week?.spec.type === 'week' && week.end === t.length) return { unit: 'week', by: week.spec.weeks };
  const month = monthShiftAt(t, 0);
  return month?.end === t.length ? { unit: 'month', by: month.months } : undefined;
}

function named(text: string, program: Program, today: string): AskedPeriod | undefined {
  const firstOfMonth = `${today.slice(0, 7)}-01`;
  const year = Number(today.slice(0, 4));
  const shift = shiftOf(text);
  if (shift?.unit === 'week') return weekOf(addDays(today, 7 * shift.by));
  if (shift?.unit === 'month') return monthOf(addMonths(firstOfMonth, shift.by));
  if (/^(?:este )?ano(?: actual| en curso)?$/.test(text)) return yearOf(year);
  if (/^ano (?:pasado|anterior)$|^(?:pasado|anterior) ano$/.test(text)) return yearOf(year - 1);
  const told = /^(?:ano )?(20\d\d)$/.exec(text);
  if (told) return yearOf(Number(told[1]));
  if (/^(?:todo|todas|todos|siempre|completo|(?:todo )?(?:el )?programa|(?:todas )?iteraciones|que va)$/.test(text)) return {};
  if (/^(?:esta )?iteracion(?: actual)?$/.test(text)) return currentIteration(program, today);
  return undefined;
}

function readIteration(text: string, program: Program, today: string): AskedPeriod | undefined {
  const all = inOrder(program);
  if (/^iteracion (?:pasada|anterior)$|^(?:pasada|anterior) iteracion$/.test(text)) {
    const current = all.findLastIndex(({ from }) => from <= today);
    const before = current < 1 ? undefined : all[current - 1];
    return before && { iteration: before.id };
  }
  const byName = all.find(({ id, name }) => words(name).join(' ') === text || id === text);
  if (byName) return { iteration: byName.id };
  const said = /^(?:iteracion|it|ronda) (\w+)$|^(\w+) iteracion$/.exec(text);
  const which = said?.[1] ?? said?.[2] ?? '';
  const at = /^\d$/.test(which) ? Number(which) - 1 : Math.max(ordinals.indexOf(which), (countOf(which) ?? 0) - 1);
  const found = said ? all[at] : undefined;
  return found && { iteration: found.id };
}

/** "ultimos 15 dias", "2 ultimas semanas": up to today and with it. */
function readLastDays(text: string, today: string): AskedPeriod | undefined {
  const said = /^(?:ultim[oa]s? (\w+)|(\w+) ultim[oa]s) (dias?|semanas?)$/.exec(text);
  if (!said) return undefined;
  const count = countOf(said[1] ?? said[2] ?? '');
  if (count === undefined || count < 1 || count > 400) return undefined;
  const days = said[3]?.startsWith('dia') ? count : count * 7;
  return { from: addDays(today, 1 - days), to: today };
}

function countOf(word: string): number | undefined {
  return /^\d{1,3}$/.test(word) ? Number(word) : numberAt([word], 0)?.value;
}

/** By its name; "mar" is no Tuesday where months are named. */
function monthNamed(word: string): number | undefined {
  if (word === 'mar') return 3;
  const [token] = calendarTokens(word);
  return isMonth(token) ? Number(token?.slice(1)) : undefined;
}

/** "marzo", "mes de marzo 2026", "marzo y abril", "primera quincena de marzo". */
function readMonths(text: string, calendar: Calendar): AskedPeriod | undefined {
  const half = /^(primera|segunda|1a|2a) quincena (?:de |del )?(.+)$/.exec(text);
  const list = (half?.[2] ?? text).split(' ').filter((word) => !/^(?:mes|meses|de|del|desde|entre)$/.test(word));
  const year = /^20\d\d$/.test(list.at(-1) ?? '') ? list.pop() : undefined;
  const parts = list.filter((word) => !/^(?:y|e|a|al|hasta)$/.test(word)).map(monthNamed);
  const isRow = parts.length === 2 || list.every((word) => !/^(?:a|al|hasta)$/.test(word));
  const [first] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined || parts.length > 12 || !isRow || parts.includes(undefined)) return undefined;
  // «marzo y mayo» without april is no stretch.
  const named = list.some((word) => /^(?:a|al|hasta)$/.test(word));
  for (let at = 1; at < parts.length; at += 1) if (!named && parts[at] !== ((parts[at - 1] ?? 0) % 12) + 1) return undefined;
  const end = dateOf(1, last, year, calendar, parts.length > 1);
  if (end === undefined) return undefined;
  const endYear = Number(end.slice(0, 4));
  const begin = parts.length === 1 ? end : dateOf(1, first, String(first > last ? endYear - 1 : endYear), calendar);
  if (begin === undefined) return undefined;
  const to = monthOf(end).to;
  if (!half) return { from: begin, to };
  if (parts.length > 1) return undefined;
  const middle = begin.slice(0, 8);
  return /^(?:primera|1a)$/.test(half[1] ?? '') ? { from: begin, to: `${middle}15` } : { from: `${middle}16`, to };
}

interface SaidDay {
  date?: string;
  weekday?: number;
  day?: number;
  month?: number;
  year?: string;
}

/** One day by itself, in the words in which a mentor may name it; a week, a half of a month or a day ahead by its name is none. */
function readDay(text: string, today: string): SaidDay | undefined {
  const said = text.replace(/^(?:de|del) /, '').replace(/ (?:de |del )?mes de /, ' de ');
  const dated = said.replace(/^(\d{1,2}) (\d{1,2})(?: (\d{2}|20\d\d))?$/, (_, day, month, year) =>
    [day, month, year].filter(Boolean).join('/'),
  );
  const t = whenTokens(`el ${dated}`);
  const found = dayAt(t, 1);
  if (!found || found.end !== t.length) return undefined;
  const { spec } = found;
  if (spec.type === 'offset') return { date: addDays(today, spec.days) };
  if (spec.type === 'weekday') return spec.mode === 'next' || spec.plus !== 0 ? undefined : { weekday: spec.weekday % 7 };
  if (spec.type !== 'number' || spec.weekday !== undefined) return undefined;
  return {
    day: spec.day,
    ...(spec.month === undefined ? {} : { month: spec.month }),
    ...(spec.year === undefined ? {} : { year: String(spec.year) }),
  };
}

/** A day, "del 1 al 15 de marzo", "desde el lunes", "hasta el 3 de marzo". */
function readStretch(text: string, calendar: Calendar): AskedPeriod | undefined {
  const { today, begins } = calendar;
  const since = /^(?:desde|a partir de|a partir del) (.+?)(?: (?:hasta|a) (?:hoy|fecha|ahora|ahorita))?$/.exec(text);
  if (since && !/ (?:al|a|hasta) /.test(since[1] ?? '')) {
    const from = dayOf(readDay(since[1] ?? '', today), calendar);
    return from !== undefined && from <= today ? { from, to: today } : undefined;
  }
  const until = /^hasta (.+)$/.exec(text);
  if (until) {
    const to = dayOf(readDay(until[1] ?? '', today), calendar, true);
    return to !== undefined && to >= begins ? { from: begins, to } : undefined;
  }
  const whole = readDay(text, today);
  if (whole) {
    const on = dayOf(whole, calendar);
    return on === undefined ? undefined : { from: on, to: on };
  }
  const list = text.replace(/^(?:desde|entre) /, '');
  for (const joint of list.matchAll(text.startsWith('entre ') ? / (?:y|al|a) /g : / (?:al|a|hasta) /g)) {
    const from = readDay(list.slice(0, joint.index), today);
    const to = readDay(list.slice(joint.index + joint[0].length), today);
    const found = from && to ? stretchOf(from, to, calendar) : undefined;
    if (found) return found;
  }
  // «ayer y hoy»
  const both = /^(antier|ayer|hoy) y (ayer|hoy|manana)$/.exec(list);
  const first = both && readDay(both[1] ?? '', today)?.date;
  const second = both && readDay(both[2] ?? '', today)?.date;
  return first && second && addDays(first, 1) === second ? { from: first, to: second } : undefined;
}

function stretchOf(from: SaidDay, to: SaidDay, calendar: Calendar): AskedPeriod | undefined {
  if (from.weekday !== undefined && to.weekday !== undefined) {
    const begin = dayOf(from, calendar);
    return begin === undefined ? undefined : { from: begin, to: addDays(begin, (to.weekday - from.weekday + 7) % 7) };
  }
  const toMonth = to.month ?? from.month;
  const toYear = to.year ?? (to.month === undefined ? from.year : undefined);
  const end = dayOf({ ...to, ...(toMonth ? { month: toMonth } : {}), ...(toYear ? { year: toYear } : {}) }, calendar, true);
  if (end === undefined) return undefined;
  const month = from.month ?? toMonth;
  // A stretch over the turn of the year begins in the year before.
  const isOver = month !== undefined && from.year === undefined && month > Number(end.slice(5, 7));
  const year = from.year ?? String(Number(end.slice(0, 4)) - (isOver ? 1 : 0));
  const begin = dayOf({ ...from, ...(month ? { month } : {}), year }, calendar);
  return begin === undefined || begin > end ? undefined : { from: begin, to: end };
}

function dayOf(said: SaidDay | undefined, calendar: Calendar, isEnd = false): string | undefined {
  if (said?.date !== undefined) return said.date;
  if (said?.weekday !== undefined) return addDays(calendar.today, -((weekdayOf(calendar.today) - said.weekday + 7) % 7));
  if (said?.day === undefined || said.month === undefined) return undefined;
  return dateOf(said.day, said.month, said.year, calendar, isEnd);
}

/** Without a year: that of the programme, else the last one in which it is not still to come; an end may lie in the days ahead. */
function dateOf(day: number, month: number, year: string | undefined, calendar: Calendar, isEnd = false): string | undefined {
  const { today, begins, ends } = calendar;
  const thisYear = Number(today.slice(0, 4));
  const text = (of: number): string => `${of}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const horizon = isEnd ? addDays(today, 92) : today;
  const isOfProgramme = (date: string): boolean => date.slice(0, 7) >= begins.slice(0, 7) && date.slice(0, 7) <= ends.slice(0, 7);
  const last = text(thisYear) <= horizon ? text(thisYear) : text(thisYear - 1);
  const date = year !== undefined ? text(Number(year)) : isOfProgramme(text(thisYear)) ? text(thisYear) : last;
  const read = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(date) ? date : undefined;
}

function monthOf(date: string): { from: string; to: string } {
  const month = date.slice(0, 7);
  const next = addDays(`${month}-28`, 4).slice(0, 7);
  return { from: `${month}-01`, to: addDays(`${next}-01`, -1) };
}
