// Tells from its verb what a few words say: that something was done, that it was not, that it is still to come, or only an "if".
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import { soundOf } from './phrase-book.ts';

const sounds = (list: string): ReadonlySet<string> => new Set(list.split(' ').map(soundOf));

/** Before the verb: of it and no verb themselves. */
const beforeVerb = sounds(
  'asi la lo le les los las se me nos te ya ahi aqui hoy ayer antier anoche tambien todo toda todos todas yo ella nosotras nosotros ellas maestra miss mas bien muy siempre apenas recien por fin este esta mi su eso ese esa con un una poco bastante dos ambas ambos a el al en de',
);
/** When and where: "sí, en la mañana". */
const circumstances = sounds(
  'lunes martes miercoles jueves viernes hora descanso comida filtro semana pasada pasado manana tarde dia rato del al mes desde por para',
);
/** With these an unaccented "si" is an "if". */
const ifVerbs = sounds(
  'puedo puede podemos pueden quiere quieren quieres tengo tiene tenemos tienen da dan alcanzo alcanza hay viene vienen llega llegan deja dejan toca fuera pudiera hubiera hubiese tuviera supiera necesita gusta conviene cabe caen cae encuentro encuentra consigo falta falto gustas dejas puedes',
);
const irregularPast = sounds(
  'hice hizo hicimos hicieron pude pudo pudimos pudieron tuve tuvo tuvimos tuvieron fue fui fueron fuimos di dio dieron dije dijo vi vio vimos vino vine vinieron hubo estuve estuvo estuvimos puse puso pusimos quiso quise supe supo supimos traje trajo hecho hecha visto vista listo lista hable',
);
/** "Sí me dejó": by itself each may be what she does now. */
const pastInO = sounds(
  'realizo efectuo dejo llego paso termino acabo gusto sirvio funciono mando entrego firmo contesto explico aviso presto pregunto reviso regreso empezo quedo ayudo participo sintio entendio aprendio pidio sirvieron durmio comio encanto intereso emociono latio fascino agrado resulto animo salio',
);
const pastEnding = /(?:amos|imos|aron|ieron|aste|iste|ado|ada|ido)$/;
/** They end as "ayudé" without its accent does, and are no past. */
const presentInE = sounds(
  'llueve debe come duerme sigue sale pide dice hace sirve entiende atiende corre vuelve parece conoce prefiere mueve recibe escribe aprende lee cree ofrece sabe pone vive permite requiere miercoles jueves viernes grande tarde noche clase siempre siguiente',
);
/** "Sí la reviso diario", "sí ando en sala": what goes on now. */
const present = sounds(
  'esta estan estoy estamos ando andamos anda es son sigo sigue seguimos trabajo trabaja trabajamos va vamos voy quiero queremos soy somos entiendo participo acepto autorizo confirmo recibi recibo traigo trae la lo cuento aplica funciona queda quedo corresponde acuerdo conozco dejelo dejela dejemoslo dejemosla',
);
const apodosis =
  /(?:^| )(?:l[eo]s? (?:abiso|digo|mando|marko|ago|kontesto|eskribo|ablo|konfirmo)|la ago|mejor|entonses|bere|te abiso|te digo)(?: |$)/;
const toCome = sounds(
  'manana pasado lunes martes miercoles jueves viernes sabado domingo luego rato ratito despues proxima proximo semana tarde ahorita falta faltan pendiente pendientes',
);
const endsInE = /[^aeo]e$/;
const surelyToCome = sounds('manana luego rato ratito');
const going = new Set(['boy a', 'bamos a', 'ba a', 'ban a', 'e de', 'tengo ke', 'tenemos ke', 'falta ke', 'faltan ke']);

export const isPastForm = (word: string, v: Vocabulary): boolean =>
  irregularPast.has(word) || v.afterYes.has(word) || (word.length > 4 && pastEnding.test(word));

/** By its form alone: "hago" is none. */
export const isPast = (word: string): boolean => irregularPast.has(word) || (word.length > 4 && pastEnding.test(word));

/** Of words in sounds. */
export function isToCome(list: readonly string[]): boolean {
  return list.some((word, i) => toCome.has(word) || going.has(`${word} ${list[i + 1] ?? ''}`));
}

/** What follows an unaccented "si": a yes to something, a condition, or too little to tell. */
export function afterSi(rest: readonly string[], v: Vocabulary): 'yes' | 'if' | 'unknown' {
  if (apodosis.test(rest.join(' '))) return 'if';
  let alone = true;
  for (const [i, word] of rest.entries()) {
    // "Sí me tengo que ir" is no "si tengo".
    if (ifVerbs.has(word) && !(rest[0] === 'ya' && i > 0)) return 'if';
    if (isPastForm(word, v) || present.has(word)) return word === 'la' || word === 'lo' ? afterPronoun(rest, i, v) : 'yes';
    if (i > 0 && pastInO.has(word)) return 'yes';
    if (beforeVerb.has(word) || circumstances.has(word)) continue;
    // "Sí ayudé", without its accent; no condition is said so.
    if (alone && i <= 2 && word.length >= 4 && endsInE.test(word) && !presentInE.has(word)) return 'yes';
    if (alone && rest[0] === 'ya') return 'yes';
    alone = false;
    if (i > 4) break;
  }
  return alone && rest.length > 0 ? 'yes' : 'unknown';
}

function afterPronoun(rest: readonly string[], at: number, v: Vocabulary): 'yes' | 'if' | 'unknown' {
  return at + 1 < rest.length ? afterSi(rest.slice(at + 1), v) : 'yes';
}

/** What follows "ya": that it is so, that it will be, or too little to tell. */
export function afterYa(rest: readonly string[], v: Vocabulary): 'yes' | 'toCome' | 'unknown' {
  if (isToCome(rest.slice(0, 4)) && !rest.slice(0, 3).some((word) => isPastForm(word, v))) return 'toCome';
  if (rest.some((word) => surelyToCome.has(word))) return 'unknown';
  for (const [i, word] of rest.slice(0, 4).entries()) {
    // "Ya la hago" is still to be done, "ya se realizó" is over.
    if (isPast(word) || (v.afterYes.has(word) && !word.endsWith('o'))) return 'yes';
    if (rest[i - 1] === 'se' && word.length > 4 && word.endsWith('o')) return 'yes';
    if (['esta', 'estan', 'tengo', 'kedo', 'ay'].includes(word)) return 'yes';
    if (!beforeVerb.has(word)) return word.length >= 4 && endsInE.test(word) && !presentInE.has(word) ? 'yes' : 'unknown';
  }
  return 'unknown';
}

const deedVerbs = sounds(
  'pude pudo pudimos pudieron puedo puede podemos hice hizo hicimos hicieron hecho alcance alcanzo alcanzamos logre logro logramos vino vinieron llego llegaron hubo dio dieron di dejo dejaron fue fui fuimos realizo realice tuve tuvimos he hemos ha han quiero quiere quise quiso asistio termine termino terminamos platique platicamos observe observamos empece empezamos empezado acepto aceptamos autorizo realizamos quiere participo estuvo estaba',
);

const trouble = sounds(
  'problema problemas bronca broncas detalle detalles novedad inconveniente dificultad falla fallas nada pero peros duda dudas',
);

/** "No hubo problema" denies something else. */
export const isTrouble = (word: string | undefined): boolean => word !== undefined && trouble.has(word);

/** "No la hice", "no se pudo": what was asked after, most likely. */
export function isDeed(rest: readonly string[]): boolean {
  for (const [i, word] of rest.slice(0, 4).entries()) {
    if (deedVerbs.has(word)) return !isTrouble(rest[i + 1]);
    if (!beforeVerb.has(word)) return false;
  }
  return false;
}

const done =
  /^(?:(?:apenas )?(?:ayer|oy|antier|anoche|aorita) )?(?:ya )?(?:(?:l[ao]s?|se la|se lo) (?:ise|isimos|iso|tubimos|tube|di|dimos|ablamos|platike|platikamos|termine|terminamos|obserbe|obserbamos|bi|bimos|yene|yenamos|kontestamos|aplike|realise|realisamos|entrege|mande)|se (?:iso|pudo|logro|realiso|dio)|kedo (?:lista|listo|echa|echo|bien)|echo|echa|(?:lista|listo) |todo listo|fue (?:ayer|el|oy|antier|la semana))(?: |$)/;

/** "La hice ayer", "quedó lista": a yes without one. */
export const tellsDone = (list: readonly string[]): boolean => done.test(list.join(' ')) && !isToCome(list.slice(0, 3));

const notYet =
  /(?:^| )(?:me falta(?:n)?|(?:todabia|aun|nomas|solo) falta(?:n)?|nos falta(?:n)?|falta ke|sige pendiente|esta pendiente|kedo pendiente|la tengo pendiente|lo tengo pendiente|pendiente|apenas (?:boy|bamos|manana|el (?!.* (?:l[ao]s? )?[a-z]{3,}(?:e|imos|amos|o)$)|la semana ke|aora|empese|empesamos|estoy|estamos|ando|me|kiero)|boy a (?:empesar|aser|ber|aserla|aserlo)|asta (?:el|la|manana|ke|despues|pasado|lunes|martes|mierkoles|juebes|biernes)|estoy por|estamos por|a punto de|ni (?:e|emos) (?:empesado|podido|tenido)|ando en eso|sigo (?:sin|esperando)|sin aser|lo (?:ago|are) (?:manana|luego)|la (?:ago|are) (?:manana|luego))(?: |$)/;

/** "Apenas voy a empezar", "me falta", "hasta el viernes": not yet. */
export const tellsNotYet = (list: readonly string[]): boolean => notYet.test(list.join(' '));
