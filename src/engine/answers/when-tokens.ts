// Cuts a phrase about a day or an hour into tokens with one spelling for each word of the calendar.
import { distance } from 'fastest-levenshtein';
import { numberAt } from './number-words.ts';
import { unaccented } from './text-forms.ts';

/** Numbers are digits, weekdays '@1' (Monday) to '@7', months '#1' to '#12'; the rest are words and single signs. */
export type WhenToken = string;

const weekdayNames = ['lunes', 'martes', 'miercoles', 'jueves', 'viernes', 'sabado', 'domingo'];
const weekdayShort: Readonly<Record<string, number>> = {
  lun: 1,
  lunez: 1,
  mart: 2,
  mie: 3,
  mier: 3,
  mierc: 3,
  miercolez: 3,
  jue: 4,
  juev: 4,
  juebes: 4,
  vie: 5,
  vier: 5,
  viern: 5,
  biernes: 5,
  sab: 6,
  sabados: 6,
  savado: 6,
  dom: 7,
  domingos: 7,
};
const monthShort: Readonly<Record<string, number>> = {
  ene: 1,
  enero: 1,
  feb: 2,
  febrero: 2,
  febreo: 2,
  mzo: 3,
  marzo: 3,
  abr: 4,
  abril: 4,
  avril: 4,
  may: 5,
  mayo: 5,
  jun: 6,
  junio: 6,
  jul: 7,
  julio: 7,
  ago: 8,
  agosto: 8,
  sep: 9,
  sept: 9,
  set: 9,
  septiembre: 9,
  setiembre: 9,
  oct: 10,
  octubre: 10,
  nov: 11,
  noviembre: 11,
  dic: 12,
  diciembre: 12,
  disiembre: 12,
  novienbre: 11,
  diciembr: 12,
};
const sameWord: Readonly<Record<string, string>> = {
  mnn: 'manana',
  mna: 'manana',
  mnna: 'manana',
  manna: 'manana',
  manan: 'manana',
  mannana: 'manana',
  maana: 'manana',
  maniana: 'manana',
  x: 'por',
  pa: 'para',
  prox: 'proximo',
  proxima: 'proximo',
  proximos: 'proximo',
  siguiente: 'proximo',
  sig: 'proximo',
  sigiente: 'proximo',
  procsimo: 'proximo',
  hrs: 'horas',
  hr: 'horas',
  hs: 'horas',
  h: 'horas',
  hora: 'horas',
  ora: 'horas',
  oras: 'horas',
  mins: 'minutos',
  min: 'minutos',
  minuto: 'minutos',
  minutitos: 'minutos',
  dias: 'dia',
  sem: 'semana',
  semanas: 'semana',
  meses: 'mes',
  pasada: 'pasado',
  antepasada: 'antepasado',
  otra: 'otro',
  u: 'o',
  ahi: 'ahi',
  temprano: 'temprano',
  tempranito: 'temprano',
  oy: 'hoy',
  ai: 'ahi',
  primer: 'primero',
  primera: 'primero',
  finales: 'finales',
  ultimos: 'ultimo',
  tardecita: 'tarde',
  mananita: 'lamanana',
  nochecita: 'noche',
  anteayer: 'antier',
  antiayer: 'antier',
  anteantier: 'trasantier',
  medidia: 'mediodia',
  ratito: 'rato',
  horita: 'ahorita',
  orita: 'ahorita',
  aorita: 'ahorita',
  ahorititita: 'ahorita',
  perdone: 'perdon',
  disculpe: 'perdon',
  disculpa: 'perdon',
  bienen: 'viene',
  biene: 'viene',
  bien: 'bien',
};

const dottedMeridiem = /(?<![a-z])([ap])[ .]{0,2}m(?![a-z])\.?/g;
const ordinalDay = /(?<!\d)(\d{1,2})(?:ro|ero|er|o|°|º)(?![a-z])/g;
const tokenShape = /\d+|[a-z]+|[:/.,;()-]/g;

function weekdayNumber(word: string): number | undefined {
  if (Object.hasOwn(weekdayShort, word)) return weekdayShort[word];
  const exact = weekdayNames.indexOf(word);
  if (exact >= 0) return exact + 1;
  // Only long words with the same first letter: "partes" and "lunas" are not days.
  if (word.length < 5 || word.length > 10) return undefined;
  const near = weekdayNames.findIndex((name) => name.length > 5 && name[0] === word[0] && distance(name, word) === 1);
  return near >= 0 ? near + 1 : undefined;
}

function monthAfterNumber(tokens: readonly WhenToken[]): boolean {
  const last = tokens.at(-1) ?? '';
  const before = tokens.at(-2) ?? '';
  return isNumber(last) || ((last === 'de' || last === '/' || last === '-') && isNumber(before));
}

export function isNumber(token: string | undefined): boolean {
  return token !== undefined && token >= '0' && token < ':' && token !== '';
}

export function isSign(token: string | undefined): boolean {
  return token !== undefined && token.length === 1 && ':/.,;()-'.includes(token);
}

export function whenTokens(text: string): WhenToken[] {
  // After 60 words nobody is naming one appointment any more, and the scan stays short.
  const raw = unaccented(text).replace(dottedMeridiem, '$1m').replace(ordinalDay, '$1').match(tokenShape) ?? [];
  const source = raw.slice(0, 120);
  const tokens: WhenToken[] = [];
  for (let i = 0; i < source.length; i++) {
    const word = source[i] ?? '';
    if (word === 'alas' || word === 'ala' || word === 'alos') {
      tokens.push('a', word === 'ala' ? 'la' : 'las');
      continue;
    }
    if (word === 'una' && (tokens.at(-1) === 'la' || tokens.at(-1) === 'las')) {
      tokens.push('1');
      continue;
    }
    const article = word === 'un' || word === 'una' || word === 'uno';
    const number = article ? undefined : numberAt(source, i);
    if (number) {
      tokens.push(String(number.value));
      i += number.length - 1;
      continue;
    }
    tokens.push(calendarToken(word, tokens));
  }
  return tokens;
}

function calendarToken(word: string, before: readonly WhenToken[]): WhenToken {
  if (word === 'mar') return monthAfterNumber(before) ? '#3' : '@2';
  if (Object.hasOwn(sameWord, word)) return sameWord[word] ?? word;
  if (Object.hasOwn(monthShort, word)) return `#${monthShort[word]}`;
  const weekday = weekdayNumber(word);
  return weekday === undefined ? word : `@${weekday}`;
}
