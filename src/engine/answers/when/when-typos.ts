// Reads words of the calendar that were typed with one letter too many, too few, wrong or out of its place.
import { isMonth, isNumber, isWeekday, type WhenToken } from './when-tokens.ts';

/** Words of their own that are one letter away from one of the calendar. */
const others = new Set(
  'manzana manzanas banana manada mananas pesado pasando casado pasador semanal sabana sabanas sabido salado lavado cavado acabado saldado tarda tardo tardes parte partes artes martha marta martas mares carta cartas coche leche noches broche fuente puentes cuente puesto temprana jueces mueves nueves llueves lunas lunar luces unes vienes viento tiernos domino dominio media medio agotas hogosto sentada llamada prima marte'.split(
    ' ',
  ),
);
const names: readonly (readonly [name: string, token: WhenToken])[] = [
  ['lunes', '@1'],
  ['martes', '@2'],
  ['miercoles', '@3'],
  ['jueves', '@4'],
  ['viernes', '@5'],
  ['sabado', '@6'],
  ['domingo', '@7'],
  ['manana', 'manana'],
  ['semana', 'semana'],
  ['tarde', 'tarde'],
  ['noche', 'noche'],
  ['temprano', 'temprano'],
  ['proximo', 'proximo'],
  ['proxima', 'proximo'],
  ['siguiente', 'proximo'],
  ['febrero', '#2'],
  ['agosto', '#8'],
  ['septiembre', '#9'],
  ['octubre', '#10'],
  ['noviembre', '#11'],
  ['diciembre', '#12'],
];
const monthNames = 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ');
const shortest = 5;

/** One letter added, left out or changed, or two in each other's place. */
export function isOneEdit(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let i = 0;
  while (i < short.length && short[i] === long[i]) i++;
  if (long.length > short.length) return short.slice(i) === long.slice(i + 1);
  return (
    short.slice(i + 1) === long.slice(i + 1) ||
    (short[i] === long[i + 1] && short[i + 1] === long[i] && short.slice(i + 2) === long.slice(i + 2))
  );
}

/** `before`: the tokens so far. */
export function nearCalendarWord(word: string, before: readonly WhenToken[]): WhenToken | undefined {
  const [last = '', second] = [before.at(-1), before.at(-2)];
  if (last === 'y' && isNumber(second) && word !== 'medio' && isOneEdit(word, 'media')) return 'media';
  if (last === 'que' && isWeekday(second) && word !== 'tiene' && isOneEdit(word, 'viene')) return 'viene';
  if (last === 'la' && second === 'a' && word.length < 5 && isOneEdit(word, 'una')) return '1';
  if (last === 'de' && isNumber(second) && word.length > 2) {
    const month = monthNames.findIndex((name) => isOneEdit(name, word));
    if (month >= 0) return `#${month + 1}`;
  }
  if (last === 'pasado' && word.length > 3 && word.length < 9 && (isOneEdit(word, 'manana') || /^m[an]{3,6}$/.test(word)))
    return 'manana';
  if (word.length < shortest || word.length > 11 || others.has(word)) return undefined;
  // Five letters leave little to go by: "lunas", "tarda", "luces".
  return names.find(([name]) => (name.length > 5 || word[0] === name[0]) && isOneEdit(name, word))?.[1];
}

/** "A lss 10", "al as 10", "aslas 10": the words before an hour. */
export function mendHourLead(tokens: WhenToken[]): void {
  const [second, last = ''] = [tokens.at(-2), tokens.at(-1)];
  const realWords = ['los', 'les', 'mas', 'las', 'la', 'lo', 'mis', 'sus', 'tus', 'al', 'es', 'dos'];
  if (
    (second === 'a' || second === 'al') &&
    last.length > 1 &&
    last.length < 5 &&
    !realWords.includes(last) &&
    isOneEdit('las', last)
  )
    tokens.splice(-2, 2, 'a', 'las');
  else if (last.length > 3 && last[0] === 'a' && last !== 'antes' && isOneEdit('alas', last)) tokens.splice(-1, 1, 'a', 'las');
}

/** "Pesado mañana", "asado mañana" at the beginning: the day after, with a letter gone. */
export const isDayAfter = (tokens: readonly WhenToken[]): boolean =>
  tokens.length === 2 && tokens[1] === 'manana' && !isMonth(tokens[0]) && isOneEdit('pasado', tokens[0] ?? '');

/** "9 ymedia", "9 yy media". */
export const isAnd = (word: string, before: readonly WhenToken[], next: string | undefined): boolean =>
  /^[a-z]{1,2}$/.test(word) &&
  isNumber(before.at(-1)) &&
  (next === 'media' || next === 'cuarto') &&
  !['am', 'pm', 'a', 'al', 'el', 'la', 'o', 'de', 'en', 'un'].includes(word);

/** "El martes qu viene". */
export function mendComing(tokens: WhenToken[]): void {
  const [third, second = ''] = [tokens.at(-3), tokens.at(-2)];
  if (tokens.at(-1) === 'viene' && isWeekday(third) && second !== 'que' && isOneEdit('que', second)) tokens.splice(-2, 1, 'que');
}
