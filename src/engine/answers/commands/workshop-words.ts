// What staff says of a workshop: which one, whether it is moved or called off, and to when.
import { plain, words } from '../words/text-forms.ts';

export interface WorkshopWords {
  number?: number;
  deed?: 'move' | 'callOff';
  /** What is left: the new day and hour. */
  rest: string;
}

const counted = ['uno', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve', 'diez'];
const ordinals = ['primer', 'segundo', 'tercer', 'cuarto', 'quinto', 'sexto', 'septimo', 'octavo', 'noveno', 'decimo'];
const ordinal = new RegExp(`\\b(${ordinals.join('|')})o? taller\\b`);
const named = new RegExp(`\\b(?:taller|t)(?: (?:numero|num|no|el))* ?(\\d{1,2}|${counted.join('|')})\\b`);
const callsOff = /\b(?:cancel\w*|suspend\w*|(?:ya|siempre) no|no (?:va|hay|habra|sera|se hace|se va a hacer|se dara)\b)/;
const moves =
  /\b(?:muev\w*|mov(?:er|emos|io|ieron|i)\w*|cambi\w*|pas(?:a|e|o|ar|amos|aron|enlo|alo)|recorr\w*|reprogram\w*|qued\w*|ser[ai]a?|adelant\w*|atras\w*|pospon\w*|pospus\w*)\b/;

export function readWorkshopWords(text: string): WorkshopWords {
  const said = plain(text);
  const place = ordinal.exec(said);
  const name = named.exec(said);
  const word = name?.[1];
  const number = place
    ? ordinals.indexOf(place[1] ?? '') + 1
    : word === undefined
      ? undefined
      : /\d/.test(word)
        ? Number(word)
        : counted.indexOf(word) + 1;
  const deed = callsOff.test(said) ? 'callOff' : moves.test(said) ? 'move' : undefined;
  const rest = said
    .replace(place?.[0] ?? '', ' ')
    .replace(name?.[0] ?? '', ' ')
    .trim();
  return { ...(number === undefined ? {} : { number }), ...(deed === undefined ? {} : { deed }), rest };
}

const before =
  '(?:(?:hola|buen(?:os|as)? (?:dias|tardes|noches|dia)|oye|oiga|bueno|ok|por favor|porfa|le aviso que|les aviso que|fijese que) )*';
const which = `(?:el )?(?:(?:${ordinals.join('|')})o? )?taller`;
const orders: readonly RegExp[] = [
  new RegExp(
    `^${before}(?:siempre )?${which}(?: (?:numero )?\\w{1,6})? (?:siempre )?(?:ya )?(?:no va|no hay|no sera|se (?:va a )?(?:muev|mov|cambi|pas|recorr|cancel|suspend|reprogram|pospon|adelant|atras)\\w*|pasa|cambia|queda|quedo|cambio|paso)\\b`,
  ),
  new RegExp(
    `^${before}(?:me |nos )?(?:muev|mov|cambi|pas|recorr|cancel|suspend|reprogram|pospon|adelant|atras)\\w* ${which}\\b`,
  ),
  new RegExp(`^${before}(?:ya|siempre) no (?:va|hay|habra|sera|se hace) ${which}\\b`),
];

/** "El taller 4 se mueve al viernes", said of its own accord. */
export const ordersWorkshop = (text: string): boolean => orders.some((pattern) => pattern.test(plain(text)));

/** "¿Quiénes asistieron al taller 3?" */
export function asksAttendance(text: string): boolean {
  const said = words(text);
  return (
    said.includes('taller') &&
    said.some((word) => /^(?:quien|quienes|cuant[ao]s|cuales)$/.test(word)) &&
    said.some((word) => /^(?:asisti|entraron$|estuvieron$|faltaron$|fueron$)/.test(word))
  );
}

/** What a mentor tells of a workshop herself. */
export function toldOfWorkshop(text: string): 'missed' | 'homework' | 'catchUp' | undefined {
  const said = plain(text);
  if (/[?¿]/.test(text)) return undefined;
  if (/\btarea\b/.test(said))
    return /\b(?:ya|hice|termine|acabe|lista|quedo)\b/.test(said) && !/\bno\b/.test(said) ? 'homework' : undefined;
  if (/\bno (?:pude|fui|entre|asisti)\b|\bfalte\b/.test(said)) return 'missed';
  return /\b(?:al corriente|reponer)\b/.test(said) ? 'catchUp' : undefined;
}

/** "Al taller 4 asistieron Lupe y Tere": who was there, and no question about it. */
export function saysAttendance(text: string): boolean {
  const [first = ''] = text.split('\n');
  const said = words(first);
  if (/[?¿]/.test(first) || said.some((word) => /^(?:quien|quienes|cuant[ao]s|cual|cuales)$/.test(word))) return false;
  return said.includes('taller') && said.some((word) => /^(?:asisti|entraron$|estuvieron$)/.test(word));
}
