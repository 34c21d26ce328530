// Finds the days counted from today: "pasado mañana", "de hoy en ocho", "hace dos semanas", "en media hora".
import type { DayMention } from './when-days.ts';
import { dayFollows, isNumber, isSign, isWeekday, type WhenToken } from './when-tokens.ts';

export const said = (t: readonly WhenToken[], at: number, list: readonly string[]): boolean =>
  list.every((word, k) => t[at + k] === word);

export function relativeSpanAt(t: readonly WhenToken[], at: number): DayMention | undefined {
  let i = at;
  const ago = t[i] === 'hace';
  if (t[i] === 'dentro' && t[i + 1] === 'de') i += 2;
  else if (t[i] === 'aqui' && t[i + 1] === 'a' && t[i - 1] === 'de') i += 2;
  else if (t[i] === 'en' || ago) i++;
  else return bareSpan(t, at);
  while (['como', 'unos', 'unas', 'aprox', 'ya', 'apenas'].includes(t[i] ?? '')) i++;
  const sense = ago ? -1 : 1;
  // "Hace rato", "hace un ratito", "hace poquito".
  const from = t[i] === 'un' ? i + 1 : i;
  if (ago && ['rato', 'momento', 'momentito', 'poquito', 'poco', 'nada'].includes(t[from] ?? ''))
    return { at, end: from + 1, spec: { type: 'offset', days: 0, over: true } };
  // "Media horita" is half an hour; alone, "horita" is now.
  if (t[i] === 'media' && (t[i + 1] === 'horas' || t[i + 1] === 'ahorita'))
    return { at, end: i + 2, spec: { type: 'minutes', minutes: 30 * sense } };
  if (said(t, i, ['horas', 'y', 'media'])) return { at, end: i + 3, spec: { type: 'minutes', minutes: 90 * sense } };
  if (!ago && (t[i] === '8' || t[i] === '15') && closesEight(t[i + 1]))
    return { at, end: i + 1, spec: { type: 'offset', days: t[i] === '8' ? 7 : 14 } };
  if (said(t, i, ['un', 'par', 'de'])) i += 2;
  const pair = t[i] === 'de' && t[i - 1] === 'par';
  const amount = pair ? 2 : t[i] === 'un' || t[i] === 'una' ? 1 : isNumber(t[i]) ? Number(t[i]) : undefined;
  if (amount === undefined || amount > 400) return undefined;
  // "En dos o tres días".
  if (isNumber(t[i]) && t[i + 1] === 'o' && isNumber(t[i + 2]) && (t[i + 3] === 'dia' || t[i + 3] === 'semana') && !ago) {
    const step = t[i + 3] === 'semana' ? 7 : 1;
    return { at, end: i + 4, spec: { type: 'offset', days: amount * step, or: Number(t[i + 2]) * step } };
  }
  const unit = t[i + 1];
  const end = i + 2;
  if (unit === 'horas' || unit === 'ahorita') {
    const half = t[end] === 'y' && t[end + 1] === 'media';
    return { at, end: half ? end + 2 : end, spec: { type: 'minutes', minutes: (amount * 60 + (half ? 30 : 0)) * sense } };
  }
  if (unit === 'minutos') return { at, end, spec: { type: 'minutes', minutes: amount * sense } };
  if (unit === 'semana') {
    // "En dos semanas, el martes": the week, and a day of it.
    const next = t[end] === ',' ? end + 1 : end;
    const ofWeek =
      dayFollows(t, next) || (t[next] === 'en' && isWeekday(t[next + 1])) || (t[at - 1] === 'de' && isWeekday(t[at - 2]));
    return { at, end, spec: ofWeek ? { type: 'week', weeks: amount * sense } : { type: 'offset', days: amount * 7 * sense } };
  }
  if (unit === 'mes') return { at, end, spec: { type: 'months', months: amount * sense } };
  return unit === 'dia' ? { at, end, spec: { type: 'offset', days: countedDays(amount) * sense } } : undefined;
}

/** "En ocho, a las 9": days, where no unit follows. */
const closesEight = (next: string | undefined): boolean =>
  next === undefined || isSign(next) || ['a', 'como', 'tipo', 'porfa', 'por', 'mejor', 'si'].includes(next);

/** People count today too: "ocho días" are seven, "quince días" fourteen. */
const countedDays = (amount: number): number => (amount === 8 ? 7 : amount === 15 ? 14 : amount);

const leadsSpan = new Set(['por', 'unos', 'unas', 'como', 'nomas', 'solo', 'pues', 'yo', 'creo', 'que', 'de']);
const closesSpan = new Set(['porfa', 'gracias', 'por', 'favor', 'nomas', 'mas', 'o', 'menos', '.', ',', 'nada', 'maestra']);

/** "Dos semanas", when that is all she says. */
function loneSpan(t: readonly WhenToken[], at: number): DayMention | undefined {
  const amount = t[at] === 'un' || t[at] === 'una' ? 1 : isNumber(t[at]) ? Number(t[at]) : 0;
  const unit = t[at + 1];
  const alone = t.slice(0, at).every((word) => leadsSpan.has(word)) && t.slice(at + 2).every((word) => closesSpan.has(word));
  if (amount < 1 || amount > 60 || !alone) return undefined;
  const mention = (spec: DayMention['spec']): DayMention => ({ at, end: at + 2, spec });
  if (unit === 'semana') return mention({ type: 'offset', days: amount * 7 });
  if (unit === 'mes') return mention({ type: 'months', months: amount });
  return unit === 'dia' ? mention({ type: 'offset', days: countedDays(amount) }) : undefined;
}

function bareSpan(t: readonly WhenToken[], at: number): DayMention | undefined {
  const lone = loneSpan(t, at);
  if (lone) return lone;
  const spelled =
    (t[at] === '8' || t[at] === '15') && t[at + 1] === 'dia' && !['cada', 'por', 'de', 'hace', 'los'].includes(t[at - 1] ?? '');
  return spelled ? { at, end: at + 2, spec: { type: 'offset', days: countedDays(Number(t[at])) } } : undefined;
}

const ofMorning = new Set(['la', 'esta', 'media', 'toda', 'cada', 'buena', 'las', 'lamanana']);

/** "Pasado" alone, or "pasado tampoco": short for the day after tomorrow. */
function standsForDay(t: readonly WhenToken[], at: number): boolean {
  const [before, next] = [t[at - 1], t[at + 1]];
  if (before === 'o' || (before === 'y' && t[at - 2] === 'manana')) return !['mes', 'semana', 'ano'].includes(next ?? '');
  const opens = before === undefined || isSign(before) || ['o', 'y', 'mejor', 'hasta', 'para', 'no'].includes(before);
  return (
    opens && (next === undefined || isSign(next) || ['tampoco', 'a', 'si', 'no', 'o', 'porfa', 'mejor', 'en'].includes(next))
  );
}

export function relativeDayAt(t: readonly WhenToken[], at: number): DayMention | undefined {
  const inEight = (from: number): { days: number; end: number } =>
    t[from] === 'en' && (t[from + 1] === '8' || t[from + 1] === '15') && t[from + 2] !== 'minutos'
      ? { days: t[from + 1] === '8' ? 7 : 14, end: from + 2 }
      : { days: 0, end: from };
  const day = (days: number, end: number): DayMention => ({ at, end, spec: { type: 'offset', days } });
  const word = t[at];
  if (word === 'hoy') {
    const more = inEight(t[at + 1] === 'mismo' ? at + 2 : at + 1);
    return day(more.days, more.end);
  }
  if (word === 'pasado' && t[at + 1] === 'manana') {
    const more = inEight(at + 2);
    return day(2 + more.days, more.end);
  }
  if (word === 'pasado' && standsForDay(t, at)) return day(2, at + 1);
  if (word === 'antes' && t[at + 1] === 'de' && t[at + 2] === 'ayer') return day(-2, at + 3);
  if (word === 'ante' && t[at + 1] === 'ayer') return day(-2, at + 2);
  if (word === 'antier') return day(-2, at + 1);
  if (word === 'trasantier') return day(-3, at + 1);
  if (word === 'ayer' || word === 'anoche') return day(-1, at + 1);
  // "A las 10 y media, mañana".
  const afterHalf = t[at - 1] === 'media' && t[at - 2] === 'y';
  if (word === 'manana' && (afterHalf || !ofMorning.has(t[at - 1] ?? ''))) {
    const more = inEight(at + 1);
    return day(1 + more.days, more.end);
  }
  if (word === 'esta' && ['tarde', 'noche', 'manana'].includes(t[at + 1] ?? '')) return day(0, at + 1);
  if (word === 'ahora' && (t[at + 1] === 'en' || t[at + 1] === 'por' || t[at + 1] === 'a')) return day(0, at + 1);
  return undefined;
}
