// Asks to be written to at other hours: "mis horas", "mejor escríbame después de las 3", "ya no tengo el celular en la mañana".
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import { plain } from '../words/text-forms.ts';

/** Empty where she only wants to change them; `keep` and `drop` are her words about the moments that are and that are no more. */
export interface HoursRequest {
  keep: string;
  drop: string;
  /** What she keeps comes to what she had. */
  adds: boolean;
}

const opening =
  '(?:(?:oiga|hola|buenas|buenos dias|buenas tardes|maestra|pues|ay|a ver|bueno|y|ahora|entonces|porfa|por favor|ok|ya|mire|disculpe|perdon|es que|fijese que|le aviso que|tambien|mejor) )*';
const wanting =
  '(?:(?:quiero|quisiera|puedo|podria|podriamos|necesito|ocupo|tengo que|me gustaria|como|donde|le hago para|hago para|se puede|puede|me puede|me deja|hay que) )*';
const hers = '(?:mis horas|mis horarios|mis momentos|mi horario)';
const ofMessages =
  '(?: (?:de|del|para|en|a|que|los|las|la|el|mi|mis|sus|cual|puedo|ver|veo|recordatorios|avisos|mensajes|celular|cel|telefono|me|escriben?|escriba|mandan?|llegan|avisan?))*';
const courtesy = '(?: (?:porfa|por favor|gracias|se puede|como le hago|como))*';
const onlyHers = new RegExp(
  `^${opening}(?:mis horas|${wanting}(?:cambiar|cambiarle|cambio|cambie|cambieme|cambiame|corregir|modificar|mover|ajustar|ver)(?: a| de)? ${hers})${ofMessages}${courtesy}$`,
);
const hoursOfMessages = new RegExp(
  `^${opening}${wanting}(?:cambiar|cambiarle|cambio|cambie|cambieme|cambiame|corregir|modificar|mover|ajustar)(?: a| de)? (?:la|el|las|los) (?:hora|horas|horario|horarios) (?:de|del|de los|en que|a la que|en la que|para|que) ?(?:los |mis |sus |me )*(?:recordatorios|avisos|mensajes|celular|cel|telefono|escriben?|mandan?|llegan|avisan?)\\b${ofMessages}${courtesy}$`,
);

/** Addressed to the bot: it writes to her. */
const writing =
  /\b(?:escrib[ae](?:me|nme)|escriban?me|me (?:escrib[aei]n?|escribas|escribes|escribiera)|(?:mande|manda|envie|envia)n?me (?:los |sus |el |mis )*(?:mensajes?|avisos?|recordatorios?)|me (?:mand[ae]n?|mandes|envie|envian?|llegan|lleguen) (?:los |sus |el |mis )*(?:mensajes?|avisos?|recordatorios?)|(?:escribir|mandar|avisar|enviar)me|me (?:pueden?|puedes|podrian?) (?:escribir|mandar|avisar|enviar)|avis[ae]n?me|me avis[ae]n?|recuerd[ae]n?me)\b/;
const phone = '(?:celular|cel|celu|telefono|tel|fon|mensajes)';
const looking = new RegExp(
  `^(?:.{0,40} )?(?:ya )?(?:no )?(?:(?:puedo|alcanzo a|logro|voy a poder|podre|solo puedo|nada mas puedo|nomas puedo) )?(?:veo|ver|reviso|revisar|tengo|tener|traigo|traer|checo|checar|agarro|agarrar|uso|usar|dejan? (?:ver|usar|tener|traer|agarrar)) (?:(?:mi|el|mis|los|a la mano) )*${phone}\\b`,
);
/** Of today or of one day only: that is no habit. */
const onceOnly =
  /\b(?:hoy|ahorita|lunes|martes|miercoles|jueves|viernes|sabado|domingo|semana|hasta|al rato|al ratito|mas tarde|mas tardecito|luego|ratito|esta (?:manana|tarde|noche)|cuando (?:vea|termine|pueda|acabe)|pasado manana|minutos?)\b/;
const tomorrow = /(?<!\b(?:la|las|en|por|de|cada) )\bmanana\b/;
const breaks = /[,.;\n]+|\b(?:pero|sino|mejor|mas bien|solo|nada mas|nomas|unicamente|solamente|ahora|porque|ya que|y si)\b/;
const denies =
  /\b(?:no|nunca|tampoco|ni|muy temprano|tan temprano|demasiado temprano|bien temprano|muy tarde|tan tarde|estorban?|interrumpen?|despiertan?)\b/;
/** How a clause speaks of its moment, once it is known that it denies it. */
const denial = /\b(?:ya|no|nunca|tampoco|ni|muy|tan|demasiado|bien)\b/g;
const adding = /\b(?:tambien|ademas|aparte)\b/;
const mostWords = 20;

/** She takes back the hours she gave: "oiga no, salgo a las 4, la 1 y media es mi descanso". */
const takingBack =
  /^\s*(?:(?:ah|ay|uy|oiga|oye|bueno|pues|pero|disculpe|perd[oó]n|es que|no+|espere|esp[eé]reme|me equivoqu[eé]|me confund[ií]|le dije mal|puse mal|est[aá] mal|as[ií] no)(?:[\s,.;:]+|$))+/iu;
const herDay =
  /\b(?:mi (?:descanso|salida|entrada|comida|turno|receso|lonche|hora de (?:comida|salida|entrada|descanso))|salgo|entro|al salir|ya saliendo|antes de entrar)\b/;
/** "Pues, salgo a las 4" takes nothing back. */
const retracts = /\b(?:no+|disculpe|perd[oó]n|espere|esp[eé]reme|equivoqu[eé]|confund[ií]|mal)(?![\p{L}])/iu;

/** The moments and hours she says instead, in a sentence that is of nothing else; `sure`: where hours have just been told. */
export function hoursSaidInstead(text: string, sure: boolean): string | undefined {
  const said = plain(text);
  if (/[?¿]/.test(text) || said.split(' ').length > mostWords || onceOnly.test(said) || tomorrow.test(said)) return undefined;
  const opener = takingBack.exec(text)?.[0] ?? '';
  // "No salgo a las 4": without a sign it may deny what follows.
  const denying = /\bno\s*$/i.test(opener) && !/(?:oiga|oye|ay|ah|uy|perd[oó]n|bueno)\s+no\s*$/i.test(opener);
  const rest = text.slice(opener.length);
  if (denying || rest === '' || (!retracts.test(opener) && !sure) || !herDay.test(plain(rest))) return undefined;
  return rest;
}

export function readHoursRequest(text: string, v: Vocabulary): HoursRequest | undefined {
  const said = plain(text)
    .split(' ')
    .map((word) => v.abbreviations.get(word) ?? word)
    .join(' ');
  if (said.split(' ').length > mostWords) return undefined;
  if (onlyHers.test(said) || hoursOfMessages.test(said)) return { keep: '', drop: '', adds: false };
  if (/[?¿]/.test(text) || !(writing.test(said) || looking.test(said)) || onceOnly.test(said) || tomorrow.test(said))
    return undefined;
  const clauses = text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').split(breaks);
  const dropped = clauses.filter((clause) => denies.test(clause));
  const kept = clauses.filter((clause) => !denies.test(clause));
  return {
    keep: kept.join(', ').trim(),
    drop: dropped
      .map((clause) => clause.replace(denial, ' '))
      .join(', ')
      .trim(),
    adds: adding.test(said),
  };
}
