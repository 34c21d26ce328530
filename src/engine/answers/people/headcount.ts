// Reads how many caregivers she says she has: "son 3", "trabajo con cuatro maestras"; and that those she named are all.
import { plain } from '../words/text-forms.ts';

const numbers: Readonly<Record<string, number>> = {
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  seis: 6,
  siete: 7,
  ocho: 8,
  nueve: 9,
  diez: 10,
};
const most = 20;
const told =
  /\b(?:son|somos|seran|tengo|trabajo con|trabajare con|acompano|acompanare|estoy con|me tocan?|van a ser)(?: (?:a|como|unas|nada mas|solo|nomas|puras|en total))* (dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|\d{1,2})(?! ?(?:min|hora|hrs?|ano|mes|nin|bebe|grupo|sala|turno|de la (?:tarde|manana)|pm|am|y media|en punto))\b/;
const allTold =
  /\b(?:(?:ya )?(?:son|es|serian) (?:todas|todo|ellas|esas|las unicas)|(?:ya )?(?:nada mas|nomas|solo|solamente|nadamas)(?: (?:son|ellas|esas|ella|esa|una|dos))*|no falta(?: nadie| ninguna)?|ninguna mas|nadie mas|ya no(?: hay| tengo)? mas|ya estan todas|me equivoque,? son \w+)\b/;

/** Undefined where she names no number of persons. */
export function readHeadcount(text: string): number | undefined {
  const [, said] = /[?¿]/.test(text) ? [] : (told.exec(plain(text)) ?? []);
  const count = said === undefined ? undefined : (numbers[said] ?? Number(said));
  return count !== undefined && count >= 2 && count <= most ? count : undefined;
}

/** "Ya son todas", "nada más ellas". */
export const saysAllTold = (text: string): boolean => allTold.test(plain(text));
