// What she says beside any question: when an appointment is, that there is a new caregiver, that she has to go, who wants to see her notes.
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import { isGivenName } from '../people/given-names.ts';
import { plain } from '../words/text-forms.ts';

export type BesideWords =
  /** Of whom she asks, in her words; empty where she names nobody. */
  | { kind: 'appointment'; who: string }
  /** What she is called, and what follows it; empty where she does not say. */
  | { kind: 'newcomer'; name: string; missed?: true }
  | { kind: 'goesAway' }
  | { kind: 'notesWanted' };

const opening =
  '(?:(?:oiga|oye|hola|buenas|maestra|miss|pues|ps|ay|ah|a ver|bueno|y|entonces|porfa|por favor|ok|mire|disculpe|perdon|una pregunta|es que|fijese que|le aviso que|tambien|espere|no me acuerdo|se me olvido|digame|me dice|me recuerda) )*';
const asksWhen = new RegExp(
  `^${opening}(?:(?:a que hora|que dia|que fecha|para cuando|para que dia|para que hora|a que horas|cuando) (?:y a que hora )?(?:(?:me|nos) toca(?:ba)?|quedo|quedamos|quedaba|quedo agendad[ao]|es|era|seria|sera|tengo|tenemos|tenia)|(?:como|en que) (?:quedo|quedamos|quedaron))((?: [a-z0-9]+){0,7})$`,
);
/** Around the name: what it is about. */
const small = new Set(
  'la el lo de del con mi su a para cita sita observacion obs platica retro retroalimentacion reflexion sesion reunion maestra miss que observar platicar ver observarla ir por fin siempre porfa favor gracias'.split(
    ' ',
  ),
);
const ofSomething = /\b(?:lo|cita|sita|observacion|obs|platica|retro|retroalimentacion|reflexion|sesion)\b/;
const newcomer = new RegExp(
  `^${opening}(?:ya |ahora |acaba de )*(?:hay|tengo|tenemos|llego|llegar|entro|entrar|me (?:dieron|pusieron|asignaron|mandaron|toco|agregaron)|se (?:integro|incorporo|agrego|sumo)|nos llego|viene)(?: a)? (?:otra|una|la|un)(?: otra| nueva)?(?: (?:maestra|asistente|educadora|companera|miss|maestrita))(?: nueva| mas| otra)?(?: (?:conmigo|en la guarderia|aqui))?$`,
);
/** "Mejor quiero agregar a la Chayo". */
const adds =
  /^\s*(?:(?:ay|ah|oiga|oye|no|nel|nop|mejor|bueno|pues|ps|espere|antes|primero|y|tambi[eé]n)[\s,.]+)*(?:(?:quiero|quisiera|necesito|puedo|hay que|me falt[aó]|vamos a)\s+)?(?:agregar(?:me)?|agr[eé]g(?:a|ue|ueme|ame)|a[nñ]ad(?:ir|e|a)|dar de alta|da de alta|d[eé] de alta)\s+(?:tambi[eé]n\s+)?a\s+(?:la\s+|mi\s+)?(?:maestra\s+|miss\s+)?(\S.{1,60})$/iu;
/** "Le faltó la maestra Chelo de Lactantes B": with her room it is nobody's answer. */
const leftOut =
  /^\s*(?:(?:ay|ah|oiga|oye|no|perd[oó]n|bueno|pues|ps|y|tambi[eé]n|es que)[\s,.]+)*(?:(?:me|le|nos|te|se me|se le)\s+)?(?:falt(?:a|o|ó|aba)|olvid(?:o|ó))\s+(?:(?:otra|una|la|mi|a|anotar|agregar|maestra|miss)[\s,]+)*(\p{L}{3,}(?:\s\p{L}+)?,?\s+(?:(?:que\s+)?(?:es|est[aá])\s+)?(?:de|en)\s+(?:la\s+)?(?:lact|lac|mat|sala|maternal)\S*(?:\s\S+){0,3})$/iu;
const calledSo =
  /[\s,.;:]+(?:y |que |la cual )?(?:se llama|llamada|de nombre|su nombre es|se yama|es la maestra|es)\s+(?:la maestra |la miss )?(.{2,60})$/iu;
const mostNamed = 6;
const isNew = /\b(?:otra|nueva|mas)\b/;
const away = new RegExp(
  `^${opening}(?:(?:ahorita|ahora|ya|yo|mejor) )*(?:me voy|me tengo que ir|me toca ir|voy|ya entro|entro|tengo que (?:ir|irme|entrar|regresar|regresarme|volver|pasar|bajar|subir|meterme)|debo (?:ir|irme|entrar|regresar))(?: ya)?(?: (?:a|al|a la|para|pa)) (?:comer|almorzar|lonchar|desayunar|cenar|descansar|dormir|trabajar|mi (?:descanso|casa|comida|lunch|lonche|sala|salon|turno|clase)|sala|salon|filtro|junta|clase|reunion|la (?:sala|junta|casa|comida|reunion|puerta)|comedor|bano)(?: (?:ya|ahorita|al rato|luego|despues|manana|seguimos|sigo|le|regreso|y|gracias|bye|adios|con permiso|con los ninos))*$`,
);
/** "Mejor mañana me escribe", "¿me pueden escribir más tarde?": once, and no other hours. */
const later = '(?:manana|al rato|al ratito|luego|mas tarde|mas tardecito|despues|otro dia|en un rato)';
const writesLater = new RegExp(
  `^${opening}(?:(?:mejor|ya|si) )*(?:${later} (?:me (?:escriben?|escribes|habla|busca|recuerda|manda)|escribame|escribeme|recuerdeme)|(?:escribame|escribeme|escribanme|recuerdeme|recuerdame|busqueme|me (?:escriben?|escribes|recuerda|busca|pueden? escribir|puede recordar)) (?:mejor )?${later})(?: (?:porfa|por favor|si|gracias))*$`,
);
/** "Mañana vemos eso, que ya me voy", "ni modo, luego le seguimos". */
const putsOff = new RegExp(
  `^${opening}(?:(?:ni modo|bueno|ya|mejor|entonces|va|ok) )*(?:${later}|el lunes|en la tarde|en la noche) (?:le |lo |la )?(?:vemos|veo|seguimos|sigo|sigue|continuamos|continuo|terminamos|termino|platicamos|checamos|checo|hablamos|contesto|respondo)(?: (?:con )?(?:eso|esto|ahi|le|porque|xq|que|ya|me|voy|a|mi|casa|sala|con|los|ninos|la|lo|entonces|si|porfa|gracias|demas|dios|mediante|descanse|bye))*$`,
);
const notesWanted = new RegExp(
  `^${opening}(?:que )?(?:la |mi )?(?:directora|dire|direc|jefa)(?: (?:me|nos|ya|tambien|ahora|hoy|ayer))* (?:quiere|pide|pidio|exige|quiso|esta pidiendo|anda pidiendo|dice que quiere|dijo que quiere)(?: (?:ver|leer|revisar|checar|que|le|ensene|muestre|pase|mande|de|entregue|a|me|todas|todo))*(?: (?:mis|las|la|los|mi|sus|el|lo que))(?: \\w+){1,6}$`,
);
const papers =
  /\b(?:notas|apuntes|lista|listas|hoja|hojas|respuestas|observacion|observaciones|resultados|registros?|bitacora|escribo|anoto|anote|escribi|pongo|plan|planes)\b/;

export function readBesideWords(text: string, v: Vocabulary): BesideWords | undefined {
  const said = plain(text)
    .split(' ')
    .map((word) => v.abbreviations.get(word) ?? word)
    .join(' ');
  if (said.length > 120) return undefined;
  if (away.test(said) || writesLater.test(said) || putsOff.test(said)) return { kind: 'goesAway' };
  if (notesWanted.test(said) && papers.test(said)) return { kind: 'notesWanted' };
  const rest = asksWhen.exec(said)?.[1]?.trim();
  if (rest !== undefined) {
    const who = rest.split(' ').filter((word) => !small.has(word));
    return who.length <= 3 && (who.length > 0 || ofSomething.test(rest) || (rest === '' && /\bqued/.test(said)))
      ? { kind: 'appointment', who: who.join(' ') }
      : undefined;
  }
  return readNewcomer(text);
}

function readNewcomer(text: string): BesideWords | undefined {
  const added = /[?¿]/.test(text) ? undefined : adds.exec(text)?.[1];
  if (added !== undefined && added.split(' ').length <= mostNamed) return { kind: 'newcomer', name: added.trim() };
  const missed = leftOut.exec(text)?.[1];
  if (missed !== undefined && isGivenName(plain(missed).split(' ')[0] ?? ''))
    return { kind: 'newcomer', name: missed, missed: true };
  const name = calledSo.exec(text);
  const before = plain(name ? text.slice(0, name.index) : text);
  if (/[?¿]/.test(text) || !newcomer.test(before) || !isNew.test(before)) return undefined;
  return { kind: 'newcomer', name: name?.[1]?.trim() ?? '' };
}
