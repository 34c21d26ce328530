// Whether she agrees to a date that was told back: a hedged yes is a yes here, since a date can always be moved.
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import { spokenWords } from '../words/phrase-book.ts';
import { plain } from '../words/text-forms.ts';
import { readYesNo } from '../yes-no/yes-no.ts';

/** `otherHour`: the day stands, and the hour does not. */
export type DateAgreement = 'yes' | 'no' | 'otherHour' | 'unclear';

const longest = 16;
/** "Si no pasa nada", "a menos que me cambien": what may always come between, and is no condition of hers. */
const reservation =
  /(?:^|(?<=\S) )(?:si (?:no|todo|dios|nada|se|me|nos|hay|llega|llego|alcanzo|puedo|acaso|es que|asi)\b|a menos que\b|a no ser\b|salvo que\b|siempre y cuando\b|siempre que\b|mientras\b|nomas que no\b|nada mas que no\b|primero dios\b|dios mediante\b|ojala\b|espero\b).*$/;
const reassuring =
  /^(?:si (?:no pasa|no hay|no se atra|no me|no nos|dios|todo)|primero dios|dios mediante|ojala|espero que si|mientras no)/;
const harmlessNo =
  /\b(?:como no|por ?que no|no hay (?:problema|de otra|bronca|tos)|no pasa nada|no se preocupe|no le hace|no importa|no mas|no pues)\b/g;
const refuses =
  /\b(?:(?:creo|yo digo|pienso|supongo|parece) que (?:mejor )?no|mejor no|ya no|no (?:puedo|podemos|voy|vamos|me (?:queda|conviene|va)|es|era|esta bien|creo)|otro dia|otra fecha|cambiar(?:la|lo)?|imposible|tampoco)\b/;
const undecided = /\b(?:no se|quien sabe|depende|a ver|luego|al rato|no estoy segura|no recuerdo|todavia no)\b/;
const otherHour =
  /\b(?:mas (?:tarde|temprano|tardecito|tempranito|noche)|otra hora|a otra hora|en otra hora|otro horario|no a esa hora|esa hora no|cambi\w+ la hora|la hora no)\b/;
const agrees =
  /\b(?:s+i+|sip|simon|ok|okey|va|sale|vale|bien|perfecto|correcto|exacto|claro|ese (?:dia|mero|mismo)|esa (?:fecha|hora|mera|misma)|me (?:queda|parece|late|conviene|acomoda)|puede ser|por mi|de acuerdo|asi (?:es|esta|queda|mero|dejela|dejelo|merito)|(?:ahi )?(?:estamos|estare|nos vemos|le damos)|pues ya que|va que va|ni modo|supongo|yo creo|yo digo|creo|segun yo|adelante|listo|quedamos|dejemosla?o?|dejela|dejelo|igual)\b/;

export function readDateAgreement(text: string, v: Vocabulary): DateAgreement {
  const words = plain(text).split(' ');
  if (text.includes('?') || words.length > longest || words[0] === '') return 'unclear';
  const plainly = readYesNo(text, v);
  if (plainly.kind === 'understood') return plainly.value ? 'yes' : 'no';
  // "si, si no pasa nada": the second "si" is an "if".
  const said = spelledOut(text, v).replace(harmlessNo, ' ').replace(/ +/g, ' ').trim();
  const kept = said.replace(reservation, '').trim();
  if (otherHour.test(kept)) return refuses.test(kept.replace(otherHour, '')) ? 'no' : 'otherHour';
  if (refuses.test(kept)) return 'no';
  if (undecided.test(kept)) return 'unclear';
  if (kept === '') return reassuring.test(plain(text)) || said === '' ? 'yes' : 'unclear';
  if (/\b(?:no|pero)\b/.test(kept)) return 'unclear';
  return agrees.test(kept) ? 'yes' : 'unclear';
}

/** Plain words with abbreviations written out, in her own spelling otherwise. */
function spelledOut(text: string, v: Vocabulary): string {
  const list = plain(text)
    .split(' ')
    .flatMap((word) => (v.abbreviations.get(word) ?? word).split(' '));
  return list.length > 0 ? list.join(' ') : spokenWords(text, v.abbreviations).join(' ');
}
