// Spanish number words, from "un" to "dos mil", also joined, clipped and mistyped: the value that begins at a place in a list of words.
import { distance } from 'fastest-levenshtein';
import { soundOf } from '../words/phrase-book.ts';

const units = 'cero un dos tres cuatro cinco seis siete ocho nueve'.split(' ');
const teens = 'diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve'.split(' ');
const tens = 'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa'.split(' ');
const hundreds = 'cien doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos'.split(
  ' ',
);
/** Words that only look or sound like a mistyped number. */
const notNumbers = new Set(
  'cierto cierta ciertos siguiente cuenta cuentan presente cuarto cuartos siente sienten siento sientes sien cinta cinto vente rece tece nuevo nueva'.split(
    ' ',
  ),
);
/** Shorter words are too near to others. */
const shortestMistyped = 5;

const shortestSlip = 6;

const spelled = spelledNumbers();
const heard = heardNumbers();
const longOnes = [...spelled]
  .map(([word, value]) => [soundOf(word), value] as const)
  .filter(([word]) => word.length >= shortestSlip && word.length <= 9);

function spelledNumbers(): Map<string, number> {
  const map = new Map<string, number>([
    ['una', 1],
    ['uno', 1],
    ['ciento', 100],
    ['cinquenta', 50],
    ['doscientas', 200],
    ['trescientas', 300],
  ]);
  for (const [list, first, step] of [
    [units, 0, 1],
    [teens, 10, 1],
    [tens, 20, 10],
    [hundreds, 100, 100],
  ] as const)
    list.forEach((word, i) => {
      map.set(word, first + i * step);
    });
  for (const [at, ten] of tens.entries()) {
    for (const [unit, word] of [...units.entries(), [1, 'uno'], [1, 'una']] as const) {
      if (unit === 0) continue;
      // "treintaycinco", "treintaicinco", "treinticinco"; "veinticinco", "ventidos".
      for (const stem of ten === 'veinte' ? ['veinte', 'veint', 'vente', 'vent', 'vint'] : [ten, ten.slice(0, -1)])
        for (const joint of ['y', 'i']) map.set(`${stem}${joint}${word}`, 20 + at * 10 + unit);
    }
  }
  for (const unit of [6, 7, 8, 9]) for (const stem of ['diezi', 'diezy', 'diesy']) map.set(`${stem}${units[unit]}`, 10 + unit);
  return map;
}

/** By their sound, and with one letter left out or two in the wrong order. */
function heardNumbers(): Map<string, number> {
  const map = new Map<string, number>();
  for (const [word, value] of spelled) map.set(soundOf(word), value);
  for (const word of [...teens, ...tens, ...units]) {
    if (word.length < shortestMistyped) continue;
    for (let i = 1; i < word.length; i++) {
      const shorter = word.slice(0, i) + word.slice(i + 1);
      const swapped = word.slice(0, i - 1) + word[i] + word[i - 1] + word.slice(i + 1);
      for (const typed of [shorter, swapped]) {
        const sound = soundOf(typed);
        if (typed.length >= shortestMistyped - 1 && !notNumbers.has(typed) && !map.has(sound))
          map.set(sound, spelled.get(word) ?? 0);
      }
    }
  }
  return map;
}

/** "Treintai dos", "veinti cinco": the joint at the end of the first word. */
const openTens = new Map(
  tens.flatMap((ten, at) =>
    ['i', 'y']
      .flatMap((joint) => [ten + joint, ten.slice(0, -1) + joint])
      .map((word): [string, number] => [soundOf(word), 20 + at * 10]),
  ),
);

export interface NumberHit {
  value: number;
  /** How many words it takes. */
  length: number;
}

export function numberWord(word: string): number | undefined {
  const known = spelled.get(word);
  if (known !== undefined || notNumbers.has(word) || word.length < 2) return known;
  const sound = soundOf(word);
  return heard.get(sound) ?? (sound.length >= shortestSlip ? slipped(sound) : undefined);
}

/** One wrong letter in a long word: "cuatrp". */
function slipped(sound: string): number | undefined {
  for (const [word, value] of longOnes)
    if (word[0] === sound[0] && word.length === sound.length && distance(word, sound) === 1) return value;
  return undefined;
}

export function numberAt(list: readonly string[], at: number): NumberHit | undefined {
  const open = openTens.get(soundOf(list[at] ?? ''));
  const unit = open === undefined || list[at + 1] === undefined ? undefined : numberWord(list[at + 1] ?? '');
  if (open !== undefined && unit !== undefined && unit > 0 && unit < 10) return { value: open + unit, length: 2 };
  const first = list[at] === undefined ? undefined : numberWord(list[at]);
  if (first === undefined) return undefined;
  if (first >= 100) {
    const rest = numberAt(list, at + 1);
    return rest && rest.value < 100 ? { value: first + rest.value, length: 1 + rest.length } : { value: first, length: 1 };
  }
  const joined = list[at + 1] === 'y' || list[at + 1] === 'i';
  const second = joined && list[at + 2] !== undefined ? numberWord(list[at + 2] ?? '') : undefined;
  const joins =
    second !== undefined && second > 0 && second < 10 && (first >= 20 ? first % 10 === 0 : first === 10 && second > 5);
  return joins ? { value: first + second, length: 3 } : { value: first, length: 1 };
}
