// Words about what was noted, and no part of it: "no, esa no va", "quítale lo del pañal", "la que te puse antes".
import { plain } from '../words/text-forms.ts';

const fillers =
  '(?:(?:ay|ah|no|nono|oiga|oye|espera|espere|esperame|perdon|disculpe|pero|pues|ps|mija|mire|mira|y|es que|bueno|este|ya|a ver|hoy|mejor|tambien|uy|sabe que) )*';
const thisOne = '(?:es[oae]s?|est[oae]s?|ese|este|lo ultimo|lo anterior|lo de antes)';
const about = [
  // "Eso no va ahí", "esa no era".
  new RegExp(`^${fillers}${thisOne} (?:ya )?no (?:va|van|iba|iban|era|eran|queda|cabe)\\b`),
  // "Eso era de Yadira no de Martha".
  new RegExp(`^${fillers}${thisOne} (?:era|eran|va|van|iba|iban) (?:de|en|para|parte de) `),
  // "Quítale", "bórrelo de ahí": said to us; "quita los juguetes" is what a caregiver does.
  new RegExp(
    `^${fillers}(?:no )?(?:me )?(?:quit|borr|elimin|arregl|corrij|corrig|modifiqu|modific|cambi)(?:a|e)(?:le|lo|la|los|las|melo|mela)\\b`,
  ),
  new RegExp(
    `^${fillers}(?:quit|borr|elimin|arregl|corrij|corrig|modifiqu|modific|cambi)(?:a|e|ar|ir) (?:${thisOne}|lo (?:de|del|que|ultimo)|esa parte|la parte)\\b`,
  ),
  new RegExp(
    `^${fillers}(?:eso|esa|ese|esto|lo de .{2,40}) (?:quitalo|quitelo|quitala|quitela|borralo|borrelo|borrala|borrela|no lo pongas|no lo ponga)\\b`,
  ),
  // "La que te puse", "lo que ya le dije antes": to a caregiver nobody says "te" here.
  /\b(?:la|lo|el|las|los|otra|otro|como) (?:que |q |k )(?:ya )?te (?:habia )?(?:puse|dije|dicho|escribi|mande|conte|comente|puesto)\b/,
  /^(?:pues |ps |pero |es )?lo (?:que|q|k) (?:ya )?(?:te|le) (?:habia )?(?:puse|dije|dicho|escribi|mande|conte|puesto)(?: (?:antes|al principio|hace rato|arriba|ya))?$/,
];
/** "Esa no, es de pañal", right below a proposal of ours. */
const refusesThis = new RegExp(
  `^${fillers}${thisOne} (?:ya )?no(?: (?:va|van|era|me gusta|me late|me sirve|queda|es|quiero|aplica))?\\b`,
);
export const refusesProposal = (text: string): boolean => refusesThis.test(plain(text));

/** "No, no, la meta era otra": with its comma, so that "no no le gustó" stays what she tells. */
const deniesTwice = /^\s*(?:(?:ay|ah|oiga)[\s,]+)?no+[\s,]+no+\s*,|^\s*no+,? espere?n?\b/iu;

export const isRecordTalk = (text: string): boolean => {
  if (deniesTwice.test(text)) return true;
  const said = plain(text);
  return about.some((pattern) => pattern.test(said));
};

/** Nobody answers a question for a day, or among options, in more. */
const longest = 400;
const secondHalf =
  /^(?<first>.{3,}?)[\s,.;]+(?:y|e|ah y|pero|tambi[eé]n)\s+(?<second>(?:(?:tambi[eé]n|luego|me)\s+)?(?:arr[eé]gl|corr[ií]j|corr[ií]g|c[aá]mbi|qu[ií]t|b[oó]rr)\S*\s+.{3,})$/isu;

/** "El miércoles a la 1, y arregla lo de por mejorar": the answer, and what she wants put right. */
export function answerAndWish(text: string): { answer: string; wish: string } | undefined {
  const { first, second } = text.length > longest ? {} : (secondHalf.exec(text)?.groups ?? {});
  return first === undefined || second === undefined ? undefined : { answer: first.trim(), wish: second.trim() };
}
