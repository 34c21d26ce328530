// What she tells of the prerequisite course of her own accord: "ya terminé el curso", "voy a la mitad del climss", "mi curso".
import { plain } from '../words/text-forms.ts';

/** Option of the question for the course; `asked` where she only names it. */
export type CourseTold = 'no-empezado' | 'a-la-mitad' | 'terminado' | 'asked';

const opening =
  '(?:(?:oiga|hola|buenas|buenos dias|buenas tardes|maestra|pues|ay|a ver|bueno|y|por fin|al fin|porfin|pero|ok|mire|fijese que|le aviso que|le cuento que|apenas|hoy|ayer|anoche|tambien|si|que) )*';
const course =
  '(?:el |mi |del |al |de |en |con |lo del? )*(?:curso|climss|climms|climes|constancia|certificado|diploma)(?: (?:de|del|en|el|la|los|las|mi|curso|climss|climms|calidad|interacciones|20|veinte|horas|linea|plataforma|imss|mentorias?|programa))*';
const ending =
  '(?: (?:ya|hoy|ayer|anoche|al fin|por fin|gracias|gracias a dios|la semana pasada|el (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)))*';
const done =
  '(?:(?:ya|si|apenas|por fin|lo|le) )*(?:termine|acabe|conclui|complete|finalice|aprobe|pase|tengo|saque|descargue|baje|imprimi|me llego|me salio|me mandaron|me enviaron|me dieron|me dio)(?: (?:mi|la|con|todo|el examen de?l?))*';
const half =
  '(?:(?:ya|apenas|si) )*(?:voy (?:a|en|como a) la mitad|llevo la mitad|empece|inicie|voy empezando|me falta(?: poco| poquito| la mitad)?|casi termino|casi acabo|mero termino|estoy haciendo|estoy tomando|voy a medias)(?: (?:para|terminar|acabar|con|de))*';

const finished = [
  new RegExp(`^${opening}${done} ${course}${ending}$`),
  new RegExp(
    `^${opening}${course} (?:ya |lo |la )*(?:termine|acabe|conclui|complete|quedo|terminado|concluido|esta terminado)${ending}$`,
  ),
];
const begun = new RegExp(`^${opening}${half} ${course}${ending}$`);
const notBegun = new RegExp(
  `^${opening}(?:todavia |aun )?no (?:lo )?(?:he empezado|empiezo|he iniciado|he podido empezar)(?: (?:con|todavia|aun))* ${course}$`,
);
const named =
  /^(?:(?:quiero|quisiera|cambiar|corregir|actualizar|lo de|de|sobre) )*(?:mi curso|lo del curso|mi avance del curso)(?: de climss)?(?: porfa| por favor)?$/;

export function readCourseTold(text: string): CourseTold | undefined {
  if (/[?¿]/.test(text)) return undefined;
  const said = plain(text);
  if (finished.some((pattern) => pattern.test(said))) return /\btengo (?:el |mi )?curso\b/.test(said) ? undefined : 'terminado';
  if (begun.test(said)) return 'a-la-mitad';
  if (notBegun.test(said)) return 'no-empezado';
  return named.test(said) ? 'asked' : undefined;
}

const finishes =
  /\b(?:ya (?:lo |le )?(?:hice|tome|curse|lleve|realice)(?= (?:(?:el|mi|ese) (?:curso|climss|mes|ano)|todo|completo|ayer|hoy|hace|la semana)\b|$)|termine|acabe|conclui|complete|finalice|aprobe|terminado|acabado|concluido|finalizado|completo)\b/;
const hasPaper = /\b(?:constancia|diploma|certificado)\b/;
const begins =
  /\b(?:mitad|medias|empece|inicie|comence|empezando|empezado|iniciado|comenzado|falta\w*|pendientes?|casi(?! siempre| nunca| tod[oa]s| no\b)|ya mero|me quede|avance|avanzad\w+|ahi (?:la |lo )?(?:voy|llevo)|voy (?:en|por)|ando (?:en|con)|lo estoy|a punto|modulo|ultim\w+)\b/;
const yetToCome =
  /\b(?:no (?:(?:lo|la|he|e|se|me) )*(?:termin|acab|conclu|complet|finali|aprob|pas)\w*|aun|todavia|falta\w*|pendientes?|casi|mero|me quede|por (?:terminar|acabar)|a punto)\b/;
const notEvenBegun =
  /\b(?:no|ni|tampoco) (?:siquiera )?(?:(?:lo|la|le|he|e|se|me|ha) )*(?:empe\w+|inici\w+|comen\w+|podido|abr\w+|abiert\w+|entr\w+|visto|tomado|hecho|sabia)\b|\b(?:(?:todavia|aun) no (?:lo )?(?:hago|tomo|curso)|no (?:lo )?(?:hago|tomo) (?:todavia|aun)|ni idea|apenas (?:lo )?voy a|apenas me (?:inscrib|registr|apunt)\w+)\b/;
const nothingLeft =
  /\b(?:no (?:me )?falta(?:ba)? (?:ya )?nada|nada (?:me )?falta|todo(?: ya)? (?:esta )?(?:completo|terminado))\b/;

const unsure = /\b(?:creo|parece|supongo|segun|a lo mejor|quiza\w*|tal vez|no (?:me acuerdo|se si|recuerdo|estoy segura))\b/;

/** What her words say of it where it is asked: "ya lo terminé, me falta la evaluación" is not finished, for the course ends with it. */
export function readCourseStatus(text: string): Exclude<CourseTold, 'asked'> | undefined {
  if (/[?¿]/.test(text)) return undefined;
  const whole = plain(text);
  if (unsure.test(whole)) return undefined;
  const said = whole.replace(nothingLeft, 'termine');
  const done = finishes.test(said);
  // The paper may come later: what counts is that she went through all of it.
  const left = hasPaper.test(said) && done ? (said.split(/\b(?:falta|pendiente)/)[0] ?? said) : said;
  if (done && !yetToCome.test(left)) return 'terminado';
  if (done || begins.test(said))
    return notEvenBegun.test(said) && !done && !/\b(?:mitad|casi|empece|inicie)\b/.test(said) ? 'no-empezado' : 'a-la-mitad';
  if (notEvenBegun.test(said)) return 'no-empezado';
  return /\b(?:tengo|dieron|salio|llego|mandaron|descargue) (?:ya )?(?:mi |la |el )?(?:constancia|diploma|certificado)\b/.test(
    said,
  ) && !yetToCome.test(said)
    ? 'terminado'
    : undefined;
}

/** Said to be over, with something of it still to come. */
export const saysDoneAndNot = (text: string): boolean => finishes.test(plain(text)) && readCourseStatus(text) === 'a-la-mitad';

const ofCourse = /\b(?:curs[oa]|cursos|climss|climms|climes|constancia|certificado|diploma|modulos?|examen)\b/;
const clauseBreaks = /[,.;\n]+|\bpero\b/;
/** What came out is no hour at which she goes out. */
const cameOut = /\b(?:me|nos|le) (?:sal(?:io|ieron|e|en))\b/g;

/** What is left of her words where she also tells of the course: "ya me salió la constancia, en mi descanso". */
export function withoutCourse(text: string): string {
  const said = text.normalize('NFD').replace(/\p{M}/gu, '');
  if (!ofCourse.test(said.toLowerCase()) && said.toLowerCase().search(cameOut) < 0) return text;
  return said
    .toLowerCase()
    .split(clauseBreaks)
    .filter((clause) => !ofCourse.test(clause))
    .join(', ')
    .replace(cameOut, ' ')
    .trim();
}
