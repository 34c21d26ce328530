// Reads a wish to write to many mentors in one sentence (to whom, what), and what staff asks of one that was sent.
import { plain } from '../words/text-forms.ts';

export interface AudienceWish {
  option: 'todas' | 'intensivo' | 'sin-terminar' | 'lista' | 'grupo';
  phase?: 'plan' | 'observacion' | 'reflexion';
  /** As she typed them. */
  names?: string;
}

export interface BroadcastWish {
  audience?: AudienceWish;
  /** Her words for them, as she typed them. */
  text?: string;
  /** What an idea of the library is to be about; '' where she only asks for one. */
  tip?: string;
}

/** Of the same length as the text, so that places in one are places in the other. */
const folded = (text: string): string =>
  [...text].map((sign) => (sign.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase() || sign).slice(0, sign.length)).join('');

const before =
  /^(?:[\s¿¡]*(?:hola|oye|oiga|buen(?:os|as)? (?:dias|tardes|dia)|por ?favor|porfa|ok|a ver|bueno|disculpe|ahora|tambien|ayud[ae]me a|me ayudas? a|necesito que|quiero que|podrias?|puedes?|me gustaria|quisiera|qu?iero|kiero|ne[cs]e[cs]ito|ocupo|deseo|voy a|vamos a|hay que|favor de|como le hago para|como puedo|como)[\s,.:;!]+)*/;
const verb =
  /^(?:difund\w*|difusion|mand\w*|enviar?\w*|envie\w*|avis[ae]\w*|notific\w*|escrib\w*|decir(?:les?)?|di(?:les?|gales?)|contest[ae]les?|respond[ae]les?|comunic\w*|compart\w*|recordar\w*|recuerd\w*|mensaje|mensajito|msj|aviso|recado|comunicado)\b/;
const things =
  /^(?:\s+(?:les?|un|una|el|otro|otra|nuevo|este))*\s+(?:mensajes?|mensajito|msj|msg|mjs|avisos?|recado|comunicado|recordatorio|difusion|algo)\b/;
const everyone =
  /^\s*(?:a|para|con)?\s*(?:tod[ao]s (?:las|mis|nuestras) (?:mentoras|maestras)|todas las del programa|tod[ao]s(?: ellas)?|todo el grupo|las mentoras)\b(?!\s+que\s+(?:no|faltan|les|deben))/;
const hers = /^\s*(?:a|para|con)?\s*(?:las de )?(?:mi grupo|mi equipo|mis mentoras|las mias)\b/;
const intensive = /^\s*(?:al|a las del|a las|para el|para las del|a el|el)?\s*(?:grupo )?intensiv[oa]s?\b/;
/** The chat itself, where all of them are. */
const inChat =
  /^\s*(?:en el|al|para el)\s+(?:chat del grupo|chat grupal|grupo)\b(?!\s+intensiv)(?: de (?:whatsapp|telegram|(?:las )?mentoras))?/;
const lacking =
  /^\s*(?:a |para )?(?:las|quienes|aquellas|tod[ao]s las)\s+(?:mentoras )?(?:que\s+)?(?:(?:aun |todavia )?no\s+(?!(?:(?:han|an|ha|hayan)\s+)?(?:entrado|entran|registrado|inscrito|aceptado|contestado|leido|respondido|confirmado|recibido|escrito)\b)(?:han?|an|hayan)?\s*\w+|(?:aun |todavia )?(?:les|le) falta\w*|(?:aun |todavia )?faltan?|deben)(?:\s+(?:el|la|su|con|de|por|hacer|terminar|entregar))*(?:\s+(?:plan(?:es)?(?: de trabajo)?|observacion(?:es)?(?: enfocada)?|reflexion(?:es)?|retroalimentacion))?/;
const named =
  /^\s*(?:solo |nada mas )?(?:a|para)\s+([^:\n]{2,90}?)(?=\s+(?:de que|que|diciendo\w*|para decir\w*|sobre)\b|\s*[:\n]|[,.]?\s*$)/;
const except =
  /^\s*(?:a |para )?(?:tod[ao]s(?: (?:las|mis) (?:mentoras|maestras))?|las mentoras|(?:al |el )?(?:grupo )?intensivo|mi grupo|mis mentoras)[\s,]+(?:menos|excepto|salvo|quitando)\s+([^:\n]{2,60}?)(?=\s+(?:de que|que|diciendo\w*|para decir\w*)\b|\s*[:\n]|[,.]?\s*$)/;
const idea =
  /^\s*(?:con )?(?:les )?(?:un|el|una|la|alg\w+)?\s*(?:consejo|tip|idea)s?\b(?: de la videoteca)?\s*(?:de|sobre|para|acerca de|que trate de)?\s*([^:\n]{0,80})$/;
const hour = /^\s*(?:a|para) (?:las? \d|el (?:lunes|martes|miercoles|jueves|viernes)|manana|hoy)/;
const joins =
  /^\s*[:,.;\-–]?\s*(?:de que|del? que|(?:diciendo|para decir|para avisar|para recordar|y decir|decir|dici[eé]ndo)(?:les)?(?: que)?|que diga(?:n)?(?: que)?|con el texto|que)?\s*[:]?\s*["«“”']?\s*/;
/** Said of it, and not to be sent as it stands. */
const topic = /^\s*(?:sobre|de|del|acerca)\b(?! que\b)/;
const toOne = /^(?:di(?:le|gale)|contest[ae]le|respond[ae]le|avis[ae]le|mand[ae]le|escrib[ae]le)$/;
/** "Mándeme el registro" is for herself. */
const forHer = /^\w+me\b/;
/** "Mándalo": one that she has in mind already. */
const thatOne = /^(?:mand|envi)\w+l[oa]s?$/;

function phaseIn(said: string): AudienceWish['phase'] {
  if (/\bplan/.test(said)) return 'plan';
  if (/\bobserva/.test(said)) return 'observacion';
  return /\breflexi|\bretroal/.test(said) ? 'reflexion' : undefined;
}

const noNames =
  /\b(?:que|como|cuant[ao]s|quien|quienes|cuando|donde|ver|ve|son|hay|esta|estan|falta|faltan|queda|quedan|primero|mensajes?|mand\w+|envi\w+|lleg\w+|program\w+|si|no|ok|listo|porque|hora)\b/;

/** Words that could be the names of people; a question or a remark is never taken for a list of them. */
export const mayBeNames = (text: string): boolean =>
  !/[?¿]/.test(text) &&
  !noNames.test(plain(text)) &&
  text.split(/[,;\n]|\s+[ye]\s+/u).every((piece) => piece.trim().split(/\s+/).length <= 6);

function audienceAt(said: string, whole: string): { wish: AudienceWish; length: number } | undefined {
  const spared = except.exec(said);
  if (spared) return { wish: { option: 'lista', names: whole.slice(0, spared[0].length).trim() }, length: spared[0].length };
  const lacks = lacking.exec(said);
  if (lacks) {
    const phase = phaseIn(lacks[0]);
    return { wish: { option: 'sin-terminar', ...(phase ? { phase } : {}) }, length: lacks[0].length };
  }
  const mine = hers.exec(said);
  if (mine) return { wish: { option: 'lista', names: 'mi grupo' }, length: mine[0].length };
  const all = everyone.exec(said);
  if (all) return { wish: { option: 'todas' }, length: all[0].length };
  const chat = inChat.exec(said);
  if (chat) return { wish: { option: 'grupo' }, length: chat[0].length };
  const few = intensive.exec(said);
  if (few) return { wish: { option: 'intensivo' }, length: few[0].length };
  const list = hour.test(said) ? null : named.exec(said);
  if (!list?.[1] || !mayBeNames(list[1])) return undefined;
  const at = list[0].length - list[1].length;
  return { wish: { option: 'lista', names: whole.slice(at, list[0].length).trim() }, length: list[0].length };
}

/** Whom a few words mean: "a todas", "las que no han terminado el plan", "mejor a Lupe y a Silvia". */
export function readAudienceWish(text: string): AudienceWish | undefined {
  const said = folded(text).replace(/[.!]+\s*$/, '');
  const skipped =
    /^(?:\s*(?:no|ay|perdon|espera|espere|mejor|solo|nada mas|nomas|que sea|manda(?:lo|selo)|mande(?:lo|selo)|pero|quiero|es)[\s,.]+)*/.exec(
      said,
    )?.[0].length ?? 0;
  const found = audienceAt(said.slice(skipped), text.slice(skipped));
  return found && said.slice(skipped + found.length).trim().length <= 25 ? found.wish : undefined;
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

export function readBroadcastWish(text: string): BroadcastWish | undefined {
  const said = folded(text);
  let at = before.exec(said)?.[0].length ?? 0;
  const began = verb.exec(said.slice(at));
  if (!began || forHer.test(began[0]) || thatOne.test(began[0])) return undefined;
  // "Mandé un mensaje" tells of one that is out.
  if (
    text
      .slice(at, at + began[0].length)
      .normalize('NFC')
      .endsWith('é')
  )
    return undefined;
  at += began[0].length;
  const isThing = /^(?:mensaje|mensajito|msj|aviso|recado|comunicado|difu)/.test(began[0]);
  const object = things.exec(said.slice(at));
  at += object?.[0].length ?? 0;
  at += /^\s+(?:urgente|importante|nuevo|corto)\b/.exec(said.slice(at))?.[0].length ?? 0;
  const audience = audienceAt(said.slice(at), text.slice(at));
  const tipOf = (from: number): string | undefined => {
    const found = idea.exec(said.slice(from));
    const about = found?.[1] ?? '';
    return found ? text.slice(from + found[0].length - about.length, from + found[0].length).trim() : undefined;
  };
  const tip = tipOf(at + (audience?.length ?? 0));
  if (tip !== undefined) return { ...(audience ? { audience: audience.wish } : {}), tip };
  // "Baja", "registro" and the like are other matters of hers.
  if (!object && !isThing && !audience && !/^\s+(?:de )?que\b/.test(said.slice(at))) return undefined;
  if (audience?.wish.option === 'lista' && /\b(?:baja|padron|guarderia|duda|registro|papeleta)\b/.test(said)) return undefined;
  // "Dígale que…" is to one person, whom she has to name.
  if (!audience && toOne.test(began[0])) return undefined;
  at += audience?.length ?? 0;
  const rest = said.slice(at);
  const joined = topic.test(rest) ? undefined : joins.exec(rest)?.[0];
  const words =
    joined === undefined
      ? ''
      : text
          .slice(at + joined.length)
          .replace(/["»”']\s*$/, '')
          .trim();
  const isText = words.split(/\s+/).length >= 2;
  return {
    ...(audience ? { audience: audience.wish } : {}),
    ...(isText ? { text: /[:"«“]/.test(joined ?? '') ? words : capital(words) } : {}),
  };
}

const asks = [
  /\b(?:como|que tal) (?:va|van|fue|le fue|les fue|quedo|salio|esta|anda)\b.*\b(?:mensaje|mensajes|msj|aviso|difusion|recado|comunicado|envio|mande)\b/,
  /\b(?:quien|quienes|cuantas|cuantos|cuales|alguien|todas)\b.*\b(?:leid\w+|leyo|leyeron|leer|visto|vieron|recibi\w+|abri\w+|contest\w+|confirm\w+|respond\w+|llego|llegado)\b/,
  /\bya\b.*\b(?:leyeron|contestaron|confirmaron|respondieron|recibieron|les llego|salio|se mando)\b/,
  /\bque (?:mensajes?|avisos?) (?:tengo|hay|estan|quedan|van|falta\w*)\b/,
  /\b(?:a que hora|cuando|que dia) (?:sale|va a salir|se manda|llega|va a llegar)\b.*\b(?:mensaje|aviso|envio|difusion)\b/,
  /\bque (?:han |me |les |me han )?(?:contest\w+|respond\w+)\b/,
  /\b(?:estatus|estado|avance|resultado|reporte) (?:del?|de mi) (?:mensaje|aviso|difusion|envio)\b/,
];

/** "¿Quién no lo ha leído?", "cómo va el mensaje que mandé". */
export function asksOfBroadcast(text: string): boolean {
  const said = plain(text);
  return said.length <= 90 && !/\b(?:duda|dudas|papeleta|registr\w+)\b/.test(said) && asks.some((one) => one.test(said));
}

/** Said right after one was ordered: "¿ya llegó?", "cómo va". */
export const asksOfLatest = (text: string): boolean =>
  /^(?:y |oye |oiga |pero |entonces )*(?:como (?:va|vamos|van|fue|les fue|quedo)|ya (?:les )?(?:llego|salio|se (?:mando|envio)|lo (?:leyeron|vieron|recibieron))|cuantas van|a que hora (?:sale|llega)|cuando (?:sale|llega))(?: ya| eso| todo)?$/.test(
    plain(text),
  );

/** "Mejor a las 12", "cámbiale la hora": of one that is programmed. */
export const movesBroadcast = (text: string): boolean =>
  plain(text).split(' ').length <= 10 &&
  /\b(?:cambi\w+|muev\w+|pas[ae]\w*|recorr\w+|adelant\w+|atras[ae]\w*|mejor|reprogram\w+|que salga)\b.*\b(?:hora|dia|a las|para (?:el|las|manana)|el (?:lunes|martes|miercoles|jueves|viernes)|manana|fecha|mensaje|envio)\b/.test(
    plain(text),
  );

export function stopsBroadcast(text: string): boolean {
  const said = plain(text);
  if (said.split(' ').length > 9) return false;
  return /\b(?:(?:ya )?no (?:lo|la|los|le|se|les)?\s?(?:mand|envi)(?:es|e|en|ar|aras)\b|det[ei]+n\w*|parale|parelo|que ya no salga|cancel\w* (?:el|ese|mi|la|ese) (?:mensaje|envio|difusion|aviso))/.test(
    said,
  );
}
