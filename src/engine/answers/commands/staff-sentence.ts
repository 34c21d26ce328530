// What consultants and coordinators ask of the bot in a sentence of their own: behind how they begin, or by what it is about.
import type { StaffCommand } from '../../../domain/access.ts';
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import { plain } from '../words/text-forms.ts';
import { readRosterWords } from './roster-words.ts';
import { readStaffCommand, type StaffCommandReading } from './staff-command.ts';

const longest = 24;

/** "Buenos días, ¿me puede mandar el...": how one begins to ask. */
const lead =
  /^(?:(?:hola|oye|oiga|buen(?:os|as)? (?:dias|tardes|noches|dia)|por ?favor|porfa|porfis|disculpe?|bueno|ok|ahora|tambien|y|a ver|luciernaga|si|pues|ya|me (?:puedes?|podrias?|ayudas? a|ayuda con|urge)|puedes?|podrias?|se puede|quiero|quisiera|kiero|ne[cs]e[cs]ito|ocupo|deseo|me gustaria|hay que|favor de|(?:mand|pas|envi|d|muestr|ensen|prest|descarg|comparte|genera|saca|consig)(?:a|e)(?:me|nos)|me (?:mand|pas|envi|d|muestr|ensen)(?:as|a|es|e)|(?:mandar|pasar|enviar)(?= (?:el|la|los|un|una) )|mandarme|pasarme|enviarme|darme|mostrarme|ensenarme|sacar|generar|descargar|ver|saber|revisar|checar|consultar|conocer|dime|digame|dinos|cual es|donde (?:veo|esta|encuentro)) )+/;
const article = /^(?:el|la|los|las|un|una|mi|mis|todos los|todas las) /;

const behind = String.raw`(?:atrasad\w*|vencid\w*|pendiente\w*|al corriente|por (?:anotar|registrar|hacer|capturar))`;
const undone =
  'no (?:han?|an) (?:hecho|empezado|iniciado|terminado|acabado|anotado|registrado|capturado|entregado|entrado|escrito|cumplido|mandado|observado)';
const pending: readonly RegExp[] = [
  new RegExp(String.raw`^(?:quien(?:es)?|cuales|que mentoras?|a quien(?:es)?|cuantas)\b.*(?:\bfalta\w*|\b${behind}|\b${undone})`),
  new RegExp(String.raw`^(?:que|lo que|cuanto|cuantas? \w+)\b.*(?:\bfalta\w*|\b${behind})`),
  /^pendientes?\b/,
  /^a quien(?:es)? (?:le |les )?(?:hablo|llamo|marco|hay que (?:hablar|llamar|marcar))/,
  new RegExp(`^(?:las|quienes) (?:que )?(?:van |estan )?(?:${behind}|${undone})`),
];
const progress: readonly RegExp[] = [
  /^avances?(?: (?:general|global|del?|al|de la|de las|por|en|programa|piloto|mentorias|hoy|dia|centro|fase|iteracion|grafica|imagen|todas|todos|\d))*$/,
  /^como (?:va|vamos|van|anda|andamos|andan|esta|estamos)(?: (?:todo|todas|todos|el|la|las|los|con|programa|piloto|mentorias|cosa|centros|guarderias|avance|avances|mentoras|esto|ciclos|hoy))*$/,
  /^(?:cuant[ao]s|que porcentaje|porcentaje|grafica|resumen|numeros)\b.*\b(?:llev\w+|cerrad\w+|complet\w+|realizad\w+|hech\w+|termin\w+|acab\w+|empez\w+|inici\w+|registrad\w+|inscrit\w+|avance|ciclos|programa|piloto|general|van)\b/,
  /^(?:grafica|imagen|resumen)(?: (?:del?|de la|avance|programa|general))*$/,
];
const mentors: readonly RegExp[] = [
  /^como (?:va|van|anda|andan|esta|estan) (?:mis|las|mi|la|el|todas|con)? ?(?:mis |las |la )?(?:mentoras?|maestras?|grupo|equipo|muchachas|chicas|senoras|mias)\b/,
  /^(?:mis|las) (?:mentoras|maestras|muchachas|chicas) ?(?:que acompano|a mi cargo)?$/,
  /^como (?:va|vamos|van|andan|vas)(?: (?:todo|todas|ellas|la cosa))?$/,
  /^(?:quien(?:es)?|cuales|que mentoras?)\b.*\b(?:acompano|van|empez\w+|sin escribir|no (?:ha|han) \w+|en pausa|calladas?|atoradas?)\b/,
];
const ofOne =
  /^(?:que (?:hay|paso|sabe\w*)|como (?:va|le va|anda|esta|sigue)|en que (?:va|anda)|por donde va|donde va|que le (?:falta|toca))(?: de| con| a)? (?:la )?(?:(?:maestra|mentora) )?[a-z]{3,}(?: [a-z]+| g?\d+){0,3}$/;
const silence = /\b(?:ultima vez|cuando|desde cuando|hace cuanto|cuantos dias)\b.*\b(?:escrib\w+|contest\w+|entro|se conecto)\b/;
const doubts: readonly RegExp[] = [
  /^(?:que|cuantas|hay|tengo|quien(?:es)?|alguna|cuales|las|dudas|hubo|tienen|no hay)\b.*\b(?:dudas?|preguntas?)\b(?:.{0,30})$/,
];
const participation =
  /^(?:(?:archivo|reporte|concentrado|base|datos|informe|lista|hoja|documento) (?:(?:de|en|del|con|la|el) )*)?(?:(?:todo|todos los datos) en )?(?:participaci?on\w*|excel|exel|exsel|xlsx|registros?)(?: (?:de|del|en|con|la|el|las|los|participacion|excel|exel|registros?|mentorias|sesiones|mentoras|completo))*\b(.*)$/;
const withoutPhone = /\b(?:mentora|maestra)\b.*\b(?:no tiene|sin) (?:telefono|celular|cel|whats\w*|internet)\b/;
const toldOf =
  /^(?:la )?(?:(?:maestra|mentora|miss|mtra) )?[a-z]+(?: [a-z]+)?(?: (?:de )?(?:la )?g ?\d+)? (?:ya (?:hizo|observo|platico|tuvo|realizo|termino)|(?:hizo|observo|platico) (?:con|a|la|el|su) )/;

const recordsFor =
  /\b(?:anot|apunt|registr|captur)(?:ar|a|e|o|arle|ale|ele) (?:algo )?(?:por|a nombre de|en nombre de|de parte de|que) /;

const is = (list: readonly RegExp[], said: string): boolean => list.some((one) => one.test(said));

/** `may`: what of it is hers; a sentence about something else of others is no command. */
export function readStaffSentence(
  text: string,
  v: Vocabulary,
  may: (command: StaffCommand) => boolean,
): StaffCommandReading | undefined {
  const said = plain(text);
  if (said === '' || said.split(' ').length > longest) return undefined;
  const rest = said.replace(lead, '').replace(article, '');
  const behindLead = rest === said ? undefined : readStaffCommand(rest, v);
  if (behindLead && may(behindLead.command)) return behindLead;
  if (may('rosterChange')) {
    const { deed, who, data } = readRosterWords(text);
    if (deed && (who ?? data)) return { command: 'rosterChange', arg: rest };
  }
  if (may('proxy') && (withoutPhone.test(said) || toldOf.test(rest) || recordsFor.test(said)))
    return { command: 'proxy', arg: rest };
  const file = participation.exec(rest);
  if (may('participation') && file) {
    const arg = (file[1] ?? '').trim();
    return { command: 'participation', ...(arg === '' ? {} : { arg }) };
  }
  const found = (
    [
      ['doubts', doubts],
      ['progress', progress],
      ['pending', [...pending, ofOne, silence]],
      ['mentors', [...mentors, ...pending, ofOne, silence]],
    ] as const
  ).find(([command, list]) => may(command) && is(list, rest));
  return found && { command: found[0], arg: rest };
}
