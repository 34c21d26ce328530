// Walks once over a tokenised phrase and collects the days, hours and lone numbers it names.
import { type Clause, correctionAt } from './when-clauses.ts';
import { type DayPart, partAt } from './when-day-parts.ts';
import { type DayMention, dayAt } from './when-days.ts';
import type { Mention } from './when-fold.ts';
import { hourRangeAt, looseHour, spanAfter } from './when-hour-ranges.ts';
import { hourShiftAt } from './when-hour-shifts.ts';
import { type HourMention, hourAt } from './when-hours.ts';
import { isMonth, isNumber, type WhenToken } from './when-tokens.ts';

const betweenDayAndHour = new Set([
  ',',
  'como',
  'a',
  'tipo',
  'mejor',
  'es',
  'seria',
  'ya',
  'eso',
  'de',
  'aprox',
  'pues',
  'pero',
  'para',
  'sobre',
  '-',
  'las',
  'por',
  'ahi',
  'misma',
  'horas',
]);
const aroundBareNumber = new Set([
  'nada',
  'nomas',
  ...betweenDayAndHour,
  ...'el la pues perdon digo si porfa por favor gracias ok maestra miss . ( ) | para creo que no espera espere sino mas bien dicho corrijo rectifico me equivoque era diga ay verdad quise quiero poner decir escribir bueno'.split(
    ' ',
  ),
]);
const partOfDay: Readonly<Record<string, DayPart>> = {
  temprano: 'morning',
  primero: 'morning',
  manana: 'morning',
  lamanana: 'morning',
  tarde: 'afternoon',
  noche: 'night',
};
export function mentionsIn(t: readonly WhenToken[], clauses: readonly Clause[]): Mention[] {
  const mentions: Mention[] = [];
  let dayEnd = -1;
  let c = 0;
  for (let i = 0; i < t.length; ) {
    while (c < clauses.length - 1 && i >= (clauses[c]?.to ?? 0)) c++;
    const found = inClause(mentionAt(t, i, dayEnd), c) ?? bareAt(t, i, clauses[c]);
    if (!found) {
      i++;
      continue;
    }
    const last = mentions.at(-1);
    if (
      found.day?.spec.type === 'week' &&
      last?.day?.spec.type === 'weekday' &&
      last.end === found.at &&
      !last.day.spec.plus &&
      t[found.at] !== 'a'
    ) {
      // "Este martes de la semana que entra": the week belongs to that day.
      const day: DayMention = {
        ...last.day,
        end: found.end,
        spec: { ...last.day.spec, mode: 'bare', week: found.day.spec.weeks },
      };
      mentions[mentions.length - 1] = { ...last, end: found.end, day };
    }
    const upTo =
      found.day &&
      mentions.at(-1)?.day &&
      !movedInto(t, mentions.at(-1)?.at ?? 0) &&
      goesOn(t.slice(mentions.at(-1)?.end, found.at));
    mentions.push(found.day && upTo ? { ...found, day: { ...found.day, upTo } } : found);
    if (found.day) dayEnd = found.end;
    i = Math.max(found.end, i + 1);
  }
  return mentions;
}

const goesOn = (between: readonly WhenToken[]): boolean =>
  between.length > 0 && between.length <= 2 && ['a', 'al', 'hasta'].includes(between[0] ?? '') && (between[1] ?? 'el') === 'el';

function inClause(m: Mention | undefined, clause: number): Mention | undefined {
  if (!m) return undefined;
  return {
    ...m,
    ...(m.day ? { day: { ...m.day, clause } } : {}),
    ...(m.hours ? { hours: m.hours.map((hour) => ({ ...hour, clause })) } : {}),
  };
}

function mentionAt(t: readonly WhenToken[], i: number, dayEnd: number): Mention | undefined {
  const afterDay = dayEnd >= 0 && t.slice(dayEnd, i).every((word) => betweenDayAndHour.has(word));
  const shifted = hourShiftAt(t, i);
  if (shifted) return { at: i, ...shifted };
  const range = hourRangeAt(t, i, afterDay);
  if (range)
    return {
      at: i,
      end: range.end,
      hours: range.span && !movedInto(t, i) ? range.hours.slice(0, 1) : range.span ? range.hours.slice(1) : range.hours,
    };
  const day = dayAt(t, i);
  if (day?.spec.type === 'part') return { at: i, end: day.end, day, part: partOfDay[t[i] ?? ''] ?? 'morning', roughly: true };
  const corrected = i > 0 && (t[i - 1] === 'no' || correctionAt(t, i - 1) > 0);
  if (isMonth(t[i]) && corrected && !isNumber(t[i + 1])) return { at: i, end: i + 1, month: Number(t[i]?.slice(1)) };
  if (day) return { at: i, end: day.end, day };
  const hour = hourAt(t, i, afterDay);
  if (hour) return withAlternative(t, i, hour);
  const part = t[i] === 'del' ? undefined : partAt(t, i);
  if (!part) return undefined;
  // "Am" and "pm" are of the hour alone.
  if (part.part === 'am' || part.part === 'pm') return { at: i, end: part.end, part: part.part };
  const half: DayMention = { at: i, end: part.end, spec: { type: 'part' } };
  return { at: i, end: part.end, part: part.part, day: half, ...(t[i] === 'de' ? {} : { roughly: true }) };
}

/** "Lo cambiamos de las 10 a las 12". */
const movedInto = (t: readonly WhenToken[], i: number): boolean =>
  t.slice(Math.max(0, i - 5), i).some((word) => /^(?:cambi|mov[ei]|muev|recorr|pasamos|pasarl|reprogram)/.test(word));

function withAlternative(t: readonly WhenToken[], at: number, hour: HourMention): Mention {
  const span = spanAfter(t, hour);
  // "Desde las 9 hasta las 10" starts at nine.
  if (span) return { at, end: span.end, hours: [t[at - 1] === 'desde' ? { ...span.hour, loose: false } : span.hour] };
  const next = hour.end;
  const or = t[next] === 'o' || (t[next] === 'y' && t[next + 1] === 'a');
  if (!or || !(isNumber(t[next + 1]) || t[next + 1] === 'las' || t[next + 1] === 'a')) return { at, end: next, hours: [hour] };
  const other = looseHour(t, next + 1);
  if (!other) return { at, end: next, hours: [hour] };
  const first = !hour.part && !hour.exact && other.part ? { ...hour, part: other.part } : hour;
  return { at, end: other.end, hours: [first, other] };
}

/** "Y media", in a bubble of its own. */
function minutesAlone(t: readonly WhenToken[], i: number, clause: Clause): Mention | undefined {
  const said = t[i + 1] ?? '';
  const minutes =
    said === 'media'
      ? 30
      : said === 'cuarto'
        ? 15
        : isNumber(said) && Number(said) % 5 === 0 && Number(said) < 60
          ? Number(said)
          : undefined;
  const ends = t.slice(i + 2, clause.to).every((word) => aroundBareNumber.has(word));
  return minutes === undefined || !ends ? undefined : { at: i, end: i + 2, minutes };
}

/** A number with nothing else in its clause. */
function bareAt(t: readonly WhenToken[], i: number, clause: Clause | undefined): Mention | undefined {
  if (clause && t[i] === 'y' && i === clause.from) return minutesAlone(t, i, clause);
  const month = isMonth(t[i]) ? Number(t[i]?.slice(1)) : undefined;
  if (!clause || (month === undefined && (!isNumber(t[i]) || (t[i] ?? '').length > 2))) return undefined;
  const only = t.slice(clause.from, clause.to).every((word, k) => clause.from + k === i || aroundBareNumber.has(word));
  if (!only) return undefined;
  return month === undefined ? { at: i, end: i + 1, bare: Number(t[i]) } : { at: i, end: i + 1, month };
}

/** The only number of a message that says nothing else. */
export function bareNumber(t: readonly WhenToken[]): number | undefined {
  const numbers = t.filter((token) => isNumber(token));
  if (numbers.length !== 1 || t.some((token) => !isNumber(token) && !aroundBareNumber.has(token))) return undefined;
  return Number(numbers[0]);
}
