// Cuts a phrase about a day or an hour into tokens with one spelling for each word of the calendar.
import { numberAt } from '../numbers/number-words.ts';
import { unaccented } from '../words/text-forms.ts';
import { memoOfText } from '../words/text-memo.ts';
import { isAnd, isDayAfter, mendComing, mendHourLead, nearCalendarWord } from './when-typos.ts';
import { calendarTokens } from './when-words.ts';

/** Numbers are digits, weekdays '@1' (Monday) to '@7', months '#1' to '#12', '|' is the end of a sentence or bubble; the rest are words and single signs. */
export type WhenToken = string;

const dottedMeridiem = /(?<![a-z])([ap])[ .]{0,2}m(?![a-z])\.?/g;
const ordinalDay = /(?<!\d)(\d{1,2})(?:ro|ero|er|do|o|°|º)(?![a-z])/g;
const halfSign = /(\d)(?: (?:y )?| ?(?=½|1⁄2))(?:½|1[/⁄]2(?!\d|\/))/g;
/** "10,30", "10;30", "9-30": an hour by its minutes. */
const looseMinutes = /(?<![\d/-])(\d{1,2})(?:,(00|15|30|45)|;([0-5]\d)|-(00|30|45))(?![\d/-])/g;
/** A bubble that opens or closes with an asterisk corrects the one before. */
const starred = /^\s*\*+ ?[^*]{1,70}$|^[^*]{1,40}\*+\s*$/;
const pictures = /\p{Extended_Pictographic}+/gu;
/** "Mtra. Paty", "vie. 5": a dot that ends a short form ends no sentence. */
const shortForm =
  /(?<![a-z])(lun|mar|mie|mier|jue|vie|sab|dom|ene|feb|mzo|abr|may|jun|jul|ago|sept?|oct|nov|dic|hrs?|h|min|mtra|mtro|lic|dra?|prox|sig|sem|aprox)\.(?= ?\d| [a-z]|:)/g;
/** "Viernessanto". */
const gluedFeast = /\b(viernes|jueves|sabado|semana|dia(?:de)?)(santo|santa|mayor|muertos|reyes)\b/g;
/** "C1" and "B2" are rooms. */
const roomCode = /(?<![a-z\d])[b-gi-z]-?\d(?!\d|:|\.\d)/g;
const ends = /[?¿!¡\n;…]+|\.{2,}|\.(?=\s|$)/g;
const tokenShape = /\d+|[a-z]+|[|:/.,()-]/g;
const signs = ':/.,()-|';
const laughter = /(?<![a-z])(?:j[aeiou]?){2,}(?![a-z])/g;
/** Words of a sentence about a day that only sound like a number. */
const notNumbers = new Set(['cierto', 'sino', 'quise', 'cino', 'trae', 'site', 'sale', 'veine']);
/** Titles after which a word is somebody's name: "miss Mar", "la maestra Abril". */
const nameLike = new Set(['mar', 'abril', 'julio', 'domingo', 'mayo', 'junio', 'reyes']);
const titles = new Set([
  'miss',
  'maestra',
  'mtra',
  'mtro',
  'lic',
  'licenciada',
  'directora',
  'dra',
  'dona',
  'senora',
  'sra',
  'seno',
  'profe',
  'teacher',
  'companera',
  'educadora',
  'oficial',
]);
// After some 80 words nobody is naming one appointment any more, and the scan stays short.
const longestList = 160;

export function isNumber(token: string | undefined): boolean {
  return token !== undefined && token >= '0' && token < ':' && token !== '';
}

export function isSign(token: string | undefined): boolean {
  return token !== undefined && token.length === 1 && signs.includes(token);
}

export const isWeekday = (token: string | undefined): boolean => token?.startsWith('@') === true;
/** "Martes", "el martes", "del martes". */
export const dayFollows = (t: readonly WhenToken[], i: number): boolean =>
  isWeekday(t[i]) || ((t[i] === 'el' || t[i] === 'del') && isWeekday(t[i + 1]));
export const isMonth = (token: string | undefined): boolean => token?.startsWith('#') === true;

function prepared(text: string): string {
  // A question mark at the end of "el jueves no?" makes the "no" no denial: it becomes the word "verdad".
  const lines = text
    .slice(0, 2000)
    .split('\n')
    .map((line) => (starred.test(line) ? `perdon ${line}` : line));
  const marked = lines.join(' | ').replace(/,? ?\bno ?\?/gi, ' verdad |');
  return unaccented(marked)
    .replace(/\bmas o menos\b/g, 'aprox')
    .replace(gluedFeast, '$1 $2')
    .replace(halfSign, '$1 y media')
    .replace(looseMinutes, '$1:$2$3$4')
    .replace(dottedMeridiem, '$1m')
    .replace(ordinalDay, '$1')
    .replace(shortForm, '$1 ')
    .replace(laughter, '|')
    .replace(roomCode, ' ')
    .replace(pictures, '|')
    .replace(ends, ' | ');
}

/** Shared by all readers. */
export const whenTokens = memoOfText(256, (text): readonly WhenToken[] => tokensIn(text));

function tokensIn(text: string): WhenToken[] {
  const source = (prepared(text).match(tokenShape) ?? []).slice(0, longestList);
  const tokens: WhenToken[] = [];
  for (let i = 0; i < source.length; i++) {
    const word = source[i] ?? '';
    if (word === 'una' && (tokens.at(-1) === 'la' || tokens.at(-1) === 'las')) {
      tokens.push('1');
      continue;
    }
    if (word === 'una' && source[i + 1] === 'y' && ['media', 'cuarto', 'diez', 'veinte', 'pico'].includes(source[i + 2] ?? '')) {
      tokens.push('1');
      continue;
    }
    if (
      word === 'uno' &&
      (['el', 'dia', 'del'].includes(tokens.at(-1) ?? '') ||
        (source[i + 1] === 'de' && isMonth(calendarTokens(source[i + 2] ?? '')[0])))
    ) {
      tokens.push('1');
      continue;
    }
    const article = word === 'un' || word === 'una' || word === 'uno';
    if (isAnd(word, tokens, source[i + 1])) {
      tokens.push('y');
      continue;
    }
    const number = article || notNumbers.has(word) ? undefined : numberAt(source, i);
    if (number) {
      if (tokens.length > 0) mendHourLead(tokens);
      tokens.push(String(number.value));
      i += number.length - 1;
      continue;
    }
    // "No, no, no" takes back all that came before.
    if (word === 'no' && (tokens.at(-1) === 'no' || (tokens.at(-1) === ',' && tokens.at(-2) === 'no'))) {
      tokens.splice(tokens.lastIndexOf('no'), tokens.length, '|', 'no', '|');
      continue;
    }
    if (word === 'no' && tokens.at(-1) === '|' && tokens.at(-2) === 'no') continue;
    if (word === '|' && (tokens.at(-1) === '|' || tokens.length === 0)) continue;
    if (nameLike.has(word) && titles.has(tokens.at(-1) ?? '')) tokens.push('alguien');
    // "El vienes a las 10": a day, where no sentence begins with it.
    else if (
      word === 'vienes' &&
      (['el', 'este', 'del', 'proximo', 'para'].includes(tokens.at(-1) ?? '') ||
        (i === 0 && /^\d|^a$|^alas$/.test(source[1] ?? '')))
    )
      tokens.push('@5');
    else if (word === 'mar') tokens.push(monthAfterNumber(tokens) ? '#3' : '@2');
    else {
      if (isNumber(word)) mendHourLead(tokens);
      const known = calendarTokens(word);
      const near = known[0] === word && /^[a-z]/.test(word) ? nearCalendarWord(word, tokens) : undefined;
      tokens.push(...(near === undefined ? known : [near]));
      if (isDayAfter(tokens)) tokens[0] = 'pasado';
      mendComing(tokens);
    }
  }
  if (tokens.at(-1) === '|') tokens.pop();
  return tokens;
}

function monthAfterNumber(tokens: readonly WhenToken[]): boolean {
  const last = tokens.at(-1) ?? '';
  const before = tokens.at(-2) ?? '';
  return isNumber(last) || ((last === 'de' || last === '/' || last === '-') && isNumber(before));
}
