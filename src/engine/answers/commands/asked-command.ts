// Commands asked for in her own sentence, addressed to the bot: "me puede llamar alguien", "sáltemela tantito", "deje le pregunto y al ratito le digo".
import type { CommandName, Vocabulary } from '../../../program/vocabulary-schema.ts';
import { heardSpelling, phraseAt, spokenWords } from '../words/phrase-book.ts';
import { longestText } from '../words/text-forms.ts';

export interface AskedCommand {
  command: CommandName;
  /** Every part of the message is the request or courtesy about it, so that it can hardly be an answer. */
  whole: boolean;
  /** Every part of it asks; what is only wondered about may still be beside an answer. */
  all: boolean;
}

/** Patterns are written as one spells and compared by sound. */
function heard(pattern: string): RegExp {
  const source = heardSpelling(pattern).replace(/([a-z])\1/g, '$1');
  return new RegExp(`^(?:${source})(?= |$)(.*)$`);
}

const soon =
  '(?:luego|al rato|al ratito|mas al rato|al ratin|ahorita|despues|mas tarde|mas tardecito|en un rato|en un ratito|en un momento|manana(?: (?:temprano|tempranito|en la manana|a primera hora|en la tarde))?|en la tarde|en la noche|ahi|ya (?:luego|al rato|manana)|(?:en|a|a la|en la) (?:salida|hora de (?:la )?(?:comida|salida))|(?:nomas|nada mas|cuando|en cuanto|deje|dejeme)(?: \\w+){1,6}?(?: y)?|(?:terminando|saliendo|llegando)(?: \\w+){0,3}|(?:cuando|en cuanto|nomas que|nada mas) (?:salga|pueda|termine|acabe|me desocupe|tenga chance|llegue|salgo|termino)(?: \\w+){0,3})';
const tell =
  '(?:(?:yo )?(?:le|les|te|se lo|se la|lo|la) )?(?:digo|aviso|contesto|respondo|mando|paso|escribo|confirmo|comento|informo|sigo|seguimos|termino|acabo|le sigo|le seguimos|continuo|contestamos|marco|checo|lleno|reviso|atiendo|lo veo|lo vemos)';
const about =
  '(?: (?:cuant[oa]s|cuanto|cual|cuales|bien|eso|esto|la respuesta|la fecha|el dia|la hora|el dato|los datos|si|como|que dia|cuando|con calma|mejor|va|miss|maestra|porfa|por favor|pues|todo|las que faltan|la encuesta|el cuestionario|la lista|tantito|poquito|exacto|seguro|segura|nomas|sin falta|otra vez|aqui|el mensaje|la pregunta|esa|esta))*';
const busy =
  '(?:(?:ahorita|es que|aqui|pues|todavia|orita|ya) )*(?:ando|estoy|toy|andamos|estamos|sigo|me agarra|me agarro|me agarraste) (?:(?:bien|muy|super|aqui|ahorita|todavia|algo|medio|re) )*(?:ocupad[oa]s?|en (?:mala hora|mal momento|sala|filtro|simulacro|supervision|visita|el festival|el evento|junta|la junta|clase|consulta|curso|una reunion|reunion|la calle|el camion|el transporte|el imss|el doctor|la puerta|una llamada|llamada|capacitacion|una capacitacion|mi descanso|mi comida|la comida)|con (?:los|las|unos|unas|un|una|mis|mi|el|la) (?:ninos|ninas|papas|papa|mama|bebes|bebe|nino|nina|directora|supervisora|chiquitos|peques|maestra|grupo|coordinadora)(?: (?:aqui|enfrente|al lado|presente))*|con ninos|manejando|cubriendo|comiendo|dando (?:de comer|la comida|clase|el desayuno|la colacion)|cambiando panal(?:es)?|sirviendo(?: la comida)?|durmiendo(?: a los ninos)?|atendiendo|cuidando|entregando|recibiendo|en eso de la comida)';
const wait =
  '(?:(?:me )?(?:deme|dame|de|da|das|puede dar|regaleme|regalame|permitame|permiteme|aguanteme|aguantame|espereme|esperame|esperese|espere|tengame)) (?:(?:un|una|unos|unas|tantito|poquito|nomas|otro|mas|chance|\\d+|cinco|diez|quince|dos|tres|cinquito) )*(?:chance|chancita|oportunidad|rato|ratito|momento|momentito|min|minutos?|minutitos?|segundos?|segundito|horas?|horita|tantito|poquito|paciencia|dia|dias)';
const let_me =
  '(?:deje|dejeme|dejame|deja|permitame|voy a|ahorita) (?:(?:nomas|nada mas|tantito|primero|ahorita) )*(?:(?:le|lo|la|les) )?(?:pregunto|pregunta|checo|checar|ver|veo|reviso|revisar|termino|terminar|acabo|salgo|salir|busco|buscar|consulto|atiendo|cuento|contar|pienso|pensar|confirmo|entrego|cambio|platico|preguntar|preguntarle|checarlo|revisarlo|pensarlo|desocuparme|me desocupo)(?: (?:con|a|de|en|el|la|los|las|mi|mis|al|lo|panal|panales|sala|filtro|maestra|directora|libreta|notas|bien|tantito|primero|ninos|lista|agenda|hoja|fecha|dato|calendario|eso|hay))*';
const noTime =
  '(?:ahorita|ahora|orita|hoy)? ?(?:no (?:puedo|tengo (?:tiempo|chance)|voy a poder|me da tiempo)(?: (?:ahorita|ahora|contestar|hablar|atenderla|responder|orita|de contestar|en este momento|hoy))*|no puedo contestar(?: ahorita)?)';
const called =
  '(?:(?:ya|ahorita|pues|aqui) )*(?:me (?:esta|estan) (?:hablando|llamando|esperando)(?: \\w+){0,3}|me (?:llaman|hablan)|me (?:llama|habla) la (?:directora|supervisora|maestra)|(?:me )?tengo que (?:salir|irme|ir|colgar|atender|entrar|cubrir|dejar)(?: \\w+){0,4}|ya me voy|se me (?:acaba|acabo|va a acabar) la pila|me quedo sin (?:pila|datos|saldo))|(?:mejor )?manana con calma|mejor manana';

const them = '(?:l[ao]s?|me|se|te|le|mel[ao]|sel[ao]|tel[ao])?';
const which =
  '(?: (?:es[ao]|est[ao]|la|a|de|en|el|que|sigue|siguiente|otra|otro|blanco|pregunta|por|ahora|tantito|mejor|pendiente|sin|contestar|para|despues|luego|ya|porfa|miss|reactivo|numero|\\d+))*';
const skipped = `(?:(?:es[ao]|est[ao]|mejor|me|se|le|la|nos|puedo|podemos|quiero|podria|puede|y|ya) )*(?:salt(?:e|a|o|ar|emos)|brinc(?:a|o|ar|amos)|brinque(?:mos)?|omit(?:e|a|ir|imos|o)|ignor(?:e|a))${them}${which}|(?:yo )?(?:paso|pasemos|pasele|pasale|pasame|paseme)(?: (?:es[ao]|est[ao]|a la (?:otra|siguiente|que sigue|proxima)|de esa|de esta|con esa))+${which}|(?:(?:vamos|vamonos|pasemos|mejor|ya) )*(?:a )?la (?:que sigue|siguiente|otra)(?: pregunta)?|otra pregunta|(?:es[ao]|est[ao]) me l[ao] (?:salto|brinco|paso)|(?:es[ao]|est[ao])(?: pregunta)? (?:no|ni) (?:la|le|lo|se|me|se la|la se|le se|quiero|puedo)(?: \\w+){0,2}|(?:esa |esta )?(?:no (?:la )?quiero|prefiero no|no voy a|no (?:la )?puedo) (?:contestar(?:la)?|responder(?:la)?|decir(?:lo)?)(?: (?:esa|esta|eso))?|(?:deje|dejela|dejala|dejemos|dejemosla)(?: (?:esa|esta|la))?(?: en)? (?:blanco|pendiente)|no (?:la|le) contesto|(?:mejor |yo )?paso(?!.)|sin comentarios`;
const goBack =
  '(?:(?:mejor|no|ay|me|nos|le|puede|podria|puedes|quiero|quisiera|como|hay que|podemos|necesito|oye|oiga|y|ya) )*(?:regres(?:e|a|o|ar|eme|ame|ese|arme|emos|ele|ale|arnos|as)|devuelv(?:ame|eme|e|a)|volver|volvamos|vuelva|vuelve|retroced(?:a|e|er)|echeme|echele) (?:(?:a|para|pa|hacia|un|una|la|lo|el|de|otra|tantito|poquito) )*(?:atras|anterior|antes|pregunta|pasada|paso|una|reactivo|vez)(?: (?:pregunta|anterior|de antes|atras|porfa|vos))*|(?:ay |no |uy )*(?:me equivoque|la regue|me confundi|le pique mal|le di mal|pique mal|apreteh? mal|le di sin querer|le di a (?:la|lo) que no era|le pique a (?:la|lo) que no era|puse mal|lo puse mal|conteste mal|escribi mal|puse la equivocada|puse otra|me gano el dedo|se me fue el dedo)(?: (?:\\w+)){0,5}|(?:quiero |puedo |puede |quisiera |hay que )?(?:cambiar|corregir|modificar|borrar|corrijo|cambio|cambie|corrija|borre) (?:(?:la|lo|mi|el|de|en|que) )*(?:anterior|de antes|pasada|ultima|ultimo|puse|acabo de poner)(?: \\w+){0,3}|(?:esa|eso|asi) no era|no era (?:esa|eso|asi)|atras';
const correct =
  'como (?:le )?(?:corrijo|cambio|edito|modifico|hago para corregir)(?: (?:la|lo|el|una|un|mi|algo))*(?: \\w+){0,3}|(?:(?:quiero|quisiera|puedo|podria|necesito|ocupo|como|me deja|hay que|que|tengo que|se puede|puede|me puede|me ayuda a|para|hago|le) )+(?:corregir(?:le|la|lo)?|cambiar(?:le)?|modificar|editar|arreglar) (?:(?:lo|la|el|una|un|mi|mis|los|las|unas|unos|de|algo|que|en) )*(?:que|algo|respuestas?|registros?|registre|observacion|fecha|datos?|numero|calificacion|puntos?|plan|hoja|lista|nombre|hora|puse|conteste|minutos|ayer|antes|anote|mande)(?: \\w+){0,6}';
const stopped =
  '(?:(?:ya|mejor|por favor|oiga|la verdad) )*no (?:quiero|deseo|me gustaria|quisiera)(?: (?:que me|ya|mas|seguir|recibir))* (?:seguir|mensajes|recibir|contestar(?! (?:es[ao]|esta)|$)|participar|continuar|esto|nada|escriban|manden|este programa|estar)(?: (?:mas|esto|mensajes|nada|en esto|en el programa|en el grupo|contestando|participando|recibiendo|con esto|sus|aqui|en|el|este|programa|preguntas|encuestas|la|de|ya))*|(?:(?:ya|por favor|mejor) )*(?:no me|dejen de|deje de|deja de|dejeme de) (?:mand[ea]n?|mandes|mandar|escrib[ai]n?|escribas|escribir|molest[ea]n?|molestes|molestar|busqu?en?|envi[ea]n?|enviar|mandarme|escribirme)(?:me)?(?: (?:mas|mensajes|nada|ya|tantos|cosas|preguntas|por favor|porfavor))*|(?:(?:quiero|me|ya|por favor|puede|pueden|como|deseo|solicito|hago para|le hago para) )*(?:dar(?:me)? de baja|d[ea]n? de baja|doy de baja|deme de baja|denme de baja|dese de baja|darme de baja|la baja|mi baja)(?: (?:del?|este|el|programa|grupo|ya|aqui|de aqui|esto|por favor))*|(?:(?:quiero|por favor|que|puede|pueden|solicito) )*(?:borr[ea]n?|borrar|elimin[ea]n?|eliminar|quit[ea]n?|quitar|borren|eliminen) (?:(?:todos|toda|todo|ya) )*(?:mis? (?:datos|informacion|numero|cuenta|registros?|nombre|telefono)|lo mio)(?: \\w+){0,3}|(?:(?:por favor|ya|que) )*(?:saquenme|saqueme|quitenme|quiteme|sacame|quitame)(?: (?:de|del|la|este|esta|aqui|lista|grupo|esto|programa|ya))*|(?:me |ya |ya me )?quiero salir(?:me)?(?: (?:de|del|la|este|programa|grupo|esto|aqui|ya))*|como me salgo(?: \\w+){0,3}|ya no me interesa(?: \\w+){0,3}|cancel(?:e|ar|en) (?:mi )?(?:suscripcion|participacion|registro)';
const who =
  '(?:alguien|una persona|un humano|una? (?:licenciada|asesora|encargada|coordinadora|consultora|operadora|ser humano|maestra)|(?:la|mi|mis) (?:licenciada|asesora|encargada|coordinadora|consultora|lic|responsable)|ustedes|usted|quien|alguna persona|una persona real|alguien mas|alguien de ustedes|gente)';
const human = `(?:(?:me|nos|que|alguien|quien|y|no|puede|pueden|podria|podrian|puedes|podran|quiero que|quisiera que|necesito que|habra|hay|seria posible que) )*(?:me |nos )?(?:llam(?:a|e|an|en|ar|arme|eme|enme|ara|aria)|marc(?:a|an|ar|arme|aran|aria)|marqu?e(?:n|me|nme)?|hable(?:n|me)? por telefono|echa(?:r|n)? una llamada|comunic(?:a|ar|an|arme|arian)|atiend(?:a|e|an)|ayud(?:a|e|ar|en) (?:una persona|alguien|por telefono))(?: (?:alguien|por|favor|telefono|la|mi|una|un|porfa|persona|consultora|coordinadora|al|cel|celular|mejor|ustedes|usted|con|licenciada|rato|quien|ahorita|hoy|manana|de|encargada|asesora|ahi|alguna|para|que|me|explique|explicar|una duda|esto))*|(?:con quien (?:puedo|podria|hay que) (?:hablar|platicar|comunicarme|marcar)|(?:alguien|quien) que me (?:ayude|explique|atienda|oriente|pueda ayudar))(?: \\w+){0,4}|(?:(?:quiero|quisiera|puedo|podria|necesito|ocupo|me gustaria|prefiero|mejor|como|me urge|se puede|con quien) )*(?:hablar|platicar|comunicarme|contactar(?:me)?|tratar|hablo|preguntarle|hablarle|marcarle)(?: (?:con|a|directo|directamente|mejor|por telefono))* ${who}(?: \\w+){0,6}|(?:comuniqueme|comunicame|paseme|pasame|pongame|conecteme|contacteme|me comunica|me pasa|me comunican) con(?: \\w+){1,4}|(?:quiero|necesito|ocupo|prefiero|mejor|deme|con|hay|habra|ayuda de|necesito ayuda de|ocupo ayuda de|quiero ayuda de) ${who.replace('|quien', '').replace('|usted', '')}(?: (?:por favor|porfa|real|de verdad|no un robot|que me ayude|que me explique|que me atienda|ahi))*|(?:cual es el |me da el |deme el |pase el )?(?:numero|telefono|contacto) de (?:la|mi) (?:consultora|coordinadora|licenciada|encargada)`;
const helped =
  '(?:(?:oiga|oye|miss|la verdad|es que|pues|y|pero|perdon|disculpe) )*(?:a que (?:se|te) refieren?|a que te refieres|que (?:significa|quiere decir|quieren decir|es eso|es esto)|como (?:asi|que|se contesta|se llena|se hace|le hago|le hago aqui|la contesto|lo contesto|lo lleno|le pongo|es eso|seria)|no (?:le |la |lo |te |les )?(?:entiendo|entendi|comprendo|comprendi|capto|hallo|agarro|entiende una)|no me (?:queda|quedo) (?:muy )?clar[oa]|no se (?:ni )?(?:que (?:poner|pongo|contestar|decir|hacer|escribir)|como (?:contestar|ponerle|ponerlo|se contesta|hacerle|llenar)|de que)|(?:me )?(?:explica|explique|expliqueme|explicame|aclara|aclare|orienta|oriente|puede explicar|podria explicar|podria orientar|puede orientar|puede ayudar|podria ayudar|ayudeme|ayudame|me ayuda)|que (?:pongo|le pongo|contesto|hago|tengo que (?:hacer|poner|contestar)|se pone|va ahi|escribo|debo poner)|no se como|como le contesto|mande|eh|estoy perdida|ya me perdi|me perdi|me hice bolas|ya me hice bolas|ya me revolvi|me revolvi|estoy confundida|como era)(?: \\w+){0,8}';
const wondered =
  '(?:(?:oiga|oye|miss|y|pero|disculpe|perdon|una pregunta) )*(?:cual es la diferencia(?: \\w+){0,8}|que diferencia hay(?: \\w+){0,8}|que (?:es|son|seria|significa)(?: (?:el|la|los|las|lo|eso de|un|una))? \\w+(?: \\w+){0,3}|tengo (?:una|otra|varias|unas)? ?(?:duda|pregunta)s?(?: \\w+){0,4}|(?:me surge|me quedo|me salio|traigo) una duda(?: \\w+){0,4}|quiero (?:preguntar|hacer una pregunta)(?: \\w+){0,4})';
const whereIs =
  '(?:(?:oiga|y|perdon|disculpe|miss|ya|pues|bueno) )*(?:en (?:que|cual|donde)(?: (?:pregunta|numero|paso|parte|vez))? (?:voy|vamos|quede|ibamos|iba|estoy|estamos|estaba|estabamos|quedamos|me quede|nos quedamos)|(?:por )?donde (?:voy|vamos|me quede|quede|ibamos|iba|quedamos|nos quedamos|estoy)|cuant[oa]s (?:preguntas )?(?:me )?(?:faltan|quedan|llevo|son|van|preguntas son|preguntas faltan)|cuant[oa] (?:me )?(?:falta|queda)|que (?:me falta|tengo pendiente|sigue|hay pendiente|me toca|nos toca)|ya (?:mero )?(?:acabo|acabamos|termino|terminamos|voy a acabar|vamos a acabar|casi acabo|casi acabamos))(?: \\w+){0,5}';
const menus =
  '(?:(?:quiero|puedo|me|lleva|lleve|llevame|lleveme|regresar|regreseme|ver|ir|volver|mandeme|muestreme|ensename|ensene|abra|abre|pon|ponga) )*(?:al |el |a )?(?:menu|inicio)(?: (?:principal|porfa|por favor|otra vez|de opciones|de inicio))*|que mas (?:puedo hacer|hay|se puede hacer)|(?:ver|que) (?:las )?opciones(?: hay| tengo)?';
const dataOf =
  '(?:(?:quiero|puedo|me|deje|dejeme|donde|como|y) )*(?:ver|saber|veo|consultar|revisar) (?:(?:que|cuales|mis|todos|los) )*(?:datos|informacion)(?: (?:que|tienen|mios|de|mi|guardan|personales|guardados|hay|tiene))*|que (?:datos|informacion) (?:mia |mios )?(?:tienen|guardan|tiene|guarda|saben|recaban)(?: (?:de|mi|mios|ustedes|sobre))*|(?:el )?aviso de privacidad';

/** By weight: what leaves or asks for a person counts before what waits or wonders. */
const requests: readonly (readonly [CommandName, readonly RegExp[]])[] = [
  ['stop', [heard(stopped)]],
  ['human', [heard(human)]],
  ['myData', [heard(dataOf)]],
  ['menu', [heard(menus)]],
  ['correct', [heard(correct)]],
  ['back', [heard(goBack)]],
  ['skip', [heard(skipped)]],
  ['where', [heard(whereIs)]],
  ['help', [heard(helped)]],
  [
    'later',
    [
      heard(`${soon} ${tell}${about}`),
      heard(`${tell} (?:.{0,20} )?${soon}`),
      heard(wait),
      heard(let_me),
      heard(noTime),
      heard(called),
      heard(busy),
    ],
  ],
  ['doubt', [heard(wondered)]],
];
const wonders: ReadonlySet<CommandName> = new Set(['help', 'doubt', 'where']);
const longest = 18;
const longestPart = 160;
const mostParts = 12;
/** "No me escriban tan temprano" asks for another hour, not for silence. */
const limited =
  /^ (?:a (?!las)|asta|oy|esta|este|manana|tan|en|los|las|el|la|por la|antes|despues|mientras|kuando|aorita|a las|de no1e|domingo)/;

export function readAskedCommand(text: string, v: Vocabulary): AskedCommand | undefined {
  const parts = text
    .slice(0, longestText)
    .split(/[\n.,;:!?¡¿…()]+/)
    .slice(0, mostParts);
  let found: CommandName | undefined;
  let words = 0;
  let whole = true;
  let all = true;
  for (const part of parts) {
    if (part.length > longestPart) return undefined;
    const list = tellingPart(spokenWords(part, v.abbreviations), v);
    words += list.length;
    if (words > longest) return undefined;
    if (list.length === 0) continue;
    const asked = requestIn(list.join(' '), text);
    if (asked === undefined) {
      whole = false;
      all = false;
    } else {
      const weight = (command: CommandName): number => requests.findIndex(([name]) => name === command);
      if (asked.tail !== '') whole = false;
      if (found === undefined || weight(asked.command) < weight(found)) found = asked.command;
    }
  }
  return found && { command: found, whole: whole && !wonders.has(found), all: all || !wonders.has(found) };
}

/** "Mis datos" sounds as "miss" does. */
const ofMine = /^(?:dato|regist|respuest|informas|maestr)/;
const spokenOf = new Set(['la', 'las', 'mi', 'una', 'otra', 'kon', 'a']);

/** Without how she begins and without courtesy at the end. */
function tellingPart(list: readonly string[], v: Vocabulary): string[] {
  let from = 0;
  for (let hit = phraseAt(list, from, v.hesitations); hit && opensOnly(list, hit); hit = phraseAt(list, from, v.hesitations))
    from = hit.end;
  const rest = list.slice(from).filter((word) => /[a-z0-9]/.test(word));
  const kept: string[] = [];
  for (let i = 0; i < rest.length; ) {
    // "La maestra" is spoken of, "maestra" spoken to.
    const mine = rest[i] === 'mis' && ofMine.test(rest[i + 1] ?? '');
    const hit = mine || spokenOf.has(rest[i - 1] ?? '') ? undefined : phraseAt(rest, i, v.courtesy);
    if (!hit) kept.push(rest[i] ?? '');
    i = hit?.end ?? i + 1;
  }
  return kept;
}

/** "Ya", "espere" and "mejor" belong to the request itself. */
const opensOnly = (list: readonly string[], hit: { at: number; end: number }): boolean =>
  hit.end - hit.at > 1 || !['ya', 'espere', 'espera', 'esperese', 'mejor', 'ai', 'manana'].includes(list[hit.at] ?? '');

function requestIn(said: string, text: string): { command: CommandName; tail: string } | undefined {
  for (const [command, patterns] of requests) {
    for (const pattern of patterns) {
      const match = pattern.exec(said);
      if (!match) continue;
      const tail = match.at(-1) ?? '';
      if (tail !== '' && tail.trim().split(' ').length > 5) continue;
      if (command === 'stop' && limited.test(tail)) continue;
      // Only a question wonders: "qué es lo que hace" may be an answer.
      if (command === 'doubt' && !/[?¿]/.test(text) && !/^(?:tengo|una|kiero|me|traigo)/.test(said)) continue;
      return { command, tail };
    }
  }
  return undefined;
}
