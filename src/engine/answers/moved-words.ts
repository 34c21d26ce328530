// Tells that an appointment was put on another day, whatever is being asked: "lo de Lupita se recorrió, mejor el viernes a las 10".
import { plain } from './text-forms.ts';

const moving =
  /\b(?:se (?:nos )?(?:recorrio|movio|cambio|adelanto|atraso|pospuso|aplazo|reprogramo|va a (?:mover|cambiar|recorrer))|se (?:nos )?paso (?:al|para)|(?:la|lo|nos|me) (?:la |lo )?(?:recorrimos|recorrieron|recorrio|movimos|movieron|movio|cambiamos|cambiaron|cambio|adelantamos|adelanto|pospusimos|pospuso|pasamos (?:al|para)|reprogramamos|vamos a (?:mover|cambiar|pasar al|pasar para))|(?:movimos|movi|cambiamos|cambie|recorrimos|recorri|pospusimos|adelantamos|mueva|muevame|mueve|muevela|cambie|cambieme|cambiame|pase|paseme|pasame|recorra|recorrame|hay que mover|hay que cambiar|quiero mover|quiero cambiar|vamos a mover|vamos a cambiar) (?:la|lo|el) ?(?:de|cita|observacion|platica|sesion|fecha|dia|reunion|visita)?)\b/;
const appointment = /\b(?:cita|observacion|obserbasion|obs|platica|sesion|reunion|visita|retro|retroalimentacion|reflexion)\b/;
const about = /\b(?:lo|la|el) (?:de|d|con)\b/;
/** Something else that is moved or changed: "cambió de actividad", "se cambió de lugar". */
const otherThing =
  /\b(?:cambi\w+|movi\w*|paso|recorri\w*) (?:de|el|la|los|las|al|a la) (?:actividad|lugar|material|panal|panales|ropa|sala|mesa|silla|nino|nina|ninos|ninas|bebe|bebes|posicion|postura|juego|tono|voz|cancion|canciones|mesas|sillas|tema)\b/;
const longest = 30;

export interface MovedWords {
  /** It is said of an appointment, by its name or as "lo de Lupita". */
  named: boolean;
}

/** Undefined where nothing was moved; a question moves nothing either. */
export function readMoved(text: string): MovedWords | undefined {
  const said = plain(text);
  if (/[?¿]/.test(text) || said.split(' ').length > longest || !moving.test(said) || otherThing.test(said)) return undefined;
  return { named: appointment.test(said) || about.test(said) };
}
