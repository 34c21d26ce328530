// What is said about a doubt itself, by whoever: it is settled, it goes on, "I take it", "I answer Lupe: ...".
import { plain } from '../words/text-forms.ts';

export type DoubtWords =
  /** `named`: the doubt is named, so that it can be nothing else. */
  { kind: 'close'; named: boolean } | { kind: 'more'; words: string } | { kind: 'thanks' };

const settled =
  /^(ya|listo|ok|va|si|perfecto|muchas|mil|gracias|maestra|muy amable|por favor|y|con eso|entonces|todo bien|eso es todo|seria todo|es todo|nada mas)$/;
const closing =
  /\b(ya quedo|quedo (clar[oa]|resuelt[oa]|list[oa])|me quedo clar[oa]|ya (lo )?entendi|ya se resolvio|ya esta resuelt[oa]|resuelto|gracias ya|ya gracias|ya no (tengo|hay) dudas?|eso es todo|seria todo|ya con eso)\b/;
const named =
  /^(ya quedo|quedo|ya se resolvio|ya esta resuelta|resuelta|cerrar|cierra|cierre|ya no tengo) (mi |la |con mi |esa |mas )*dudas?\b/;

const thanking =
  /^(?:ok |va |sale |ah |ay |si |bueno |perfecto |listo |esta bien )*(?:muchas |muchisimas |mil )*gracias(?: a (?:las dos|las 2|ambas|todas|usted|ustedes|la \p{L}+)| maestra| mtra| muy amable| licenciada| lic| por contestar| por la respuesta| por todo| de verdad)*$/u;

const assents = new Set(
  'ok okey okay oki va vale sale si bueno bien muy esta perfecto de acuerdo entendido entendida enterada listo claro ah ay ya asi le lo hare hago hacemos hacer muchas mil gracias maestra licenciada lic por favor mtra usted muchisimas excelente correcto enterado recibido'.split(
    ' ',
  ),
);

/** "Ok va", "sí, así le hago": said to who has just answered. A bare "sí" may be the answer to something else. */
export function agreesBack(text: string): boolean {
  const said = plain(text).split(' ');
  const bare = said.join(' ');
  return said.length <= 8 && said.every((word) => assents.has(word)) && !/^(?:si|ya|claro|si si|si ya|bien|muy bien)$/.test(bare);
}

const complaining =
  /\b(?:no me (?:contesto|contestaste|respondio|resolvio|sirvio|sirve)|no (?:es|era|fue) eso|eso no (?:es|era|fue|me|responde|contesta)|no (?:contesta|contesto|respondio|responde)|no (?:era|es|fue) lo que|me refiero|me referia|no pregunte eso|pregunte otra cosa|es otra cosa)\b/;

/** "No me contestó eso": what she was answered is not what she asked. */
export const complains = (text: string): boolean => complaining.test(plain(text));

/** Of the mentor. A longer message that begins with "ya quedó" says more than that. */
export function readDoubtWords(text: string): DoubtWords | undefined {
  const more =
    /^\s*(?:yo )?(?:sigo|siguiendo|seguimos|continúo|continuo|sobre|acerca de|respecto a)(?: con| de| a)?(?: sobre)? (?:mi|la|esa) duda\b[\s:,.;-]*/iu.exec(
      text,
    );
  if (more) return { kind: 'more', words: text.slice(more[0].length).trim() };
  const said = plain(text);
  if (named.test(said) && said.split(' ').length <= 9) return { kind: 'close', named: true };
  if (closing.test(said)) {
    const rest = said
      .replace(closing, ' ')
      .split(' ')
      .filter((word) => word !== '' && !settled.test(word));
    if (rest.length === 0) return { kind: 'close', named: false };
  }
  if (thanking.test(said)) return { kind: 'thanks' };
  return undefined;
}

const sending = '(?:mandaste|mando|mandastes|pasaste|paso|pasastes|enviaste|envio|dijiste|dijo|preguntaste|pregunto|llego)';
const toWhom = '(?:a )?(?:la |mi |su |el )?(?:consultora|consultor|equipo|coordinadora|ella|alguien)';
const whetherSent = new RegExp(
  `^(?:(?:oye|oiga|y|a ver|entonces|por fin|si|ya|pues|hola|maestra|disculpe|perdon|no) )*(?:(?:se )?(?:la|lo|le)|(?:mi|la|esa) (?:duda|pregunta)(?: (?:se )?(?:la|lo|le))?)? ?${sending}(?: ya| si)?(?: (?:mi|la|esa) (?:duda|pregunta))?(?: ${toWhom})?(?: (?:mi|la|esa) (?:duda|pregunta))?(?: (?:o (?:no|que onda|q onda|que|q|todavia no)|verdad|ya|siempre|por fin|porfa))*$`,
);
const answered =
  /^(?:(?:oye|oiga|y|a ver|entonces|por fin|si|ya|pues|hola|que|q|todavia|aun) )*(?:(?:no )?(?:me |le )?(?:ya )?(?:contestaron|contesto|han contestado|ha contestado|respondieron|respondio|contestan)|(?:que )?(?:paso|sabe|saben|hay|onda) (?:de|con)) (?:(?:la|mi|de|a|sobre) )*(?:consultora|consultor|equipo|duda|pregunta)(?: \S+){0,3}$/;

/** "¿Sí se la mandaste a la consultora o qué onda?", "¿ya me contestó la consultora?", "¿qué pasó con mi duda?". */
export function asksWhetherSent(text: string): boolean {
  const said = plain(text);
  if (!/[?¿]/.test(text) && !/\bo (?:no|que|q)\b|^q(?:ue)? (?:paso|onda)\b/.test(said)) return false;
  const names = /\b(?:consultor\w?|equipo|duda|pregunta|coordinadora)\b/.test(said);
  return (names && whetherSent.test(said)) || answered.test(said);
}

export type StaffDoubtWords =
  /** `to`: what follows the verb, beginning with a name or a code. */
  { kind: 'reply' | 'take' | 'close'; to: string };

const alone: readonly [StaffDoubtWords['kind'], RegExp][] = [
  [
    'close',
    /^(?:(?:ya|listo|ok|si|pues) )*(?:cierr[ae]la|(?:dala|dela) por (?:cerrada|resuelta)|asunto (?:resuelto|arreglado|terminado)|(?:ya )?(?:quedo|esta) (?:resuelt[ao]|arreglad[ao])|quedo esa(?: duda)?)(?: gracias| por favor| porfa)*$/,
  ],
  [
    'take',
    /^(?:(?:esa|esta|ok|si|yo|pues|la|lo|ahorita|luego|al rato) )*(?:me encargo|la veo|la contesto|la atiendo|(?:dejamela|dejenmela)(?: a mi)?)(?: yo| de (?:esa|ella|la duda)| ahorita| al rato)*$/,
  ],
  [
    'reply',
    /^(?:ok |si )*(?:yo|le|quiero|voy a)(?: le)? (?:contesto|contestar|contestarle|respondo|responder|responderle)(?: ahorita| yo)*$/,
  ],
];
const verbs: readonly [StaffDoubtWords['kind'], RegExp][] = [
  [
    'reply',
    /^\s*(?:le )?(?:contesto|contestar|contestarle|contéstele|contestele|contéstale|contestale|dile|dígale|digale|coméntale|comentale|respóndele|respondele|respóndale|respondale|respondo|responder|responderle|respuesta)(?: la(?: duda)?| duda)?(?: de| a| para)?(?=$|[\s:,])/iu,
  ],
  ['take', /^\s*(?:yo )?(?:la|lo) (?:tomo|atiendo|contesto yo|veo yo)(?: de| a)?(?=$|[\s:,.!])/iu],
  ['take', /^\s*(?:tomo|tomar|atiendo)(?: la(?: duda)?| duda)?(?: de| a)?(?=$|[\s:,.!])/iu],
  ['close', /^\s*(?:cerrar|cierro|cierra|cierre)(?: la(?: duda)?| duda)?(?: de| a)?(?=$|[\s:,.!])/iu],
  [
    'close',
    /^\s*(?:ya )?(?:quedó|quedo|está resuelta|esta resuelta|se resolvió|se resolvio|resolví|resolvi|resuelta)(?: la(?: duda)?| lo| mi duda| duda)?(?: de| con| a)?(?=$|[\s:,.!])/iu,
  ],
];
const calledHer =
  /^\s*ya (?:le (?:marqué|marque|llamé|llame|hablé|hable|contesté|conteste|respondí|respondi)|(?:hablé|hable|platiqué|platique))(?: con| a)?(?=\s)/iu;
const closedOf =
  /^\s*(?:la|lo)(?: duda)? de\s+(.{2,40}?)\s+ya (?:quedó|quedo|está resuelta|esta resuelta|se resolvió|se resolvio)[\s.!]*$/iu;

/** Of a consultant: the verb, and of whose doubt. */
export function readStaffDoubtWords(text: string): StaffDoubtWords | undefined {
  const called = calledHer.exec(text);
  if (called) return { kind: 'close', to: text.slice(called[0].length).trim() };
  const closed = closedOf.exec(text)?.[1];
  if (closed !== undefined) return { kind: 'close', to: closed };
  const said = plain(text);
  const whole = alone.find(([, pattern]) => pattern.test(said));
  if (whole) return { kind: whole[0], to: '' };
  for (const [kind, pattern] of verbs) {
    const found = pattern.exec(text);
    if (found) return { kind, to: text.slice(found[0].length).replace(/^[\s:,.!]+/, '') };
  }
  return undefined;
}

const closesCard =
  /^(?:si |ok |listo |pues )*(?:cerrar|cierro|cierra|cierre|cerrada|cierrala|cierrela|ya (?:la |lo )?cierro|ya quedo(?: todo| lista| resuelta| resuelto| por telefono| gracias)?|resuelta|ya esta resuelta|ya se resolvio|ya (?:la|lo) (?:resolvi|vimos|arreglamos)|ya (?:hable|platique) con ella|ya le (?:llame|marque|hable)(?: por telefono)?)(?: gracias)?$/;

/** In reply to a card the verb alone is enough; anything longer is the answer. */
export function readCardReply(text: string): 'take' | 'close' | 'answer' {
  const said = plain(text);
  if (/^(yo )?(la|lo) (tomo|atiendo|veo)( yo)?$/.test(said)) return 'take';
  if (closesCard.test(said)) return 'close';
  return 'answer';
}

const titles = new Set(['la', 'a', 'de', 'maestra', 'mtra', 'miss', 'seno', 'srita', 'duda', 'para']);

/** How many words at the beginning are her name; 0 where it is somebody else's. `names`: what she is called. */
export function nameLength(spoken: readonly string[], names: ReadonlySet<string>): number {
  let at = 0;
  while (titles.has(plain(spoken[at] ?? ''))) at++;
  const first = at;
  while (at < spoken.length && names.has(plain(spoken[at] ?? ''))) at++;
  return at > first ? at : 0;
}
