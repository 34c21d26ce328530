// Finds the hours in a tokenised phrase: "a las 10 y media", "cuarto para las 9", "4 pm", "de 10 a 11".
import { clockTime } from './calendar-days.ts';
import { type DayPart, partAt } from './when-day-parts.ts';
import { fromHour } from './when-hour-shifts.ts';
import { dayFollows, isMonth, isNumber, isSign, isWeekday, type WhenToken } from './when-tokens.ts';
import { isOneEdit } from './when-typos.ts';

export interface HourMention {
  at: number;
  end: number;
  hour: number;
  minute: number;
  part?: DayPart;
  /** Written so that no half of the day has to be guessed: "17:00", "07:30". */
  exact: boolean;
  impossible?: boolean;
  /** "después de las 4": near it, not at it. */
  loose?: boolean;
  /** A number that stood alone: it may have been a day. */
  bare?: boolean;
  /** "Y cacho": an hour said more exactly takes its place. */
  about?: boolean;
  /** "Al mediodía", which an hour about then says more exactly. */
  noon?: boolean;
  clause?: number;
}

const closing = new Set(
  'porfa porfavor por gracias maestra miss esta si para con en de del y ok o no a mejor me estaria sale le porque verdad primero el este pasado cuando que va entonces pero proximo dentro la hoy manana ahi mas bueno digo perdon aprox'.split(
    ' ',
  ),
);
const pastTheHour = new Set(['pico', 'tantas', 'tantos', 'feria', 'piquito', 'fraccion', 'cacho', 'algo', 'tantitos']);
const aboutWords = new Set(['como', 'tipo', 'aprox', 'aproximadamente', 'sobre', 'eso']);

export function minutesAt(
  t: readonly WhenToken[],
  i: number,
  marked: boolean,
): { minute: number; end: number; sure: boolean } | undefined {
  const [sign, next] = [t[i], t[i + 1]];
  if (sign === ':' && isNumber(next) && next?.length === 2) return { minute: Number(next), end: i + 2, sure: true };
  if (sign === '.' && isNumber(next) && next?.length === 2 && marked) return { minute: Number(next), end: i + 2, sure: true };
  if (sign === 'y' && next === 'media') return { minute: 30, end: i + 2, sure: true };
  if (sign === 'y' && next === 'cuarto') return { minute: 15, end: i + 2, sure: true };
  if ((sign === 'y' || sign === 'con') && isNumber(next) && marked && Number(next) < 60)
    // "A las 10 y 11" are two hours.
    return sign === 'y' && Number(next) <= 12 && Number(next) % 5 !== 0
      ? undefined
      : { minute: Number(next), end: t[i + 2] === 'minutos' ? i + 3 : i + 2, sure: true };
  if (isNumber(sign) && sign?.length === 2 && marked && Number(sign) < 60 && next !== '/')
    return { minute: Number(sign), end: i + 1, sure: true };
  if (sign === 'horas' && isNumber(next) && t[i + 2] !== ':' && next?.length === 2 && Number(next) < 60 && Number(next) % 5 === 0)
    return { minute: Number(next), end: i + 2, sure: true };
  return undefined;
}

function quarterTo(t: readonly WhenToken[], i: number): HourMention | undefined {
  const minutes = t[i] === 'cuarto' ? 15 : isNumber(t[i]) ? Number(t[i]) : 0;
  if (minutes < 1 || minutes > 40) return undefined;
  // The phone writes "10 para 11" without its article too.
  const para = t[i + 1] === 'minutos' ? i + 2 : i + 1;
  const typed = t[i] === 'cuarto' && isOneEdit('para', t[para] ?? '');
  if ((t[para] !== 'para' && !typed) || (t[para + 1] !== 'las' && t[para + 1] !== 'la') || !isNumber(t[para + 2]))
    return undefined;
  const hour = Number(t[para + 2]);
  const tail = partAt(t, para + 3);
  const end = tail?.end ?? para + 3;
  // The half of the day belongs to the hour she names: "cuarto para la 1" is 12:45, "cuarto para las 7" is 6:45.
  const named = wholeHour({ at: i, end, hour, minute: 0, exact: hour > 12, part: tail?.part });
  if (named === undefined || hour > 24) return { at: i, end, hour, minute: 0, exact: true, impossible: true };
  return { at: i, end, hour: named === 0 ? 23 : named - 1, minute: 60 - minutes, exact: true };
}

/** Rule 3: the hour of the day, or undefined when hour and half of the day cannot go together. */
export function wholeHour(m: HourMention): number | undefined {
  const { hour, part } = m;
  if (part === 'am' || part === 'morning') return hour > 12 ? undefined : hour === 12 ? (part === 'am' ? 0 : 12) : hour;
  if (part === 'pm' || part === 'afternoon') return hour < 12 && hour > 0 ? hour + 12 : hour === 0 ? undefined : hour;
  if (part === 'night') return hour === 12 ? 0 : hour < 12 ? (hour < 5 ? hour : hour + 12) : hour;
  return m.exact || hour > 6 || hour === 0 ? hour : hour + 12;
}

export function clockOf(m: HourMention, part?: DayPart): string | undefined {
  if (m.impossible) return undefined;
  // "Por la mañana, como a la 1": nobody works before dawn.
  const dawn = part === 'morning' && m.hour < 6;
  const hour = wholeHour(m.part || m.exact || !part || dawn ? m : { ...m, part });
  return hour === undefined || hour > 23 || m.minute > 59 ? undefined : clockTime(hour, m.minute);
}

function isLoose(t: readonly WhenToken[], at: number): boolean {
  const before = t[at - 1];
  if (before === 'hasta' || before === 'pasando' || before === 'desde' || before === 'pasadas') return true;
  return before === 'de' && ['despues', 'antes', 'partir', 'pasado'].includes(t[at - 2] ?? '');
}

export function hourAt(t: readonly WhenToken[], at: number, afterDay: boolean): HourMention | undefined {
  if (t[at] === 'mediodia' || (t[at] === 'medio' && t[at + 1] === 'dia')) {
    const length = t[at] === 'medio' ? 2 : 1;
    // "Trabajo medio día" is half a day, not noon.
    if (
      length === 2 &&
      t.slice(Math.max(0, at - 3), at).some((word) => /^(?:trabaj|labor|abr[ie]|est[oa]|solo|nomas|tom|tengo)/.test(word))
    )
      return undefined;
    const half = t[at + length] === 'y' && t[at + length + 1] === 'media';
    return {
      at,
      end: at + length + (half ? 2 : 0),
      hour: 12,
      minute: half ? 30 : 0,
      exact: true,
      loose: isLoose(t, at) || undefined,
      noon: !half,
    };
  }
  if (t[at] === 'medianoche' || (t[at] === 'media' && t[at + 1] === 'noche')) {
    return { at, end: t[at] === 'media' ? at + 2 : at + 1, hour: 0, minute: 0, exact: true, loose: true };
  }
  const before = quarterTo(t, at) ?? fromHour(t, at);
  if (before) return before;

  let i = at;
  if (t[i] === 'a' && (t[i + 1] === 'las' || t[i + 1] === 'la')) i++;
  if (aboutWords.has(t[i + 1] ?? '') && i > at) i++;
  const marker = t[i] === 'las' || (t[i] === 'la' && t[i + 1] === '1') || (i > at && isNumber(t[i + 1]));
  if (marker) i++;
  if (!isNumber(t[i])) return undefined;
  const about =
    marker ||
    aboutWords.has(t[at - 1] ?? '') ||
    (t[at - 1] === 'de' && t[at - 2] === 'eso') ||
    (t[at - 1] === 'a' && t[at - 2] === 'como');
  return numberedHour(t, at, i, about, marker, afterDay);
}

function numberedHour(
  t: readonly WhenToken[],
  at: number,
  i: number,
  about: boolean,
  marker: boolean,
  afterDay: boolean,
): HourMention | undefined {
  const digits = t[i] ?? '';
  if (isDated(t, i, marker)) return undefined;
  if (digits.length > 2)
    return digits.length <= 4 &&
      (marker || followsHour(t, i + 1) || (t.length === 1 && digits.length === 4) || (afterDay && isPacked(t, i)))
      ? packedHour(t, at, i, digits)
      : undefined;
  const hour = Number(digits);
  const less = minutesLess(t, at, i);
  if (less) return less;
  const whole = i === 0 || t[i - 1] === '|' || t[i - 1] === ',';
  const marked =
    marker ||
    (t[i + 1] === '.'
      ? afterDay || followsHour(t, i + 3) || (whole && t[i + 2]?.length === 2 && Number(t[i + 2]) % 5 === 0 && closes(t, i + 3))
      : impliesMinutes(t, i, afterDay));
  const minutes = minutesAt(t, i + 1, marked);
  const tail = tailAt(t, minutes?.end ?? i + 1);
  if (t[tail.end] === 'minutos' && !marker) return undefined;
  const sure = marker || minutes !== undefined || tail.part !== undefined || tail.exactly || tail.pastIt;
  const unitTells = tail.unit && (hour >= 13 || ((afterDay || (whole && closes(t, tail.end))) && hour >= 7));
  // "El jueves 1 hora" is how long it takes.
  const alone = afterDay && hour >= 1 && hour <= 24 && !(tail.unit && hour < 7) && closes(t, tail.end);
  // A number before another noun ("8 niños") is no hour, even after "como".
  const aboutAlone =
    about && !(tail.unit && hour < 7) && (closes(t, tail.end) || t[tail.end] === 'manana' || t[tail.end] === 'hoy');
  if (!sure && !unitTells && !alone && !aboutAlone) return undefined;
  // "Las 12 observaciones", "las 3 maestras".
  if (t[at] === 'las' && minutes === undefined && /^[a-z]{4,}s$/.test(t[tail.end] ?? '') && !notNouns.has(t[tail.end] ?? ''))
    return undefined;
  const found: HourMention = {
    at,
    end: tail.end,
    hour,
    minute: minutes?.minute ?? 0,
    exact: hour > 12 || hour === 0 || (digits.length === 2 && digits[0] === '0' && t[i + 1] === ':'),
  };
  if (tail.part) found.part = tail.part;
  if (hour > 23 || found.minute > 59) found.impossible = true;
  if (isLoose(t, at) || goesOnward(t, tail.end)) found.loose = true;
  if (tail.pastIt) found.about = true;
  if (!sure && !unitTells && !aboutAlone) found.bare = true;
  return found;
}

/** "Las 2 menos cuarto". */
function minutesLess(t: readonly WhenToken[], at: number, i: number): HourMention | undefined {
  const said = t[i + 2];
  const minutes = said === 'cuarto' ? 15 : isNumber(said) ? Number(said) : 0;
  if (t[i + 1] !== 'menos' || minutes < 1 || minutes > 29) return undefined;
  const tail = tailAt(t, i + 3);
  const named: HourMention = { at, end: tail.end, hour: Number(t[i]), minute: 0, exact: Number(t[i]) > 12 };
  if (tail.part) named.part = tail.part;
  const hour = wholeHour(named);
  if (hour === undefined || hour > 24) return { ...named, impossible: true };
  return { at, end: tail.end, hour: hour === 0 ? 23 : hour - 1, minute: 60 - minutes, exact: true };
}

/** "5 de mayo", "5/3", "10:" within another number: no hour begins here. */
function isDated(t: readonly WhenToken[], i: number, marker: boolean): boolean {
  const [next, third] = [t[i + 1], t[i + 2]];
  const sign = t[i - 1] ?? '';
  if (i > 0 && !marker && (sign === '/' || sign === '-' || (sign === ':' && isNumber(t[i - 2])))) return true;
  return next === '/' || (next === '-' && !marker) || isMonth(next) || (next === 'de' && isMonth(third));
}

const notNouns = new Set(
  'gracias pues entonces antes despues menos salimos estamos podemos vemos tenemos empezamos quedamos tres seis nosotras'.split(
    ' ',
  ),
);
const closes = (t: readonly WhenToken[], i: number): boolean =>
  t[i] === undefined || isSign(t[i]) || closing.has(t[i] ?? '') || isWeekday(t[i]);

interface Tail {
  end: number;
  part?: DayPart;
  unit: boolean;
  exactly: boolean;
  pastIt: boolean;
}

/** "De las 10 en adelante". */
export const goesOnward = (t: readonly WhenToken[], i: number): boolean =>
  (t[i] === 'en' || t[i] === 'para') && (t[i + 1] === 'adelante' || t[i + 1] === 'delante');

/** What may follow the number of an hour: "y pico", "en punto", "hrs", "de la tarde". */
function tailAt(t: readonly WhenToken[], from: number): Tail {
  const tail: Tail = { end: from, unit: false, exactly: false, pastIt: false };
  const sharp = (): void => {
    if (t[tail.end] !== 'en' || t[tail.end + 1] !== 'punto') return;
    tail.end += 2;
    tail.exactly = true;
  };
  if (t[from] === 'y' && pastTheHour.has(t[from + 1] ?? '')) {
    tail.end += 2;
    tail.pastIt = true;
  }
  sharp();
  if (t[tail.end] === 'horas') {
    tail.end++;
    tail.unit = true;
  }
  const part = partAt(t, tail.end);
  if (part) [tail.end, tail.part] = [part.end, part.part];
  sharp();
  return tail;
}

/** "Jueves 930": an hour by a clock, and nothing else after a day. */
const isPacked = (t: readonly WhenToken[], i: number): boolean => {
  const said = Number(t[i]);
  return said >= 600 && said < 2000 && said % 100 < 60 && said % 5 === 0 && closes(t, i + 1);
};

/** "a las 1030". */
function packedHour(t: readonly WhenToken[], at: number, i: number, digits: string): HourMention {
  const [hour, minute] = [Number(digits.slice(0, -2)), Number(digits.slice(-2))];
  const { end, part } = tailAt(t, i + 1);
  const found: HourMention = { at, end, hour, minute, exact: hour > 12 || digits.startsWith('0') };
  if (part) found.part = part;
  if (hour > 23 || minute > 59) found.impossible = true;
  return found;
}

/** "mañana 9 30", "10 y 20", "8 30 am": minutes without a sign, where nothing else would make sense of them. */
function impliesMinutes(t: readonly WhenToken[], i: number, afterDay: boolean): boolean {
  const at = t[i + 1] === 'y' || t[i + 1] === 'con' ? i + 2 : i + 1;
  const minute = Number(t[at]);
  if (!isNumber(t[at]) || t[at]?.length !== 2 || minute > 55 || minute % 5 !== 0 || Number(t[i]) > 19) return false;
  const next = t[at + 1];
  if ((next === 'minutos' && at === i + 1) || next === 'nino' || next === '%') return false;
  if (next === 'minutos') return true;
  // "El viernes sí puedo, 11 45": a clause of two numbers.
  const opens = i === 0 || t[i - 1] === '|' || (t[i - 1] === ',' && at === i + 1);
  return afterDay || followsHour(t, at + 1) || (opens && (next === undefined || isSign(next) || dayFollows(t, at + 1)));
}

function followsHour(t: readonly WhenToken[], i: number): boolean {
  return t[i] === 'am' || t[i] === 'pm' || t[i] === 'horas' || partAt(t, i) !== undefined;
}
