// Asks to see what she has told so far: "enséñeme cómo va el plan", "a ver cómo quedó", "¿qué llevo de la lista?".
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import { plain } from '../words/text-forms.ts';

const opening =
  '(?:(?:oiga|oye|maestra|miss|pues|ay|a ver|bueno|y|entonces|porfa|por favor|ok|mire|disculpe|perdon|espere|esperame|antes|primero|mejor|me|nos|le) )*';
const wanting =
  '(?:(?:me |nos )?(?:quiero|quisiera|necesito|ocupo|puedo|podria|puede|puedes|se puede|deje|dejeme|dejame|a ver) (?:me )?)*';
const showing =
  '(?:(?:ensena|ensene|muestra|muestre|ensenar|mostrar|pasa|pase|repite|repita|recuerda|recuerde|lee|lea)(?:me|melo|mela|lo|la)?|ver|veo|revisar|checar)';
const howItGoes = '(?:como (?:va|van|vamos|quedo|queda|va quedando|esta|lo llevo|la llevo|le hicimos))';
const whatIs =
  '(?:(?:lo )?que (?:ya )?(?:llevo|llevamos|tengo|tenemos|va|hay|puse|pusimos|he puesto|le he dicho|anoto|anote|tiene|ya tiene|ya puse)(?: (?:hasta ahorita|hasta ahora|anotado|escrito|puesto|apuntado|ya))*)';
const of = '(?:(?:de|del|en|con|sobre) )?';
const thing = '(?:(?:el|la|su|mi|este|esta) )?(plan(?: de trabajo)?|lista(?: de chequeo)?|chequeo|hoja|todo)';
const ending = '((?: (?:de|con) (?:la |mi )?[a-z]+)?)(?: (?:porfa|por favor|gracias|hasta ahorita|hasta ahora|ahorita))*';

const patterns = [
  `${wanting}${showing} (?:${howItGoes} |${whatIs} )?${of}${thing}${ending}`,
  `${wanting}${showing} (?:${whatIs}|${howItGoes})()${ending}`,
  `(?:${howItGoes}|${whatIs}) ${of}${thing}${ending}`,
  '(?:que|cuanto) (?:es lo que )?llev(?:o|amos)()( hasta ahorita| hasta ahora)?',
].map((pattern) => new RegExp(`^${opening}${pattern}$`));

/** What she wants to see ("plan", "lista", or empty) and of whom, in her words. */
export interface SoFarWords {
  what: string;
  who: string;
}

export function readSoFarWords(text: string, v: Vocabulary): SoFarWords | undefined {
  const said = plain(text)
    .split(' ')
    .map((word) => v.abbreviations.get(word) ?? word)
    .join(' ');
  if (said.length > 100) return undefined;
  for (const pattern of patterns) {
    const found = pattern.exec(said);
    if (found) return { what: (found[1] ?? '').split(' ')[0] ?? '', who: (found[2] ?? '').trim() };
  }
  return undefined;
}
