// What she tells of the prerequisite course of her own accord: "ya terminé el curso", "voy a la mitad del climss", "mi curso".
import { plain } from './text-forms.ts';

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
