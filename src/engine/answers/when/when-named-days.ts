// Finds the days that have a name ("nochebuena") and those that are only roughly named ("fin de mes", "al rato").
import type { DayMention, DaySpec } from './when-days.ts';
import { said } from './when-relative-days.ts';
import { isMonth, isNumber, isWeekday, type WhenToken } from './when-tokens.ts';

/** Day and month; or days from Easter Sunday. */
const feasts: readonly (readonly [names: string, day: number, month: number | 'easter'])[] = [
  ['nochebuena, noche buena', 24, 12],
  ['navidad', 25, 12],
  ['ano nuevo', 1, 1],
  ['dia de reyes, dia de los reyes, dia de reyes magos, santos reyes, reyes magos, reyes', 6, 1],
  ['dia de la candelaria, candelaria', 2, 2],
  ['dia de la constitucion', 5, 2],
  ['san valentin, dia del amor, dia de la amistad, dia de san valentin', 14, 2],
  ['dia de la bandera', 24, 2],
  ['dia de la mujer', 8, 3],
  ['dia de la primavera, inicio de la primavera, natalicio de benito juarez, dia de benito juarez', 21, 3],
  ['dia del nino, dia de el nino, dia de los nino, dia de la nino, dia nino', 30, 4],
  ['dia del trabajo, dia de el trabajo', 1, 5],
  ['dia de la santa cruz', 3, 5],
  ['batalla de puebla', 5, 5],
  ['dia de la madre, dia de las madre, dia de las madrecitas, dia de madre', 10, 5],
  [
    'dia del maestro, dia de el maestro, dia de la maestra, dia de las maestra, dia de los maestro, dia de la maestro, dia del docente',
    15,
    5,
  ],
  ['dia de la independencia, desfile del 16', 16, 9],
  ['grito, noche del grito, dia del grito, noche mexicana', 15, 9],
  ['fiestas patrias', 16, 9],
  ['dia de todos los santos, todos santos', 1, 11],
  ['dia de la revolucion, aniversario de la revolucion', 20, 11],
  ['dia de muertos, dia de los muertos, dia de los fieles difuntos, muertos', 2, 11],
  [
    'dia de la virgen, dia de la virgencita, dia de la virgen de guadalupe, virgen de guadalupe, dia de la guadalupana, dia de la lupita, virgencita, guadalupana',
    12,
    12,
  ],
  ['dia de los inocentes', 28, 12],
  ['miercoles de ceniza', -46, 'easter'],
  ['@3 de ceniza', -46, 'easter'],
  ['domingo de ramos, @7 de ramos', -7, 'easter'],
  ['@1 santo', -6, 'easter'],
  ['@2 santo', -5, 'easter'],
  ['@3 santo', -4, 'easter'],
  ['@4 santo', -3, 'easter'],
  ['@5 santo', -2, 'easter'],
  ['@6 de gloria, @6 santo', -1, 'easter'],
  ['@7 de resurreccion, @7 de pascua', 0, 'easter'],
  ['@1 de pascua', 1, 'easter'],
  ['@2 de pascua', 2, 'easter'],
  ['@3 de pascua', 3, 'easter'],
  ['semana santa, semana mayor', 0, 'easter'],
];

interface Feast {
  words: readonly string[];
  spec: DaySpec;
}
/** By their first word, the longest first. */
const shelves = new Map<string, Feast[]>();
for (const [names, day, month] of feasts) {
  const spec: DaySpec =
    month === 'easter'
      ? { type: 'easter', days: day, ...(names.startsWith('semana') ? { week: true } : {}) }
      : { type: 'number', day, month };
  for (const name of names.split(', ')) {
    const words = name.split(' ');
    const shelf = shelves.get(words[0] ?? '') ?? [];
    shelf.push({ words, spec });
    shelves.set(words[0] ?? '', shelf);
  }
}
for (const shelf of shelves.values()) shelf.sort((a, b) => b.words.length - a.words.length);

const vaguePhrases: readonly (readonly [words: string, spec: DaySpec])[] = [
  ['fin de semana', { type: 'weekend' }],
  ['finde', { type: 'weekend' }],
  ['fin de mes', { type: 'monthEnd', vague: true }],
  ['finales de mes', { type: 'monthEnd', vague: true }],
  ['finales del mes', { type: 'monthEnd', vague: true }],
  ['ultimo dia del mes', { type: 'monthEnd', vague: false }],
  ['ultimo dia de mes', { type: 'monthEnd', vague: false }],
  ['fin de ano', { type: 'yearEnd' }],
  ['quincena', { type: 'halfMonth' }],
  ['puente', { type: 'afterHolidays' }],
  ['ahorita', { type: 'soon' }],
  ['ahora', { type: 'soon' }],
  ['rato', { type: 'soon' }],
  ['temprano', { type: 'part' }],
  ['primero horas', { type: 'part' }],
  ['tarde', { type: 'part' }],
  ['noche', { type: 'part' }],
  ['lamanana', { type: 'part' }],
  ['media manana', { type: 'part' }],
];
const notPart = new Set([
  'mas',
  'muy',
  'bien',
  'buenas',
  'buena',
  'bonita',
  'bonitas',
  'es',
  'tan',
  'hizo',
  'hace',
  'demasiado',
  'media',
  'llego',
  'voy',
]);
const vague = vaguePhrases.map(([words, spec]) => ({ words: words.split(' '), spec }));

export function vagueAt(t: readonly WhenToken[], at: number): DayMention | undefined {
  const word = t[at];
  // "Ya es bien noche", "se me hizo tarde": no half of a day.
  if ((word === 'tarde' || word === 'noche') && notPart.has(t[at - 1] ?? '')) return undefined;
  if (word === 'ahora' && (t[at + 1] === 'si' || t[at + 1] === 'bien' || t[at - 1] === 'por')) return undefined;
  const found = vague.find(({ words }) => said(t, at, words));
  // "El puente del 16", "el puente de noviembre": of which it is.
  const named = isMonth(t[at + 2]) || (isNumber(t[at + 2]) && (t[at + 1] === 'del' || isMonth(t[at + 4])));
  if (found && word === 'puente' && (t[at + 1] === 'del' || t[at + 1] === 'de') && named) {
    const month = isNumber(t[at + 2]) && t[at + 3] === 'de' && isMonth(t[at + 4]) ? 2 : 0;
    return { at, end: at + 3 + month, spec: found.spec };
  }
  if (found) return { at, end: at + found.words.length, spec: found.spec };
  // "El último de diciembre", "el último día de marzo".
  if (word === 'ultimo') {
    const of = t[at + 1] === 'dia' ? at + 2 : at + 1;
    if ((t[of] === 'de' || t[of] === 'del') && isMonth(t[of + 1]))
      return { at, end: of + 2, spec: { type: 'monthEnd', vague: false, month: Number(t[of + 1]?.slice(1)) } };
  }
  if (word === 'manana' && (t[at - 1] === 'la' || t[at - 1] === 'esta')) return { at, end: at + 1, spec: { type: 'part' } };
  return undefined;
}

export function feastAt(t: readonly WhenToken[], at: number): DayMention | undefined {
  const feast = shelves.get(t[at] ?? '')?.find(({ words }) => said(t, at, words));
  if (!feast) return undefined;
  const end = at + feast.words.length;
  // "Reyes" is a surname too: without its article or its day it is nobody's feast.
  if (
    feast.words.length === 1 &&
    ['reyes', 'grito', 'muertos'].includes(feast.words[0] ?? '') &&
    !['de', 'del', 'los', 'el'].includes(t[at - 1] ?? '')
  )
    return undefined;
  return isWeekday(t[at]) || t[end] !== 'santo' ? { at, end, spec: feast.spec } : undefined;
}

const vagueTimes =
  /\b(?:mas (?:tarde|tardecito|noche|adelante|temprano)|tardecito|(?<!hasta )luego|lueguito|pronto|cualquiera?|despues|despuesito|(?:un|algun|otro) (?:dia|momento|rato)|estos dia|(?:el|este|proximo|del|para|otro) mes|mes que|semana|mes|ano|(?:al|saliendo de|acabando|terminando|despues de|antes de|pasando|al terminar|al acabar|al salir de) (?:(?:terminar|acabar|salir|concluir)(?: de)? )?(?:la |el )?(?:comida|siesta|descanso|desayuno|filtro|colacion|actividad|recreo|entrega|almuerzo|junta))\b|#\d/;
/** Speaks of a time that no day could be named for: "luego", "cualquier día". */
export const speaksOfTime = (tokens: readonly WhenToken[]): boolean => tokens.length <= 25 && vagueTimes.test(tokens.join(' '));
