// What a coordinator says of days on which centres are closed: "G07 cierra del 6 al 10", "cierre en Sinaloa el 3 de abril por vacunación".
import { addDays, daysBetween } from '../when/calendar-days.ts';
import { readWhen, type WhenContext } from '../when/when.ts';
import { plain } from '../words/text-forms.ts';

export interface ClosureWords {
  deed: 'close' | 'open' | 'list';
  /** Words of the place; empty where none was named. */
  place: string;
  days?: { from: string; to: string };
  /** Days were named, and no whole day or span came of them. */
  unclear?: true;
  /** What it is for; empty where it was not said. */
  name: string;
}

const closes =
  '(?:cierr[aeo]n?|cierres?|cerrar|cerrad[ao]s?|cerraran?|va a cerrar|van a cerrar|vamos a cerrar|cerramos|cerraremos|no abren?|no abrira|no va a abrir|no (?:hay|habra) (?:labores|clases|servicio)|suspension(?: de labores)?|se suspenden? (?:labores|el servicio)|dias? cerrados?|no laboran?|no trabajan?)';
const closing = new RegExp(String.raw`\b${closes}\b`);
const opening =
  /\b(?:(?:quit|cancel|borr|elimin|deshag|deshac|retir)\w* (?:el |los |ese |un )?cierres?|siempre (?:si (?:abren?|abrira|hay|habra|trabajan?)|no cierran?)|si (?:abre|abren|abrira|va a abrir)|ya no cierran?|reabr\w+|abrir (?:otra vez|de nuevo))\b/;
const asking =
  /^(?:(?:ver|que|cuales|los|las|lista de|dime|digame|muestreme|ensename|hay|son|estan) )*(?:cierres?|dias? (?:cerrados?|de cierre))(?: (?:hay|son|tenemos|vienen|programados|proximos|puestos|anotados))*$/;
/** Of lists, sheets and doubts: nothing of centres. */
const otherThings =
  /\b(?:lista|listas|chequeo|ciclo|ciclos|duda|dudas|sesion|mensaje|difusion|cuenta)\b.*\bcierr|\bcierre de (?:ciclo|lista|iteracion|taller)|\blista de cierre/;

/** Said around a place and no part of it. */
const noPlace =
  /\b(?:hola|buen(?:os|as) (?:dias|tardes|noches)|buen dia|por favor|porfa|favor de|quiero|quisiera|necesito|hay que|anot\w+|pong\w*|poner|registr\w+|avis\w+|dar de alta|un|el|la|las|los|se|va|van|a|al|de|del|en|para|solo|solamente|dia|dias|otra|vez|nuevo|ese|tambien|y|que|hay|habra)\b/g;

const boundary =
  /(?<!\s)\s+(?=(?:por|para|en|el|los|del|desde|hasta|entre|hoy|manana|pasado|lunes|martes|miercoles|jueves|viernes|sabado|domingo|cierr\w+|cerr\w+)\b)/;
const weekdays = '(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)';
const dayish = new RegExp(
  String.raw`\b(?:${weekdays}|hoy|manana|pasado|semana)\b|^(?:el |los |del |desde |hasta |entre |al )+(?:el |dias? )*${weekdays}?\s*\d{1,2}\b|\b\d{1,2} de [a-z]+|\b\d{1,2}[/-]\d{1,2}\b`,
);

/** Undefined where she speaks of something else. */
export function readClosureWords(text: string, c: WhenContext): ClosureWords | undefined {
  const said = plain(text);
  if (said === '' || otherThings.test(said)) return undefined;
  if (asking.test(said)) return { deed: 'list', place: '', name: '' };
  const opens = opening.test(said);
  if (!opens && !closing.test(said)) return undefined;
  const dates: string[] = [];
  const places: string[] = [];
  let name = '';
  const near = said.replace(/\b(desde|hasta|entre) (?:el|los)\b/g, '$1').replace(/\b(en [a-z]{4,}) (?=\d{1,2}\b)/g, '$1 , ');
  for (const chunk of near
    .replace(opens ? opening : closing, ' , ')
    .split(/(?<!\s)\s{0,9},\s{0,9}/)
    .flatMap((part) => part.split(boundary))) {
    const words = chunk.trim();
    if (words === '') continue;
    const isMore = dates.length > 0 && /^(?:y|al|hasta|del?)\b/.test(words);
    if (dayish.test(words) || (isMore && /\d/.test(words))) dates.push(words);
    else if (/^(?:por|para)\b/.test(words) && name === '') name = words.replace(/^(?:por|para) /, '');
    else if (name !== '' && places.length > 0 && dates.length > 0) name = `${name} ${words}`;
    else places.push(words);
  }
  const place = places.join(' ').replace(noPlace, ' ').replace(/\s+/g, ' ').trim();
  const days = dates.length > 0 ? readSpan(dates.join(' '), c) : undefined;
  return {
    deed: opens ? 'open' : 'close',
    place,
    name: name === '' ? '' : asWritten(text, name),
    ...(days ? { days } : dates.length > 0 ? { unclear: true as const } : {}),
  };
}

/** Her own spelling of what was found in plain words. */
function asWritten(text: string, found: string): string {
  const words = text.split(/\s+/);
  const wanted = found.split(' ');
  for (let at = 0; at + wanted.length <= words.length; at++) {
    const piece = words.slice(at, at + wanted.length).join(' ');
    if (plain(piece) === found) return piece.replace(/[.,;!]+$/, '');
  }
  return found;
}

const dayOf = (text: string, c: WhenContext): string | undefined => {
  const read = readWhen(/^\d/.test(text) ? `el ${text}` : text, c);
  return read.kind === 'date' ? read.date : undefined;
};

const weekOrder = ['lunes', 'martes', 'miercoles', 'jueves', 'viernes', 'sabado', 'domingo'];
const listed = new RegExp(String.raw`^((?:(?:\d{1,2}|${weekdays}) (?:el )?){2,})y (?:el )?((\d{1,2}|${weekdays})\b.*)$`);

/** "El lunes 6": the number says it. */
const numberedDay = new RegExp(String.raw`\b${weekdays} (\d{1,2})\b`, 'g');

/** "6, 7 y 8 de abril": days that follow each other are the span from the first to the last. */
function asSpan(text: string): string {
  const bare = text.replace(numberedDay, '$1');
  const [, before = '', end = '', last = ''] = listed.exec(bare) ?? [];
  const days = [...before.replaceAll('el ', '').trim().split(' '), last];
  const places = days.map((day) => (/\d/.test(day) ? Number(day) : weekOrder.indexOf(day)));
  const follow = places.every((place, at) => at === 0 || place === (places[at - 1] ?? 0) + 1);
  return last !== '' && follow ? `${days[0]} al ${end}` : text;
}

/** "Del 6 al 10 de abril", "lunes y martes", "el 3 de abril"; several days are one span only where they follow each other. */
function readSpan(text: string, c: WhenContext): { from: string; to: string } | undefined {
  const bare = asSpan(text.replace(/^(?:(?:del?|desde|entre|los|dias?|el) )+/, ''));
  const parts = /^(.+?) (?:al?|hasta|y)(?: el)? (.+)$/.exec(bare);
  const one = parts ? undefined : dayOf(bare, c);
  if (one !== undefined) return { from: one, to: one };
  if (!parts) return undefined;
  const [, first = '', second = ''] = parts;
  const month = / de [a-z]+(?: del? \d{4})?$/.exec(second)?.[0] ?? '';
  const from = dayOf(/ de [a-z]+/.test(first) || !/\d/.test(first) ? first : `${first}${month}`, c);
  if (from === undefined) return undefined;
  const ofFirst = / de [a-z]+$/.exec(first)?.[0] ?? '';
  const after: WhenContext = { ...c, now: { date: from, time: '00:00' } };
  const to = dayOf(month === '' && /^\w* ?\d{1,2}$/.test(second) ? `${second}${ofFirst}` : second, after);
  if (to === undefined || to < from) return undefined;
  const isList = / y /.test(` ${bare} `) && !/^entre /.test(text);
  return isList && daysBetween(from, to) > 1 && addDays(from, 1) !== to ? undefined : { from, to };
}
