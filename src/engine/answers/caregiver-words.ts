// Tells a person's name from a sentence: the words that introduce a name, those that follow it, and those no name has.
import { plain } from './text-forms.ts';

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** May stand inside a name: "Ana de la Cruz". */
export const nameParticles = set('de del la las los y');
/** Before a name: "se llama Chayo", "nomás tengo a Luz", "y la miss Conchita". */
const leadingPhrases = [
  'mis maestras son',
  'las maestras son',
  'la maestra es',
  'ellas son',
  'nada mas tengo a',
  'nomas tengo a',
  'solo tengo a',
  'tengo a',
  'trabajo con',
  'acompano a',
  'me toca con',
  'me toca',
  'me tocan',
  'estoy con',
  'voy con',
  'se llaman',
  'se llama',
  'llamada',
  'seria',
  'serian',
  'nada mas',
  'agregue a',
  'agrega a',
  'agregar a',
  'apunte a',
  'anote a',
  'ponga a',
  'falta',
  'faltaba',
  'me falto',
  'por favor',
  'buenos dias',
  'buenas tardes',
  'buen dia',
].map((phrase) => phrase.split(' '));
const leading = set(
  'son es se y e a la las el los con una uno otra otras otro dos tres cuatro cinco seis siete ocho primera segunda tercera cuarta quinta pues ella ellas nomas solo solamente unicamente tambien mas ademas mi mis su nuestra maestra maestras maestro mtra mtro miss mis profesora profesor profe prof asistente asistentes oficial lic licenciada educadora cuidadora seno sra senora srita senorita companera ay si bueno hola oiga aqui estan esta de del en sala',
);
/** After a name: "jimena sin sala todavía", "Luz nada más". */
const cutting = set(
  'sin sala salas salon grupo turno room maternal maternales lactante lactantes lac mat preescolar matutino vespertino es esta estan pero que en con tiene tienen trabaja trabajan no porque por para ella gracias',
);
const trailing = set(
  'nada mas y ya todavia aun gracias porfa favor por ahora nomas solamente solo tambien ahorita listo lista es todo todas creo maestra miss ok si de del la el en con',
);
/** No name has these: a line with one of them at the place of a name is a sentence. */
const never = set(
  'que quien quienes cual cuales como cuando donde cuanto cuanta cuantas cuantos porque no ni nunca tampoco nada nadie ninguna ninguno alguna alguno algun todas todos toda todo varias muchas mucho muchos poco poca pocas ya si sip ok oki okey va vale sale claro aja listo lista hola buenas buenos buen buena dia dias tardes noches tarde noche gracias porfa favor bueno pues hoy ayer manana luego despues ahorita ahora rato antes lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre semana hora mes ' +
    'tengo tiene tienen tenemos tuve tener hay hubo haber son es soy eres somos era eran fue fueron ser estoy esta estan estamos estar estuvo voy va van vamos ir iba hago hace hacen hacer hice puedo puede pueden poder pude pongo pone poner ponga puse digo dice dicen decir dije dijo dar doy da dan quiero quiere quieren querer quisiera se sabe saben saber creo creer veo ver vi vio necesito necesita busco falta faltan faltaba sigo sigue seguir paso saltar escribo escriba escribir anoto anote apunto agregar agrego agregue mando manda mandar contesto contestar entiendo entender ayuda ayudar ayudeme trabajo trabaja trabajar llamo llama llaman llamar empiezo empezar termino terminar espere esperar espera permita conozco acuerdo recuerdo gusta gustaria parece supongo prefiero ' +
    'yo tu usted ustedes ella ellas el ellos nosotras me te le les lo nos mi mis su sus un una unas unos uno dos tres cuatro cinco seis siete ocho nueve diez este esta esto ese esa eso esos esas aqui ahi alla misma mismo mismas otra otro otras otros para por pero con sin sobre entre desde hasta en a al e o u muy mas menos tan tanto aun todavia apenas solo solamente nomas siempre casi tambien asi bien mal mejor peor ' +
    'maestra maestras maestro miss nombre nombres apellido apellidos sala salas salon salones turno grupo grupos directora lista datos dato duda dudas pregunta menu baja persona personas prisa sueno tiempo nino nina ninos ninas bebe bebes guarderia centro cdi mentora mentor educadora educadoras asistente asistentes cuidadora cuidadoras oficial companera companeras jaja jajaja jeje error prueba nueva nuevas nuevo pendiente pendientes vacaciones incapacidad permiso cambio cambios',
);
const shortest = 2;
const mostWords = 4;

const forms = (tokens: readonly string[]): string[] => tokens.map((token) => plain(token));

function leadLength(said: readonly string[], at: number): number {
  const phrase = leadingPhrases.find((words) => words.every((word, k) => said[at + k] === word));
  if (phrase) return phrase.length;
  return leading.has(said[at] ?? '') ? 1 : 0;
}

/** The words of the name that the piece holds; none where it is a sentence, a question or no name at all. */
export function nameIn(tokens: readonly string[]): string[] {
  const said = forms(tokens);
  let from = 0;
  for (let lead = leadLength(said, from); lead > 0 && from < said.length; lead = leadLength(said, from)) from += lead;
  let to = from;
  while (to < said.length && !cutting.has(said[to] ?? '')) to++;
  // "de la O" is a surname.
  const ofO = said.slice(to - 3, to).join(' ') === 'de la o';
  if (ofO) return nameIn(tokens.slice(0, to - 3)).length > 0 ? tokens.slice(from, to) : [];
  while (to > from && trailing.has(said[to - 1] ?? '')) to--;
  const name = said.slice(from, to);
  const own = name.filter((word) => !nameParticles.has(word));
  const good = own.every((word) => word.length >= shortest && !never.has(word) && /^[a-z]+$/.test(word.replaceAll(' ', '')));
  return good && own.length > 0 && own.length <= mostWords ? tokens.slice(from, to) : [];
}
