// Finds the days that have a name ("nochebuena") and those that are only roughly named ("fin de mes", "al rato").
import type { DayMention, DaySpec } from './when-days.ts';
import { said } from './when-relative-days.ts';
import type { WhenToken } from './when-tokens.ts';

const feasts: readonly (readonly [string, number, number])[] = [
  ['nochebuena', 24, 12],
  ['noche buena', 24, 12],
  ['navidad', 25, 12],
  ['ano nuevo', 1, 1],
  ['dia de reyes', 6, 1],
  ['reyes', 6, 1],
  ['candelaria', 2, 2],
  ['dia del nino', 30, 4],
  ['dia de el nino', 30, 4],
  ['dia de la madre', 10, 5],
  ['dia de las madres', 10, 5],
  ['dia del maestro', 15, 5],
  ['dia de muertos', 2, 11],
  ['dia de la virgen', 12, 12],
  ['dia del trabajo', 1, 5],
];
const feastWords = feasts.map(([name, day, month]) => ({ words: name.split(' '), day, month }));

export function vagueAt(t: readonly WhenToken[], at: number): DayMention | undefined {
  const mention = (length: number, spec: DaySpec): DayMention => ({ at, end: at + length, spec });
  const word = t[at];
  if (said(t, at, ['fin', 'de', 'semana'])) return mention(3, { type: 'weekend' });
  if (said(t, at, ['fin', 'de', 'mes']) || said(t, at, ['finales', 'de', 'mes']))
    return mention(3, { type: 'monthEnd', vague: true });
  if (said(t, at, ['ultimo', 'dia', 'del', 'mes']) || said(t, at, ['ultimo', 'dia', 'de', 'mes']))
    return mention(4, { type: 'monthEnd', vague: false });
  if (said(t, at, ['fin', 'de', 'ano'])) return mention(3, { type: 'yearEnd' });
  if (word === 'quincena') return mention(1, { type: 'halfMonth' });
  if (word === 'puente') return mention(1, { type: 'afterHolidays' });
  if (word === 'ahorita' || word === 'ahora' || word === 'rato') return mention(1, { type: 'soon' });
  if (word === 'temprano' || said(t, at, ['primero', 'horas']) || word === 'tarde' || word === 'noche' || word === 'lamanana')
    return mention(1, { type: 'part' });
  if (word === 'manana' && (t[at - 1] === 'la' || t[at - 1] === 'esta')) return mention(1, { type: 'part' });
  return undefined;
}

export function feastAt(t: readonly WhenToken[], at: number): DayMention | undefined {
  const feast = feastWords.find((f) => said(t, at, f.words));
  return feast ? { at, end: at + feast.words.length, spec: { type: 'number', day: feast.day, month: feast.month } } : undefined;
}
