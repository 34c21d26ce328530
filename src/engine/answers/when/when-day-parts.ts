// Reads the half of the day that goes with an hour: "pm", "de la tarde", "del día".
import { isNumber, isWeekday, type WhenToken } from './when-tokens.ts';

export type DayPart = 'am' | 'pm' | 'morning' | 'afternoon' | 'night';

const partWords: Readonly<Record<string, DayPart>> = {
  mediodia: 'afternoon',
  manana: 'morning',
  lamanana: 'morning',
  madrugada: 'morning',
  tarde: 'afternoon',
  noche: 'night',
};

export function partAt(t: readonly WhenToken[], i: number): { part: DayPart; end: number } | undefined {
  const word = t[i];
  if (word === 'am') return { part: 'am', end: i + 1 };
  if (word === 'pm') return { part: 'pm', end: i + 1 };
  // "A las 10 del día 10" names a day.
  if (word === 'del' && t[i + 1] === 'dia' && !isNumber(t[i + 2]) && !isWeekday(t[i + 2]))
    return { part: 'afternoon', end: i + 2 };
  if (word === 'del' && t[i + 1] === 'mediodia') return { part: 'afternoon', end: i + 2 };
  if (word === 'del' && t[i + 1] === 'medio' && t[i + 2] === 'dia') return { part: 'afternoon', end: i + 3 };
  if (word !== 'de' && word !== 'en' && word !== 'por' && word !== 'a') return undefined;
  const article = t[i + 1] === 'la' ? 2 : 1;
  const name = t[i + article] ?? '';
  // "de mañana" without the article is the day after today.
  if ((article === 1 && (name === 'manana' || name === 'mediodia')) || !Object.hasOwn(partWords, name)) return undefined;
  return { part: partWords[name] ?? 'morning', end: i + article + 1 };
}
