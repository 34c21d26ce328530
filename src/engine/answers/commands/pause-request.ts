// A wish to be left in peace for a while, in whatever words: "déjeme descansar hasta el lunes", "ando de vacaciones dos semanas".
import { numberAt } from '../numbers/number-words.ts';
import { plain } from '../words/text-forms.ts';

export interface PauseRequest {
  /** The words that say until when, as the reader of dates takes them; none where she does not say. */
  until?: string;
  /** She only asks until when the pause lasts. */
  asks?: true;
}

const longest = 18;
const longestUntil = 10;
/** Said of herself or to the bot; what a caregiver does with children is in other words. */
const wish = [
  /\b(?:pau[sz]e(?:me|nme)|pau[sz]a(?:me|rme)|me (?:puede[ns]?|podria[ns]?) (?:pausar|dar (?:un )?(?:descanso|chance|permiso))|(?:ponga(?:n)?me|ponme|poner(?:me)?) en pausa)\b/,
  /\b(?:deje(?:n)?me|dejame|quiero|quisiera|necesito|puedo|me deja(?:n)?|voy a|vamos a) (?:nomas |solo |un poco |tantito )*(?:descansar|pausar|(?:tomar(?:me)? )?un(?:a|os)? (?:dias? de )?(?:descanso|descansito|pausa|vacaciones))\b/,
  /\b(?:deje(?:n)?me|dejame) (?:en paz|tranquila|respirar|sin (?:mensajes|avisos))\b/,
  /\bno me (?:este[ns]? )?(?:escrib(?:a[ns]?|iendo)|mand(?:e[ns]?|ando)|molest(?:e[ns]?|ando)|avise[ns]?|busque[ns]?|recuerde[ns]?)\b/,
  /\b(?:ando|estoy|voy a estar|estare|me voy|salgo|sali|saldre|entro|me fui|sigo) (?:fuera |ya )*(?:de |por |con )?(?:(?:mis |unas )?vacaciones|incapacidad|incapacitada|licencia|permiso|descanso|puente)\b/,
  /\b(?:me (?:incapacitaron|dieron (?:incapacidad|vacaciones|permiso|licencia)))\b/,
];
/** These ask for a pause only where they say until when; alone they are "later". */
const untilOnly =
  /\b(?:de(?:n)?me|dame|me da(?:n)?|me regala|aguante(?:me|nme)|espere(?:me|nme)|no (?:voy a estar|estare|estoy)|regreso|vuelvo|le sig(?:o|uimos)|seguimos|retomamos|dejarlo|dejemoslo|callese|silencio|pausa|descanso)\b/;
const dayWords =
  '(?:hoy|manana|pasado manana|(?:el |la |este |esta )?(?:proximo |proxima |otro |otra )?(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|semana|mes|dia \\d{1,2}|\\d{1,2})(?: (?:que (?:viene|entra|sigue)|de la (?:otra|proxima) semana|(?:de |del )?(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)|en ocho|\\d{1,2}(?: de \\w+)?))?|(?:despues )?del? (?:puente|vacaciones|semana santa)|fin de mes|(?:la )?quincena)';
const asksUntil =
  /^(?:(?:oiga|y|pero|entonces|disculpe) )*(?:(?:hasta|asta) (?:cuando|que (?:dia|fecha)) (?:quede|quedo|quedamos|quedo mi pausa|(?:es|era|dura|queda|quedo|va|esta|tengo) (?:la|mi) pausa|estoy(?: en pausa| pausada)?|me (?:pauso|puso en pausa|dejo descansar|deja descansar)|no me (?:escribe|avisa|va a escribir|manda nada)|descanso)|cuando (?:se acaba|termina|acaba|vence|se termina) (?:la|mi) pausa|cuando me (?:vuelve|va) a (?:escribir|avisar|mandar)(?: mensajes?| avisos?)?|(?:sigo|todavia estoy|aun estoy|estoy) (?:en pausa|pausada))$/;
const comesBack = new RegExp(
  `\\b(?:vuelvo|regreso|entro|me reincorporo|me presento)(?: a trabajar)? (?:hasta )?(${dayWords})\\b`,
);
const notBot = /\b(?:ninos?|ninas?|bebes?|ella|maestra esta|el grupo|conteste|contesta|responda|panal)\b/;

const untilDay = new RegExp(`\\bhasta (?:que (?:sea|llegue) )?(${dayWords})\\b`);
const span = /\b(\w+) (semanas?|dias?|meses|mes|quincena)\b/;

export function readPauseRequest(text: string): PauseRequest | undefined {
  const said = plain(text)
    .replace(/\b(?:x fa|porfas?|por favor|porfis|gracias)\b/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
  if (said.split(' ').length > longest || notBot.test(said)) return undefined;
  if (asksUntil.test(said)) return { asks: true };
  const wished = wish.some((pattern) => pattern.test(said));
  const until = untilDay.exec(said)?.[1] ?? (wished ? comesBack.exec(said)?.[1] : undefined);
  const brief = said.split(' ').length <= longestUntil;
  if (until !== undefined && (wished || (brief && untilOnly.test(said)))) return { until: `hasta ${dayOf(until)}` };
  if (!wished) return undefined;
  const told = spanOf(said);
  if (told === undefined && /\bno me\b/.test(said)) return undefined;
  return told === undefined ? {} : { until: told };
}

/** A week has no day of its own: its Monday. */
function dayOf(until: string): string {
  if (!/\b(?:semana|puente)\b/.test(until) || /semana santa|lunes|martes|miercoles|jueves|viernes|sabado|domingo/.test(until))
    return until;
  return /\b(?:otra|proxima|que)\b/.test(until) ? 'el lunes de la proxima semana' : 'el lunes';
}

/** "Dos semanas", "15 días", "esta semana", "hoy". */
function spanOf(said: string): string | undefined {
  if (/\besta semana\b/.test(said)) return 'el lunes';
  if (/\b(?:el dia de )?hoy\b/.test(said)) return 'manana';
  if (/\bfin de semana\b/.test(said)) return 'el lunes';
  const found = span.exec(said);
  if (!found) return undefined;
  const [, amount = '', unit = ''] = found;
  const read = /^\d{1,2}$/.test(amount) ? Number(amount) : /^un[ao]?$/.test(amount) ? 1 : numberAt([amount], 0)?.value;
  return read === undefined ? undefined : `en ${read} ${unit}`;
}
