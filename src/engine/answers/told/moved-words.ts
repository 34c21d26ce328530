// Tells that an appointment was put on another day, or is to be: "lo de Lupita se recorrió al viernes", "mover lo de Lupita al jueves".
import { plain } from '../words/text-forms.ts';

const moving =
  /\b(?:se (?:nos )?(?:recorrio|movio|cambio|adelanto|atraso|pospuso|aplazo|reprogramo|va a (?:mover|cambiar|recorrer))|se (?:nos )?paso (?:al|para)|(?:la|lo|nos|me) (?:la |lo )?(?:recorrimos|recorrieron|recorrio|movimos|movieron|movio|cambiamos|cambiaron|cambio|adelantamos|adelanto|pospusimos|pospuso|pasamos (?:al|para)|reprogramamos|vamos a (?:mover|cambiar|pasar al|pasar para))|(?:movimos|movi|cambiamos|cambie|recorrimos|recorri|pospusimos|adelantamos|mueva|muevame|mueve|muevela|cambie|cambieme|cambiame|pase|paseme|pasame|recorra|recorrame|hay que mover|hay que cambiar|quiero mover|quiero cambiar|vamos a mover|vamos a cambiar) (?:la|lo|el) ?(?:de|cita|observacion|platica|sesion|fecha|dia|reunion|visita)?)\b/;
const appointment = /\b(?:cita|observacion|obserbasion|obs|platica|sesion|reunion|visita|retro|retroalimentacion|reflexion)\b/;
const about = /\b(?:lo|la|el) (?:de|d|con)\b/;
/** Something else that is moved or changed: "cambió de actividad", "se cambió de lugar". */
const otherThing =
  /\b(?:cambi\w+|movi\w*|mov[ei]\w*|paso|pas[ae]\w*|recorri\w*) (?:de|el|la|los|las|al|a la|mis?|los?) (?:actividad|lugar|material|panal|panales|ropa|sala|mesa|silla|nino|nina|ninos|ninas|bebe|bebes|posicion|postura|juego|tono|voz|cancion|canciones|mesas|sillas|tema|horas|horario|horarios|nombre|meta|plazo|accion|recursos|respuesta)\b/;
const courteous =
  '(?:hola|oiga|oye|miss|maestra|por favor|porfa|porfis|mejor|y|pues|es que|bueno|ay|perdon|disculpe|si|no|me|nos|la|lo|le|puede|puedes|podria|podrias|podriamos|podemos|quiero|quisiera|quisieramos|hay que|tengo que|tenemos que|necesito|necesitamos|vamos a|voy a|ayudeme a|a) ';
const deed =
  '(?:mover|mueve|mueva)(?:me|la|lo|le|mela|melo)?|(?:cambiar|cambie|cambia)(?:me|la|lo|le|mela|melo)?|(?:recorrer|recorra|recorre)(?:me|la|lo|le|mela|melo)?|(?:reagendar|reagende|reagenda|reprogramar|reprograme|reprograma|posponer|posponga|aplazar|aplace|adelantar|pasar|pase|pasa)(?:me|la|lo|le|mela|melo)?';
const asking = new RegExp(`^(?:${courteous})*(?:${deed})\\b(.*)$`);
const toWhen = /^$|\b(?:al|para|hasta|otro dia|otra fecha|otra hora)\b| a (?:las?|el) /;
/** The day or the hour of what was agreed, told by it. */
const byAgreed =
  /\b(?:(?:a )?la misma hora|misma hora|mismo horario)\b|\b(?:una|media|dos|\d{1,2}) (?:hora|horas|horita|hr|hrs|minutos|min|mins) (?:(?:mas )?(?:tarde|temprano|tardecito)|despues|antes)(?! (?:de|del|que)\b)/;
/** "Lo de Lupita va a ser el viernes". */
const setting =
  /\b(?:sera|seria|va a ser|queda|quedo|quedaria|pasa|mejor|va a quedar|tiene que ser) (?:el|para|hasta|manana|pasado|hoy|la|de)\b/;
/** "Lupita no puede el jueves, el martes sí". */
const refusing = /\bno (?:puede|podra|va a poder|va a venir|viene|vendra|estara|va a estar)\b/;
const longest = 30;

export interface MovedWords {
  /** It is said of an appointment, by its name or as "lo de Lupita". */
  named: boolean;
  /** `told`: it was moved. `asked`: she asks us to. `other`: another day or hour is named for it. */
  how: 'told' | 'asked' | 'other';
}

/** "Una hora más tarde", "a la misma hora". */
export const toldByAgreed = (text: string): boolean => byAgreed.test(plain(text));

/** Undefined where nothing was moved; a question moves nothing either. */
export function readMoved(text: string): MovedWords | undefined {
  const said = plain(text);
  if (/[?¿]/.test(text) || said.split(' ').length > longest || otherThing.test(said)) return undefined;
  const named = appointment.test(said) || about.test(said);
  if (moving.test(said)) return { named, how: 'told' };
  const rest = asking.exec(said)?.[1]?.trim();
  if (rest !== undefined && (named || toWhen.test(` ${rest} `.trimEnd()) || toWhen.test(rest))) return { named, how: 'asked' };
  return byAgreed.test(said) || refusing.test(said) || (named && setting.test(said)) ? { named, how: 'other' } : undefined;
}
