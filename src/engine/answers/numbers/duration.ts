// Finds how long something took, said with its unit: "hora y media", "unos 20 min", "tres cuartos de hora", "1:20 hrs".
import { distance } from 'fastest-levenshtein';
import { longestText, unaccented, withZeros } from '../words/text-forms.ts';
import { numberAt } from './number-words.ts';

export interface DurationHit {
  at: number;
  end: number;
  minutes: number;
  /** "más de una hora", "15 o 20": to be asked. */
  open: boolean;
}

const tokenShape = /\d+|[a-z]+|[:.,/;+\-\n?]/g;
const setOf = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const hourWords = setOf('hora horas hr hrs h hs ora oras horita hra hras horitas oritas orita hors hor');
const minuteWords = setOf(
  'min mins minuto minutos m minutitos minitos mnts mnt minut mts mn mns mint mints minutito minutillos minutillo mim mims',
);
/** Before an amount: "más de una hora", "ni media hora". */
const openers = setOf('menos mas arriba minimo maximo apenas abajo cerca');
const inexactBefore = setOf('ni minimo maximo');
const inexactAfter = setOf('pico piquito cachito cacho fraccion algo feria tantos tantas tantito poquito');
/** After an amount that has no unit: it counts something else. */
const counted =
  /^(?:nin|maest|mtr|bebe|person|companer|vez|vece|sesion|tanda|dia|seman|mes|ano|alumn|chiquit|sala|am$|pm$|segund|seg$)/;
const joinedHours = /\b(una|media|hora|dos|tres)(horas?|oras?|oritas?|horitas?|hrs?|ymedia|ycuarto)\b/g;
const fractions: Readonly<Record<string, string>> = { '½': ' 1/2', '¼': ' 1/4', '¾': ' 3/4' };

export const isCounted = (word: string): boolean => counted.test(word);

/** The end of a bubble is ';'. */
export function durationTokens(text: string): string[] {
  const whole = text
    .slice(0, longestText)
    .replace(/[½¼¾]/g, (sign) => fractions[sign] ?? sign)
    .replace(/[\r\n]+/g, ' ; ');
  return (withZeros(unaccented(whole)).replace(joinedHours, joinedApart).match(tokenShape) ?? [])
    .slice(0, 200)
    .map((token) => (token === 'd' ? 'de' : token));
}

const joinedApart = (_: string, first: string, second: string): string =>
  `${first} ${second.startsWith('y') ? `y ${second.slice(1)}` : second}`;

function isMinute(word: string | undefined): boolean {
  if (word === undefined) return false;
  if (minuteWords.has(word)) return true;
  return word.length >= 5 && word.startsWith('m') && (distance(word, 'minutos') <= 2 || distance(word, 'minuto') === 1);
}

/** "Hpra", but never "hoja". */
function isHour(word: string | undefined): boolean {
  if (word === undefined || hourWords.has(word)) return word !== undefined;
  return /^h\w{2,3}as?$/.test(word) && !/^hojas?$/.test(word) && (distance(word, 'hora') === 1 || distance(word, 'horas') === 1);
}

export function amountAt(t: readonly string[], i: number): { value: number; end: number } | undefined {
  const first = t[i] ?? '';
  const part = fractionAt(t, i);
  if (part) return part;
  if (/^\d{1,4}$/.test(first)) {
    const more = fractionAt(t, i + 1);
    if (more && isHour(t[more.end])) return { value: Number(first) + more.value, end: more.end };
    const decimal = (t[i + 1] === '.' || t[i + 1] === ',') && /^\d$/.test(t[i + 2] ?? '') && isHour(t[i + 3]);
    return decimal ? { value: Number(`${first}.${t[i + 2]}`), end: i + 3 } : { value: Number(first), end: i + 1 };
  }
  // ".5 hrs"
  if (first === '.' && /^\d$/.test(t[i + 1] ?? '') && !/^\d/.test(t[i - 1] ?? '') && isHour(t[i + 2]))
    return { value: Number(`0.${t[i + 1]}`), end: i + 2 };
  const word = numberAt(t, i);
  if (!word) return undefined;
  const end = i + word.length;
  const joins = word.value >= 20 && word.value % 10 === 0 && t[end] === 'y' && /^[1-9]$/.test(t[end + 1] ?? '');
  return joins ? { value: word.value + Number(t[end + 1]), end: end + 2 } : { value: word.value, end };
}

/** "1/2", "3/4", "media". */
function fractionAt(t: readonly string[], i: number): { value: number; end: number } | undefined {
  if (t[i + 1] !== '/' || (t[i + 2] !== '2' && t[i + 2] !== '4') || !/^[13]$/.test(t[i] ?? '')) return undefined;
  return { value: Number(t[i]) / Number(t[i + 2]), end: t[i + 3] === 'de' ? i + 4 : i + 3 };
}

/** "y media", "y cuarto", "con 20 minutos", "20" after the hours; "menos 10", "menos cuarto". */
function extraMinutes(t: readonly string[], i: number): { minutes: number; end: number } {
  const joined = t[i] === 'y' || t[i] === 'con';
  const less = t[i] === 'menos';
  const at = joined || less ? i + 1 : i;
  const sign = less ? -1 : 1;
  const article = t[at] === 'un' ? at + 1 : at;
  const part = fractionAt(t, at);
  if (part && part.value < 1) return { minutes: 60 * part.value, end: part.end };
  const quarters = joined || !less ? amountAt(t, at) : undefined;
  if (quarters && quarters.value < 4 && t[quarters.end] === 'cuartos')
    return { minutes: 15 * quarters.value, end: quarters.end + 1 };
  if (joined && (t[at] === 'media' || t[at] === 'medio')) return { minutes: 30, end: at + 1 };
  if ((joined || less) && t[article] === 'cuarto') return { minutes: sign * 15, end: article + 1 };
  const amount = amountAt(t, at);
  const none = { minutes: 0, end: i };
  if (!amount || amount.value >= 60) return none;
  if (isMinute(t[amount.end])) return { minutes: sign * amount.value, end: amount.end + 1 };
  const next = t[amount.end] ?? '';
  const bare = !less && amount.value > 4 && !isHour(next) && !isCounted(next) && !/^(?:de|a|o|u|y|-|:|\/|mas)$/.test(next);
  return bare ? { minutes: amount.value, end: amount.end } : none;
}

/** "Más de una hora", "ni media hora", "una hora y pico": no exact time. */
function isOpen(t: readonly string[], at: number, end: number): boolean {
  const [before, earlier] = [t[at - 1] ?? '', t[at - 2] ?? ''];
  if (openers.has(earlier) && before === 'de') return true;
  if (inexactBefore.has(before) || (before === 'menos' && (earlier === 'lo' || earlier === 'al'))) return true;
  if ((t[end] === 'mas' || t[end] === 'menos') && t[end + 1] === 'que') return true;
  if (t[end] === 'o' && (t[end + 1] === 'mas' || t[end + 1] === 'menos')) return true;
  if (before === 'a' && /^(?:llego|llega|llegamos|llegaron)$/.test(earlier)) return true;
  return t[end] === 'y' && inexactAfter.has(t[t[end + 1] === 'un' ? end + 2 : end + 1] ?? '');
}

export function durationAt(t: readonly string[], at: number): DurationHit | undefined {
  const found = minutesAt(t, at);
  return found && { at, end: found.end, minutes: Math.round(found.minutes), open: isOpen(t, at, found.end) };
}

interface Minutes {
  minutes: number;
  end: number;
}

function minutesAt(t: readonly string[], at: number): Minutes | undefined {
  const hit = (minutes: number, end: number): Minutes => ({ minutes, end });
  const word = t[at] ?? '';
  if (word === 'media' && isHour(t[at + 1])) {
    const extra = t[at + 2] === 'y' || t[at + 2] === 'con' ? extraMinutes(t, at + 2) : { minutes: 0, end: at + 2 };
    return hit(30 + extra.minutes, extra.end);
  }
  if (word === 'par' && t[at + 1] === 'de' && isHour(t[at + 2])) return hit(120, at + 3);
  if (word === 'mitad' && t[at + 1] === 'de' && t[at + 2] === 'una' && isHour(t[at + 3])) return hit(30, at + 4);
  if ((word === 'cuarto' || word === 'cuartito') && t[at + 1] === 'de' && isHour(t[at + 2])) return hit(15, at + 3);
  if (isHour(word) && word.length > 1) return hourAlone(t, at);
  const amount = amountAt(t, at);
  if (!amount) return undefined;
  const { value, end } = amount;
  const next = t[end];
  if (/^cuart(?:it)?os?$/.test(next ?? '') && t[end + 1] === 'de' && isHour(t[end + 2])) return hit(15 * value, end + 3);
  const clock = (next === ':' || next === '.') && /^\d\d$/.test(t[end + 1] ?? '') && Number(t[end + 1]) < 60;
  if (clock && isHour(t[end + 2]) && value < 6) return hit(value * 60 + Number(t[end + 1]), end + 3);
  if (isHour(next)) {
    const extra = extraMinutes(t, end + 1);
    return value > 12 ? undefined : hit(value * 60 + extra.minutes, extra.end);
  }
  if (next === 'y' && t[end + 1] === 'media' && isHour(t[end + 2]) && value <= 12) return hit(value * 60 + 30, end + 3);
  return isMinute(next) && value <= 600 ? hit(value, end + 1) : undefined;
}

const ofTheDay = setOf('la esa misma que de a cada media cuarto');

/** "Hora y media", "hora veinte": but "a la hora de comer" is none. */
function hourAlone(t: readonly string[], at: number): Minutes | undefined {
  const extra = ofTheDay.has(t[at - 1] ?? '') && t[at + 1] !== 'y' ? undefined : extraMinutes(t, at + 1);
  return extra && extra.minutes > 0 ? { minutes: 60 + extra.minutes, end: extra.end } : undefined;
}

const mostHours = 12;
/** Of "1 o 2 horas" both are hours. */
const saysHours = (t: readonly string[], at: number, hit: DurationHit): boolean =>
  hit.minutes % 60 === 0 && t.slice(at, hit.end).some((word) => isHour(word));

export function findDurations(t: readonly string[]): DurationHit[] {
  const hits: DurationHit[] = [];
  for (let i = 0; i < t.length; ) {
    const before = t[i - 1];
    const hit = durationAt(t, i);
    if (hit) {
      // "de 15 a 20 minutos": the unit belongs to both.
      // "Como 15, 20 min": about so much.
      const listed = before === ',' && hits.length === 0 ? amountAt(t, i - 2) : undefined;
      const about =
        listed && !/^(?:las?|el)$/.test(t[i - 3] ?? '') && listed.value > 4 && listed.value < hit.minutes ? listed : undefined;
      const low = ['a', 'o', '-', 'y'].includes(before ?? '') ? amountAt(t, i - 2) : about;
      // "Quince veinte minutos": about so much, and two numbers.
      const beside = low || hits.length > 0 ? undefined : amountAt(t, i - 1);
      if (beside && beside.end === i && beside.value < hit.minutes && beside.value > 4)
        hits.push({ at: i - 1, end: i, minutes: beside.value, open: true });
      if (low && low.end === i - 1 && low.value !== hit.minutes)
        hits.push({
          at: i - 2,
          end: i,
          minutes: low.value * (low.value <= mostHours && saysHours(t, i, hit) ? 60 : 1),
          open: true,
        });
      hits.push(hit);
    }
    i = hit ? hit.end : i + 1;
  }
  return hits;
}
