// Tells the words of a person's name from those of the sentence around it.

import { plain } from '../words/text-forms.ts';
import { isAlsoThing, isGivenName } from './given-names.ts';

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** `name`: a usual given name; `thing`: one that is a thing too; `title`: what a person is called before her name. */
export type NameWord = 'name' | 'thing' | 'unknown' | 'particle' | 'title' | 'called' | 'lead' | 'tail' | 'filler';

const shortened: Readonly<Record<string, string>> = {
  d: 'de',
  q: 'que',
  k: 'que',
  ke: 'que',
  x: 'por',
  tmb: 'tambien',
  tmbn: 'tambien',
  tb: 'tambien',
  tambn: 'tambien',
  xfa: 'porfa',
  xfavor: 'porfa',
  porfis: 'porfa',
  porfavor: 'porfa',
  plis: 'porfa',
  fa: 'porfa',
  ps: 'pues',
  pos: 'pues',
  mtra: 'maestra',
  ms: 'miss',
  mis: 'miss',
  nms: 'nomas',
  nadamas: 'nomas',
  namas: 'nomas',
  grax: 'gracias',
  bn: 'bien',
  nose: 'no',
};

/** May stand inside a name: "Ana de la Cruz". */
export const nameParticles = set('de del la las los y');
/** Whoever comes after one of these is a person, even where her name is unheard of. */
const titles = set('miss maestra maestras maestro seno profesora profesor profe prof lic licenciada sra senora srita senorita');
/** Stay with the name: "Doña Mari". */
export const honorifics = set('dona don');
/** What comes after is what she is called. */
const called = set(
  'llama llaman llamada nombre ponga pongale pongales ponle pon aparezca aparesca aparezcan decimos dicen digale digales',
);
/** Before a name, in a message that lists names. */
const leads = set(
  'son es se y e a el una un uno con otra otras otro dos tres cuatro cinco seis siete ocho nueve primera segunda tercera cuarta quinta pues ella ellas nomas solo solamente unicamente tambien ademas mi su nuestra asistente asistentes siguientes educativas educativos oficial oficiales educadora cuidadora companera companeras ay ah eh uy si ok bueno hola oiga mire aqui ahi esta estan estas seria serian tengo trabajo tocan toca acompano agregue agrega agregar apunte apunta anote anota falta faltaba falto me nada mas voy estoy seguro ya va como para que quiero igual mejor',
);
/** After a name, in a message that lists names. */
const tails = set(
  'nada mas y ya todavia aun gracias porfa favor por ahora nomas solamente solo tambien ahorita listo lista es todo todas creo ok si bendiciones saludos sale va hoy asi',
);
/** No name has these. */
const fillers = set(
  'sin sala salas salon salones grupo grupos turno room maternal maternales lactante lactantes lac mat preescolar matutino vespertino aunque ' +
    'quien quienes cual cuales cuando donde cuanto cuanta cuantas cuantos porque no ni nunca tampoco nadie ninguna ninguno alguna alguno algun algunas todos toda varias muchas mucho muchos poco poca pocas sip oki okey vale claro aja buenos buenas buen buena dia dias tardes noches tarde noche ayer manana luego despues ahora rato ratito momento momentito momentico antes lunes martes miercoles jueves viernes sabado domingo enero febrero marzo mayo junio julio agosto septiembre octubre noviembre diciembre semana hora mes vez veces ' +
    'tiene tienen tenemos tuve tener hay hubo haber soy eres somos era eran fue fueron ser estamos estar estuvo estaba van vamos ir iba hago hace hacen hacer hice puedo puede pueden poder pude pongo pone poner puse digo dice decir diga digame dije dijo dar doy da dan quiere quieren querer quisiera sabe saben saber sabria creer crea veo ver vere vi vio necesito necesita busco faltan faltaban sigo sigue seguir seguimos paso pasaba paseme saltar escribo escriba escribir escribi anoto apunto apunteme agrego agregame mando manda mandar mande contesto contestar entiendo entendi entender ayuda ayudar ayudeme trabaja trabajan trabajar trabajaria llamo llamar empiezo empezar termino terminar espere espereme esperar espera esperame esperese permita permitame conozco conoce acuerdo acorde acuerda recuerdo recorde gusta gustaria parece supongo prefiero olvido olvidaba olvide equivoque equivoco confundi quite quita quitar borre borra cambie cambia dejeme deje dejame dejo deme dele denme tome mencione empieza empiece empieces empezamos empecemos comienza comencemos agregues anotes apuntes pongas metas agreguen anoten meta mete metela agregala anotala pregunton preguntona trabajare acompanare estare iniciare atendere apoyare trabajaremos labora laboran decirle decirles decirte comento comente contarle cuento ocupa ocupo usar uso viene vienen vino entro entra llego llega atiende cuida cubre esten sea quede quedo queda ' +
    'yo tu usted ustedes ellos nosotras te le les lo nos sus unas unos nueve diez este esto ese esa eso esos esas aquel aquella alla misma mismo mismas pero sobre entre desde hasta en al o u muy menos tan tanto apenas siempre casi bien mal peor tantito tantita poquito ' +
    'nombres apellido apellidos directora directores subdirectora jefa encargada datos dato duda dudas pregunta menu baja persona personas prisa sueno tiempo nino nina ninos ninas bebe bebes chiquitos chiquitas peques pequenos guarderia centro cdi mentora mentor mentoras educadoras cuidadoras jaja jajaja jajajaja jeje jejeje jiji error prueba nueva nuevas nuevo pendiente pendientes vacaciones incapacidad permiso cambio cambios cosa cosas verdad problema renglon lado parte inicio final chat mensaje numero ' +
    'meses anos ano edad anda andan ando andaba andamos cambian cambiaron dejan dejaron toco tocaron puericultura puericultor pedagogia educativa educativo tecnico tecnica area titular suplente interina apoyo auxiliar auxiliares nana nanas personal equipo grandes grandecitos medianos gateo caminantes cuneros cunas filtro lactario unica unico existe nadien jijiji perdon perdone perdoname disculpe disculpa disculpeme pena penita ups oops hijole hijoles chin chispas caray ora orale andale hey ey oye oigame mira miren fijese fijate ahhh uff ufa uf mmm mm hmm este ejem aver tranquila tranquilo correcto correcta exacto exacta perfecto perfecta excelente genial super padre bonito bonita hermosa amable igualmente siguiente anterior ultima ultimo ambas ambos adios bye hasta',
);

/** The plain word, with the usual short spellings written out. */
export function nameWord(token: string): string {
  const word = plain(token);
  return Object.hasOwn(shortened, word) ? (shortened[word] ?? word) : word;
}

export function kindOfWord(word: string): NameWord {
  if (honorifics.has(word)) return 'unknown';
  if (titles.has(word)) return 'title';
  if (called.has(word)) return 'called';
  if (word !== 'y' && nameParticles.has(word)) return 'particle';
  if (leads.has(word)) return 'lead';
  if (tails.has(word)) return 'tail';
  if (fillers.has(word)) return 'filler';
  if (!/^[a-z]{2,}$/.test(word)) return 'filler';
  if (isGivenName(word)) return isAlsoThing(word) ? 'thing' : 'name';
  return 'unknown';
}

/** Words that lead to a name may follow one too: "nada más Carmen", "Carmen nada más". */
export const mayTrail = (word: string): boolean => tails.has(word);
